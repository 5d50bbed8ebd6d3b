//! Room for another organ to confirm what the document grants (Mẫu 1.10): its words, its signature and seal, below the recipients.

use crate::compose::{Composer, fit, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Cell, Role, Row, Table};

/// The block in the left half of the text; nothing where the specification does without.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    if c.spec.confirmation == Some(false) {
        return;
    }
    let at = Pointer::root().key_where("confirmation", c.spec.confirmation.is_some());
    let left = (c.text_width() / 2).round_to_twip();
    let of_type = c.type_of(Role::Confirmation);
    let lines = of_type.balance(&c.profile.words.confirmation.text, left - of_type.slack());
    let blocks = vec![
        paragraph(Role::Confirmation, at.clone(), fit::inlines(lines)),
        paragraph(Role::SignatureRoom, at.clone(), Vec::new()),
    ];
    let row = Row { cells: vec![Cell::of(blocks), Cell::default()], keep_together: true, ..Row::default() };
    let table = Table { columns: vec![left, c.text_width() - left], rows: vec![row], ..Table::default() };
    out.push(Block::new(Role::ClosingBlock, BlockKind::Table(table), at));
}
