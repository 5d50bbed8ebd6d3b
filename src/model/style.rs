//! Paragraph styles: one a role, fully resolved.

use super::Role;
use crate::units::Length;

/// How lines stand between the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// Flush left.
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// Both edges (căn đều hai lề); the last line flush left.
    Justify,
}

/// Distance between baselines (cách dòng).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineSpacing {
    /// The font's own line height times `n`/240, as `w:spacing w:lineRule="auto"` counts: 240 is single, 360 one and a half.
    Multiple(u32),
    /// Exactly this pitch.
    Exactly(Length),
}

impl LineSpacing {
    /// Single (dòng đơn).
    pub const SINGLE: Self = Self::Multiple(240);
}

/// The look of the paragraphs of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Type size (cỡ chữ), in whole half-points.
    pub size: Length,
    /// Bold (đậm).
    pub bold: bool,
    /// Italic (nghiêng).
    pub italic: bool,
    /// Alignment.
    pub alignment: Alignment,
    /// First-line indent (lùi đầu dòng), from the left indent; negative hangs.
    pub first_line_indent: Length,
    /// Left indent.
    pub indent_left: Length,
    /// Right indent.
    pub indent_right: Length,
    /// Space before; dropped at the top of a page.
    pub space_before: Length,
    /// Space after; between two paragraphs the larger of the two counts.
    pub space_after: Length,
    /// Line pitch.
    pub line_spacing: LineSpacing,
    /// Stays on the page of the next block.
    pub keep_with_next: bool,
    /// Lines stay on one page.
    pub keep_together: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            size: Length::pt(14),
            bold: false,
            italic: false,
            alignment: Alignment::Left,
            first_line_indent: Length::ZERO,
            indent_left: Length::ZERO,
            indent_right: Length::ZERO,
            space_before: Length::ZERO,
            space_after: Length::ZERO,
            line_spacing: LineSpacing::SINGLE,
            keep_with_next: false,
            keep_together: false,
        }
    }
}

/// The styles of a document, one a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleSheet(Vec<Style>);

impl StyleSheet {
    /// Makes the sheet by asking for the style of every role.
    pub fn new(style_of: impl FnMut(Role) -> Style) -> Self {
        Self(Role::ALL.iter().copied().map(style_of).collect())
    }

    /// The style of a role.
    #[must_use]
    pub fn get(&self, role: Role) -> &Style {
        // one entry a role, in the order of declaration, by construction
        &self.0[role as usize]
    }
}
