//! Attached texts and appendices: whether the document speaks of them.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::{BodyOf, Spec};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    if spec.appendices.is_empty() || speaks_of(spec, "phụ lục") {
        return;
    }
    out.push(
        Diagnostic::of(
            registry::UNMENTIONED_APPENDIX,
            Pointer::root().key("appendices"),
            phrase!(
                "văn bản có phụ lục nhưng nội dung không nhắc đến phụ lục nào",
                "the document has appendices but its text speaks of none"
            ),
        )
        .hint(phrase!(
            "nêu phụ lục trong nội dung, ví dụ “(chi tiết tại Phụ lục kèm theo)”",
            "name the appendix in the text, e.g. “(chi tiết tại Phụ lục kèm theo)”"
        )),
    );
}

/// Whether the document, or a text attached to it, has a word.
fn speaks_of(spec: &Spec, word: &str) -> bool {
    let mut found = false;
    for body in spec.bodies().filter(|body| !matches!(body.of, BodyOf::Appendix(_))) {
        for block in body.blocks {
            block.each_text(&Pointer::root, &mut |text, _| found |= text.plain().to_lowercase().contains(word));
        }
    }
    found
}
