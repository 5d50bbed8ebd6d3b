//! One paragraph: its text shaped, broken into lines, and drawn.

mod breaks;
mod line;
mod shape;

pub(crate) use line::{Line, LineMeasure, break_lines, overlapping};
pub(crate) use shape::{LookSpan, Shaped};
