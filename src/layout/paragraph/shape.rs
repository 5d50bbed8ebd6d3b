//! A paragraph's text in the page's text buffer, cut into unbreakable boxes that are measured once.

use super::super::structure::{InlineTag, ParagraphTags};
use super::breaks::{self, BreakPlace};
use super::span::{LookSpan, NoteMark, ShownPicture, overlapping, scripted};
use crate::font::{Face, FaceStyle, FontBook};
use crate::model::{Inline, InlinePicture, LabelSuffix, PICTURE_SIGN, Paragraph, Run, Script, Style, Typeface};
use crate::units::Length;

/// Text that no line end cuts, and the white space after it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::layout) struct TextBox {
    /// First byte in the text buffer.
    pub(in crate::layout) start: usize,
    /// One past the last byte before the white space.
    pub(in crate::layout) end: usize,
    /// One past the white space.
    pub(in crate::layout) next: usize,
    /// Width without the white space.
    pub(in crate::layout) width: Length,
    /// Width of the white space.
    pub(in crate::layout) space_width: Length,
    /// How many stretchable spaces (U+0020 outside labels) it has inside.
    pub(in crate::layout) inner_spaces: i64,
    /// How many the white space after it has.
    pub(in crate::layout) spaces: i64,
    /// How many characters letter-spacing may reach: all but counted ones.
    pub(in crate::layout) letters: i64,
    /// How many of such characters the white space has.
    pub(in crate::layout) space_letters: i64,
    /// How many portions end in it: where the look changes, and on both sides of a no-break space, which word processors set
    /// apart.
    pub(in crate::layout) portion_ends: i64,
    /// How many no-break spaces stand in slanted text: LibreOffice keeps room free before each.
    pub(in crate::layout) slanted_portions: i64,
    /// Width up to and with the first slash before a letter. UAX 14 would end a line there; word processors then move the
    /// whole token, so that a document's number is not cut at its slash.
    pub(in crate::layout) slash_width: Option<Length>,
    /// Width up to and with the first slash of all.
    pub(in crate::layout) to_slash: Option<Length>,
    /// Width up to the first place where some word processors end a line, but not all.
    pub(in crate::layout) contested: Option<Length>,
    /// Width of what is raised or lowered in it.
    pub(in crate::layout) scripted: Length,
    /// A tab and all that stands behind it: it takes what room its stop leaves, so it counts as no width.
    pub(in crate::layout) behind_tab: bool,
    /// Whether a manual line break, or the paragraph's end, follows.
    pub(in crate::layout) ends_line: bool,
    /// Whether its last character is slanted.
    pub(in crate::layout) italic_end: bool,
}

/// A shaped paragraph; kept and refilled, so that shaping allocates only while it grows.
#[derive(Debug, Default)]
pub(in crate::layout) struct Shaped {
    pub(in crate::layout) spans: Vec<LookSpan>,
    pub(in crate::layout) boxes: Vec<TextBox>,
    pub(in crate::layout) has_pictures: bool,
}

