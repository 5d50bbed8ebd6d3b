//! Tables of fixed layout (ECMA-376 Part 1, 17.4). Rows never split: one that goes on over pages is written as a row a page. Word keeps a row
//! with the next one where the paragraphs of the row say so.

use super::properties::{CellProperties, SpannedRow, TableProperties, write_row_properties};
use super::story::{Keep, Story};
use crate::error::WriteError;
use crate::model::{Block, CellTurn, GridPlace, Row, RowTurn, Table};

impl<'a> Story<'a, '_> {
    /// A table, and where pages end inside its rows; a spacer must follow.
    pub(super) fn table(&mut self, table: &'a Table, turns: &'a [RowTurn]) -> Result<(), WriteError> {
        let grid = table.grid().ok_or_else(|| WriteError("the cells of a table do not fill its rows".to_owned()))?;
        self.xml.raw("<w:tbl>");
        TableProperties {
            indent: table.left,
            widths: &table.columns,
            purpose: table.purpose,
            look: table.look,
            description: &table.description,
            has_header: table.header_rows > 0,
        }
        .write(&mut self.xml);
        let mut turns = turns.iter().peekable();
        for (i, (row, places)) in table.rows.iter().zip(grid.rows()).enumerate() {
            let mut from = None;
            loop {
                let to = turns.next_if(|turn| turn.row == i);
                self.xml.raw("<w:tr>");
                write_row_properties(&mut self.xml, row, i < table.header_rows);
                for (j, place) in places.iter().enumerate() {
                    let keep = KeepCells::of(row);
                    self.place(
                        table,
                        &RowPlace { row: i, place: *place, keep, ends_row: j + 1 == places.len(), from, to },
                    )?;
                }
                self.xml.raw("</w:tr>");
                from = to;
                if to.is_none() {
                    break;
                }
            }
        }
        self.xml.raw("</w:tbl>");
        Ok(())
    }

    /// What stands at a place of a row: a cell, or the rest of one that began above.
    fn place(&mut self, table: &'a Table, at: &RowPlace<'a>) -> Result<(), WriteError> {
        let RowPlace { row, place, keep, ends_row, .. } = *at;
        let Some(cell) = table.cell(&place) else { return Ok(()) };
        let width = table.width(&place);
        let first = if place.row == row { SpannedRow::First } else { SpannedRow::Further };
        self.xml.raw("<w:tc>");
        CellProperties {
            width,
            columns: place.columns,
            spans_rows: (cell.rows > 1).then_some(first),
            vertical: cell.vertical,
        }
        .write(&mut self.xml);
        let blocks = if place.row == row { cell.blocks.as_slice() } else { &[] };
        let blocks = at.blocks(blocks);
        for (i, (block, between)) in blocks.iter().enumerate() {
            let keep = between.unwrap_or_else(|| keep.of_block(ends_row && i + 1 == blocks.len()));
            self.block(block, width, keep)?;
        }
        // a cell ends with a paragraph, or Word calls the file damaged; a table in it brings its own spacer
        if blocks.is_empty() {
            self.spacer(keep.of_block(ends_row));
        }
        self.xml.raw("</w:tc>");
        Ok(())
    }
}

/// A place in a row, or in the part of one that stands on a page.
struct RowPlace<'a> {
    row: usize,
    place: GridPlace,
    keep: KeepCells,
    ends_row: bool,
    /// Where the page above and this one end inside the row.
    from: Option<&'a RowTurn>,
    to: Option<&'a RowTurn>,
}

impl<'a> RowPlace<'a> {
    /// Of the blocks of its cell those that stand here, and what of the first and the last.
    fn blocks(&self, all: &'a [Block]) -> Vec<(&'a Block, Option<Keep<'a>>)> {
        let turn = |turn: Option<&'a RowTurn>| turn.and_then(|turn| turn.cells.get(self.place.cell));
        let (from, to) = (turn(self.from), turn(self.to));
        let start = from.map_or(0, |turn| turn.block);
        let end = to.map_or(all.len(), |turn| turn.block + usize::from(turn.line.is_some()));
        let line = |turn: Option<&'a CellTurn>, index: usize| {
            turn.filter(|turn| turn.block == index).and_then(|turn| turn.line.as_ref())
        };
        let blocks = all.iter().enumerate().take(end).skip(start);
        let part = |(index, block)| match (line(from, index), line(to, index)) {
            (None, None) => (block, None),
            (from, to) => (block, Some(Keep::Between(from, to))),
        };
        blocks.map(part).collect()
    }
}

/// Which blocks of a row stay with the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeepCells {
    AsSaid,
    All,
    /// The last one ends the row, and what follows need not stay with it.
    AllButTheEnd,
}

impl KeepCells {
    fn of(row: &Row) -> Self {
        match (row.keep_with_next, row.keep_together) {
            (true, _) => Self::All,
            (false, true) => Self::AllButTheEnd,
            (false, false) => Self::AsSaid,
        }
    }

    fn of_block(self, end: bool) -> Keep<'static> {
        match self {
            Self::All => Keep::WithNext,
            Self::AllButTheEnd if !end => Keep::WithNext,
            Self::AllButTheEnd | Self::AsSaid => Keep::AsSaid,
        }
    }
}
