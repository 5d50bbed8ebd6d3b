//! Finished pages: every line of text has its place, nothing is left to decide. Made by `layout`, drawn by `pdf`.
//! The origin is the top left corner of the page, y grows downwards.

mod dump;
mod line_facts;
mod source;
mod structure;

pub use dump::dump;
pub use line_facts::{LineFacts, line_facts};
pub use source::{PrintedLabel, SourceId};
pub use structure::{CheckState, ContentId, Element, ElementId, Kid, ListNumbering, Remarks, Scope, Structure, Tag};

use std::sync::Arc;

use crate::diag::Pointer;
use crate::font::FaceStyle;
use crate::model::{Color, Info, Link, Parting, Picture, Role};
use crate::units::Length;

/// All pages and what they share.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// What the document says of itself.
    pub info: Info,
    /// The pages in order.
    pub pages: Vec<Page>,
    /// All text that runs point into, in the order of layout.
    pub text: String,
    /// The places in the specification that items come from, each once; [`SourceId`] is an index into them.
    pub sources: Vec<Pointer>,
    /// The labels in front of paragraphs, as they are printed, in the order of layout.
    pub labels: Vec<PrintedLabel>,
    /// Pictures that images point to; shared with the document, for they are large.
    pub pictures: Vec<Arc<Picture>>,
    /// What signature fields on the pages point to.
    pub signature_fields: Vec<FieldName>,
    /// The links that runs of text point to, each where it is used.
    pub links: Vec<LinkUse>,
    /// Headings in reading order.
    pub outline: Vec<OutlineEntry>,
    /// Places that links and other files name.
    pub destinations: Vec<Destination>,
    /// What is what, in the order in which it is read.
    pub structure: Structure,
    /// What is higher than the page it stands on.
    pub overfull: Vec<Overfull>,
    /// Lines that are higher than a page with the notes that belong to them.
    pub overfull_notes: Vec<Overfull>,
    /// What is wrong with tables.
    pub table_faults: Vec<TableFault>,
    /// The block behind which nothing was set, for there are more lines than so much text should have.
    pub cut_short: Option<Pointer>,
    /// Where pages end inside paragraphs whose last lines keep with the next block.
    pub partings: Vec<Parting>,
    /// Tables whose cells do not fill their rows: the pages show nothing of them, so no file is made of these pages.
    pub ragged: Vec<Pointer>,
    /// Lines that letter-spacing too small to see does not settle, in the order of layout.
    pub lines_in_doubt: Vec<LineInDoubt>,
    /// Blocks that name the number of a page which depends on how many figures it has, as in no word processor it settles.
    pub unsettled_numbers: Vec<Pointer>,
    /// How many lines and rows were looked at to distribute them over the pages: the work that it took.
    pub steps: usize,
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
    /// Its number, whether it is printed or not.
    pub number: u32,
    /// What stands on it: content in reading order, then artifacts (page number).
    pub items: Vec<Item>,
}

/// A row or picture that no page has room for: it stands alone on its page and reaches out of the text block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overfull {
    /// The block in the specification.
    pub at: Pointer,
    /// Its height.
    pub height: Length,
    /// The height of the page's text block.
    pub room: Length,
}

/// A line that letter-spacing too small to see does not settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineInDoubt {
    /// Its block in the specification.
    pub at: Pointer,
    /// First byte of its text and one past the last in [`Pages::text`].
    pub text: (u32, u32),
    /// Letter-spacing that was taken: more than 0.2 pt, or what makes most word processors agree.
    pub letter_spacing: Length,
    /// Whether that settles it; otherwise its end depends on the word processor.
    pub is_settled: bool,
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
    /// The name in [`Pages::destinations`] of the same place.
    pub destination: Option<String>,
}

/// What is wrong with a table on these pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFault {
    /// The table.
    pub at: Pointer,
    /// What it is.
    pub kind: TableFaultKind,
}

/// What may be wrong with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFaultKind {
    /// Its head leaves no room for rows.
    HeadTooHigh {
        /// Height of the head.
        height: Length,
        /// Height of a page.
        room: Length,
    },
    /// A cell spans rows that are higher than a page, and its text is higher than the first of them.
    SpanTooHigh {
        /// Height of a page.
        room: Length,
    },
    /// Rows that shall stay together are higher than a page.
    NotTogether {
        /// Height of a page.
        room: Length,
    },
}

/// A place with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Its name, unique in the document, ASCII.
    pub name: String,
    /// Page, from 0.
    pub page: usize,
    /// Top of its first line.
    pub y: Length,
}

/// A link where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkUse {
    /// Where it leads.
    pub target: Link,
    /// The text that is clicked.
    pub text: String,
    /// Its element in the [`Structure`].
    pub element: ElementId,
}

/// What a signing program and a reader call a signature field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldName {
    /// What a signing program calls it; unique in the document.
    pub name: String,
    /// What it is for.
    pub tooltip: String,
}

/// One thing on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which legal component it belongs to, for those who look at pages; who draws them asks [`Self::reading`].
    pub role: Role,
    /// What it is to a reader.
    pub reading: Reading,
    /// Where it comes from in the specification.
    pub source: SourceId,
    /// What it is.
    pub kind: ItemKind,
}

impl Item {
    /// Which content of the [`Structure`] it is.
    #[must_use]
    pub fn content(&self) -> Option<ContentId> {
        match self.reading {
            Reading::Content(content) => Some(content),
            Reading::Layout | Reading::Pagination => None,
        }
    }
}

/// What an item is to a reader: content, or an artifact (ISO 32000-1, 14.8.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A piece of the [`Structure`].
    Content(ContentId),
    /// A drawn line: it means nothing.
    Layout,
    /// It belongs to the page, not to the text: the page's number.
    Pagination,
}

/// What stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// Text of one look on one line.
    Text(TextRun),
    /// A drawn line, across or down: a filled rectangle; `x`, `y` its top left corner.
    Line {
        /// Left edge.
        x: Length,
        /// Upper edge.
        y: Length,
        /// Length of a line across, thickness of one down.
        width: Length,
        /// Thickness of a line across, length of one down.
        height: Length,
        /// Its colour.
        color: Color,
    },
    /// A picture, beneath all text and lines of its page and over the pictures before it; `x`, `y` its top left corner.
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
    },
    /// Room for a digital signature; `x`, `y` its top left corner.
    SignatureField {
        /// Index into [`Pages::signature_fields`].
        field: u32,
        /// Left edge.
        x: Length,
        /// Top edge.
        y: Length,
        /// Width.
        width: Length,
        /// Height.
        height: Length,
    },
}

/// Text of one look on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Added to the advance of each character of the run; behind the last one of a line nothing is.
    pub letter_spacing: Length,
    /// Added to the advance of each U+0020 of the run besides (negative in a squeezed line).
    pub space_extra: Length,
    /// Its colour.
    pub color: Color,
    /// Index into [`Pages::links`].
    pub link: Option<u32>,
    /// Whether a line end that the layout chose follows, and a space was swallowed there.
    pub ends_line: LineEnd,
}

/// What follows a run on its line. Where lines end at white space or for good, readers that join lines must find a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// Another run of the same line.
    None,
    /// The line ends at white space, which is not part of the run.
    Space,
    /// The line ends after a hyphen or dash, without white space.
    Hard,
    /// The paragraph, or a manual line, ends.
    Paragraph,
}

impl LineEnd {
    /// Whether a reader that joins this line and the next must find a space between them.
    #[must_use]
    pub fn needs_space(self) -> bool {
        match self {
            Self::Space | Self::Paragraph => true,
            Self::None | Self::Hard => false,
        }
    }
}
