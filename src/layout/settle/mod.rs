//! Settled lines: where the end of a line depends on the word processor, its words get a letter-spacing too small to see, so
//! that the next word either fits plainly or is plainly out.
//!
//! A line is in doubt where the next word overshoots its room by less than what some word processor would squeeze out of
//! the spaces, or where its last word fits by a hair. Everywhere else all end it alike, and nothing is done. One pass over a
//! paragraph; a line that cannot be settled may send up to [`REACH_BACK`] lines before it to other ends, so the work grows
//! with the text alone.

mod ends;
mod spacing;
mod write;

use super::paragraph::{Fill, LineMeasure, Shaped};
use crate::font::FontBook;
use crate::model::LineBreaks;
use crate::units::Length;
use ends::{LineSums, Squeeze};
pub(super) use spacing::SpacedEnd;
use spacing::{Candidate, least_spacing};
pub(super) use write::write;

/// A line ends at most this many boxes before or after its natural end.
const REACH: usize = 3;

/// How many lines may be taken back for the sake of one that cannot be settled.
const REACH_BACK: usize = 4;

/// What counts as plain, and what may be done for it.
#[derive(Clone, Copy, Debug)]
struct Care {
    /// Left free by a line that fits plainly, and by which the next word overshoots where it is plainly out.
    margin: Length,
    /// The most letter-spacing, twips.
    most: i64,
    /// How far a word that is plainly out must be beyond what word processors squeeze.
    squeeze: Squeeze,
}

/// The most letter-spacing that nobody sees, twips: 0.2 pt, a seventieth of the usual type size.
const MOST_INVISIBLE: i64 = 4;

/// Word processors place text by their own rounding, up to half a point in a line: with 1 pt of margin nothing is left to it.
const FULL_CARE: Care = Care { margin: Length::twip(20), most: MOST_INVISIBLE, squeeze: Squeeze::Quarter };

/// Where there is no such end, smaller margins do nearly as well.
const UNSEEN: &[Care] =
    &[FULL_CARE, Care { margin: Length::twip(14), ..FULL_CARE }, Care { margin: Length::twip(8), ..FULL_CARE }];

/// Where nothing else helps, one line in 400: 0.2 pt is the least margin that was seen to hold; 0.3 pt between letters is not
/// seen, 0.4 pt by those who look for it.
const ALL: &[Care] = &[
    UNSEEN[0],
    UNSEEN[1],
    UNSEEN[2],
    Care { margin: LEAST_MARGIN, ..FULL_CARE },
    Care { margin: Length::twip(8), most: 8, ..FULL_CARE },
];

const LEAST_MARGIN: Length = Length::twip(4);

/// A row of words so short that two of them could be squeezed in (`khoản 1, 2, 3, 4 và 5`) is in doubt wherever it ends; all
/// word processors but those that squeeze by the flat quarter can still be made to agree.
const MOST_AGREE: &[Care] =
    &[Care { squeeze: Squeeze::Half, ..FULL_CARE }, Care { margin: LEAST_MARGIN, squeeze: Squeeze::Half, ..FULL_CARE }];

/// Where the lines of a paragraph end.
#[derive(Debug)]
pub(super) struct LineEnds<'a> {
    pub(super) shaped: &'a mut Shaped,
    pub(super) measure: LineMeasure,
    pub(super) text: &'a str,
    pub(super) fonts: &'a FontBook,
    /// The result, line by line.
    pub(super) lines: &'a mut Vec<SpacedEnd>,
}

