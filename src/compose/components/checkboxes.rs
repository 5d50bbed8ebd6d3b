//! Boxes to be ticked: behind their label, in columns, or one below the other. A box is a sign of the text, the same in both files.

use super::fields::FieldLines;
use crate::compose::inlines::{Case, rich};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, CheckState, Inline, Run, RunPart, TabAlignment, TabStop};
use crate::specification::{CheckboxBlock, CheckboxItem};
use crate::units::Length;

/// Between a text and the next box, at least.
const GAP: Length = Length::mm(6);

/// A box with its text.
struct SetBox {
    inlines: Vec<Inline>,
    /// What it needs on its line.
    width: Length,
}

/// The paragraphs of a block of boxes.
pub(super) fn compose(lines: FieldLines<'_>, block: &CheckboxBlock, at: &Pointer, out: &mut Vec<Block>) {
    let boxes: Vec<SetBox> = block.items.iter().map(|item| set(lines, item)).collect();
    if let Some(label) = &block.label {
        let inlines = super::fields::label(label, lines.shown);
        let width = lines.measure(&inlines);
        let needed = boxes.iter().fold(width, |sum, set| sum + GAP + set.width);
        if block.columns.is_none() && needed <= lines.room() {
            out.push(behind(lines, inlines, width, boxes, at));
            return;
        }
        let mut label = super::fields::block_of(inlines, Vec::new(), at);
        if let BlockKind::Paragraph(paragraph) = &mut label.kind {
            paragraph.keep_with_next = Some(true);
        }
        out.push(label);
    }
    in_columns(lines, usize::from(block.columns.unwrap_or(1)), boxes, at, out);
}

/// The box is one thing to a reader, who is told how it stands.
fn set(lines: FieldLines<'_>, item: &CheckboxItem) -> SetBox {
    let (text, state, says) = match item.checked {
        Some(true) => ("☒", CheckState::Checked, "đã chọn"),
        Some(false) => ("☐", CheckState::Unchecked, "không chọn"),
        None => ("☐", CheckState::Open, "ô để đánh dấu"),
    };
    let part = RunPart::Box(state);
    let sign = Run { text: text.to_owned(), bold: Some(false), italic: Some(false), part, ..Run::default() };
    let mut inlines = vec![Inline::Run(Run { expansion: Some(says), ..sign }), Inline::text(" ")];
    inlines.extend(rich(&item.text, Case::AsGiven, lines.shown));
    let width = lines.measure(&inlines);
    SetBox { inlines, width }
}

/// A label and its boxes on one line.
fn behind(lines: FieldLines<'_>, mut line: Vec<Inline>, label: Length, boxes: Vec<SetBox>, at: &Pointer) -> Block {
    let (mut tabs, mut end) = (Vec::new(), lines.style.first_line_indent + label);
    for set in boxes {
        end += GAP;
        tabs.push(stop(end));
        end += set.width;
        line.push(Inline::Tab);
        line.extend(set.inlines);
    }
    super::fields::block_of(line, tabs, at)
}

/// Rows of so many boxes as all have room, at most as many as asked for.
fn in_columns(lines: FieldLines<'_>, most: usize, boxes: Vec<SetBox>, at: &Pointer, out: &mut Vec<Block>) {
    let widest = boxes.iter().fold(Length::ZERO, |widest, set| widest.max(set.width)) + GAP;
    let width = |columns: usize| lines.room() / i64::try_from(columns).unwrap_or(1);
    let has_break = |set: &SetBox| set.inlines.iter().any(|inline| matches!(inline, Inline::LineBreak));
    // a line that is parted by hand has nothing beside it
    let most = if boxes.iter().any(has_break) { 1 } else { most.clamp(1, boxes.len().max(1)) };
    let columns = (1..=most).rev().find(|columns| widest <= width(*columns)).unwrap_or(1);
    let indent = lines.style.first_line_indent;
    let stop_at = |column: usize| stop(indent + width(columns) * i64::try_from(column).unwrap_or(0));
    let mut boxes = boxes.into_iter().peekable();
    while boxes.peek().is_some() {
        let (mut line, mut tabs) = (Vec::new(), Vec::new());
        for (column, set) in boxes.by_ref().take(columns).enumerate() {
            if column > 0 {
                line.push(Inline::Tab);
                tabs.push(stop_at(column));
            }
            line.extend(set.inlines);
        }
        out.push(super::fields::block_of(line, tabs, at));
    }
}

fn stop(position: Length) -> TabStop {
    TabStop { position: position.round_to_twip(), alignment: TabAlignment::Left, dots: false }
}
