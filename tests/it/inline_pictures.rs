//! Pictures in running text: where they stand on their lines, how high these become, what both files hold of them.

use serde_json::{Value, json};
use vanban::model::{Inline, Role};
use vanban::pages::{Item, ItemKind, Kid, Pages, Tag};
use vanban::specification::Spec;
use vanban::units::Length;
use vanban::{Format, Options, Rendered, Resources};

use crate::compose_support::{Composed, report_with};
use crate::docx_package::{Node, parts};
use crate::text_pictures::Files;

/// A square picture so high.
fn picture(height: &str) -> Value {
    json!({ "picture": "96x96.png", "alternative_text": "nút Lưu", "height": height })
}

fn paragraph(runs: &Value) -> Value {
    json!({ "type": "paragraph", "text": runs })
}

fn spec(blocks: &Value, layout: &Value) -> Value {
    report_with(&json!({ "body": blocks, "layout": layout }))
}

fn pages_in(blocks: &Value, layout: &Value) -> Pages {
    let fonts = vanban::font::FontBook::bundled().unwrap();
    let bytes = serde_json::to_vec(&spec(blocks, layout)).unwrap();
    let stages = vanban::run_stages(&bytes, Resources::new(&fonts).pictures(&Files), &Options::default());
    stages.pages.unwrap_or_else(|| panic!("no pages: {:#?}", stages.findings))
}

fn pages(blocks: &Value) -> Pages {
    pages_in(blocks, &json!({}))
}

fn render(blocks: &Value) -> Rendered {
    let fonts = vanban::font::FontBook::bundled().unwrap();
    let bytes = serde_json::to_vec(&spec(blocks, &json!({}))).unwrap();
    vanban::render(&bytes, Resources::new(&fonts).pictures(&Files), &Options::default()).unwrap()
}

/// The code and place of each finding about the body.
fn told_in(blocks: &Value, layout: &Value) -> Vec<(&'static str, String)> {
    let fonts = vanban::font::FontBook::bundled().unwrap();
    let bytes = serde_json::to_vec(&spec(blocks, layout)).unwrap();
    let stages = vanban::run_stages(&bytes, Resources::new(&fonts).pictures(&Files), &Options::default());
    let of_body = stages.findings.iter().filter(|finding| finding.at.as_str().starts_with("/body"));
    of_body.map(|finding| (finding.code, finding.at.as_str().to_owned())).collect()
}

fn told(blocks: &Value) -> Vec<(&'static str, String)> {
    told_in(blocks, &json!({}))
}

/// What stands on the lines of running text: a text with its baseline, or a picture with its foot.
#[derive(Debug, PartialEq)]
enum Set {
    Text(String, Length, Length),
    Picture(Length, Length, Length),
}

fn set(pages: &Pages, role: Role) -> Vec<Set> {
    let items = pages.pages.iter().flat_map(|page| &page.items).filter(|item| item.role == role);
    let one = |item: &Item| match &item.kind {
        ItemKind::Text(run) => Some(Set::Text(pages.text_of(run).to_owned(), run.x, run.y)),
        ItemKind::Image { x, y, width, height, .. } => Some(Set::Picture(*x, *y + *height, *width)),
        ItemKind::Line { .. } | ItemKind::SignatureField { .. } => None,
    };
    items.filter_map(one).collect()
}

/// The baselines of four lines, the second of them with a picture so high.
fn baselines(height: Option<&str>, layout: &Value) -> Vec<Length> {
    let second = height.map_or(json!("hai "), picture);
    let pages = pages_in(&json!([paragraph(&json!(["Một\nhai ", second, " tiếp\nba\nbốn"]))]), layout);
    let mut lines = Vec::new();
    for item in set(&pages, Role::Body) {
        let (Set::Text(_, _, y) | Set::Picture(_, y, _)) = item;
        if lines.last() != Some(&y) {
            lines.push(y);
        }
    }
    lines
}

