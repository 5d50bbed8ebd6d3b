//! How high blocks will be, nearly: what composing decides by it needs no more, and lines are broken only in `layout`.

use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Cell, Inline, LineSpacing, Paragraph, RULE_HEIGHT, Style, StyleSheet};
use crate::units::Length;

/// What lines lose at their ends to words that do not fit, percent of their width.
const RAGGED: i64 = 5;

/// Estimates heights in some styles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heights<'a> {
    pub(super) fonts: &'a FontBook,
    pub(super) styles: &'a StyleSheet,
}

impl Heights<'_> {
    /// Blocks one under the other in a column.
    pub(super) fn sum(&self, blocks: &[Block], width: Length) -> Length {
        blocks.iter().fold(Length::ZERO, |sum, block| sum + self.of(block, width))
    }

    /// A block with the space around it. Of a table, the rows that its first one keeps with.
    pub(super) fn of(&self, block: &Block, width: Length) -> Length {
        let style = self.styles.get(block.style);
        match &block.kind {
            BlockKind::Paragraph(paragraph) => match paragraph.picture() {
                Some(picture) => {
                    let line = self.lines(style, 1) - style.space_before - style.space_after;
                    style.space_before + picture.height.max(line) + style.space_after
                }
                None => self.lines(style, self.count_lines(paragraph, style, width)) + self.raised(paragraph, style),
            },
            BlockKind::Rule(_) => style.space_before + RULE_HEIGHT + style.space_after,
            BlockKind::Table(table) => {
                let mut height = Length::ZERO;
                for row in &table.rows {
                    let mut columns = table.columns.iter();
                    let mut width =
                        |cell: &Cell| columns.by_ref().take(cell.columns).fold(Length::ZERO, |all, one| all + *one);
                    let cells = row.cells.iter().map(|cell| self.sum(&cell.blocks, width(cell)));
                    height += cells.fold(Length::ZERO, Length::max);
                    if !row.keep_with_next {
                        break;
                    }
                }
                height
            }
        }
    }

    /// At least so high: no line wraps.
    pub(super) fn least(&self, block: &Block) -> Length {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                let style = self.styles.get(block.style);
                let breaks = paragraph.inlines.iter().filter(|inline| matches!(inline, Inline::LineBreak)).count();
                self.lines(style, 1 + i64::try_from(breaks).unwrap_or(0))
            }
            BlockKind::Rule(_) | BlockKind::Table(_) => Length::ZERO,
        }
    }

    /// So many lines with the space around them.
    pub(super) fn lines(&self, style: &Style, count: i64) -> Length {
        let pitch = match style.line_spacing {
            LineSpacing::Multiple(n) => {
                let face = self.fonts.face(FaceStyle::of(style.bold, style.italic));
                face.line_height(style.size).scale(i64::from(n), 240)
            }
            LineSpacing::Exactly(pitch) => pitch,
        };
        style.space_before + pitch * count + style.frame * 2 + style.space_after
    }

    /// By how much pictures make lines higher, at most.
    fn raised(&self, paragraph: &Paragraph, style: &Style) -> Length {
        let ascent = self.fonts.face(FaceStyle::of(style.bold, style.italic)).baseline(style.size);
        let pictures = paragraph.inlines.iter().filter_map(|inline| match inline {
            Inline::InlinePicture(picture) => Some((picture.height - ascent).max(Length::ZERO)),
            _ => None,
        });
        pictures.fold(Length::ZERO, |sum, more| sum + more)
    }

    fn count_lines(&self, paragraph: &Paragraph, style: &Style, width: Length) -> i64 {
        let face = FaceStyle::of(style.bold, style.italic);
        let of = |text: &str| self.fonts.measure(text, face, style.size);
        let room =
            (width - style.indent_left - style.indent_right).max(Length::mm(1)).scale(100 - RAGGED, 100).to_emu();
        let lines = |text: Length| ((text.to_emu() + room - 1) / room).max(1);
        let (mut count, mut line) = (0, style.first_line_indent.max(Length::ZERO));
        if let Some(label) = &paragraph.label {
            line += of(&label.text);
        }
        let first = line;
        for inline in &paragraph.inlines {
            match inline {
                Inline::Run(run) => line += of(&run.text),
                Inline::LineBreak => count += lines(std::mem::take(&mut line)),
                Inline::PageOf(page) => line += of(&page.text()),
                Inline::InlinePicture(picture) => line += picture.width,
                Inline::Tab
                | Inline::PageNumber
                | Inline::BeginContents(_)
                | Inline::EndContents
                | Inline::Note(_)
                | Inline::NoteNumber(_)
                | Inline::Picture(_)
                | Inline::SignatureField(_) => {}
            }
        }
        // a line whose text all but fills it is one line: names were broken to fit
        let whole = width - style.indent_left - style.indent_right;
        if count == 0 && first < line && line <= whole { 1 } else { count + lines(line) }
    }
}
