//! The rows of a table in the model: those that head it, the numbers of the columns, the others.

use super::form::{CellContent, CellText, TableForm};
use super::grid::{CellGrid, columns_of, rows_of};
use crate::compose::{Composer, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Cell, Inline, Role, Row, RowSplit, Run, Scope, StyleId, VerticalAlignment};
use crate::specification::{TableBlock, TableCell, TableRow};

pub(super) fn compose(
    c: &mut Composer<'_>,
    given: &TableBlock,
    grid: &CellGrid,
    form: &mut TableForm,
    at: &Pointer,
) -> Vec<Row> {
    let mut rows = head(c, given, grid, form, at);
    let header_columns = given.header_columns.unwrap_or(0) as usize;
    let totals = given.rows.len().saturating_sub(given.total_rows.unwrap_or(0) as usize);
    for (i, (row, starts)) in given.rows.iter().zip(grid.starts.iter().skip(given.header.len())).enumerate() {
        let at = row.cells_at(at.key("rows").index(i));
        let mut cells = Vec::with_capacity(row.cells.len());
        for (j, (cell, column)) in row.cells.iter().zip(starts).enumerate() {
            let bold = is_bold(cell, row, i >= totals);
            let at = at.index(j);
            let mut blocks = Vec::new();
            let texts: Vec<_> = form.paragraphs(c, cell, *column).collect();
            for text in &texts {
                let look = form.style(c, cell, *column, Some(text));
                let mut block = text_block(&text.content, look, bold, &at);
                label(c, form, text, &mut block);
                blocks.push(block);
            }
            if blocks.is_empty() {
                let (role, style) = form.style(c, cell, *column, None);
                blocks.push(empty_block(role, style, &at));
            }
            let heads = (*column < header_columns).then_some(Scope::Row);
            cells.push(Cell { heads, ..spanning(cell, blocks) });
        }
        let keeps = keeps_with_next(given, i, totals);
        let keep_with_next = row.keep_with_next.unwrap_or(keeps) && i + 1 < given.rows.len();
        rows.push(Row { cells, keep_with_next, split: RowSplit::WhenHigh, ..Row::default() });
    }
    rows
}

/// A table of so many rows keeps its first two together, and its last two.
const LEAST_ROWS_WITH_EDGES: usize = 4;

/// Whether a row keeps with the next where nothing is said of it: two rows begin a table and two end it, as two lines do a
/// paragraph; what heads a group stands above its first row, a sum under what it sums up.
fn keeps_with_next(given: &TableBlock, index: usize, totals: usize) -> bool {
    let Some(next) = given.rows.get(index + 1) else { return false };
    // of fewer rows all would keep together, and LibreOffice then takes the table for one that must not part at all
    let has_edges = given.rows.len() >= LEAST_ROWS_WITH_EDGES;
    let is_edge = has_edges && (index == 0 || index + 2 == given.rows.len());
    is_edge || index + 1 >= totals || heads_group(&given.rows[index]) && !heads_group(next)
}

/// Whether a row stands above others of its group: all that is written in it is bold.
fn heads_group(row: &TableRow) -> bool {
    let mut written = row.cells.iter().filter(|cell| !cell.paragraphs.is_empty()).peekable();
    written.peek().is_some() && written.all(|cell| is_bold(cell, row, false) == Some(true))
}

/// The rows that head a table, and the numbers of its columns.
fn head(c: &mut Composer<'_>, given: &TableBlock, grid: &CellGrid, form: &mut TableForm, at: &Pointer) -> Vec<Row> {
    let mut rows = Vec::with_capacity(given.rows.len() + given.header.len() + 1);
    let style = form.style_of_head(c, Role::TableHead);
    for (i, row) in given.header.iter().enumerate() {
        let at = row.cells_at(at.key("header").index(i));
        let mut cells = Vec::with_capacity(row.cells.len());
        for (j, cell) in row.cells.iter().enumerate() {
            let (at, bold) = (at.index(j), row.bold.or(cell.bold));
            let texts: Vec<_> = form.paragraphs(c, cell, grid.columns).collect();
            let mut blocks = Vec::with_capacity(texts.len());
            for text in &texts {
                let mut block = text_block(&text.content, (Role::TableHead, style), bold, &at);
                label(c, form, text, &mut block);
                blocks.push(block);
            }
            if blocks.is_empty() {
                blocks.push(empty_block(Role::TableHead, style, &at));
            }
            cells.push(Cell { heads: Some(Scope::Column), ..spanning(cell, blocks) });
        }
        rows.push(Row { cells, keep_with_next: true, keep_together: true, ..Row::default() });
    }
    if given.column_numbers == Some(true) {
        let style = form.style_of_head(c, Role::TableCentered);
        let number = |n: usize| {
            let run = Run { text: format!("({n})"), italic: Some(true), ..Run::default() };
            let block = paragraph(Role::TableCentered, at.key("column_numbers"), vec![Inline::Run(run)]);
            Cell { heads: Some(Scope::Column), ..centered(vec![Block { style, ..block }]) }
        };
        let cells = (1..=grid.columns).map(number).collect();
        rows.push(Row { cells, keep_with_next: true, keep_together: true, ..Row::default() });
    }
    rows
}

/// Gives an item of a list its sign.
fn label(c: &mut Composer<'_>, form: &mut TableForm, text: &CellText<'_>, block: &mut Block) {
    if let (BlockKind::Paragraph(paragraph), Some(item)) = (&mut block.kind, text.item) {
        paragraph.label = Some(form.label(c, item));
    }
}

/// Whether the texts of a cell of the body are bold, where that is said.
pub(super) fn is_bold(cell: &TableCell, row: &TableRow, is_total: bool) -> Option<bool> {
    cell.bold.or(row.bold).or_else(|| is_total.then_some(true))
}

fn spanning(cell: &TableCell, blocks: Vec<Block>) -> Cell {
    Cell { columns: columns_of(cell), rows: rows_of(cell), ..centered(blocks) }
}

fn centered(blocks: Vec<Block>) -> Cell {
    Cell { vertical: VerticalAlignment::Center, ..Cell::of(blocks) }
}

/// An empty cell has one paragraph without text, as high as a line.
fn empty_block(role: Role, style: StyleId, at: &Pointer) -> Block {
    Block { style, ..paragraph(role, at.clone(), Vec::new()) }
}

fn text_block(text: &CellContent<'_>, (role, style): (Role, StyleId), bold: Option<bool>, at: &Pointer) -> Block {
    let mut inlines = text.inlines();
    for inline in &mut inlines {
        match (inline, bold) {
            (Inline::Run(run), Some(bold)) => drop(run.bold.get_or_insert(bold)),
            (Inline::PageOf(page), Some(bold)) => drop(page.bold.get_or_insert(bold)),
            _ => {}
        }
    }
    Block { style, ..paragraph(role, at.clone(), inlines) }
}
