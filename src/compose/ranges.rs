//! The ranges of all lengths that a specification may give, whatever a regulation says of them: beyond them no page could be
//! set, or nothing would be seen. One table, so that a message names the very range that is judged by.

use std::fmt;

use crate::model::LineSpacing;
use crate::units::Length;

/// From a length to another, both taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LengthRange {
    min: Length,
    max: Length,
    unit: RangeUnit,
}

/// The unit that a range is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RangeUnit {
    Mm,
    Pt,
}

/// A margin of the page.
pub(super) const MARGIN: LengthRange = LengthRange::mm(0, 200);
/// The space between paragraphs, and the first line's indent as far as the column goes.
pub(super) const DISTANCE: LengthRange = LengthRange::mm(0, 100);
/// A size of type.
pub(super) const TYPE_SIZE: LengthRange = LengthRange::pt(1, 72);
/// The height of lines that is given as a length.
pub(super) const LINE_PITCH: LengthRange = LengthRange::pt(1, 200);
/// The width of a picture.
pub(super) const PICTURE_WIDTH: LengthRange = LengthRange::mm(1, 160);
/// The width or the height of a picture in the text, on whatever paper.
pub(super) const TEXT_PICTURE_SIDE: LengthRange = LengthRange::mm(1, 420);
/// The width or the height of a picture in running text.
pub(super) const RUN_PICTURE_SIDE: LengthRange = LengthRange::mm(1, 100);
/// The width of a table's column.
pub(super) const COLUMN_WIDTH: LengthRange = LengthRange::mm(3, 400);
/// The smallest width and height of a signature field: no smaller appearance can be read.
pub(super) const LEAST_FIELD: Length = Length::mm(5);
/// What the margins must leave across and down.
pub(super) const LEAST_TEXT_BLOCK: Length = Length::mm(60);
/// What the first line's indent must leave of the column.
pub(super) const LEAST_FIRST_LINE: Length = Length::mm(30);

/// The least and the most of a line spacing that is a multiple, as [`LineSpacing::Multiple`] counts, and as it is written.
const MULTIPLES: (u32, u32) = (120, 240 * 5);
const MULTIPLES_TEXT: &str = "0.5–5";

impl LengthRange {
    const fn mm(min: i64, max: i64) -> Self {
        Self { min: Length::mm(min), max: Length::mm(max), unit: RangeUnit::Mm }
    }

    const fn pt(min: i64, max: i64) -> Self {
        Self { min: Length::pt(min), max: Length::pt(max), unit: RangeUnit::Pt }
    }

    /// Between two lengths that the document gives, told in millimetres.
    pub(super) const fn between(min: Length, max: Length) -> Self {
        Self { min, max, unit: RangeUnit::Mm }
    }

    /// Whether a length is in the range; what a whole twip cannot tell apart from an end is that end.
    pub(super) const fn contains(self, length: Length) -> bool {
        let twips = length.to_twip();
        self.min.to_twip() <= twips && twips <= self.max.to_twip()
    }
}

impl fmt::Display for LengthRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            // towards none: an end as it is told is in the range
            RangeUnit::Mm => write!(f, "{}–{} mm", self.min.to_mm(), self.max.to_mm()),
            RangeUnit::Pt => write!(f, "{}–{} pt", self.min.to_pt(), self.max.to_pt()),
        }
    }
}

/// Whether a line spacing can be set.
pub(super) fn allows(spacing: LineSpacing) -> bool {
    match spacing {
        LineSpacing::Multiple(n) => (MULTIPLES.0..=MULTIPLES.1).contains(&n),
        LineSpacing::Exactly(pitch) => LINE_PITCH.contains(pitch),
    }
}

/// The line spacings that can be set.
pub(super) fn line_spacings() -> String {
    format!("{MULTIPLES_TEXT}, exactly {LINE_PITCH}")
}
