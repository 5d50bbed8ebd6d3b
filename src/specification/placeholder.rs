//! Placeholders in a text of a specification: `{{name}}` stands for a value, `{{{{name}}` is printed as `{{name}}`.

use crate::diag::Span;

use super::data_file;
use super::string_piece::{PieceKind, piece};

/// What a placeholder begins with, as it is looked for in bytes.
pub(super) const OPENING: &str = "{{";

/// A placeholder as it stands in a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placeholder {
    pub(super) name: String,
    /// Its bytes in the file.
    pub(super) written: Span,
    /// Its bytes as a text that is to be printed so: `{{{{name}}` without the first two braces.
    pub(super) literal: Option<Span>,
    /// Whether nothing else stands in the string.
    pub(super) is_whole: bool,
}

/// The placeholders of a string of the file, quotes included.
pub(super) fn placeholders(source: &str, string: Span) -> Vec<Placeholder> {
    let chars = characters(source, string);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let here = chars.get(at..).unwrap_or_default();
        let escaped = here.get(2..).filter(|_| begins(here)).and_then(placeholder);
        let (len, name, literal_from) = match (escaped, placeholder(here)) {
            (Some((len, name)), _) => (len + 2, name, Some(at + 2)),
            (None, Some((len, name))) => (len, name, None),
            (None, None) => {
                at += 1;
                continue;
            }
        };
        let span = |from: usize| {
            let part = chars.get(from..at + len).unwrap_or_default();
            let (first, last) = (part.first(), part.last());
            Span { start: first.map_or(string.start, |c| c.1.start), end: last.map_or(string.start, |c| c.1.end) }
        };
        found.push(Placeholder {
            name,
            written: span(at),
            literal: literal_from.map(span),
            is_whole: at == 0 && len == chars.len(),
        });
        at += len;
    }
    found
}

/// The characters of a string, each with its bytes in the file.
fn characters(source: &str, string: Span) -> Vec<(char, Span)> {
    let mut chars = Vec::new();
    let mut at = string.start + 1;
    while at < string.end {
        let piece = piece(source, at);
        let span = Span { start: at, end: at + piece.len };
        match piece.kind {
            PieceKind::Char(c) => chars.push((c, span)),
            PieceKind::End | PieceKind::Unclosed => break,
            // no part of a name, and told by the reader
            PieceKind::RawControl(_) | PieceKind::LoneSurrogate(_) | PieceKind::BadEscape => chars.push(('\0', span)),
        }
        at += piece.len;
    }
    chars
}

fn begins(chars: &[(char, Span)]) -> bool {
    matches!(chars, [('{', _), ('{', _), ..])
}

/// The placeholder that begins here: its length in characters, its name.
fn placeholder(chars: &[(char, Span)]) -> Option<(usize, String)> {
    if !begins(chars) {
        return None;
    }
    let mut name = String::new();
    for (i, (c, _)) in chars.iter().enumerate().skip(2) {
        match c {
            '}' => {
                let is_closed = chars.get(i + 1).is_some_and(|(next, _)| *next == '}');
                let name = data_file::name(&name);
                let begins_well = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
                return (is_closed && begins_well).then_some((i + 2, name));
            }
            ' ' | '_' | '-' | '.' => name.push(*c),
            c if c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(c) => name.push(*c),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::placeholders;
    use crate::diag::Span;

    fn found(string: &str) -> Vec<(String, String, bool)> {
        let found = placeholders(string, Span { start: 0, end: string.len() });
        let text = |span: Span| string[span.start..span.end].to_owned();
        found
            .into_iter()
            .map(|found| (found.name, text(found.literal.unwrap_or(found.written)), found.literal.is_some()))
            .collect()
    }

    #[test]
    fn names_stand_in_double_braces() {
        let one = |name: &str, text: &str, literal| vec![(name.to_owned(), text.to_owned(), literal)];
        assert_eq!(found(r#""{{ten}}""#), one("ten", "{{ten}}", false));
        assert_eq!(found(r#""Số {{ số lượng }} bản""#), one("số lượng", "{{ số lượng }}", false));
        assert_eq!(found(r#""{{t\u00ean}}""#), one("tên", r"{{t\u00ean}}", false));
        assert_eq!(found("\"{{te\u{302}n}}\""), one("tên", "{{te\u{302}n}}", false), "in NFC");
        assert_eq!(found(r#""{{{ten}}}""#), one("ten", "{{ten}}", false), "a brace of the text");
        assert_eq!(found(r#""{{{{ten}}""#), one("ten", "{{ten}}", true));
        for none in [r#""{{}}""#, r#""{{1, 2}, {3}}""#, r#""{{ten}""#, r#""{ten}""#, r#""{{ten""#, r#""{{2x}}""#] {
            assert_eq!(found(none), [], "{none}");
        }
        assert_eq!(found(r#""{{a}}{{b}}""#).len(), 2);
    }
}
