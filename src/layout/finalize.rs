//! The third verb of layout: pages of items, what stands in their margins, and the places that the outline and links name.

use std::ops::Range;

use super::collect::{Flow, MarkedPiece, OutlineHeading, Piece, stack};
use super::distribute::{Distributor, PageCut};
use super::notes::NoteArea;
use super::parting::Partings;
use super::split_row::{RowPart, SplitRow};
use super::structure::{BlockTags, SectionTags};
use super::table_lines::{ClosingLine, OpenSides, RowSides};
use super::typeset::{Column, Typesetter, shift};
use crate::diag::Pointer;
use crate::model::{Block, Furniture, PageNumbers, PageSetup, Parting, Section, note_mark_destination};
use crate::pages::{Destination, Item, OutlineEntry, Overfull, Page, Reading, TableFault};
use crate::units::Length;

/// The pages so far.
#[derive(Debug, Default)]
pub(super) struct Finished {
    pub(super) pages: Vec<Page>,
    pub(super) overfull: Vec<Overfull>,
    pub(super) overfull_notes: Vec<Overfull>,
    pub(super) table_faults: Vec<TableFault>,
    pub(super) cut_short: Option<Pointer>,
    pub(super) outline: Vec<OutlineEntry>,
    pub(super) destinations: Vec<Destination>,
    pub(super) partings: Vec<Parting>,
    /// What stands in the margins of the last section, for one that goes on with it.
    furniture: Furniture,
    /// How many sections were added.
    sections: usize,
    /// How many pieces were looked at to distribute them.
    pub(super) steps: usize,
}

impl Finished {
    /// Adds the pages of a section, at least one.
    pub(super) fn add_section(&mut self, section: &mut Section, tags: &SectionTags, setter: &mut Typesetter<'_>) {
        let begins_with_spacer = section.begins_with_spacer();
        let Section { page: setup, furniture, numbers, blocks, .. } = section;
        let goes_on = furniture.goes_on;
        if !goes_on {
            self.furniture.clone_from(furniture);
        }
        // a copy: the document keeps its own
        let mut last = std::mem::take(&mut self.furniture);
        let furniture = if goes_on { &mut last } else { furniture };
        let column = text_column(setup);
        let page_height = setup.height - setup.margin_top - setup.margin_bottom;
        let flow = Flow::of(begins_with_spacer, blocks, &tags.blocks, (column, page_height), setter);
        let Flow { pieces, marked, notes, sides, split_rows, table_faults, cut_short } = flow;
        self.table_faults.extend(table_faults);
        self.cut_short = self.cut_short.take().or_else(|| Some(blocks.get(cut_short?)?.at.clone()));
        let mut marked = marked.into_iter().peekable();
        let notes = NoteArea::new(notes, setter.styles, setter.fonts);
        let mut distributor = Distributor::new(&pieces, &split_rows, notes);
        let mut number = match *numbers {
            PageNumbers::GoOn => self.pages.last().map_or(1, |page| page.number.saturating_add(1)),
            PageNumbers::StartAt(first) => first,
        };
        let mut partings = Partings::new(self.sections, blocks, &pieces, &split_rows);
        let mut full = 0;
        let mut is_first = true;
        while is_first || !distributor.is_done() {
            let margins = Margins::set(setup, furniture, (is_first && !goes_on).then_some(tags), number, setter);
            let cut = distributor.next_page(margins.room());
            let notes = &distributor.notes;
            moved_for_notes(&cut, full, &pieces).into_iter().for_each(|block| partings.moved(block));
            partings.note(&cut, setter);
            full = cut.full;
            let mut page = OpenPage::new(margins.top, &sides, &split_rows);
            for piece in &pieces[cut.head.clone().unwrap_or_default()] {
                page.repeat(piece, setter);
            }
            let parts = cut.parts();
            let head =
                pieces[cut.head.clone().unwrap_or_default()].iter().fold(Length::ZERO, |sum, row| sum + row.height);
            for part in parts {
                let index = part.piece;
                let piece = &pieces[index];
                // the room that the first thing on a page has is all that anything has
                let room = margins.room() - head;
                if part.height(&pieces) > room {
                    let at = blocks[piece.block].at.clone();
                    self.overfull.push(Overfull { at, height: part.height(&pieces), room });
                }
                page.y += piece.offset(part.is_top);
                while let Some(mark) = marked.next_if(|mark| mark.piece == index) {
                    self.add_mark(mark, page.y);
                }
                if let Some(row) = part.row {
                    page.place_part(piece, row, setter);
                    continue;
                }
                let with_notes = piece.height + notes.with_separator(notes.sum(piece.notes.clone()));
                if with_notes > margins.room() && piece.height <= margins.room() {
                    let at = blocks[piece.block].at.clone();
                    self.overfull_notes.push(Overfull { at, height: with_notes, room: margins.room() });
                }
                for number in notes.numbers(piece.notes.clone()) {
                    let (name, page, y) = (note_mark_destination(number), self.pages.len(), page.y);
                    self.destinations.push(Destination { name, page, y });
                }
                page.place(piece, setter);
            }
            page.close_table();
            let here = notes_of(&pieces[cut.pieces.clone()]);
            let found = notes.place(here, column, margins.bottom, self.pages.len(), setter, &mut page.items);
            self.destinations.extend(found);
            page.items.extend_from_slice(&margins.items);
            let PageSetup { width, height, .. } = *setup;
            self.pages.push(Page { width, height, number, items: page.items });
            number = number.saturating_add(1);
            is_first = false;
        }
        self.partings.extend(partings.found);
        distributor.notes.write_spaces(blocks);
        self.sections += 1;
        self.furniture = last;
        self.steps += distributor.steps;
    }

