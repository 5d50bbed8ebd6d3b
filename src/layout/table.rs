//! A table's rows: the cells of each set side by side, each row as high as it must be, and the lines between them (measured on word
//! processors: a border lies below the top edge of its row and takes its whole thickness; one more closes the table, on each of its pages).

use std::ops::Range;

use super::collect::stack;
use super::structure::BlockTags;
use super::typeset::{Column, SetLine, Typesetter, shift};
use crate::diag::Pointer;
use crate::model::{Grid, GridPlace, Role, Table, VerticalAlignment};
use crate::pages::{Item, ItemKind, Reading};
use crate::units::Length;

/// A table that is set: where its cells stand, and its lines.
#[derive(Debug, Default)]
pub(super) struct SetTable {
    pub(super) grid: Grid,
    /// The line that closes the table, and each page that it goes on from.
    pub(super) closing: Option<ClosingLine>,
}

/// The lowest line of a table on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClosingLine {
    role: Role,
    x: Length,
    width: Length,
    pub(super) thickness: Length,
}

impl ClosingLine {
    /// As an item, its upper edge at `y`.
    pub(super) fn item(self, y: Length) -> Item {
        line(self.role, self.x, y, self.width, self.thickness)
    }
}

/// What a table's block says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TableOf<'a> {
    pub(super) at: &'a Pointer,
    pub(super) role: Role,
}

/// A cell that is set: its items count from the top of what it holds.
struct SetCell {
    items: Range<usize>,
    /// What it needs with its padding.
    height: Length,
    vertical: VerticalAlignment,
    /// The rows it begins and ends in.
    rows: (usize, usize),
}

/// Sets the rows of a table, `y` from the top of each. A row is as high as its highest cell; what a cell that spans rows
/// needs more than these have goes to the last of them, as word processors do. A table whose cells stand nowhere is noted, for
/// nothing of it can be set.
pub(super) fn set(
    table: &mut Table,
    block: TableOf<'_>,
    tags: Option<&BlockTags>,
    column: Column,
    setter: &mut Typesetter<'_>,
    out: &mut Vec<SetLine>,
) -> SetTable {
    let grid = table.grid().unwrap_or_else(|| {
        setter.ragged.push(block.at.clone());
        Grid::default()
    });
    let (first, last_row) = (out.len(), grid.rows.len().saturating_sub(1));
    let rules = TableRules::of(table, block.role, column);
    let border = table.look.border;
    let mut open: Vec<SetCell> = Vec::new();
    for (index, places) in grid.rows.iter().enumerate() {
        let start = setter.items.len();
        rules.row_top(index, places, setter);
        for place in places.iter().filter(|place| place.row == index) {
            let tags = tags.map_or(&[][..], |tags| tags.of_cell(index, place.cell));
            open.extend(set_cell(table, place, tags, &rules, setter));
        }
        let mut content = Length::ZERO;
        for cell in open.iter().filter(|cell| cell.rows.1 == index) {
            let above = out[first + cell.rows.0..].iter().fold(Length::ZERO, |sum, row| sum + row.height);
            content = content.max(cell.height - above);
        }
        let closing = if index == last_row { border } else { Length::ZERO };
        let height = border + content + closing;
        for cell in open.extract_if(.., |cell| cell.rows.1 == index) {
            let above = out[first + cell.rows.0..].iter().fold(Length::ZERO, |sum, row| sum + row.height);
            let slack = (above + content - cell.height).max(Length::ZERO);
            let down = match cell.vertical {
                VerticalAlignment::Top => Length::ZERO,
                VerticalAlignment::Center => slack / 2,
            };
            shift(&mut setter.items[cell.items], border + table.look.padding_top + down);
        }
        rules.row_sides(places, height, setter);
        if index == last_row {
            setter.items.extend(rules.closing().map(|closing| closing.item(height - border)));
        }
        out.push(SetLine { height, surplus: Length::ZERO, items: start..setter.items.len(), notes: 0 });
    }
    SetTable { grid, closing: rules.closing() }
}

fn set_cell(
    table: &mut Table,
    place: &GridPlace,
    tags: &[BlockTags],
    rules: &TableRules,
    setter: &mut Typesetter<'_>,
) -> Option<SetCell> {
    let look = table.look;
    // text keeps clear of the border even where there is no padding
    let (left, right) = (look.padding_left.max(look.border / 2), look.padding_right.max(look.border / 2));
    let x = rules.grid_x + table.offset(place) + left;
    let width = (table.width(place) - left - right).max(Length::twip(1));
    let cell = table.cell_mut(place)?;
    let start = setter.items.len();
    let text = stack(&mut cell.blocks, tags, Column { x, width }, setter);
    Some(SetCell {
        items: start..setter.items.len(),
        height: look.padding_top + text + look.padding_bottom,
        vertical: cell.vertical,
        rows: (place.row, place.row + cell.rows.max(1) - 1),
    })
}

/// Where the lines of a table stand across.
struct TableRules {
    role: Role,
    /// The first line of the grid: the middle of the left border, whose outer edge stands where the table begins.
    grid_x: Length,
    /// From each line of the grid to the first.
    edges: Vec<Length>,
    border: Length,
}

impl TableRules {
    fn of(table: &Table, role: Role, column: Column) -> Self {
        let border = table.look.border;
        let mut edges = vec![Length::ZERO];
        let mut edge = Length::ZERO;
        for width in &table.columns {
            edge += *width;
            edges.push(edge);
        }
        Self { role, grid_x: column.x + table.left + border / 2, edges, border }
    }

    fn edge(&self, index: usize) -> Length {
        self.grid_x + self.edges.get(index).copied().unwrap_or_default()
    }

    fn closing(&self) -> Option<ClosingLine> {
        (self.border > Length::ZERO).then(|| ClosingLine {
            role: self.role,
            x: self.grid_x - self.border / 2,
            width: self.edges.last().copied().unwrap_or_default() + self.border,
            thickness: self.border,
        })
    }

    /// The lines above the cells that begin in a row, those of neighbours in one.
    fn row_top(&self, row: usize, places: &[GridPlace], setter: &mut Typesetter<'_>) {
        if self.border == Length::ZERO {
            return;
        }
        let mut open: Option<(usize, usize)> = None;
        for place in places {
            match &mut open {
                Some((_, end)) if place.row == row && *end == place.column => *end += place.columns,
                _ if place.row == row => {
                    self.push_top(open.replace((place.column, place.column + place.columns)), setter);
                }
                _ => {}
            }
        }
        self.push_top(open, setter);
    }

    fn push_top(&self, stretch: Option<(usize, usize)>, setter: &mut Typesetter<'_>) {
        let Some((from, to)) = stretch else { return };
        let (left, right) = (self.edge(from) - self.border / 2, self.edge(to) + self.border / 2);
        setter.items.push(line(self.role, left, Length::ZERO, right - left, self.border));
    }

    /// The lines beside the cells of a row.
    fn row_sides(&self, places: &[GridPlace], height: Length, setter: &mut Typesetter<'_>) {
        if self.border == Length::ZERO {
            return;
        }
        let edges = places.iter().map(|place| place.column).chain(places.last().map(|last| last.column + last.columns));
        for edge in edges {
            setter.items.push(line(self.role, self.edge(edge) - self.border / 2, Length::ZERO, self.border, height));
        }
    }
}

/// A drawn rectangle, which means nothing to a reader.
fn line(role: Role, x: Length, y: Length, width: Length, thickness: Length) -> Item {
    let kind = ItemKind::Line { x, y, width, thickness };
    Item { role, reading: Reading::Layout, kind }
}
