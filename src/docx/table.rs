//! Tables of fixed layout (ECMA-376 Part 1, 17.4). Rows never split; Word keeps a row with the
//! next one where the paragraphs of the row say so.

use super::properties::{CellProperties, SpannedRow, TableProperties, write_row_properties};
use super::story::{Keep, Story};
use crate::error::WriteError;
use crate::model::{GridPlace, Row, Table};

impl<'a> Story<'a, '_> {
    /// A table; a spacer must follow.
    pub(super) fn table(&mut self, table: &'a Table) -> Result<(), WriteError> {
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
        for (i, (row, places)) in table.rows.iter().zip(&grid.rows).enumerate() {
            self.xml.raw("<w:tr>");
            write_row_properties(&mut self.xml, row, i < table.header_rows);
            for (j, place) in places.iter().enumerate() {
                self.place(table, i, place, KeepCells::of(row), j + 1 == places.len())?;
            }
            self.xml.raw("</w:tr>");
        }
        self.xml.raw("</w:tbl>");
        Ok(())
    }

    /// What stands at a place of a row: a cell, or the rest of one that began above.
    fn place(
        &mut self,
        table: &'a Table,
        row: usize,
        place: &GridPlace,
        keep: KeepCells,
        ends_row: bool,
    ) -> Result<(), WriteError> {
        let Some(cell) = table.cell(place) else { return Ok(()) };
        let width = table.width(place);
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
        for (i, block) in blocks.iter().enumerate() {
            self.block(block, width, keep.of_block(ends_row && i + 1 == blocks.len()))?;
        }
        // a cell ends with a paragraph, or Word calls the file damaged; a table in it brings its own spacer
        if blocks.is_empty() {
            self.spacer(keep.of_block(ends_row));
        }
        self.xml.raw("</w:tc>");
        Ok(())
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
