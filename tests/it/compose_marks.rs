//! Specification in, document out: stamps (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.2 and IV).

use serde_json::{Value, json};
use vanban::diag::registry;
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Color, Role};
use vanban::pages::{Item, ItemKind, Pages};
use vanban::profile;
use vanban::specification::Regulation;
use vanban::units::Length;
use vanban::{NoPictures, Options, Resources};

use crate::compose_support::{Composed, report_with};
use crate::docx_package::{Node, parts};
use crate::pdf_reader::Pdf;

/// A draft of a report with these stamps.
fn marked(marks: &Value) -> Composed {
    Composed::of(&report_with(&json!({ "number": null, "marks": marks })))
}

fn codes(c: &Composed) -> Vec<&str> {
    c.findings.iter().map(|finding| finding.code).collect()
}

fn pages(c: &Composed) -> Pages {
    layout(&mut c.document.clone(), &FontBook::bundled().unwrap())
}

fn text_in(node: &Node) -> String {
    node.all().iter().map(|node| node.text.as_str()).collect()
}

/// Left and upper edge, width and height of what the lines on page 1 enclose that belong to a role, and their colour.
fn frame(c: &Composed, role: Role) -> ([Length; 4], Color) {
    let pages = pages(c);
    let lines = pages.pages[0].items.iter().filter(|item| item.role == role).filter_map(|item| match item.kind {
        ItemKind::Line { x, y, width, height, color } => Some(([x, y, x + width, y + height], color)),
        _ => None,
    });
    let (sides, colors): (Vec<_>, Vec<_>) = lines.unzip();
    let least = |side: usize| sides.iter().map(|sides| sides[side]).min().unwrap();
    let most = |side: usize| sides.iter().map(|sides| sides[side]).max().unwrap();
    assert!(colors.iter().all(|color| *color == colors[0]));
    ([least(0), least(1), most(2) - least(0), most(3) - least(1)], colors[0])
}

/// Left edge, baseline, width and colour of the text of a role on page 1, which is one line.
fn text_of(c: &Composed, role: Role) -> (Length, Length, Length, Color) {
    let pages = pages(c);
    let runs = pages.pages[0].items.iter().filter_map(|Item { role: of, kind, .. }| match kind {
        ItemKind::Text(run) if *of == role => Some((run.x, run.y, run.width, run.color)),
        _ => None,
    });
    let runs: Vec<_> = runs.collect();
    let (first, last) = (runs[0], runs[runs.len() - 1]);
    (first.0, first.1, last.0 + last.2 - first.0, first.3)
}

#[test]
fn stamps_of_urgency_have_the_size_of_the_decree_and_are_red() {
    for (level, text, width) in
        [("extremely_urgent", "HỎA TỐC", 30), ("very_urgent", "THƯỢNG KHẨN", 40), ("urgent", "KHẨN", 20)]
    {
        let c = marked(&json!({ "urgency": level }));
        assert_eq!(codes(&c), Vec::<&str>::new());
        assert_eq!(c.texts(Role::UrgencyMark), [text]);
        let ([x, y, w, h], color) = frame(&c, Role::MarkBox);
        let near = |a: Length, b: Length| (a - b).to_twip().abs() <= 22;
        assert!(near(w, Length::mm(width)) && near(h, Length::mm(8)), "{level}: {w:?} × {h:?}");
        assert_eq!(color, Color::RED);
        // in the middle of its box, below the middle of the number
        let (text_x, baseline, text_width, of_text) = text_of(&c, Role::UrgencyMark);
        assert!(
            near(text_x + text_width / 2, x + w / 2),
            "{level}: {text_x:?} + {text_width:?} / 2, {x:?} + {w:?} / 2"
        );
        assert!(y < baseline && baseline < y + h);
        assert_eq!(of_text, Color::RED);
        let (number_x, number_y, number_width, _) = text_of(&c, Role::Number);
        assert!(near(number_x + number_width / 2, x + w / 2) && number_y < y, "{level}");
        let (_, title_y, ..) = text_of(&c, Role::DocType);
        assert!(title_y > y + h);
    }
}

#[test]
fn a_stamp_of_secrecy_has_two_frames_above_that_of_urgency() {
    for (level, text, width) in
        [("top_secret", "TUYỆT MẬT", 40), ("secret", "TỐI MẬT", 30), ("confidential", "MẬT", 20)]
    {
        let c = marked(&json!({ "secrecy": level, "urgency": "urgent" }));
        assert_eq!(c.texts(Role::SecrecyMark), [text]);
        let ([x, y, w, h], color) = frame(&c, Role::SecrecyMark);
        assert_eq!(color, Color::RED);
        // a millimetre inside the box, whose lines are half a point thick
        assert!((w - (Length::mm(width) - Length::mm(2))).to_twip().abs() <= 22, "{level}: {w:?}");
        assert!(h < Length::mm(6) && h > Length::mm(5), "{h:?}");
        assert!(y + h < text_of(&c, Role::UrgencyMark).1 && x > Length::ZERO);
        // its four lines meet at the corners
        let all = pages(&c);
        let lines = all.pages[0].items.iter().filter(|item| item.role == Role::SecrecyMark);
        let whole =
            lines.filter(|item| matches!(item.kind, ItemKind::Line { width, height, .. } if width == w || height == h));
        assert_eq!(whole.count(), 4, "{level}");
    }
}

