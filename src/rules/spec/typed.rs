//! Numbers and signs that were typed where they are given: they would print twice.

use crate::diag::{Diagnostic, Phrase, Pointer, phrase, registry};
use crate::vietnamese::is_syllable;

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

/// `IV.` before a Vietnamese word: `V. I. Lê-nin`, `I. Kant` and `X.509` begin with an initial or are names.
pub(super) fn roman_number(text: &str) -> Option<&str> {
    let len = text.find(|c: char| !"IVX".contains(c))?;
    let (number, rest) = text.split_at(len);
    let after = rest.strip_prefix('.')?.trim_start();
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_initial = after.get(word.len()..).is_some_and(|rest| rest.starts_with('.')) && word.chars().count() == 1;
    (is_roman(number) && is_syllable(word) && !is_initial).then(|| text.get(..=len))?
}

/// `B.` before a Vietnamese word.
pub(super) fn capital_letter(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let letter = chars.next().filter(|c| "ABCDĐEG".contains(*c))?;
    let after = text.get(letter.len_utf8()..)?.strip_prefix('.')?;
    let word = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    (after.starts_with(' ') && is_syllable(word)).then(|| text.get(..=letter.len_utf8()))?
}

/// Whether letters are a number up to 39, written as it must be.
fn is_roman(number: &str) -> bool {
    let ones = number.trim_start_matches('X');
    let known = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&ones);
    known && !number.is_empty() && number.len() - ones.len() <= 3
}

/// `1.`, `1)`, `2.1.3`, `1.1.`; not `1.5` in `1.5 triệu`.
pub(super) fn decimal_number(text: &str) -> Option<&str> {
    let len = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ')')))?;
    let (number, rest) = text.split_at(len);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains(['.', ')'])
        && number.split('.').all(|part| part.len() <= 2)
        && rest.starts_with(char::is_whitespace)
        && (number.ends_with(['.', ')']) || rest.trim_start().starts_with(char::is_uppercase));
    is_number.then_some(number)
}

/// `a)`
pub(super) fn letter(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    let len = first.len_utf8();
    text.get(len..)?.starts_with(')').then(|| text.get(..=len))?
}

#[cfg(test)]
mod tests {
    use super::{decimal_number, roman_number};

    #[test]
    fn initials_and_names_are_no_numbers() {
        for (text, number) in
            [("I. Kết quả", "I."), ("XIV. CÔNG TÁC", "XIV."), ("II.Tồn tại", "II."), ("V. Ý kiến", "V.")]
        {
            assert_eq!(roman_number(text), Some(number), "{text}");
        }
        for text in [
            "C. Mác và Ph. Ăng-ghen",
            "X.509 và chữ ký số",
            "I. Kant",
            "V. I. Lê-nin",
            "L. Tôn-xtôi",
            "IIII. Ba",
            "V. Hugo",
        ] {
            assert_eq!(roman_number(text), None, "{text}");
        }
        assert_eq!(decimal_number("1.1 Công tác"), Some("1.1"));
        assert_eq!(decimal_number("1.5 triệu đồng"), None);
    }
}
