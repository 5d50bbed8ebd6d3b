//! The marks that end an item: which are typed without need, because the composer writes its own, and which belong to a word.

/// A text without the marks and spaces at its end that are no part of it. An ellipsis stays, and so does the stop of an
/// abbreviation (`Co., Ltd.`, `v.v.`).
pub(crate) fn without_end(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(shorter) = text.strip_suffix([';', '.', ',']) {
        if text.ends_with("...") || ends_with_abbreviation(text) {
            break;
        }
        text = shorter.trim_end();
    }
    text
}

/// What a text lacks of a mark: a stop that belongs to its last word also ends it, so that `Co., Ltd.` never ends in two.
pub(crate) fn lacking<'a>(text: &str, mark: &'a str) -> &'a str {
    match mark.strip_prefix('.') {
        Some(rest) if ends_with_abbreviation(text) => rest,
        Some(_) | None => mark,
    }
}

/// Whether a text ends with a stop that belongs to its last word.
fn ends_with_abbreviation(text: &str) -> bool {
    let Some(rest) = text.strip_suffix('.') else { return false };
    let word = rest.rsplit([' ', '\u{a0}', '\n', ',', '(']).next().unwrap_or_default();
    is_shortened(word) || has_inner_stops(word)
}

/// Forms of companies and titles that are written with a stop.
fn is_shortened(word: &str) -> bool {
    const SHORTENED: [&str; 12] = ["ltd", "co", "inc", "corp", "jsc", "llc", "plc", "bros", "jr", "sr", "dr", "pte"];
    SHORTENED.contains(&word.to_lowercase().as_str())
}

/// `v.v`, `U.S.A`, `S.A`: one or two letters between stops, which an address on the web (`moha.gov.vn`) has not.
fn has_inner_stops(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::{lacking, without_end};

    #[test]
    fn a_stop_that_belongs_to_the_word_stays() {
        for text in ["Samsung Co., Ltd.", "Apple Inc.", "ABC JSC.", "Sách, báo, v.v.", "Nokia S.A.", "Còn nữa..."]
        {
            assert_eq!(without_end(text), text);
            assert_eq!(without_end(&format!("{text};")), text);
        }
    }

    #[test]
    fn other_marks_go() {
        for text in ["Sở Nội vụ.", "Sở Nội vụ;", "Sở Nội vụ ;.", "Sở Nội vụ..", "Sở Nội vụ,", "Sở Nội vụ. "]
        {
            assert_eq!(without_end(text), "Sở Nội vụ", "{text}");
        }
        assert_eq!(without_end("Trang moha.gov.vn."), "Trang moha.gov.vn");
        assert_eq!(without_end("Khoản 1.1."), "Khoản 1.1");
    }

    #[test]
    fn a_stop_ends_an_abbreviation_once() {
        assert_eq!(lacking("Co., Ltd.", "."), "");
        assert_eq!(lacking("Co., Ltd.", "./."), "/.");
        assert_eq!(lacking("Co., Ltd.", ";"), ";");
        assert_eq!(lacking("Sở Nội vụ", "."), ".");
    }
}