#[test]
fn a_picture_stands_on_the_baseline_between_its_words() {
    let pages = pages(&json!([paragraph(&json!(["Nhấn nút ", picture("4mm"), " để lưu"]))]));
    let [Set::Text(before, x, y), Set::Picture(left, foot, width), Set::Text(after, right, below)] =
        &set(&pages, Role::Body)[..]
    else {
        panic!("{:#?}", set(&pages, Role::Body))
    };
    assert_eq!((before.as_str(), after.as_str()), ("Nhấn nút ", " để lưu./."));
    assert!((y, y) == (foot, below) && x < left);
    assert_eq!(*width, Length::mm(4).round_to_twip());
    assert_eq!(left.to_twip() + width.to_twip(), right.to_twip(), "no white space of its own");
}

#[test]
fn a_line_becomes_as_much_higher_as_its_picture_is_higher_than_letters() {
    for layout in [json!({ "line_spacing": "single" }), json!({ "line_spacing": "1.5" })] {
        let plain = baselines(None, &layout);
        assert_eq!(baselines(Some("4mm"), &layout), plain, "no higher than letters: {layout}");
        // 14 pt letters reach 13.1 pt above the baseline, the gap of the face with them
        let raised = baselines(Some("20pt"), &layout);
        let more: Vec<i64> = raised.iter().zip(&plain).map(|(now, was)| (*now - *was).to_twip()).collect();
        assert_eq!(more[0], 0);
        assert!((136..=140).contains(&more[1]), "{more:?}");
        assert!(more[1..].iter().all(|by| *by == more[1]), "{more:?}");
    }
}

#[test]
fn lines_of_a_fixed_or_narrow_spacing_refuse_what_they_have_no_room_for() {
    let blocks = |height: &str| json!([paragraph(&json!(["Nhấn ", picture(height)])), { "type": "list", "items": [["Và ", picture(height)]] }]);
    let places = || vec![("VB257", "/body/0".to_owned()), ("VB257", "/body/1/items/0".to_owned())];
    for spacing in ["exactly 18pt", "0.9"] {
        let layout = json!({ "line_spacing": spacing });
        assert_eq!(told_in(&blocks("20pt"), &layout), places(), "{spacing}");
        // as the hint says
        let most = if spacing == "0.9" { "13pt" } else { "14pt" };
        assert_eq!(told_in(&blocks(most), &layout), [], "{spacing}");
        assert_eq!(baselines(Some(most), &layout), baselines(None, &layout));
    }
    assert_eq!(told_in(&blocks("20pt"), &json!({ "line_spacing": "single" })), []);
}

#[test]
fn no_line_ends_beside_a_picture_but_at_white_space() {
    // wherever the picture comes on its line
    for words in 8..24 {
        let before = format!("{}nút", "một ".repeat(words));
        let pages = pages(&json!([paragraph(&json!([
            before,
            picture("9mm"),
            ", rồi ".to_owned() + &"hai ".repeat(30) + "hết"
        ]))]));
        let set = set(&pages, Role::Body);
        let at = set.iter().position(|item| matches!(item, Set::Picture(..))).unwrap();
        let Set::Picture(_, foot, _) = set[at] else { unreachable!() };
        let (Set::Text(before, _, above), Set::Text(after, _, below)) = (&set[at - 1], &set[at + 1]) else {
            panic!("{set:#?}")
        };
        assert!(before.ends_with("nút") && after.starts_with(','), "{before:?} {after:?}");
        assert_eq!((*above, *below), (foot, foot), "{words} words before it");
    }
}

#[test]
fn a_line_holds_as_many_pictures_as_it_has_room_for() {
    // a column of 165 mm; the first line begins 1.27 cm further in, and white space stands between them
    let mut runs = Vec::new();
    for _ in 0..12 {
        runs.extend([picture("30mm"), json!(" ")]);
    }
    let pages = pages_in(&json!([paragraph(&runs.into())]), &json!({ "first_line_indent": "1.27cm" }));
    // margins are whole twips in Word's file, and so here
    let edge = Length::mm(30 + 165) + Length::twip(1);
    let mut lines: Vec<(Length, usize)> = Vec::new();
    for item in set(&pages, Role::Body) {
        let Set::Picture(x, foot, width) = item else { continue };
        assert!(x + width <= edge, "{x:?} is beyond the edge");
        match lines.last_mut() {
            Some((last, count)) if *last == foot => *count += 1,
            _ => lines.push((foot, 1)),
        }
    }
    assert_eq!(lines.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [4, 5, 3]);
}

