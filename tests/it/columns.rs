//! Nothing on a page leaves its column: no text ends beyond the column's right edge, none begins left of it.

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::{NoPictures, Options, Resources};

use crate::column_bounds::outside;
use crate::compose_support::report_with;

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
