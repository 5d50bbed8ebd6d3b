//! The sections of a part: its blocks, parted where its pages turn.

use crate::model::{Block, Furniture, PageNumbers, PageSetup, Section};
use crate::specification::Orientation;

/// Paper upright and across. Across, the sheet is turned and the margins keep their names: what is bound is still on the left.
#[derive(Debug)]
pub(super) struct Papers {
    upright: PageSetup,
    across: PageSetup,
}

/// How a page lies.
pub(super) fn orientation(page: &PageSetup) -> Orientation {
    if page.width > page.height { Orientation::Landscape } else { Orientation::Portrait }
}

impl Papers {
    pub(super) fn new(upright: PageSetup) -> Self {
        let across = PageSetup { width: upright.height, height: upright.width, ..upright.clone() };
        Self { upright, across }
    }

    pub(super) fn of(&self, orientation: Orientation) -> &PageSetup {
        match orientation {
            Orientation::Portrait => &self.upright,
            Orientation::Landscape => &self.across,
        }
    }
}

/// A place in the blocks of a part from which on they stand on other pages.
#[derive(Debug)]
pub(super) struct PageTurn {
    /// Index of the first block on them.
    pub(super) from: usize,
    pub(super) page: PageSetup,
}

/// The sections of a part that begins on pages of this shape. The first counts as it is told, the others go on.
pub(super) fn of_part(
    mut blocks: Vec<Block>,
    first: &PageSetup,
    turns: Vec<PageTurn>,
    numbers: PageNumbers,
) -> Vec<Section> {
    let mut turned = Vec::with_capacity(turns.len());
    // from the end, so that each block is moved once
    for turn in turns.into_iter().rev() {
        let blocks = blocks.split_off(turn.from.min(blocks.len()));
        turned.push(that_goes_on(&turn.page, blocks));
    }
    let first = Section { page: first.clone(), numbers, blocks, ..Section::default() };
    std::iter::once(first).chain(turned.into_iter().rev()).collect()
}

/// A section with the furniture and the numbers of the one before.
pub(super) fn that_goes_on(page: &PageSetup, blocks: Vec<Block>) -> Section {
    let furniture = Furniture { goes_on: true, ..Furniture::default() };
    Section { page: page.clone(), furniture, blocks, ..Section::default() }
}
