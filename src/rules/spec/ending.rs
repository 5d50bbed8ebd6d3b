//! What the text ends with: the dates of an adoption, the end mark where it closes nothing.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::{Adoption, AdoptionFacts, IssueDate, Spec};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    if let Some(Adoption::Facts(facts)) = &spec.adoption {
        check_dates(spec, facts, out);
    }
    let mark = &context.profile.words.end_mark.text;
    for (name, text) in spec.ending_texts() {
        let text = text.plain();
        // a sentence on the adoption may end with it
        let inner = if name == "adoption" { text.strip_suffix(mark.as_str()).unwrap_or(&text) } else { &text };
        if inner.contains(mark.as_str()) {
            out.push(
                Diagnostic::of(
                    registry::END_MARK,
                    Pointer::root().key(name),
                    phrase!(
                        "dấu {mark} đứng ngoài chỗ kết thúc văn bản",
                        "the end mark {mark} stands where the document does not end"
                    ),
                )
                .hint(phrase!(
                    "xóa đi; dấu {mark} cuối văn bản được thêm tự động",
                    "delete it; the one at the end is added by itself"
                )),
            );
        }
    }
}

/// A text applies from the day of its adoption at the earliest, and is issued no earlier. Dates with open parts say nothing.
fn check_dates(spec: &Spec, facts: &AdoptionFacts, out: &mut Diagnostics) {
    let at = Pointer::root().key("adoption");
    let adopted = facts.date;
    let is_whole = |date: IssueDate| date.day.is_some();
    if let Some(effective) = facts.effective_date.filter(|date| is_whole(*date) && is_whole(adopted) && *date < adopted)
    {
        out.push(
            Diagnostic::of(
                registry::ADOPTION_DATES,
                at.key("effective_date"),
                phrase!(
                    "ngày có hiệu lực {effective} trước ngày thông qua {adopted}",
                    "in force from {effective}, before the day of adoption {adopted}"
                ),
            )
            .hint(phrase!(
                "ghi ngày có hiệu lực từ {adopted} trở đi, hoặc xóa \"effective_date\"",
                "write a date from {adopted} on, or delete \"effective_date\""
            )),
        );
    }
    let issued = spec.issue_date;
    if is_whole(issued) && is_whole(adopted) && issued < adopted {
        out.push(
            Diagnostic::of(
                registry::ADOPTION_DATES,
                at.key("date"),
                phrase!(
                    "thông qua ngày {adopted}, sau ngày ban hành {issued}",
                    "adopted on {adopted}, after the date of issue {issued}"
                ),
            )
            .hint(phrase!("viết \"{issued}\", hoặc sửa \"issue_date\"", "write \"{issued}\", or mend \"issue_date\"")),
        );
    }
}
