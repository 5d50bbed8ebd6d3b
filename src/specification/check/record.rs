//! What the records system is told: dates that must be whole and in order. Lengths are judged where the record is composed.

use crate::diag::{Diagnostic, Diagnostics, Pointer, registry};

use super::super::reader_faults::p;
use super::super::types::Spec;
use super::{earliest, latest};

/// The clause of the record.
const CLAUSE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục VI";

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let Some(due) = spec.record.as_ref().and_then(|record| record.due_date) else { return };
    let at = Pointer::root().key("record").key("due_date");
    if due.month.is_none() || due.day.is_none() {
        out.push(open_due_date(at));
    } else if latest(due) < earliest(spec.issue_date) {
        out.push(due_before_issue(at));
    }
}

fn open_due_date(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::INCOMPLETE_DATE,
        at,
        p("hạn trả lời thiếu ngày hoặc tháng", "the due date lacks its day or month"),
    )
    .hint(p("viết đủ như \"2026-03-15\", hoặc bỏ trường này", "write it whole like \"2026-03-15\", or leave it out"))
    .cite(CLAUSE)
}

fn due_before_issue(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::DUE_BEFORE_ISSUE,
        at,
        p("hạn trả lời trước ngày ban hành", "an answer is due before the document is issued"),
    )
    .hint(p("sửa hạn trả lời hoặc \"issue_date\"", "mend the due date or \"issue_date\""))
    .cite(CLAUSE)
}
