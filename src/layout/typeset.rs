//! Paragraphs and rules set into lines of items, `y` counted from the top of each line.

use std::ops::Range;

use super::frames::ParagraphFrame;
use super::page_numbers::{NumberColumn, OpenNumber};
use super::paragraph::{Line, LineMeasure, LookSpan, NoteMark, Shaped, ShownPicture, overlapping};
use super::settle::{self, LineEnds, SpacedEnd};
use super::sources::{SourceTable, item};
use super::structure::{BlockTags, ParagraphTags, Tagged};
use super::tabs;
use super::underlines::Underlines;
use crate::diag::Pointer;
use crate::font::{FaceStyle, FontBook};
use crate::model::{
    Alignment, Block, BlockKind, Color, FloatingPicture, Headings, Inline, InlinePicture, LineBreaks, LineSpacing,
    PICTURE_SIGN, PageOf, Paragraph, RULE_HEIGHT, Role, Rule, SignatureField, Style, StyleId, StyleSheet,
};
use crate::pages::{ContentId, FieldName, Item, ItemKind, LineEnd, LineInDoubt, PrintedLabel, Reading, TextRun};
use crate::units::Length;

/// Baseline of an exact line pitch, percent from its top.
const EXACT_BASELINE: i64 = 80;

/// The column that text is set in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// From the left edge of the paper.
    pub(super) x: Length,
    pub(super) width: Length,
}

/// A line, or a rule, as high as it counts in the flow.
#[derive(Clone, Debug)]
pub(super) struct SetLine {
    pub(super) height: Length,
    /// What a line spacing of more than single adds below; nothing at the foot of a page.
    pub(super) surplus: Length,
    /// Its items in [`Typesetter::items`]; their `y` counts from the top of the line.
    pub(super) items: Range<usize>,
    /// How many notes have their mark in it.
    pub(super) notes: usize,
    pub(super) text: LineText,
}

impl SetLine {
    /// One without text, notes and surplus.
    pub(super) fn plain(height: Length, items: Range<usize>) -> Self {
        Self { height, surplus: Length::ZERO, items, notes: 0, text: LineText::default() }
    }
}

/// The text of a line in [`Typesetter::text`]; nothing of a rule or a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LineText {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where its paragraph goes on.
    pub(super) next: usize,
}

impl LineText {
    /// Counted from a place in the text, where that lies before it.
    pub(super) fn within(self, start: usize) -> Self {
        let from = |at: usize| at.saturating_sub(start);
        Self { start: from(self.start), end: from(self.end), next: from(self.next) }
    }
}

/// The stage's context: what is being filled, and scratch space.
#[derive(Debug)]
pub(super) struct Typesetter<'a> {
    pub(super) fonts: &'a FontBook,
    pub(super) styles: &'a StyleSheet,
    /// The levels of the headings.
    pub(super) headings: Headings,
    /// What everything is in the logical structure.
    pub(super) tagged: &'a Tagged,
    /// The text of all runs.
    pub(super) text: String,
    /// Everything set so far.
    pub(super) items: Vec<Item>,
    /// Where items come from.
    pub(super) sources: SourceTable,
    /// The labels in front of paragraphs.
    pub(super) labels: Vec<PrintedLabel>,
    /// The signature fields that items point to.
    pub(super) signature_fields: Vec<FieldName>,
    /// Tables whose cells do not fill their rows.
    pub(super) ragged: Vec<Pointer>,
    /// Lines whose end depends on the word processor.
    pub(super) lines_in_doubt: Vec<LineInDoubt>,
    /// What `Inline::PageNumber` prints.
    pub(super) page_number: u32,
    /// The numbers of pages that are filled in when all pages are known, in the order of setting.
    pub(super) open_numbers: Vec<OpenNumber>,
    line_breaks: LineBreaks,
    shaped: Shaped,
    ends: Vec<SpacedEnd>,
}

impl<'a> Typesetter<'a> {
    pub(super) fn new(
        fonts: &'a FontBook,
        styles: &'a StyleSheet,
        headings: Headings,
        tagged: &'a Tagged,
        line_breaks: LineBreaks,
    ) -> Self {
        Self {
            fonts,
            styles,
            headings,
            tagged,
            text: String::new(),
            items: Vec::new(),
            sources: SourceTable::default(),
            labels: Vec::new(),
            signature_fields: Vec::new(),
            ragged: Vec::new(),
            lines_in_doubt: Vec::new(),
            page_number: 1,
            open_numbers: Vec::new(),
            line_breaks,
            shaped: Shaped::default(),
            ends: Vec::new(),
        }
    }

