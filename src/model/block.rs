//! Blocks of content: paragraphs, drawn lines, tables.

use super::{Inline, InlinePicture, Label, Role, Run, RunPart, Style, StyleId, Table};
use crate::diag::Pointer;
use crate::units::Length;

/// One block of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is made of.
    pub kind: BlockKind,
    /// Which legal component it is.
    pub role: Role,
    /// How it looks.
    pub style: StyleId,
    /// Where it comes from in the specification.
    pub at: Pointer,
}

impl Block {
    /// A block in the usual style of its role.
    #[must_use]
    pub fn new(role: Role, kind: BlockKind, at: Pointer) -> Self {
        Self { kind, role, style: role.into(), at }
    }

    /// Whether a page begins with it, wherever it comes.
    #[must_use]
    pub fn begins_page(&self) -> bool {
        match &self.kind {
            BlockKind::Paragraph(paragraph) => paragraph.begins_page,
            BlockKind::Rule(_) => false,
            BlockKind::Table(table) => table.begins_page(),
        }
    }
}

/// The few kinds of block that backends know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Text.
    Paragraph(Paragraph),
    /// A drawn line under text.
    Rule(Rule),
    /// Columns side by side, or data.
    Table(Table),
}

/// A paragraph; its look is the style of its block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// A running number or a bullet in front of the text.
    pub label: Option<Label>,
    /// The text.
    pub inlines: Vec<Inline>,
    /// Where its tabs lead, from left to right.
    pub tabs: Vec<TabStop>,
    /// Stays on the page of the next block: whole, or, where its lines may part, with its last ones; `None`: as its style says.
    pub keep_with_next: Option<bool>,
    /// Its lines stay on one page; `None`: as its style says.
    pub keep_together: Option<bool>,
    /// Space above and below it, beyond that of its style, for Word files alone (written by `layout`): by which it fills the row of a
    /// table that a cell beside it makes high, or a note its page, so that no word processor puts more on it.
    pub stretch: (Length, Length),
    /// Whether a page begins with it, wherever it comes; in a table only of its first cell.
    pub begins_page: bool,
    /// The name by which links and other files reach this paragraph: a letter or `_`, then at most 39 letters, digits or
    /// `_`, all ASCII; unique in the document. Every heading has one.
    pub destination: Option<String>,
}

/// Where a tab leads (điểm dừng).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TabStop {
    /// From the left edge of the column, in whole twips.
    pub position: Length,
    /// Which edge of the text behind the tab stands there.
    pub alignment: TabAlignment,
    /// Whether dots fill the room that the tab leaves: as many as fit, the last one ends where the tab does.
    pub dots: bool,
}

/// Which edge of the text behind a tab stands at its stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabAlignment {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// A drawn line, in a block of its own 2 pt high, the line at its top edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// From the left edge of the column to the line.
    pub left: Length,
    /// Length of the line.
    pub width: Length,
    /// Thickness of the line.
    pub thickness: Length,
    /// Never part from the next block.
    pub keep_with_next: bool,
}

/// Height of the block that carries a [`Rule`].
pub const RULE_HEIGHT: Length = Length::pt(2);

/// How a paragraph keeps together at the end of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Stays on the page of the next block.
    pub with_next: bool,
    /// Its lines stay on one page.
    pub together: bool,
}

impl Keeping {
    /// Whether a page may end inside it although its last lines stay with the next block.
    #[must_use]
    pub fn may_part(self) -> bool {
        self.with_next && !self.together
    }
}

impl Paragraph {
    /// How it keeps together in a style.
    #[must_use]
    pub fn keeping(&self, style: &Style) -> Keeping {
        Keeping {
            with_next: self.keep_with_next.unwrap_or(style.keep_with_next),
            together: self.keep_together.unwrap_or(style.keep_together),
        }
    }

    /// The picture that is its whole content.
    #[must_use]
    pub fn picture(&self) -> Option<&InlinePicture> {
        match (&self.label, self.inlines.as_slice()) {
            (None, [Inline::InlinePicture(picture)]) => Some(picture),
            _ => None,
        }
    }

    /// The label, counted or typed, as it reads.
    #[must_use]
    pub fn label_text(&self) -> Option<&str> {
        match (&self.label, self.inlines.first()) {
            (Some(label), _) => Some(&label.text),
            (None, Some(Inline::Run(Run { text, part: RunPart::Label, .. }))) => Some(text.trim()),
            (None, _) => None,
        }
    }
}
