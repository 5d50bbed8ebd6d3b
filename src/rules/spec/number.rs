//! Số (ô số 3).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    if spec.number == Some(0) {
        out.push(zero(Pointer::root().key("number")));
    }
}

pub(super) fn zero(at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::NUMBER_ZERO,
        at,
        phrase!("số văn bản là 0, số bắt đầu từ 1", "the number is 0, numbers begin at 1"),
    )
    .hint(phrase!("bản dự thảo chưa có số thì viết null", "in a draft without a number write null"))
}
