//! The second verb of layout: pieces onto pages. The cursor only moves forward, so the work grows with the pieces alone.

use std::ops::Range;

use super::collect::{MayStartPage, Piece};
use super::notes::NoteArea;
use super::row_keeps::HEAD_PART;
use super::split_row::{RowCursor, RowPart, SplitRow};
use crate::units::Length;

/// Which pieces a page holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageCut {
    /// Those that stand on it whole, or end on it.
    pub(super) pieces: Range<usize>,
    /// What it holds of the row that began on a page before: the first of the pieces if it ends here, else the one behind them.
    pub(super) first: Option<RowPart>,
    /// The part of the row behind the pieces that begins on it and goes on.
    pub(super) last: Option<RowPart>,
    /// The head of a table that goes on from the page before, as pieces; it stands above the others.
    pub(super) head: Option<Range<usize>>,
    /// One past the last piece that there was room for; the page may end earlier, to keep together.
    pub(super) full: usize,
}

/// A piece on a page, or a part of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct PagePart<'a> {
    pub(super) piece: usize,
    /// The part of a row that goes on over pages.
    pub(super) row: Option<&'a RowPart>,
    /// Whether nothing stands above it.
    pub(super) is_top: bool,
}

impl PagePart<'_> {
    pub(super) fn height(&self, pieces: &[Piece]) -> Length {
        self.row.map_or_else(|| pieces[self.piece].height, |row| row.height)
    }
}

impl PageCut {
    /// What stands on the page, from the top.
    pub(super) fn parts(&self) -> impl Iterator<Item = PagePart<'_>> + Clone {
        let begun = self.first.as_ref().filter(|_| self.pieces.is_empty()).map(|part| (self.pieces.start, Some(part)));
        let whole =
            self.pieces.clone().map(|index| (index, self.first.as_ref().filter(|_| index == self.pieces.start)));
        let last = self.last.as_ref().map(|part| (self.pieces.end, Some(part)));
        let all = begun.into_iter().chain(whole).chain(last).enumerate();
        all.map(|(i, (piece, row))| PagePart { piece, row, is_top: i == 0 && self.head.is_none() })
    }

    /// The row that the page ends inside, as a piece, and what it holds of it.
    pub(super) fn unfinished_row(&self) -> Option<(usize, &RowPart)> {
        let begun = self.first.as_ref().filter(|part| !part.ends).map(|part| (self.pieces.start, part));
        begun.or_else(|| self.last.as_ref().map(|part| (self.pieces.end, part)))
    }
}

/// Distributes the pieces of a section.
#[derive(Debug)]
pub(super) struct Distributor<'a> {
    pieces: &'a [Piece],
    rows: &'a [SplitRow],
    /// The notes of the section.
    pub(super) notes: NoteArea,
    next: usize,
    /// Where the next piece goes on, if it is a row that has begun.
    row: Option<RowCursor>,
    /// How many pieces were looked at, and lines of rows.
    pub(super) steps: usize,
}

/// A page being filled.
struct PageFill {
    /// One past the last piece that there is room for.
    end: usize,
    /// What stands on the page so far, the gap above the next piece and the notes with it.
    used: Length,
    /// What would stand on it with the piece that has no room, the separator of the notes not counted.
    beyond: Option<Length>,
}

impl<'a> Distributor<'a> {
    pub(super) fn new(pieces: &'a [Piece], rows: &'a [SplitRow], notes: NoteArea) -> Self {
        Self { pieces, rows, notes, next: 0, row: None, steps: 0 }
    }

    pub(super) fn is_done(&self) -> bool {
        self.next >= self.pieces.len()
    }

