//! Judges of headings and styles: pandoc, mammoth, python-docx and LibreOffice's navigator see the same outline, that of the
//! model; and a change of `Nội dung` reaches all that runs in the text.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use vanban::Options;
use vanban::Resources;
use vanban::font::FontBook;
use vanban::model::{BlockKind, Document, Headings, Inline};

use super::{ask, judged, said, script};

/// What no sample has together: điều with and without a heading under a chương, khoản with and without; nothing but điều.
const MORE: [(&str, &str); 2] = [
    (
        "mixed",
        r#""body":[{"type":"chapter","heading":"Chung"},{"type":"article","heading":"Phạm vi"},{"type":"clause","text":"A."},{"type":"clause","heading":"B"},{"type":"paragraph","text":"Nội dung."},{"type":"article","text":"Quy chế này có hiệu lực kể từ ngày ký."},{"type":"list","items":["một","hai"]},{"type":"article","heading":"Thi hành"},{"type":"point","text":"điểm"}]"#,
    ),
    (
        "flat",
        r#""body":[{"type":"article","text":"Ban hành kèm theo Quyết định này một bản quy chế."},{"type":"article","text":"Chánh Văn phòng chịu trách nhiệm thi hành."}]"#,
    ),
];

const HEAD: &str = r#"{"doc_type":"regulation","issuer":{"parents":["UBND tỉnh Lạng Sơn"],"name":"Sở Nội vụ","abbreviation":"SNV"},"number":3,"issue_place":"Lạng Sơn","issue_date":"2026-01-15","subject":"Làm việc của cơ quan","recipients":{"items":["Như trên"]},"signatures":[{"position":"Giám đốc","signer":"Lê An"}],"#;

/// Level and text of each heading.
type Outline = Vec<(String, String)>;

fn expected(document: &Document) -> Outline {
    let headings = Headings::of(document);
    let blocks = document.sections().flat_map(|section| &section.blocks);
    let of = |block: &vanban::model::Block| {
        let BlockKind::Paragraph(paragraph) = &block.kind else { return None };
        let mut text = String::new();
        for inline in &paragraph.inlines {
            match inline {
                Inline::Run(run) => text.push_str(&run.text),
                Inline::LineBreak | Inline::Tab => text.push(' '),
                Inline::PageNumber
                | Inline::PageOf(_)
                | Inline::BeginContents(_)
                | Inline::EndContents
                | Inline::Note(_)
                | Inline::NoteNumber(_)
                | Inline::Picture(_)
                | Inline::InlinePicture(_)
                | Inline::SignatureField(_) => {}
            }
        }
        let text: Vec<&str> = text.split_whitespace().collect();
        Some((headings.level(block.role)?.to_string(), text.join(" ")))
    };
    blocks.filter_map(of).collect()
}

#[test]
fn all_readers_see_the_outline_of_the_model() {
    let Some(judged) = judged() else { return };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outline");
    std::fs::create_dir_all(&folder).unwrap();
    let mut files: Vec<OsString> = judged.iter().map(|judged| judged.docx.clone().into_os_string()).collect();
    let mut known: BTreeMap<String, Outline> =
        judged.iter().map(|judged| (format!("{}.docx", judged.sample.name), expected(&judged.document))).collect();
    let fonts = FontBook::bundled().unwrap();
    for (name, body) in MORE {
        let spec = format!("{HEAD}{body}}}");
        let rendered = vanban::render(spec.as_bytes(), Resources::new(&fonts), &Options::default()).unwrap();
        let path = folder.join(format!("{name}.docx"));
        std::fs::write(&path, rendered.bytes(vanban::Format::Docx).unwrap()).unwrap();
        files.push(path.into_os_string());
        let stages = vanban::run_stages(spec.as_bytes(), Resources::new(&fonts), &Options::default());
        known.insert(format!("{name}.docx"), expected(&stages.document.unwrap()));
    }
    let output = ask(script("outline"), &files);
    assert!(output.status.success(), "{}", said(&output));
    let mut seen: BTreeMap<(String, String), Outline> = BTreeMap::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let [file, reader, level, text] = line.splitn(4, '\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        seen.entry((file.to_owned(), reader.to_owned())).or_default().push((level.to_owned(), text.to_owned()));
    }
    // Of texts behind the main one these see less: pandoc takes a heading whose number starts anew for an item of a list, and
    // both go by Word's names of styles, of which the titles of attached texts and of appendices have one between them.
    let of_parts: Vec<String> = judged
        .iter()
        .filter(|judged| judged.document.parts.len() > 1)
        .map(|judged| format!("{}.docx", judged.sample.name))
        .collect();
    let mut count = 0;
    for (file, outline) in &known {
        for reader in ["pandoc", "mammoth", "python-docx", "LibreOffice"] {
            let found = seen.remove(&(file.clone(), reader.to_owned())).unwrap_or_default();
            if ["pandoc", "mammoth", "python-docx"].contains(&reader) && of_parts.contains(file) {
                assert!(!found.is_empty(), "{file} in {reader}");
                continue;
            }
            assert_eq!(&found, outline, "{file} in {reader}");
            count += found.len();
        }
    }
    assert!(count > 4 * 30, "{count}");
}

#[test]
fn running_text_grows_with_its_parent() {
    let Some(judged) = judged() else { return };
    let plan = judged.iter().find(|judged| judged.sample.name == "quy-che").unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("resized");
    std::fs::create_dir_all(&folder).unwrap();
    let (usual, large) = (folder.join("usual.docx"), folder.join("large.docx"));
    for (path, size) in [(&usual, "14"), (&large, "21")] {
        let output =
            ask(script("outline"), ["resize".as_ref(), plan.docx.as_os_str(), path.as_os_str(), size.as_ref()]);
        assert!(output.status.success(), "{}", said(&output));
    }
    let output = ask(script("soffice"), [folder.as_os_str(), usual.as_os_str(), large.as_os_str()]);
    assert!(output.status.success(), "{}", said(&output));
    // how high the first word of its kind stands: of a heading, a khoản, a điểm; and of what does not run in the text
    let heights = |name: &str| -> BTreeMap<String, f64> {
        let output = ask("pdftotext", ["-bbox".as_ref(), folder.join(name).as_os_str(), "-".as_ref()]);
        let page = String::from_utf8(output.stdout).unwrap();
        let number = |line: &str, key: &str| -> f64 {
            line.split(key).nth(1).and_then(|rest| rest.split('"').nth(1)).and_then(|n| n.parse().ok()).unwrap()
        };
        let mut heights = BTreeMap::new();
        for line in page.lines().filter(|line| line.contains("<word ")) {
            let word = line.split('>').nth(1).unwrap().trim_end_matches("</word").to_owned();
            heights.entry(word).or_insert(number(line, "yMax") - number(line, "yMin"));
        }
        heights
    };
    let (usual, large) = (heights("usual.pdf"), heights("large.pdf"));
    for word in ["Điều", "Chương", "a)", "1."] {
        let (before, after) = (usual[word], large[word]);
        assert!((before * 1.5 - after).abs() <= 0.05, "{word}: {before} grew to {after}");
    }
    assert!((usual["CỘNG"] - large["CỘNG"]).abs() <= 0.01);
}
