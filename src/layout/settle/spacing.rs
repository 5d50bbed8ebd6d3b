//! The least letter-spacing that makes a line as wide as it must be.

use super::super::paragraph::TextBox;
use super::MOST_INVISIBLE;
use super::ends::PlainRange;
use crate::units::Length;

/// Where a line ends, and what letter-spacing it takes for that.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct SpacedEnd {
    /// Its first box.
    pub(in crate::layout) first: usize,
    /// How many boxes it takes.
    pub(in crate::layout) count: usize,
    /// Letter-spacing in twips.
    pub(in crate::layout) twips: i64,
    /// Its boxes that carry it, from the first of the line on: from this one …
    pub(in crate::layout) spaced_from: usize,
    /// … to before this one.
    pub(in crate::layout) spaced_to: usize,
    /// By how much that makes it wider, in twips.
    pub(in crate::layout) shift: i64,
    /// Whether the word processor decides where it ends, whatever we do.
    pub(in crate::layout) in_doubt: bool,
}

impl SpacedEnd {
    /// The natural end of a line.
    pub(super) fn natural(first: usize, count: usize) -> Self {
        Self { first, count, twips: 0, spaced_from: 0, spaced_to: 0, shift: 0, in_doubt: false }
    }

    /// The first box of the next line.
    pub(super) fn next(&self) -> usize {
        self.first + self.count
    }

    /// Whether it is told to those who ask for the lines in doubt.
    pub(in crate::layout) fn is_told(&self) -> bool {
        self.in_doubt || self.twips.abs() > MOST_INVISIBLE
    }

    /// How much wider the line is drawn: what would stand behind its last letter is not seen.
    pub(in crate::layout) fn drawn_shift(&self) -> Length {
        let behind = if self.spaced_to == self.count { self.twips } else { 0 };
        Length::twip(self.shift - behind)
    }
}

/// The boxes of a line from its beginning to a possible end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) boxes: &'a [TextBox],
    /// So many boxes at its beginning carry no letter-spacing.
    pub(super) unspaced: usize,
    /// By how much it may become wider.
    pub(super) range: PlainRange,
    /// Spaces that a word processor may squeeze.
    pub(super) spaces: i64,
}

/// The least letter-spacing, of `most` twips or less, that makes a line wider by an amount in its range, or narrower where
/// that is negative: over all of its letters if that can be, else over those of its first words, which moves it in finer steps.
pub(super) fn least_spacing(line: Candidate<'_>, most: i64) -> Option<SpacedEnd> {
    let Candidate { boxes, unspaced, range, spaces } = line;
    let count = boxes.len();
    let (at_least, at_most) = range.whole_twips();
    if range.contains_zero() {
        return Some(SpacedEnd::natural(0, count));
    }
    if at_least > at_most {
        return None;
    }
    let is_wider = at_most > 0;
    for size in 1..=most {
        let twips = if is_wider { size } else { -size };
        // where spaces are wider, a word processor may squeeze more out of them
        let at_least = at_least + if is_wider { (size * spaces + 3) / 4 } else { 0 };
        let mut reached = letters(boxes, unspaced);
        let mut portion_ends = 1 + boxes.iter().skip(unspaced).map(|b| b.portion_ends).sum::<i64>();
        for spaced_to in (unspaced + 1..=count).rev() {
            let shift = twips * reached;
            // some do not narrow what stands behind the last character of a portion, nor of a line
            let least_shift = if is_wider { shift } else { twips * (reached - portion_ends) };
            if at_least <= shift && least_shift <= at_most {
                let end = SpacedEnd::natural(0, count);
                return Some(SpacedEnd { twips, spaced_from: unspaced, spaced_to, shift, ..end });
            }
            // fewer letters move it less: too little already
            let is_too_little = if is_wider { shift < at_least } else { least_shift > at_most };
            if is_too_little {
                break;
            }
            let left_out = boxes[spaced_to - 1];
            reached -= left_out.letters;
            portion_ends -= left_out.portion_ends;
            if spaced_to > unspaced + 1 {
                reached -= boxes[spaced_to - 2].space_letters;
            }
        }
    }
    None
}

/// How many characters letter-spacing reaches in a row of boxes from one on; not the white space at its end.
fn letters(boxes: &[TextBox], from: usize) -> i64 {
    let Some((last, before)) = boxes.get(from..).and_then(|boxes| boxes.split_last()) else { return 0 };
    before.iter().map(|b| b.letters + b.space_letters).sum::<i64>() + last.letters
}