#[test]
fn a_line_of_nothing_but_pictures_has_no_room_below_them() {
    let height = |runs: Value| {
        let pages = pages(&json!([paragraph(&runs), paragraph(&json!("Sau"))]));
        let set = set(&pages, Role::Body);
        let foot = set.iter().find_map(|item| if let Set::Picture(_, foot, _) = item { Some(*foot) } else { None });
        let after = set.iter().find_map(|item| match item {
            Set::Text(text, _, y) if text.starts_with("Sau") => Some(*y),
            _ => None,
        });
        (after.unwrap() - foot.unwrap()).to_twip()
    };
    let alone = height(json!([picture("20mm")]));
    assert_eq!(height(json!([picture("20mm"), " ", picture("9mm")])), alone);
    // the descent of 14 pt
    let with_text = height(json!([picture("20mm"), " x"]));
    assert!((59..=61).contains(&(with_text - alone)), "{with_text} {alone}");
}

#[test]
fn sizes_are_as_asked_or_four_millimetres_and_files_are_kept_once() {
    let shown = |runs: Value| {
        let c = Composed::with(&spec(&json!([paragraph(&runs)]), &json!({})), &Files);
        assert!(c.findings.is_empty(), "{:#?}", c.findings);
        let paragraphs = c.paragraphs();
        let (_, paragraph) = paragraphs.iter().find(|(role, _)| *role == Role::Body).unwrap();
        let sizes = paragraph.inlines.iter().filter_map(|inline| match inline {
            Inline::InlinePicture(picture) => Some((picture.width, picture.height)),
            _ => None,
        });
        (sizes.collect::<Vec<_>>(), c.document.pictures.len())
    };
    let of = |more: Value| {
        let mut run = json!({ "picture": "200x100.png", "alternative_text": "nút Lưu" });
        more.as_object().unwrap().iter().for_each(|(key, value)| run[key] = value.clone());
        run
    };
    let mm = |mm| Length::mm(mm).round_to_twip();
    let runs = json!([
        "Nút ",
        of(json!({})),
        of(json!({ "width": "20mm" })),
        of(json!({ "height": "5mm" })),
        of(json!({ "width": "20mm", "height": "5mm" }))
    ]);
    let (sizes, files) = shown(runs);
    assert_eq!(sizes, [(mm(8), mm(4)), (mm(20), mm(10)), (mm(5) * 2, mm(5)), (mm(5) * 2, mm(5))]);
    assert_eq!(files, 1);
}

#[test]
fn word_has_it_in_a_run_of_its_own_and_a_reader_inside_the_paragraph() {
    let blocks = json!([
        paragraph(&json!([{ "text": "Nhấn nút ", "bold": true, "picture": "96x96.png", "alternative_text": "nút Lưu" }, " để lưu."])),
        { "type": "list", "items": [["Nút ", picture("4mm")]] },
        { "type": "table", "rows": [["1", ["Nút ", picture("4mm"), " khác"]]] },
        paragraph(&json!("Hết")),
    ]);
    let rendered = render(&blocks);
    assert!(rendered.findings.is_empty(), "{:#?}", rendered.findings);
    let word = &parts(rendered.bytes(Format::Docx).unwrap())["word/document.xml"];
    let holding: Vec<&Node> = word.named("w:p").into_iter().filter(|p| !p.named("wp:inline").is_empty()).collect();
    assert_eq!(holding.len(), 3);
    let runs: Vec<bool> = holding[0].named("w:r").iter().map(|run| run.child("w:drawing").is_some()).collect();
    assert_eq!(runs, [false, true, false]);
    for inline in word.named("wp:inline") {
        assert_eq!(inline.child("wp:docPr").unwrap().get("descr"), Some("nút Lưu"));
        let extent = inline.child("wp:extent").unwrap();
        assert_eq!((extent.get("cx"), extent.get("cy")), (Some("144145"), Some("144145")), "4 mm in whole twips");
    }
    let pages = pages(&blocks);
    let elements = &pages.structure.elements;
    let holders = elements.iter().filter(|element| {
        element
            .kids
            .iter()
            .any(|kid| matches!(kid, Kid::Element(id) if elements[id.0 as usize].tag == Tag::InlineFigure))
    });
    assert_eq!(holders.map(|holder| holder.tag).collect::<Vec<_>>(), [Tag::Paragraph, Tag::ListBody, Tag::TableCell]);
    let first = elements.iter().find(|element| element.tag == Tag::InlineFigure).unwrap();
    assert_eq!(first.remarks.as_ref().unwrap().alternative_text.as_deref(), Some("nút Lưu"));
    let pdf = String::from_utf8_lossy(rendered.bytes(Format::Pdf).unwrap()).into_owned();
    assert!(pdf.contains("%PDF-"), "a PDF");
}

