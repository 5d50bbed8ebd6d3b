//! The name of who signs (ô số 7b): nothing stands in front of it, and it is written as a name is.

use super::signatures::write;
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};

pub(super) fn check(name: &str, at: Pointer, out: &mut Diagnostics) {
    if let Some(rest) = without_form(name) {
        let finding = Diagnostic::of(
            registry::SIGNER_FORM,
            at,
            phrase!(
                "“{found}” không phải là họ và tên người ký",
                "“{found}” is no part of the signer's name",
                found = name.strip_suffix(rest).unwrap_or(name).trim_end()
            ),
        );
        let rest = without_degree(rest).unwrap_or(rest);
        out.push(if rest.is_empty() {
            finding.hint(phrase!("ghi họ và tên, hoặc null", "write the name, or null"))
        } else {
            finding.hint(write(rest))
        });
    } else if let Some(bare) = without_degree(name) {
        out.push(
            Diagnostic::of(
                registry::SIGNER_DEGREE,
                at,
                phrase!(
                    "trước họ và tên người ký không ghi học hàm, học vị, danh hiệu",
                    "no degree or honour stands before the signer's name"
                ),
            )
            .hint(write(bare)),
        );
    } else if is_in_capitals(name) {
        out.push(
            Diagnostic::of(
                registry::SIGNER_CAPITALS,
                at,
                phrase!(
                    "họ và tên người ký viết bằng chữ in thường, đậm",
                    "the signer's name is written in small letters, bold"
                ),
            )
            .hint(write(&with_large_first(&name.to_lowercase()))),
        );
    } else if name.split(' ').any(is_small) && !super::left_marks::is_starter(name) {
        out.push(
            Diagnostic::of(
                registry::SIGNER_SMALL_LETTERS,
                at,
                phrase!(
                    "họ và tên người ký có chữ cái đầu không viết hoa",
                    "a part of the signer's name does not begin with a capital"
                ),
            )
            .hint(write(&with_large_first(name))),
        );
    }
}

/// The name behind what says that it was signed, or behind a form of address; `None` where there is neither.
fn without_form(name: &str) -> Option<&str> {
    let is_form = |text: &str| {
        let text = text.to_lowercase();
        ["đã ký", "ký tên", "ký, ", "đã kí", "ký và", "chữ ký"].iter().any(|form| text.starts_with(form))
            || text == "ký"
    };
    if let Some((inside, after)) = name.strip_prefix(['(', '[']).and_then(|rest| rest.split_once([')', ']'])) {
        return is_form(inside.trim()).then(|| after.trim_start_matches([' ', ':', '.', ',']));
    }
    let lower = name.to_lowercase();
    for form in ["đã ký", "đã kí"] {
        // lower-casing keeps the length of these letters
        if lower.starts_with(form) && name.is_char_boundary(form.len()) {
            return Some(name[form.len()..].trim_start_matches([' ', ':', '.', ',', '-']));
        }
    }
    let (first, rest) = name.split_once([' ', '.', ':'])?;
    let rest = rest.trim_start_matches([' ', '.', ':']);
    let is_address = match first.to_lowercase().as_str() {
        "bà" | "đ/c" | "đc" | "mr" | "mrs" | "ms" => true,
        // a rare family name: Ông Ích Khiêm
        "ông" => FAMILY_NAMES.contains(&rest.split(' ').next().unwrap_or_default().to_lowercase().as_str()),
        "đồng" => {
            let after = rest.split_once(' ').filter(|(second, _)| second.to_lowercase() == "chí");
            return after.map(|(_, name)| name.trim_start_matches([' ', ':']));
        }
        _ => false,
    };
    is_address.then_some(rest)
}

/// The commonest family names.
const FAMILY_NAMES: [&str; 30] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đào", "đoàn", "vương", "trịnh", "trương", "đinh", "lâm", "phùng", "mai", "tô", "tạ", "hà", "cao", "lương",
];

/// The name behind degrees and honours; `None` where there are none.
fn without_degree(name: &str) -> Option<&str> {
    const DEGREES: [&str; 22] = [
        "GS", "PGS", "TS", "TSKH", "ThS", "Ths", "BS", "BSCKI", "BSCKII", "CKI", "CKII", "KS", "CN", "DS", "KTS", "LS",
        "NGƯT", "NGND", "NSƯT", "NSND", "TTƯT", "TTND",
    ];
    let mut rest = name;
    loop {
        let end = rest.find(['.', ' '])?;
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

/// Whether a name is all in capitals. A name of single letters (`Y Ê`, `A Ú` in the Central Highlands) is written so.
fn is_in_capitals(name: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    name.contains(' ')
        && name.split(' ').any(|word| letters(word) > 1)
        && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Whether a part of a name begins with a small letter, as parts of names in other languages may.
fn is_small(part: &str) -> bool {
    const PARTICLES: [&str; 20] = [
        "van", "von", "der", "den", "de", "da", "di", "du", "dos", "del", "della", "la", "le", "bin", "binti", "al",
        "el", "ibn", "ter", "y",
    ];
    part.chars().next().is_some_and(char::is_lowercase) && !PARTICLES.contains(&part)
}

/// The first letter of each part large.
fn with_large_first(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
