//! Tên loại, trích yếu and the line under them (ô số 5a), and căn cứ ban hành (ô số 6).

use super::inlines::{Case, end_with, rich};
use super::{Composer, fit, header, paragraph, rule};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Role};

/// The document type, the subject and the line under it.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let title = c.doc_type.title.to_uppercase();
    out.push(paragraph(Role::DocType, Pointer::root().key("doc_type"), fit::inlines(vec![title])));
    let at = Pointer::root().key("subject");
    let of_type = c.type_of(Role::Subject);
    let values = &c.profile.composition;
    let lines = of_type.balance(c.spec.subject.as_str(), values.subject_width.default.of(c.text_width()));
    let drawn = header::rule_width(&of_type, &lines, &values.rule_fraction).min(c.text_width());
    out.push(paragraph(Role::Subject, at.clone(), fit::inlines(lines)));
    let mut under = rule(Role::SubjectRule, at, (c.text_width() - drawn) / 2, drawn, c.profile);
    if let BlockKind::Rule(line) = &mut under.kind {
        line.keep_with_next = true;
    }
    out.push(under);
}

/// The legal bases, each ended by the regulation's mark in place of what was typed.
pub(super) fn legal_basis(c: &Composer<'_>, out: &mut Vec<Block>) {
    let at = Pointer::root().key("legal_basis");
    let words = &c.profile.wording.legal_basis;
    let count = c.spec.legal_basis.len();
    for (i, basis) in c.spec.legal_basis.iter().enumerate() {
        let mut inlines = rich(basis, Case::AsGiven);
        end_with(&mut inlines, if i + 1 == count { &words.last_end } else { &words.inner_end });
        out.push(paragraph(Role::LegalBasis, at.index(i), inlines));
    }
}
