//! What may be said of the lines of finished pages: how many there are, and what letter-spacing they took.

use super::{Item, ItemKind, LineEnd, Pages};
use crate::units::Length;

/// Figures of all lines of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineFacts {
    /// How many lines there are.
    pub lines: usize,
    /// How many of them are letter-spaced.
    pub spaced: usize,
    /// The greatest letter-spacing, narrower or wider.
    pub greatest: Length,
}

/// Counts them.
#[must_use]
pub fn line_facts(pages: &Pages) -> LineFacts {
    let mut facts = LineFacts::default();
    let mut spacing = Length::ZERO;
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let Item { kind: ItemKind::Text(run), .. } = item else { continue };
        spacing = spacing.max(run.letter_spacing).max(-run.letter_spacing);
        if run.ends_line != LineEnd::None {
            let spacing = std::mem::take(&mut spacing);
            facts.lines += 1;
            facts.spaced += usize::from(spacing != Length::ZERO);
            facts.greatest = facts.greatest.max(spacing);
        }
    }
    facts
}
