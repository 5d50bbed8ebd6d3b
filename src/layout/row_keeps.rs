//! Which rows of a table stay with the row above them: those that head it with the first row under them, rows that one cell spans, and
//! rows that are to keep with the next. A chain of them that is higher than a page keeps nothing together, in word processors in ways of
//! their own: it is taken apart, in the document too.

use std::ops::Range;

use super::table::SetTable;
use super::typeset::shift;
use crate::diag::Pointer;
use crate::model::{Table, VerticalAlignment};
use crate::pages::{Item, TableFault, TableFaultKind};
use crate::units::Length;

/// A head takes at most this part of a page, or it is not repeated.
pub(super) const HEAD_PART: i64 = 2;

/// What decides it.
pub(super) struct RowKeeps<'a> {
    pub(super) table: &'a mut Table,
    pub(super) set: &'a SetTable,
    /// Height of a page.
    pub(super) page: Length,
    /// Height of what keeps with the table above it.
    pub(super) kept_above: Length,
    /// Everything set so far.
    pub(super) items: &'a mut [Item],
}

impl RowKeeps<'_> {
    /// For each row, whether it stays with the row above.
    pub(super) fn settle(mut self, at: &Pointer, faults: &mut Vec<TableFault>) -> Vec<bool> {
        let count = self.set.rows.len();
        let head = self.table.header_rows;
        let head_height = self.height(0..head.min(count));
        if head > 0 && head_height * HEAD_PART > self.page {
            let kind = TableFaultKind::HeadTooHigh { height: head_height, room: self.page };
            faults.push(TableFault { at: at.clone(), kind });
        }
        let asked =
            |i: usize| i > 0 && (i <= head || self.table.rows[i - 1].keep_with_next || self.set.grid.ties(i - 1));
        let mut stays: Vec<bool> = (0..count).map(asked).collect();
        let mut start = 0;
        for end in 1..=count {
            if stays.get(end) == Some(&true) {
                continue;
            }
            let chain = start..end;
            start = end;
            let above = if chain.start == 0 { self.kept_above } else { head_height };
            if chain.len() > 1 && above + self.height(chain.clone()) > self.page {
                self.part(chain.start.max(head)..chain.end, &mut stays, at, faults);
            }
        }
        stays
    }

    /// Takes a chain of rows apart.
    fn part(&mut self, chain: Range<usize>, stays: &mut [bool], at: &Pointer, faults: &mut Vec<TableFault>) {
        if chain.len() < 2 {
            return;
        }
        let asked_for = chain.clone().take(chain.len() - 1).all(|i| self.table.rows[i].keep_with_next);
        let spans = chain.clone().take(chain.len() - 1).any(|i| self.set.grid.ties(i));
        if asked_for && !spans && self.table.rows.len() > 2 {
            faults.push(TableFault { at: at.clone(), kind: TableFaultKind::NotTogether { room: self.page } });
        }
        for i in chain.clone() {
            stays[i] = stays[i] && i == chain.start;
            if i + 1 < chain.end {
                self.table.rows[i].keep_with_next = false;
            }
            let row = &self.set.rows[i];
            for span in &row.spans {
                // its text stands in its first row, or it would run over the foot of the page
                shift(&mut self.items[span.items.clone()], -span.down);
                if let Some(cell) = self.table.rows[i].cells.get_mut(span.cell) {
                    cell.vertical = VerticalAlignment::Top;
                }
                if span.height > row.line.height {
                    faults.push(TableFault { at: at.clone(), kind: TableFaultKind::SpanTooHigh { room: self.page } });
                }
            }
        }
    }

    fn height(&self, rows: Range<usize>) -> Length {
        self.set.rows[rows].iter().fold(Length::ZERO, |sum, row| sum + row.line.height)
    }
}
