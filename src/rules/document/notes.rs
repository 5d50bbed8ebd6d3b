//! Where notes cannot stand. Where a row of a table and its note do not fit on a page together, word processors part ways, and
//! what stands in the margins has no foot of a page.

use crate::diag::{Diagnostic, Diagnostics, phrase, registry};
use crate::model::{Block, BlockKind, Document, Inline};

pub(super) fn check(document: &Document, out: &mut Diagnostics) {
    for section in document.sections() {
        for block in &section.blocks {
            if let BlockKind::Table(table) = &block.kind {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| tell_all(&cell.blocks, out));
            }
        }
        section.furniture.blocks().for_each(|block| tell_all(std::slice::from_ref(block), out));
    }
}

/// Tells each block that has a note.
fn tell_all(blocks: &[Block], out: &mut Diagnostics) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                if text.inlines.iter().any(|inline| matches!(inline, Inline::Note(_))) {
                    out.push(finding(block));
                }
            }
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| tell_all(&cell.blocks, out));
            }
        }
    }
}

fn finding(block: &Block) -> Diagnostic {
    Diagnostic::of(
        registry::NOTE_PLACE,
        &block.at,
        phrase!(
            "chú thích cuối trang không đặt được trong bảng và ở lề trang",
            "a note cannot stand in a table or in a margin"
        ),
    )
    .hint(phrase!(
        "ghi chú thích ở dòng dưới bảng, hoặc ở câu dẫn vào bảng",
        "write it into a line under the table, or give it to the sentence that leads to the table"
    ))
}
