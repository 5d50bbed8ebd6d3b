//! Copies (bản sao; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II): what one on paper must say, what an electronic one has no place for, and when it can
//! have been made.

use super::{pictures, place, recipients, signatures};
use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};
use crate::rules::Context;
use crate::specification::{CopyCertificate, Spec, Text, signing_time};

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let Some(copy) = &spec.copy else { return };
    let at = Pointer::root().key("copy");
    match &copy.signed_at {
        Some(time) => check_electronic(copy, time, &at, out),
        None => check_paper(spec, copy, &at, out),
    }
    if copy.number == Some(0) {
        out.push(super::number::zero(at.key("number")));
    }
    if let Some(place) = &copy.issue_place {
        place::check_place(place, at.key("issue_place"), out);
    }
    if let Some(recipients) = &copy.recipients {
        recipients::check_as_above(recipients, &at.key("recipients"), out);
    }
    if let Some(signature) = &copy.signature {
        signatures::check_one(signature, context, false, at.key("signature"), out);
        pictures::check_one(signature, copy.number.is_none(), &at.key("signature"), out);
    }
    check_original(spec, copy, context, &at, out);
}

fn check_electronic(copy: &CopyCertificate, time: &Text, at: &Pointer, out: &mut Diagnostics) {
    if signing_time::read(time.as_str()).is_none() {
        out.push(unreadable_time(time, at.key("signed_at")));
    }
    let given = [
        ("number", copy.number.is_some()),
        ("symbol", copy.symbol.is_some()),
        ("issue_place", copy.issue_place.is_some()),
        ("issue_date", copy.issue_date.is_some()),
        ("recipients", copy.recipients.is_some()),
        ("signature", copy.signature.is_some()),
        ("own_page", copy.own_page == Some(true)),
    ];
    for (field, _) in given.into_iter().filter(|(_, is_given)| *is_given) {
        out.push(
            Diagnostic::of(
                registry::NOT_PRINTED,
                at.key(field),
                phrase!("bản sao điện tử không in \"{field}\"", "an electronic copy does not print \"{field}\""),
            )
            .hint(phrase!(
                "xóa \"{field}\"; hoặc bỏ \"signed_at\" nếu là bản sao giấy",
                "delete \"{field}\"; or leave out \"signed_at\" where the copy is on paper"
            )),
        );
    }
}

/// A time of signing that is none, with the one that is meant.
pub(super) fn unreadable_time(time: &Text, at: Pointer) -> Diagnostic {
    let hint = match signing_time::meant(time.as_str()) {
        Some(meant) => phrase!("viết \"{meant}\"", "write \"{meant}\""),
        None => phrase!(
            "viết theo mẫu \"2026-03-05T14:30:00+07:00\" (năm-tháng-ngày, giờ:phút:giây, múi giờ Việt Nam)",
            "write it like \"2026-03-05T14:30:00+07:00\" (year-month-day, hour:minute:second, time zone of Vietnam)"
        ),
    };
    Diagnostic::of(
        registry::SIGNING_TIME,
        at,
        phrase!("không đọc được thời gian ký “{time}”", "the time of signing “{time}” cannot be read"),
    )
    .hint(hint)
}

fn check_paper(spec: &Spec, copy: &CopyCertificate, at: &Pointer, out: &mut Diagnostics) {
    let mut missing = |field: &str, message: Phrase, cure: Phrase| {
        out.push(Diagnostic::of(registry::COPY_INCOMPLETE, at.key(field), message).hint(cure));
    };
    if copy.issue_date.is_none() {
        missing(
            "issue_date",
            phrase!("bản sao giấy không có thời gian sao", "a copy on paper without the date of copying"),
            phrase!(
                "thêm \"issue_date\": \"{day}\"; bản sao điện tử thì thêm \"signed_at\"",
                "add \"issue_date\": \"{day}\"; to an electronic copy \"signed_at\"",
                day = spec.issue_date
            ),
        );
    }
    if copy.signature.is_none() {
        missing(
            "signature",
            phrase!("bản sao giấy không có người ký", "a copy on paper that nobody signs"),
            phrase!(
                "thêm \"signature\": {{\"position\": \"CHÁNH VĂN PHÒNG\", \"signer\": null}}",
                "add \"signature\": {{\"position\": \"CHÁNH VĂN PHÒNG\", \"signer\": null}}"
            ),
        );
    }
    let issuer = copy.issuer.as_ref().unwrap_or(&spec.issuer);
    if copy.symbol.is_none() && issuer.abbreviation.is_none() {
        missing(
            "symbol",
            phrase!(
                "ký hiệu bản sao thiếu chữ viết tắt của cơ quan sao",
                "the symbol of the copy lacks the abbreviation of the organ that copies"
            ),
            phrase!("thêm \"symbol\": \"SY-SNV\"", "add \"symbol\": \"SY-SNV\""),
        );
    }
}

/// A copy is made of what has been issued.
fn check_original(spec: &Spec, copy: &CopyCertificate, context: &Context<'_>, at: &Pointer, out: &mut Diagnostics) {
    let signed = copy.signed_at.as_ref().and_then(|time| signing_time::read(time.as_str()));
    let day = copy.issue_date.map(|day| (day, "issue_date"));
    if let Some((day, field)) = day.or(signed.map(|time| (time.day, "signed_at")))
        && day.latest() < spec.issue_date.earliest()
    {
        out.push(
            Diagnostic::of(
                registry::COPY_BEFORE_ORIGINAL,
                at.key(field),
                phrase!("bản sao đề ngày trước ngày của văn bản", "the copy is dated before the document"),
            )
            .hint(phrase!("sửa ngày sao hoặc \"issue_date\"", "mend the date of copying or \"issue_date\""))
            .rests_on(Pointer::root().key("issue_date")),
        );
    }
    let has_number = context.profile.doc_types.get(&spec.doc_type).is_none_or(|template| !template.is_unnumbered());
    if spec.number.is_none() && has_number {
        out.push(
            Diagnostic::of(
                registry::COPY_OF_DRAFT,
                at.clone(),
                phrase!("văn bản được sao chưa có số", "the document that is copied has no number yet"),
            )
            .hint(phrase!("điền \"number\" của văn bản", "fill in the document's \"number\"")),
        );
    }
}
