//! Họ và tên người ký (ô số 7b): the name alone, in small letters with capital initials.

use super::left_marks::is_starter;
use crate::diag::{Diagnostic, Diagnostics, FindingKind, Phrase, Pointer, phrase, registry};

pub(super) fn check(name: &str, at: Pointer, out: &mut Diagnostics) {
    // told as still to be filled in
    if is_starter(name) {
        return;
    }
    let meant = mended(name);
    let bare = without_words(name);
    let (kind, message): (FindingKind, Phrase) = if bare.is_empty() || bare.len() != name.len() {
        let message = phrase!(
            "\"{name}\": ở đây chỉ ghi họ và tên người ký, không ghi gì thêm",
            "\"{name}\": here stands the signer's name and nothing else"
        );
        (registry::SIGNER_FORM, message)
    } else if without_degree(name).is_some() {
        let message = phrase!(
            "trước họ và tên người ký không ghi học hàm, học vị, danh hiệu",
            "no degree or honour stands before the signer's name"
        );
        (registry::SIGNER_DEGREE, message)
    } else if is_in_capitals(name) {
        let message = phrase!(
            "họ và tên người ký viết bằng chữ in thường, đậm",
            "the signer's name is written in small letters, bold"
        );
        (registry::SIGNER_CAPITALS, message)
    } else if has_small_initial(name) {
        let message = phrase!(
            "họ và tên người ký phải viết hoa chữ cái đầu của từng âm tiết",
            "each part of the signer's name begins with a capital"
        );
        (registry::SIGNER_SMALL_LETTERS, message)
    } else {
        return;
    };
    let hint = if meant.is_empty() {
        phrase!("chưa có tên người ký thì viết null", "write null as long as there is no name")
    } else {
        phrase!("viết \"{meant}\"", "write \"{meant}\"")
    };
    out.push(Diagnostic::of(kind, at, message).hint(hint));
}

/// The name with all its slips mended, so that what is followed is not found again.
fn mended(name: &str) -> String {
    let mut name = name;
    loop {
        let bare = without_words(name);
        let bare = without_degree(bare).unwrap_or(bare);
        if bare.len() == name.len() {
            break;
        }
        name = bare;
    }
    if is_in_capitals(name) || has_small_initial(name) { capitalised(name) } else { name.to_owned() }
}

/// The name without notes of signing (`(Đã ký)`), labels (`Họ và tên:`) and forms of address (`Ông`, `Đồng chí`).
fn without_words(name: &str) -> &str {
    const LABELS: [&str; 9] =
        ["đã ký", "ký tên", "ký bởi", "người ký", "họ và tên", "họ tên", "ký thay", "signed", "signed by"];
    const ADDRESS: [&str; 12] =
        ["đồng chí", "đ/c", "đ.c", "ông (bà)", "ông/bà", "ông bà", "mr.", "mrs.", "ms.", "bà", "quý ông", "quý bà"];
    let mut rest = name.trim();
    loop {
        let before = rest.len();
        rest = without_brackets(rest);
        for label in LABELS {
            // `Họ và tên` alone stands in a new document, in place of the name
            let is_label = |after: &&str| label == "đã ký" || after.starts_with([':', '.', ',', '-', '–']);
            if let Some(after) = after_words(rest, label).filter(is_label) {
                rest = after.trim_start_matches([':', '.', ',', '-', '–', ' ']);
            }
        }
        for address in ADDRESS {
            if let Some(after) = after_words(rest, address).map(|after| after.trim_start_matches([':', '.', ' ']))
                && !after.is_empty()
            {
                rest = after;
            }
        }
        if let Some(after) = after_words(rest, "ông").map(|after| after.trim_start_matches([':', '.', ' ']))
            && is_whole_name(after)
        {
            rest = after;
        }
        rest = rest.trim();
        if rest.len() == before {
            return rest;
        }
    }
}

/// Ông is a family name too (Ông Ích Khiêm): it addresses a person where a whole name follows.
fn is_whole_name(name: &str) -> bool {
    const FAMILIES: [&str; 37] = [
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
        "dương", "lý", "đinh", "trịnh", "nông", "lương", "đào", "đoàn", "trương", "vi", "hà", "mai", "tô", "vương",
        "lò", "giàng", "tạ", "thái", "lâm", "triệu", "tống", "y", "h",
    ];
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let others = words.count();
    others >= 2 || others == 1 && FAMILIES.contains(&first.as_str())
}

