//! A paragraph that a page must end inside early, so that its last lines stand above the next block, or in a row of a table: written as two, for no
//! property makes all word processors part it there (a `keepNext` moves it whole in `LibreOffice`). The second one keeps
//! with the next block and goes where that goes when a clerk edits the text; a page break would stay.

use std::ops::Range;

use super::numbering::Numberings;
use super::properties::{Indents, NumberReference, ParagraphProperties, ParagraphSpacing};
use super::story::Story;
use crate::error::WriteError;
use crate::model::{Inline, PICTURE_SIGN, Paragraph, PartedLine, Role, Style};
use crate::units::Length;

/// The properties of both paragraphs, of those of the whole.
pub(super) fn parted<'p>(
    whole: ParagraphProperties<'p>,
    role: Role,
    style: &Style,
    numberings: &Numberings,
) -> (ParagraphProperties<'p>, ParagraphProperties<'p>) {
    let spacing = ParagraphSpacing { before: None, after: None, line: None };
    let above =
        ParagraphProperties { spacing: Some(ParagraphSpacing { after: Some(Length::ZERO), ..spacing }), ..whole };
    let below = ParagraphProperties {
        keep_next: Some(true),
        keep_lines: Some(true),
        page_break_before: false,
        spacing: Some(ParagraphSpacing { before: Some(Length::ZERO), ..spacing }),
        ..goes_on(whole, role, style, numberings)
    };
    (above, below)
}

/// The properties of a paragraph that begins inside one: no number, no indent of a first line.
pub(super) fn goes_on<'p>(
    whole: ParagraphProperties<'p>,
    role: Role,
    style: &Style,
    numberings: &Numberings,
) -> ParagraphProperties<'p> {
    ParagraphProperties {
        numbering: numberings.of_style(role).map(|_| NumberReference::NONE),
        indents: Some(Indents { first_line: Some(Length::ZERO), ..Indents::of(style) }),
        ..whole
    }
}

impl<'a> Story<'a, '_> {
    /// What stands above the page end. The last line of a paragraph is not stretched, so its spaces are as wide as they must be.
    pub(super) fn inlines_above(
        &mut self,
        paragraph: &'a Paragraph,
        line: &PartedLine,
        style: &Style,
    ) -> Result<(), WriteError> {
        self.inlines_between(paragraph, None, Some(line), style)
    }

    /// What stands below it; the paragraph's end has taken the place of a manual break between the two.
    pub(super) fn inlines_below(
        &mut self,
        paragraph: &'a Paragraph,
        line: &PartedLine,
        style: &Style,
    ) -> Result<(), WriteError> {
        self.inlines_between(paragraph, Some(line), None, style)
    }

    /// What stands between two page ends.
    pub(super) fn inlines_between(
        &mut self,
        paragraph: &'a Paragraph,
        from: Option<&PartedLine>,
        to: Option<&PartedLine>,
        style: &Style,
    ) -> Result<(), WriteError> {
        let (start, begins_page) = (from.map_or(0, |line| line.next), from.is_some());
        let whole = |range| Portion { range, begins_page, space_extra: Length::ZERO };
        let Some(line) = to else { return self.portion(paragraph, &whole(start..usize::MAX), style) };
        let last = line.text.start.max(start);
        self.portion(paragraph, &whole(start..last), style)?;
        // without the white space at its end, for which LibreOffice would squeeze the last line
        let begins_page = begins_page && last == start;
        let range = last..line.text.end.max(last);
        self.portion(paragraph, &Portion { range, begins_page, space_extra: line.space_extra }, style)
    }

    /// The inlines that begin in a range of the text of the runs, runs cut at its ends, spaces widened.
    fn portion(&mut self, paragraph: &'a Paragraph, portion: &Portion, style: &Style) -> Result<(), WriteError> {
        let Portion { ref range, begins_page, space_extra } = *portion;
        let mut at = 0;
        for inline in &paragraph.inlines {
            match inline {
                Inline::Run(run) => {
                    let within =
                        |position: usize| position.clamp(range.start, range.end).saturating_sub(at).min(run.text.len());
                    let part = within(at)..within(at + run.text.len());
                    at += run.text.len();
                    if space_extra == Length::ZERO {
                        for (text, letter_spacing) in run.stretches_in(part) {
                            self.run(run, text, letter_spacing, style);
                        }
                        continue;
                    }
                    // the spaces make up for the letter-spacing of the line too
                    for (text, is_space) in space_runs(run.text.get(part).unwrap_or_default()) {
                        self.run(run, text, if is_space { space_extra } else { Length::ZERO }, style);
                    }
                }
                Inline::LineBreak if begins_page && at == range.start => {}
                Inline::Tab => {
                    if range.contains(&at) {
                        self.inline(inline, style)?;
                    }
                    at += ' '.len_utf8();
                }
                Inline::Note(note) => {
                    if range.contains(&at) {
                        self.inline(inline, style)?;
                    }
                    // pages count its mark among the letters
                    at += note.number.to_string().len();
                }
                Inline::InlinePicture(_) => {
                    if range.contains(&at) {
                        self.inline(inline, style)?;
                    }
                    // and one letter for a picture
                    at += PICTURE_SIGN.len_utf8();
                }
                Inline::PageOf(page) => {
                    if range.contains(&at) {
                        self.inline(inline, style)?;
                    }
                    at += page.text().len();
                }
                Inline::LineBreak
                | Inline::PageNumber
                | Inline::BeginContents(_)
                | Inline::EndContents
                | Inline::NoteNumber(_)
                | Inline::Picture(_)
                | Inline::SignatureField(_) => {
                    if range.contains(&at) {
                        self.inline(inline, style)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// A part of a paragraph.
struct Portion {
    /// Bytes of the text of the runs.
    range: Range<usize>,
    /// Whether a page begins with it: then the end of the paragraph above has taken the place of a manual break.
    begins_page: bool,
    /// By how much its spaces are widened.
    space_extra: Length,
}

/// A text cut into what is spaces and what is not.
fn space_runs(mut text: &str) -> impl Iterator<Item = (&str, bool)> {
    std::iter::from_fn(move || {
        let is_space = text.starts_with(' ');
        let end = text.find(|c| (c == ' ') != is_space).unwrap_or(text.len());
        let (run, rest) = text.split_at(end);
        text = rest;
        (!run.is_empty()).then_some((run, is_space))
    })
}
