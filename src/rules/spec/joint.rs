//! Documents of several organs (văn bản liên tịch): each of them once, and each of them signs.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    if spec.co_issuers.is_empty() {
        if spec.joint_form.is_some() {
            out.push(alone());
        }
        return;
    }
    let mut names: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for organ in spec.organs() {
        let name = organ.one_line();
        if !known.insert(name.to_lowercase()) {
            out.push(
                Diagnostic::of(
                    registry::JOINT_ORGANS,
                    organ.at.key("name"),
                    phrase!("“{name}” được ghi hai lần", "“{name}” is named twice"),
                )
                .hint(phrase!("mỗi cơ quan ban hành ghi một lần", "name each organ once")),
            );
        }
        names.push(name);
    }
    let template = context.profile.doc_types.get(&spec.doc_type);
    // of minutes the secretary and the chair sign, whichever organs they come from
    let organs_sign = template.is_some_and(|template| template.signature_titles.is_empty());
    let (organs, signers) = (names.len(), spec.signatures.len());
    if organs_sign && signers > 0 && signers < organs {
        // who does not say for whom he signs signs for the organ of his place
        let organ_of = |index: usize| spec.organ_of_signer(index).or_else(|| names.get(index).cloned());
        let signed: BTreeSet<String> = (0..signers).filter_map(organ_of).map(|name| name.to_lowercase()).collect();
        let lacking = names.iter().find(|name| !signed.contains(&name.to_lowercase()));
        let lacking = lacking.or(names.last()).map_or("", String::as_str);
        out.push(
            Diagnostic::of(
                registry::JOINT_SIGNATURES,
                Pointer::root().key("signatures"),
                phrase!(
                    "văn bản của {organs} cơ quan mà chỉ có {signers} người ký",
                    "a document of {organs} organs with {signers} signers"
                ),
            )
            .hint(phrase!(
                "thêm {{\"organ\": \"{lacking}\", \"position\": \"GIÁM ĐỐC\", \"signer\": null}}",
                "add {{\"organ\": \"{lacking}\", \"position\": \"GIÁM ĐỐC\", \"signer\": null}}"
            ))
            .rests_on(Pointer::root().key("co_issuers")),
        );
    }
}

/// Joint, with nobody.
fn alone() -> Diagnostic {
    Diagnostic::of(
        registry::JOINT_ORGANS,
        Pointer::root().key("joint_form"),
        phrase!(
            "có hình thức liên tịch mà chỉ có một cơ quan ban hành",
            "a joint form, but one organ issues the document"
        ),
    )
    .hint(phrase!(
        "thêm \"co_issuers\": [{{\"name\": \"Sở Tài chính\", \"abbreviation\": \"STC\"}}], hoặc xóa \"joint_form\"",
        "add \"co_issuers\": [{{\"name\": \"Sở Tài chính\", \"abbreviation\": \"STC\"}}], or delete \"joint_form\""
    ))
}
