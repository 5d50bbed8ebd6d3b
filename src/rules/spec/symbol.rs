//! Ký hiệu (ô số 3): as it is given, or the abbreviation of the organ that it is composed from.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::{Profile, Template};
use crate::rules::Context;
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let at = || Pointer::root().key("issuer").key("abbreviation");
    match (&spec.symbol, &spec.issuer.abbreviation) {
        (Some(symbol), _) => {
            check_given(spec, symbol.as_str(), context.profile, out);
            check_type(symbol.as_str(), spec, context.profile, out);
        }
        (None, Some(abbreviation)) => check_abbreviation(abbreviation.as_str(), context.profile, at(), out),
        (None, None) => out.push(
            Diagnostic::of(
                registry::NO_SYMBOL,
                at(),
                phrase!(
                    "không có chữ viết tắt tên cơ quan để ghép thành ký hiệu",
                    "there is no abbreviation of the organ to compose the symbol from"
                ),
            )
            .hint(phrase!(
                "thêm \"abbreviation\": \"STTTT\" vào \"issuer\", hoặc \"symbol\": \"BC-STTTT\"",
                "add \"abbreviation\": \"STTTT\" to \"issuer\", or \"symbol\": \"BC-STTTT\""
            )),
        ),
    }
}

/// A symbol as it is given.
fn check_given(spec: &Spec, symbol: &str, profile: &Profile, out: &mut Diagnostics) {
    let at = Pointer::root().key("symbol");
    // a line break is told of every text that stands on one line
    if symbol.contains('\n') {
        return;
    }
    let (number, lone) = split_number(symbol, spec.number);
    let (year, lone) = split_year(lone);
    let tight: String = lone.split_whitespace().collect();
    let write = phrase!("viết \"{tight}\"", "write \"{tight}\"");
    if let Some(year) = year {
        let number = number.map(str::to_owned).or_else(|| spec.number.map(|number| number.to_string()));
        let number = number.unwrap_or_else(|| "null".to_owned());
        out.push(
            Diagnostic::of(
                registry::NORMATIVE_SYMBOL,
                at,
                phrase!(
                    "ký hiệu \"{symbol}\" ghi năm {year}: đó là ký hiệu của văn bản quy phạm pháp luật, loại văn bản mà {title} không điều chỉnh và vanban chưa trình bày",
                    "the symbol \"{symbol}\" holds the year {year}: that is a legal normative document, which {title} does not govern and vanban does not lay out yet",
                    title = &profile.title
                ),
            )
            .hint(phrase!(
                "nếu là văn bản hành chính, không ghi năm: \"number\": {number}, \"symbol\": \"{tight}\"",
                "in an administrative document leave out the year: \"number\": {number}, \"symbol\": \"{tight}\""
            )),
        );
    } else if lone.len() != symbol.len() {
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
    } else if let Some(meant) = in_capitals(symbol, profile) {
        out.push(small_letters(symbol, &meant, at));
    }
}

/// The abbreviation of the organ, which the program puts behind that of the type.
fn check_abbreviation(abbreviation: &str, profile: &Profile, at: Pointer, out: &mut Diagnostics) {
    if abbreviation.contains('\n') {
        return;
    }
    if abbreviation.contains(char::is_whitespace) {
        let meant = initials(abbreviation);
        out.push(
            Diagnostic::of(
                registry::SYMBOL_SPACES,
                at,
                phrase!(
                    "chữ viết tắt \"{abbreviation}\" có khoảng trắng, nên ký hiệu ghép từ đó cũng có",
                    "the abbreviation \"{abbreviation}\" holds white space, and so does the symbol composed of it"
                ),
            )
            .hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")),
        );
    } else if let Some(meant) = in_capitals(abbreviation, profile) {
        out.push(small_letters(abbreviation, &meant, at));
    }
}

