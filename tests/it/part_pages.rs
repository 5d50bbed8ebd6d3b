//! What a part has of its own beside its text: the margins of its pages, the organ in the header of an attached text.

use serde_json::{Value, json};
use vanban::diag::registry;
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Role, Section};
use vanban::pages::{ItemKind, Pages};
use vanban::units::Length;

use crate::compose_support::{Composed, report_with};
use crate::docx_package::parts;

fn text(text: &str) -> Value {
    json!({ "type": "paragraph", "text": text })
}

/// A report with a plan attached, and an appendix.
fn with(attached: &Value, appendix: &Value, body: &Value) -> Composed {
    let merged = |base: Value, changes: &Value| {
        let mut base = base;
        changes.as_object().unwrap().iter().for_each(|(key, value)| base[key] = value.clone());
        base
    };
    Composed::of(&report_with(&json!({
        "body": body,
        "attachments": [merged(json!({ "doc_type": "plan", "subject": "Kiểm kê", "body": [text("Nội dung kế hoạch.")] }), attached)],
        "appendices": [merged(json!({ "title": "Biểu", "body": [text("Nội dung phụ lục.")] }), appendix)],
    })))
}

/// In whole millimetres, to the nearest.
fn mm(length: Length) -> i64 {
    (length + Length::mm(1) / 2).to_mm()
}

/// The margins of a section in millimetres: top, right, bottom, left.
fn margins(section: &Section) -> [i64; 4] {
    let page = &section.page;
    [page.margin_top, page.margin_right, page.margin_bottom, page.margin_left].map(mm)
}

fn told(c: &Composed) -> Vec<(&'static str, String)> {
    c.findings.iter().map(|finding| (finding.code, finding.at.to_string())).collect()
}

