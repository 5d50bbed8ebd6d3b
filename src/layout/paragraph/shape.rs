//! A paragraph's text in the page's text buffer, cut into unbreakable boxes that are measured once.

use super::super::structure::{InlineTag, ParagraphTags};
use super::breaks;
use crate::font::{FaceStyle, FontBook};
use crate::model::{Inline, LabelSuffix, Paragraph, Run, Script, Style, Typeface};
use crate::pages::ContentId;
use crate::units::Length;

/// Size of sub- and superscript, percent of the type size.
const SCRIPT_SIZE: i64 = 58;

/// Text of one look.
#[derive(Clone, Debug)]
pub(crate) struct LookSpan {
    /// First byte and one past the last in the text buffer.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) face: FaceStyle,
    pub(crate) size: Length,
    /// How far the baseline lies above the line's.
    pub(crate) raise: Length,
    /// Index into the pages' links.
    pub(crate) link: Option<u32>,
    /// Its content in the logical structure.
    pub(crate) content: Option<ContentId>,
    /// A label: its spaces do not stretch with the line.
    pub(crate) is_label: bool,
}

/// Text that no line end cuts, and the white space after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextBox {
    /// First byte in the text buffer.
    pub(crate) start: usize,
    /// One past the last byte before the white space.
    pub(crate) end: usize,
    /// One past the white space.
    pub(crate) next: usize,
    /// Width without the white space.
    pub(crate) width: Length,
    /// Width of the white space.
    pub(crate) space_width: Length,
    /// How many stretchable spaces (U+0020 outside labels) the white space has.
    pub(crate) spaces: u32,
    /// Width up to and with the first slash before a letter. UAX 14 would end a line there; word processors then move the
    /// whole token, so that a document's number is not cut at its slash.
    pub(crate) slash_width: Option<Length>,
    /// Whether a manual line break, or the paragraph's end, follows.
    pub(crate) ends_line: bool,
    /// Whether its last character is slanted.
    pub(crate) italic_end: bool,
}

/// A shaped paragraph; kept and refilled, so that shaping allocates only while it grows.
#[derive(Debug, Default)]
pub(crate) struct Shaped {
    pub(crate) spans: Vec<LookSpan>,
    pub(crate) boxes: Vec<TextBox>,
}

impl Shaped {
    /// Fills in a paragraph. Its text is appended to `text`.
    pub(crate) fn fill(
        &mut self,
        paragraph: &Paragraph,
        tags: ParagraphTags<'_>,
        style: &Style,
        page_number: u32,
        fonts: &FontBook,
        text: &mut String,
    ) {
        self.spans.clear();
        self.boxes.clear();
        let start = text.len();
        let mut manual_breaks = Vec::new();
        if let Some(label) = &paragraph.label {
            text.push_str(&label.text);
            if label.suffix == LabelSuffix::Space {
                text.push(' ');
            }
            let content = tags.label;
            self.spans.push(LookSpan { is_label: true, content, ..plain_span(style, start, text.len()) });
        }
        for (index, inline) in paragraph.inlines.iter().enumerate() {
            let from = text.len();
            let InlineTag { content, link } = tags.inline(index);
            match inline {
                Inline::Run(run) if run.text.is_empty() => {}
                Inline::Run(run) => {
                    text.push_str(&run.text);
                    let face = face_of(run, style);
                    let (size, raise) = scripted(run.script, style.size, fonts);
                    let end = text.len();
                    self.spans.push(LookSpan { start: from, end, face, size, raise, link, content, is_label: false });
                }
                Inline::LineBreak => manual_breaks.push(from),
                Inline::PageNumber => {
                    text.push_str(&page_number.to_string());
                    self.spans.push(LookSpan { content, ..plain_span(style, from, text.len()) });
                }
                Inline::Picture(_) | Inline::SignatureField(_) => {}
            }
        }
        self.cut(text, start, &manual_breaks, fonts);
    }

