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
    for (text, name) in [(&marks.circulation, "circulation"), (&marks.draft, "draft")] {
        if text.as_ref().is_some_and(|text| text.as_str().trim().is_empty()) {
            out.push(
                Diagnostic::of(
                    registry::EMPTY_MARK,
                    at.key(name),
                    phrase!("dấu không có chữ", "a stamp without words"),
                )
                .hint(phrase!("xóa \"{name}\"", "delete \"{name}\"")),
            );
        }
    }
}
