//! Blocks of content: paragraphs, drawn lines, tables.

use super::{Inline, Label, Role, Run, RunPart, StyleId, Table};
use crate::diag::Pointer;
use crate::units::Length;

/// One block of content.
#[derive(Clone, Debug)]
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
}

/// The few kinds of block that backends know.
#[derive(Clone, Debug)]
pub enum BlockKind {
    /// Text.
    Paragraph(Paragraph),
    /// A drawn line under text.
    Rule(Rule),
    /// Columns side by side, or data.
    Table(Table),
}

/// A paragraph; its look is the style of its block.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// A running number or a bullet in front of the text.
    pub label: Option<Label>,
    /// The text.
    pub inlines: Vec<Inline>,
    /// Never part from the next block, in addition to what the style says.
    pub keep_with_next: bool,
    /// The name by which links and other files reach this paragraph: a letter or `_`, then at most 39 letters, digits or
    /// `_`, all ASCII; unique in the document. Every heading has one.
    pub destination: Option<String>,
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

impl Paragraph {
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