impl LineEnds<'_> {
    /// Finds them all.
    pub(super) fn find(mut self, how: LineBreaks) {
        self.lines.clear();
        let mut first = 0;
        // lines that stay as they are, for a word of them was cut
        let mut fixed = 0;
        while first < self.shaped.boxes.len() {
            let room = self.measure.room(first);
            let is_cut = self.shaped.boxes[first].width > room;
            if is_cut {
                self.shaped.split(first, room, self.text, self.fonts);
                fixed = self.lines.len() + 1;
            }
            match how {
                LineBreaks::Natural => {
                    let count = self.natural(first);
                    let in_doubt = !self.is_plain(first, count, FULL_CARE);
                    self.lines.push(SpacedEnd { in_doubt, ..SpacedEnd::natural(first, count) });
                }
                LineBreaks::Settled => self.settle(first, fixed),
            }
            first = self.lines.last().map_or(usize::MAX, SpacedEnd::next);
        }
    }

    /// How many boxes the line that begins with `first` takes by the natural rule.
    fn natural(&self, first: usize) -> usize {
        Fill::greedy(&self.shaped.boxes[first..], self.measure.room(first), self.measure).count
    }

    /// Adds the line that begins with `first`; lines before it, from `fixed` on, may change for its sake.
    fn settle(&mut self, first: usize, fixed: usize) {
        if let Some(end) = self.best(first, UNSEEN) {
            return self.lines.push(end);
        }
        if self.settle_with_lines_before(first, fixed, UNSEEN) {
            return;
        }
        if let Some(end) = self.best(first, ALL) {
            return self.lines.push(end);
        }
        if self.settle_with_lines_before(first, fixed, ALL) {
            return;
        }
        let nearly = self.best(first, MOST_AGREE);
        let end = nearly.unwrap_or_else(|| SpacedEnd::natural(first, self.natural(first)));
        self.lines.push(SpacedEnd { in_doubt: true, ..end });
    }

    /// The best end of the line that begins with `first`, with the first care that leaves one.
    fn best(&self, first: usize, cares: &[Care]) -> Option<SpacedEnd> {
        let natural = self.natural(first);
        // most lines end plainly by nature; then there is nothing better to look for
        if cares.first().is_some_and(|care| self.is_plain(first, natural, *care)) {
            return Some(SpacedEnd::natural(first, natural));
        }
        cares.iter().find_map(|care| self.options(first, natural, *care).first().copied())
    }

    /// Whether a line of `count` boxes ends plainly without letter-spacing.
    fn is_plain(&self, first: usize, count: usize, care: Care) -> bool {
        let boxes = &self.shaped.boxes[first..];
        let Some((last, before)) = boxes[..count].split_last() else { return false };
        let mut line = LineSums::default();
        for b in before {
            line.add(b);
            line.pass_space(b);
        }
        line.add(last);
        let next = boxes.get(count).filter(|_| !last.ends_line);
        let range = line.plain_range(last, next, self.measure.room(first), self.measure, care);
        range.contains_zero()
    }

    /// Tries other ends of the lines before, the nearest first, until they and the line that begins with `stuck` end plainly.
    fn settle_with_lines_before(&mut self, stuck: usize, fixed: usize, cares: &[Care]) -> bool {
        let Some(least) = cares.last() else { return false };
        for at in (fixed..self.lines.len()).rev().take(REACH_BACK) {
            let line = self.lines[at];
            for other in self
                .options(line.first, self.natural(line.first), *least)
                .into_iter()
                .filter(|other| other.count != line.count)
            {
                let lines = self.go_on(other, self.lines.len() - at, cares);
                if let Some(lines) = lines.filter(|lines| lines.last().is_some_and(|last| last.next() > stuck)) {
                    self.lines.truncate(at);
                    self.lines.extend(lines);
                    return true;
                }
            }
        }
        false
    }

    /// A line and so many after it, where they all can be settled.
    fn go_on(&self, line: SpacedEnd, more: usize, cares: &[Care]) -> Option<Vec<SpacedEnd>> {
        let mut lines = vec![line];
        for _ in 0..more {
            let first = lines.last().map_or(usize::MAX, SpacedEnd::next);
            let Some(b) = self.shaped.boxes.get(first) else { break };
            // such a word would have to be cut
            if b.width > self.measure.room(first) {
                return None;
            }
            lines.push(self.best(first, cares)?);
        }
        Some(lines)
    }

    /// Where the line that begins with `first` may end plainly, best first.
    fn options(&self, first: usize, natural: usize, care: Care) -> Vec<SpacedEnd> {
        let boxes = &self.shaped.boxes[first..];
        // the first word of a line was weighed by the line before: it keeps its width
        let begins = first == 0 || self.shaped.boxes[first - 1].ends_line;
        let unspaced = usize::from(!begins);
        let mut options = Vec::new();
        let mut line = LineSums::default();
        for (i, last) in boxes.iter().enumerate().take(natural + REACH) {
            let count = i + 1;
            line.add(last);
            let next = boxes.get(count).filter(|_| !last.ends_line);
            if count + REACH >= natural && !next.is_some_and(|next| next.behind_tab) {
                let range = line.plain_range(last, next, self.measure.room(first), self.measure, care);
                let candidate =
                    Candidate { boxes: &boxes[..count], unspaced, range, spaces: line.spaces + last.spaces };
                let end = least_spacing(candidate, care.most);
                options.extend(end.map(|end| SpacedEnd { first, ..end }));
            }
            if last.ends_line {
                break;
            }
            line.pass_space(last);
        }
        options.sort_by_key(|end| (end.twips.abs(), end.shift.abs(), end.count.abs_diff(natural)));
        options
    }
}
