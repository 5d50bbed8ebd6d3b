//! What lines are made of: text of one look, and what floats beneath and over it.

use std::ops::Range;

use super::{Block, Role};
use crate::diag::Pointer;
use crate::units::Length;

/// What stands for a picture among the letters of a line (U+FFFC, which no text that is read has); it is not drawn.
pub const PICTURE_SIGN: char = '\u{fffc}';

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text of one look.
    Run(Run),
    /// A manual line break; the line before it is not stretched.
    LineBreak,
    /// Room up to the next of [`super::Paragraph::tabs`]; no line ends at it or behind it.
    Tab,
    /// The number of the page it stands on.
    PageNumber,
    /// The number of the page where a paragraph stands (`xem trang 12`).
    PageOf(PageOf),
    /// Where the entries of a table of contents begin: in the first of them, before its text.
    BeginContents(ContentsOf),
    /// Where they end: in the last of them, behind its text.
    EndContents,
    /// A note at the foot of the page (chú thích cuối trang): its mark stands here.
    Note(Box<Footnote>),
    /// The mark that a note begins with, in the note itself: its number.
    NoteNumber(u32),
    /// A picture that stands on the line.
    InlinePicture(InlinePicture),
    /// A picture that floats beneath the text.
    Picture(FloatingPicture),
    /// Room for a digital signature that floats over the paragraph; an empty signature field in the PDF.
    SignatureField(SignatureField),
}

impl Inline {
    /// Text in the style's own look.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Run(Run { text: text.into(), ..Run::default() })
    }
}

/// Text of one look, relative to the paragraph's style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The text: NFC, no control character.
    pub text: String,
    /// Weight; `None` keeps the style's.
    pub bold: Option<bool>,
    /// Slant; `None` keeps the style's.
    pub italic: Option<bool>,
    /// Whether a line runs under it.
    pub underline: bool,
    /// Raised or lowered.
    pub script: Script,
    /// Which typeface has its characters.
    pub typeface: Typeface,
    /// Where it leads.
    pub link: Option<Link>,
    /// BCP 47 tag of its language; `None`: the document's.
    pub language: Option<String>,
    /// What an abbreviation stands for: `Ký thay` for `KT.`; what a box says.
    pub expansion: Option<&'static str>,
    /// Whether it is text, or a label typed in front of it.
    pub part: RunPart,
    /// Its text is the next number of the sequence of this name (`Bảng`, `Hình`), which word processors count too.
    pub sequence: Option<&'static str>,
    /// Where its characters are spaced so that lines end alike in every word processor; in order, apart from each other.
    /// Written by `layout`.
    pub letter_spacing: Vec<LetterSpacing>,
    /// Where its text leaves room for what is not known yet; in order, apart from each other.
    pub blanks: Vec<Blank>,
}

/// Room in a run's text, of nothing but spaces, for what is filled in later: by hand, or in a word processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank {
    /// First byte of the run's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What goes there.
    pub kind: BlankKind,
}

/// What goes into a [`Blank`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlankKind {
    /// The number of the document (số).
    Number,
    /// The day of issue (ngày).
    Day,
    /// The month of issue (tháng).
    Month,
}

/// Letter-spacing (giãn cách ký tự) of a part of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterSpacing {
    /// First byte of the run's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Added to the advance of each character: whole twips, not zero, at most 0.4 pt either way.
    pub amount: Length,
}

impl Run {
    /// Its text in stretches of one letter-spacing each.
    pub fn stretches(&self) -> impl Iterator<Item = (&str, Length)> {
        self.stretches_in(0..self.text.len())
    }

    /// A part of its text, whose ends are those of characters, likewise.
    pub fn stretches_in(&self, part: Range<usize>) -> impl Iterator<Item = (&str, Length)> {
        let mut at = 0;
        let parts = self.letter_spacing.iter().flat_map(move |part| {
            let plain = (at, part.start, Length::ZERO);
            at = part.end;
            [plain, (part.start, part.end, part.amount)]
        });
        let rest = self.letter_spacing.last().map_or(0, |part| part.end);
        parts
            .chain([(rest, self.text.len(), Length::ZERO)])
            .map(move |(start, end, amount)| (start.max(part.start), end.min(part.end), amount))
            .filter(|(start, end, _)| start < end)
            .map(|(start, end, amount)| (&self.text[start..end], amount))
    }
}

/// The number of the page where a paragraph stands, which only finished pages tell. It leads there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageOf {
    /// The [`super::Paragraph::destination`] of the paragraph.
    pub destination: String,
    /// Weight; `None` keeps the style's.
    pub bold: Option<bool>,
    /// Slant; `None` keeps the style's.
    pub italic: Option<bool>,
    /// Gạch chân.
    pub underline: bool,
    /// Whether it stands flush right behind a tab, in room that is kept for it: no line depends on how many figures it has.
    pub in_column: bool,
    /// The number, as it is printed on that page. Written by `layout`.
    pub number: Option<u32>,
}