#[test]
fn who_may_have_it_stands_on_the_right_of_the_top_margin_of_page_1() {
    let c = marked(&json!({ "circulation": "Xem xong trả lại", "recall": true }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    let page = &c.document.parts[0].sections[0].page;
    let ([x, y, w, h], _) = frame(&c, Role::MarkBox);
    assert!(y >= page.header_distance && y + h <= page.margin_top, "{y:?} {h:?}");
    assert_eq!((x + w).to_twip(), (page.width - page.margin_right).to_twip());
    assert_eq!(pages(&c).pages[0].items.iter().filter(|item| item.role == Role::CirculationMark).count(), 1);
    assert_eq!(text_of(&c, Role::RecallMark).3, Color::RED);
    assert_eq!(text_of(&c, Role::CirculationMark).3, Color::BLACK);
    // the text begins where it would without
    let plain = marked(&json!({}));
    assert_eq!(text_of(&c, Role::Number), text_of(&plain, Role::Number));
}

#[test]
fn the_margin_of_an_electronic_copy_has_room_for_a_stamp_where_it_is_higher() {
    let copy = json!({ "kind": "certified_copy", "signed_at": "2026-02-03T14:05:00+07:00" });
    let marks = json!({ "circulation": "Lưu hành nội bộ" });
    let c = Composed::of(&report_with(&json!({ "copy": copy, "marks": marks })));
    assert_eq!(codes(&c), [registry::MARKS_IN_MARGIN.code]);
    let layout = json!({ "margin_top": "25mm" });
    let c = Composed::of(&report_with(&json!({ "copy": copy, "marks": marks, "layout": layout })));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert!(text_of(&c, Role::SigningLine).1 > text_of(&c, Role::CirculationMark).1);
}

#[test]
fn both_files_have_the_stamps_in_their_colours() {
    let c = marked(&json!({ "secrecy": "secret", "draft": "Dự thảo lần 2", "circulation": "Lưu hành nội bộ" }));
    let (docx, pdf) = c.files();
    let parts = parts(&docx);
    let body = &parts["word/document.xml"];
    let box_of = body.named("w:tbl").into_iter().find(|table| text_in(table).contains("TỐI MẬT")).unwrap();
    let height = box_of.named("w:trHeight")[0];
    assert_eq!((height.get("w:hRule"), height.get("w:val")), (Some("exact"), Some("454")));
    assert!(box_of.named("w:tblBorders")[0].children.iter().all(|side| side.get("w:color") == Some("FF0000")));
    let styles = &parts["word/styles.xml"];
    let style =
        |name: &str| styles.named("w:style").into_iter().find(|s| s.val("w:name") == Some(name)).unwrap().clone();
    let red = style("Dấu chỉ độ mật");
    assert_eq!(red.named("w:color")[0].get("w:val"), Some("FF0000"));
    assert_eq!(red.named("w:pBdr")[0].children.len(), 4);
    assert!(style("Dấu dự thảo").named("w:color").is_empty());
    let in_header = parts.iter().filter(|(name, _)| name.starts_with("word/header"));
    assert_eq!(in_header.filter(|(_, part)| text_in(part).contains("LƯU HÀNH NỘI BỘ")).count(), 1);
    // red is painted, and black again behind it
    let pdf = Pdf::read(&pdf);
    let content = String::from_utf8_lossy(pdf.data(pdf.pages()[0], "Contents")).into_owned();
    let painted: Vec<&str> = content.lines().filter(|line| line.ends_with(" rg") || line.ends_with(" g")).collect();
    assert!(painted.contains(&"1 0 0 rg") && painted.last() != Some(&"1 0 0 rg"), "{painted:?}");
}

#[test]
fn a_stamp_that_says_nothing_or_cannot_be_is_told() {
    let fonts = FontBook::bundled().unwrap();
    let codes_of = |changes: &Value| {
        let spec = serde_json::to_vec(&report_with(changes)).unwrap();
        let found = vanban::check(&spec, Resources::new(&fonts).pictures(&NoPictures), &Options::default());
        found.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(codes_of(&json!({ "marks": { "draft": "Dự thảo" } })), [registry::NUMBERED_DRAFT.code]);
    assert_eq!(codes_of(&json!({ "marks": { "circulation": " " } })).len(), 1);
    let long = "Chỉ phổ biến trong cơ quan, ".repeat(5);
    assert_eq!(codes_of(&json!({ "marks": { "circulation": long.trim_end() } })), [registry::MARK_TOO_LONG.code]);
    assert_eq!(codes_of(&json!({ "marks": { "circulation": "Lưu hành\nnội bộ" } })).len(), 1);
}

#[test]
fn every_type_has_its_stamps() {
    for regulation in [Regulation::Nd30, Regulation::Tt01] {
        for name in profile::get(regulation).unwrap().doc_types.keys() {
            let name = serde_json::to_value(name).unwrap();
            let marks = json!({ "urgency": "urgent", "draft": "Dự thảo" });
            let regulation = serde_json::to_value(regulation).unwrap();
            let spec = report_with(&json!({ "doc_type": name, "regulation": regulation, "marks": marks }));
            let c = Composed::of(&spec);
            assert_eq!(c.texts(Role::UrgencyMark), ["KHẨN"], "{name}");
            assert_eq!(c.texts(Role::DraftMark), ["DỰ THẢO"], "{name}");
        }
    }
}
