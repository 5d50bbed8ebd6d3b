//! Boxes to be ticked, parties of contracts, quotations of law.

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Inline, Role, RunPart, Typeface};
use vanban::pages::{CheckState, Tag};

use crate::compose_support::{Composed, body};

fn tags(c: &Composed) -> Vec<Tag> {
    let pages = layout(&mut c.document.clone(), &FontBook::bundled().unwrap());
    pages.structure.elements.into_iter().map(|element| element.tag).collect()
}

fn count(blocks: Value, code: &str) -> usize {
    body(&blocks).codes().iter().filter(|(found, _)| *found == code).count()
}

fn boxes(texts: &[&str]) -> Vec<Value> {
    texts.iter().map(|text| json!({ "text": text })).collect()
}

#[test]
fn boxes_stand_behind_their_label_where_it_has_room_for_all() {
    let short = json!({ "type": "checkbox", "label": "Giới tính", "items": boxes(&["Nam", "Nữ"]) });
    let long = "Ủy ban nhân dân các xã, phường, đặc khu";
    let below = json!({ "type": "checkbox", "label": "Nơi nhận kết quả:", "items": boxes(&[long, long]) });
    let c = body(&json!([short, below, { "type": "paragraph", "text": "Hết" }]));
    let expected = [
        "Giới tính:→☐ Nam→☐ Nữ".to_owned(),
        "Nơi nhận kết quả:".to_owned(),
        format!("☐ {long}"),
        format!("☐ {long}"),
        "Hết./.".to_owned(),
    ];
    assert_eq!(c.body_texts(), expected);
    assert!(c.codes().is_empty(), "{:?}", c.codes());
}

#[test]
fn columns_are_as_many_as_have_room() {
    let of = |columns: u8, texts: &[&str]| {
        body(&json!([{ "type": "checkbox", "columns": columns, "items": boxes(texts) }])).body_texts()
    };
    assert_eq!(of(2, &["Một", "Hai", "Ba"]), ["☐ Một→☐ Hai", "☐ Ba./."]);
    assert_eq!(of(3, &["Một", "Hai", "Ba"]), ["☐ Một→☐ Hai→☐ Ba./."]);
    let long = "Báo cáo kết quả thực hiện nhiệm vụ quý I năm 2026 của cơ quan";
    assert_eq!(of(3, &["Một", long]), ["☐ Một".to_owned(), format!("☐ {long}./.")]);
}

#[test]
fn a_box_says_how_it_stands_and_is_drawn_in_a_face_that_has_it() {
    let items = json!([{ "text": "Có", "checked": true }, { "text": "Không", "checked": false }, { "text": "Khác" }]);
    let c = body(&json!([{ "type": "checkbox", "items": items }]));
    let signs: Vec<_> = c
        .paragraphs()
        .iter()
        .flat_map(|(_, paragraph)| &paragraph.inlines)
        .filter_map(|inline| match inline {
            Inline::Run(run) if matches!(run.part, RunPart::Box(_)) => {
                Some((run.text.clone(), run.typeface, run.expansion.unwrap()))
            }
            _ => None,
        })
        .collect();
    let sign = |text: &str, says| (text.to_owned(), Typeface::Symbols, says);
    assert_eq!(signs, [sign("☒", "đã chọn"), sign("☐", "không chọn"), sign("☐", "ô để đánh dấu")]);
    let states = tags(&c).into_iter().filter_map(|tag| match tag {
        Tag::CheckBox(state) => Some(state),
        _ => None,
    });
    assert_eq!(states.collect::<Vec<_>>(), [CheckState::Checked, CheckState::Unchecked, CheckState::Open]);
}

#[test]
fn boxes_that_cannot_be_are_told() {
    let with = |columns: u8| json!([{ "type": "checkbox", "items": boxes(&["Một"]), "columns": columns }]);
    assert_eq!([0, 1, 6, 7].map(|columns| count(with(columns), "VB182")), [1, 0, 0, 1]);
    assert_eq!(count(json!([{ "type": "checkbox", "items": [] }]), "VB072"), 1);
}

#[test]
fn a_party_is_a_bold_name_above_lines_that_stay_with_it() {
    let c = body(&json!([
        { "type": "party", "name": "BÊN A", "full_name": "Công ty Kinh Bắc", "fields": [
            { "label": "Mã số thuế" },
            { "label": "Đại diện", "value": "Bà Vân", "beside": [{ "label": "Chức vụ", "value": "Giám đốc" }] }
        ] },
        { "type": "party", "name": "BÊN B:" }
    ]));
    let texts = ["BÊN A: Công ty Kinh Bắc", "Mã số thuế:→", "Đại diện: Bà Vân→Chức vụ: Giám đốc", "BÊN B:./."];
    assert_eq!(c.body_texts(), texts);
    assert!(c.document.styles.get(Role::PartyName).bold);
    let body = c.paragraphs().into_iter().filter(|(role, _)| matches!(role, Role::PartyName | Role::Body));
    let keeps: Vec<_> = body.map(|(_, paragraph)| paragraph.keep_with_next).collect();
    assert_eq!(keeps[..3], [Some(true), Some(true), None]);
}

#[test]
fn a_quotation_counts_nothing_and_is_put_into_marks() {
    let c = body(&json!([
        { "type": "clause", "text": "Sửa đổi khoản 2 như sau:" },
        { "type": "point", "text": "Một;" },
        { "type": "quotation", "paragraphs": ["2. Hồ sơ gồm:", "đ) Đơn;", "a) Bản sao."] },
        { "type": "point", "text": "Hai;" },
        { "type": "quotation", "paragraphs": ["“3. Gọi là “hồ sơ”.”;"] },
        { "type": "clause", "text": "Bãi bỏ khoản 4." }
    ]));
    let texts = [
        "1. Sửa đổi khoản 2 như sau:",
        "a) Một;",
        "“2. Hồ sơ gồm:",
        "đ) Đơn;",
        "a) Bản sao.”",
        "b) Hai;",
        "“3. Gọi là “hồ sơ”.”;",
        "2. Bãi bỏ khoản 4./.",
    ];
    assert_eq!(c.body_texts(), texts);
    assert!(c.codes().is_empty(), "{:?}", c.codes());
    let tags = tags(&c);
    assert_eq!(tags.iter().filter(|tag| **tag == Tag::Quotation).count(), 2);
}

#[test]
fn quotation_marks_that_do_not_pair_are_told() {
    let with = |paragraphs: Value| json!([{ "type": "quotation", "paragraphs": paragraphs }]);
    assert_eq!(count(with(json!(["1. Gọi là “hồ sơ;"])), "VB183"), 1);
    assert_eq!(count(with(json!(["1. Gọi là “hồ sơ”;", "2. Bãi bỏ."])), "VB183"), 0);
    assert_eq!(count(with(json!(["“1. Gọi là “hồ sơ”;", "2. Bãi bỏ.”."])), "VB183"), 0);
    assert_eq!(count(with(json!([])), "VB072"), 1);
}
