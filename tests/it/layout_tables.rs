//! Tables of hand-made documents: spans, heads that repeat, the work that it takes to distribute pieces over pages.

use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Block, BlockKind, Cell, Document, Inline, Paragraph, Purpose, Role, Row, Scope, Table};
use vanban::pages::{ItemKind, Pages, Reading};
use vanban::pdf::PdfOptions;
use vanban::units::Length;

use crate::docx_sample::{document, text};
use crate::pdf_reader::Pdf;
use crate::pdf_structure::structure;

fn set(document: &Document) -> Pages {
    let pages = layout(&mut document.clone(), &FontBook::bundled().unwrap());
    assert_eq!(pages.overfull, []);
    pages
}

fn cell(words: &str) -> Cell {
    Cell::of(vec![text(Role::Contact, words)])
}

/// A table with a head of one row and so many rows of data under it.
pub(crate) fn data(rows: usize) -> Block {
    let head = Row { cells: vec![cell("Số thứ tự"), cell("Nội dung"), cell("Đơn vị")], ..Row::default() };
    let row = |n: usize| {
        let number = Cell { heads: Some(Scope::Row), ..cell(&n.to_string()) };
        Row { cells: vec![number, cell(&format!("Việc {n}")), cell("Sở Nội vụ")], ..Row::default() }
    };
    let columns = [25, 90, 50].map(|mm| Length::mm(mm).round_to_twip()).to_vec();
    let rows = std::iter::once(head).chain((1..=rows).map(row)).collect();
    let table = Table { columns, rows, header_rows: 1, purpose: Purpose::Data, ..Table::default() };
    Block::new(Role::ClosingBlock, BlockKind::Table(table), vanban::diag::Pointer::root())
}

/// Rows and columns that cells span: `a` over two columns, `b` over two rows beside `c` and `d`.
pub(crate) fn spanned() -> Block {
    let wide = Cell { columns: 2, ..cell("a") };
    let high = Cell { rows: 2, ..Cell::of((1..=4).map(|n| text(Role::Contact, &format!("b{n}"))).collect()) };
    let rows = vec![
        Row { cells: vec![wide], keep_with_next: true, ..Row::default() },
        Row { cells: vec![high, cell("c")], keep_with_next: true, ..Row::default() },
        Row { cells: vec![cell("d")], ..Row::default() },
    ];
    let columns = vec![Length::twip(2000), Length::twip(4000)];
    let table = Table { columns, rows, purpose: Purpose::Data, ..Table::default() };
    Block::new(Role::ClosingBlock, BlockKind::Table(table), vanban::diag::Pointer::root())
}

/// The texts of a page with their places, but not its number.
fn texts(pages: &Pages, page: usize) -> Vec<(String, Length, Length, Reading)> {
    let items = pages.pages[page].items.iter().filter(|item| item.role != Role::PageNumber);
    items
        .filter_map(|item| match item.kind {
            ItemKind::Text(run) => Some((pages.text_of(&run).to_owned(), run.x + run.width / 2, run.y, item.reading)),
            ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
        })
        .collect()
}

#[test]
fn a_cell_that_spans_columns_is_as_wide_as_they_are_and_one_that_spans_rows_pushes_the_last_of_them_down() {
    let pages = set(&document(vec![spanned(), text(Role::Body, "sau")]));
    let at = |words: &str| texts(&pages, 0).into_iter().find(|(text, ..)| text == words).unwrap();
    let left = Length::mm(30);
    let near = |a: Length, b: Length| assert!((a - b).to_emu().abs() < 700, "{a:?} {b:?}");
    near(at("a").1, left + Length::twip(3000));
    near(at("b1").1, left + Length::twip(1000));
    near(at("c").1, left + Length::twip(4000));
    // one line of 11 pt
    let pitch = at("b2").2 - at("b1").2;
    assert_eq!((at("c").2, at("d").2), (at("b1").2, at("b1").2 + pitch));
    // what follows stands below the fourth line of b, not below d
    assert!(at("sau").2 > at("b4").2 + pitch, "{:?} {:?}", at("sau"), at("b4"));
    let pdf = Pdf::read(&crate::pdf_pages::write_pdf(&pages, &FontBook::bundled().unwrap()).unwrap());
    let table = structure(&pdf);
    let shape = table.tagged("Table")[0].shape();
    assert_eq!(shape, "Table(TBody(TR(TD) TR(TD(P P P P) TD) TR(TD)))");
}

