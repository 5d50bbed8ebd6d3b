//! Rows that go on over pages: which lines of each cell a page takes (measured on word processors: each cell takes the lines that it has
//! room for, one suffices, but where the first line of any cell has none the row moves whole; each part has its padding and borders).

use std::ops::Range;

use super::table_lines::ClosingLine;
use super::typeset::{LineText, Typesetter, shift};
use crate::model::TableLook;
use crate::pages::Item;
use crate::units::Length;

/// A line of a cell.
#[derive(Clone, Debug)]
pub(super) struct CellLine {
    /// From the top of what the cell holds.
    pub(super) y: Length,
    pub(super) height: Length,
    /// Its items in [`Typesetter::items`], where the row stands whole.
    pub(super) items: Range<usize>,
    /// Index of its block among those of the cell.
    pub(super) block: usize,
    /// Its text in that of its paragraph, the label not counted.
    pub(super) text: LineText,
}

/// A row that may go on over pages.
#[derive(Clone, Debug)]
pub(super) struct SplitRow {
    /// Its index in the table.
    pub(super) row: usize,
    /// The lines of each cell.
    pub(super) cells: Vec<Vec<CellLine>>,
    /// The lines above its cells, in [`Typesetter::items`].
    pub(super) top: Range<usize>,
    pub(super) look: TableLook,
    /// The line that closes the table on a page.
    pub(super) closing: Option<ClosingLine>,
    /// Whether it ends its table.
    pub(super) is_last: bool,
}

/// What a page takes of a row: lines of each cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowPart {
    pub(super) cells: Vec<Range<usize>>,
    /// With the border above it, and with the one below where it ends its table.
    pub(super) height: Length,
    /// Whether nothing of the row is left.
    pub(super) ends: bool,
}

/// Where a row goes on: the next line of each cell.
pub(super) type RowCursor = Vec<usize>;

impl SplitRow {
    /// Where the row begins.
    pub(super) fn begin(&self) -> RowCursor {
        vec![0; self.cells.len()]
    }

    /// What a page takes that has room for so much; `None` where the first line of a cell has no room, unless the page has nothing else and
    /// must take it.
    pub(super) fn part(&self, from: &[usize], room: Length, must: bool, steps: &mut usize) -> Option<RowPart> {
        let TableLook { border, padding_top, padding_bottom, .. } = self.look;
        // the border below closes the page
        let frame = border + padding_top + padding_bottom;
        let room = room - frame - border;
        let (mut cells, mut text, mut ends) = (Vec::with_capacity(self.cells.len()), Length::ZERO, true);
        for (lines, &start) in self.cells.iter().zip(from) {
            let (mut end, mut height) = (start, Length::ZERO);
            for line in lines.iter().skip(start) {
                *steps += 1;
                if height + line.height > room {
                    break;
                }
                (end, height) = (end + 1, height + line.height);
            }
            if end == start && start < lines.len() {
                if !must {
                    return None;
                }
                (end, height) = (start + 1, lines[start].height);
            }
            cells.push(start..end);
            text = text.max(height);
            ends &= end == lines.len();
        }
        let closing = if ends && self.is_last { border } else { Length::ZERO };
        Some(RowPart { cells, height: frame + text + closing, ends })
    }

    /// The items of a part, from its top.
    pub(super) fn items(&self, part: &RowPart, setter: &Typesetter<'_>, out: &mut Vec<Item>) {
        out.extend_from_slice(&setter.items[self.top.clone()]);
        for (lines, taken) in self.cells.iter().zip(&part.cells) {
            let Some(first) = lines.get(taken.start) else { continue };
            for line in &lines[taken.clone()] {
                let from = out.len();
                out.extend_from_slice(&setter.items[line.items.clone()]);
                shift(&mut out[from..], -first.y);
            }
        }
    }
}

impl RowPart {
    /// Where the row goes on after it.
    pub(super) fn cursor(&self) -> RowCursor {
        self.cells.iter().map(|lines| lines.end).collect()
    }
}
