//! Columns side by side: a table of fixed layout without borders and padding (ECMA-376 Part 1, 17.4). Rows never split;
//! Word keeps a row with the next one where the paragraphs of the row say so.

use super::document::{Keep, Story};
use super::properties::{TableProperties, write_cell_properties, write_row_properties};
use crate::WriteError;
use crate::model::{Cell, Role, SideBySide};
use crate::units::Length;

impl<'a> Story<'a, '_> {
    /// A table and the spacer after it.
    pub(super) fn side_by_side(&mut self, table: &'a SideBySide, role: Role) -> Result<(), WriteError> {
        if table.rows.iter().any(|row| row.len() != table.widths.len()) {
            return Err(WriteError("a row has not one cell a column".to_owned()));
        }
        self.xml.raw("<w:tbl>");
        TableProperties { indent: table.left, widths: &table.widths }.write(&mut self.xml);
        let last = table.rows.len().saturating_sub(1);
        for (i, row) in table.rows.iter().enumerate() {
            let keep = if i < last {
                KeepCells::All
            } else if role == Role::ClosingBlock {
                KeepCells::AllButTheEnd
            } else {
                KeepCells::AsSaid
            };
            self.row(row, &table.widths, keep)?;
        }
        self.xml.raw("</w:tbl>");
        self.spacer(Keep::AsSaid);
        Ok(())
    }

    fn row(&mut self, row: &'a [Cell], widths: &[Length], keep: KeepCells) -> Result<(), WriteError> {
        self.xml.raw("<w:tr>");
        write_row_properties(&mut self.xml);
        for (i, (cell, width)) in row.iter().zip(widths).enumerate() {
            self.xml.raw("<w:tc>");
            write_cell_properties(&mut self.xml, *width);
            let last_cell = i + 1 == row.len();
            for (j, block) in cell.blocks.iter().enumerate() {
                let end = last_cell && j + 1 == cell.blocks.len();
                self.block(block, *width, keep.of_block(end))?;
            }
            // a cell ends with a paragraph, or Word calls the file damaged
            if cell.blocks.is_empty() {
                self.spacer(keep.of_block(last_cell));
            }
            self.xml.raw("</w:tc>");
        }
        self.xml.raw("</w:tr>");
        Ok(())
    }
}

/// Which blocks of a row stay with the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeepCells {
    AsSaid,
    All,
    AllButTheEnd,
}

impl KeepCells {
    fn of_block(self, end: bool) -> Keep {
        match self {
            Self::All => Keep::WithNext,
            Self::AllButTheEnd if !end => Keep::WithNext,
            Self::AllButTheEnd | Self::AsSaid => Keep::AsSaid,
        }
    }
}
