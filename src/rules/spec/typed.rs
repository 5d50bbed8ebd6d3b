//! Numbers and signs that were typed where they are given: they would print twice.

use crate::diag::{Diagnostic, Phrase, Pointer, phrase, registry};

pub(super) fn number_found(number: &str, at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::TYPED_NUMBER,
        at,
        phrase!(
            "“{number}” được gõ vào nội dung, trong khi số được đánh tự động: sẽ in hai lần",
            "“{number}” is typed in the text but numbers are automatic: it is printed twice"
        ),
    )
    .hint(phrase!(
        "xóa “{number}”, hoặc giữ số này bằng \"label\": \"{number}\"",
        "delete “{number}”, or keep it by \"label\": \"{number}\""
    ))
}

pub(super) fn bullet_found(sign: char, at: Pointer) -> Diagnostic {
    let meant: Phrase = match sign {
        '-' | '+' => phrase!(
            "xóa “{sign}”; chọn dấu bằng \"marker\": \"{sign}\"",
            "delete “{sign}”; choose it by \"marker\": \"{sign}\""
        ),
        _ => phrase!("xóa “{sign}”", "delete “{sign}”"),
    };
    Diagnostic::of(
        registry::TYPED_NUMBER,
        at,
        phrase!(
            "dấu “{sign}” được gõ vào nội dung, trong khi dấu đầu dòng được thêm tự động: sẽ in hai lần",
            "“{sign}” is typed in the text but the sign is added by itself: it is printed twice"
        ),
    )
    .hint(meant)
}

/// A sign and a space.
pub(super) fn bullet(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let sign = chars.next().filter(|c| matches!(c, '-' | '+' | '–' | '•' | '*'))?;
    chars.next().is_some_and(char::is_whitespace).then_some(sign)
}

/// `Điều 5.`, `Chương II`.
pub(super) fn words_and_number<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let head = text.get(..words.len()).filter(|head| head.to_lowercase() == words.to_lowercase())?;
    let rest = text.get(head.len()..)?;
    let number = rest.trim_start();
    let len = number.find(|c: char| !(c.is_ascii_digit() || "IVXLC".contains(c))).unwrap_or(number.len());
    let after = number.get(len..).and_then(|after| after.chars().next());
    if len == 0 || rest.len() == number.len() || after.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let stop = usize::from(matches!(after, Some('.' | ':')));
    text.get(..text.len() - number.len() + len + stop)
}

/// `IV.`
pub(super) fn roman_number(text: &str) -> Option<&str> {
    let len = text.find(|c: char| !"IVXLC".contains(c))?;
    (len > 0 && text.get(len..)?.starts_with('.')).then(|| text.get(..=len))?
}

/// `1.`, `1)`, `2.1.3`, `1.1.`
pub(super) fn decimal_number(text: &str) -> Option<&str> {
    let len = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ')')))?;
    let number = text.get(..len)?;
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains(['.', ')'])
        && number.split('.').all(|part| part.len() <= 2)
        && text.get(len..)?.starts_with(char::is_whitespace);
    is_number.then_some(number)
}

/// `a)`
pub(super) fn letter(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    let len = first.len_utf8();
    text.get(len..)?.starts_with(')').then(|| text.get(..=len))?
}