#[test]
fn a_column_is_as_wide_as_a_word_with_its_pictures() {
    let wide = json!({ "picture": "96x96.png", "alternative_text": "nút Lưu", "width": "30mm" });
    let long = "Nội dung kiểm tra. ".repeat(40).trim().to_owned();
    let table = json!({ "type": "table", "rows": [[long, ["a ", wide, wide, " b"]]] });
    let c = Composed::with(&spec(&json!([table]), &json!({})), &Files);
    assert!(c.findings.is_empty(), "{:#?}", c.findings);
    assert!(c.tables(Role::Table)[0].columns[1] >= Length::mm(60), "two pictures that nothing parts are one word");
}

#[test]
fn titles_say_what_a_picture_shows_and_marks_stand_behind_it() {
    let blocks = json!([
        { "type": "contents" },
        { "type": "section", "heading": ["Nút ", picture("4mm")] },
        { "type": "field", "label": ["Nút ", picture("4mm")], "value": "a" },
        paragraph(&json!(["Nhấn ", picture("4mm")])),
    ]);
    let pages = pages(&blocks);
    assert!(
        pages.outline.iter().any(|entry| entry.title.ends_with("Nút nút Lưu") || entry.title.ends_with("NÚT nút Lưu")),
        "{:?}",
        pages.outline
    );
    let c = Composed::with(&spec(&blocks, &json!({})), &Files);
    assert!(c.texts(Role::Contents1).iter().any(|text| text.contains("nút Lưu")), "{:?}", c.texts(Role::Contents1));
    let bodies: Vec<_> = c.paragraphs().into_iter().filter(|(role, _)| *role == Role::Body).map(|(_, p)| p).collect();
    let is_behind = |index: usize, mark: &str| {
        let at = bodies[index].inlines.iter().position(|inline| matches!(inline, Inline::InlinePicture(_))).unwrap();
        assert!(
            matches!(&bodies[index].inlines[at + 1], Inline::Run(run) if run.text.starts_with(mark)),
            "{:?}",
            bodies[index]
        );
    };
    is_behind(0, ":");
    is_behind(1, "./.");
}

#[test]
fn what_cannot_be_shown_is_told_at_its_run() {
    let of = |run: Value| told(&json!([paragraph(&json!(["Nhấn ", run, " để lưu"]))]));
    let at = |field: &str| format!("/body/0/text/1{field}");
    assert_eq!(of(json!({ "picture": "96x96.png" })), [("VB251", at(""))]);
    assert_eq!(of(json!({ "picture": "muc-in.jpg", "alternative_text": "a" })), [("VB250", at("/picture"))]);
    assert_eq!(of(json!({ "picture": "../a.png", "alternative_text": "a" })), [("VB085", at("/picture"))]);
    assert_eq!(of(picture("5")), [("VB100", at("/height"))]);
    assert_eq!(of(picture("101mm")), [("VB101", at("/height"))]);
    let wide = json!({ "picture": "3000x30.png", "alternative_text": "a", "height": "5mm" });
    assert_eq!(of(wide), [("VB117", at("/height"))]);
    assert_eq!(of(json!({ "text": "a", "width": "5mm" })), [("VB010", at("/width"))]);
    assert_eq!(of(json!({ "bold": true })), [("VB012", at("/text"))]);
    let noted = json!({ "text": "nút", "note": ["Xem ", picture("4mm")] });
    assert_eq!(of(noted), [("VB256", at("/note/1/picture"))]);
}

#[test]
fn it_is_written_as_it_is_read() {
    let runs = json!([picture("4mm"), { "text": "Nút ", "bold": true, "picture": "96x96.png", "alternative_text": "a", "width": "5mm" }]);
    let given = spec(&json!([paragraph(&runs)]), &json!({}));
    let read: Spec = serde_json::from_value(given).unwrap();
    let written = serde_json::to_value(read).unwrap();
    assert_eq!(written["body"][0]["text"], runs);
}
