//! Writes XML 1.0 into one string. Markup comes from literals only; every value goes through escaping, which refuses the
//! characters that XML forbids (XML 1.0, section 2.2: Word does not open a file that holds one).

use std::fmt::Write as _;

use crate::error::WriteError;

/// The declaration every part opens with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A part under construction.
#[derive(Debug)]
pub(super) struct Xml {
    out: String,
    /// The first character met that XML forbids.
    forbidden: Option<char>,
}

impl Xml {
    /// A part that opens with the XML declaration.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        let mut out = String::with_capacity(bytes.max(DECLARATION.len()));
        out.push_str(DECLARATION);
        Self { out, forbidden: None }
    }

    /// Markup written in the program itself.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// A value, escaped for text content and for attributes in double quotes.
    pub(super) fn text(&mut self, value: &str) -> &mut Self {
        let mut done = 0;
        for (at, byte) in value.bytes().enumerate() {
            let escaped = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                // a reader would turn them into spaces or line feeds
                b'\t' => "&#9;",
                b'\n' => "&#10;",
                b'\r' => "&#13;",
                0..0x20 => {
                    self.forbidden.get_or_insert(char::from(byte));
                    ""
                }
                // U+FFFE and U+FFFF are EF BF BE and EF BF BF
                0xbe | 0xbf if value.as_bytes()[..at].ends_with(&[0xef, 0xbf]) => {
                    self.forbidden.get_or_insert(if byte == 0xbe { '\u{fffe}' } else { '\u{ffff}' });
                    continue;
                }
                _ => continue,
            };
            self.out.push_str(&value[done..at]);
            self.out.push_str(escaped);
            done = at + 1;
        }
        self.out.push_str(&value[done..]);
        self
    }

    /// A whole number.
    pub(super) fn number(&mut self, value: i64) -> &mut Self {
        // writing to a string cannot fail
        let _ = write!(self.out, "{value}");
        self
    }

    /// Eight hexadecimal digits (`ST_LongHexNumber`).
    pub(super) fn hex(&mut self, value: u32) -> &mut Self {
        let _ = write!(self.out, "{value:08X}");
        self
    }

    /// ` name="value"`; `opening` is the literal ` name="`.
    pub(super) fn attribute(&mut self, opening: &'static str, value: i64) -> &mut Self {
        self.raw(opening).number(value).raw("\"")
    }

    /// An element with one text value between its tags.
    pub(super) fn element(&mut self, open: &'static str, value: &str, close: &'static str) -> &mut Self {
        self.raw(open).text(value).raw(close)
    }

    /// The part.
    ///
    /// # Errors
    /// A forbidden character was written: an earlier stage let it through.
    pub(super) fn finish(self) -> Result<Vec<u8>, WriteError> {
        match self.forbidden {
            None => Ok(self.out.into_bytes()),
            Some(c) => Err(WriteError(format!("U+{:04X} cannot stand in a Word file", u32::from(c)))),
        }
    }
}