    /// Sets one paragraph or rule; tables are not for this function. Without tags it belongs to the page.
    pub(super) fn set(&mut self, block: &mut Block, tags: Option<&BlockTags>, column: Column, out: &mut Vec<SetLine>) {
        let (first_item, first_byte) = (self.items.len(), self.text.len());
        match &mut block.kind {
            BlockKind::Paragraph(paragraph) => {
                let about = About { at: &block.at, role: block.role, style: block.style };
                self.set_paragraph(paragraph, self.tagged.paragraph(tags), &about, column, out);
            }
            BlockKind::Rule(rule) => self.set_rule(rule, tags, block.role, column, out),
            BlockKind::Table(_) => {}
        }
        let source = self.sources.assign(&block.at, &mut self.items[first_item..]);
        if let (Some(source), BlockKind::Paragraph(paragraph)) = (source, &block.kind) {
            self.labels
                .extend(printed_label(paragraph, first_byte, &self.text).map(|text| PrintedLabel { source, text }));
        }
    }

    fn set_rule(&mut self, rule: &Rule, tags: Option<&BlockTags>, role: Role, column: Column, out: &mut Vec<SetLine>) {
        let (x, y) = (column.x + rule.left, Length::ZERO);
        let start = self.items.len();
        let (width, height) = (rule.width, rule.thickness);
        let kind = ItemKind::Line { x, y, width, height, color: Color::BLACK };
        let reading = if tags.is_some() { Reading::Layout } else { Reading::Pagination };
        self.items.push(item(role, reading, kind));
        out.push(SetLine::plain(RULE_HEIGHT, start..self.items.len()));
    }

    fn set_paragraph(
        &mut self,
        paragraph: &mut Paragraph,
        tags: ParagraphTags<'_>,
        block: &About<'_>,
        column: Column,
        out: &mut Vec<SetLine>,
    ) {
        let (role, style) = (block.role, self.styles.get(block.style));
        if let Some(picture) = paragraph.picture().filter(|_| style.is_without_indents()) {
            return self.set_picture(picture, tags.inline(0).content, role, style, column, out);
        }
        self.shaped.fill(paragraph, tags, style, self.page_number, self.fonts, &mut self.text);
        let measure = LineMeasure::of(style, column.width, self.fonts);
        let Self { shaped, text, fonts, ends, .. } = self;
        LineEnds { shaped, measure, text, fonts, lines: ends }.find(self.line_breaks);
        settle::write(&self.ends, &mut self.shaped, paragraph);
        let (pitch, frame) = (Pitch::of(style, self.fonts), ParagraphFrame::of(style, role, column));
        let ends = std::mem::take(&mut self.ends);
        for (i, end) in ends.iter().enumerate() {
            let start = self.items.len();
            if i == 0 {
                self.draw_floats(paragraph, tags, role, column);
            }
            let line = Line::set(&self.shaped.boxes, end.first, end.count, end.drawn_shift(), measure);
            if end.is_told() {
                self.lines_in_doubt.push(LineInDoubt {
                    at: block.at.clone(),
                    text: (to_u32(line.start), to_u32(line.end)),
                    letter_spacing: Length::twip(end.twips),
                    is_settled: !end.in_doubt,
                });
            }
            let Pitch { height, surplus, baseline, .. } = pitch.of_line(&line, &self.shaped, &self.text);
            self.draw_line(&line, role, paragraph, column.x, frame.above(i == 0) + baseline, style);
            let (is_first, is_last) = (i == 0, i + 1 == ends.len());
            let height = frame.above(is_first) + height + frame.above(is_last);
            frame.draw(height, is_first, is_last, &mut self.items);
            let notes = self.marks(&line);
            let text = LineText { start: line.start, end: line.end, next: line.next };
            out.push(SetLine { height, surplus, items: start..self.items.len(), notes, text });
        }
        self.ends = ends;
    }

