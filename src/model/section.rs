//! Parts of a document, and sections: blocks on pages of one shape.

use super::{Block, BlockKind, PageSetup};

/// A document in its own right inside the file.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// What a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartKind {
    /// Văn bản chính.
    #[default]
    Main,
    /// Văn bản kèm theo.
    Attached,
    /// Phụ lục.
    Appendix,
}

/// Blocks on pages of one shape. Every section begins a page.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Paper and margins.
    pub page: PageSetup,
    /// What stands in the margins.
    pub furniture: Furniture,
    /// How its pages count.
    pub numbers: PageNumbers,
    /// Whether it is the first of a document with notes.
    pub opens_notes: bool,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// What stands in the margins of a section's first page and of its other pages (đầu trang, chân trang). What the first page
/// has is read once, as content; what the others repeat belongs to the pages.
#[derive(Clone, Debug, Default)]
pub struct Furniture {
    /// Whether all pages have what the other pages of the section before have; the lists are empty then.
    pub goes_on: bool,
    /// At the top of the first page.
    pub first_header: Vec<Block>,
    /// At the top of the others.
    pub header: Vec<Block>,
    /// At the foot of the first page (ô số 13).
    pub first_footer: Vec<Block>,
    /// At the foot of the others.
    pub footer: Vec<Block>,
}

impl Furniture {
    /// All blocks, in the order of reading: first page, other pages.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.first_header.iter().chain(&self.first_footer).chain(&self.header).chain(&self.footer)
    }

    /// The same, to be changed.
    pub fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        let first = self.first_header.iter_mut().chain(&mut self.first_footer);
        first.chain(&mut self.header).chain(&mut self.footer)
    }
}

/// How the pages of a section count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageNumbers {
    /// On from the section before; the first section from 1.
    #[default]
    GoOn,
    /// From this number.
    StartAt(u32),
}

impl Section {
    /// Whether a spacer of [`SPACER_HEIGHT`](super::SPACER_HEIGHT) stands above its first block: `LibreOffice` (7.4, 25.2) reads
    /// from the first paragraph of a section that its pages count anew, and a table is none; 7.4 leaves an empty line above a
    /// table that a document with notes begins with.
    #[must_use]
    pub fn begins_with_spacer(&self) -> bool {
        let begins_with_table = matches!(self.blocks.first(), Some(Block { kind: BlockKind::Table(_), .. }));
        begins_with_table && (self.numbers != PageNumbers::GoOn || self.opens_notes)
    }
}
