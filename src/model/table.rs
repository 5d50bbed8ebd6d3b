//! The one kind of table: what stands side by side (header block, closing block) and what holds data.

use super::{Block, BlockKind, Color};
use crate::units::Length;

/// Height of the empty paragraph that follows every [`Table`], so that two of them never merge in a word processor.
pub const SPACER_HEIGHT: Length = Length::pt(1);

/// Rows of cells in columns of decided widths.
/// A 1 pt spacer ([`SPACER_HEIGHT`]) follows in both outputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// From the left edge of the text block (negative: into the margin).
    pub left: Length,
    /// Column widths, in whole twips.
    pub columns: Vec<Length>,
    /// The rows, from the top.
    pub rows: Vec<Row>,
    /// How many rows at the top are repeated on each page that the table goes on to.
    pub header_rows: usize,
    /// How it is read.
    pub purpose: Purpose,
    /// Its borders and padding.
    pub look: TableLook,
    /// What it shows, for those who are told of it before they read it; of a table that holds data.
    pub description: String,
}

/// Borders and padding, the same for all cells of a table: word processors take the widest border and padding of a row for all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableLook {
    /// Thickness of the borders around each cell; nothing for none.
    pub border: Length,
    /// Their colour.
    pub color: Color,
    /// Between the border above a cell and its text.
    pub padding_top: Length,
    /// Between its text and the border below.
    pub padding_bottom: Length,
    /// Between the grid line and its text.
    pub padding_left: Length,
    /// Between its text and the grid line.
    pub padding_right: Length,
}

/// Where the text of a cell stands between its upper and lower edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VerticalAlignment {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Center,
    /// At the bottom.
    Bottom,
}

/// How high a row is. Word processors count padding above and below into it in different ways: rows with a height stand in tables
/// without such padding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowHeight {
    /// As high as its highest cell.
    #[default]
    Auto,
    /// At least so high, the border above it not counted.
    AtLeast(Length),
    /// So high with the border above it; what is higher runs over.
    Exactly(Length),
}

/// Whether a page may end inside a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowSplit {
    /// It stays whole.
    #[default]
    Never,
    /// Where it is so high that moving it would leave a hole: a third of the page.
    WhenHigh,
    /// Wherever a page ends, between any two lines: its paragraphs have no spacing, and stand at the top.
    Anywhere,
}

/// How a table is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// It places things: down the first column, then down the next (organ and number, then motto, place and date).
    Columns,
    /// It places things: along the rows.
    #[default]
    Rows,
    /// It holds data: readers are told of its rows and columns (PDF/UA-1, 7.5).
    Data,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells, from the left; what a cell above spans has none of its own.
    pub cells: Vec<Cell>,
    /// Never parts from the next row.
    pub keep_with_next: bool,
    /// Its paragraphs say that they belong together: word processors that split rows leave this one whole.
    pub keep_together: bool,
    /// How high it is.
    pub height: RowHeight,
    /// Whether a page may end inside it.
    pub split: RowSplit,
}

/// A cell: blocks one under the other; empty for an empty cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Paragraphs, rules, tables.
    pub blocks: Vec<Block>,
    /// How many columns it spans, from 1 (`w:gridSpan`).
    pub columns: usize,
    /// How many rows it spans, from 1 (`w:vMerge`).
    pub rows: usize,
    /// Which cells it heads, in a table that holds data.
    pub heads: Option<Scope>,
    /// Where its text stands.
    pub vertical: VerticalAlignment,
}

impl Default for Cell {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Cell {
    /// A cell of one row and one column.
    #[must_use]
    pub fn of(blocks: Vec<Block>) -> Self {
        Self { blocks, columns: 1, rows: 1, heads: None, vertical: VerticalAlignment::Top }
    }
}

/// Which cells a header cell heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Those below it.
    Column,
    /// Those beside it.
    Row,
}

