//! Pictures in the cells of tables: their size and place, the rows that hold them, the columns they ask for.

use serde_json::{Value, json};
use vanban::model::{Alignment, BlockKind, Cell, InlinePicture, Role, RowSplit, Table};
use vanban::pages::{Item, ItemKind, Pages, Tag};
use vanban::units::Length;
use vanban::{Format, Options, Resources};

use crate::compose_support::{Composed, report_with};
use crate::docx_package::parts;
use crate::text_pictures::Files;

/// A picture of 400 × 300 pixels.
fn picture(more: &Value) -> Value {
    let mut picture = json!({ "file": "400x300.png", "alternative_text": "Mặt đường bị sạt lở" });
    more.as_object().unwrap().iter().for_each(|(key, value)| picture[key] = value.clone());
    picture
}

fn spec(table: &Value) -> Value {
    let mut block = table.clone();
    block["type"] = "table".into();
    report_with(&json!({ "body": [block, { "type": "paragraph", "text": "Sau bảng" }] }))
}

fn composed(table: &Value) -> Composed {
    Composed::with(&spec(table), &Files)
}

fn only(c: &Composed) -> &Table {
    c.tables(Role::Table)[0]
}

/// The pictures of a cell.
fn shown(cell: &Cell) -> Vec<&InlinePicture> {
    let paragraphs = cell.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Paragraph(paragraph) => paragraph.picture(),
        BlockKind::Rule(_) | BlockKind::Table(_) => None,
    });
    paragraphs.collect()
}

fn pages(table: &Value) -> Pages {
    let fonts = vanban::font::FontBook::bundled().unwrap();
    let bytes = serde_json::to_vec(&spec(table)).unwrap();
    let stages = vanban::run_stages(&bytes, Resources::new(&fonts).pictures(&Files), &Options::default());
    stages.pages.unwrap_or_else(|| panic!("no pages: {:#?}", stages.findings))
}

/// The code and place of each finding about the table.
fn told(table: &Value) -> Vec<(&'static str, String)> {
    let findings = composed(table).findings;
    let of_body = findings.iter().filter(|finding| finding.at.as_str().starts_with("/body"));
    of_body.map(|finding| (finding.code, finding.at.as_str().to_owned())).collect()
}

#[test]
fn a_picture_has_the_width_or_the_height_asked_for_and_is_fitted_to_its_cell() {
    let sizes = |more: &Value, column: &str| {
        let table = json!({ "columns": [{ "width": column }], "rows": [[{ "pictures": [picture(more)] }]] });
        let c = composed(&table);
        let shown = shown(&only(&c).rows[0].cells[0])[0].clone();
        (shown.width, shown.height)
    };
    let mm = |mm| Length::mm(mm).round_to_twip();
    assert_eq!(sizes(&json!({ "width": "60mm" }), "100mm"), (mm(60), mm(45)));
    assert_eq!(sizes(&json!({ "height": "30mm" }), "100mm"), (mm(40), mm(30)));
    // the largest that fits in both
    assert_eq!(sizes(&json!({ "width": "60mm", "height": "30mm" }), "100mm"), (mm(40), mm(30)));
    assert_eq!(sizes(&json!({ "width": "40mm", "height": "90mm" }), "100mm"), (mm(40), mm(30)));
    // by its pixels, 96 an inch, and as wide as its cell inside the padding
    assert_eq!(sizes(&json!({}), "150mm"), (Length::pt(300), Length::pt(225)));
    let (width, height) = sizes(&json!({}), "50mm");
    assert_eq!(width, mm(50) - Length::twip(170));
    assert_eq!(height, width.scale(3, 4).round_to_twip());
}

