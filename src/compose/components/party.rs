//! A party of a contract: its name, bold, and the lines that say more of it.

use super::fields::FieldLines;
use crate::compose::inlines::{self, Case, rich};
use crate::compose::paragraph;
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Inline, Role};
use crate::specification::PartyBlock;

/// The paragraphs of a party; they stand on one page as far as it has room.
pub(super) fn compose(lines: FieldLines<'_>, party: &PartyBlock, at: &Pointer, out: &mut Vec<Block>) {
    let start = out.len();
    let mut name = rich(&party.name, Case::AsGiven, lines.shown);
    if let Some(full_name) = &party.full_name {
        if !inlines::plain(&name).ends_with(':') {
            inlines::end_with(&mut name, ":");
        }
        name.push(Inline::text(" "));
        name.extend(rich(full_name, Case::AsGiven, lines.shown));
    }
    out.push(paragraph(Role::PartyName, at.clone(), name));
    for (i, line) in party.fields.iter().enumerate() {
        lines.lines(line.fields(), &at.key("fields").index(i), out);
    }
    let last = out.len() - 1;
    for (i, block) in out[start..].iter_mut().enumerate() {
        if let BlockKind::Paragraph(paragraph) = &mut block.kind {
            paragraph.keep_with_next = (start + i < last || i == 0).then_some(start + i < last);
        }
    }
}
