//! Số, ký hiệu (ô số 3).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::{Profile, Template};
use crate::rules::Context;
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    check_number(spec, out);
    check_symbol(spec, out);
    check_abbreviation(spec, context.profile, out);
}

fn check_number(spec: &Spec, out: &mut Diagnostics) {
    if spec.number == Some(0) {
        out.push(
            Diagnostic::of(
                registry::NUMBER_ZERO,
                Pointer::root().key("number"),
                phrase!("số văn bản là 0, số bắt đầu từ 1", "the number is 0, numbers begin at 1"),
            )
            .hint(phrase!("bản dự thảo chưa có số thì viết null", "in a draft without a number write null")),
        );
    }
}

fn check_symbol(spec: &Spec, out: &mut Diagnostics) {
    let at = Pointer::root().key("symbol");
    let Some(symbol) = &spec.symbol else {
        if spec.issuer.abbreviation.is_none() {
            out.push(
                Diagnostic::of(
                    registry::NO_SYMBOL,
                    Pointer::root().key("issuer").key("abbreviation"),
                    phrase!(
                        "không có chữ viết tắt tên cơ quan để ghép thành ký hiệu",
                        "there is no abbreviation of the organ to compose the symbol from"
                    ),
                )
                .hint(phrase!(
                    "thêm \"abbreviation\": \"STTTT\" vào \"issuer\", hoặc \"symbol\": \"BC-STTTT\"",
                    "add \"abbreviation\": \"STTTT\" to \"issuer\", or \"symbol\": \"BC-STTTT\""
                )),
            );
        }
        return;
    };
    let symbol = symbol.as_str();
    let lone = without_number(symbol);
    let tight: String = lone.split_whitespace().collect();
    let write = phrase!("viết \"{tight}\"", "write \"{tight}\"");
    if lone.len() != symbol.len() {
        out.push(
            Diagnostic::of(
                registry::SYMBOL_WITH_NUMBER,
                at,
                phrase!(
                    "ký hiệu \"{symbol}\" gồm cả số; số ghi riêng ở \"number\"",
                    "the symbol \"{symbol}\" holds the number too, which belongs in \"number\""
                ),
            )
            .hint(write),
        );
    } else if tight.len() != lone.len() {
        out.push(
            Diagnostic::of(
                registry::SYMBOL_SPACES,
                at,
                phrase!("ký hiệu \"{symbol}\" có khoảng trắng", "the symbol \"{symbol}\" holds white space"),
            )
            .hint(write),
        );
    }
}

/// The symbol without `Số: 624/` before it.
fn without_number(symbol: &str) -> &str {
    let rest = symbol.strip_prefix("Số").map_or(symbol, |rest| rest.trim_start_matches([':', ' ']));
    let after_digits = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    match after_digits.strip_prefix('/') {
        Some(lone) => lone.trim_start(),
        None => rest,
    }
}

/// Finds a symbol that begins with the abbreviation of another type, or of this type under another regulation.
fn check_abbreviation(spec: &Spec, profile: &Profile, out: &mut Diagnostics) {
    let (Some(symbol), Some(own)) = (&spec.symbol, profile.doc_types.get(&spec.doc_type)) else { return };
    let Some((first, rest)) = symbol.as_str().split_once('-') else { return };
    let is_other = |template: &Template| template.abbreviation == first;
    if first == own.abbreviation || !profile.doc_types.values().any(is_other) {
        return;
    }
    let Template { title, abbreviation, .. } = own;
    out.push(
        Diagnostic::of(
            registry::OTHER_ABBREVIATION,
            Pointer::root().key("symbol"),
            phrase!(
                "ký hiệu bắt đầu bằng “{first}”, {small} viết tắt là “{abbreviation}”",
                "the symbol begins with “{first}”; the abbreviation of {title} is “{abbreviation}”",
                small = title.to_lowercase()
            ),
        )
        .hint(phrase!("đặt \"symbol\": \"{abbreviation}-{rest}\"", "set \"symbol\": \"{abbreviation}-{rest}\""))
        .rests_on(Pointer::root().key("doc_type"))
        .cite(&profile.doc_types_source),
    );
}