    /// Notes a place on the page that is being made.
    fn add_mark(&mut self, mark: MarkedPiece, y: Length) {
        let page = self.pages.len();
        let MarkedPiece { heading, destination, .. } = mark;
        self.destinations.extend(destination.clone().map(|name| Destination { name, page, y }));
        if let Some(OutlineHeading { level, title }) = heading {
            self.outline.push(OutlineEntry { level, title, page, y, destination });
        }
    }
}

/// The block that a page begins with, if pieces of it or of what it keeps with had room on the page before, which was full at
/// `full`, but were moved here for the sake of a note.
fn moved_for_notes(cut: &PageCut, full: usize, pieces: &[Piece]) -> Option<usize> {
    let start = cut.pieces.start;
    let block = pieces.get(start).filter(|_| full > start)?.block;
    let begins = start.checked_sub(1).and_then(|above| pieces.get(above)).is_none_or(|above| above.block != block);
    let has_notes = pieces[start..].iter().take(full + 1 - start).any(|piece| !piece.notes.is_empty());
    (begins && has_notes).then_some(block)
}

/// The notes whose marks stand in some pieces.
fn notes_of(pieces: &[Piece]) -> Range<usize> {
    let end = pieces.last().map_or(0, |piece| piece.notes.end);
    pieces.first().map_or(end, |piece| piece.notes.start)..end
}

/// A page being filled.
struct OpenPage<'a> {
    items: Vec<Item>,
    /// Where the next piece begins.
    y: Length,
    sides: &'a [RowSides],
    split_rows: &'a [SplitRow],
    /// The lines down the table that is being placed, and the one that closes it if the page ends here.
    open_sides: OpenSides,
    closing: Option<ClosingLine>,
}

impl<'a> OpenPage<'a> {
    fn new(top: Length, sides: &'a [RowSides], split_rows: &'a [SplitRow]) -> Self {
        Self { items: Vec::new(), y: top, sides, split_rows, open_sides: OpenSides::default(), closing: None }
    }