fn small_letters(symbol: &str, meant: &str, at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::SYMBOL_SMALL_LETTERS,
        at,
        phrase!("\"{symbol}\" có chữ viết tắt không viết hoa", "an abbreviation in \"{symbol}\" is not in capitals"),
    )
    .hint(phrase!("viết \"{meant}\"", "write \"{meant}\""))
}

/// The symbol with each abbreviation in capitals that is typed in small letters; `None` where none is.
///
/// `TTr`, `QyĐ`, `SNgV` have small letters of their own: what begins with two capitals, or has more than one, was typed with care.
fn in_capitals(symbol: &str, profile: &Profile) -> Option<String> {
    let is_type = |part: &str| profile.doc_types.values().any(|template| template.abbreviation == part);
    let parts = symbol.split_inclusive(['-', '/', '.', '&', '(', ')']).map(|piece| {
        let part = piece.trim_end_matches(['-', '/', '.', '&', '(', ')']);
        let capitals = part.chars().filter(|c| c.is_uppercase()).count();
        if part.contains(char::is_lowercase) && capitals < 2 && !is_type(part) {
            let typed_type = profile.doc_types.values().find(|t| t.abbreviation.to_lowercase() == part.to_lowercase());
            let meant = typed_type.map_or_else(|| part.to_uppercase(), |template| template.abbreviation.clone());
            format!("{meant}{}", &piece[part.len()..])
        } else {
            piece.to_owned()
        }
    });
    let meant: String = parts.collect();
    (meant != symbol).then_some(meant)
}

/// `Sở Nội vụ` → `SNV`, `S NV` → `SNV`.
fn initials(name: &str) -> String {
    let words = name.split_whitespace();
    if name.contains(char::is_lowercase) {
        words.filter_map(|word| word.chars().find(|c| c.is_alphabetic())).flat_map(char::to_uppercase).collect()
    } else {
        words.collect()
    }
}

/// The number and the slash in front of a symbol (`Số: 624/`), and the symbol.
fn split_number(symbol: &str, given: Option<u32>) -> (Option<&str>, &str) {
    let rest = symbol.strip_prefix("Số").map_or(symbol, |rest| rest.trim_start_matches([':', ' ']));
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &rest[..rest.len() - digits.len()];
    let Some(lone) = digits.trim_start().strip_prefix('/') else { return (None, rest) };
    // `2014/QĐ-UBND` of document 15: the year
    let is_the_year = is_year(number) && given.is_some_and(|given| given.to_string() != number);
    if is_the_year && !begins_with_year(lone) {
        return (None, rest);
    }
    (Some(number).filter(|number| !number.is_empty()), lone.trim_start())
}

/// The year and the slash in front of a symbol, and the symbol.
fn split_year(symbol: &str) -> (Option<&str>, &str) {
    match symbol.split_once('/') {
        Some((year, lone)) if is_year(year.trim()) => (Some(year.trim()), lone.trim_start()),
        _ => (None, symbol),
    }
}

fn begins_with_year(text: &str) -> bool {
    text.split_once('/').is_some_and(|(year, _)| is_year(year.trim()))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && matches!(digits.get(..2), Some("19" | "20"))
}

/// Finds a symbol that begins with the abbreviation of another type, of this type under another regulation, or of the one type
/// that has none.
fn check_type(symbol: &str, spec: &Spec, profile: &Profile, out: &mut Diagnostics) {
    let Some(own) = profile.doc_types.get(&spec.doc_type) else { return };
    let Some((first, rest)) = symbol.split_once('-') else { return };
    let typed = first.to_uppercase();
    let is_other = |template: &Template| template.abbreviation.to_uppercase() == typed;
    if is_other(own) || !(typed == OFFICIAL_LETTER || profile.doc_types.values().any(is_other)) {
        return;
    }
    let Template { title, abbreviation, .. } = own;
    let rest = rest.trim_start();
    let rest = in_capitals(rest, profile).unwrap_or_else(|| rest.to_owned());
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

/// Công văn, whose symbol has no abbreviation of a type; many write one all the same.
const OFFICIAL_LETTER: &str = "CV";
