//! What stands on pages says where it comes from: every pointer resolves in the specification as it was written, and leads to
//! the words that are printed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::pages::{ItemKind, Pages, SourceId};
use vanban::{NoPictures, Options, Resources};

use crate::compose_support::{report, report_with};
use crate::corpus::{Sample, sample_files, samples};

/// All pages of a specification, those of files beside the main one too.
fn all_pages(spec: &Value) -> Vec<Pages> {
    let fonts = FontBook::bundled().unwrap();
    let bytes = serde_json::to_vec(spec).unwrap();
    let stages = vanban::run_stages(&bytes, Resources::new(&fonts).pictures(&NoPictures), &Options::default());
    stages.all_pages().cloned().collect()
}

/// The pages of the report with another body.
fn body(blocks: &Value) -> Pages {
    all_pages(&report_with(&json!({ "body": blocks }))).remove(0)
}

/// What is printed of each source, in the order of the pages.
fn printed(pages: &Pages) -> BTreeMap<&str, String> {
    let mut printed = BTreeMap::<&str, String>::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let (ItemKind::Text(run), Some(_)) = (&item.kind, item.content()) {
            let text = printed.entry(pages.pointer_of(item.source).unwrap().as_str()).or_default();
            text.push_str(pages.text_of(run));
            text.push_str(if run.ends_line.needs_space() { " " } else { "" });
        }
    }
    printed
}

/// The pointers of items that lead nowhere.
fn astray(pages: &Pages, spec: &Value) -> BTreeSet<String> {
    let leads = |source: SourceId| pages.pointer_of(source).filter(|at| spec.pointer(at.as_str()).is_some()).is_some();
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let astray = items.filter(|item| !leads(item.source));
    astray.map(|item| format!("{:?} {:?}", item.role, pages.pointer_of(item.source))).collect()
}

fn value_of(sample: &Sample) -> Value {
    serde_json::from_slice(&sample.spec).unwrap()
}

#[test]
fn every_item_of_every_sample_comes_from_a_place_that_is_there() {
    for sample in sample_files() {
        let pages = sample.stages().pages.unwrap();
        assert_eq!(astray(&pages, &value_of(&sample)), BTreeSet::new(), "{}", sample.name);
        let used: BTreeSet<SourceId> =
            pages.pages.iter().flat_map(|page| &page.items).map(|item| item.source).collect();
        assert_eq!(used.len(), pages.sources.len(), "{}: each source is that of an item, and noted once", sample.name);
    }
}

#[test]
fn a_field_that_is_left_out_is_no_place() {
    let mut tried = BTreeSet::new();
    for sample in samples() {
        let spec = value_of(&sample);
        for (owner, name) in members(&spec) {
            let figures = |c: char| c.is_ascii_digit();
            if !tried.insert(format!("{}/{name}", owner.replace(figures, ""))) {
                continue;
            }
            let mut without = spec.clone();
            without.pointer_mut(&owner).unwrap().as_object_mut().unwrap().remove(&name);
            for pages in all_pages(&without) {
                assert_eq!(astray(&pages, &without), BTreeSet::new(), "{} without {owner}/{name}", sample.name);
            }
        }
    }
    assert!(tried.len() > 80, "{}", tried.len());
}

/// The members of objects outside the bodies, each with the pointer of its object.
fn members(spec: &Value) -> Vec<(String, String)> {
    let (mut found, mut open) = (Vec::new(), vec![(String::new(), spec)]);
    while let Some((at, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                for (name, value) in members.iter().filter(|(name, _)| *name != "body" && *name != "layout") {
                    found.push((at.clone(), name.clone()));
                    open.push((format!("{at}/{name}"), value));
                }
            }
            // the second is as the first
            Value::Array(items) => open.extend(items.first().map(|first| (format!("{at}/0"), first))),
            _ => {}
        }
    }
    found
}

#[test]
fn a_source_leads_to_the_words_that_are_printed() {
    for sample in sample_files() {
        let spec = value_of(&sample);
        let pages = sample.stages().pages.unwrap();
        let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let mut compared = 0;
        for (at, printed) in printed(&pages) {
            let value = spec.pointer(at).unwrap();
            let text =
                [Some(value), value.get("heading"), value.get("text")].into_iter().flatten().find_map(Value::as_str);
            // dates and types are printed in words of their own
            let Some(text) = text.filter(|_| !at.ends_with("_date") && !at.ends_with("_type")) else { continue };
            let (written, printed) = (letters(text), letters(&printed));
            // a mark of the regulation, or a word of it, may stand around; what a runs' link shows as well
            if ["signed_at", "kind", "secrecy", "urgency", "date", "adoption", "draft"]
                .iter()
                .any(|end| at.ends_with(end))
            {
                continue;
            }
            assert!(printed.contains(&written), "{}: {at} is {written:?}, printed {printed:?}", sample.name);
            compared += 1;
        }
        assert!(compared > 3, "{}: {compared}", sample.name);
    }
}