#[test]
fn columns_are_as_wide_as_their_pictures_ask_for_if_all_suffer_it() {
    let long = "Nội dung kiểm tra hiện trường. ".repeat(20);
    let row = |first: Value, second: Value| json!({ "rows": [[long.trim(), { "pictures": [first] }, { "pictures": [second] }]] });
    let c = composed(&row(picture(&json!({ "width": "60mm" })), picture(&json!({ "height": "30mm" }))));
    let columns = &only(&c).columns;
    assert!(columns[1] >= Length::mm(60) && columns[2] >= Length::mm(40), "{columns:?}");
    assert!(c.findings.is_empty(), "{:#?}", c.findings);
    // what is not asked for gives way to words
    let open = composed(&row(picture(&json!({})), picture(&json!({}))));
    let widths: Vec<_> = only(&open).rows[0].cells.iter().flat_map(shown).map(|shown| shown.width).collect();
    assert!(widths.iter().all(|width| (Length::mm(20)..Length::mm(70)).contains(width)), "{widths:?}");
    assert!(open.findings.is_empty(), "{:#?}", open.findings);
    // rather smaller pictures, which is told, than no table; and the cure holds
    let table = row(picture(&json!({ "width": "100mm" })), picture(&json!({ "width": "100mm" })));
    let at = |column| format!("/body/0/rows/0/{column}/pictures/0/width");
    assert_eq!(told(&table), [("VB117", at(1)), ("VB117", at(2))]);
    let findings = composed(&table).findings;
    let hint = findings.iter().find(|finding| finding.code == "VB117").unwrap().hints[0].en.clone();
    let most = hint.split('"').nth(1).unwrap().to_owned();
    assert_eq!(told(&row(picture(&json!({ "width": most })), picture(&json!({ "width": most })))), []);
}

#[test]
fn pictures_stand_above_the_words_under_them_all_on_one_axis() {
    let cell = json!({ "pictures": [picture(&json!({ "width": "40mm" })), picture(&json!({ "width": "20mm" }))],
        "paragraphs": ["Trước khi sửa"] });
    let table = json!({ "columns": [{ "width": "60mm" }], "rows": [[cell]] });
    let pages = pages(&table);
    let of_table: Vec<&Item> = pages.pages[0].items.iter().filter(|item| item.role == Role::TableCentered).collect();
    let [first, second] = of_table
        .iter()
        .filter_map(|item| match item.kind {
            ItemKind::Image { x, y, width, height, .. } => Some((x, y, width, height)),
            _ => None,
        })
        .collect::<Vec<_>>()[..]
    else {
        panic!("two pictures: {of_table:#?}")
    };
    let words = of_table.iter().find_map(|item| match &item.kind {
        ItemKind::Text(run) => Some(*run),
        _ => None,
    });
    let words = words.unwrap();
    assert_eq!(pages.text_of(&words), "Trước khi sửa");
    assert_eq!(second.1, first.1 + first.3, "one right under the other");
    assert!(words.y > second.1 + second.3);
    let middle = |x: Length, width: Length| (x + width / 2).to_twip();
    assert_eq!(middle(first.0, first.2), middle(second.0, second.2));
    assert!((middle(words.x, words.width) - middle(first.0, first.2)).abs() <= 1);
    // what the cell or its column says of texts holds for its pictures
    for (align, meant) in [("left", Alignment::Left), ("right", Alignment::Right), ("justify", Alignment::Justify)] {
        let c = composed(&json!({ "rows": [[{ "pictures": [picture(&json!({}))], "align": align }]] }));
        let block = &only(&c).rows[0].cells[0].blocks[0];
        assert_eq!(c.document.styles.get(block.style).alignment, meant, "{align}");
    }
    let c = composed(&json!({ "columns": [{ "align": "right" }], "rows": [[{ "pictures": [picture(&json!({}))] }]] }));
    assert_eq!(only(&c).rows[0].cells[0].blocks[0].role, Role::TableRight);
}

