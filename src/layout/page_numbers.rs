//! The numbers of pages that the text names. They are known when all pages are finished, and their figures are all of one width:
//! so what a line needs to know is only how many figures a number has. In a column of its own at the edge (a table of contents)
//! not even that: there the number is filled in afterwards, and the dots before it. In running text a number is set with as
//! many figures as it had when the document was laid out last; where it turns out to have more or fewer, everything is set again.

use std::collections::BTreeMap;

use super::finalize::Finished;
use crate::diag::Pointer;
use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Document, Inline, PageOf};
use crate::pages::{ItemKind, LinkUse, TextRun};
use crate::units::Length;

/// How often a document is laid out at most. A number that moves its own heading over the edge of page 10 back and forth has no
/// solution in any word processor; it is told.
pub(super) const MOST_PASSES: usize = 4;

/// A number that is set and not known.
#[derive(Debug)]
pub(super) struct OpenNumber {
    pub(super) destination: String,
    /// First byte of the figures that stand for it, and one past the last.
    pub(super) text: (u32, u32),
    pub(super) face: FaceStyle,
    pub(super) size: Length,
    /// Index into the pages' links.
    pub(super) link: Option<u32>,
    /// Where it stands in a column of its own.
    pub(super) column: Option<NumberColumn>,
}

/// The room of a number flush right behind a tab.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumberColumn {
    /// Where the tab begins.
    pub(super) left: Length,
    /// Where the number ends.
    pub(super) right: Length,
    /// First byte of the dots between, as many as fit where the number is shortest.
    pub(super) dots: Option<u32>,
}

/// Forgets the numbers of another layout.
pub(super) fn forget(document: &mut Document) {
    each(document, &mut |page, _| page.number = None);
}

/// Notes in the document on which page each place stands. Comes back with the blocks where a number in running text has more or
/// fewer figures than it was set with.
pub(super) fn note(document: &mut Document, finished: &Finished) -> Vec<Pointer> {
    let numbers = numbers(finished);
    let mut changed = Vec::new();
    each(document, &mut |page, at| {
        let set = page.text().len();
        page.number = numbers.get(page.destination.as_str()).copied();
        if !page.in_column && page.text().len() != set {
            changed.push(at.clone());
        }
    });
    changed
}

/// The number of the page of each place.
fn numbers(finished: &Finished) -> BTreeMap<&str, u32> {
    let place = |index: usize| finished.pages.get(index).map_or(0, |page| page.number);
    finished.destinations.iter().map(|found| (found.name.as_str(), place(found.page))).collect()
}

/// Calls a function for each number, with its block.
fn each(document: &mut Document, call: &mut dyn FnMut(&mut PageOf, &Pointer)) {
    for section in Document::sections_of(&mut document.parts) {
        in_blocks(&mut section.blocks, call);
    }
}

fn in_blocks(blocks: &mut [Block], call: &mut dyn FnMut(&mut PageOf, &Pointer)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(paragraph) => {
                for inline in &mut paragraph.inlines {
                    match inline {
                        Inline::PageOf(page) => call(page, &block.at),
                        Inline::Note(note) => in_blocks(std::slice::from_mut(&mut note.block), call),
                        _ => {}
                    }
                }
            }
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| in_blocks(&mut cell.blocks, call));
            }
        }
    }
}

/// What becomes of a run that is set.
enum Change {
    /// It reads otherwise, and ends or begins elsewhere.
    Number { text: (u32, u32), width: Length, right: Option<Length> },
    /// So many dots are left of it.
    Dots { left: Length, right: Length },
}

/// Fills the numbers in where they stand on the pages.
pub(super) fn fill(
    open: &[OpenNumber],
    fonts: &FontBook,
    text: &mut String,
    links: &mut [LinkUse],
    finished: &mut Finished,
) {
    if open.is_empty() {
        return;
    }
    let numbers = numbers(finished);
    let mut changes = BTreeMap::new();
    // a number of as many figures as stand for it takes their place
    let mut bytes = std::mem::take(text).into_bytes();
    for OpenNumber { destination, text: (start, end), face, size, link, column } in open {
        let number = numbers.get(destination.as_str()).copied().unwrap_or(0).to_string();
        if let Some(link) = link.and_then(|link| links.get_mut(link as usize)).filter(|link| link.text.is_empty()) {
            link.text.clone_from(&number);
        }
        let width = fonts.measure(&number, *face, *size);
        let place = bytes.get_mut(*start as usize..*end as usize).filter(|place| place.len() == number.len());
        let text = if let Some(place) = place {
            place.copy_from_slice(number.as_bytes());
            (*start, *end)
        } else {
            let from = bytes.len();
            bytes.extend_from_slice(number.as_bytes());
            (to_u32(from), to_u32(bytes.len()))
        };
        changes.insert(*start, Change::Number { text, width, right: column.map(|column| column.right) });
        if let Some(NumberColumn { left, right, dots: Some(dots) }) = *column {
            changes.insert(dots, Change::Dots { left, right: right - width });
        }
    }
    // figures took the place of figures
    *text = String::from_utf8(bytes).unwrap_or_default();
    for item in finished.pages.iter_mut().flat_map(|page| &mut page.items) {
        let ItemKind::Text(run) = &mut item.kind else { continue };
        match changes.get(&run.text.0) {
            Some(Change::Number { text, width, right }) => {
                run.x = right.map_or(run.x, |right| right - *width);
                (run.text, run.width) = (*text, *width);
            }
            Some(Change::Dots { left, right }) => shorten(run, *left, *right),
            None => {}
        }
    }
}

/// Leaves as many dots as fit; the last one ends where the room does.
fn shorten(run: &mut TextRun, left: Length, right: Length) {
    let set = i64::from(run.text.1 - run.text.0).max(1);
    let dot = run.width / set;
    let count = i64::try_from(super::tabs::count_dots(right - left, dot)).unwrap_or(set).min(set);
    run.text.1 = run.text.0 + u32::try_from(count).unwrap_or(0);
    run.width = dot * count;
    run.x = right - run.width;
}

/// Texts are far below 4 GiB: the specification is read with a limit.
fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
