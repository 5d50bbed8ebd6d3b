//! Lines as they are drawn: where their text begins and ends, and how their spaces stretch.

use super::measure::LineMeasure;
use super::shape::TextBox;
use crate::model::Alignment;
use crate::units::Length;

/// A line: which text, where it starts, how its spaces stretch.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Line {
    /// First byte.
    pub(in crate::layout) start: usize,
    /// One past the last byte that is drawn.
    pub(in crate::layout) end: usize,
    /// Where the next line's text starts.
    pub(in crate::layout) next: usize,
    /// From the left edge of the column.
    pub(in crate::layout) x: Length,
    /// What is added to its stretchable spaces.
    pub(in crate::layout) stretch: Stretch,
    /// Whether a manual break or the paragraph's end follows.
    pub(in crate::layout) is_last: bool,
}

/// What is added to a line's spaces: whole twips, rounded towards none, as word processors do; what is left over goes to
/// the last ones, so that the line ends at the edge all the same.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::layout) struct Stretch {
    /// Added to each of the first spaces.
    pub(in crate::layout) early: Length,
    /// Added to each of the last spaces.
    pub(in crate::layout) late: Length,
    /// How many those last ones are.
    pub(in crate::layout) late_count: usize,
}

/// The most that a last space differs from the others: 0.3 pt, which nobody sees.
const MOST_LATE: Length = Length::twip(6);

impl Stretch {
    fn of(slack: Length, spaces: i64) -> Self {
        let early = Length::twip((slack / spaces).to_emu() / Length::twip(1).to_emu());
        let rest = slack - early * spaces;
        let most = MOST_LATE.to_emu();
        let late_count = ((rest.to_emu().abs() + most - 1) / most).min(spaces);
        let late = if late_count == 0 { early } else { early + rest / late_count };
        Self { early, late, late_count: usize::try_from(late_count).unwrap_or(0) }
    }
}

impl Line {
    /// The line of `count` boxes from `first` on, which letter-spacing makes wider by `shift`.
    pub(in crate::layout) fn set(
        boxes: &[TextBox],
        first: usize,
        count: usize,
        shift: Length,
        measure: LineMeasure,
    ) -> Self {
        let (last, before) = boxes[first..first + count].split_last().unwrap_or((&boxes[first], &[]));
        let (mut width, mut spaces) = (shift + last.width, last.inner_spaces);
        for b in before {
            width += b.width + b.space_width;
            spaces += b.inner_spaces + b.spaces;
        }
        let indent = measure.indent(first);
        let slack = measure.width - indent - width;
        let (x, stretch) = match measure.alignment {
            Alignment::Left => (Length::ZERO, Stretch::default()),
            Alignment::Center => (slack / 2, Stretch::default()),
            Alignment::Right => (slack, Stretch::default()),
            Alignment::Justify if spaces == 0 || (last.ends_line && slack >= Length::ZERO) => {
                (Length::ZERO, Stretch::default())
            }
            Alignment::Justify => (Length::ZERO, Stretch::of(slack, spaces)),
        };
        Self {
            start: boxes[first].start,
            end: last.end,
            next: last.next,
            x: measure.left + indent + x,
            stretch,
            is_last: last.ends_line,
        }
    }
}