impl Shaped {
    /// Fills in a paragraph. Its text is appended to `text`.
    pub(in crate::layout) fn fill(
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
        self.has_pictures = false;
        let start = text.len();
        let mut manual_breaks = Vec::new();
        if let Some(label) = &paragraph.label {
            text.push_str(&label.text);
            if label.suffix == LabelSuffix::Space {
                text.push(' ');
            }
            let content = tags.label;
            self.spans.push(LookSpan { is_label: true, content, ..LookSpan::plain(style, start, text.len()) });
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
                    let plain = LookSpan::plain(style, from, text.len());
                    let (underline, inline) = (run.underline, Some(index));
                    self.spans.push(LookSpan { face, size, raise, underline, link, content, inline, ..plain });
                }
                Inline::LineBreak => manual_breaks.push(from),
                Inline::Tab => {
                    text.push(' ');
                    self.spans.push(LookSpan {
                        content,
                        link,
                        is_tab: true,
                        ..LookSpan::plain(style, from, text.len())
                    });
                }
                Inline::PageNumber => {
                    text.push_str(&page_number.to_string());
                    self.spans.push(LookSpan { content, ..LookSpan::plain(style, from, text.len()) });
                }
                Inline::PageOf(page) => {
                    // in a column of its own it takes no part in the line
                    if page.in_column {
                        text.push('0');
                    } else {
                        text.push_str(&page.text());
                    }
                    let (bold, italic) = (page.bold.unwrap_or(style.bold), page.italic.unwrap_or(style.italic));
                    let (face, page_of) = (FaceStyle::of(bold, italic), Some(index));
                    let plain = LookSpan::plain(style, from, text.len());
                    self.spans.push(LookSpan { face, link, content, page_of, underline: page.underline, ..plain });
                }
                Inline::Note(note) => {
                    text.push_str(&note.number.to_string());
                    let (bold, italic) = (note.bold.unwrap_or(style.bold), note.italic.unwrap_or(style.italic));
                    let face = FaceStyle::of(bold, italic);
                    let (size, raise) = scripted(Script::Super, style.size, fonts);
                    let (plain, mark) = (LookSpan::plain(style, from, text.len()), Some(NoteMark::InText));
                    self.spans.push(LookSpan { face, size, raise, link, content, mark, ..plain });
                }
                Inline::NoteNumber(number) => {
                    text.push_str(&number.to_string());
                    let (size, raise) = scripted(Script::Super, style.size, fonts);
                    let (plain, mark) = (LookSpan::plain(style, from, text.len()), Some(NoteMark::InNote));
                    self.spans.push(LookSpan { size, raise, link, content, mark, ..plain });
                }
                Inline::InlinePicture(shown) => {
                    text.push(PICTURE_SIGN);
                    let &InlinePicture { picture, width, height, .. } = shown;
                    let (plain, picture) =
                        (LookSpan::plain(style, from, text.len()), Some(ShownPicture { picture, width, height }));
                    self.spans.push(LookSpan { content, picture, ..plain });
                    self.has_pictures = true;
                }
                Inline::BeginContents(_) | Inline::EndContents | Inline::Picture(_) | Inline::SignatureField(_) => {}
            }
        }
        self.cut(text, start, &manual_breaks, fonts);
    }

    /// Cuts the text into boxes and measures them, a character at a time.
    ///
    /// Advances are summed in the face's own units and turned into a length once a stretch of one look, not once a
    /// character: word processors round a portion of text, and the sum of rounded letters would drift from theirs. So
    /// whatever ends a stretch (a line end, white space, a slash whose width is noted, the next span) first measures what was
    /// summed. White space is held back in the open box (`in_space`) until the next character tells whether a line may end
    /// there; where it may not, the space turns out to be a part of the box.
    fn cut(&mut self, text: &str, start: usize, manual_breaks: &[usize], fonts: &FontBook) {
        let mut manual_breaks = manual_breaks.iter().copied().peekable();
        let mut open = Open::at(start);
        let mut before: Option<char> = None;
        let mut behind_mark = false;
        for (index, span) in self.spans.iter().enumerate() {
            let face = fonts.face(span.face);
            open.made.portion_ends += i64::from(index > 0);
            if span.is_tab {
                while manual_breaks.next_if(|b| *b <= span.start).is_some() {
                    open.close(span.start, true, &mut self.boxes);
                }
                open.pass_tab(span.start, &mut self.boxes);
                before = None;
                continue;
            }
            for (i, c) in text[span.start..span.end].char_indices() {
                let at = span.start + i;
                while manual_breaks.next_if(|b| *b <= at).is_some() {
                    open.measure(face, span);
                    open.close(at, true, &mut self.boxes);
                    before = None;
                }
                let is_space = breaks::is_break_space(c);
                if let (false, Some(before)) = (is_space, before) {
                    let place = match () {
                        () if open.made.behind_tab => BreakPlace::Never,
                        () if open.in_space => breaks::at_space(open.before_space, c),
                        () if span.mark.is_some() => BreakPlace::Never,
                        // as if the mark were not there, but nobody has asked all word processors
                        () => match breaks::inside_token(open.earlier, before, c) {
                            BreakPlace::Always if behind_mark => BreakPlace::Contested,
                            place => place,
                        },
                    };
                    if open.in_space || place != BreakPlace::Never || before == '/' {
                        open.measure(face, span);
                    }
                    if before == '/' && !open.in_space {
                        open.note_slash(c);
                    }
                    open.pass(place, at, &mut self.boxes);
                }
                if is_space && !open.in_space {
                    open.measure(face, span);
                    open.end = Some(at);
                    open.in_space = true;
                    open.before_space = before;
                }
                if let Some(picture) = span.picture {
                    open.measure(face, span);
                    open.made.width += picture.width;
                }
                open.add(c, if span.picture.is_some() { 0 } else { face.advance(c) }, span);
                behind_mark = span.mark.is_some();
                if !behind_mark || before.is_none() {
                    before = Some(c);
                }
            }
            open.measure(face, span);
        }
        for _ in manual_breaks {
            open.close(text.len(), true, &mut self.boxes);
        }
        open.close(text.len(), true, &mut self.boxes);
    }

    /// Cuts the box at `at`, wider than the line, after the last character that fits (at least one).
    pub(in crate::layout) fn split(&mut self, at: usize, room: Length, text: &str, fonts: &FontBook) {
        let whole = self.boxes[at];
        let mut width = Length::ZERO;
        let mut letters = 0;
        let mut cut = None;
        'spans: for span in overlapping(&self.spans, whole.start, whole.end) {
            let face = fonts.face(span.face);
            let from = span.start.max(whole.start);
            for (i, c) in text[from..span.end.min(whole.end)].char_indices() {
                let advance = face.to_length(face.advance(c).into(), span.size);
                let wider = width + span.picture.map_or(advance, |picture| picture.width);
                if wider > room && from + i > whole.start {
                    cut = Some(from + i);
                    break 'spans;
                }
                width = wider;
                letters += i64::from(span.inline.is_some());
            }
        }
        let Some(cut) = cut else { return };
        let inner = |text: &str| i64::try_from(text.matches(' ').count()).unwrap_or(0).min(whole.inner_spaces);
        let inner_spaces = inner(&text[whole.start..cut]);
        self.boxes[at] = TextBox {
            start: whole.start,
            end: cut,
            next: cut,
            width,
            inner_spaces,
            letters,
            italic_end: whole.italic_end,
            ..TextBox::default()
        };
        let rest = TextBox {
            start: cut,
            width: whole.width - width,
            inner_spaces: whole.inner_spaces - inner_spaces,
            letters: whole.letters - letters,
            ..whole
        };
        self.boxes.insert(at + 1, rest);
    }
}

