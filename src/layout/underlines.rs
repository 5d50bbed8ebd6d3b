//! Lines under text, drawn behind the text of their line: to a reader they are no content.

use super::sources::item;
use crate::model::{Color, Role};
use crate::pages::{Item, ItemKind, Reading};
use crate::units::Length;

/// The lines under the runs of one line of text, from left to right.
#[derive(Debug, Default)]
pub(super) struct Underlines(Vec<Underline>);

#[derive(Debug)]
struct Underline {
    x: Length,
    end: Length,
    /// From the baseline down to its upper edge.
    below: Length,
    thickness: Length,
}

impl Underlines {
    /// The line under a run. It goes on with that of the run before, unless that is of another face with another line.
    pub(super) fn add(&mut self, x: Length, width: Length, (below, thickness): (Length, Length)) {
        let end = x + width;
        match self.0.last_mut() {
            Some(last) if (last.end, last.below, last.thickness) == (x, below, thickness) => last.end = end,
            _ => self.0.push(Underline { x, end, below, thickness }),
        }
    }

    /// What is drawn.
    pub(super) fn items(self, baseline: Length, color: Color, role: Role) -> impl Iterator<Item = Item> {
        self.0.into_iter().map(move |Underline { x, end, below, thickness }| {
            let kind = ItemKind::Line { x, y: baseline + below, width: end - x, height: thickness, color };
            item(role, Reading::Layout, kind)
        })
    }
}
