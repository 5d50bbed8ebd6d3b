//! Ký hiệu (ô số 3): the given one, or the abbreviation of the organ that it is composed from. Every hint on one symbol gives the
//! same symbol, the one with all its slips mended, so that what is followed is not found again.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::profile::{Profile, Template};
use crate::rules::Context;
use crate::specification::{IssuingOrgan, Spec, Text};

/// What is written for an abbreviation of a type, and is none.
const OTHER_TYPES: [&str; 1] = ["CV"];

/// What symbols of legal normative documents begin with, behind the year.
const NORMATIVE: [&str; 9] = ["QĐ", "NQ", "NĐ", "TT", "TTLT", "NQLT", "CT", "QH", "UBTVQH"];

pub(super) fn check(spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    let template = context.profile.doc_types.get(&spec.doc_type);
    // a line break is told of every text that stands on one line
    if let Some(symbol) = spec.symbol.as_ref().map(Text::as_str) {
        if !symbol.contains('\n') {
            check_symbol(symbol, spec, context.profile, template, out);
        }
        return;
    }
    for organ in spec.organs() {
        match organ.abbreviation.map(Text::as_str) {
            Some(own) if own.contains('\n') => {}
            Some(own) => check_organ(own, organ.at.key("abbreviation"), context.profile, out),
            None if template.is_some_and(Template::is_unnumbered) => {}
            None => out.push(missing(&organ)),
        }
    }
}

fn missing(organ: &IssuingOrgan<'_>) -> Diagnostic {
    let finding = Diagnostic::of(
        registry::NO_SYMBOL,
        organ.at.key("abbreviation"),
        phrase!(
            "không có chữ viết tắt tên cơ quan để ghép thành ký hiệu",
            "there is no abbreviation of the organ to compose the symbol from"
        ),
    );
    if organ.at != Pointer::root().key("issuer") {
        return finding.hint(phrase!(
            "thêm \"abbreviation\": \"STTTT\" vào cơ quan này, hoặc ghi cả \"symbol\"",
            "add \"abbreviation\": \"STTTT\" to this organ, or write the whole \"symbol\""
        ));
    }
    finding.hint(phrase!(
        "thêm \"abbreviation\": \"STTTT\" vào \"issuer\", hoặc \"symbol\": \"BC-STTTT\"",
        "add \"abbreviation\": \"STTTT\" to \"issuer\", or \"symbol\": \"BC-STTTT\""
    ))
}

fn check_symbol(symbol: &str, spec: &Spec, profile: &Profile, template: Option<&Template>, out: &mut Diagnostics) {
    let at = Pointer::root().key("symbol");
    let number = spec.number;
    let parts = SymbolParts::of(symbol, number);
    let meant = mended(parts.lone, profile);
    // what begins with another type's abbreviation is told so, and what shall stand there with it
    let other = template.and_then(|own| OtherType::of(&meant, spec, own, profile));
    let meant = other.as_ref().map_or(meant, |other| other.meant.clone());
    if let Some(year) = parts.year.filter(|_| names_type(parts.lone, spec, profile, template)) {
        check_normative(symbol, &parts, year, spec, profile, out);
        return;
    }
    if let Some(year) = parts.year {
        let meant = format!("\"symbol\": \"{meant}\"{}", parts.and_number(number));
        out.push(with_year(symbol, parts.lone, year, &meant, profile));
        return;
    }
    let write = match parts.and_number(number) {
        and_number if and_number.is_empty() => phrase!("viết \"{meant}\"", "write \"{meant}\""),
        and_number => {
            phrase!("viết \"symbol\": \"{meant}\"{and_number}", "write \"symbol\": \"{meant}\"{and_number}")
        }
    };
    if parts.lone.len() != symbol.len() {
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
    } else if let Some(slip) = slip(symbol, at, profile) {
        out.push(slip.hint(write));
    }
    if let (Some(other), Some(own)) = (other, template) {
        out.push(other.finding(own, profile));
    }
}

/// Whether a symbol is of a legal normative document of the type that the specification has: `QĐ-UBND` of a decision, `NQLT-…` of a joint
/// resolution.
fn names_type(symbol: &str, spec: &Spec, profile: &Profile, template: Option<&Template>) -> bool {
    let own = template.and_then(|template| profile.type_name(template, spec).abbreviation);
    is_normative(symbol) && own.is_some_and(|own| symbol.strip_prefix(&own).is_some_and(|rest| rest.starts_with('-')))
}