/// Where the first line of a text stands on its page, from the left, in millimetres.
fn left_of(pages: &Pages, words: &str) -> i64 {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let found = items.into_iter().find_map(|item| match &item.kind {
        ItemKind::Text(run) if pages.text_of(run).contains(words) => Some(mm(run.x)),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no {words:?}"))
}

#[test]
fn margins_of_a_part_and_of_a_page_setup_are_those_of_its_pages_in_both_files() {
    let setup = json!({ "type": "page_setup", "orientation": "landscape", "margins": { "top": "25mm" } });
    let back = json!({ "type": "page_setup", "orientation": "portrait" });
    let c = with(
        &json!({ "margins": { "left": "35mm", "right": "20mm" } }),
        &json!({ "orientation": "landscape", "margins": { "bottom": "25mm", "left": "35mm" },
            "body": [text("Một."), { "type": "page_setup", "orientation": "landscape", "margins": { "left": "30mm" } }, text("Hai.")] }),
        &json!([text("Trước, xem phụ lục."), setup, text("Ngang."), back, text("Sau.")]),
    );
    assert_eq!(told(&c), []);
    let of = |part: usize| c.document.parts[part].sections.iter().map(margins).collect::<Vec<_>>();
    assert_eq!(of(0), [[20, 15, 20, 30], [25, 15, 20, 30], [20, 15, 20, 30]]);
    assert_eq!(of(1), [[20, 20, 20, 35]]);
    assert_eq!(of(2), [[20, 15, 25, 35], [20, 15, 25, 30]], "what is absent is that of the part");
    let (docx, _) = c.files();
    let parts = parts(&docx);
    let word: Vec<[i64; 4]> = parts["word/document.xml"]
        .named("w:pgMar")
        .into_iter()
        .map(|node| {
            ["w:top", "w:right", "w:bottom", "w:left"]
                .map(|side| mm(Length::twip(node.get(side).unwrap().parse().unwrap())))
        })
        .collect();
    assert_eq!(word, [of(0), of(1), of(2)].concat());
    let pages = layout(&mut c.document.clone(), &FontBook::bundled().unwrap());
    // the first line is indented by 12.7 mm
    let indent = left_of(&pages, "Trước") - 30;
    assert_eq!(
        ["Nội dung kế hoạch", "Một", "Hai", "Sau"].map(|words| left_of(&pages, words) - indent),
        [35, 35, 30, 30]
    );
}

#[test]
fn margins_of_a_part_are_judged_as_those_of_the_document() {
    let body = json!([text("Xem phụ lục.")]);
    let of = |given: Value| told(&with(&json!({}), &json!({ "margins": given }), &body));
    let one = |kind: &'static str, at: &str| vec![(kind, format!("/appendices/0/margins{at}"))];
    assert_eq!(of(json!({ "left": "50mm" })), one(registry::OUT_OF_RANGE.code, "/left"));
    assert_eq!(of(json!({ "top": "900mm" })), one(registry::IMPOSSIBLE_VALUE.code, "/top"));
    assert_eq!(of(json!({ "top": "20" })), one(registry::BAD_VALUE.code, "/top"));
    assert!(of(json!({ "left": "100mm", "right": "80mm" })).contains(&one(registry::NO_TEXT_BLOCK.code, "")[0]));
    let setup = json!([text("Xem phụ lục."), { "type": "page_setup", "orientation": "portrait", "margins": { "right": "30mm" } }, text("Sau.")]);
    let c = with(&json!({}), &json!({}), &setup);
    assert_eq!(told(&c), [(registry::OUT_OF_RANGE.code, "/body/1/margins/right".to_owned())]);
    assert_eq!(c.document.parts[0].sections.len(), 2, "other margins turn the page too");
}

#[test]
fn margins_alone_leave_the_pages_as_they_lie() {
    let setup = |margins: Value| json!({ "type": "page_setup", "margins": margins });
    let across = json!({ "type": "page_setup", "orientation": "landscape" });
    let body = json!([text("Xem phụ lục."), across, text("Ngang."), setup(json!({ "left": "35mm" })), text("Vẫn ngang."),
        { "type": "page_setup" }, text("Lề như trước.")]);
    let c = with(&json!({}), &json!({}), &body);
    assert_eq!(told(&c), []);
    let sections = &c.document.parts[0].sections;
    let left = |margins: [i64; 4]| margins[3];
    let made: Vec<_> = sections.iter().map(|s| (s.page.width > s.page.height, left(margins(s)))).collect();
    assert_eq!(made, [(false, 30), (true, 30), (true, 35), (true, 30)]);
}

#[test]
fn pages_that_are_so_already_are_told() {
    let setup = |margins: Value| json!({ "type": "page_setup", "margins": margins });
    let wide = json!({ "left": "35mm" });
    let c = with(
        &json!({}),
        &json!({}),
        &json!([text("Xem phụ lục."), setup(wide.clone()), text("A."), setup(wide), text("B.")]),
    );
    assert_eq!(told(&c), [(registry::IDLE_PAGE_SETUP.code, "/body/3".to_owned())]);
}

#[test]
fn an_attached_text_of_another_organ_has_its_names_in_the_header() {
    let issuer = json!({ "parents": ["Sở Nội vụ"], "name": "Trung tâm Lưu trữ lịch sử" });
    let signed = json!([{ "position": "Giám đốc Trung tâm", "signer": "Trần Văn Bình" }]);
    let body = json!([text("Xem phụ lục.")]);
    let c = with(&json!({ "issuer": issuer, "signatures": signed }), &json!({}), &body);
    assert_eq!(told(&c), []);
    assert_eq!(c.texts(Role::Issuer), ["SỞ NỘI VỤ", "TRUNG TÂM|LƯU TRỮ LỊCH SỬ"]);
    assert_eq!(c.texts(Role::ParentIssuer), ["UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ"]);
    assert!(c.texts(Role::Accompanies)[0].contains("của Sở Nội vụ"), "the document is still that of its organ");
    let (docx, pdf) = c.files();
    assert!(crate::pdf_reader::Pdf::read(&pdf).text().concat().contains("LƯU TRỮ LỊCH SỬ"));
    assert!(parts(&docx)["word/document.xml"].dump().contains("LƯU TRỮ LỊCH SỬ"));
    let more = json!({ "name": "Trung tâm", "abbreviation": "TTLT", "contact": { "phone": "0205.3814.555" } });
    let at = |field: &str| (registry::NOT_PRINTED.code, format!("/attachments/0/issuer/{field}"));
    assert_eq!(told(&with(&json!({ "issuer": more }), &json!({}), &body)), [at("abbreviation"), at("contact")]);
}
