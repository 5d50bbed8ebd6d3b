//! Stamps: a draft has no number yet.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let Some(marks) = &spec.marks else { return };
    let at = Pointer::root().key("marks");
    if let (Some(_), Some(number)) = (&marks.draft, spec.number) {
        out.push(
            Diagnostic::of(
                registry::NUMBERED_DRAFT,
                at.key("draft"),
                phrase!("dự thảo mà đã có số {number}", "a draft with the number {number}"),
            )
            .hint(phrase!("bỏ \"draft\", hoặc đặt \"number\": null", "delete \"draft\", or set \"number\": null")),
        );
    }
}
