//! By how much a line would have to be wider or narrower to end plainly after a box.

use super::super::paragraph::{LineMeasure, SPACE_SHRINK, TextBox};
use crate::model::Alignment;
use crate::units::Length;

/// Some word processors set raised and lowered text this much wider, percent.
const SCRIPT_DIFFERENCE: i64 = 15;

/// One of them keeps this fraction of the letters' height free at the right of slanted text.
const SLANT_ROOM: i64 = 12;

/// A line as far as it goes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LineSums {
    /// Without white space at its end.
    pub(super) width: Length,
    /// Stretchable spaces.
    pub(super) spaces: i64,
    /// Width of what is raised or lowered.
    scripted: Length,
}

/// By how much a line may become wider.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlainRange {
    /// So much at least, that the next word is out; `None` where no word follows.
    pub(super) at_least: Option<Length>,
    /// So much at most, that all fits.
    pub(super) at_most: Length,
}

impl LineSums {
    pub(super) fn add(&mut self, b: &TextBox) {
        self.width += b.width;
        self.spaces += b.inner_spaces;
        self.scripted += b.scripted;
    }

    pub(super) fn pass_space(&mut self, b: &TextBox) {
        self.width += b.space_width;
        self.spaces += b.spaces;
    }

    /// The range in which the line fits its room and the next box does not, each by a margin.
    pub(super) fn plain_range(
        &self,
        last: &TextBox,
        next: Option<&TextBox>,
        room: Length,
        measure: LineMeasure,
        margin: Length,
    ) -> PlainRange {
        let slanted = if last.italic_end { measure.letter_height / SLANT_ROOM } else { Length::ZERO };
        let at_most = room - margin - slanted - self.scripted.scale(SCRIPT_DIFFERENCE, 100) - self.width;
        let at_least = next.map(|next| {
            let inside_token = last.next == last.end;
            // a word processor that squeezes counts the space before the next word, and one more at a hyphen
            let spaces = self.spaces + last.spaces + i64::from(inside_token);
            let squeezed = match measure.alignment {
                Alignment::Justify => (measure.space * spaces).scale(SPACE_SHRINK, 100),
                Alignment::Left | Alignment::Center | Alignment::Right => Length::ZERO,
            };
            // where the part of a token up to its slash would fit, some move the whole token
            let to_slash = next.to_slash.filter(|_| inside_token).unwrap_or(next.width);
            let width = next.contested.unwrap_or(next.width).min(to_slash);
            room + squeezed + margin - self.width - last.space_width - width
        });
        PlainRange { at_least, at_most }
    }
}