    /// The next page, with room for so much. It holds at least one piece or a part of one, while there is one.
    pub(super) fn next_page(&mut self, room: Length) -> PageCut {
        let start = self.next;
        let head = self.head(start, room);
        let top = head.as_ref().map_or(Length::ZERO, |head| height(&self.pieces[head.clone()]));
        let first = self.row.take().and_then(|cursor| self.part(start, &cursor, room - top, true));
        if let Some(part) = first.as_ref().filter(|part| !part.ends) {
            self.row = Some(part.cursor());
            return PageCut { pieces: start..start, first, last: None, head, full: start };
        }
        // a row that ends here is the first of the pieces, but no page can end before it
        let begin = start + usize::from(first.is_some());
        let top = top + first.as_ref().map_or(Length::ZERO, |part| part.height);
        let is_empty = head.is_none() && first.is_none();
        let filled = self.fill(begin, top, is_empty, first.is_some(), room);
        let full = filled.end;
        if let Some(beyond) = filled.beyond {
            // the notes of the page, and those of the piece that has no room
            let upper = self.pieces.get(full).map_or(0, |piece| piece.notes.end);
            let lower = self.pieces.get(begin).map_or(upper, |piece| piece.notes.start);
            self.notes.hold(lower..upper, beyond, room);
        }
        let last = self.begin_row(full, room - filled.used, full == begin && first.is_none());
        if last.as_ref().is_some_and(|part| part.ends) {
            // all of the row has room
            self.next = full + 1;
            return PageCut { pieces: start..full + 1, first, last: None, head, full: full + 1 };
        }
        if let Some(last) = last {
            self.row = Some(last.cursor());
            self.next = full;
            return PageCut { pieces: start..full, first, last: Some(last), head, full };
        }
        let end = self.end(begin, full, first.is_some());
        self.next = end;
        PageCut { pieces: start..end, first, last: None, head, full }
    }

    /// The head to repeat above a page that begins with a piece: a head of more than half of the page would leave no room.
    fn head(&mut self, start: usize, room: Length) -> Option<Range<usize>> {
        let head = self.pieces.get(start)?.head.clone()?;
        let rows = self.pieces.get(head.clone())?;
        self.steps += rows.len();
        (height(rows) * HEAD_PART <= room).then_some(head)
    }

    /// As many pieces as a page has room for, with their notes, below what fills it to `top`, before one that must begin a page. Where
    /// nothing else stands on it, the first is always placed, unless a part of it can be.
    fn fill(&mut self, start: usize, top: Length, is_empty: bool, has_part: bool, room: Length) -> PageFill {
        let (mut y, mut notes) = (top, Length::ZERO);
        let mut end = start;
        for (i, piece) in self.pieces.iter().enumerate().skip(start) {
            self.steps += 1;
            if piece.may_start_page == MayStartPage::Must && (i > start || has_part) {
                return PageFill { end, used: room, beyond: None };
            }
            let gap = piece.offset(i == start && is_empty);
            let feet = self.notes.with_separator(notes + self.notes.sum(piece.notes.clone()));
            if y + gap + piece.height + self.below(i) + feet > room && (i > start || has_part || piece.split.is_some())
            {
                let beyond = y + gap + piece.height + self.below(i) + notes + self.notes.sum(piece.notes.clone());
                return PageFill { end, used: y + gap + self.notes.with_separator(notes), beyond: Some(beyond) };
            }
            y += gap + piece.height;
            notes += self.notes.sum(piece.notes.clone());
            end = i + 1;
        }
        PageFill { end, used: y, beyond: None }
    }

    /// The part of a row that a page takes at its foot.
    fn begin_row(&mut self, index: usize, room: Length, must: bool) -> Option<RowPart> {
        let row = self.rows.get(self.pieces.get(index)?.split?)?;
        self.part(index, &row.begin(), room, must)
    }

    fn part(&mut self, index: usize, from: &[usize], room: Length, must: bool) -> Option<RowPart> {
        let row = self.rows.get(self.pieces.get(index)?.split?)?;
        row.part(from, room, must, &mut self.steps)
    }

    /// What must find room below a piece if a page ends with it: the line that closes its table, and the spacer under a table, which would
    /// make a page of its own.
    fn below(&self, index: usize) -> Length {
        let closing = self.pieces[index].closing.map_or(Length::ZERO, |line| line.thickness());
        let next = self.pieces.get(index + 1).filter(|next| next.may_start_page == MayStartPage::Never);
        closing + next.map_or(Length::ZERO, |next| next.offset(false) + next.height)
    }

    /// One past the last piece of a page: the last place where a page may begin freely; where there is none, keeping
    /// together yields, between blocks if it can.
    ///
    /// Linear, although a page may step back: what it gives back is a chain of pieces that keep together, and at the top
    /// of the next page they are taken whole or keeping yields; no piece is given back twice.
    fn end(&mut self, start: usize, full: usize, has_part: bool) -> usize {
        if full == self.pieces.len() {
            return full;
        }
        let (mut best, mut best_is) = (full, MayStartPage::Never);
        for i in (start + usize::from(!has_part)..=full).rev() {
            self.steps += 1;
            let may = self.pieces[i].may_start_page;
            if may > best_is {
                (best, best_is) = (i, may);
            }
            if may >= MayStartPage::Freely {
                break;
            }
        }
        best
    }
}

fn height(pieces: &[Piece]) -> Length {
    pieces.iter().fold(Length::ZERO, |sum, piece| sum + piece.height)
}
