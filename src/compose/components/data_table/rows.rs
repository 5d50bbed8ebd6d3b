//! The rows of a table in the model: those that head it, the numbers of the columns, the others.

use super::form::{CellText, TableForm};
use super::grid::{CellGrid, columns_of, rows_of};
use super::pictures::CellPictures;
use crate::compose::components::pictures::MOST_OF_PAGE;
use crate::compose::{Composer, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Cell, Inline, Role, Row, RowSplit, Run, Scope, StyleId, VerticalAlignment};
use crate::specification::{TableBlock, TableCell, TableRow};
use crate::units::Length;

/// What the rows of a table are made of.
pub(super) struct RowMaker<'a> {
    pub(super) given: &'a TableBlock,
    pub(super) grid: &'a CellGrid,
    pub(super) form: TableForm,
    pub(super) pictures: CellPictures<'a>,
    /// The widths of the columns.
    pub(super) columns: &'a [Length],
}

/// A cell to be made.
struct CellPlace<'a> {
    cell: &'a TableCell,
    /// Its row in the grid, and its index there.
    place: (usize, usize),
    bold: Option<bool>,
    at: Pointer,
    /// The height of what stands above its row on each page.
    above: Length,
}

impl RowMaker<'_> {
    pub(super) fn rows(mut self, c: &mut Composer<'_>, at: &Pointer) -> Vec<Row> {
        let mut rows = self.head(c, at);
        let header_columns = self.given.header_columns.unwrap_or(0) as usize;
        let totals = self.given.rows.len().saturating_sub(self.given.total_rows.unwrap_or(0) as usize);
        let heads = self.given.header.len();
        let above = (0..).zip(&rows).fold(Length::ZERO, |sum, (index, row)| sum + self.height(c, index, row));
        for (i, row) in self.given.rows.iter().enumerate() {
            let Some(starts) = self.grid.starts.get(heads + i) else { break };
            let at = row.cells_at(at.key("rows").index(i));
            let mut cells = Vec::with_capacity(row.cells.len());
            for (j, (cell, column)) in row.cells.iter().zip(starts).enumerate() {
                let bold = is_bold(cell, row, i >= totals);
                let place = CellPlace { cell, place: (heads + i, j), bold, at: at.index(j), above };
                let blocks = self.cell_of_body(c, &place, *column);
                let heads = (*column < header_columns).then_some(Scope::Row);
                cells.push(Cell { heads, ..spanning(cell, blocks) });
            }
            let keeps = keeps_with_next(self.given, i, totals);
            let keep_with_next = row.keep_with_next.unwrap_or(keeps) && i + 1 < self.given.rows.len();
            let row = Row { cells, keep_with_next, split: RowSplit::WhenHigh, ..Row::default() };
            // words under a picture are about it
            let stays_whole = self.pictures.is_in_row(heads + i)
                && above + self.height(c, heads + i, &row) <= c.page_height().scale(MOST_OF_PAGE, 100);
            rows.push(if stays_whole { Row { split: RowSplit::Never, ..row } } else { row });
        }
        rows
    }

    /// About how high a row is.
    fn height(&self, c: &Composer<'_>, row: usize, made: &Row) -> Length {
        let starts = self.grid.starts.get(row).into_iter().flatten();
        let cells = made.cells.iter().zip(starts).filter(|(cell, _)| cell.rows == 1);
        let heights = cells.map(|(cell, start)| c.heights().sum(&cell.blocks, self.width(*start, cell.columns)));
        heights.fold(Length::ZERO, Length::max)
    }

    /// The width of columns side by side.
    fn width(&self, first: usize, count: usize) -> Length {
        self.columns.iter().skip(first).take(count).fold(Length::ZERO, |sum, width| sum + *width)
    }

    fn cell_of_body(&mut self, c: &mut Composer<'_>, place: &CellPlace<'_>, column: usize) -> Vec<Block> {
        let &CellPlace { cell, bold, ref at, .. } = place;
        let mut blocks = Vec::new();
        let texts: Vec<_> = self.form.paragraphs(c, cell, column).collect();
        for text in &texts {
            let look = self.form.style(c, cell, column, Some(text));
            blocks.push(self.text(c, text, look, bold, at));
        }
        if !cell.pictures.is_empty() {
            let look = self.form.style(c, cell, column, None);
            self.add_pictures(c, place, column, look, &mut blocks);
        }
        if blocks.is_empty() {
            let (role, style) = self.form.style(c, cell, column, None);
            blocks.push(empty_block(role, style, at));
        }
        blocks
    }

    /// A text of a cell, with its sign where it is an item of a list.
    fn text(
        &mut self,
        c: &mut Composer<'_>,
        text: &CellText<'_>,
        look: (Role, StyleId),
        bold: Option<bool>,
        at: &Pointer,
    ) -> Block {
        let mut block = text_block(text.content.inlines(c.shown), look, bold, at);
        if let (BlockKind::Paragraph(paragraph), Some(item)) = (&mut block.kind, text.item) {
            paragraph.label = Some(self.form.label(c, item));
        }
        block
    }

    /// Puts the pictures of a cell above its texts.
    fn add_pictures(
        &self,
        c: &mut Composer<'_>,
        place: &CellPlace<'_>,
        column: usize,
        (role, style): (Role, StyleId),
        blocks: &mut Vec<Block>,
    ) {
        let width = self.width(column, columns_of(place.cell));
        let others = place.above + c.heights().sum(blocks, width);
        let pictures = self.pictures.of_cell(c, place.place, width, others);
        let at = place.at.key("pictures");
        let set = |picture| Block { style, ..paragraph(role, at.clone(), vec![Inline::InlinePicture(picture)]) };
        blocks.splice(0..0, pictures.into_iter().map(set));
    }

    /// The rows that head a table, and the numbers of its columns.
    fn head(&mut self, c: &mut Composer<'_>, at: &Pointer) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.given.rows.len() + self.given.header.len() + 1);
        let look = (Role::TableHead, self.form.style_of_head(c, Role::TableHead));
        for (i, row) in self.given.header.iter().enumerate() {
            let at = row.cells_at(at.key("header").index(i));
            let mut cells = Vec::with_capacity(row.cells.len());
            for (j, cell) in row.cells.iter().enumerate() {
                let bold = row.bold.or(cell.bold);
                let place = CellPlace { cell, place: (i, j), bold, at: at.index(j), above: Length::ZERO };
                cells.push(Cell { heads: Some(Scope::Column), ..spanning(cell, self.cell_of_head(c, &place, look)) });
            }
            rows.push(Row { cells, keep_with_next: true, keep_together: true, ..Row::default() });
        }
        if self.given.column_numbers == Some(true) {
            rows.push(self.column_numbers(c, at));
        }
        rows
    }

    fn cell_of_head(&mut self, c: &mut Composer<'_>, place: &CellPlace<'_>, look: (Role, StyleId)) -> Vec<Block> {
        let (row, cell) = place.place;
        let texts: Vec<_> = self.form.paragraphs(c, place.cell, self.grid.columns).collect();
        let mut blocks: Vec<Block> = texts.iter().map(|text| self.text(c, text, look, place.bold, &place.at)).collect();
        if let Some(column) = self.grid.starts.get(row).and_then(|starts| starts.get(cell)) {
            self.add_pictures(c, place, *column, look, &mut blocks);
        }
        if blocks.is_empty() {
            blocks.push(empty_block(look.0, look.1, &place.at));
        }
        blocks
    }

    /// The row that numbers the columns.
    fn column_numbers(&mut self, c: &mut Composer<'_>, at: &Pointer) -> Row {
        let style = self.form.style_of_head(c, Role::TableCentered);
        let number = |n: usize| {
            let run = Run { text: format!("({n})"), italic: Some(true), ..Run::default() };
            let block = paragraph(Role::TableCentered, at.key("column_numbers"), vec![Inline::Run(run)]);
            Cell { heads: Some(Scope::Column), ..centered(vec![Block { style, ..block }]) }
        };
        let cells = (1..=self.grid.columns).map(number).collect();
        Row { cells, keep_with_next: true, keep_together: true, ..Row::default() }
    }
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

fn text_block(mut inlines: Vec<Inline>, (role, style): (Role, StyleId), bold: Option<bool>, at: &Pointer) -> Block {
    for inline in &mut inlines {
        match (inline, bold) {
            (Inline::Run(run), Some(bold)) => drop(run.bold.get_or_insert(bold)),
            (Inline::PageOf(page), Some(bold)) => drop(page.bold.get_or_insert(bold)),
            _ => {}
        }
    }
    Block { style, ..paragraph(role, at.clone(), inlines) }
}
