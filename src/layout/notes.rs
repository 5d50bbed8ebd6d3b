//! Notes at the foot of a page: set at the width of the column, one under the other above the bottom margin, a short line above
//! them. A line of text is placed on a page only with all of its notes, and a note stays whole, as its style says
//! (`keepLines`): word processors part notes in ways of their own.

use std::ops::Range;

use super::typeset::{Column, SetLine, Typesetter, shift};
use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Color, Inline, Role, StyleSheet, note_destination};
use crate::pages::{Destination, Item, ItemKind, Reading, SourceId};
use crate::units::Length;

/// The line above the notes, as word processors draw it.
const RULE_WIDTH: Length = Length::twip(2880);
const RULE_THICKNESS: Length = Length::twip(10);
/// From its top edge to the notes, percent of the height of the separator; rounded up to a twip.
const RULE_DISTANCE: i64 = 40;

/// What `LibreOffice` 7.4 takes for the separator, and a little less: 0.1 cm above and below the line.
const SMALLEST_SEPARATOR: Length = Length::twip(110);

/// A note that is set.
#[derive(Debug)]
pub(super) struct SetNote {
    number: u32,
    role: Role,
    /// With the space above it.
    height: Length,
    space_before: Length,
    /// The part of that space that keeps its page from holding more elsewhere.
    extra: Length,
    lines: Vec<SetLine>,
    /// Where its text comes from.
    source: SourceId,
}

/// Sets the notes of a paragraph.
pub(super) fn set(block: &mut Block, column: Column, setter: &mut Typesetter<'_>, out: &mut Vec<SetNote>) {
    let BlockKind::Paragraph(paragraph) = &mut block.kind else { return };
    for inline in &mut paragraph.inlines {
        let Inline::Note(note) = inline else { continue };
        stretch(&mut note.block, Length::ZERO);
        let mut lines = Vec::new();
        let tags = setter.tagged.notes.get(&note.number);
        setter.set(&mut note.block, tags, column, &mut lines);
        let style = setter.styles.get(note.block.style);
        let height = lines.iter().fold(style.space_before, |sum, line| sum + line.height);
        out.push(SetNote {
            number: note.number,
            role: note.block.role,
            height,
            space_before: style.space_before,
            extra: Length::ZERO,
            lines,
            source: setter.sources.id(&note.block.at),
        });
    }
}

/// Gives a note more space above it than its style says.
fn stretch(note: &mut Block, above: Length) {
    if let BlockKind::Paragraph(text) = &mut note.kind {
        text.stretch = (above, Length::ZERO);
    }
}

/// The room that the notes of a section take.
#[derive(Debug)]
pub(super) struct NoteArea {
    notes: Vec<SetNote>,
    /// Height of the separator: an empty line of the default paragraph style, whatever stands in it.
    separator: Length,
}

impl NoteArea {
    pub(super) fn new(notes: Vec<SetNote>, styles: &StyleSheet, fonts: &FontBook) -> Self {
        let separator = fonts.face(FaceStyle::Regular).line_height(styles.base().size);
        Self { notes, separator }
    }

    /// The height of some notes, the separator above them not counted.
    pub(super) fn sum(&self, notes: Range<usize>) -> Length {
        self.notes[notes].iter().fold(Length::ZERO, |sum, note| sum + note.height)
    }

    /// Keeps a page from holding in other word processors what has no room on it here: `LibreOffice` 7.4 takes less for the
    /// separator. `needed` is what the page would hold then, the separator not counted, of which it has `room`; the first of the
    /// notes gets the space above it that the difference may be.
    pub(super) fn hold(&mut self, notes: Range<usize>, needed: Length, room: Length) {
        let lack = room - needed - SMALLEST_SEPARATOR;
        if let Some(note) =
            self.notes.get_mut(notes).and_then(|notes| notes.first_mut()).filter(|_| lack >= Length::ZERO)
        {
            let extra = lack.down_to_twip() + Length::twip(1);
            note.extra += extra;
            note.space_before += extra;
            note.height += extra;
        }
    }

    /// Writes the space above notes into the blocks that they were set of.
    pub(super) fn write_spaces(&self, blocks: &mut [Block]) {
        let mut spaced = self.notes.iter().filter(|note| note.extra > Length::ZERO).peekable();
        for block in blocks {
            if spaced.peek().is_none() {
                return;
            }
            let BlockKind::Paragraph(paragraph) = &mut block.kind else { continue };
            for inline in &mut paragraph.inlines {
                let Inline::Note(note) = inline else { continue };
                if let Some(set) = spaced.next_if(|set| set.number == note.number) {
                    stretch(&mut note.block, set.extra);
                }
            }
        }
    }

    /// What notes of a height take of a page.
    pub(super) fn with_separator(&self, sum: Length) -> Length {
        if sum == Length::ZERO { sum } else { self.separator + sum }
    }

    /// Places notes at the foot of a page; returns where links find them.
    pub(super) fn place(
        &self,
        notes: Range<usize>,
        column: Column,
        bottom: Length,
        page: usize,
        setter: &Typesetter<'_>,
        out: &mut Vec<Item>,
    ) -> Vec<Destination> {
        let Some(first) = self.notes.get(notes.start).filter(|_| !notes.is_empty()) else { return Vec::new() };
        let mut y = bottom - self.sum(notes.clone());
        out.push(Item {
            role: first.role,
            reading: Reading::Pagination,
            source: first.source,
            kind: ItemKind::Line {
                x: column.x,
                y: y - Length::twip((self.separator.to_twip() * RULE_DISTANCE + 99) / 100),
                width: RULE_WIDTH.min(column.width),
                height: RULE_THICKNESS,
                color: Color::BLACK,
            },
        });
        let mut destinations = Vec::new();
        for note in &self.notes[notes] {
            y += note.space_before;
            destinations.push(Destination { name: note_destination(note.number), page, y });
            for line in &note.lines {
                let from = out.len();
                out.extend_from_slice(&setter.items[line.items.clone()]);
                shift(&mut out[from..], y);
                y += line.height;
            }
        }
        destinations
    }

    /// The numbers of some notes.
    pub(super) fn numbers(&self, notes: Range<usize>) -> impl Iterator<Item = u32> {
        self.notes[notes].iter().map(|note| note.number)
    }
}