/// What stands in each row of a table, from the left, gaps that a cell above spans included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The places of all rows, one row behind the other: a list for each would cost more than what it holds.
    places: Vec<GridPlace>,
    /// Where each row ends among them.
    ends: Vec<usize>,
}

/// A stretch of columns in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridPlace {
    /// Its first column.
    pub column: usize,
    /// How many columns.
    pub columns: usize,
    /// The row in which its cell begins: this one, or one above that spans it.
    pub row: usize,
    /// Index of the cell among that row's cells.
    pub cell: usize,
}

impl Grid {
    /// How many rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.ends.len()
    }

    /// The places of a row, from the left; empty where there is no such row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[GridPlace] {
        let start = row.checked_sub(1).and_then(|above| self.ends.get(above)).copied().unwrap_or_default();
        self.ends.get(row).and_then(|end| self.places.get(start..*end)).unwrap_or_default()
    }

    /// The places of each row, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &[GridPlace]> {
        (0..self.row_count()).map(|row| self.row(row))
    }

    /// Whether a cell spans a row and the next.
    #[must_use]
    pub fn ties(&self, row: usize) -> bool {
        self.row(row + 1).iter().any(|place| place.row <= row)
    }
}

impl Table {
    /// Whether a page begins with it: its first cell begins with a paragraph that does.
    #[must_use]
    pub fn begins_page(&self) -> bool {
        let first = self.rows.first().and_then(|row| row.cells.first()).and_then(|cell| cell.blocks.first());
        matches!(first.map(|block| &block.kind), Some(BlockKind::Paragraph(paragraph)) if paragraph.begins_page)
    }

    /// Where each cell stands. `None` where the cells of a row do not fill its columns, overlap, or reach below the table.
    #[must_use]
    pub fn grid(&self) -> Option<Grid> {
        // for each column, the cell that spans it and how many rows that cell still reaches down
        let mut above: Vec<Option<(GridPlace, usize)>> = vec![None; self.columns.len()];
        let mut grid = Grid { places: Vec::new(), ends: Vec::with_capacity(self.rows.len()) };
        for (index, row) in self.rows.iter().enumerate() {
            let (mut column, mut cells) = (0, row.cells.iter().enumerate());
            while column < self.columns.len() {
                let (place, left) = match above[column] {
                    Some((place, left)) if left > 0 => (place, left - 1),
                    Some(_) | None => {
                        let (cell, spans) = cells.next()?;
                        (GridPlace { column, columns: spans.columns, row: index, cell }, spans.rows.checked_sub(1)?)
                    }
                };
                let spanned =
                    above.get_mut(column..column.checked_add(place.columns)?).filter(|all| !all.is_empty())?;
                if spanned.iter().skip(1).any(|other| other.is_some_and(|(cell, left)| left > 0 && cell != place)) {
                    return None;
                }
                spanned.fill(Some((place, left)));
                grid.places.push(place);
                column += place.columns;
            }
            if cells.next().is_some() {
                return None;
            }
            grid.ends.push(grid.places.len());
        }
        above.iter().flatten().all(|(_, left)| *left == 0).then_some(grid)
    }

    /// The width of a place.
    #[must_use]
    pub fn width(&self, place: &GridPlace) -> Length {
        self.columns.iter().skip(place.column).take(place.columns).fold(Length::ZERO, |sum, width| sum + *width)
    }

    /// From the left edge of the table to a place.
    #[must_use]
    pub fn offset(&self, place: &GridPlace) -> Length {
        self.columns.iter().take(place.column).fold(Length::ZERO, |sum, width| sum + *width)
    }

    /// The cell of a place.
    #[must_use]
    pub fn cell(&self, place: &GridPlace) -> Option<&Cell> {
        self.rows.get(place.row)?.cells.get(place.cell)
    }

    /// The cell of a place, to be changed.
    pub(crate) fn cell_mut(&mut self, place: &GridPlace) -> Option<&mut Cell> {
        self.rows.get_mut(place.row)?.cells.get_mut(place.cell)
    }
}