    /// Cuts the text into boxes and measures them, a character at a time.
    ///
    /// Advances are summed in the face's own units and turned into a length once a stretch of one look, not once a
    /// character: word processors round a portion of text, and the sum of rounded letters would drift from theirs. So
    /// whatever ends a stretch (a line end, white space, a slash whose width is noted, the next span) first adds what was
    /// summed. White space is held back in the open box (`in_space`) until the next character tells whether a line may end
    /// there; where it may not, the space turns out to be a part of the box.
    fn cut(&mut self, text: &str, start: usize, manual_breaks: &[usize], fonts: &FontBook) {
        let mut manual_breaks = manual_breaks.iter().copied().peekable();
        let mut open = Open::at(start);
        let mut before: Option<char> = None;
        for span in &self.spans {
            let face = fonts.face(span.face);
            let mut units = 0;
            for (i, c) in text[span.start..span.end].char_indices() {
                let at = span.start + i;
                while manual_breaks.next_if(|b| *b <= at).is_some() {
                    open.add(face.to_length(std::mem::take(&mut units), span.size));
                    open.close(at, true, &mut self.boxes);
                    before = None;
                }
                let is_space = breaks::is_break_space(c);
                if !is_space {
                    let may_end_line = match before {
                        None => false,
                        Some(_) if open.in_space => breaks::after_space(open.before_space, c),
                        Some(before) => breaks::inside_token(before, c, open.chars == 1),
                    };
                    if before == Some('/') && c.is_alphabetic() && open.slash_width.is_none() {
                        open.add(face.to_length(std::mem::take(&mut units), span.size));
                        open.slash_width = Some(open.width);
                    }
                    if may_end_line {
                        open.add(face.to_length(std::mem::take(&mut units), span.size));
                        open.close(at, false, &mut self.boxes);
                    } else if open.in_space {
                        open.add(face.to_length(std::mem::take(&mut units), span.size));
                        open.reopen();
                    }
                }
                if is_space && !open.in_space {
                    open.add(face.to_length(std::mem::take(&mut units), span.size));
                    open.end = Some(at);
                    open.in_space = true;
                    open.before_space = before;
                }
                if c == ' ' && !span.is_label {
                    open.spaces += 1;
                }
                units += i64::from(face.advance(c));
                open.chars += u32::from(!is_space);
                open.italic = span.face.is_italic();
                before = Some(c);
            }
            open.add(face.to_length(units, span.size));
        }
        for _ in manual_breaks {
            open.close(text.len(), true, &mut self.boxes);
        }
        open.close(text.len(), true, &mut self.boxes);
    }
}

/// A box in the making.
struct Open {
    start: usize,
    /// Where its white space begins.
    end: Option<usize>,
    width: Length,
    space_width: Length,
    spaces: u32,
    slash_width: Option<Length>,
    /// Characters since white space or since the last possible line end.
    chars: u32,
    in_space: bool,
    /// The character before its white space.
    before_space: Option<char>,
    italic: bool,
}

impl Open {
    fn at(start: usize) -> Self {
        Self {
            start,
            end: None,
            width: Length::ZERO,
            space_width: Length::ZERO,
            spaces: 0,
            slash_width: None,
            chars: 0,
            in_space: false,
            before_space: None,
            italic: false,
        }
    }

    fn add(&mut self, width: Length) {
        if self.in_space {
            self.space_width += width;
        } else {
            self.width += width;
        }
    }

    /// The white space turned out to be inside the box.
    fn reopen(&mut self) {
        self.width += std::mem::take(&mut self.space_width);
        self.end = None;
        self.in_space = false;
    }

    fn close(&mut self, at: usize, ends_line: bool, boxes: &mut Vec<TextBox>) {
        boxes.push(TextBox {
            start: self.start,
            end: self.end.unwrap_or(at),
            next: at,
            width: self.width,
            space_width: self.space_width,
            spaces: self.spaces,
            slash_width: self.slash_width,
            ends_line,
            italic_end: self.italic,
        });
        *self = Self::at(at);
    }
}

/// The face a run is set in.
fn face_of(run: &Run, style: &Style) -> FaceStyle {
    match run.typeface {
        Typeface::Text => FaceStyle::of(run.bold.unwrap_or(style.bold), run.italic.unwrap_or(style.italic)),
        Typeface::Symbols => FaceStyle::Symbols,
    }
}

fn plain_span(style: &Style, start: usize, end: usize) -> LookSpan {
    let face = FaceStyle::of(style.bold, style.italic);
    LookSpan { start, end, face, size: style.size, raise: Length::ZERO, link: None, content: None, is_label: false }
}

/// Size and raise of sub- and superscript.
fn scripted(script: Script, size: Length, fonts: &FontBook) -> (Length, Length) {
    let small = size.scale(SCRIPT_SIZE, 100);
    let face = fonts.face(FaceStyle::Regular);
    match script {
        Script::Baseline => (size, Length::ZERO),
        // the small line box hangs from the top of the large one
        Script::Super => (small, face.baseline(size - small)),
        Script::Sub => (small, face.to_length(face.descent().into(), size - small)),
    }
}
