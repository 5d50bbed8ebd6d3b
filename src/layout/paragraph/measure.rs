//! The room that the lines of a paragraph have.

use crate::font::{FaceStyle, FontBook};
use crate::model::{Alignment, Style};
use crate::units::Length;

/// The room a paragraph is set in.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct LineMeasure {
    /// From the left edge of the column to the lines.
    pub(in crate::layout) left: Length,
    /// Added to `left` in the first line.
    pub(in crate::layout) first_line: Length,
    /// Width of the lines, first-line indent not yet taken off.
    pub(in crate::layout) width: Length,
    pub(in crate::layout) alignment: Alignment,
    /// Width of a space.
    pub(in crate::layout) space: Length,
    /// Height of the letters, for slanted text.
    pub(in crate::layout) letter_height: Length,
}

impl LineMeasure {
    /// That of a style in a column of a width.
    pub(in crate::layout) fn of(style: &Style, column: Length, fonts: &FontBook) -> Self {
        let face = fonts.face(FaceStyle::of(style.bold, style.italic));
        Self {
            left: style.indent_left,
            first_line: style.first_line_indent,
            width: column - style.indent_left - style.indent_right,
            alignment: style.alignment,
            space: face.to_length(face.advance(' ').into(), style.size),
            letter_height: face.to_length(i64::from(face.ascent()) - i64::from(face.descent()), style.size),
        }
    }

    /// How far the line that begins with a box is indented: the paragraph's first line has an indent of its own.
    pub(in crate::layout) fn indent(self, first_box: usize) -> Length {
        if first_box == 0 { self.first_line } else { Length::ZERO }
    }

    /// Width of the line that begins with a box.
    pub(in crate::layout) fn room(self, first_box: usize) -> Length {
        self.width - self.indent(first_box)
    }
}
