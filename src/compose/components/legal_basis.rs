//! Căn cứ ban hành (ô số 6).

use crate::compose::inlines::{Case, end_with, rich};
use crate::compose::{Composer, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, Role};

/// The legal bases, each ended by the regulation's mark in place of what was typed.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let at = Pointer::root().key("legal_basis");
    let ends = &c.profile.words.legal_basis;
    let count = c.spec.legal_basis.len();
    for (i, basis) in c.spec.legal_basis.iter().enumerate() {
        let mut inlines = rich(basis, Case::AsGiven, c.shown);
        end_with(&mut inlines, if i + 1 == count { &ends.last_end } else { &ends.inner_end });
        out.push(paragraph(Role::LegalBasis, at.index(i), inlines));
    }
}
