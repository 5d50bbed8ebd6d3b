//! Links to places that stand in another file of the document: their words stay, and lead nowhere. A page of another file has no number
//! here: what asks for one is told where the specification is judged.

use std::collections::BTreeSet;

use crate::model::{Block, BlockKind, Document, Inline, Link, Part};

/// Takes off what leads to no paragraph of the parts.
pub(super) fn unlink(parts: &mut [Part]) {
    let mut here = BTreeSet::new();
    for section in Document::sections_of(parts) {
        names(&section.blocks, &mut here);
    }
    for section in Document::sections_of(parts) {
        in_blocks(&mut section.blocks, &here);
    }
}

fn names(blocks: &[Block], here: &mut BTreeSet<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => here.extend(paragraph.destination.clone()),
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| names(&cell.blocks, here));
            }
        }
    }
}

fn in_blocks(blocks: &mut [Block], here: &BTreeSet<String>) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(paragraph) => in_inlines(&mut paragraph.inlines, here),
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| in_blocks(&mut cell.blocks, here));
            }
        }
    }
}

fn in_inlines(inlines: &mut Vec<Inline>, here: &BTreeSet<String>) {
    inlines.retain(|inline| !matches!(inline, Inline::PageOf(page) if !here.contains(&page.destination)));
    for inline in inlines {
        match inline {
            Inline::Run(run) => {
                run.link.take_if(|link| matches!(link, Link::Destination(name) if !here.contains(name)));
            }
            Inline::Note(note) => in_blocks(std::slice::from_mut(&mut note.block), here),
            _ => {}
        }
    }
}