    /// Sets a picture on its line, which is just as high, but no lower than one of text.
    fn set_picture(
        &mut self,
        picture: &InlinePicture,
        content: Option<ContentId>,
        role: Role,
        style: &Style,
        column: Column,
        out: &mut Vec<SetLine>,
    ) {
        let &InlinePicture { picture, width, height, .. } = picture;
        let room = column.width - width;
        let x = column.x
            + match style.alignment {
                Alignment::Left | Alignment::Justify => Length::ZERO,
                Alignment::Center => room / 2,
                Alignment::Right => room,
            };
        let start = self.items.len();
        let pitch = Pitch::of(style, self.fonts).with_picture(height, true);
        let kind = ItemKind::Image { picture, x, y: pitch.baseline - height, width, height };
        self.items.push(item(role, reading(content), kind));
        let line = SetLine::plain(pitch.height, start..self.items.len());
        out.push(SetLine { surplus: pitch.surplus, ..line });
    }

    /// How many notes have their mark in a line.
    fn marks(&self, line: &Line) -> usize {
        let begins = |span: &&LookSpan| span.mark == Some(NoteMark::InText) && span.start >= line.start;
        overlapping(&self.shaped.spans, line.start, line.end).filter(begins).count()
    }

    /// Draws what floats over a paragraph.
    fn draw_floats(&mut self, paragraph: &Paragraph, tags: ParagraphTags<'_>, role: Role, column: Column) {
        for (index, inline) in paragraph.inlines.iter().enumerate() {
            let kind = match inline {
                Inline::Picture(float) => {
                    let &FloatingPicture { picture, x, y, width, height, .. } = float;
                    ItemKind::Image { picture, x: column.x + x, y, width, height }
                }
                Inline::SignatureField(field) => {
                    let called = FieldName { name: field.name.clone(), tooltip: field.tooltip.clone() };
                    let index = to_u32(self.signature_fields.len());
                    self.signature_fields.push(called);
                    let &SignatureField { x, y, width, height, .. } = field;
                    ItemKind::SignatureField { field: index, x: column.x + x, y, width, height }
                }
                Inline::Run(_)
                | Inline::LineBreak
                | Inline::InlinePicture(_)
                | Inline::Tab
                | Inline::PageNumber
                | Inline::PageOf(_)
                | Inline::BeginContents(_)
                | Inline::EndContents
                | Inline::Note(_)
                | Inline::NoteNumber(_) => {
                    continue;
                }
            };
            self.items.push(item(role, reading(tags.inline(index).content), kind));
        }
    }

    /// Draws the runs of a line, from left to right.
    fn draw_line(
        &mut self,
        line: &Line,
        role: Role,
        paragraph: &Paragraph,
        column_x: Length,
        baseline: Length,
        style: &Style,
    ) {
        let (size, color) = (style.size, style.color);
        let mut x = column_x + line.x;
        let (mut leaders, mut underlines) = (Vec::new(), Underlines::default());
        let (mut tab, open) = (x, self.open_numbers.len());
        let late = self.late_spaces(line);
        for span in overlapping(&self.shaped.spans, line.start, line.end) {
            if let Some(ShownPicture { picture, width, height }) = span.picture {
                let kind = ItemKind::Image { picture, x, y: baseline - height, width, height };
                self.items.push(item(role, reading(span.content), kind));
                x += width;
                if span.end == line.end && !line.is_last {
                    self.items.extend(self.space_behind(line, (x, baseline), color, role));
                }
                continue;
            }
            let (start, end) = (span.start.max(line.start), span.end.min(line.end));
            let cut = late.clamp(start, end);
            for (start, end) in [(start, cut), (cut, end)].into_iter().filter(|(start, end)| start < end) {
                let space_extra = match () {
                    () if span.is_label => Length::ZERO,
                    () if start < late => line.stretch.early,
                    () => line.stretch.late,
                };
                let ends_line = match () {
                    () if end < line.end => LineEnd::None,
                    () if line.is_last => LineEnd::Paragraph,
                    () if line.next > line.end => LineEnd::Space,
                    () => LineEnd::Hard,
                };
                let behind = if end < line.end { Length::ZERO } else { span.letter_spacing };
                let width = self.run_width(span, start, end, space_extra) - behind;
                let mut advance = width;
                if span.is_tab {
                    let room = tabs::room(&paragraph.tabs, x - column_x, self.width_behind(end, line));
                    advance = room.width;
                    leaders.extend(room.dots.then_some((x, room.width, span.face, span.size)));
                }
                let run = TextRun {
                    text: (to_u32(start), to_u32(end)),
                    face: span.face,
                    size: span.size,
                    x,
                    y: baseline - span.raise,
                    width,
                    letter_spacing: span.letter_spacing,
                    space_extra,
                    color,
                    link: span.link,
                    ends_line,
                };
                self.items.push(item(role, reading(span.content), ItemKind::Text(run)));
                if span.is_tab {
                    tab = x;
                } else if let Some(page) = span.page_of.and_then(|index| page_of(paragraph, index)) {
                    let column = page.in_column.then_some(NumberColumn { left: tab, right: x + width, dots: None });
                    let (text, destination) = ((to_u32(span.start), to_u32(span.end)), page.destination.clone());
                    let &LookSpan { face, size, link, .. } = span;
                    self.open_numbers.push(OpenNumber { destination, text, face, size, link, column });
                }
                if span.underline {
                    underlines.add(x, width, self.fonts.face(span.face).underline(size));
                }
                x += advance;
            }
        }
        for (x, room, face, size) in leaders {
            let dots = self.draw_dots((x, baseline), room, (face, size), color, role);
            let of_tab = |number: &&mut NumberColumn| number.left == x;
            let columns = self.open_numbers[open..].iter_mut().filter_map(|number| number.column.as_mut());
            columns.filter(of_tab).for_each(|column| column.dots = dots);
        }
        self.items.extend(underlines.items(baseline, color, role));
    }

