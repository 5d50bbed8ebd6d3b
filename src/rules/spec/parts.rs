//! Attached texts and appendices: whether the document speaks of them, and who signs and receives a text that says so itself.

use super::{pictures, recipients, signatures};
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::{AttachedText, PartId, Spec};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    for (i, text) in spec.attachments.iter().enumerate() {
        check_issuer(text, &PartId::Attachment(i).pointer(), out);
        check_closing(text, spec.number.is_none(), context, &PartId::Attachment(i).pointer(), out);
    }
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

/// The header of an attached text has no number and no foot of an organ.
fn check_issuer(text: &AttachedText, at: &Pointer, out: &mut Diagnostics) {
    let Some(issuer) = &text.issuer else { return };
    let given = [("abbreviation", issuer.abbreviation.is_some()), ("contact", issuer.contact.is_some())];
    for (field, _) in given.into_iter().filter(|(_, is_given)| *is_given) {
        out.push(
            Diagnostic::of(
                registry::NOT_PRINTED,
                at.key("issuer").key(field),
                phrase!("văn bản kèm theo không in \"{field}\"", "an attached text does not print \"{field}\""),
            )
            .hint(phrase!("xóa \"{field}\"", "delete \"{field}\"")),
        );
    }
}

/// Who signs an attached text itself, and who receives it.
fn check_closing(text: &AttachedText, is_draft: bool, context: &Context<'_>, at: &Pointer, out: &mut Diagnostics) {
    for (i, signature) in text.signatures.iter().enumerate() {
        let at = at.key("signatures").index(i);
        signatures::check_one(signature, context, signature.party.is_some(), at.clone(), out);
        pictures::check_one(signature, is_draft, &at, out);
    }
    if let Some(given) = &text.recipients {
        recipients::check_as_above(given, &at.key("recipients"), out);
    }
}

/// Whether the document, or a text attached to it, has a word.
fn speaks_of(spec: &Spec, word: &str) -> bool {
    let mut found = false;
    for body in spec.bodies().filter(|body| !matches!(body.of, PartId::Appendix(_))) {
        for block in body.blocks {
            block.each_text(&Pointer::root, &mut |text, _| found |= text.plain().to_lowercase().contains(word));
        }
    }
    found
}
