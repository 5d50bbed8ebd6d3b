//! The lines of a table: across above its cells, and down beside them. Those down are drawn while rows are placed, each as long as it goes
//! on from row to row, so that a page has a few long ones.

use super::typeset::Column;
use crate::model::{Color, GridPlace, Role, Table};
use crate::pages::{Item, ItemKind, Reading, SourceId};
use crate::units::Length;

/// The lowest line of a table on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClosingLine {
    look: LineLook,
    x: Length,
    width: Length,
}

impl ClosingLine {
    /// As an item, its upper edge at `y`.
    pub(super) fn item(self, y: Length) -> Item {
        self.look.item(self.x, y, self.width, self.look.thickness)
    }

    pub(super) fn thickness(&self) -> Length {
        self.look.thickness
    }
}

/// How the lines of a table look, and what they belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LineLook {
    role: Role,
    thickness: Length,
    color: Color,
    source: SourceId,
}

impl LineLook {
    /// A drawn line, which means nothing to a reader.
    fn item(self, x: Length, y: Length, width: Length, height: Length) -> Item {
        let kind = ItemKind::Line { x, y, width, height, color: self.color };
        Item { role: self.role, reading: Reading::Layout, source: self.source, kind }
    }
}

/// The lines beside the cells of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowSides {
    look: LineLook,
    /// Their left edges, from the left.
    edges: Vec<Length>,
}

/// Where the lines of a table stand across.
pub(super) struct TableLines {
    look: LineLook,
    /// The first line of the grid: the middle of the left border, whose outer edge stands where the table begins.
    pub(super) grid_x: Length,
    /// From the first line of the grid to each.
    edges: Vec<Length>,
}

impl TableLines {
    pub(super) fn of(table: &Table, role: Role, source: SourceId, column: Column) -> Self {
        let thickness = table.look.border;
        let mut edges = vec![Length::ZERO];
        let mut edge = Length::ZERO;
        for width in &table.columns {
            edge += *width;
            edges.push(edge);
        }
        let look = LineLook { role, thickness, color: table.look.color, source };
        Self { look, grid_x: column.x + table.left + thickness / 2, edges }
    }

    fn edge(&self, index: usize) -> Length {
        self.grid_x + self.edges.get(index).copied().unwrap_or_default() - self.look.thickness / 2
    }

    fn has_lines(&self) -> bool {
        self.look.thickness > Length::ZERO
    }

    pub(super) fn closing(&self) -> Option<ClosingLine> {
        let width = self.edges.last().copied().unwrap_or_default() + self.look.thickness;
        self.has_lines().then(|| ClosingLine { look: self.look, x: self.edge(0), width })
    }

    /// The lines above the cells that begin in a row, those of neighbours in one.
    pub(super) fn row_top(&self, row: usize, places: &[GridPlace], out: &mut Vec<Item>) {
        if !self.has_lines() {
            return;
        }
        let mut open: Option<(usize, usize)> = None;
        for place in places.iter().filter(|place| place.row == row) {
            match &mut open {
                Some((_, end)) if *end == place.column => *end += place.columns,
                _ => out.extend(self.top(open.replace((place.column, place.column + place.columns)))),
            }
        }
        out.extend(self.top(open));
    }

    fn top(&self, stretch: Option<(usize, usize)>) -> Option<Item> {
        let (from, to) = stretch?;
        let (left, right) = (self.edge(from), self.edge(to) + self.look.thickness);
        Some(self.look.item(left, Length::ZERO, right - left, self.look.thickness))
    }

    /// The lines beside the cells of a row.
    pub(super) fn row_sides(&self, places: &[GridPlace]) -> Option<RowSides> {
        let ends = places.last().map(|last| last.column + last.columns);
        let edges = places.iter().map(|place| place.column).chain(ends).map(|index| self.edge(index));
        self.has_lines().then(|| RowSides { look: self.look, edges: edges.collect() })
    }
}

/// The lines down a table that go on.
#[derive(Debug, Default)]
pub(super) struct OpenSides {
    look: Option<LineLook>,
    /// Left edge and upper end, from the left.
    lines: Vec<(Length, Length)>,
    /// How far down they are drawn.
    bottom: Length,
}

impl OpenSides {
    /// Draws the lines beside a row from `top` to `bottom`; those that do not go on with it end.
    pub(super) fn go_on(&mut self, row: &RowSides, (top, bottom): (Length, Length), out: &mut Vec<Item>) {
        if self.look != Some(row.look) || self.bottom != top {
            self.end(out);
        }
        let is_same = self.lines.iter().map(|(x, _)| x).eq(&row.edges);
        if !is_same {
            // both go from the left to the right
            let mut old = std::mem::take(&mut self.lines).into_iter().peekable();
            for edge in &row.edges {
                while let Some((x, from)) = old.next_if(|(x, _)| x < edge) {
                    out.extend(self.line(x, from));
                }
                let from = old.next_if(|(x, _)| x == edge).map_or(top, |(_, from)| from);
                self.lines.push((*edge, from));
            }
            out.extend(old.filter_map(|(x, from)| self.line(x, from)));
        }
        self.look = Some(row.look);
        self.bottom = bottom;
    }

    /// Ends all lines.
    pub(super) fn end(&mut self, out: &mut Vec<Item>) {
        for (x, from) in std::mem::take(&mut self.lines) {
            out.extend(self.line(x, from));
        }
        self.look = None;
    }

    fn line(&self, x: Length, from: Length) -> Option<Item> {
        let look = self.look?;
        Some(look.item(x, from, look.thickness, self.bottom - from))
    }
}
