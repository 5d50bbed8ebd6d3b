//! The levels of a document's headings, for every output: ranks without gaps, by what occurs.

use std::collections::BTreeSet;

use super::{Block, BlockKind, Document, Part, Role};

/// Which roles occur in a document, and the level of each heading: the highest rank that occurs is level 1, the next one
/// level 2, so that a decision of nothing but điều has them at level 1.
#[derive(Clone, Debug, Default)]
pub struct Headings {
    occurring: BTreeSet<Role>,
    /// The ranks of those that are headings.
    ranks: BTreeSet<u8>,
}

/// Word and `LibreOffice` know no more.
const MOST_LEVELS: u8 = 9;

impl Headings {
    /// Those of a document; cells of tables count, margins do not.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        Self::of_parts(&document.parts)
    }

    /// Those of its parts.
    #[must_use]
    pub fn of_parts(parts: &[Part]) -> Self {
        let mut headings = Self::default();
        parts.iter().flat_map(|part| &part.sections).for_each(|section| headings.add(&section.blocks));
        headings
    }

    fn add(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.occurring.insert(block.role);
            self.ranks.extend(block.role.heading_rank());
            if let BlockKind::Table(table) = &block.kind {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.add(&cell.blocks));
            }
        }
    }

    /// Whether a block of this role stands in the text.
    #[must_use]
    pub fn occurs(&self, role: Role) -> bool {
        self.occurring.contains(&role)
    }

    /// The level of a heading, from 1, at most 9; that which it would share or push down where the role does not occur.
    #[must_use]
    pub fn level(&self, role: Role) -> Option<u8> {
        role.heading_rank()
            .map(|rank| (1..rank).map(|above| u8::from(self.ranks.contains(&above))).sum::<u8>() + 1)
            .map(|level| level.min(MOST_LEVELS))
    }

    /// The roles that occur at the rank of a heading, in the order of [`Role::ALL`].
    pub fn beside(&self, role: Role) -> impl Iterator<Item = Role> + '_ {
        let rank = role.heading_rank();
        self.occurring.iter().copied().filter(move |other| rank.is_some() && other.heading_rank() == rank)
    }
}
