//! What samples give at every stage, as text. A few give all of it: the normal form, the pages, the parts of the Word file, the
//! structure of the PDF. Every sample gives its outline, a few lines a page that a reviewer reads: where each page begins and
//! ends, which headings stand on it, of which roles and elements the document is made.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use vanban::diag::{Diagnostics, Lang, text};
use vanban::pages::{ItemKind, LineEnd, Pages, Reading};
use vanban::pdf::Flavour;

use crate::corpus::{Sample, sample_files, samples};
use crate::docx_package::entries;
use crate::golden::Goldens;
use crate::pdf_reader::{Pdf, Value};
use crate::pdf_structure::{Kid, Node, structure};

/// The samples whose every stage is kept: the first of each family, and short. Of a sample that shows only other words of a
/// family already here, the outline is enough; whole texts of all would hide what changed.
const WHOLE: &[&str] = &["bao-cao-624", "du-thao", "ke-hoach", "quy-che", "thong-bao", "to-trinh"];

/// Compares what the samples of [`WHOLE`] give with the texts of a folder.
fn compare(folder: &str, mut found: impl FnMut(&Sample) -> String) {
    let mut goldens = Goldens::of(folder);
    for sample in samples().into_iter().filter(|sample| WHOLE.contains(&sample.name.as_str())) {
        goldens.compare(&sample.name, &found(&sample));
    }
    goldens.finish();
}

#[test]
fn every_sample_has_the_expected_outline() {
    let mut goldens = Goldens::of("outline");
    for sample in sample_files() {
        goldens.compare(&sample.name, &outline(&sample.stages().pages.unwrap()));
    }
    goldens.finish();
}

/// A page: its paper, how many lines of text it has, the first and the last of them, its headings; at the end how often each
/// role stands on the pages, and each tag in their structure.
fn outline(pages: &Pages) -> String {
    let mut out = String::new();
    let (mut roles, mut tags) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    for (index, page) in pages.pages.iter().enumerate() {
        let lines = lines(pages, index, &mut roles);
        let [width, height] = [page.width, page.height].map(|side| side.to_pt());
        let _ = writeln!(out, "page {}, {width} × {height} pt, {} lines", index + 1, lines.len());
        let ends = [lines.first(), lines.last()];
        for (what, line) in ["from", "to"].iter().zip(ends).filter_map(|(what, line)| Some((what, line?))) {
            let _ = writeln!(out, "  {what} {line}");
        }
        for heading in pages.outline.iter().filter(|heading| heading.page == index) {
            let _ = writeln!(out, "  {:1$}{2}", "", 2 * usize::from(heading.level), heading.title);
        }
    }
    for element in &pages.structure.elements {
        *tags.entry(format!("{:?}", element.tag)).or_default() += 1;
    }
    for (what, counts) in [("roles", roles), ("tags", tags)] {
        let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let _ = writeln!(out, "{what}: {}", counts.join(", "));
    }
    out
}

/// The lines of a page that are content, each with its role before it.
fn lines(pages: &Pages, page: usize, roles: &mut BTreeMap<String, usize>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_open = false;
    for item in pages.pages[page].items.iter().filter(|item| matches!(item.reading, Reading::Content(_))) {
        let ItemKind::Text(run) = item.kind else { continue };
        if !is_open {
            let role = format!("{:?}", item.role);
            lines.push(format!("{role}: "));
            *roles.entry(role).or_default() += 1;
        }
        lines.last_mut().unwrap().push_str(pages.text_of(&run));
        is_open = run.ends_line == LineEnd::None;
    }
    lines
}

#[test]
fn samples_compose_as_expected() {
    compare("model", |sample| vanban::model::dump(&sample.stages().document.unwrap()));
}

#[test]
fn samples_are_laid_out_as_expected() {
    compare("pages", |sample| vanban::pages::dump(&sample.stages().pages.unwrap()));
}

#[test]
fn samples_are_found_sound() {
    for sample in samples() {
        assert_eq!(in_both_languages(&sample.stages().findings, &sample.spec), "", "{}", sample.name);
    }
}

#[test]
fn samples_give_the_expected_word_files() {
    // a part that an earlier sample has alike is named once
    let mut known = BTreeMap::new();
    compare("word", |sample| {
        let mut out = String::new();
        for entry in entries(sample.render().bytes(vanban::Format::Docx).unwrap()) {
            let _ = writeln!(out, "== {}", entry.name);
            // the pictures are files of the samples, and the specification is checked byte for byte elsewhere
            if entry.stored || entry.name == "customXml/item1.xml" {
                continue;
            }
            let text = a_tag_a_line(std::str::from_utf8(&entry.bytes).unwrap());
            let first = known.entry(text.clone()).or_insert_with(|| sample.name.clone());
            if *first == sample.name {
                let _ = writeln!(out, "{text}");
            } else {
                let _ = writeln!(out, "as in {first}");
            }
        }
        out
    });
}

/// The same text with a line end between every two tags, the hash of the specification left out.
fn a_tag_a_line(xml: &str) -> String {
    let lines = xml.replace("><", ">\n<");
    let lines = lines.lines().map(|line| {
        let hex = line.strip_prefix("<vt:lpwstr>").and_then(|line| line.strip_suffix("</vt:lpwstr>"));
        let is_hash = hex.is_some_and(|hex| hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if is_hash { "<vt:lpwstr>…</vt:lpwstr>" } else { line }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn samples_give_the_expected_pdf_structure() {
    compare("structure", |sample| {
        let pdf = Pdf::read(&sample.pdf(Flavour::default()).unwrap());
        let mut out = String::new();
        dump(&pdf, &structure(&pdf), 0, &mut out);
        out + "\n"
    });
}

/// An element a line with its attributes and its text, the page of each piece before it; no line end at the end.
fn dump(pdf: &Pdf, node: &Node, depth: usize, out: &mut String) {
    let _ = write!(out, "{:1$}{2}", "", 2 * depth, node.tag);
    let told = [("alt", &node.alternative), ("expansion", &node.expansion), ("language", &node.language)];
    for (name, value) in told {
        if let Some(value) = value {
            let _ = write!(out, " {name} {value:?}");
        }
    }
    for (name, value) in &node.attributes {
        let _ = write!(out, " {name}={}", attribute(value));
    }
    // text stands beside its element; where it is mixed with elements, each in its turn below
    let is_mixed = node.nodes().next().is_some();
    let start = if is_mixed { format!("\n{:1$}", "", 2 * (depth + 1)) } else { " ".to_owned() };
    for kid in &node.kids {
        match kid {
            Kid::Content(page, _, text) => {
                let _ = write!(out, "{start}{}:{text:?}", page + 1);
            }
            Kid::Object(object) => {
                let annotation = &pdf.objects[object].0;
                let Some(Value::Name(kind)) = annotation.get("Subtype") else { panic!("{annotation:?}") };
                let _ = write!(out, "{start}[{kind}]");
            }
            Kid::Node(inner) => {
                out.push('\n');
                dump(pdf, inner, depth + 1, out);
            }
        }
    }
}

fn attribute(value: &Value) -> String {
    match value {
        Value::Name(name) => name.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => format!("[{}]", items.iter().map(attribute).collect::<Vec<_>>().join(" ")),
        other => format!("{other:?}"),
    }
}

/// The findings as they are printed.
pub(crate) fn in_both_languages(findings: &Diagnostics, spec: &[u8]) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let print = |lang| text::print(findings, "van-ban.json", spec, lang) + &text::summary(findings, lang) + "\n";
    print(Lang::Vi) + "\n" + &print(Lang::En)
}
