//! Pieces onto pages, and what stands in the margins.

use super::flow::{Flow, Heading, MarkedPiece, MayStartPage, Piece, shift, stack};
use super::typeset::{Column, Typesetter};
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, Document, Inline, PageNumberPosition, PageSetup, Paragraph, Role};
use crate::pages::{Destination, Item, OutlineEntry, Page};
use crate::units::Length;

/// Distributes pieces over pages. Each turn of the loop uses up at least one piece.
pub(super) fn paginate(
    document: &Document,
    flow: Flow,
    setter: &mut Typesetter<'_>,
    out: &mut Diagnostics,
) -> (Vec<Page>, Marks) {
    let setup = &document.page;
    let mut pages = Vec::new();
    let mut marks = Marks::default();
    let mut marked = flow.marked.into_iter().peekable();
    // items leave in the order they were set
    let mut items = std::mem::take(&mut setter.items).into_iter();
    let foot = first_page_foot(document, setter);
    let mut start = 0;
    while start < flow.pieces.len() || pages.is_empty() {
        let bottom = if pages.is_empty() { foot.body_bottom } else { setup.height - setup.margin_bottom };
        let room = bottom - setup.margin_top;
        let end = page_end(&flow.pieces, start, room);
        let number = to_u32(pages.len() + 1);
        let mut page = Page { width: setup.width, height: setup.height, number, items: Vec::new() };
        let mut y = setup.margin_top;
        for (i, piece) in flow.pieces[start..end].iter().enumerate() {
            y += piece.offset(i == 0);
            if piece.height > room {
                out.push(too_high(&document.blocks[piece.block], piece.height, room));
            }
            while let Some(mark) = marked.next_if(|mark| mark.piece == start + i) {
                marks.add(mark, pages.len(), y);
            }
            let from = page.items.len();
            page.items.extend(items.by_ref().take(piece.items.len()));
            shift(&mut page.items[from..], y);
            y += piece.height;
        }
        pages.push(page);
        start = end;
    }
    if let Some(first) = pages.first_mut() {
        first.items.extend(foot.items);
    }
    for page in pages.iter_mut().skip(1) {
        page.items.extend(page_number(document, page.number, setter));
    }
    (pages, marks)
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

/// One past the last piece of the page that begins with `start`.
fn page_end(pieces: &[Piece], start: usize, room: Length) -> usize {
    let mut y = Length::ZERO;
    let mut end = start;
    for (i, piece) in pieces.iter().enumerate().skip(start) {
        y += piece.offset(i == start) + piece.height;
        if y > room && i > start {
            break;
        }
        end = i + 1;
    }
    if end == pieces.len() {
        return end;
    }
    // the last place where a page may begin; where there is none, keeping together yields
    let last = |at_least| (start + 1..=end).rev().find(|i| pieces[*i].may_start_page >= at_least);
    last(MayStartPage::Freely).or_else(|| last(MayStartPage::IfNeeded)).unwrap_or(end)
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
    items: Vec<Item>,
    body_bottom: Length,
}

fn first_page_foot(document: &Document, setter: &mut Typesetter<'_>) -> Foot {
    let setup = &document.page;
    let body_bottom = setup.height - setup.margin_bottom;
    if document.first_page_footer.is_empty() {
        return Foot { items: Vec::new(), body_bottom };
    }
    setter.page_number = 1;
    let height = stack(&document.first_page_footer, text_column(setup), setter);
    let top = setup.height - setup.footer_distance - height;
    let mut items = std::mem::take(&mut setter.items);
    shift(&mut items, top);
    Foot { items, body_bottom: body_bottom.min(top) }
}

/// The page number, in the header or the footer.
fn page_number(document: &Document, number: u32, setter: &mut Typesetter<'_>) -> Vec<Item> {
    let setup = &document.page;
    let paragraph = Paragraph { inlines: vec![Inline::PageNumber], ..Paragraph::default() };
    let block = Block { kind: BlockKind::Paragraph(paragraph), role: Role::PageNumber, at: Pointer::root() };
    setter.page_number = number;
    let height = stack(&[block], text_column(setup), setter);
    let top = match setup.page_number {
        PageNumberPosition::TopCenter => setup.header_distance,
        PageNumberPosition::BottomRight => setup.height - setup.footer_distance - height,
    };
    let mut items = std::mem::take(&mut setter.items);
    shift(&mut items, top);
    items
}

/// The text block's column.
pub(super) fn text_column(setup: &PageSetup) -> Column {
    Column { x: setup.margin_left, width: setup.text_width() }
}
