//! Kính gửi, nơi nhận (ô số 9).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::Need;
use crate::rules::Context;
use crate::specification::{Recipients, Spec, is_archive};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    if let Some(template) = context.profile.doc_types.get(&spec.doc_type)
        && template.needs.contains(&Need::Addressees)
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
    match &spec.recipients {
        Some(recipients) => check_recipients(recipients, out),
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

fn check_recipients(recipients: &Recipients, out: &mut Diagnostics) {
    let at = |i| Pointer::root().key("recipients").key("items").index(i);
    for (i, item) in recipients.items.iter().enumerate() {
        if is_archive(item.as_str()) {
            out.push(
                Diagnostic::of(
                    registry::OWN_ARCHIVE,
                    at(i),
                    phrase!(
                        "dòng “Lưu” được chương trình tự thêm, ghi ở đây sẽ in hai lần",
                        "the “Lưu” line is added by the program and would be printed twice"
                    ),
                )
                .hint(phrase!(
                    "xóa phần tử này; đơn vị soạn thảo ghi ở \"archive\": {{\"units\": [\"…\"]}}",
                    "delete this item; the drafting unit goes to \"archive\": {{\"units\": [\"…\"]}}"
                )),
            );
            continue;
        }
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
