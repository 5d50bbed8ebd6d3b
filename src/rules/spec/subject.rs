//! Trích yếu (ô số 5).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::{Spec, after_word, titled_subject};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let subject = spec.subject.as_str();
    let at = || Pointer::root().key("subject");
    if subject.ends_with('.') && !subject.ends_with("...") {
        out.push(
            Diagnostic::of(
                registry::SUBJECT_STOP,
                at(),
                phrase!("trích yếu kết thúc bằng dấu chấm", "the subject ends with a full stop"),
            )
            .hint(phrase!("bỏ dấu chấm cuối", "delete the full stop")),
        );
    }
    if let Some(titled) = titled_subject(subject, spec.doc_type.title()) {
        let (title, meant) = (spec.doc_type.title(), titled.rest);
        out.push(
            Diagnostic::of(
                registry::SUBJECT_TYPE,
                at(),
                phrase!(
                    "trích yếu lặp lại tên loại “{title}”, đã in ở dòng trên",
                    "the subject repeats the type “{title}”, which is printed above it"
                ),
            )
            .hint(phrase!("viết \"{meant}\"", "write \"{meant}\""))
            .rests_on(Pointer::root().key("doc_type")),
        );
    } else if let Some(meant) = without_letter_form(subject) {
        out.push(
            Diagnostic::of(
                registry::LETTER_SUBJECT,
                at(),
                phrase!(
                    "“V/v” chỉ dùng cho công văn; văn bản có tên loại viết “Về việc”",
                    "“V/v” belongs to official letters; a document with a type says “Về việc”"
                ),
            )
            .hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")),
        );
    }
}

/// The subject with `Về việc` for `V/v` (and for `V/v về việc`).
fn without_letter_form(subject: &str) -> Option<String> {
    let rest = after_word(subject, "v/v")?;
    let rest = rest.trim_start_matches([':', ' ', '\n']);
    let rest = after_word(rest, "về việc").unwrap_or(rest).trim_start();
    (!rest.is_empty()).then(|| format!("Về việc {rest}"))
}
