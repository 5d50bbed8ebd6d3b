//! The approval at the head of a plan.

use super::{pictures, signatures};
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::{Approval, IssueDate, Spec};

/// Who approves has a title, and does so no earlier than there is something to approve.
pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let Some(approval) = &spec.approval else { return };
    let at = Pointer::root().key("approval");
    let signature = &approval.signature;
    signatures::check_one(signature, context, signature.party.is_some(), at.key("signature"), out);
    pictures::check_one(signature, spec.number.is_none(), &at.key("signature"), out);
    check_date(approval, spec.issue_date, &at, out);
}

fn check_date(approval: &Approval, issued: IssueDate, at: &Pointer, out: &mut Diagnostics) {
    let is_whole = |date: &IssueDate| date.day.is_some();
    if let Some(day) = approval.date.filter(|day| is_whole(day) && is_whole(&issued) && *day < issued) {
        out.push(
            Diagnostic::of(
                registry::APPROVAL_DATE,
                at.key("date"),
                phrase!(
                    "phê duyệt ngày {day}, trước ngày ban hành {issued}",
                    "approved on {day}, before the date of issue {issued}"
                ),
            )
            .hint(phrase!(
                "viết \"{issued}\" hoặc ngày sau đó, hoặc sửa \"issue_date\"",
                "write \"{issued}\" or a later day, or mend \"issue_date\""
            )),
        );
    }
}
