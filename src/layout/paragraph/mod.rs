//! One paragraph: its text cut into boxes and measured, the natural ends of its lines, and its lines as they are drawn.

mod breaks;
mod fill;
mod line;
mod measure;
mod shape;
mod span;

pub(super) use fill::{Fill, SPACE_SHRINK};
pub(super) use line::Line;
pub(super) use measure::LineMeasure;
pub(super) use shape::{Shaped, TextBox};
pub(super) use span::{LookSpan, NoteMark, ShownPicture, overlapping};
