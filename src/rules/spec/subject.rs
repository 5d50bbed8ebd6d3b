//! Trích yếu (ô số 5b).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let subject = spec.subject.as_str();
    if subject.ends_with('.') && !subject.ends_with("...") {
        out.push(
            Diagnostic::of(
                registry::SUBJECT_STOP,
                Pointer::root().key("subject"),
                phrase!("trích yếu kết thúc bằng dấu chấm", "the subject ends with a full stop"),
            )
            .hint(phrase!("bỏ dấu chấm cuối", "delete the full stop")),
        );
    }
}
