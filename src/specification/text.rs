//! Text as it stands in a specification: NFC, line breaks as `\n`, no character that a document cannot show, no space at its
//! ends.
//!
//! Reading is strict and fast: the first fault ends it. What is wrong, and how to mend it, is told by `faults` on the
//! slow path, which `mend` lets go on.

use std::fmt;
use std::ops::Range;

use serde::de::Error;
use serde::{Serialize, Serializer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::from_json::{FromJson, reads_itself};
use super::shape::Form;

/// Plain text, never empty. `\n` is a manual line break.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A text as the reader of specifications takes it: brought to NFC, `\r\n` and `\r` taken for `\n`; refused where it is
    /// empty, begins or ends with white space, or holds a character that cannot stand in a document.
    ///
    /// # Errors
    /// The text has such a fault.
    ///
    /// ```
    /// use vanban::specification::Text;
    ///
    /// assert_eq!(Text::new("Hue\u{302}\u{301}")?.as_str(), "Huế");
    /// assert!(Text::new("tab\there").is_err());
    /// # Ok::<(), vanban::specification::TextError>(())
    /// ```
    pub fn new(raw: &str) -> Result<Self, TextError> {
        Self::read(raw, Edges::Trimmed).map_err(TextError)
    }

    /// Reads a text; the first fault stops it.
    pub(super) fn read(raw: &str, edges: Edges) -> Result<Self, TextFault> {
        let is_normal = check(raw, edges)?;
        Ok(Self(if is_normal { raw.to_owned() } else { to_normal(raw) }))
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

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl TryFrom<&str> for Text {
    type Error = TextError;

    fn try_from(raw: &str) -> Result<Self, TextError> {
        Self::new(raw)
    }
}

reads_itself! { Text }

impl FromJson for Text {
    const FORM: Form = Form::Text;

    fn from_text<E: Error>(raw: &str) -> Result<Self, E> {
        Self::read(raw, Edges::Trimmed).map_err(E::custom)
    }
}

/// Why a text cannot stand in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextError(pub(super) TextFault);

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for TextError {}

/// Whether a text is sound, and then whether it is surely in NFC with plain line breaks; the first fault ends it.
pub(super) fn check(raw: &str, edges: Edges) -> Result<bool, TextFault> {
    let mut is_normal = true;
    for c in raw.chars() {
        if !is_plain(c) {
            if let Some(fault) = CharFault::of(c) {
                return Err(TextFault::Char(fault, c));
            }
            is_normal = false;
        }
    }
    edges.fault(raw).map_or(Ok(is_normal), Err)
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

impl TextFault {
    /// Whether wrong conversions make it: controls that stand for bytes of another encoding, and the soft hyphen, which is `ư` in
    /// TCVN3 and half of `í` in UTF-8.
    pub(super) const fn is_of_conversions(self) -> bool {
        matches!(self, Self::Char(_, '\u{80}'..='\u{9f}' | '\u{ad}'))
    }
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
    /// A line or paragraph separator: another program's line end.
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
            // forms on the web and programs on Windows send the first before the second
            '\r' | '\n' => None,
            '\t' => Some(Self::Tab),
            '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Self::LineEnd),
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

/// Every character at fault with its bytes, and the fault of the whole, in the order of the places.
pub(super) fn faults(raw: &str, edges: Edges) -> Vec<(Range<usize>, TextFault)> {
    let mut found: Vec<_> = raw
        .char_indices()
        .filter_map(|(at, c)| CharFault::of(c).map(|fault| (at..at + c.len_utf8(), TextFault::Char(fault, c))))
        .collect();
    let whole = if found.is_empty() { edges.fault(raw) } else { edges.fault(&mend(raw, Edges::Free)) };
    found.extend(whole.map(|fault| match fault {
        TextFault::OuterSpace => (outer_space(raw), fault),
        TextFault::Char(..) | TextFault::Empty => (0..raw.len(), fault),
    }));
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The white space that a text begins with, or else that it ends with.
fn outer_space(raw: &str) -> Range<usize> {
    let is_blank = |c: char| as_read(c).is_none_or(char::is_whitespace);
    let head = raw.len() - raw.trim_start_matches(is_blank).len();
    if raw[..head].contains(|c| as_read(c).is_some()) {
        0..head
    } else {
        raw.trim_end_matches(is_blank).len()..raw.len()
    }
}

/// The text without what is at fault, so that reading can go on; may be empty.
pub(super) fn mend(raw: &str, edges: Edges) -> String {
    let kept: String = raw.chars().filter_map(as_read).collect();
    if edges == Edges::Trimmed { kept.trim().to_owned() } else { kept }
}

/// What a character stands for in a text that goes on being read; `None`: it is left out.
pub(super) fn as_read(c: char) -> Option<char> {
    match CharFault::of(c) {
        None => Some(c),
        Some(CharFault::Tab) => Some(' '),
        Some(
            CharFault::LineEnd | CharFault::Control | CharFault::Direction | CharFault::Lost | CharFault::Invisible,
        ) => None,
    }
}

/// Characters of everyday Vietnamese text: surely allowed, surely NFC, so that no table is asked for them.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{1e00}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}')
}

/// The text in NFC, each line break as `\n`.
fn to_normal(raw: &str) -> String {
    let composed = match is_nfc_quick(raw.chars()) {
        IsNormalized::Yes => raw.to_owned(),
        IsNormalized::No | IsNormalized::Maybe => raw.nfc().collect(),
    };
    if composed.contains('\r') { composed.replace("\r\n", "\n").replace('\r', "\n") } else { composed }
}
