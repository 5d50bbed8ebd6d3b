//! Hand-made documents that no specification gives: both writers refuse them or lose no word, and none panics or hangs.

use vanban::WriteError;
use vanban::docx::{Beside, WordCache};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{
    Block, BlockKind, Cell, Document, Furniture, PageNumbers, Part, Purpose, Role, Row, Section, Table,
};
use vanban::units::Length;

use crate::docx_sample::{document, page_number, section, text};

fn cell(columns: usize, rows: usize) -> Cell {
    Cell { columns, rows, ..Cell::of(vec![text(Role::Contact, "chữ")]) }
}

fn table(columns: usize, rows: Vec<Vec<Cell>>, header_rows: usize) -> Block {
    let columns = vec![Length::twip(500); columns];
    let rows = rows.into_iter().map(|cells| Row { cells, ..Row::default() }).collect();
    let table = Table { columns, rows, header_rows, purpose: Purpose::Data, ..Table::default() };
    Block::new(Role::ClosingBlock, BlockKind::Table(table), vanban::diag::Pointer::root())
}

/// The pages of the PDF, or why there is none; likewise of the Word file.
fn written(document: &Document) -> (Result<usize, WriteError>, Result<Vec<u8>, WriteError>) {
    let fonts = FontBook::bundled().unwrap();
    let mut document = document.clone();
    let pages = layout(&mut document, &fonts);
    let beside = Beside { source: b"{}", page_count: pages.pages.len(), partings: &pages.partings };
    let pdf = crate::pdf_pages::write_pdf(&pages, &fonts).map(|_| pages.pages.len());
    (pdf, vanban::docx::write(&document, &beside, &mut WordCache::default()))
}

#[test]
fn a_table_whose_cells_do_not_fill_its_rows_is_refused_by_both_writers_wherever_it_stands() {
    let ragged = || table(3, vec![vec![cell(1, 1)]], 0);
    let mut in_margin = document(vec![text(Role::Body, "thân")]);
    in_margin.parts[0].sections[0].furniture = Furniture { first_footer: vec![ragged()], ..Furniture::default() };
    let nested = table(1, vec![vec![Cell::of(vec![ragged()])]], 0);
    for document in [document(vec![ragged()]), document(vec![nested]), in_margin] {
        let (pdf, docx) = written(&document);
        let reason = "the cells of a table do not fill its rows";
        assert_eq!((pdf.unwrap_err().0, docx.unwrap_err().0), (reason.to_owned(), reason.to_owned()));
    }
}

#[test]
fn tables_of_odd_shape_are_written() {
    let wide = table(1000, vec![(0..1000).map(|_| cell(1, 1)).collect()], 0);
    let all_head = table(1, vec![vec![cell(1, 1)], vec![cell(1, 1)]], 9);
    let endless_head = table(1, vec![vec![cell(1, 1)]], usize::MAX);
    let nested = (0..20).fold(text(Role::Contact, "trong"), |inner, _| table(1, vec![vec![Cell::of(vec![inner])]], 0));
    let mut high = vec![vec![cell(1, 90), cell(1, 1)]];
    high.extend((1..90).map(|_| vec![cell(1, 1)]));
    let odd = [wide, all_head, endless_head, nested, table(2, high, 0), table(0, vec![vec![]], 0), table(2, vec![], 3)];
    for block in odd {
        let (pdf, docx) = written(&document(vec![block, text(Role::Body, "sau")]));
        assert!(pdf.unwrap() >= 1);
        docx.unwrap();
    }
}

#[test]
fn pages_of_odd_shape_end() {
    let lines = || (0..5).map(|_| text(Role::Body, "chữ chữ chữ")).collect::<Vec<_>>();
    let with = |change: &dyn Fn(&mut Section)| {
        let mut section = section(lines());
        change(&mut section);
        Document { parts: vec![Part { sections: vec![section], ..Part::default() }], ..document(Vec::new()) }
    };
    let tall = || (0..200).map(|_| text(Role::Contact, "đầu")).collect::<Vec<_>>();
    let documents = [
        with(&|s| s.furniture = Furniture { first_header: tall(), header: tall(), ..Furniture::default() }),
        with(&|s| s.page.margin_left = Length::mm(400)),
        with(&|s| s.page.margin_top = Length::mm(400)),
        with(&|s| s.page = vanban::model::PageSetup::default()),
        with(&|s| s.numbers = PageNumbers::StartAt(u32::MAX)),
        with(&|s| s.blocks.clear()),
    ];
    for document in documents {
        let (pdf, docx) = written(&document);
        // five lines of nine letters: a page holds one at least
        assert!((1..=5 * 9).contains(&pdf.unwrap()));
        docx.unwrap();
    }
    let mut last = with(&|s| s.numbers = PageNumbers::StartAt(u32::MAX));
    let next =
        Section { furniture: Furniture { first_header: page_number(), ..Furniture::default() }, ..section(lines()) };
    last.parts[0].sections.push(next);
    assert_eq!(written(&last).0.unwrap(), 2);
}

#[test]
fn a_document_without_sections_makes_no_pdf() {
    for parts in [Vec::new(), vec![Part::default()]] {
        let empty = Document { parts, ..document(Vec::new()) };
        assert!(written(&empty).0.is_err());
    }
}
