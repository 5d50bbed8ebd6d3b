//! Trích yếu (ô số 5).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::Template;
use crate::rules::Context;
use crate::specification::{Spec, after_word, titled_subject, without_letter_words};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let is_letter = context.profile.doc_types.get(&spec.doc_type).is_some_and(Template::has_letter_header);
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
    } else if is_letter {
        let meant = without_letter_words(subject);
        if meant != subject {
            out.push(
                Diagnostic::of(
                    registry::OWN_DECORATION,
                    at(),
                    phrase!(
                        "“V/v” được chương trình tự thêm trước trích yếu công văn, phần ghi trong đặc tả đã bỏ",
                        "“V/v” is added in front of a letter's subject by the program, the one in the specification is dropped"
                    ),
                )
                .hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")),
            );
        }
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
