//! Tên loại, trích yếu and the line under them (ô số 5a).

use super::header;
use crate::compose::{Composer, fit, paragraph, rule};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Role};

/// The document type, the subject and the line under it.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let title = c.template.title.to_uppercase();
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