/// What follows these words at the beginning of a text, whatever their case; they end as words do.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in words.chars() {
        let found = rest.next()?;
        if !found.to_lowercase().eq([wanted]) {
            return None;
        }
    }
    let rest = rest.as_str();
    let ends = words.ends_with('.') || !rest.starts_with(|c: char| c.is_alphanumeric());
    ends.then_some(rest)
}

/// The text without what stands in brackets at its ends and speaks of signing.
fn without_brackets(text: &str) -> &str {
    let speaks_of_signing = |inside: &str| {
        let inside = inside.to_lowercase();
        inside.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "ký" | "dấu" | "signed" | "sign"))
    };
    let mut text = text;
    if let Some((inside, after)) = text.strip_prefix(['(', '[']).and_then(|rest| rest.split_once([')', ']']))
        && speaks_of_signing(inside)
    {
        text = after.trim_start();
    }
    if let Some((before, inside)) = text.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
        && speaks_of_signing(inside)
    {
        text = before.trim_end();
    }
    text
}

/// The name behind degrees and honours; `None` where there are none.
fn without_degree(name: &str) -> Option<&str> {
    const DEGREES: [&str; 22] = [
        "GS", "PGS", "TS", "TSKH", "ThS", "Ths", "BS", "BSCKI", "BSCKII", "CKI", "CKII", "KS", "CN", "DS", "KTS", "LS",
        "NGƯT", "NGND", "NSƯT", "NSND", "TTƯT", "TTND",
    ];
    let mut rest = name;
    while let Some(end) = rest.find(['.', ' ']) {
        let (word, after) = rest.split_at(end);
        let is_degree =
            DEGREES.contains(&word) || matches!(word, "Giáo" | "Tiến" | "Thạc" | "Bác") && after.starts_with(" s");
        if !is_degree {
            break;
        }
        let after = after.trim_start_matches(['.', ' ', ',']);
        rest = after.strip_prefix("sư ").or_else(|| after.strip_prefix("sĩ ")).unwrap_or(after);
    }
    (rest.len() != name.len()).then_some(rest)
}

/// Whether a name of several words is in capitals and can be written otherwise: `Y Ê` cannot.
fn is_in_capitals(name: &str) -> bool {
    name.contains(' ')
        && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        && capitalised(name) != name
}

/// Whether a part of a name begins with a small letter that is none of a foreign name's particles. A rank or calling before it
/// (`Đại tá`, `Bác sĩ`) is left alone.
fn has_small_initial(name: &str) -> bool {
    const PARTICLES: [&str; 18] = [
        "de", "da", "di", "do", "du", "del", "der", "den", "dos", "van", "von", "la", "le", "al", "el", "bin", "binti",
        "y",
    ];
    // what a new document has in place of the name
    if name == "Họ và tên" {
        return false;
    }
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    let title = title_words(&words);
    words.iter().skip(title).any(|word| is_small(word) && !PARTICLES.contains(word))
}

/// How many words before the name are a rank or calling: `Thượng tá`, `Chuẩn đô đốc`, `Bác sĩ`.
fn title_words(words: &[&str]) -> usize {
    let first_is_large = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    let end = words
        .iter()
        .take(3)
        .position(|word| matches!(*word, "tá" | "úy" | "uý" | "tướng" | "sĩ" | "sỹ" | "sư" | "đốc"));
    end.filter(|end| first_is_large && *end > 0 && *end + 1 < words.len()).map_or(0, |end| end + 1)
}

/// Each word with its first letter large and the others small; so is each part behind an apostrophe (`H'Hen Niê`). A rank stays.
fn capitalised(name: &str) -> String {
    let mut out = String::new();
    let words: Vec<&str> = name.split_whitespace().collect();
    let title = title_words(&words);
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        if i < title {
            out += word;
            continue;
        }
        let mut begins = true;
        for c in word.chars() {
            if begins {
                out.extend(c.to_uppercase())
            } else {
                out.extend(c.to_lowercase())
            }
            begins = matches!(c, '\'' | '’' | '-' | '.');
        }
    }
    out
}
