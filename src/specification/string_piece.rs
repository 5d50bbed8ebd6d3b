//! The characters of a JSON string one by one as they are written: plain, escaped, or at fault.

use std::ops::Range;

use crate::diag::Span;

/// One character of a string as it is written, or what stands in its place.
pub(super) struct StringPiece {
    /// In bytes of the file.
    pub(super) len: usize,
    pub(super) kind: PieceKind,
}

/// What a piece of a string is.
pub(super) enum PieceKind {
    Char(char),
    /// The closing quote.
    End,
    /// The end of the line or of the text.
    Unclosed,
    /// A control character that JSON wants escaped.
    RawControl(char),
    LoneSurrogate(u32),
    BadEscape,
}

impl PieceKind {
    /// The bytes that it adds to the text that the string is read as.
    const fn width(&self, len: usize) -> usize {
        match self {
            Self::Char(c) => c.len_utf8(),
            Self::RawControl('\t') => 1,
            Self::BadEscape => len - 1,
            Self::RawControl(_) | Self::LoneSurrogate(_) | Self::End | Self::Unclosed => 0,
        }
    }
}

/// What ranges of the text that a string is read as were written as; none begins before the one in front of it.
pub(super) fn written(source: &str, string: Span, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Span> {
    let (mut at, mut read) = (string.start + 1, 0);
    let mut spans = Vec::new();
    for range in ranges {
        let start = advance(source, string, &mut at, &mut read, |read, width| read + width <= range.start);
        let (mut end, mut reached) = (at, read);
        let end = advance(source, string, &mut end, &mut reached, |read, _| read < range.end);
        spans.push(Span { start, end });
    }
    spans
}

/// Goes on while a piece, which begins at `read` and is so wide, shall be passed; tells where the string stands then.
fn advance(
    source: &str,
    string: Span,
    at: &mut usize,
    read: &mut usize,
    passes: impl Fn(usize, usize) -> bool,
) -> usize {
    while *at < string.end {
        let piece = piece(source, *at);
        let width = piece.kind.width(piece.len);
        if matches!(piece.kind, PieceKind::End | PieceKind::Unclosed) || !passes(*read, width) {
            break;
        }
        *read += width;
        *at += piece.len;
    }
    *at
}

/// The piece of a string at a byte.
pub(super) fn piece(text: &str, at: usize) -> StringPiece {
    let rest = text.get(at..).unwrap_or_default();
    let mut chars = rest.chars();
    let (len, kind) = match chars.next() {
        None | Some('\n' | '\r') => (0, PieceKind::Unclosed),
        Some('"') => (1, PieceKind::End),
        Some('\\') => return escape(rest, chars.next()),
        Some(c) if c < ' ' => (1, PieceKind::RawControl(c)),
        Some(c) => (c.len_utf8(), PieceKind::Char(c)),
    };
    StringPiece { len, kind }
}

fn escape(rest: &str, letter: Option<char>) -> StringPiece {
    let plain = |c| StringPiece { len: 2, kind: PieceKind::Char(c) };
    match letter {
        Some(c @ ('"' | '\\' | '/')) => plain(c),
        Some('b') => plain('\u{8}'),
        Some('f') => plain('\u{c}'),
        Some('n') => plain('\n'),
        Some('r') => plain('\r'),
        Some('t') => plain('\t'),
        Some('u') => unicode_escape(rest),
        None | Some('\n' | '\r') => StringPiece { len: 1, kind: PieceKind::BadEscape },
        Some(c) => StringPiece { len: 1 + c.len_utf8(), kind: PieceKind::BadEscape },
    }
}

fn unicode_escape(rest: &str) -> StringPiece {
    let unit = |from: usize| {
        let digits = rest.get(from..from + 6)?.strip_prefix("\\u")?;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
    };
    let Some(high) = unit(0) else { return StringPiece { len: 2, kind: PieceKind::BadEscape } };
    if let Some(c) = char::from_u32(high) {
        return StringPiece { len: 6, kind: PieceKind::Char(c) };
    }
    match unit(6) {
        Some(low) if high < 0xdc00 && (0xdc00..0xe000).contains(&low) => {
            let c = char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            StringPiece { len: 12, kind: c.map_or(PieceKind::BadEscape, PieceKind::Char) }
        }
        _ => StringPiece { len: 6, kind: PieceKind::LoneSurrogate(high) },
    }
}
