//! A table's rows: the cells of each set side by side, each row as high as it must be.

use super::collect::stack;
use super::structure::BlockTags;
use super::typeset::{Column, SetLine, Typesetter};
use crate::diag::Pointer;
use crate::model::{Grid, Table};
use crate::units::Length;

/// Sets the rows of a table, `y` from the top of each. A row is as high as its highest cell; what a cell that spans rows
/// needs more than these have goes to the last of them, as word processors do. Returns where the cells stand; a table whose cells
/// stand nowhere is noted, for nothing of it can be set.
pub(super) fn set(
    table: &mut Table,
    at: &Pointer,
    tags: Option<&BlockTags>,
    column: Column,
    setter: &mut Typesetter<'_>,
    out: &mut Vec<SetLine>,
) -> Grid {
    let grid = table.grid().unwrap_or_else(|| {
        setter.ragged.push(at.clone());
        Grid::default()
    });
    let first = out.len();
    // cells that go on: the row they begin in, the one they end in, their height
    let mut spanning: Vec<(usize, usize, Length)> = Vec::new();
    for (index, places) in grid.rows.iter().enumerate() {
        let start = setter.items.len();
        let mut height = Length::ZERO;
        for place in places.iter().filter(|place| place.row == index) {
            let tags = tags.map_or(&[][..], |tags| tags.of_cell(index, place.cell));
            let x = column.x + table.left + table.offset(place);
            let width = table.width(place);
            let Some(cell) = table.cell_mut(place) else { continue };
            let needs = stack(&mut cell.blocks, tags, Column { x, width }, setter);
            if cell.rows == 1 {
                height = height.max(needs);
            } else {
                spanning.push((index, index + cell.rows - 1, needs));
            }
        }
        for (from, _, needs) in spanning.extract_if(.., |(_, to, _)| *to == index) {
            let above = out[first + from..].iter().fold(Length::ZERO, |sum, row| sum + row.height);
            height = height.max(needs - above);
        }
        out.push(SetLine { height, surplus: Length::ZERO, items: start..setter.items.len(), notes: 0 });
    }
    grid
}
