//! Dates that the records system is told: whole and in order.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let Some(due) = spec.record.as_ref().and_then(|record| record.due_date) else { return };
    let at = Pointer::root().key("record").key("due_date");
    if due.month.is_none() || due.day.is_none() {
        out.push(open_due_date(at));
    } else if due.latest() < spec.issue_date.earliest() {
        out.push(due_before_issue(at));
    }
}

fn open_due_date(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::INCOMPLETE_DATE,
        at,
        phrase!("hạn trả lời thiếu ngày hoặc tháng", "the due date lacks its day or month"),
    )
    .hint(phrase!(
        "viết đủ như \"2026-03-15\", hoặc bỏ trường này",
        "write it whole like \"2026-03-15\", or leave it out"
    ))
}

fn due_before_issue(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::DUE_BEFORE_ISSUE,
        at,
        phrase!("hạn trả lời trước ngày ban hành", "an answer is due before the document is issued"),
    )
    .hint(phrase!("sửa hạn trả lời hoặc \"issue_date\"", "mend the due date or \"issue_date\""))
}
