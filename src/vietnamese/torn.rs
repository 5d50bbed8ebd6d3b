//! Marks torn off their letters, as programs do that take text out of a PDF: `manh ̣ xuông`, `xuô´ng`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::Tally;

/// What is left of a text with torn marks.
#[derive(Debug)]
pub(super) struct TornMarks {
    /// The text with each mark on the letter before it; `None` where nobody can tell which letters they belong to.
    pub(super) joined: Option<String>,
}

/// Finds marks that stand on no letter: combining ones behind white space, others behind letters.
pub(super) fn find(text: &str) -> Option<TornMarks> {
    let mut before = ' ';
    let floats = text.chars().any(|c| {
        let is_afloat = before.is_whitespace() && is_combining_mark(c);
        before = c;
        is_afloat
    });
    if floats {
        return Some(TornMarks { joined: None });
    }
    if !text.contains(|c| combining(c).is_some()) {
        return None;
    }
    let tally = Tally::of(text, &|c| c.is_alphabetic() || combining(c).is_some(), false, &converted);
    tally.is_sure().then_some(TornMarks { joined: Some(tally.text) })
}

/// The mark that a character of its own looks like.
const fn combining(c: char) -> Option<char> {
    Some(match c {
        '`' | '\u{2cb}' => '\u{300}',
        '´' | '\u{2ca}' => '\u{301}',
        '^' | 'ˆ' => '\u{302}',
        '~' | '˜' => '\u{303}',
        '˘' => '\u{306}',
        _ => return None,
    })
}

/// A mark without a letter before it belongs to nothing.
fn converted(word: &str) -> Option<String> {
    if word.starts_with(|c| combining(c).is_some()) {
        return None;
    }
    Some(word.chars().map(|c| combining(c).unwrap_or(c)).nfc().collect())
}
