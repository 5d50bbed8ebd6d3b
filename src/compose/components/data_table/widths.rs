//! How wide the columns of a table are.

use super::form::TableForm;
use super::grid::{CellGrid, columns_of};
use super::pictures::{CellPictures, Firmness};
use super::{SIDE_PADDING, findings};
use crate::compose::columns::{self, ColumnNeed};
use crate::compose::{Composer, overrides, ranges};
use crate::diag::Pointer;
use crate::model::Role;
use crate::specification::{TableBlock, TableCell, TableRow};
use crate::units::Length;

/// The widths of the columns, in whole twips.
pub(super) fn of(
    c: &mut Composer<'_>,
    given: &TableBlock,
    grid: &CellGrid,
    (form, pictures): (&TableForm, &CellPictures<'_>),
    at: &Pointer,
    room: Length,
) -> Option<Vec<Length>> {
    let mut needs = vec![ColumnNeed::default(); grid.columns];
    for (index, column) in given.columns.iter().enumerate() {
        if let Some(width) = &column.width {
            let at = at.key("columns").index(index).key("width");
            needs[index].given = Some(overrides::length(width, &at, ranges::COLUMN_WIDTH, c.out)?);
        }
    }
    // a word that fills its column to the twip is broken by some word processors, which round widths up
    let padding = SIDE_PADDING * 2 + Length::twip(20);
    let mut starts = grid.starts.iter();
    let head = form.type_of(c, Role::TableHead, false);
    for (row, starts) in given.header.iter().zip(&mut starts) {
        each_cell(row, starts, &mut needs, |cell, _, need| {
            for text in form.paragraphs(c, cell, grid.columns) {
                widen(need, text.content.widths(head, c.shown), padding);
            }
        });
    }
    let of_type = |is_bold| form.type_of(c, Role::TableText, is_bold);
    let (regular, bold) = (of_type(false), of_type(true));
    let totals = given.rows.len().saturating_sub(given.total_rows.unwrap_or(0) as usize);
    for (index, (row, starts)) in given.rows.iter().zip(starts).enumerate() {
        each_cell(row, starts, &mut needs, |cell, start, need| {
            let is_bold = super::rows::is_bold(cell, row, index >= totals).unwrap_or(false);
            for text in form.paragraphs(c, cell, start) {
                widen(
                    need,
                    text.content.widths(if is_bold { bold } else { regular }, c.shown),
                    padding + text.room + form.indent(c, text.item.map_or(0, |(_, depth)| depth)),
                );
            }
        });
    }
    let of_texts = needs.clone();
    pictures.widen(given, grid, (room, Firmness::AsAsked), &mut needs);
    settle(&mut needs, padding);
    if columns::widths(&needs, room).is_none() {
        // rather smaller pictures than no table
        needs = of_texts;
        pictures.widen(given, grid, (room, Firmness::Yielding), &mut needs);
        settle(&mut needs, padding);
    }
    let narrow = needs.iter().position(|need| need.given.is_some_and(|given| given < need.least));
    if let Some(index) = narrow {
        c.out.push(findings::column_too_narrow(index, needs[index], at));
    }
    let widths = columns::widths(&needs, room);
    if widths.is_none() {
        let least = needs.iter().fold(Length::ZERO, |sum, need| sum + need.given.unwrap_or(need.least));
        c.out.push(findings::table_too_wide(least, room, at));
    }
    widths
}

/// No column is narrower than its padding, or less wide at most than at least.
fn settle(needs: &mut [ColumnNeed], padding: Length) {
    for need in needs {
        need.least = need.least.max(padding);
        need.most = need.most.max(need.least);
    }
}

/// Calls a function for each cell of one column, with its column and what that asks for; what spans columns finds room in their sum,
/// nearly always.
fn each_cell(
    row: &TableRow,
    starts: &[usize],
    needs: &mut [ColumnNeed],
    mut call: impl FnMut(&TableCell, usize, &mut ColumnNeed),
) {
    for (cell, start) in row.cells.iter().zip(starts) {
        if let Some(need) = needs.get_mut(*start).filter(|_| columns_of(cell) == 1) {
            call(cell, *start, need);
        }
    }
}

fn widen(need: &mut ColumnNeed, (word, line): (Length, Length), padding: Length) {
    need.most = need.most.max(line + padding);
    need.least = need.least.max(word + padding);
}
