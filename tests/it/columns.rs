//! Nothing on a page leaves its column: no text ends beyond the column's right edge, none begins left of it. What a role may
//! take is told by the document (page, tables, cells, indents), and held against every item of the pages.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::model::{Block, BlockKind, Document, StyleSheet};
use vanban::pages::{Item, ItemKind, Pages};
use vanban::units::Length;
use vanban::{NoPictures, Options, Resources};

use crate::compose_support::report_with;

/// What rounding may cost.
const TOLERANCE: Length = Length::twip(2);

/// From the left edge of the paper.
#[derive(Clone, Copy, Debug)]
struct Column {
    left: Length,
    right: Length,
}

/// The columns that blocks of each role are set in.
type Columns = BTreeMap<String, Vec<Column>>;

/// Every item that leaves all columns of its role, as it reads and by how much.
pub(crate) fn outside(document: &Document, pages: &Pages) -> Vec<String> {
    let mut columns = Columns::new();
    for section in document.sections() {
        let page = &section.page;
        let text = Column { left: page.margin_left, right: page.width - page.margin_right };
        for block in section.blocks.iter().chain(section.furniture.blocks()) {
            add(block, text, &document.styles, &mut columns);
        }
    }
    let items = pages.pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| leaves(item, columns.get(&format!("{:?}", item.role))?, pages)).collect()
}

fn add(block: &Block, column: Column, styles: &StyleSheet, out: &mut Columns) {
    match &block.kind {
        BlockKind::Paragraph(_) => {
            let style = styles.get(block.style);
            let left = column.left + style.indent_left.min(style.indent_left + style.first_line_indent);
            let right = column.right - style.indent_right;
            out.entry(format!("{:?}", block.role)).or_default().push(Column { left, right });
        }
        BlockKind::Rule(_) => out.entry(format!("{:?}", block.role)).or_default().push(column),
        BlockKind::Table(table) => {
            for (row, places) in table.grid().unwrap().rows.iter().enumerate() {
                for place in places.iter().filter(|place| place.row == row) {
                    let left = column.left + table.left + table.offset(place);
                    let of_cell = Column { left, right: left + table.width(place) };
                    for block in &table.cell(place).unwrap().blocks {
                        add(block, of_cell, styles, out);
                    }
                }
            }
        }
    }
}

fn leaves(item: &Item, columns: &[Column], pages: &Pages) -> Option<String> {
    let (left, right, what) = match &item.kind {
        ItemKind::Text(run) => (run.x, run.x + run.width, pages.text_of(run).to_owned()),
        ItemKind::Line { x, width, .. } => (*x, *x + *width, "a rule".to_owned()),
        // pictures and fields have places of their own
        ItemKind::Image { .. } | ItemKind::SignatureField { .. } => return None,
    };
    let beyond = |column: &Column| (column.left - left).max(right - column.right);
    let least = columns.iter().map(beyond).min()?;
    let pt = |length: Length| format!("{:.2} pt", length.to_emu() as f64 / 12_700.0);
    (least > TOLERANCE).then(|| format!("{:?} {what:?} leaves its column by {}", item.role, pt(least)))
}

/// The items of a report with these changes that leave their columns.
fn outside_of(changes: &Value) -> Vec<String> {
    let fonts = FontBook::bundled().unwrap();
    let spec = serde_json::to_vec(&report_with(changes)).unwrap();
    let stages = vanban::run_stages(&spec, Resources::new(&fonts).pictures(&NoPictures), &Options::default());
    let (document, pages) = stages.document.zip(stages.pages).unwrap_or_else(|| panic!("{:#?}", stages.findings));
    outside(&document, &pages)
}

/// Texts that try the end of a line, each with what stands there.
const HARD: [(&str, &str); 11] = [
    ("no-break spaces", "điểm\u{a0}a khoản\u{a0}1 "),
    ("narrow no-break spaces", "10\u{202f}000\u{202f}000 đồng "),
    ("double spaces", "hai  dấu  cách "),
    ("em spaces", "dấu\u{2003}cách rộng "),
    ("hyphens", "thu-chi a-b-c "),
    ("dashes", "2021 – 2025 và 2026—2030 "),
    ("an ellipsis", "v.v… rồi… "),
    ("a long number", "153/KH-UBND-VP-TH/2019 "),
    (
        "a word wider than the column",
        "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgogerychwyrndrobwllll ",
    ),
    ("an address", "xem http://www.example.gov.vn/van-ban/chi-tiet/2019/05/15/bao-cao?ma=1&nam=2019#dau "),
    ("wide and narrow letters", "WWW iii MMM lll "),
];

/// Likewise, with spaces beside signs: whether a line may end there or not, such a space stretches with the others.
const SPACES_BESIDE_SIGNS: [(&str, &str); 9] = [
    ("a semicolon", "tỉnh x ; "),
    ("a stop", "quản lý . "),
    ("a colon and a comma", "gồm : một , hai "),
    ("a closing bracket", "(kèm theo ) "),
    ("an opening bracket", "( kèm theo) "),
    ("both brackets", "[ kèm theo ] "),
    ("a slash", "km / giờ "),
    ("a question mark and an exclamation mark", "thế ? à ! "),
    ("many signs at once", "tỉnh x ; . ) "),
];

/// A text in every place that has words of its own, upright and slanted.
fn everywhere(text: &str) -> Value {
    let slanted = json!([{ "text": text, "italic": true }]);
    let mixed = json!([
        { "text": text, "bold": true }, { "text": text, "italic": true }, { "text": "2", "script": "superscript" }, { "text": text }
    ]);
    json!({
        "issuer": { "parents": [text], "name": text, "abbreviation": "X" },
        "subject": text,
        "addressees": [text, text],
        "legal_basis": [text],
        "body": [
            { "type": "paragraph", "text": text },
            { "type": "paragraph", "text": slanted },
            { "type": "paragraph", "text": mixed },
            { "type": "list", "items": [text, { "text": text, "list": { "items": [text] } }] },
            { "type": "section", "heading": text },
            { "type": "clause", "heading": text, "text": text },
            { "type": "point", "text": text }
        ],
        "recipients": { "items": [text] },
        "signatures": [{ "authority": [text], "position": text, "other_title": text, "signer": text }]
    })
}

/// The families of which an item leaves its column, with the first such item; one letter more in front moves every line end.
fn leaving(families: &[(&str, &str)]) -> Vec<String> {
    let first = |(family, text): &(&str, &str)| {
        let long = text.repeat(160 / text.chars().count() + 1);
        let found = (1..=24).find_map(|letters| {
            let found = outside_of(&everywhere(format!("{} {long}", "n".repeat(letters)).trim()));
            Some(format!("{letters} letters: {}", found.first()?))
        });
        found.map(|found| format!("{family}, {found}"))
    };
    families.iter().filter_map(first).collect()
}

#[test]
fn hard_texts_stay_in_their_columns() {
    assert_eq!(leaving(&HARD), [""; 0]);
}

#[test]
fn spaces_beside_signs_stay_in_their_columns() {
    assert_eq!(leaving(&SPACES_BESIDE_SIGNS), [""; 0]);
}
