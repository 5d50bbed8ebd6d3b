//! Kính gửi, nơi nhận (ô số 9).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::{Addressees, Presence};
use crate::rules::Context;
use crate::specification::{Recipients, Spec, Text};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    if let Some(template) = context.profile.doc_types.get(&spec.doc_type)
        && template.addressees == Addressees::Required
        && spec.addressees.is_empty()
    {
        out.push(
            Diagnostic::of(
                registry::NO_ADDRESSEES,
                Pointer::root().key("addressees"),
                phrase!(
                    "{title} không có Kính gửi",
                    "{in_english} without addressees",
                    title = template.title.to_lowercase(),
                    in_english = &template.in_english
                ),
            )
            .hint(phrase!("thêm \"addressees\": [\"…\"]", "add \"addressees\": [\"…\"]"))
            .rests_on(Pointer::root().key("doc_type")),
        );
    }
    check_unusual(spec, context, out);
    match &spec.recipients {
        Some(recipients) => {
            check_recipients(recipients, out);
            if spec.addressees.is_empty() {
                check_as_above(recipients, &Pointer::root().key("recipients"), out);
            }
        }
        None if context.profile.doc_types.get(&spec.doc_type).is_some_and(|t| t.recipients == Presence::Allowed) => {}
        None => out.push(
            Diagnostic::of(
                registry::NO_RECIPIENTS,
                Pointer::root().key("recipients"),
                phrase!("văn bản không có Nơi nhận", "the document names no recipients"),
            )
            .hint(phrase!(
                "thêm \"recipients\": {{\"items\": [\"…\"]}}; chỉ lưu thì viết \"recipients\": {{}}",
                "add \"recipients\": {{\"items\": [\"…\"]}}; to file it only write \"recipients\": {{}}"
            )),
        ),
    }
}

/// Kính gửi in a document that is addressed to nobody: its receivers are its recipients.
fn check_unusual(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let Some(template) = context.profile.doc_types.get(&spec.doc_type) else { return };
    if spec.addressees.is_empty() || template.addressees != Addressees::Unusual {
        return;
    }
    let is_above = spec.recipients.iter().flat_map(|recipients| &recipients.items).any(says_as_above);
    let hint = if is_above {
        phrase!(
            "bỏ \"addressees\"; các nơi đó ghi ở \"recipients\" thay cho “Như trên”",
            "leave out \"addressees\"; these receivers go to \"recipients\" instead of “Như trên”"
        )
    } else {
        phrase!(
            "bỏ \"addressees\"; các nơi đó ghi ở \"recipients\"",
            "leave out \"addressees\"; these receivers go to \"recipients\""
        )
    };
    out.push(
        Diagnostic::of(
            registry::UNUSUAL_ADDRESSEES,
            Pointer::root().key("addressees"),
            phrase!(
                "{title} không có Kính gửi; Kính gửi chỉ dùng cho công văn, tờ trình và báo cáo gửi cấp trên",
                "{in_english} has no addressees (Kính gửi): only official letters, proposals and reports to a superior have",
                title = template.title.to_lowercase(),
                in_english = &template.in_english
            ),
        )
        .hint(hint)
        .rests_on(Pointer::root().key("doc_type")),
    );
}

/// `Như trên` where nothing stands above.
pub(super) fn check_as_above(recipients: &Recipients, at: &Pointer, out: &mut Diagnostics) {
    let (place, hint) = match recipients.items.iter().position(says_as_above) {
        Some(i) => (
            at.key("items").index(i),
            phrase!("ghi tên nơi nhận thay cho “Như trên”", "name the receivers instead of “Như trên”"),
        ),
        None if recipients.as_above == Some(true) => {
            (at.key("as_above"), phrase!("bỏ \"as_above\"", "leave out \"as_above\""))
        }
        None => return,
    };
    out.push(
        Diagnostic::of(
            registry::AS_ABOVE_OF_NOTHING,
            place,
            phrase!(
                "“Như trên” mà văn bản không có Kính gửi",
                "“Như trên” (as above) but the document names no addressees"
            ),
        )
        .hint(hint),
    );
}

/// `Như trên`, `Như trên (để báo cáo)`.
fn says_as_above(item: &Text) -> bool {
    let item = item.as_str().to_lowercase();
    item.strip_prefix("như trên").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn check_recipients(recipients: &Recipients, out: &mut Diagnostics) {
    let at = |i| Pointer::root().key("recipients").key("items").index(i);
    for (i, item) in recipients.items.iter().enumerate() {
        let text = item.as_str();
        if recipients.as_above == Some(true) && text.starts_with("Như") {
            out.push(
                Diagnostic::of(
                    registry::AS_ABOVE_TWICE,
                    at(i),
                    phrase!(
                        "“{text}” và \"as_above\": true sẽ in hai dòng “Như …”",
                        "“{text}” and \"as_above\": true would print two such lines"
                    ),
                )
                .hint(phrase!("xóa một trong hai", "delete one of them")),
            );
        }
    }
}
