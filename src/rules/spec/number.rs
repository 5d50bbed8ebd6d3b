//! Số (ô số 3).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    if spec.number == Some(0) {
        out.push(zero(Pointer::root().key("number")));
    }
    let Some(suffix) = &spec.number_suffix else { return };
    let at = Pointer::root().key("number_suffix");
    let letters = suffix.as_str();
    if spec.number.is_none() {
        out.push(
            Diagnostic::of(
                registry::NUMBER_SUFFIX,
                at,
                phrase!("có chữ sau số mà chưa có số", "a letter behind a number that is not there"),
            )
            .hint(phrase!(
                "điền \"number\", hoặc xóa \"number_suffix\"",
                "fill in \"number\", or delete \"number_suffix\""
            )),
        );
    } else if letters.chars().count() > 2 || !letters.chars().all(|letter| letter.is_ascii_lowercase() || letter == 'đ')
    {
        out.push(
            Diagnostic::of(
                registry::NUMBER_SUFFIX,
                at,
                phrase!(
                    "chữ sau số là \"{letters}\", cần một hoặc hai chữ cái thường",
                    "the letter behind the number is \"{letters}\", expected one or two small letters"
                ),
            )
            .hint(phrase!("ví dụ \"a\", in ra 07a", "e.g. \"a\", which prints 07a")),
        );
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
