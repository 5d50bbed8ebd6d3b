//! Paragraph styles, fully resolved: how a block looks, whatever it is in law.

use super::{Color, Role};
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
    /// Both edges (canh đều hai lề); the last line flush left.
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

/// A look of paragraphs.
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
    /// Stays on the page of the next block: whole, or, where its lines may part, with its last ones.
    pub keep_with_next: bool,
    /// Lines stay on one page.
    pub keep_together: bool,
    /// Colour of the text, and of the frame.
    pub color: Color,
    /// Thickness of the line around the paragraph, outside its indents; nothing for none. It stays on one page.
    pub frame: Length,
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
            color: Color::BLACK,
            frame: Length::ZERO,
        }
    }
}

/// A style of a [`StyleSheet`]. Every role names one: the usual style of its blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StyleId(u16);

impl StyleId {
    /// A style beyond those of the roles, counted from 0.
    #[must_use]
    pub fn beyond_roles(index: u16) -> Self {
        Self(u16::try_from(Role::ALL.len()).unwrap_or(u16::MAX).saturating_add(index))
    }

    /// Which one of those it is.
    #[must_use]
    pub fn index_beyond_roles(self) -> Option<usize> {
        usize::from(self.0).checked_sub(Role::ALL.len())
    }
}

impl From<Role> for StyleId {
    fn from(role: Role) -> Self {
        // a sheet begins with one style a role, in the order of declaration
        Self(role as u16)
    }
}

/// A style, and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedStyle {
    /// The role whose blocks take it; several styles may serve one role.
    pub role: Role,
    /// The look.
    pub style: Style,
}

/// The styles of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleSheet(Vec<NamedStyle>);

impl Style {
    /// Whether its lines are as wide as their column.
    #[must_use]
    pub fn is_without_indents(&self) -> bool {
        [self.first_line_indent, self.indent_left, self.indent_right] == [Length::ZERO; 3]
    }
}

impl StyleSheet {
    /// The typeface of every style (NĐ 30/2020, Phụ lục I, Phần I, Mục I.4; TT 01/2011/TT-BNV, Điều 4).
    pub const TYPEFACE: &'static str = "Times New Roman";

    /// The role of running text, whose look is that of whatever has no style.
    pub const BASE: Role = Role::Body;

    /// Makes the sheet by asking for the style of every role.
    pub fn new(mut style_of: impl FnMut(Role) -> Style) -> Self {
        let named = |role: Role| NamedStyle { role, style: style_of(role) };
        Self(Role::ALL.iter().copied().map(named).collect())
    }

    /// The usual styles of the roles, in the order of declaration.
    pub fn of_roles(&self) -> impl Iterator<Item = &NamedStyle> {
        self.0.iter().take(Role::ALL.len())
    }

    /// Adds styles beyond those of the roles, in order.
    pub fn add(&mut self, styles: Vec<NamedStyle>) {
        self.0.extend(styles);
    }

    /// The styles beyond those of the roles, in order.
    #[must_use]
    pub fn beyond_roles(&self) -> &[NamedStyle] {
        self.0.get(Role::ALL.len()..).unwrap_or_default()
    }

    /// A style; of a role, its usual one.
    #[must_use]
    pub fn get(&self, id: impl Into<StyleId>) -> &Style {
        &self.named(id).style
    }

    /// A style with its role.
    #[must_use]
    pub fn named(&self, id: impl Into<StyleId>) -> &NamedStyle {
        let id = id.into();
        // roles have one entry each, by construction; what was added comes from whoever composed
        self.0.get(usize::from(id.0)).unwrap_or(&self.0[Self::BASE as usize])
    }

    /// The style that running text has, and whatever has no style.
    #[must_use]
    pub fn base(&self) -> &Style {
        self.get(Self::BASE)
    }

    /// All styles.
    pub fn iter(&self) -> impl Iterator<Item = &NamedStyle> {
        self.0.iter()
    }
}