#[test]
fn header_recipients_and_signature_come_from_their_fields() {
    let pages = all_pages(&report()).remove(0);
    let printed = printed(&pages);
    let expected = [
        ("", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "),
        ("/issuer/parents/0", "UBND TỈNH LẠNG SƠN "),
        ("/issuer/name", "SỞ NỘI VỤ "),
        ("/number", "Số: 07/BC-SNV "),
        ("/issue_date", "Lạng Sơn, ngày 09 tháng 10 năm 2025 "),
        ("/doc_type", "BÁO CÁO "),
        ("/subject", "Kết quả công tác quý III "),
        ("/body/0", "Nội dung báo cáo./. "),
        // the first is the word Nơi nhận, the second the office that no field names
        ("/recipients", "Nơi nhận: - Lưu: VT. "),
        ("/recipients/items/0", "- Lãnh đạo Sở; "),
        ("/signatures/0/position", "GIÁM ĐỐC "),
        ("/signatures/0/signer", "Lê Văn An "),
    ];
    assert_eq!(printed, expected.map(|(at, text)| (at, text.to_owned())).into());
}

#[test]
fn blocks_of_the_body_come_from_their_blocks() {
    let pages = body(&json!([
        { "type": "article", "label": "Điều 1.", "heading": "Phạm vi", "text": "Áp dụng." },
        { "type": "list", "items": ["Một", { "text": "Hai", "list": { "items": ["Ba"] } }] },
        { "type": "table", "caption": "Số liệu", "columns": [{}, {}], "header": [["A", "B"]], "rows": [["1", "2"]] },
        { "type": "paragraph", "text": [{ "text": "Có chú thích", "note": "Chú thích." }] },
    ]));
    let printed = printed(&pages);
    let of = |at: &str| printed.get(at).map(|text| text.trim_end());
    assert_eq!(of("/body/0"), Some("Điều 1. Phạm vi"));
    assert_eq!(of("/body/0/text"), Some("Áp dụng."));
    assert_eq!(of("/body/1/items/1"), Some("- Hai"));
    assert_eq!(of("/body/1/items/1/list/items/0"), Some("+ Ba"));
    assert_eq!(of("/body/2/caption"), Some("Bảng 1. Số liệu"));
    assert_eq!(of("/body/2/header/0/1"), Some("B"));
    assert_eq!(of("/body/2/rows/0/1"), Some("2"));
    assert_eq!(of("/body/3"), Some("Có chú thích1./. 1 Chú thích."));
    let labels: Vec<_> = pages
        .labels
        .iter()
        .map(|label| (pages.pointer_of(label.source).unwrap().as_str(), pages.label_text(label)))
        .collect();
    let of_body: Vec<_> = labels.into_iter().filter(|(at, _)| at.starts_with("/body")).collect();
    let expected = [
        ("/body/0", "Điều 1."),
        ("/body/1/items/0", "-"),
        ("/body/1/items/1", "-"),
        ("/body/1/items/1/list/items/0", "+"),
        ("/body/2/caption", "Bảng 1"),
    ];
    assert_eq!(of_body, expected);
}

#[test]
fn the_lines_of_a_table_come_from_the_table() {
    let pages = body(&json!([{ "type": "table", "columns": [{}], "rows": [["1"]] }]));
    let lines = pages.pages[0].items.iter().filter(|item| matches!(item.kind, ItemKind::Line { .. }));
    let of_table = lines.filter(|item| pages.pointer_of(item.source).unwrap().as_str() == "/body/0");
    assert_eq!(of_table.count(), 4);
}

#[test]
fn a_place_is_told_as_it_was_written() {
    // the empty paragraph is dropped, and with it what comes behind moves up; the field has a name that means another
    let mut spec = report_with(&json!({ "body": [
        { "type": "paragraph", "text": " " },
        { "type": "paragraph", "text": "Hai." },
    ] }));
    spec.as_object_mut().unwrap().remove("subject");
    spec["trích yếu"] = json!("Kết quả");
    let pages = all_pages(&spec).remove(0);
    let printed = printed(&pages);
    assert_eq!(printed.get("/body/1").map(String::as_str), Some("Hai./. "));
    assert_eq!(astray(&pages, &spec), BTreeSet::new());
}
