//! A table of the body: its caption and unit above it, rows of cells in columns of decided widths, its notes below.

mod findings;
mod form;
mod grid;
mod pictures;
mod rows;
mod widths;

use super::captions::{self, Captioned};
use crate::compose::inlines::{Case, rich};
use crate::compose::{Composer, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Color, Purpose, Role, Table, TableLook};
use crate::specification::TableBlock;
use crate::units::Length;
use form::TableForm;
use grid::CellGrid;
use pictures::CellPictures;
use rows::RowMaker;

/// Half a point, as word processors draw tables by themselves.
const BORDER: Length = Length::twip(10);
/// Above and below the text of a cell.
const PADDING: Length = Length::twip(28);
/// Beside the text of a cell.
const SIDE_PADDING: Length = Length::twip(85);

/// The blocks of a table; nothing but a finding where its rows and columns do not go together.
pub(super) fn compose(c: &mut Composer<'_>, given: &TableBlock, at: &Pointer, width: Length, out: &mut Vec<Block>) {
    let Some(grid) = CellGrid::of(c, given, at) else { return };
    let Some(form) = TableForm::of(c, given, &grid, at) else { return };
    let pictures = CellPictures::read(c, given, at);
    let Some(columns) = widths::of(c, given, &grid, (&form, &pictures), at, width - BORDER) else { return };
    captions(c, given, at, out);
    let mut table = Table {
        rows: RowMaker { given, grid: &grid, form, pictures, columns: &columns }.rows(c, at),
        columns,
        header_rows: given.header.len() + usize::from(given.column_numbers == Some(true)),
        purpose: Purpose::Data,
        look: TableLook {
            border: BORDER,
            color: Color::BLACK,
            padding_top: PADDING,
            padding_bottom: PADDING,
            padding_left: SIDE_PADDING,
            padding_right: SIDE_PADDING,
        },
        description: given.caption.as_ref().map(|caption| caption.plain().replace('\n', " ")).unwrap_or_default(),
        ..Table::default()
    };
    tie_rows(&mut table, given.keep_together == Some(true));
    out.push(Block::new(Role::Table, BlockKind::Table(table), at.clone()));
    for (i, note) in given.notes.iter().enumerate() {
        out.push(paragraph(Role::TableNote, at.key("notes").index(i), rich(note, Case::AsGiven, c.shown)));
    }
}

/// The caption and the unit.
fn captions(c: &mut Composer<'_>, given: &TableBlock, at: &Pointer, out: &mut Vec<Block>) {
    if let Some(caption) = &given.caption {
        let inlines = captions::compose(c, Captioned::Table, caption, given.label.as_ref(), given.numbered);
        out.push(paragraph(Role::TableCaption, at.key("caption"), inlines));
    }
    if let Some(unit) = &given.unit {
        out.push(paragraph(Role::TableUnit, at.key("unit"), rich(unit, Case::AsGiven, c.shown)));
    }
}

/// Rows that one cell spans stay together, or all of them.
fn tie_rows(table: &mut Table, keeps_together: bool) {
    let Some(grid) = table.grid() else { return };
    let count = table.rows.len();
    for (index, row) in table.rows.iter_mut().enumerate() {
        row.keep_with_next |= grid.ties(index) || keeps_together && index + 1 < count;
    }
}
