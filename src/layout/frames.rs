//! The frame around a paragraph: four lines in the colour of its text. As word processors have it, it stands around the text between the
//! indents, and adds its thickness to the height of the first and the last line.

use super::sources::item;
use super::typeset::Column;
use crate::model::{Color, Role, Style};
use crate::pages::{Item, ItemKind, Reading};
use crate::units::Length;

/// The frame of a paragraph; of no thickness where there is none.
#[derive(Clone, Copy, Debug)]
pub(super) struct ParagraphFrame {
    thickness: Length,
    color: Color,
    role: Role,
    left: Length,
    right: Length,
}

impl ParagraphFrame {
    pub(super) fn of(style: &Style, role: Role, column: Column) -> Self {
        Self {
            thickness: style.frame,
            color: style.color,
            role,
            left: column.x + style.indent_left - style.frame,
            right: column.x + column.width - style.indent_right + style.frame,
        }
    }

    /// What it adds above a line.
    pub(super) fn above(&self, is_first: bool) -> Length {
        if is_first { self.thickness } else { Length::ZERO }
    }

    /// Its lines around a line of text that is so high with them.
    pub(super) fn draw(&self, height: Length, is_first: bool, is_last: bool, items: &mut Vec<Item>) {
        if self.thickness == Length::ZERO {
            return;
        }
        let (thickness, width) = (self.thickness, self.right - self.left);
        let mut line = |x, y, width, height| {
            let kind = ItemKind::Line { x, y, width, height, color: self.color };
            items.push(item(self.role, Reading::Layout, kind));
        };
        if is_first {
            line(self.left, Length::ZERO, width, thickness);
        }
        line(self.left, Length::ZERO, thickness, height);
        line(self.right - thickness, Length::ZERO, thickness, height);
        if is_last {
            line(self.left, height - thickness, width, thickness);
        }
    }
}