    /// The white space that a line ends with behind a picture: nothing is drawn, but a reader that joins lines finds it.
    fn space_behind(&self, line: &Line, (x, y): (Length, Length), color: Color, role: Role) -> Option<Item> {
        let span = overlapping(&self.shaped.spans, line.end, line.next).next()?;
        let run = TextRun {
            text: (to_u32(line.end), to_u32(line.end)),
            face: span.face,
            size: span.size,
            x,
            y,
            width: Length::ZERO,
            letter_spacing: Length::ZERO,
            space_extra: Length::ZERO,
            color,
            link: None,
            ends_line: LineEnd::Space,
        };
        Some(item(role, reading(span.content), ItemKind::Text(run)))
    }

    /// Draws the dots that fill the room of a tab: to a reader they are no text. Comes back with their first byte.
    fn draw_dots(
        &mut self,
        (x, y): (Length, Length),
        room: Length,
        (face, size): (FaceStyle, Length),
        color: Color,
        role: Role,
    ) -> Option<u32> {
        let dot = self.fonts.measure(".", face, size);
        let count = tabs::count_dots(room, dot);
        if count == 0 {
            return None;
        }
        let start = self.text.len();
        self.text.extend(std::iter::repeat_n('.', count));
        let width = dot * i64::try_from(count).unwrap_or(0);
        let run = TextRun {
            text: (to_u32(start), to_u32(self.text.len())),
            face,
            size,
            x: x + room - width,
            y,
            width,
            letter_spacing: Length::ZERO,
            space_extra: Length::ZERO,
            color,
            link: None,
            ends_line: LineEnd::None,
        };
        self.items.push(item(role, Reading::Layout, ItemKind::Text(run)));
        Some(to_u32(start))
    }

    /// Width of what stands on a line from a place to the next tab or the line's end.
    fn width_behind(&self, from: usize, line: &Line) -> Length {
        let spans = overlapping(&self.shaped.spans, from, line.end).take_while(|span| !span.is_tab);
        let widths = spans.map(|span| self.run_width(span, span.start.max(from), span.end.min(line.end), Length::ZERO));
        widths.fold(Length::ZERO, |sum, width| sum + width)
    }

    /// Where the spaces begin that stretch a little more than those before; the line's end where none do.
    fn late_spaces(&self, line: &Line) -> usize {
        let label = self.shaped.spans.first().filter(|span| span.is_label);
        let start = label.map_or(line.start, |label| label.end.clamp(line.start, line.end));
        let late = self.text[start..line.end].rmatch_indices(' ').take(line.stretch.late_count).last();
        late.map_or(line.end, |(at, _)| start + at)
    }

    fn run_width(&self, span: &LookSpan, start: usize, end: usize, space_extra: Length) -> Length {
        if let Some(picture) = span.picture {
            return picture.width;
        }
        let text = &self.text[start..end];
        let mut width = self.fonts.measure(text, span.face, span.size);
        if span.letter_spacing != Length::ZERO {
            width += span.letter_spacing * i64::try_from(text.chars().count()).unwrap_or(0);
        }
        if space_extra == Length::ZERO {
            return width;
        }
        let spaces = text.bytes().filter(|b| *b == b' ').count();
        width + space_extra * i64::try_from(spaces).unwrap_or(0)
    }
}

