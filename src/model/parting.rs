//! Where the end of a page parts a paragraph from the block that its last lines stay with, or a row of a table: the one thing of a page
//! that the Word file must know, for word processors disagree about it.

use std::ops::Range;

use crate::units::Length;

/// A paragraph that keeps with the next block although its lines may part, and a page that ends inside it or under it; or a table with
/// pages that end inside its rows.
///
/// ECMA-376 Part 1, 17.3.1.15 (`keepNext`) asks that the paragraph, or at least part of it, stands on the page of the next;
/// `LibreOffice` moves it whole. So the Word file asks for nothing where the pages come out right without asking, and else for
/// just the lines that must move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// Index of the section, counted through all parts.
    pub section: usize,
    /// Index of the block in the section.
    pub block: usize,
    /// Why the page ends there.
    pub kind: PartingKind,
}

/// Why a page ends inside a paragraph that keeps with the next block, or under it, or above one that has notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartingKind {
    /// The page is full, whether the paragraph keeps with the next block or not.
    Unforced,
    /// The next block has no room: the page ends early, so that the last lines stand above that block.
    Forced(PartedLine),
    /// The page ends above the paragraph: lines of it had room there, but not a note that must stand on their page.
    /// `LibreOffice` 25.2 leaves the lines and sends the note alone to the next page.
    Moved,
    /// The pages that end inside rows of a table, in order. Each such row is written as several, one a page: the ways in which word processors split
    /// rows by themselves depend on more than the row.
    Rows(Vec<RowTurn>),
}

/// A page that ends inside a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowTurn {
    /// Index of the row.
    pub row: usize,
    /// Where each of its cells goes on, on the next page.
    pub cells: Vec<CellTurn>,
}

/// Where a cell goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellTurn {
    /// Index of the block; as many as there are where nothing of the cell is left.
    pub block: usize,
    /// The line above, where it is one of the same block.
    pub line: Option<PartedLine>,
}

/// The last line before a page that ends inside a paragraph; bytes of the text of the paragraph's runs, its label not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartedLine {
    /// What is drawn.
    pub text: Range<usize>,
    /// Where the paragraph goes on, on the next page.
    pub next: usize,
    /// What is added to each space (U+0020) of a justified line, in whole twips, rounded down: the line ends short of the edge
    /// by less than a twip a space, and by a little at least, so that no word processor wraps its last word.
    pub space_extra: Length,
}
