//! Text as it stands in a specification: NFC, no character that a document cannot show, no space at its ends.
//!
//! Reading is strict and fast: the first fault ends it. What is wrong, and how to mend it, is told by `faults` on the
//! slow path, which `mend` lets go on.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use super::rich::{RichRun, RichText, ScriptSpec};

/// The name by which the reader of the slow path knows a [`Text`].
pub(super) const TEXT: &str = "Text";

/// Plain text, never empty. `\n` is a manual line break.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a text; the first fault stops it.
    pub(super) fn new(raw: &str, edges: Edges) -> Result<Self, TextFault> {
        let mut in_nfc = true;
        for c in raw.chars() {
            if !is_plain(c) {
                if let Some(fault) = CharFault::of(c) {
                    return Err(TextFault::Char(fault, c));
                }
                in_nfc = false;
            }
        }
        if let Some(fault) = edges.fault(raw) {
            return Err(fault);
        }
        Ok(Self(if in_nfc { raw.to_owned() } else { to_nfc(raw) }))
    }

    /// Drops the decoration that the composer adds itself, such as a closing `;`.
    pub(super) fn keep(&mut self, part: &str) {
        self.0 = part.to_owned();
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(TEXT, TextVisitor(Edges::Trimmed))
    }
}

/// Reads the text of a run, which may begin or end with a space.
pub(super) struct TextVisitor(pub(super) Edges);

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Text, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, raw: &str) -> Result<Text, E> {
        Text::new(raw, self.0).map_err(E::custom)
    }
}

/// Whether white space may stand at the ends of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edges {
    /// It may not.
    Trimmed,
    /// It may: a run between other runs.
    Free,
}

impl Edges {
    fn fault(self, raw: &str) -> Option<TextFault> {
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        match self {
            _ if raw.is_empty() => Some(TextFault::Empty),
            Self::Free => None,
            Self::Trimmed if blank(raw.chars().next()) || blank(raw.chars().next_back()) => {
                Some(if raw.trim().is_empty() { TextFault::Empty } else { TextFault::OuterSpace })
            }
            Self::Trimmed => None,
        }
    }
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TextFault {
    /// A character that cannot stand in a document.
    Char(CharFault, char),
    /// Nothing, or nothing but white space.
    Empty,
    /// White space at an end.
    OuterSpace,
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(_, c) => write!(f, "U+{:04X} cannot stand in a text", u32::from(*c)),
            Self::Empty => f.write_str("the text is empty"),
            Self::OuterSpace => f.write_str("white space at an end of the text"),
        }
    }
}

/// Why a character cannot stand in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CharFault {
    /// Tab.
    Tab,
    /// Carriage return, or a line or paragraph separator: another program's line end.
    LineEnd,
    /// A C0 or C1 control, or no character at all (U+FFFE, U+FFFF and their like).
    Control,
    /// Turns the direction of the text: what is read differs from what is stored.
    Direction,
    /// Stands for a character that a conversion lost.
    Lost,
    /// Prints nothing: dropped, with a warning.
    Invisible,
}

impl CharFault {
    fn of(c: char) -> Option<Self> {
        match c {
            '\n' => None,
            '\t' => Some(Self::Tab),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Self::LineEnd),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}' => Some(Self::Control),
            '\u{fffd}' => Some(Self::Lost),
            _ if u32::from(c) & 0xfffe == 0xfffe => Some(Self::Control),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Self::Direction),
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}' => Some(Self::Invisible),
            _ => None,
        }
    }
}

/// Every character at fault with its byte offset, then the fault of the whole.
pub(super) fn faults(raw: &str, edges: Edges) -> Vec<(usize, TextFault)> {
    let mut found: Vec<_> = raw
        .char_indices()
        .filter_map(|(at, c)| CharFault::of(c).map(|fault| (at, TextFault::Char(fault, c))))
        .collect();
    let whole = if found.is_empty() { edges.fault(raw) } else { edges.fault(&mend(raw, Edges::Free)) };
    found.extend(whole.map(|fault| (0, fault)));
    found
}

/// The text without what is at fault, so that reading can go on; may be empty.
pub(super) fn mend(raw: &str, edges: Edges) -> String {
    let kept: String = raw
        .chars()
        .filter_map(|c| match CharFault::of(c) {
            None => Some(c),
            Some(CharFault::Tab) => Some(' '),
            Some(
                CharFault::LineEnd | CharFault::Control | CharFault::Direction | CharFault::Lost | CharFault::Invisible,
            ) => None,
        })
        .collect();
    if edges == Edges::Trimmed { kept.trim().to_owned() } else { kept }
}

/// Characters of everyday Vietnamese text: surely allowed, surely NFC, so that no table is asked for them.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{1e00}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}')
}

fn to_nfc(raw: &str) -> String {
    match is_nfc_quick(raw.chars()) {
        IsNormalized::Yes => raw.to_owned(),
        IsNormalized::No | IsNormalized::Maybe => raw.nfc().collect(),
    }
}