/// The number of a page at an index in a paragraph.
fn page_of(paragraph: &Paragraph, index: usize) -> Option<&PageOf> {
    match paragraph.inlines.get(index) {
        Some(Inline::PageOf(page)) => Some(page),
        _ => None,
    }
}

/// Where the label in front of a paragraph stands, whose text begins at a byte.
fn printed_label(paragraph: &Paragraph, start: usize, text: &str) -> Option<(u32, u32)> {
    let length = match paragraph.label_text() {
        Some(label) => label.len(),
        None => counted_words(paragraph)?,
    };
    (length > 0).then(|| (to_u32(start), to_u32(start + length))).filter(|_| text.len() >= start + length)
}

/// How much of a caption its word and number are: `Bảng 1`.
fn counted_words(paragraph: &Paragraph) -> Option<usize> {
    let mut length = 0;
    for inline in &paragraph.inlines {
        let Inline::Run(run) = inline else { return None };
        length += run.text.len();
        if run.sequence.is_some() {
            return Some(length);
        }
    }
    None
}

/// What a paragraph's block says of it.
struct About<'a> {
    at: &'a Pointer,
    role: Role,
    style: StyleId,
}

/// Moves items down.
pub(super) fn shift(items: &mut [Item], by: Length) {
    for item in items {
        match &mut item.kind {
            ItemKind::Text(run) => run.y += by,
            ItemKind::Line { y, .. } | ItemKind::Image { y, .. } | ItemKind::SignatureField { y, .. } => *y += by,
        }
    }
}

/// Text without content in the structure belongs to the page.
fn reading(content: Option<ContentId>) -> Reading {
    content.map_or(Reading::Pagination, Reading::Content)
}

/// How high a line is, what its spacing adds below, and where its baseline stands.
#[derive(Clone, Copy)]
struct Pitch {
    height: Length,
    surplus: Length,
    baseline: Length,
    /// Whether nothing on the line makes it higher.
    is_fixed: bool,
}

impl Pitch {
    fn of(style: &Style, fonts: &FontBook) -> Self {
        let face = fonts.face(FaceStyle::of(style.bold, style.italic));
        let single = face.line_height(style.size);
        match style.line_spacing {
            LineSpacing::Multiple(n) => {
                let spaced = Length::twip((single.to_twip() * i64::from(n)).div_euclid(240));
                // word processors add below a line, but take away above it
                let (more, less) = ((spaced - single).max(Length::ZERO), (spaced - single).min(Length::ZERO));
                let baseline = face.baseline(style.size) + less;
                // what is refused where it is higher than letters changes nothing
                let is_fixed = less < Length::ZERO;
                Self { height: single + less, surplus: more, baseline, is_fixed }
            }
            LineSpacing::Exactly(height) => {
                let baseline = height.scale(EXACT_BASELINE, 100);
                Self { height, surplus: Length::ZERO, baseline, is_fixed: true }
            }
        }
    }

    /// That of a line which may hold pictures.
    fn of_line(self, line: &Line, shaped: &Shaped, text: &str) -> Self {
        if !shaped.has_pictures {
            return self;
        }
        let pictures = overlapping(&shaped.spans, line.start, line.end).filter_map(|span| span.picture);
        let highest = pictures.map(|picture| picture.height).fold(Length::ZERO, Length::max);
        if highest == Length::ZERO {
            return self;
        }
        self.with_picture(highest, text[line.start..line.end].chars().all(|c| matches!(c, PICTURE_SIGN | ' ')))
    }

    /// With a picture of a height on the line (measured on word processors): a higher one raises the line, whose descent stays unless nothing
    /// but pictures stands on it; what the spacing adds below is that of the text. A line of a fixed height stays as it is.
    fn with_picture(self, picture: Length, is_alone: bool) -> Self {
        if self.is_fixed {
            return self;
        }
        let baseline = self.baseline.max(picture);
        let below = if is_alone { Length::ZERO } else { self.height - self.baseline };
        Self { baseline, height: self.height.max(baseline + below), ..self }
    }
}

/// Texts are far below 4 GiB: the specification is read with a limit.
fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
