//! Stretches of text of one look, as they are drawn.

use crate::font::{FaceStyle, FontBook};
use crate::model::{Script, Style};
use crate::pages::ContentId;
use crate::units::Length;

/// Size of sub- and superscript, percent of the type size.
const SCRIPT_SIZE: i64 = 58;

/// Text of one look.
#[derive(Clone, Debug)]
pub(in crate::layout) struct LookSpan {
    /// First byte and one past the last in the text buffer.
    pub(in crate::layout) start: usize,
    pub(in crate::layout) end: usize,
    pub(in crate::layout) face: FaceStyle,
    pub(in crate::layout) size: Length,
    /// How far the baseline lies above the line's.
    pub(in crate::layout) raise: Length,
    /// Whether a line runs under it.
    pub(in crate::layout) underline: bool,
    /// Added to the advance of each character.
    pub(in crate::layout) letter_spacing: Length,
    /// Index into the pages' links.
    pub(in crate::layout) link: Option<u32>,
    /// Its content in the logical structure.
    pub(in crate::layout) content: Option<ContentId>,
    /// Index of the run in its paragraph; `None` for what is counted: a label, the page's number.
    pub(in crate::layout) inline: Option<usize>,
    /// A label: its spaces do not stretch with the line.
    pub(in crate::layout) is_label: bool,
    /// A tab: as wide as its stop says, and no line ends at it or behind it.
    pub(in crate::layout) is_tab: bool,
    /// The number of a page that is filled in later: the index of its inline.
    pub(in crate::layout) page_of: Option<usize>,
    /// A picture, for which [`crate::model::PICTURE_SIGN`] stands in the text.
    pub(in crate::layout) picture: Option<ShownPicture>,
    /// The mark of a note; it belongs to the word before it.
    pub(in crate::layout) mark: Option<NoteMark>,
}

/// A picture on the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) struct ShownPicture {
    /// Index into the document's pictures.
    pub(in crate::layout) picture: usize,
    pub(in crate::layout) width: Length,
    pub(in crate::layout) height: Length,
}

/// Where the mark of a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum NoteMark {
    /// In the text: the note must stand on the page of its line.
    InText,
    /// In the note itself.
    InNote,
}

impl LookSpan {
    /// Text in a style's own look.
    pub(super) fn plain(style: &Style, start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            face: FaceStyle::of(style.bold, style.italic),
            size: style.size,
            raise: Length::ZERO,
            underline: false,
            letter_spacing: Length::ZERO,
            link: None,
            content: None,
            inline: None,
            is_label: false,
            is_tab: false,
            page_of: None,
            picture: None,
            mark: None,
        }
    }
}

/// Size and raise of sub- and superscript.
pub(super) fn scripted(script: Script, size: Length, fonts: &FontBook) -> (Length, Length) {
    // LibreOffice cuts it to whole twips: 14 pt gives 8.10 pt, not 8.12
    let small = size.scale(SCRIPT_SIZE, 100).down_to_twip();
    let face = fonts.face(FaceStyle::Regular);
    match script {
        Script::Baseline => (size, Length::ZERO),
        // the small line box hangs from the top of the large one
        Script::Super => (small, face.baseline(size - small)),
        Script::Sub => (small, face.to_length(face.descent().into(), size - small)),
    }
}

/// The spans that a range of text touches.
pub(in crate::layout) fn overlapping(spans: &[LookSpan], start: usize, end: usize) -> impl Iterator<Item = &LookSpan> {
    let first = spans.partition_point(|span| span.end <= start);
    spans[first..].iter().take_while(move |span| span.start < end)
}
