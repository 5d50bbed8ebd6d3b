//! By how much a line would have to be wider or narrower to end plainly after a box.

use super::super::paragraph::{LineMeasure, SPACE_SHRINK, TextBox};
use super::Care;
use crate::model::Alignment;
use crate::units::Length;

/// Some word processors set raised and lowered text this much wider, percent.
const SCRIPT_DIFFERENCE: i64 = 15;

/// LibreOffice keeps this fraction of the letters' height free at the right of slanted text, at a line's end and before a
/// no-break space.
const SLANT_ROOM: i64 = 12;

/// The most that word processors squeeze out of a justified line's spaces to take one more word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Squeeze {
    /// A quarter of them: the most that any does.
    Quarter,
    /// What [`Fill::greedy`](super::super::paragraph::Fill::greedy) counts as worth it: the most that nearly all do.
    Half,
}

/// A line as far as it goes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LineSums {
    /// Without white space at its end.
    pub(super) width: Length,
    /// Stretchable spaces.
    pub(super) spaces: i64,
    /// Width of what is raised or lowered.
    scripted: Length,
    /// Places inside that room is kept free at, as at a slanted end.
    slanted: i64,
}

/// By how much a line may become wider.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlainRange {
    /// So much at least, that the next word is out; `None` where no word follows.
    pub(super) at_least: Option<Length>,
    /// So much at most, that all fits.
    pub(super) at_most: Length,
}

impl PlainRange {
    /// Whether the line ends plainly as it is.
    pub(super) fn contains_zero(self) -> bool {
        let (at_least, at_most) = self.whole_twips();
        at_least <= 0 && 0 <= at_most
    }

    /// The whole twips inside.
    pub(super) fn whole_twips(self) -> (i64, i64) {
        let twip = Length::twip(1).to_emu();
        let at_least = self.at_least.map_or(i64::MIN / 4, |least| -(-least.to_emu()).div_euclid(twip));
        (at_least, self.at_most.to_emu().div_euclid(twip))
    }
}

impl LineSums {
    pub(super) fn add(&mut self, b: &TextBox) {
        self.width += b.width;
        self.spaces += b.inner_spaces;
        self.scripted += b.scripted;
        self.slanted += b.slanted_portions;
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
        care: Care,
    ) -> PlainRange {
        let slanted = measure.letter_height / SLANT_ROOM * (self.slanted + i64::from(last.italic_end));
        let at_most = room - care.margin - slanted - self.scripted.scale(SCRIPT_DIFFERENCE, 100) - self.width;
        let at_least = next.map(|next| {
            let inside_token = last.next == last.end;
            // a word processor that squeezes counts the space before the next word, and one more at a hyphen
            let spaces = self.spaces + last.spaces + i64::from(inside_token);
            // where the part of a token up to its slash would fit, some move the whole token
            let to_slash = next.to_slash.filter(|_| inside_token).unwrap_or(next.width);
            let width = next.contested.unwrap_or(next.width).min(to_slash);
            let longer = last.space_width + width;
            let quarter = (measure.space * spaces).scale(SPACE_SHRINK, 100);
            let squeezed = match (measure.alignment, care.squeeze) {
                (Alignment::Left | Alignment::Center | Alignment::Right, _) => Length::ZERO,
                (Alignment::Justify, Squeeze::Quarter) => quarter,
                // it is worth it while over ÷ spaces with ≤ ½ · slack ÷ spaces without, and slack + over = what is longer
                (Alignment::Justify, Squeeze::Half) => {
                    quarter.min(longer.scale(spaces, (spaces + 2 * self.spaces).max(1)))
                }
            };
            room + squeezed + care.margin - self.width - longer
        });
        PlainRange { at_least, at_most }
    }
}
