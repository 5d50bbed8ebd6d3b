//! The numbers of notes: one series through all parts, as word processors count them.

use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Document, Inline, Part};

/// Numbers the notes of the parts, and says of each where it comes from: from the block that has its mark.
pub(super) fn number(parts: &mut [Part]) {
    let mut last = 0;
    for section in Document::sections_of(parts) {
        in_blocks(&mut section.blocks, &mut last);
    }
    if let Some(first) = Document::sections_of(parts).next() {
        first.opens_notes = last > 0;
    }
}

fn in_blocks(blocks: &mut [Block], last: &mut u32) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(paragraph) => in_inlines(&mut paragraph.inlines, &block.at, last),
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| in_blocks(&mut cell.blocks, last));
            }
        }
    }
}

fn in_inlines(inlines: &mut [Inline], at: &Pointer, last: &mut u32) {
    for inline in inlines {
        let Inline::Note(note) = inline else { continue };
        *last = last.saturating_add(1);
        (note.number, note.block.at) = (*last, at.clone());
        if let BlockKind::Paragraph(text) = &mut note.block.kind
            && let Some(Inline::NoteNumber(number)) = text.inlines.first_mut()
        {
            *number = *last;
        }
    }
}
