//! Previews: SVG that says what is printed and where it comes from.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::pages::ItemKind;
use vanban::preview::Preview;
use vanban::{NoPictures, Options, Renderer, Resources};

use crate::compose_support::{report, report_with};
use crate::corpus::{sample_files, samples};
use crate::docx_package::{Node, parse};

/// The elements of an SVG, in order; it is sound XML. What is set apart within a text counts as the text.
fn elements(svg: &str) -> Vec<Node> {
    let whole = svg.replace(r#"<tspan word-spacing="0">"#, "").replace("</tspan>", "");
    parse(whole.as_bytes()).all().into_iter().cloned().collect()
}

/// The preview of a specification.
fn preview(spec: &Value) -> Preview {
    let fonts = FontBook::bundled().unwrap();
    vanban::preview(&serde_json::to_vec(spec).unwrap(), Resources::new(&fonts).pictures(&NoPictures), &Options::new())
}

/// The elements of a name on a page.
fn named(preview: &Preview, page: usize, name: &str) -> Vec<Node> {
    elements(&preview.svg(page).unwrap()).into_iter().filter(|drawn| drawn.name == name).collect()
}

#[test]
fn every_page_of_every_sample_prints_its_text_and_says_where_it_comes_from() {
    for sample in samples() {
        let preview = sample.with(vanban::preview);
        let spec: Value = serde_json::from_slice(&sample.spec).unwrap();
        let stages = sample.stages();
        let mut number = 0;
        let mut seen = BTreeSet::new();
        for pages in stages.all_pages() {
            for page in &pages.pages {
                number += 1;
                let svg = preview.svg(number).unwrap();
                let texts = elements(&svg).into_iter().filter(|drawn| drawn.name == "text");
                let runs = page.items.iter().filter_map(|item| match &item.kind {
                    ItemKind::Text(run) if run.text.0 < run.text.1 => Some((item, pages.text_of(run))),
                    _ => None,
                });
                let mut texts = texts.peekable();
                for (item, text) in runs {
                    let drawn = texts.next().unwrap();
                    assert_eq!(drawn.text.replace('\u{2011}', "-"), text.replace('\u{2011}', "-"), "{}", sample.name);
                    let at = drawn.get("data-at").map(|at| at.parse::<usize>().unwrap());
                    assert_eq!(
                        at.is_some(),
                        item.content().is_some(),
                        "{} {text:?}: content alone comes from a place",
                        sample.name
                    );
                    let Some(at) = at else { continue };
                    let source = &preview.sources[at];
                    assert_eq!(Some(&source.at), pages.pointer_of(item.source));
                    assert!(spec.pointer(source.at.as_str()).is_some());
                    if seen.insert(at) {
                        assert_eq!(source.first_page, number, "{} {}", sample.name, source.at);
                    }
                }
                assert!(texts.next().is_none());
                for drawn in elements(&svg) {
                    assert!(drawn.get("style").is_none() && drawn.name != "style" && drawn.name != "script");
                }
            }
        }
        assert_eq!(preview.pages.len(), number);
        assert!(preview.svg(0).is_none() && preview.svg(number + 1).is_none());
    }
}

#[test]
fn a_page_is_small() {
    let report = samples().into_iter().find(|sample| sample.name == "bao-cao-624").unwrap();
    let preview = report.with(vanban::preview);
    for page in &preview.pages {
        let size = preview.svg(page.number).unwrap().len();
        assert!(size <= 11_000, "page {}: {size} bytes", page.number);
    }
}

#[test]
fn the_report_says_which_block_stands_where() {
    let blocks: Vec<Value> =
        (0..40).map(|i| json!({ "type": "clause", "text": format!("Nội dung thứ {i}.") })).collect();
    let preview = preview(&report_with(&json!({ "body": blocks })));
    let page_of =
        |at: &str| preview.sources.iter().find(|source| source.at.as_str() == at).map(|source| source.first_page);
    assert_eq!(page_of("/subject"), Some(1));
    assert_eq!(page_of("/body/0"), Some(1));
    assert_eq!(page_of("/body/39"), Some(2));
    assert_eq!(preview.labels.get(&vanban::diag::Pointer::from("/body/11")).map(String::as_str), Some("12."));
    let numbers: Vec<(usize, &str)> = preview.pages.iter().map(|page| (page.number, page.label.as_str())).collect();
    assert_eq!(numbers, [(1, "1"), (2, "2")]);
}

#[test]
fn files_beside_the_main_one_follow_it() {
    let sample = sample_files().into_iter().find(|file| file.file != vanban::specification::PartId::Main).unwrap();
    let preview = sample.with(|spec, resources, _| vanban::preview(spec, resources, &Options::new()));
    let other = preview.pages.iter().find(|page| page.file == 1).unwrap();
    assert_eq!(other.label, "1", "it counts from 1 again");
    let at = named(&preview, other.number, "text")[0].get("data-at").unwrap().parse::<usize>().unwrap();
    assert!(preview.sources[at].first_page <= other.number);
}

#[test]
fn what_is_missing_leaves_the_pages() {
    let mut spec = report();
    spec.as_object_mut().unwrap().remove("subject");
    let preview = preview(&spec);
    assert!(preview.findings.has_errors());
    let texts = named(&preview, 1, "text");
    assert!(texts.iter().any(|drawn| drawn.text == "Nội dung báo cáo./."));
}

#[test]
fn nothing_at_all_has_no_pages() {
    let fonts = FontBook::bundled().unwrap();
    let preview = vanban::preview(b"[", Resources::new(&fonts), &Options::new());
    assert!(preview.findings.has_errors() && preview.pages.is_empty() && preview.svg(1).is_none());
}

#[test]
fn signs_of_markup_are_text() {
    let preview =
        preview(&report_with(&json!({ "body": [{ "type": "paragraph", "text": "a < b & c > d \"e\" ]]>" }] })));
    let texts = named(&preview, 1, "text");
    assert!(texts.iter().any(|drawn| drawn.text.contains("a < b & c > d")), "{}", preview.svg(1).unwrap());
}

#[test]
fn signs_of_the_second_face_and_looks_are_named() {
    let preview = preview(&report_with(&json!({ "body": [{ "type": "paragraph", "text": [
        { "text": "☐ đồng ý " }, { "text": "đậm", "bold": true }, { "text": " nghiêng", "italic": true },
    ] }] })));
    let of = |text: &str| named(&preview, 1, "text").into_iter().find(|drawn| drawn.text == text).unwrap();
    assert_eq!(of("☐").get("font-family"), Some("vanban-signs"));
    assert_eq!(of("đậm").get("font-weight"), Some("bold"));
    assert_eq!(of(" nghiêng./.").get("font-style"), Some("italic"));
}

#[test]
fn a_field_for_a_signature_is_a_box_with_a_title() {
    let preview = preview(&report());
    let page = elements(&preview.svg(1).unwrap());
    let fields: Vec<&Node> = page.iter().filter(|drawn| drawn.get("class") == Some("vanban-field")).collect();
    let titles: Vec<&str> = fields.iter().map(|drawn| drawn.children[0].text.as_str()).collect();
    assert_eq!(titles, ["Chữ ký của Lê Văn An", "Dấu của Sở Nội vụ"]);
    let at =
        |drawn: &Node| preview.sources[drawn.get("data-at").unwrap().parse::<usize>().unwrap()].at.as_str().to_owned();
    assert!(fields.iter().all(|drawn| at(drawn) == "/signatures/0"));
}

#[test]
fn pictures_are_in_the_page_itself() {
    let sample = samples().into_iter().find(|sample| !sample.stages().pages.unwrap().pictures.is_empty()).unwrap();
    let preview = sample.with(vanban::preview);
    let images: Vec<Node> = preview.pages.iter().flat_map(|page| named(&preview, page.number, "image")).collect();
    assert!(!images.is_empty());
    assert!(images.iter().all(|image| image.get("href").unwrap().starts_with("data:image/")));
}

#[test]
fn a_renderer_gives_the_same_pages() {
    let fonts = FontBook::bundled().unwrap();
    let mut renderer = Renderer::new(fonts);
    let spec = serde_json::to_vec(&report()).unwrap();
    let once = preview(&report()).svg(1);
    for _ in 0..2 {
        assert_eq!(renderer.preview(&spec, &NoPictures, &Options::new()).svg(1), once);
    }
}
