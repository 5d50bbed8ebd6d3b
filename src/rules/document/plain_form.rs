//! What to write in place of a character that no face has, so that the reader is told more than that it is missing.

use unicode_normalization::UnicodeNormalization;

/// What may stand in place of a character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PlainForm {
    /// These characters.
    Text(String),
    /// These characters, raised.
    Superscript(String),
    /// These characters, lowered.
    Subscript(String),
    /// A sign of Unicode: it was typed in a font of signs that gives private characters its own pictures.
    Private,
    /// It is a picture, not a sign.
    Emoji,
}

impl PlainForm {
    /// The characters that it is written with.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Superscript(text) | Self::Subscript(text) => text,
            Self::Private | Self::Emoji => "",
        }
    }

    /// Mostly what Unicode calls the compatible form of the character, and why it is another one.
    pub(super) fn of(c: char) -> Option<Self> {
        if let Some((_, sign)) = SIGNS.iter().find(|(unlike, _)| *unlike == c) {
            return Some(Self::Text((*sign).to_owned()));
        }
        if matches!(c, '\u{e000}'..='\u{f8ff}') {
            return Some(Self::Private);
        }
        let plain: String = std::iter::once(c).nfkc().map(unslanted).collect();
        if plain.starts_with(c) {
            return matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
                .then_some(Self::Emoji);
        }
        Some(match c {
            '\u{aa}' | '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{ba}' => Self::Superscript(plain),
            '\u{2b0}'..='\u{2e4}' | '\u{1d2c}'..='\u{1d61}' | '\u{1d78}' | '\u{1d9b}'..='\u{1dbf}' => {
                Self::Superscript(plain)
            }
            '\u{2070}'..='\u{207f}' | '\u{2c7d}' | '\u{a69c}'..='\u{a770}' | '\u{ab5c}'..='\u{ab5f}' => {
                Self::Superscript(plain)
            }
            '\u{1d62}'..='\u{1d6a}' | '\u{2080}'..='\u{209c}' | '\u{2c7c}' => Self::Subscript(plain),
            // circled numbers and letters
            '\u{2460}'..='\u{2473}' | '\u{24b6}'..='\u{24ea}' | '\u{3251}'..='\u{325f}' | '\u{32b1}'..='\u{32bf}' => {
                Self::Text(format!("({plain})"))
            }
            // units: their digits are exponents
            '\u{3371}'..='\u{33df}' => Self::Text(plain.replace('2', "²").replace('3', "³")),
            _ => Self::Text(plain),
        })
    }
}

/// The slash of a fraction or a unit, as keyboards have it.
fn unslanted(c: char) -> char {
    if matches!(c, '\u{2044}' | '\u{2215}') { '/' } else { c }
}

/// What the compatible forms do not tell: bullets and signs as word processors paste them out of the fonts Symbol and
/// Wingdings, and coloured pictures with a sign of the same meaning.
const SIGNS: [(char, &str); 28] = [
    ('\u{f0b7}', "•"),
    ('\u{f0a7}', "▪"),
    ('\u{f06e}', "■"),
    ('\u{f06f}', "☐"),
    ('\u{f0a8}', "☐"),
    ('\u{f071}', "❑"),
    ('\u{f072}', "❒"),
    ('\u{f0fc}', "✓"),
    ('\u{f0fb}', "✗"),
    ('\u{f0fd}', "☒"),
    ('\u{f0fe}', "☑"),
    ('\u{f076}', "❖"),
    ('\u{f0d8}', "➢"),
    ('\u{f0e0}', "→"),
    ('\u{f0e8}', "➔"),
    ('\u{f0ab}', "★"),
    ('\u{f028}', "☎"),
    ('\u{2705}', "✓"),
    ('\u{274c}', "✗"),
    ('\u{274e}', "☒"),
    ('\u{2b50}', "★"),
    ('\u{2b1c}', "☐"),
    ('\u{2b1b}', "■"),
    ('\u{2b55}', "○"),
    ('\u{2795}', "+"),
    ('\u{2796}', "–"),
    ('\u{2757}', "!"),
    ('\u{2753}', "?"),
];
