//! The name of the document type typed into the subject: the composer prints it above.

use crate::diag::{Diagnostic, Diagnostics, Pointer, Topic, phrase, registry};

use super::super::own_title::titled_subject;
use super::super::types::Spec;

/// Takes the name off where it is surely no part of the subject.
pub(super) fn take_off(spec: &mut Spec, out: &mut Diagnostics) {
    let Some(titled) = titled_subject(spec.subject.as_str(), spec.doc_type.title()).filter(|titled| titled.is_sure)
    else {
        return;
    };
    let (title, rest) = (spec.doc_type.title(), titled.rest);
    out.push(
        Diagnostic::of(
            registry::OWN_DECORATION,
            Pointer::root().key("subject"),
            phrase!(
                "tên loại “{title}” được chương trình tự thêm trên trích yếu, phần ghi trong đặc tả đã bỏ",
                "the type “{title}” is added above the subject by the program, the one in the specification is dropped"
            ),
        )
        .hint(phrase!("viết \"{rest}\"", "write \"{rest}\""))
        .about(Topic::Subject)
        .rests_on(Pointer::root().key("doc_type")),
    );
    spec.subject.keep(&rest);
}
