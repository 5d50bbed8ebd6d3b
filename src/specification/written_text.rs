//! A text of a specification together with the bytes that each of its characters was written as: behind escapes, marks that
//! follow their letter, and characters that are dropped.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diag::Span;

use super::string_piece::{PieceKind, piece};
use super::text;

/// A text as it is read, before its ends are trimmed: of one string, or of several one behind the other.
#[derive(Debug, Default)]
pub(super) struct WrittenText {
    text: String,
    pieces: Vec<ReadPiece>,
}

/// A piece of the text, up to the next.
#[derive(Debug)]
struct ReadPiece {
    /// Where it begins in the text.
    start: usize,
    written: Span,
    /// Byte for byte as it is read; else the whole of it was written as the whole of `written`.
    is_verbatim: bool,
}

impl WrittenText {
    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds a string of the file, quotes included.
    pub(super) fn push_string(&mut self, source: &str, string: Span) {
        let mut letter = Letter { text: String::new(), written: string };
        let mut at = string.start + 1;
        while at < string.end {
            let piece = piece(source, at);
            let written = Span { start: at, end: at + piece.len };
            let mut push = |c: char| {
                if let Some(c) = text::as_read(c) {
                    // the two characters of a line end of Windows are read as one
                    let ends_line_end = c == '\n' && letter.text == "\r";
                    if begins_letter(c) && !ends_line_end {
                        self.push_letter(source, &mut letter);
                    }
                    letter.push(c, written);
                }
            };
            match piece.kind {
                PieceKind::Char(c) => push(c),
                PieceKind::RawControl('\t') => push(' '),
                PieceKind::BadEscape => source[at..written.end].chars().skip(1).for_each(push),
                PieceKind::RawControl(_) | PieceKind::LoneSurrogate(_) => {}
                PieceKind::End | PieceKind::Unclosed => break,
            }
            at = written.end;
        }
        self.push_letter(source, &mut letter);
    }

    fn push_letter(&mut self, source: &str, letter: &mut Letter) {
        if letter.text.is_empty() {
            return;
        }
        let (start, written) = (self.text.len(), letter.written);
        match letter.text.as_str() {
            "\r" | "\r\n" => self.text.push('\n'),
            letter => self.text.extend(letter.nfc()),
        }
        letter.text.clear();
        let is_verbatim = source.get(written.start..written.end) == self.text.get(start..);
        match self.pieces.last_mut() {
            Some(last) if is_verbatim && last.is_verbatim && last.written.end == written.start => {
                last.written.end = written.end;
            }
            _ => self.pieces.push(ReadPiece { start, written, is_verbatim }),
        }
    }

    /// What a range of the text was written as.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let piece_at =
            |at: usize| self.pieces.get(self.pieces.partition_point(|piece| piece.start <= at).checked_sub(1)?);
        let first = piece_at(range.start)?;
        let start =
            if first.is_verbatim { first.written.start + (range.start - first.start) } else { first.written.start };
        if range.is_empty() {
            return Some(Span { start, end: start });
        }
        let last = piece_at(range.end - 1)?;
        let end = if last.is_verbatim { last.written.start + (range.end - last.start) } else { last.written.end };
        Some(Span { start, end })
    }
}

/// A letter with the marks behind it, which Unicode may make one character of.
struct Letter {
    text: String,
    written: Span,
}

impl Letter {
    fn push(&mut self, c: char, written: Span) {
        if self.text.is_empty() {
            self.written = written;
        }
        self.text.push(c);
        self.written.end = written.end;
    }
}

/// Whether a character never joins the one before it (UAX #15, 9.1).
fn begins_letter(c: char) -> bool {
    c.is_ascii() || canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) != IsNormalized::Maybe
}

#[cfg(test)]
mod tests {
    use super::{Span, WrittenText};

    /// What the first place of `words` was written as.
    fn written(source: &'static str, words: &str) -> Option<(String, &'static str)> {
        let mut text = WrittenText::default();
        text.push_string(source, Span { start: 0, end: source.len() });
        let start = text.text().find(words)?;
        let span = text.span(start..start + words.len())?;
        Some((text.text().to_owned(), &source[span.start..span.end]))
    }

    #[test]
    fn each_character_knows_its_bytes() {
        assert_eq!(written(r#""Huế""#, "ế"), Some(("Huế".into(), "ế")));
        assert_eq!(written(r#""Hu\u1ebf xưa""#, "ế "), Some(("Huế xưa".into(), r"\u1ebf ")));
        assert_eq!(written("\"Hue\u{302}\u{301} xưa\"", "ế"), Some(("Huế xưa".into(), "e\u{302}\u{301}")));
        assert_eq!(written(r#""e\u0302\u200b\u0301.""#, "ế"), Some(("ế.".into(), r"e\u0302\u200b\u0301")));
        assert_eq!(written(r#""a\nb\t\"c\"""#, "b \"c"), Some(("a\nb \"c\"".into(), r#"b\t\"c"#)));
        assert_eq!(written(r#""a\r\nb\rc""#, "\nb"), Some(("a\nb\nc".into(), r"\r\nb")));
        assert_eq!(written(r#""x\ud83d\ude00y""#, "😀"), Some(("x😀y".into(), r"\ud83d\ude00")));
        assert_eq!(written("\"a\u{200b}b  c\"", "  "), Some(("ab  c".into(), "  ")));
    }

    #[test]
    fn strings_stand_one_behind_the_other() {
        let source = r#"["một ", "hai"]"#;
        let mut text = WrittenText::default();
        text.push_string(source, Span { start: 1, end: 9 });
        text.push_string(source, Span { start: 11, end: 16 });
        assert_eq!(text.text(), "một hai");
        assert_eq!(text.span(6..8).map(|span| &source[span.start..span.end]), Some("ha"));
    }
}
