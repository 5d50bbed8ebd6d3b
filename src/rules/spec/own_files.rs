//! Attached texts and appendices with files of their own: how many files there are, what is told of their signatures, and numbers of
//! pages that stand in another file.

use std::collections::BTreeMap;

use super::copy;
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::{DocumentForm, MOST_FILES, PartId, Spec, Text, each_run, signing_time};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    if let Some(one_too_many) = spec.files().nth(MOST_FILES) {
        out.push(too_many(one_too_many));
    }
    let texts = spec.attachments.iter().enumerate();
    let texts = texts.map(|(i, text)| (PartId::Attachment(i), text.signed_at.as_ref()));
    let appendices = spec.appendices.iter().enumerate();
    let appendices = appendices.map(|(i, appendix)| (PartId::Appendix(i), appendix.signed_at.as_ref()));
    for (part, signed_at) in texts.chain(appendices) {
        if let Some(time) = signed_at {
            check_signing(spec, part, time, context, out);
        }
    }
    if spec.has_own_files() {
        check_page_numbers(spec, out);
    }
}

/// The line at the top of page 1: where it can be printed, and whether its time can be true.
fn check_signing(spec: &Spec, part: PartId, time: &Text, context: &Context<'_>, out: &mut Diagnostics) {
    let at = part.pointer().key("signed_at");
    if spec.file_of(part) != part {
        out.push(
            Diagnostic::of(
                registry::NOT_PRINTED,
                at.clone(),
                phrase!(
                    "\"signed_at\" chỉ in ở phụ lục, văn bản kèm theo có tệp riêng",
                    "\"signed_at\" is printed where an appendix or attached text has a file of its own"
                ),
            )
            .hint(phrase!(
                "xóa \"signed_at\", hoặc thêm \"own_file\": true",
                "delete \"signed_at\", or add \"own_file\": true"
            )),
        );
    } else if spec.form != Some(DocumentForm::Electronic) {
        out.push(
            Diagnostic::of(
                registry::NOT_PRINTED,
                at.clone(),
                phrase!("văn bản giấy không in \"signed_at\"", "a document on paper does not print \"signed_at\""),
            )
            .hint(phrase!(
                "xóa \"signed_at\", hoặc đặt \"form\": \"electronic\"",
                "delete \"signed_at\", or set \"form\": \"electronic\""
            )),
        );
    }
    let Some(signed) = signing_time::read(time.as_str()) else {
        return out.push(copy::unreadable_time(time, at));
    };
    let has_number = context.profile.doc_types.get(&spec.doc_type).is_none_or(|template| !template.is_unnumbered());
    if signed.day.latest() < spec.issue_date.earliest() {
        out.push(
            Diagnostic::of(
                registry::SIGNED_EARLY,
                at,
                phrase!("ký số trước ngày của văn bản", "signed before the date of the document"),
            )
            .hint(phrase!("sửa \"signed_at\" hoặc \"issue_date\"", "mend \"signed_at\" or \"issue_date\""))
            .rests_on(Pointer::root().key("issue_date")),
        );
    } else if spec.number.is_none() && has_number {
        out.push(
            Diagnostic::of(
                registry::SIGNED_EARLY,
                at,
                phrase!("ký số khi văn bản chưa có số", "signed while the document has no number"),
            )
            .hint(phrase!("điền \"number\" của văn bản", "fill in the document's \"number\"")),
        );
    }
}

/// The pages of each file count by themselves.
fn check_page_numbers(spec: &Spec, out: &mut Diagnostics) {
    let mut files = BTreeMap::new();
    for body in spec.bodies() {
        let names = body.blocks.iter().filter_map(|block| block.id());
        files.extend(names.map(|name| (name.as_str(), spec.file_of(body.of))));
    }
    each_run(spec, &mut |run, at| {
        let Some(name) = &run.page_of else { return };
        let at = at();
        let there = files.get(name.as_str()).copied();
        if there.is_some_and(|there| there != file_at(spec, &at)) {
            out.push(page_elsewhere(name, at.key("page_of")));
        }
    });
}

/// The file that shows what stands at a place of the specification.
fn file_at(spec: &Spec, at: &Pointer) -> PartId {
    let text = at.to_string();
    let ends = text.match_indices('/').nth(2).map_or(text.len(), |(end, _)| end);
    let part = text.get(..ends).and_then(PartId::from_pointer);
    spec.file_of(part.unwrap_or_default())
}

fn page_elsewhere(name: &Text, at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::PAGE_ELSEWHERE,
        at,
        phrase!(
            "\"{name}\" ở tệp khác, trang của tệp đó được đánh số riêng",
            "\"{name}\" stands in another file, whose pages count by themselves"
        ),
    )
    .hint(phrase!(
        "nêu tên chỗ đó (ví dụ “xem Phụ lục II”) thay cho số trang; hoặc bỏ \"own_file\"",
        "name the place (e.g. “xem Phụ lục II”) instead of its page; or leave \"own_file\" out"
    ))
}

fn too_many(part: PartId) -> Diagnostic {
    Diagnostic::of(
        registry::TOO_MANY_FILES,
        part.pointer().key("own_file"),
        phrase!("văn bản có nhiều hơn {MOST_FILES} tệp", "the document has more than {MOST_FILES} files"),
    )
    .hint(phrase!(
        "bỏ \"own_file\" ở bớt các phụ lục, văn bản kèm theo",
        "leave \"own_file\" out of some appendices and attached texts"
    ))
}
