//! JSON text to a [`JsonNode`] tree (RFC 8259). What can be understood in spite of a fault is read on, so that the faults behind it
//! are found too; the first that cannot be ends the reading.

use crate::diag::{Diagnostic, Diagnostics, Pointer, Span};

use super::reader_faults as faults;
use super::string_piece::{PieceKind, piece};
use super::tree::{JsonNode, JsonValue, NodeMember, Step};

/// How deep arrays and objects may be nested, as in the fast reader.
const MAX_DEPTH: usize = 127;

/// What came of reading.
#[derive(Debug, Default)]
pub(super) struct JsonReading {
    /// The document; `None` where the reading ended early.
    pub(super) root: Option<JsonNode>,
    pub(super) findings: Diagnostics,
}

/// Reads a document. Spans count from the start of `text`, where a byte order mark may stand.
pub(super) fn read(text: &str) -> JsonReading {
    let pos = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader = JsonReader { text, pos, path: Vec::new(), open: Vec::new(), reading: JsonReading::default() };
    let root = reader.document().ok();
    JsonReading { root, ..reader.reading }
}

/// The reading cannot go on; the finding is made.
struct Stop;

struct JsonReader<'a> {
    text: &'a str,
    pos: usize,
    path: Vec<Step>,
    /// Where the open arrays and objects begin.
    open: Vec<usize>,
    reading: JsonReading,
}