/// A box in the making.
#[derive(Default)]
struct Open {
    /// What will become of it; its `end` and `next` are not known yet.
    made: TextBox,
    /// Where its white space begins.
    end: Option<usize>,
    /// Advances of what was added since it was measured last, in the face's units.
    units: i64,
    /// The character before the last one of its token.
    earlier: Option<char>,
    /// The last character of its token.
    last: Option<char>,
    in_space: bool,
    /// The character before its white space.
    before_space: Option<char>,
}

impl Open {
    fn at(start: usize) -> Self {
        Self { made: TextBox { start, ..TextBox::default() }, ..Self::default() }
    }

    /// Adds a character, not yet measured.
    fn add(&mut self, c: char, advance: u16, span: &LookSpan) {
        self.units += i64::from(advance);
        let made = &mut self.made;
        if self.in_space {
            made.space_letters += i64::from(span.inline.is_some());
            made.spaces += i64::from(c == ' ' && !span.is_label);
        } else {
            made.letters += i64::from(span.inline.is_some());
            made.italic_end = span.face.is_italic();
            if span.mark.is_none() {
                self.earlier = self.last.replace(c);
            }
        }
        if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2011}') {
            made.portion_ends += 2;
            made.slanted_portions += i64::from(span.face.is_italic());
        }
    }

    /// Passes a tab: what stands before it may be parted into lines, what stands behind it belongs to it.
    fn pass_tab(&mut self, at: usize, boxes: &mut Vec<TextBox>) {
        if self.made.behind_tab {
            return self.reopen();
        }
        if self.made.start < at {
            self.close(at, false, boxes);
        }
        self.made.behind_tab = true;
    }

    /// Measures what was added.
    fn measure(&mut self, face: &Face, span: &LookSpan) {
        let width = face.to_length(std::mem::take(&mut self.units), span.size);
        *(if self.in_space { &mut self.made.space_width } else { &mut self.made.width }) += width;
        if span.raise != Length::ZERO {
            self.made.scripted += width;
        }
    }

    /// Notes that a slash stands behind all that was measured, before a character.
    fn note_slash(&mut self, next: char) {
        let width = self.made.width;
        self.made.to_slash.get_or_insert(width);
        if next.is_alphabetic() {
            self.made.slash_width.get_or_insert(width);
        }
    }

    /// Passes the place before a character of a token: closes the box, or goes on with it.
    fn pass(&mut self, place: BreakPlace, at: usize, boxes: &mut Vec<TextBox>) {
        match place {
            BreakPlace::Always => return self.close(at, false, boxes),
            BreakPlace::Contested => {
                let width = self.made.width;
                self.made.contested.get_or_insert(width);
            }
            BreakPlace::Never => {}
        }
        if self.in_space {
            self.reopen();
        }
    }

    /// The white space turned out to be inside the box.
    fn reopen(&mut self) {
        let made = &mut self.made;
        made.width += std::mem::take(&mut made.space_width);
        made.letters += std::mem::take(&mut made.space_letters);
        made.inner_spaces += std::mem::take(&mut made.spaces);
        self.end = None;
        self.in_space = false;
        (self.earlier, self.last) = (None, None);
    }

    fn close(&mut self, at: usize, ends_line: bool, boxes: &mut Vec<TextBox>) {
        let (end, made) = (self.end.unwrap_or(at), self.made);
        boxes.push(if made.behind_tab {
            TextBox { start: made.start, end, next: at, ends_line, behind_tab: true, ..TextBox::default() }
        } else {
            TextBox { end, next: at, ends_line, ..made }
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