/// The symbol of a legal normative decision or resolution, which holds the year: `15/2014/QĐ-UBND`.
fn check_normative(
    symbol: &str,
    parts: &SymbolParts<'_>,
    year: &str,
    spec: &Spec,
    profile: &Profile,
    out: &mut Diagnostics,
) {
    let at = Pointer::root().key("symbol");
    let meant = format!("{year}/{}", mended(parts.lone, profile));
    if parts.number.is_some() {
        let and_number = parts.and_number(spec.number);
        out.push(
            Diagnostic::of(
                registry::SYMBOL_WITH_NUMBER,
                at.clone(),
                phrase!(
                    "ký hiệu \"{symbol}\" gồm cả số; số ghi riêng ở \"number\"",
                    "the symbol \"{symbol}\" holds the number too, which belongs in \"number\""
                ),
            )
            .hint(phrase!("viết \"symbol\": \"{meant}\"{and_number}", "write \"symbol\": \"{meant}\"{and_number}")),
        );
    } else if let Some(slip) = slip(parts.lone, at.clone(), profile) {
        out.push(slip.hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")));
    }
    let issued = spec.issue_date.year;
    if year.parse() != Ok(issued) {
        let meant = format!("{issued}/{}", mended(parts.lone, profile));
        out.push(
            Diagnostic::of(
                registry::OTHER_YEAR,
                at,
                phrase!(
                    "ký hiệu ghi năm {year}, văn bản ban hành năm {issued}",
                    "the symbol holds the year {year}, the document is of {issued}"
                ),
            )
            .hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")),
        );
    }
}

/// The abbreviation of the organ, which the program puts behind that of the type.
fn check_organ(organ: &str, at: Pointer, profile: &Profile, out: &mut Diagnostics) {
    let words: Vec<&str> = organ.split_whitespace().collect();
    if words.len() > 1 && words.iter().any(|word| is_spelt_out(word)) {
        let meant = initials(&words);
        out.push(
            Diagnostic::of(
                registry::SYMBOL_SPACES,
                at,
                phrase!(
                    "\"{organ}\" không phải chữ viết tắt, sẽ in nguyên như vậy trong ký hiệu",
                    "\"{organ}\" is no abbreviation and would print as it is in the symbol"
                ),
            )
            .hint(phrase!(
                "ghi chữ viết tắt mà cơ quan quy định, ví dụ \"{meant}\"",
                "write the abbreviation that the organ uses, e.g. \"{meant}\""
            )),
        );
    } else if let Some(slip) = slip(organ, at, profile) {
        let meant = mended(organ, profile);
        out.push(slip.hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")));
    }
}

/// A word in small letters but for its first one, or a whole word of them: `Sở`, `vụ`.
fn is_spelt_out(word: &str) -> bool {
    word.chars().skip(1).any(char::is_lowercase)
}

/// `Sở Thông tin và Truyền thông` → `STTTT`, `UBND xã A` → `UBNDXA`.
fn initials(words: &[&str]) -> String {
    let said = words.iter().filter(|word| !matches!(word.to_lowercase().as_str(), "và" | "của" | "-" | "&"));
    let part = |word: &&str| -> String {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        if word.chars().all(|c| !c.is_lowercase()) {
            letters.collect()
        } else {
            letters.take(1).flat_map(char::to_uppercase).collect()
        }
    };
    said.map(part).collect()
}

/// A symbol taken apart: `Số: 15/2014/QĐ-UBND`.
struct SymbolParts<'a> {
    /// The number typed into it.
    number: Option<&'a str>,
    /// The year typed into it.
    year: Option<&'a str>,
    /// The symbol alone.
    lone: &'a str,
}

impl<'a> SymbolParts<'a> {
    fn of(symbol: &'a str, number: Option<u32>) -> Self {
        let mut lone = symbol.strip_prefix("Số").map_or(symbol, |rest| rest.trim_start_matches([':', ' ']));
        let mut figures = Vec::new();
        while let Some((figure, rest)) = figure(lone) {
            figures.push(figure);
            lone = rest;
        }
        let is_year = |figure: &str| figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
        let is_number = |figure: &str| figure.parse().ok() == number;
        match figures.as_slice() {
            [first, second, ..] if is_year(second) => Self { number: Some(first), year: Some(second), lone },
            [one] if is_year(one) && !is_number(one) && (number.is_some() || is_normative(lone)) => {
                Self { number: None, year: Some(one), lone }
            }
            figures => Self { number: figures.first().copied(), year: None, lone },
        }
    }

    /// The number as JSON, behind a comma, where none is given.
    fn and_number(&self, given: Option<u32>) -> String {
        let number = self.number.and_then(|number| number.parse::<u32>().ok()).filter(|_| given.is_none());
        number.map(|number| format!(", \"number\": {number}")).unwrap_or_default()
    }
}

/// Whether a symbol is of a type of legal normative documents.
fn is_normative(symbol: &str) -> bool {
    let end = symbol.find(|c: char| !c.is_alphabetic()).unwrap_or(symbol.len());
    symbol.get(..end).is_some_and(|first| NORMATIVE.contains(&first))
}

/// Figures and a slash at the beginning, and what follows.
fn figure(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let rest = text.get(end..)?.trim_start().strip_prefix('/')?.trim_start();
    (!rest.is_empty()).then_some((text.get(..end)?, rest))
}

/// A year in the symbol: a legal normative document's, which the decree does not govern, or one that does not belong there.
fn with_year(symbol: &str, lone: &str, year: &str, meant: &str, profile: &Profile) -> Diagnostic {
    let at = Pointer::root().key("symbol");
    if !is_normative(lone) {
        let message = phrase!(
            "ký hiệu \"{symbol}\" có năm {year}; ký hiệu của văn bản hành chính không ghi năm",
            "the symbol \"{symbol}\" holds the year {year}; symbols of administrative documents have no year"
        );
        return Diagnostic::of(registry::SYMBOL_WITH_NUMBER, at, message)
            .hint(phrase!("viết {meant}", "write {meant}"));
    }
    Diagnostic::of(
        registry::NORMATIVE_SYMBOL,
        at,
        phrase!(
            "ký hiệu \"{symbol}\" ghi năm {year}: đó là ký hiệu của văn bản quy phạm pháp luật, loại văn bản mà {title} không điều chỉnh; vanban chỉ trình bày quyết định và nghị quyết",
            "the symbol \"{symbol}\" holds the year {year}: that is a legal normative document, which {title} does not govern; vanban lays out decisions and resolutions alone",
            title = &profile.title
        ),
    )
    .hint(phrase!(
        "nếu là văn bản hành chính thì ký hiệu không ghi năm: {meant}",
        "if it is an administrative document, its symbol has no year: {meant}"
    ))
}

/// What is wrong with how a symbol is written; the meant one is told by the hint.
fn slip(symbol: &str, at: Pointer, profile: &Profile) -> Option<Diagnostic> {
    if symbol.contains(char::is_whitespace) {
        return Some(Diagnostic::of(
            registry::SYMBOL_SPACES,
            at,
            phrase!("ký hiệu \"{symbol}\" có khoảng trắng", "the symbol \"{symbol}\" holds white space"),
        ));
    }
    if let Some((start, dash)) = symbol.char_indices().find(|(_, c)| is_dash(*c)) {
        let finding = Diagnostic::of(
            registry::SYMBOL_HYPHEN,
            at,
            phrase!(
                "giữa các nhóm chữ viết tắt của ký hiệu là dấu gạch nối “-”, không phải “{dash}” (U+{code:04X})",
                "the abbreviations of a symbol are joined by a hyphen “-”, not by “{dash}” (U+{code:04X})",
                code = u32::from(dash)
            ),
        );
        return Some(finding.within(symbol, start..start + dash.len_utf8()));
    }
    (in_capitals(symbol, profile) != symbol).then(|| {
        Diagnostic::of(
            registry::SYMBOL_SMALL_LETTERS,
            at,
            phrase!(
                "\"{symbol}\" có chữ viết tắt không viết hoa",
                "an abbreviation in \"{symbol}\" is not in capitals"
            ),
        )
    })
}

/// What is typed for a hyphen.
const fn is_dash(c: char) -> bool {
    matches!(c, '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The symbol without white space, joined by hyphens, in capitals.
fn mended(symbol: &str, profile: &Profile) -> String {
    let tight = symbol.chars().filter(|c| !c.is_whitespace());
    in_capitals(&tight.map(|c| if is_dash(c) { '-' } else { c }).collect::<String>(), profile)
}

/// The symbol with each abbreviation in capitals that is typed in small letters.
///
/// `TTr`, `QyĐ`, `SNgV` have small letters of their own: what has two capitals was typed with care.
fn in_capitals(symbol: &str, profile: &Profile) -> String {
    const JOINTS: [char; 6] = ['-', '/', '.', '&', '(', ')'];
    let is_type =
        |part: &str| profile.doc_types.values().any(|template| template.abbreviation.as_deref() == Some(part));
    let mut meant = String::new();
    for piece in symbol.split_inclusive(JOINTS) {
        let part = piece.trim_end_matches(JOINTS);
        let capitals = part.chars().filter(|c| c.is_uppercase()).count();
        if !part.contains(char::is_lowercase) || capitals > 1 || is_type(part) {
            meant += piece;
            continue;
        }
        let mut types = profile.doc_types.values().filter_map(|template| template.abbreviation.as_deref());
        match types.find(|abbreviation| same(abbreviation, part)) {
            Some(abbreviation) => meant += abbreviation,
            None => meant += &part.to_uppercase(),
        }
        meant += piece.get(part.len()..).unwrap_or_default();
    }
    meant
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A symbol that does not begin with the abbreviation of its type: with another's, or with that of the organ. What else stands there
/// may be what the line ministry of a field has laid down for its papers.
struct OtherType {
    /// What it begins with.
    first: String,
    /// Whether that is the abbreviation of a type, or `CV`.
    is_type: bool,
    meant: String,
}

impl OtherType {
    fn of(symbol: &str, spec: &Spec, own: &Template, profile: &Profile) -> Option<Self> {
        let (first, rest) = symbol.split_once('-').unwrap_or((symbol, ""));
        let abbreviation = &profile.type_name(own, spec).abbreviation.unwrap_or_default();
        if same(first, abbreviation) || own.abbreviation.as_deref().is_some_and(|own| same(first, own)) {
            return None;
        }
        let mut types = profile.doc_types.values().filter_map(|other| other.abbreviation.as_deref()).chain(OTHER_TYPES);
        let is_type = !rest.is_empty() && types.any(|other| same(other, first));
        let organ = spec.issuer.abbreviation.as_ref().map_or("", |organ| organ.as_str());
        if own.abbreviation.is_none() {
            // an organ's own abbreviation may read like a type's
            let names_type = is_type && !same(first, organ) && (first == "CV" || rest.starts_with(organ));
            return names_type.then(|| Self { first: first.to_owned(), is_type, meant: rest.to_owned() });
        }
        // `BC/SNV`, `BC.SNV`
        let apart = symbol.strip_prefix(abbreviation.as_str()).filter(|rest| rest.starts_with(['/', '.', ',', ':']));
        let behind = if is_type {
            rest
        } else if let Some(apart) = apart {
            apart.trim_start_matches(['/', '.', ',', ':'])
        } else if symbol == organ || symbol.strip_prefix(organ).is_some_and(|rest| rest.starts_with('-')) {
            symbol
        } else {
            return None;
        };
        Some(Self { first: first.to_owned(), is_type, meant: format!("{abbreviation}-{behind}") })
    }

    fn finding(&self, own: &Template, profile: &Profile) -> Diagnostic {
        let Self { first, meant, .. } = self;
        let Template { title, abbreviation, in_english, .. } = own;
        let own_abbreviation = abbreviation.as_deref().unwrap_or_default();
        let message = if abbreviation.is_none() {
            phrase!(
                "ký hiệu bắt đầu bằng “{first}”, {small} không có chữ viết tắt tên loại trong ký hiệu",
                "the symbol begins with “{first}”; that of {in_english} does not name the type",
                small = title.to_lowercase()
            )
        } else if self.is_type {
            phrase!(
                "ký hiệu bắt đầu bằng “{first}”, {small} viết tắt là “{own_abbreviation}”",
                "the symbol begins with “{first}”; the abbreviation of {in_english} is “{own_abbreviation}”",
                small = title.to_lowercase()
            )
        } else {
            phrase!(
                "ký hiệu không bắt đầu bằng “{own_abbreviation}-”, chữ viết tắt của {small}",
                "the symbol does not begin with “{own_abbreviation}-”, the abbreviation of {in_english}",
                small = title.to_lowercase()
            )
        };
        let finding = Diagnostic::of(registry::OTHER_ABBREVIATION, Pointer::root().key("symbol"), message)
            .hint(phrase!("đặt \"symbol\": \"{meant}\"", "set \"symbol\": \"{meant}\""))
            .rests_on(Pointer::root().key("doc_type"))
            .cite(&profile.doc_types_source);
        if first != "CV" {
            return finding;
        }
        finding.hint(phrase!(
            "“CV” không phải chữ viết tắt tên loại: ký hiệu của công văn chỉ gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo",
            "“CV” is no type's abbreviation: symbols of official letters have those of organ and drafting unit alone"
        ))
    }
}