impl JsonReader<'_> {
    fn document(&mut self) -> Result<JsonNode, Stop> {
        self.skip_blank()?;
        if self.pos == self.text.len() {
            self.report(faults::empty_file(self.here(0)));
            return Err(Stop);
        }
        let root = self.value()?;
        self.skip_blank()?;
        if self.pos < self.text.len() {
            self.report(faults::trailing(self.text, self.rest_span()));
        }
        Ok(root)
    }

    fn value(&mut self) -> Result<JsonNode, Stop> {
        let start = self.pos;
        let value = match self.peek() {
            Some(b'{') => self.object()?,
            Some(b'[') => self.array()?,
            Some(b'"') => JsonValue::String(self.string()?),
            Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'a'..=b'z' | b'A'..=b'Z' | b'_') => self.word(),
            _ => self.foreign_string()?,
        };
        Ok(JsonNode::new(Span { start, end: self.pos }, value))
    }

    fn object(&mut self) -> Result<JsonValue, Stop> {
        self.enter()?;
        let mut members = Vec::new();
        loop {
            self.skip_blank()?;
            match self.peek() {
                Some(b'}') => break,
                Some(b'"') => {}
                _ => return self.fail(faults::key_expected(self.text, self.pos, self.open.last().copied())),
            }
            members.push(self.member()?);
            if !self.separated(b'}')? {
                break;
            }
        }
        self.leave();
        Ok(JsonValue::Object(members))
    }

    fn member(&mut self) -> Result<NodeMember, Stop> {
        let start = self.pos;
        let name = self.string()?;
        let name_span = Span { start, end: self.pos };
        self.skip_blank()?;
        if self.peek() != Some(b':') {
            return self.fail(faults::colon_expected(self.text, self.pos, &name));
        }
        self.pos += 1;
        self.skip_blank()?;
        self.path.push(Step::Key(name.clone()));
        let node = self.value()?;
        self.path.pop();
        Ok(NodeMember { written: name.clone(), name, name_span, node })
    }

    fn array(&mut self) -> Result<JsonValue, Stop> {
        self.enter()?;
        let mut items = Vec::new();
        loop {
            self.skip_blank()?;
            if self.peek() == Some(b']') {
                break;
            }
            self.path.push(Step::Index(items.len()));
            items.push(self.value()?);
            self.path.pop();
            if !self.separated(b']')? {
                break;
            }
        }
        self.leave();
        Ok(JsonValue::Array(items))
    }

    fn enter(&mut self) -> Result<(), Stop> {
        if self.open.len() == MAX_DEPTH {
            // A pointer of so many steps would tell nobody anything.
            self.path.clear();
            return self.fail(faults::too_deep(self.here(1), MAX_DEPTH));
        }
        self.open.push(self.pos);
        self.pos += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.open.pop();
        self.pos += 1;
    }

    /// After an item: whether another follows. A missing comma and one too many are reported and read on.
    fn separated(&mut self, close: u8) -> Result<bool, Stop> {
        let end = self.pos;
        self.skip_blank()?;
        match self.peek() {
            Some(b',') => {
                let comma = self.here(1);
                self.pos += 1;
                self.skip_blank()?;
                if self.peek() == Some(close) {
                    self.report(faults::trailing_comma(comma));
                    return Ok(false);
                }
                Ok(true)
            }
            Some(b) if b == close => Ok(false),
            Some(b'"' | b'{' | b'[') => {
                self.report(faults::missing_comma(Span { start: end, end: end + 1 }));
                Ok(true)
            }
            _ => self.fail(faults::unclosed(self.text, self.pos, self.open.last().copied(), close)),
        }
    }

    /// A number, `true`, `false`, `null`, or a word that should have been one of them.
    fn word(&mut self) -> JsonValue {
        let start = self.pos;
        let rest = self.text.get(start..).unwrap_or_default();
        let len = rest.find(|c: char| !(c.is_alphanumeric() || "+-._%/".contains(c))).unwrap_or(rest.len());
        let word = rest.get(..len).unwrap_or_default();
        self.pos += len;
        match word {
            "true" => JsonValue::Flag(true),
            "false" => JsonValue::Flag(false),
            "null" => JsonValue::Null,
            number if is_number(number) => JsonValue::Number(number.to_owned()),
            other => {
                self.report(faults::bare_word(other, self.path.last(), Span { start, end: self.pos }));
                JsonValue::Placeholder
            }
        }
    }

    /// A string in quotes that JSON does not know: `'…'`, `“…”`.
    fn foreign_string(&mut self) -> Result<JsonValue, Stop> {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let closing = match rest.chars().next() {
            Some('\'') => "'",
            Some('“' | '”' | '„') => "”",
            Some('‘' | '’') => "’",
            Some('«') => "»",
            _ => return self.fail(faults::value_expected(self.text, self.pos, self.open.last().copied())),
        };
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let body = rest.get(first..).unwrap_or_default();
        let span = Span { start: self.pos, end: self.pos + first };
        // no further than the line: the rest of the file is not searched again for each string
        let ends = |c: char| c == '\n' || closing.contains(c);
        match body.find(ends).filter(|len| !body[*len..].starts_with('\n')) {
            Some(len) => {
                let body = body.get(..len).unwrap_or_default();
                self.pos += first + len + closing.len();
                self.report(faults::foreign_quotes(body, Span { start: span.start, end: self.pos }));
                Ok(JsonValue::Placeholder)
            }
            None => self.fail(faults::foreign_quotes(body.lines().next().unwrap_or_default(), span)),
        }
    }

    /// A string; a character at fault is reported and left out.
    fn string(&mut self) -> Result<String, Stop> {
        let start = self.pos;
        self.pos += 1;
        let mut text = String::new();
        loop {
            let (at, piece) = (self.pos, piece(self.text, self.pos));
            self.pos += piece.len;
            match piece.kind {
                PieceKind::End => return Ok(text),
                PieceKind::Char(c) => text.push(c),
                PieceKind::Unclosed => {
                    self.pos = at;
                    return self.fail(faults::unclosed_string(self.text, start, at));
                }
                PieceKind::RawControl(c) => {
                    self.report(faults::raw_control(c, self.span_from(at)));
                    text.extend((c == '\t').then_some(' '));
                }
                PieceKind::LoneSurrogate(unit) => self.report(faults::lone_surrogate(unit, self.span_from(at))),
                PieceKind::BadEscape => {
                    let span = self.span_from(at);
                    let escape = self.text.get(at..self.pos).unwrap_or_default();
                    self.report(faults::bad_escape(escape, span));
                    text.extend(escape.chars().skip(1));
                }
            }
        }
    }

    /// White space; comments, which JSON does not know, are reported and skipped.
    fn skip_blank(&mut self) -> Result<(), Stop> {
        loop {
            let rest = self.text.get(self.pos..).unwrap_or_default();
            self.pos += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            let rest = self.text.get(self.pos..).unwrap_or_default();
            let len = if rest.starts_with("//") || rest.starts_with('#') {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                match rest.find("*/") {
                    Some(end) => end + 2,
                    None => return self.fail(faults::comment(self.here(2))),
                }
            } else if let Some(space) = rest.chars().next().filter(|c| faults::is_foreign_space(*c)) {
                self.report(faults::foreign_space(space, self.here(space.len_utf8())));
                self.pos += space.len_utf8();
                continue;
            } else {
                return Ok(());
            };
            self.report(faults::comment(self.here(len)));
            self.pos += len;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    const fn here(&self, len: usize) -> Span {
        Span { start: self.pos, end: self.pos + len }
    }

    const fn span_from(&self, start: usize) -> Span {
        Span { start, end: self.pos }
    }

    const fn rest_span(&self) -> Span {
        Span { start: self.pos, end: self.text.len() }
    }

    fn pointer(&self) -> Pointer {
        self.path.iter().fold(Pointer::root(), |pointer, step| match step {
            Step::Key(key) => pointer.key(key),
            Step::Index(i) => pointer.index(*i),
        })
    }

    fn report(&mut self, mut finding: Diagnostic) {
        // a name may be as long as the file
        if !self.reading.findings.is_full_of(&finding) {
            finding.at = self.pointer();
        }
        self.reading.findings.push(finding);
    }

    fn fail<T>(&mut self, finding: Diagnostic) -> Result<T, Stop> {
        self.report(finding);
        Err(Stop)
    }
}

/// Whether JSON knows the number.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let body = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = body.split_once(['e', 'E']).map_or((body, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(w, f)| (w, Some(f)));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}
