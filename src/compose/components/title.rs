//! Tên loại, trích yếu and the line under them (ô số 5a).

use super::header;
use crate::compose::fit::{self, Type};
use crate::compose::{Composer, paragraph, rule};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Role};

/// The document type, the subject and the line under it.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    doc_type(c, out);
    let of_type = c.type_of(Role::Subject);
    let width = c.profile.composition.subject_width.default.of(c.text_width());
    let lines = of_type.balance(c.spec.subject.as_str(), width);
    let at = Pointer::root().key("subject");
    let under = line_under(c, &of_type, &lines, &at);
    out.push(paragraph(Role::Subject, at, fit::inlines(lines)));
    out.extend(c.spec.subject_note.as_ref().map(|note| subject_note(c, note.as_str())));
    out.push(under);
}

/// The line in parentheses under the subject.
fn subject_note(c: &Composer<'_>, given: &str) -> Block {
    let is_enclosed = given.starts_with('(') && given.ends_with(')');
    let text = if is_enclosed { given.to_owned() } else { format!("({given})") };
    let width = c.profile.composition.subject_width.default.of(c.text_width());
    let lines = c.type_of(Role::SubjectNote).balance(&text, width);
    paragraph(Role::SubjectNote, Pointer::root().key("subject_note"), fit::inlines(lines))
}

/// What the document is, in capitals, and the line under it.
pub(super) fn compose_subject_alone(c: &Composer<'_>, out: &mut Vec<Block>) {
    let (of_type, at) = (c.type_of(Role::DocType), Pointer::root().key("subject"));
    let width = c.profile.composition.subject_width.default.of(c.text_width());
    let lines = of_type.balance(&c.spec.subject.as_str().to_uppercase(), width);
    let under = line_under(c, &of_type, &lines, &at);
    out.push(paragraph(Role::DocType, at, fit::inlines(lines)));
    out.push(under);
}

/// The document type and the line under it.
pub(super) fn compose_type_alone(c: &Composer<'_>, out: &mut Vec<Block>) {
    doc_type(c, out);
    let lines = [c.type_name.title.to_uppercase()];
    out.push(line_under(c, &c.type_of(Role::DocType), &lines, &Pointer::root().key("doc_type")));
}

fn doc_type(c: &Composer<'_>, out: &mut Vec<Block>) {
    let title = c.type_name.title.to_uppercase();
    out.push(paragraph(Role::DocType, Pointer::root().key("doc_type"), fit::inlines(vec![title])));
}

/// The line under the lines of a title.
fn line_under(c: &Composer<'_>, of_type: &Type<'_>, lines: &[String], at: &Pointer) -> Block {
    let drawn = header::rule_width(of_type, lines, &c.profile.composition.rule_fraction).min(c.text_width());
    let mut under = rule(Role::SubjectRule, at.clone(), (c.text_width() - drawn) / 2, drawn, c.profile);
    if let BlockKind::Rule(line) = &mut under.kind {
        line.keep_with_next = true;
    }
    under
}