impl PageOf {
    /// How it reads; a place of one figure before it is known.
    #[must_use]
    pub fn text(&self) -> String {
        self.number.unwrap_or(0).to_string()
    }
}

/// What the entries of a table of contents are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentsOf {
    /// The headings down to a level.
    Headings {
        /// The deepest level, from 1 to 5.
        levels: u8,
    },
    /// The names of tables or pictures.
    Captions {
        /// The role of those names.
        role: Role,
        /// The [`Run::sequence`] of their numbers.
        sequence: &'static str,
    },
}

/// A note at the foot of the page, where its mark stands in the text. Only text that flows from page to page has notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its number: from 1 through the whole document.
    pub number: u32,
    /// Weight of the mark; `None` keeps the style's.
    pub bold: Option<bool>,
    /// Slant of the mark; `None` keeps the style's.
    pub italic: Option<bool>,
    /// Its text, which begins with [`Inline::NoteNumber`]; it has no notes.
    pub block: Block,
}

/// The name in [`crate::pages::Pages::destinations`] of a note; no name of a paragraph has a full stop.
pub(crate) fn note_destination(number: u32) -> String {
    format!("footnote.{number}")
}

/// The name of the place of its mark in the text.
pub(crate) fn note_mark_destination(number: u32) -> String {
    format!("footnote.{number}.mark")
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// An address outside (http, https, mailto).
    Address(String),
    /// A [`super::Paragraph::destination`] in the document.
    Destination(String),
}

/// Which typeface a run is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typeface {
    /// The document's.
    #[default]
    Text,
    /// That of the signs which the document's has not (☐, ℃, ①); upright, of one weight, whatever the run's look.
    Symbols,
}

/// Whether a run is text, or a label typed in front of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RunPart {
    /// Text.
    #[default]
    Text,
    /// The label of a list item (`a)`, `-`) that no word processor counts, with the space behind it.
    Label,
    /// A box to be ticked, as a sign of the text; [`Run::expansion`] says how it stands.
    Box(CheckState),
}

/// How a box to be ticked stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckState {
    /// It is to be ticked by hand.
    Open,
    /// It is not ticked.
    Unchecked,
    /// It is ticked.
    Checked,
}

/// Raised or lowered text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// On the baseline.
    #[default]
    Baseline,
    /// Superscript.
    Super,
    /// Subscript.
    Sub,
}

/// A picture behind the text, placed from the left edge of the column and the top of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FloatingPicture {
    /// Index into [`super::Document::pictures`].
    pub picture: usize,
    /// The name by which the specification calls the file here; one file may have several.
    pub file: String,
    /// From the left edge of the column (negative: out to the left).
    pub x: Length,
    /// From the top of the paragraph (negative: upwards).
    pub y: Length,
    /// Printed width.
    pub width: Length,
    /// Printed height.
    pub height: Length,
    /// What it shows, for those who cannot see it.
    pub alternative_text: String,
}

/// A picture that stands on the baseline like a word, without white space of its own. Where it is higher than the letters its line is as
/// much higher; a line of nothing but pictures is as high as the highest, but no lower than one of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlinePicture {
    /// Index into [`super::Document::pictures`].
    pub picture: usize,
    /// The name by which the specification calls the file here; one file may have several.
    pub file: String,
    /// Printed width, in whole twips.
    pub width: Length,
    /// Printed height, in whole twips.
    pub height: Length,
    /// What it shows, for those who cannot see it.
    pub alternative_text: String,
}

/// Room for a digital signature, placed like a [`FloatingPicture`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureField {
    /// Name of the field, unique in the document, without dots: what a signing program calls it, e.g. `Signature1`.
    pub name: String,
    /// What it is for, read aloud and shown as a tooltip, e.g. `Chữ ký của Lê Hải Yến`.
    pub tooltip: String,
    /// From the left edge of the column (negative: out to the left).
    pub x: Length,
    /// From the top of the paragraph (negative: upwards).
    pub y: Length,
    /// Width of the place.
    pub width: Length,
    /// Height of the place.
    pub height: Length,
}

/// A picture's bytes and their hash-free identity: one entry a file.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The name by which the specification calls the file.
    pub name: String,
    /// Where the specification names it first.
    pub at: Pointer,
    /// The file, without what its look does not need.
    pub bytes: Vec<u8>,
    /// What kind of file it is.
    pub format: PictureFormat,
    /// Pixels across.
    pub width_px: u32,
    /// Pixels down.
    pub height_px: u32,
}

/// What kind of file a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// PNG.
    Png,
    /// JPEG, which both files carry as it is.
    Jpeg {
        /// Whether it has one component; else three.
        is_grey: bool,
    },
}