#[test]
fn cells_that_do_not_fill_their_rows_have_no_grid() {
    let table = |rows: Vec<Vec<Cell>>| Table {
        columns: vec![Length::twip(1000); 3],
        rows: rows.into_iter().map(|cells| Row { cells, ..Row::default() }).collect(),
        ..Table::default()
    };
    let of = |columns: usize, rows: usize| Cell { columns, rows, ..cell("x") };
    let sound = [
        vec![vec![of(1, 1), of(1, 1), of(1, 1)]],
        vec![vec![of(2, 2), of(1, 1)], vec![of(1, 1)]],
        vec![vec![of(1, 1), of(1, 3), of(1, 1)], vec![of(1, 1), of(1, 2)], vec![of(1, 1)]],
        Vec::new(),
    ];
    for rows in sound {
        assert!(table(rows.clone()).grid().is_some(), "{rows:?}");
    }
    let faulty = [
        vec![vec![of(1, 1), of(1, 1)]],
        vec![vec![of(2, 1), of(2, 1)]],
        vec![vec![of(3, 2)]],
        vec![vec![of(1, 1), of(2, 2)], vec![of(2, 1)]],
        vec![vec![of(0, 1), of(3, 1)]],
        vec![vec![of(3, 0)]],
        vec![vec![of(3, 1), of(1, 1)]],
    ];
    for rows in faulty {
        assert!(table(rows.clone()).grid().is_none(), "{rows:?}");
    }
}

#[test]
fn a_head_stands_on_each_page_of_its_table_and_is_read_once() {
    let pages = set(&document(vec![text(Role::Body, "trước"), data(150), text(Role::Body, "sau")]));
    assert!(pages.pages.len() >= 3, "{}", pages.pages.len());
    let heads: Vec<Reading> = (0..pages.pages.len())
        .map(|page| texts(&pages, page).into_iter().find(|(words, ..)| words == "Nội dung").unwrap().3)
        .collect();
    assert!(matches!(heads[0], Reading::Content(_)));
    assert!(heads[1..].iter().all(|reading| *reading == Reading::Pagination), "{heads:?}");
    // the rows follow each other, none twice
    let all = (0..pages.pages.len()).flat_map(|page| texts(&pages, page));
    let rows: Vec<String> = all.map(|(words, ..)| words).filter(|words| words.starts_with("Việc")).collect();
    assert_eq!(rows, (1..=150).map(|n| format!("Việc {n}")).collect::<Vec<_>>());

    let bytes = vanban::pdf::write(
        &pages,
        &FontBook::bundled().unwrap(),
        b"{}",
        &PdfOptions::default(),
        &mut Default::default(),
    );
    let read = structure(&Pdf::read(&bytes.unwrap()));
    let table = read.tagged("Table")[0];
    assert_eq!((table.tagged("THead").len(), table.tagged("TR").len()), (1, 151));
    assert_eq!((table.tagged("TH").len(), table.tagged("TD").len()), (3 + 150, 300));
    assert_eq!(read.text().matches("Nội dung").count(), 1);
}

#[test]
fn laid_out_twice_it_is_the_same() {
    let document = crate::docx_sample::maximal();
    let (first, second) = (set(&document), set(&document));
    assert_eq!(first.structure, second.structure);
    assert_eq!(vanban::pages::dump(&first), vanban::pages::dump(&second));
}

/// However lines keep together, each is looked at a few times: no clock, the steps are counted.
#[test]
fn distributing_lines_over_pages_is_linear() {
    let lines = 4000;
    type Keeps = fn(usize) -> bool;
    let keeps: [(&str, Keeps); 6] = [
        ("none keeps", |_| false),
        ("all keep", |_| true),
        ("every other", |i| i % 2 == 0),
        ("all but one in a hundred", |i| i % 100 != 7),
        ("all but one in thirty-nine", |i| i % 39 != 0),
        ("the first half", |i| i < 2000),
    ];
    for (name, keep) in keeps {
        let line = |i: usize| {
            let inlines = vec![Inline::text("dòng")];
            let paragraph = Paragraph { inlines, keep_with_next: keep(i).then_some(true), ..Paragraph::default() };
            Block::new(Role::Contact, BlockKind::Paragraph(paragraph), vanban::diag::Pointer::root())
        };
        let pages = set(&document((0..lines).map(line).collect()));
        let placed: usize = (0..pages.pages.len()).map(|page| texts(&pages, page).len()).sum();
        assert_eq!(placed, lines, "{name}");
        assert!(pages.steps >= lines && pages.steps <= 4 * lines, "{name}: {} steps", pages.steps);
    }
    let pages = set(&document(vec![data(lines)]));
    assert!(pages.steps <= 4 * (lines + pages.pages.len()), "a table: {} steps", pages.steps);
}
