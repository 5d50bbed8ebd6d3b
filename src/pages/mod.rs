//! Finished pages: every line of text has its place, nothing is left to decide. Made by `layout`, drawn by `pdf`.
//! The origin is the top left corner of the page, y grows downwards.

mod dump;

pub use dump::dump;

use crate::font::FaceStyle;
use crate::model::{Info, Link, Picture, Role};
use crate::units::Length;

/// All pages and what they share.
#[derive(Clone, Debug)]
pub struct Pages {
    /// What the document says of itself.
    pub info: Info,
    /// The pages in order.
    pub pages: Vec<Page>,
    /// All text that runs point into, in the order of layout.
    pub text: String,
    /// Pictures that images point to.
    pub pictures: Vec<Picture>,
    /// Where links lead.
    pub links: Vec<Link>,
    /// Headings in reading order.
    pub outline: Vec<OutlineEntry>,
}

impl Pages {
    /// The text of a run.
    #[must_use]
    pub fn text_of(&self, run: &TextRun) -> &str {
        &self.text[run.text.0 as usize..run.text.1 as usize]
    }
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Paper width.
    pub width: Length,
    /// Paper height.
    pub height: Length,
    /// What stands on it: content in reading order, then artifacts (page number).
    pub items: Vec<Item>,
}

/// A heading and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Depth, 1 for the outermost.
    pub level: u8,
    /// Label and heading on one line.
    pub title: String,
    /// Page, from 0.
    pub page: usize,
    /// Top of the heading's first line.
    pub y: Length,
}

/// One thing on a page.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which legal component it belongs to.
    pub role: Role,
    /// Serial number of the paragraph, rule or picture it belongs to: pieces of one paragraph share it, over page breaks too.
    pub block: u32,
    /// What it is.
    pub kind: ItemKind,
}

/// What stands on a page.
#[derive(Clone, Debug)]
pub enum ItemKind {
    /// Text of one look on one line.
    Text(TextRun),
    /// A horizontal line; `y` is its upper edge.
    Line {
        /// Left end.
        x: Length,
        /// Upper edge.
        y: Length,
        /// Length.
        width: Length,
        /// Thickness.
        thickness: Length,
    },
    /// A picture; `x`, `y` its top left corner.
    Image {
        /// Index into [`Pages::pictures`].
        picture: usize,
        /// Left edge.
        x: Length,
        /// Top edge.
        y: Length,
        /// Width.
        width: Length,
        /// Height.
        height: Length,
        /// What it shows.
        alternative_text: String,
    },
}

/// Text of one look on one line.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// First byte and one past the last byte in [`Pages::text`].
    pub text: (u32, u32),
    /// The face.
    pub face: FaceStyle,
    /// Type size, after any reduction for sub- and superscript.
    pub size: Length,
    /// Left edge.
    pub x: Length,
    /// Baseline, after any shift for sub- and superscript.
    pub y: Length,
    /// Width as placed, spaces stretched.
    pub width: Length,
    /// Added to the advance of each U+0020 of the run (negative in a squeezed line).
    pub space_extra: Length,
    /// Index into [`Pages::links`].
    pub link: Option<u32>,
    /// Whether a line end that the layout chose follows, and a space was swallowed there.
    pub ends_line: LineEnd,
}

/// What follows a run on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// Another run of the same line.
    None,
    /// The line ends and the white space at its end is not drawn: readers must put a space.
    Space,
    /// The line ends after a hyphen or dash, without white space.
    Hard,
    /// The paragraph, or a manual line, ends.
    Paragraph,
}
