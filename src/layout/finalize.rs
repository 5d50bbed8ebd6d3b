//! The third verb of layout: pages of items, what stands in the margins, and the places that the outline and links name.

use std::ops::Range;

use super::collect::{Flow, Heading, MarkedPiece, stack};
use super::distribute::Distributor;
use super::structure::Tagged;
use super::typeset::{Column, Typesetter, shift};
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, Document, Inline, PageNumberPosition, PageSetup, Paragraph, Role};
use crate::pages::{Destination, Item, OutlineEntry, Page, Reading};
use crate::units::Length;

/// Places the pieces on pages.
pub(super) fn paginate(
    document: &Document,
    flow: Flow,
    tagged: &Tagged,
    setter: &mut Typesetter<'_>,
    out: &mut Diagnostics,
) -> Finished {
    let setup = &document.page;
    let mut pages: Vec<Page> = Vec::new();
    let mut marks = Marks::default();
    let mut marked = flow.marked.into_iter().peekable();
    let foot = first_page_foot(document, tagged, setter);
    let mut distributor = Distributor::new(&flow.pieces);
    while !distributor.is_done() || pages.is_empty() {
        let bottom = if pages.is_empty() { foot.body_bottom } else { setup.height - setup.margin_bottom };
        let room = bottom - setup.margin_top;
        let cut = distributor.next_page(room);
        let mut items = Vec::new();
        let mut y = setup.margin_top;
        for piece in &flow.pieces[cut.head.clone().unwrap_or_default()] {
            let from = items.len();
            items.extend_from_slice(&setter.items[piece.items.clone()]);
            repeat(&mut items[from..], y);
            y += piece.height;
        }
        for (index, piece) in cut.pieces.clone().zip(&flow.pieces[cut.pieces.clone()]) {
            y += piece.offset(index == cut.pieces.start && cut.head.is_none());
            if piece.height > room {
                out.push(too_high(&document.blocks[piece.block], piece.height, room));
            }
            while let Some(mark) = marked.next_if(|mark| mark.piece == index) {
                marks.add(mark, pages.len(), y);
            }
            let from = items.len();
            items.extend_from_slice(&setter.items[piece.items.clone()]);
            shift(&mut items[from..], y);
            y += piece.height;
        }
        pages.push(Page { width: setup.width, height: setup.height, number: to_u32(pages.len() + 1), items });
    }
    let steps = distributor.steps;
    if let Some(first) = pages.first_mut() {
        first.items.extend_from_slice(&setter.items[foot.items]);
    }
    for page in pages.iter_mut().skip(1) {
        let items = page_number(document, page.number, setter);
        page.items.extend_from_slice(&setter.items[items]);
    }
    Finished { pages, marks, steps }
}

/// What comes of it.
pub(super) struct Finished {
    pub(super) pages: Vec<Page>,
    pub(super) marks: Marks,
    /// How many pieces were looked at.
    pub(super) steps: usize,
}

/// The head of a table where it is repeated: it was read on its first page.
fn repeat(items: &mut [Item], y: Length) {
    shift(items, y);
    for item in items {
        item.reading = Reading::Pagination;
    }
}

/// Places that the outline and links name.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) outline: Vec<OutlineEntry>,
    pub(super) destinations: Vec<Destination>,
}

impl Marks {
    fn add(&mut self, mark: MarkedPiece, page: usize, y: Length) {
        let MarkedPiece { heading, destination, .. } = mark;
        self.destinations.extend(destination.clone().map(|name| Destination { name, page, y }));
        if let Some(Heading { level, title }) = heading {
            self.outline.push(OutlineEntry { level, title, page, y, destination });
        }
    }
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn too_high(block: &Block, height: Length, room: Length) -> Diagnostic {
    let (height, room) = (height.to_emu() / 36_000, room.to_emu() / 36_000);
    Diagnostic::of(
        registry::TOO_HIGH,
        &block.at,
        phrase!(
            "khối này cao {height} mm, vùng chữ của trang chỉ cao {room} mm",
            "this block is {height} mm high, the page's text block only {room} mm"
        ),
    )
    .hint(phrase!("rút gọn nội dung của khối", "shorten it"))
}

/// What stands at the foot of page 1, and where the body ends above it.
struct Foot {
    /// In [`Typesetter::items`].
    items: Range<usize>,
    body_bottom: Length,
}

fn first_page_foot(document: &Document, tagged: &Tagged, setter: &mut Typesetter<'_>) -> Foot {
    let setup = &document.page;
    let body_bottom = setup.height - setup.margin_bottom;
    if document.first_page_footer.is_empty() {
        return Foot { items: 0..0, body_bottom };
    }
    setter.page_number = 1;
    let start = setter.items.len();
    let height = stack(&document.first_page_footer, &tagged.first_page_footer, text_column(setup), setter);
    let top = setup.height - setup.footer_distance - height;
    let items = start..setter.items.len();
    shift(&mut setter.items[items.clone()], top);
    Foot { items, body_bottom: body_bottom.min(top) }
}

/// The page number, in the header or the footer.
fn page_number(document: &Document, number: u32, setter: &mut Typesetter<'_>) -> Range<usize> {
    let setup = &document.page;
    let paragraph = Paragraph { inlines: vec![Inline::PageNumber], ..Paragraph::default() };
    let block = Block::new(Role::PageNumber, BlockKind::Paragraph(paragraph), Pointer::root());
    setter.page_number = number;
    let start = setter.items.len();
    let height = stack(&[block], &[], text_column(setup), setter);
    let top = match setup.page_number {
        PageNumberPosition::TopCenter => setup.header_distance,
        PageNumberPosition::BottomRight => setup.height - setup.footer_distance - height,
    };
    let items = start..setter.items.len();
    shift(&mut setter.items[items.clone()], top);
    items
}

/// The text block's column.
pub(super) fn text_column(setup: &PageSetup) -> Column {
    Column { x: setup.margin_left, width: setup.text_width() }
}
