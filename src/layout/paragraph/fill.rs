//! The natural rule: how many boxes a line takes where every word processor would break alike.

use super::measure::LineMeasure;
use super::shape::TextBox;
use crate::model::Alignment;
use crate::units::Length;

/// How much of its spaces a justified line may lose at most to take one more word, percent. Word 2013 and later, and
/// `LibreOffice` from 24.2, squeeze lines so in compatibility mode 15.
pub(in crate::layout) const SPACE_SHRINK: i64 = 25;

/// How many boxes a line takes.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Fill {
    pub(in crate::layout) count: usize,
    /// Natural width without the white space at the end.
    pub(in crate::layout) width: Length,
    /// Stretchable spaces between and inside the boxes.
    pub(in crate::layout) spaces: i64,
}

impl Fill {
    /// Takes boxes while they fit; the first is always taken.
    pub(in crate::layout) fn greedy(boxes: &[TextBox], room: Length, measure: LineMeasure) -> Self {
        let mut taken = Self { count: 0, width: Length::ZERO, spaces: 0 };
        // as much as was taken at the last white space
        let mut tokens = None;
        let mut squeezing = false;
        let (mut width, mut spaces, mut squeezable) = (Length::ZERO, 0, 0);
        for b in boxes {
            width += b.width;
            spaces += b.inner_spaces;
            let over = width - room;
            let fits = over <= Length::ZERO;
            if !fits && !squeezing {
                squeezing = true;
                // where the line would end at a hyphen, one more space counts
                if taken.count > 0 && tokens.is_none_or(|t: Self| t.count < taken.count) {
                    squeezable += 1;
                }
            }
            let squeezed = !fits
                && measure.alignment == Alignment::Justify
                && over <= whole_twips((measure.space * squeezable).scale(SPACE_SHRINK, 100))
                && is_worth_squeezing(over, squeezable, room - taken.width, taken.spaces);
            if taken.count > 0 && !fits && !squeezed {
                if b.slash_width.is_some_and(|to_slash| over - b.width + to_slash <= Length::ZERO) {
                    return tokens.unwrap_or(taken);
                }
                break;
            }
            taken = Self { count: taken.count + 1, width, spaces };
            if b.ends_line {
                break;
            }
            // only spaces that begin before the line's edge, unsqueezed, count towards what may be squeezed
            if width <= room {
                squeezable += b.inner_spaces + b.spaces;
            }
            width += b.space_width;
            spaces += b.spaces;
            if b.next > b.end {
                tokens = Some(taken);
            }
        }
        taken
    }
}

/// Whether each space would shrink by at most half of what it would stretch by without the word, to a twip. Word processors
/// of different makers that squeeze lines decide so; a flat quarter is what one of them did for a year.
fn is_worth_squeezing(over: Length, spaces_with: i64, slack: Length, spaces_without: i64) -> bool {
    spaces_without == 0
        || over * 2 * spaces_without <= slack * spaces_with + Length::twip(1) * spaces_without * spaces_with
}

/// Rounded down, as word processors count.
fn whole_twips(length: Length) -> Length {
    Length::twip(length.to_emu().div_euclid(Length::twip(1).to_emu()))
}
