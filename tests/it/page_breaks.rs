//! Pages that end by hand, and lines that stand by themselves.

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Alignment, Role};
use vanban::pages::{ItemKind, Pages};
use vanban::units::Length;

use crate::compose_support::{Composed, body};
use crate::docx_package::parts;

fn pages_of(c: &Composed) -> Pages {
    layout(&mut c.document.clone(), &FontBook::bundled().unwrap())
}

/// The text that each page begins with, its number aside.
fn first_texts(pages: &Pages) -> Vec<String> {
    let first = |page: &vanban::pages::Page| {
        page.items.iter().find_map(|item| match &item.kind {
            ItemKind::Text(run) if item.role != Role::PageNumber => Some(pages.text_of(run).to_owned()),
            _ => None,
        })
    };
    pages.pages.iter().filter_map(first).collect()
}

fn text(text: &str) -> Value {
    json!({ "type": "paragraph", "text": text })
}

fn page_break() -> Value {
    json!({ "type": "page_break" })
}

/// How many paragraphs of the Word file begin a page.
fn breaks(c: &Composed) -> usize {
    let (docx, _) = c.files();
    parts(&docx)["word/document.xml"].named("w:pageBreakBefore").len()
}

#[test]
fn what_follows_begins_a_page_in_both_files() {
    let c = body(&json!([text("Một"), page_break(), text("Hai"), text("Ba"), page_break(), text("Bốn")]));
    assert_eq!(first_texts(&pages_of(&c))[1..], ["Hai", "Bốn./."]);
    assert_eq!(breaks(&c), 2);
    let c = body(&json!([text("Một"), text("Hai")]));
    assert_eq!((pages_of(&c).pages.len(), breaks(&c)), (1, 0));
}

#[test]
fn a_table_begins_a_page_with_its_first_cell() {
    let table = json!({ "type": "table", "header": [["TT", "Tên"]], "rows": [["1", "An"], ["", "Bình"]] });
    let c = body(&json!([text("Một"), page_break(), table]));
    assert_eq!(first_texts(&pages_of(&c))[1], "TT");
    assert_eq!(breaks(&c), 1);
}

#[test]
fn a_heading_above_a_break_keeps_with_nothing() {
    let heading = json!({ "type": "section", "heading": "Kết quả" });
    let c = body(&json!([text("Một"), heading, page_break(), text("Hai")]));
    assert_eq!(first_texts(&pages_of(&c))[1], "Hai./.");
    let headings = c.paragraphs().into_iter().filter(|(role, _)| *role == Role::Section);
    assert_eq!(headings.map(|(_, heading)| heading.keep_with_next).collect::<Vec<_>>(), [Some(false)]);
}

#[test]
fn a_long_paragraph_behind_a_break_goes_on_as_others_do() {
    let long = "Sở Nội vụ báo cáo kết quả công tác. ".repeat(150);
    let c = body(&json!([text("Một"), page_break(), text(long.trim()), page_break(), text(long.trim())]));
    let pages = pages_of(&c);
    assert!(pages.pages.len() >= 5, "{}", pages.pages.len());
    assert_eq!(breaks(&c), 2);
}

#[test]
fn breaks_that_change_nothing_are_told() {
    let codes = |blocks: Value| body(&blocks).codes().iter().filter(|(code, _)| *code == "VB181").count();
    assert_eq!(codes(json!([text("Một"), page_break()])), 1);
    assert_eq!(codes(json!([text("Một"), page_break(), page_break(), text("Hai")])), 1);
    assert_eq!(
        codes(json!([text("Một"), { "type": "page_setup", "orientation": "landscape" }, page_break(), text("Hai")])),
        1
    );
    assert_eq!(codes(json!([text("Một"), page_break(), text("Hai")])), 0);
}

#[test]
fn a_line_by_itself_stands_where_it_is_told_without_indent() {
    let line = |align: Option<&str>, text: &str| json!({ "type": "line", "align": align, "text": text });
    let lines = json!([line(Some("left"), "trái"), line(None, "* * *"), line(Some("right"), "phải"), text("Hết")]);
    let c = body(&lines);
    let pages = pages_of(&c);
    let setup = &c.document.sections().next().unwrap().page;
    let (left, right) = (setup.margin_left, setup.margin_left + setup.text_width());
    let find = |role: Role| {
        let of = |item: &vanban::pages::Item| match &item.kind {
            ItemKind::Text(run) if item.role == role => Some((run.x, run.x + run.width)),
            _ => None,
        };
        pages.pages[0].items.iter().find_map(of).unwrap()
    };
    let near = |a: Length, b: Length| (a - b).to_emu().abs() <= Length::twip(1).to_emu();
    assert!(near(find(Role::LineLeft).0, left));
    assert!(near(find(Role::LineRight).1, right));
    let (from, to) = find(Role::LineCentered);
    assert!(near(from - left, right - to));
    let style = c.document.styles.get(Role::LineCentered);
    assert_eq!((style.alignment, style.first_line_indent), (Alignment::Center, Length::ZERO));
    assert!(c.codes().is_empty(), "{:?}", c.codes());
}
