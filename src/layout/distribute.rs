//! The second verb of layout: pieces onto pages. The cursor only moves forward, so the work grows with the pieces alone.

use std::ops::Range;

use super::collect::{MayStartPage, Piece};
use super::notes::NoteArea;
use crate::units::Length;

/// Which pieces a page holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageCut {
    pub(super) pieces: Range<usize>,
    /// The head of a table that goes on from the page before, as pieces; it stands above the others.
    pub(super) head: Option<Range<usize>>,
    /// One past the last piece that there was room for; the page may end earlier, to keep together.
    pub(super) full: usize,
}

/// Distributes the pieces of a section.
#[derive(Debug)]
pub(super) struct Distributor<'a> {
    pieces: &'a [Piece],
    notes: &'a NoteArea<'a>,
    next: usize,
    /// How many pieces were looked at.
    pub(super) steps: usize,
}

impl<'a> Distributor<'a> {
    pub(super) fn new(pieces: &'a [Piece], notes: &'a NoteArea<'a>) -> Self {
        Self { pieces, notes, next: 0, steps: 0 }
    }

    pub(super) fn is_done(&self) -> bool {
        self.next >= self.pieces.len()
    }

    /// The next page, with room for so much. It holds at least one piece, while there is one.
    pub(super) fn next_page(&mut self, room: Length) -> PageCut {
        let start = self.next;
        let head = self.head(start, room);
        let full = self.full(start, head.as_ref(), room);
        let end = self.end(start, full);
        self.next = end;
        PageCut { pieces: start..end, head, full }
    }

    /// The head to repeat above a page that begins with a piece: a head of more than half of the page would leave no room.
    fn head(&mut self, start: usize, room: Length) -> Option<Range<usize>> {
        let head = self.pieces.get(start)?.head.clone()?;
        let rows = self.pieces.get(head.clone())?;
        self.steps += rows.len();
        (height(rows) * 2 <= room).then_some(head)
    }

    /// One past the last piece that a page has room for, with its notes, before one that must begin a page; the first is always
    /// placed.
    fn full(&mut self, start: usize, head: Option<&Range<usize>>, room: Length) -> usize {
        let mut y = head.map_or(Length::ZERO, |head| height(&self.pieces[head.clone()]));
        let mut notes = Length::ZERO;
        let mut end = start;
        for (i, piece) in self.pieces.iter().enumerate().skip(start) {
            self.steps += 1;
            if piece.may_start_page == MayStartPage::Must && i > start {
                break;
            }
            y += piece.offset(i == start && head.is_none()) + piece.height;
            notes += self.notes.sum(piece.notes.clone());
            let feet = self.notes.with_separator(notes);
            if y + self.below(i) + feet > room && i > start {
                break;
            }
            end = i + 1;
        }
        end
    }

    /// What must find room below a piece if a page ends with it: the line that closes its table, and the spacer under a table, which would
    /// make a page of its own.
    fn below(&self, index: usize) -> Length {
        let closing = self.pieces[index].closing.map_or(Length::ZERO, |line| line.thickness);
        let next = self.pieces.get(index + 1).filter(|next| next.may_start_page == MayStartPage::Never);
        closing + next.map_or(Length::ZERO, |next| next.offset(false) + next.height)
    }

    /// One past the last piece of a page: the last place where a page may begin freely; where there is none, keeping
    /// together yields, between blocks if it can.
    ///
    /// Linear, although a page may step back: what it gives back is a chain of pieces that keep together, and at the top
    /// of the next page they are taken whole or keeping yields; no piece is given back twice.
    fn end(&mut self, start: usize, full: usize) -> usize {
        if full == self.pieces.len() {
            return full;
        }
        let (mut best, mut best_is) = (full, MayStartPage::Never);
        for i in (start + 1..=full).rev() {
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