#[test]
fn a_row_with_pictures_stays_whole_and_is_no_higher_than_a_page() {
    let cell = |more: &Value| json!({ "pictures": [picture(more)], "paragraphs": ["Toàn cảnh"] });
    let page = {
        let c = composed(&json!({ "rows": [["1"]] }));
        let page = c.document.sections().next().unwrap().page.clone();
        page.height - page.margin_top - page.margin_bottom
    };
    // higher than a third of a page: without pictures it might split
    let c = composed(&json!({ "rows": [[cell(&json!({ "width": "150mm" }))]] }));
    assert_eq!(only(&c).rows[0].split, RowSplit::Never);
    assert!(shown(&only(&c).rows[0].cells[0])[0].height * 3 > page);
    // as high as a page: fitted, with its head and the words under it
    let tall = json!({ "file": "300x3000.png", "alternative_text": "Cột mốc", "height": "400mm" });
    let table = json!({ "header": [["Ảnh"]], "rows": [[{ "pictures": [tall], "paragraphs": ["Cột mốc"] }], [{ "pictures": [tall, tall] }]] });
    assert_eq!(told(&table).iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["VB117"; 3]);
    let pages = pages(&table);
    let images =
        |page: usize| pages.pages[page].items.iter().filter(|i| matches!(i.kind, ItemKind::Image { .. })).count();
    assert_eq!((images(0), images(1), images(2)), (0, 1, 2), "the first below a head that begins its page");
    // a long text beside it may go on over pages all the same
    let long: Vec<String> = vec!["Nội dung. ".repeat(60).trim().to_owned(); 20];
    let c = composed(&json!({ "rows": [[{ "paragraphs": long }, cell(&json!({ "width": "60mm" }))]] }));
    assert_eq!(only(&c).rows[0].split, RowSplit::WhenHigh);
    assert!(!c.findings.has_errors(), "{:#?}", c.findings);
}

#[test]
fn a_reader_finds_the_figure_in_its_cell_and_word_its_words() {
    let cell = json!({ "pictures": [picture(&json!({}))], "paragraphs": ["Trước khi sửa"] });
    let table = json!({ "header": [["TT", { "pictures": [picture(&json!({ "height": "8mm" }))] }]], "rows": [["1", cell], ["2", { "pictures": [picture(&json!({}))] }]] });
    let pages = pages(&table);
    let figures: Vec<_> = pages.structure.elements.iter().filter(|element| element.tag == Tag::InlineFigure).collect();
    let texts = figures.iter().map(|figure| figure.remarks.as_ref().unwrap().alternative_text.as_deref());
    assert_eq!(texts.collect::<Vec<_>>(), [Some("Mặt đường bị sạt lở"); 3]);
    let fonts = vanban::font::FontBook::bundled().unwrap();
    let bytes = serde_json::to_vec(&spec(&table)).unwrap();
    let rendered = vanban::render(&bytes, Resources::new(&fonts).pictures(&Files), &Options::default()).unwrap();
    let word = &parts(rendered.bytes(Format::Docx).unwrap())["word/document.xml"];
    let in_cells: Vec<_> = word.named("w:tc").into_iter().flat_map(|cell| cell.named("wp:inline")).collect();
    assert_eq!(in_cells.len(), 3);
    assert!(
        in_cells.iter().all(|inline| inline.child("wp:docPr").unwrap().get("descr") == Some("Mặt đường bị sạt lở"))
    );
    let file = vanban::read::docx::open(rendered.bytes(Format::Docx).unwrap()).unwrap();
    let read = vanban::read::pictures::parts(&file).unwrap();
    assert_eq!(read.values().map(String::as_str).collect::<Vec<_>>(), ["word/media/image1.png"], "one file, once");
}

#[test]
fn what_cannot_be_shown_is_told_where_it_stands() {
    let table = |picture: Value| json!({ "rows": [{ "cells": [{ "pictures": [picture] }], "bold": true }] });
    let at = |field: &str| format!("/body/0/rows/0/cells/0/pictures/0{field}");
    assert_eq!(told(&table(json!({ "file": "96x96.png" }))), [("VB251", at(""))]);
    let told_of = |more: Value| told(&table(picture(&more)));
    assert_eq!(told_of(json!({ "file": "../x.png" })), [("VB085", at("/file"))]);
    assert_eq!(told_of(json!({ "file": "muc-in.jpg" })), [("VB250", at("/file"))]);
    assert_eq!(told_of(json!({ "height": "30" })), [("VB100", at("/height"))]);
    assert_eq!(told_of(json!({ "height": "3000mm" })), [("VB101", at("/height"))]);
    let head = json!({ "header": [[{ "pictures": [{ "file": "96x96.png" }] }]], "rows": [["1"]] });
    assert_eq!(told(&head), [("VB251", "/body/0/header/0/0/pictures/0".to_owned())]);
}
