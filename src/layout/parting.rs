//! Where pages end inside a paragraph whose last lines keep with the next block, or under it, and inside rows of tables.

use super::collect::Piece;
use super::distribute::PageCut;
use super::split_row::{CellLine, RowPart, SplitRow};
use super::typeset::{LineText, Typesetter};
use crate::model::{
    Alignment, Block, BlockKind, CellTurn, Label, Paragraph, PartedLine, Parting, PartingKind, RowTurn, StyleSheet,
};
use crate::pages::{ItemKind, LineEnd, TextRun};
use crate::units::Length;

/// How much a line that is spaced by hand ends short of the edge at least: engines round the widths of words.
const SAFETY: Length = Length::twip(40);

/// Collects the partings of a section, page by page.
#[derive(Debug)]
pub(super) struct Partings<'a> {
    index: usize,
    blocks: &'a [Block],
    pieces: &'a [Piece],
    rows: &'a [SplitRow],
    /// One a paragraph: that of its last page end.
    pub(super) found: Vec<Parting>,
}

impl<'a> Partings<'a> {
    pub(super) fn new(index: usize, blocks: &'a [Block], pieces: &'a [Piece], rows: &'a [SplitRow]) -> Self {
        Self { index, blocks, pieces, rows, found: Vec::new() }
    }

    /// Notes that a page begins with a block, for a note that belongs to it had no room on the page before.
    pub(super) fn moved(&mut self, block: usize) {
        self.found.push(Parting { section: self.index, block, kind: PartingKind::Moved });
    }

    /// Notes how a page ends.
    pub(super) fn note(&mut self, cut: &PageCut, setter: &Typesetter<'_>) {
        if let Some((piece, part)) = cut.unfinished_row() {
            self.note_row(&self.pieces[piece], part);
            return;
        }
        let end = cut.pieces.end;
        let (Some(above), Some(below)) = (end.checked_sub(1).and_then(|i| self.pieces.get(i)), self.pieces.get(end))
        else {
            return;
        };
        let block = above.block;
        let Some(paragraph) = parting_paragraph(&self.blocks[block], setter.styles) else { return };
        let forced = below.block == block && end < self.unforced_end(cut.full, block);
        let kind = if forced {
            let Some(line) = self.parted_line(end, paragraph, setter) else { return };
            PartingKind::Forced(line)
        } else {
            PartingKind::Unforced
        };
        self.found.pop_if(|last| last.block == block);
        self.found.push(Parting { section: self.index, block, kind });
    }

    /// Notes that a page ends inside a row.
    fn note_row(&mut self, piece: &Piece, part: &RowPart) {
        let Some(row) = piece.split.and_then(|index| self.rows.get(index)) else { return };
        let cells = row.cells.iter().zip(&part.cells).map(|(lines, taken)| cell_turn(lines, taken.end)).collect();
        let turn = RowTurn { row: row.row, cells };
        match self.found.last_mut() {
            Some(Parting { block, kind: PartingKind::Rows(turns), .. }) if *block == piece.block => turns.push(turn),
            _ => {
                let kind = PartingKind::Rows(vec![turn]);
                self.found.push(Parting { section: self.index, block: piece.block, kind });
            }
        }
    }

    /// Where a page that has room up to `full` would end if the block kept with nothing: not before its last line.
    fn unforced_end(&self, full: usize, block: usize) -> usize {
        let in_block = |piece: usize| self.pieces.get(piece).is_some_and(|piece| piece.block == block);
        if in_block(full) && !in_block(full + 1) { full - 1 } else { full }
    }

    /// The line above a page end; `None` where it ends inside a word, or it or the next holds no text.
    fn parted_line(&self, end: usize, paragraph: &Paragraph, setter: &Typesetter<'_>) -> Option<PartedLine> {
        let block = self.pieces[end].block;
        let first = self.pieces[..end].iter().rposition(|piece| piece.block != block).map_or(0, |i| i + 1);
        let runs = |piece: usize| text_runs(&self.pieces[piece], setter);
        let label = paragraph.label.as_ref().map_or(0, Label::printed_length);
        let start = runs(first).next()?.text.0 as usize + label;
        let in_runs = |at: u32| (at as usize).checked_sub(start);
        let last = runs(end - 1).last().filter(|run| run.ends_line != LineEnd::Hard)?;
        let (text_start, text_end) = (runs(end - 1).next()?.text.0, last.text.1);
        let style = setter.styles.get(self.blocks[block].style);
        let space_extra = match style.alignment {
            Alignment::Justify => space_extra(runs(end - 1), setter),
            Alignment::Left | Alignment::Center | Alignment::Right => Length::ZERO,
        };
        Some(PartedLine {
            text: in_runs(text_start)?..in_runs(text_end)?,
            next: in_runs(runs(end).next()?.text.0)?,
            space_extra,
        })
    }
}

/// Where a cell goes on that a page ends in above a line.
fn cell_turn(lines: &[CellLine], end: usize) -> CellTurn {
    let above = end.checked_sub(1).and_then(|above| lines.get(above));
    let Some(next) = lines.get(end) else {
        return CellTurn { block: above.map_or(0, |last| last.block + 1), line: None };
    };
    let line = above.filter(|above| above.block == next.block).map(|above| above.text);
    let line =
        line.map(|LineText { start, end, next }| PartedLine { text: start..end, next, space_extra: Length::ZERO });
    CellTurn { block: next.block, line }
}

/// The paragraph of a block that keeps with the next although its lines may part.
fn parting_paragraph<'a>(block: &'a Block, styles: &StyleSheet) -> Option<&'a Paragraph> {
    match &block.kind {
        BlockKind::Paragraph(paragraph) if paragraph.keeping(styles.get(block.style)).may_part() => Some(paragraph),
        BlockKind::Paragraph(_) | BlockKind::Rule(_) | BlockKind::Table(_) => None,
    }
}

fn text_runs<'a>(piece: &Piece, setter: &'a Typesetter<'_>) -> impl Iterator<Item = &'a TextRun> {
    setter.items[piece.items.clone()].iter().filter_map(|item| match &item.kind {
        ItemKind::Text(run) => Some(run),
        ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
    })
}

/// What all spaces of a justified line may get, in whole twips, so that it ends [`SAFETY`] short of the edge or more.
fn space_extra<'a>(runs: impl Iterator<Item = &'a TextRun>, setter: &Typesetter<'_>) -> Length {
    let (mut total, mut spaces) = (Length::ZERO, 0);
    for run in runs {
        let text = &setter.text[run.text.0 as usize..run.text.1 as usize];
        let count = i64::try_from(text.bytes().filter(|byte| *byte == b' ').count()).unwrap_or(0);
        // the line is written without letter-spacing: it ends its paragraph, and words between widened spaces are portions of
        // their own, whose ends some word processors do not narrow
        let letters = i64::try_from(text.chars().count()).unwrap_or(0);
        total += run.space_extra * count + run.letter_spacing * letters;
        spaces += count;
    }
    if spaces == 0 || total < SAFETY {
        return Length::ZERO;
    }
    Length::twip((total - SAFETY).to_emu().div_euclid(Length::twip(1).to_emu() * spaces))
}