    fn place(&mut self, piece: &Piece, setter: &Typesetter<'_>) {
        let from = self.items.len();
        self.items.extend_from_slice(&setter.items[piece.items.clone()]);
        shift(&mut self.items[from..], self.y);
        self.go_on(piece, piece.height);
        self.closing = piece.closing;
    }

    /// A part of a row that goes on over pages.
    fn place_part(&mut self, piece: &Piece, part: &RowPart, setter: &Typesetter<'_>) {
        let Some(row) = piece.split.and_then(|index| self.split_rows.get(index)) else { return };
        let from = self.items.len();
        row.items(part, setter, &mut self.items);
        shift(&mut self.items[from..], self.y);
        self.go_on(piece, part.height);
        self.closing = row.closing;
        if let Some(closing) = row.closing.filter(|_| part.ends && row.is_last) {
            self.items.push(closing.item(self.y - closing.thickness()));
            self.closing = None;
        }
    }

    /// Goes below a piece, with the lines beside it.
    fn go_on(&mut self, piece: &Piece, height: Length) {
        let bottom = self.y + height;
        match piece.sides.and_then(|index| self.sides.get(index)) {
            Some(sides) => self.open_sides.go_on(sides, (self.y, bottom), &mut self.items),
            None => self.open_sides.end(&mut self.items),
        }
        self.y = bottom;
    }

    /// Ends the lines of a table that goes on to the next page, below its last row here.
    fn close_table(&mut self) {
        self.open_sides.end(&mut self.items);
        self.items.extend(self.closing.map(|line| line.item(self.y)));
    }

    /// A row of a table's head where it is repeated: it was read on its first page.
    fn repeat(&mut self, piece: &Piece, setter: &Typesetter<'_>) {
        let from = self.items.len();
        self.place(piece, setter);
        for item in &mut self.items[from..] {
            item.reading = Reading::Pagination;
        }
    }
}

/// What stands in the margins of a page, and where the text begins and ends between.
struct Margins {
    items: Vec<Item>,
    top: Length,
    bottom: Length,
}

impl Margins {
    /// Those of a section's first page where there are `first` tags, else of one of its other pages.
    fn set(
        setup: &PageSetup,
        furniture: &mut Furniture,
        first: Option<&SectionTags>,
        number: u32,
        setter: &mut Typesetter<'_>,
    ) -> Self {
        let (header, footer) = match first {
            Some(tags) => (
                (&mut furniture.first_header, tags.first_header.as_slice()),
                (&mut furniture.first_footer, tags.first_footer.as_slice()),
            ),
            None => ((&mut furniture.header, &[][..]), (&mut furniture.footer, &[][..])),
        };
        setter.page_number = number;
        let start = setter.items.len();
        let header_height = furnish(header, setup, |_| setup.header_distance, setter);
        let footer_top = |height| setup.height - setup.footer_distance - height;
        let footer_height = furnish(footer, setup, footer_top, setter);
        Self {
            items: setter.items.split_off(start),
            top: setup.margin_top.max(below(setup.header_distance, header_height)),
            bottom: setup.height - setup.margin_bottom.max(below(setup.footer_distance, footer_height)),
        }
    }

    fn room(&self) -> Length {
        self.bottom - self.top
    }
}

/// What a margin must be for what stands in it; nothing for nothing.
fn below(distance: Length, height: Length) -> Length {
    if height == Length::ZERO { Length::ZERO } else { distance + height }
}

/// Sets the blocks of a margin and moves them to their place. Returns their height.
fn furnish(
    (blocks, tags): (&mut Vec<Block>, &[BlockTags]),
    setup: &PageSetup,
    top: impl Fn(Length) -> Length,
    setter: &mut Typesetter<'_>,
) -> Length {
    let start = setter.items.len();
    let height = stack(blocks, tags, text_column(setup), &mut None, setter);
    shift(&mut setter.items[start..], top(height));
    height
}

/// The text block's column.
fn text_column(setup: &PageSetup) -> Column {
    Column { x: setup.margin_left, width: setup.text_width() }
}
