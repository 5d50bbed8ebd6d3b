//! Tokens of PDF (ISO 32000-1, 7.2).

use super::budget::Budget;
use super::damaged;
use crate::read::ReadError;
use crate::read::limits::MAX_TEXT_BYTES;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, so written that equal ones are equal.
    Real(Vec<u8>),
    /// A name without its slash, `#xx` decoded.
    Name(Vec<u8>),
    /// A string's bytes.
    Text(Vec<u8>),
    ArrayOpens,
    ArrayCloses,
    DictionaryOpens,
    DictionaryCloses,
    /// A keyword.
    Word(&'a [u8]),
    /// Nothing follows.
    End,
}

/// Tokens of some bytes, one after the other.
#[derive(Debug)]
pub(super) struct Lexer<'a, 'b> {
    bytes: &'a [u8],
    at: usize,
    budget: &'b Budget,
}

impl<'a, 'b> Lexer<'a, 'b> {
    /// Begins at byte `at`.
    pub(super) fn new(bytes: &'a [u8], at: usize, budget: &'b Budget) -> Self {
        Self { bytes, at, budget }
    }

    /// Where the next token or the white space before it begins.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Goes on at byte `at`.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// What is left.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The next token.
    ///
    /// # Errors
    /// It is none; the budget is used up.
    pub(super) fn next(&mut self) -> Result<Token<'a>, ReadError> {
        let start = self.at;
        self.skip_space()?;
        let token = self.token();
        self.budget.look(self.at.saturating_sub(start) + 1)?;
        token
    }

    /// Whether a keyword comes next; it is taken only if it does.
    pub(super) fn takes(&mut self, word: &[u8]) -> Result<bool, ReadError> {
        let back = self.at;
        let found = self.next().is_ok_and(|token| token == Token::Word(word));
        self.budget.look(self.at.saturating_sub(back))?;
        if !found {
            self.at = back;
        }
        Ok(found)
    }

    /// The keyword that must come next.
    pub(super) fn demand(&mut self, word: &'static str) -> Result<(), ReadError> {
        if self.takes(word.as_bytes())? {
            Ok(())
        } else {
            Err(damaged(&format!("thiếu {word}"), &format!("no {word}")))
        }
    }

    /// The whole number, not below 0, that must come next.
    pub(super) fn count(&mut self) -> Result<usize, ReadError> {
        match self.next()? {
            Token::Integer(value) => usize::try_from(value).map_err(|_| no_number()),
            _ => Err(no_number()),
        }
    }

    /// `12 0 R` in front of us after its first number: whether the rest follows; it is taken only if it does.
    ///
    /// # Errors
    /// The generation is not 0: such an object is one that took the place of another, which no program at hand writes, and
    /// to a reader that left the generation aside it would pass for that other.
    pub(super) fn takes_reference(&mut self) -> Result<bool, ReadError> {
        let back = self.at;
        // by bytes: in a long row of numbers each would be read three times as tokens
        self.skip_space()?;
        let digits = self.rest().iter().take(6).take_while(|byte| byte.is_ascii_digit()).count();
        let newer = self.rest().iter().take(digits).any(|digit| *digit != b'0');
        self.at += digits;
        let before = self.at;
        self.skip_space()?;
        let follows =
            digits > 0 && self.at > before && self.peek(0) == Some(b'R') && !self.peek(1).is_some_and(is_regular);
        self.budget.look(self.at - back)?;
        self.at = if follows { self.at + 1 } else { back };
        if follows && newer {
            return Err(reused());
        }
        Ok(follows)
    }

    /// Skips white space and comments (7.2.3).
    pub(super) fn skip_space(&mut self) -> Result<(), ReadError> {
        let start = self.at;
        let mut in_comment = false;
        while let Some(byte) = self.peek(0) {
            in_comment = byte == b'%' || (in_comment && byte != b'\n' && byte != b'\r');
            if !in_comment && !is_space(byte) {
                break;
            }
            self.at += 1;
            if self.at - start > MAX_TEXT_BYTES {
                return Err(too_long());
            }
        }
        Ok(())
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at.checked_add(ahead)?).copied()
    }

    fn token(&mut self) -> Result<Token<'a>, ReadError> {
        let Some(first) = self.peek(0) else { return Ok(Token::End) };
        match (first, self.peek(1)) {
            (b'/', _) => Ok(Token::Name(self.name()?)),
            (b'(', _) => Ok(Token::Text(self.literal()?)),
            (b'<', Some(b'<')) => Ok(self.punctuation(2, Token::DictionaryOpens)),
            (b'>', Some(b'>')) => Ok(self.punctuation(2, Token::DictionaryCloses)),
            (b'<', _) => Ok(Token::Text(self.hexadecimal()?)),
            (b'[', _) => Ok(self.punctuation(1, Token::ArrayOpens)),
            (b']', _) => Ok(self.punctuation(1, Token::ArrayCloses)),
            (b'+' | b'-' | b'.' | b'0'..=b'9', _) => self.number(),
            (byte, _) if is_regular(byte) => Ok(Token::Word(self.regular())),
            _ => Err(damaged("ký tự lạc", "a stray character")),
        }
    }

    fn punctuation(&mut self, length: usize, token: Token<'a>) -> Token<'a> {
        self.at += length;
        token
    }

    fn regular(&mut self) -> &'a [u8] {
        let rest = self.rest();
        // one byte more than allowed, so that it is noticed
        let length = rest.iter().take(MAX_TEXT_BYTES + 1).take_while(|byte| is_regular(**byte)).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn number(&mut self) -> Result<Token<'a>, ReadError> {
        let text = std::str::from_utf8(self.regular()).map_err(|_| no_number())?;
        match text.parse() {
            Ok(value) => Ok(Token::Integer(value)),
            Err(_) if text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte)) => Ok(decimal(text)),
            Err(_) => Err(no_number()),
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, ReadError> {
        self.at += 1;
        let text = self.regular();
        if text.len() > MAX_TEXT_BYTES {
            return Err(too_long());
        }
        let mut bytes = text.iter();
        let mut name = Vec::new();
        while let Some(byte) = bytes.next() {
            name.push(match byte {
                b'#' => {
                    let mut digit = || bytes.next().and_then(|byte| hexadecimal_digit(*byte));
                    let (high, low) = (digit(), digit());
                    high.zip(low).map(|(high, low)| high << 4 | low).ok_or_else(|| damaged("tên sai", "a bad name"))?
                }
                _ => *byte,
            });
        }
        Ok(name)
    }

    fn hexadecimal(&mut self) -> Result<Vec<u8>, ReadError> {
        let bad = || damaged("chuỗi sai", "a bad string");
        self.at += 1;
        let start = self.at;
        let (mut text, mut half) = (Vec::new(), None);
        loop {
            let byte = self.peek(0).ok_or_else(bad)?;
            self.at += 1;
            if self.at - start > MAX_TEXT_BYTES {
                return Err(too_long());
            }
            if byte == b'>' {
                text.extend(half.map(|high: u8| high << 4));
                return Ok(text);
            }
            if is_space(byte) {
                continue;
            }
            let digit = hexadecimal_digit(byte).ok_or_else(bad)?;
            match half.take() {
                Some(high) => text.push(high << 4 | digit),
                None => half = Some(digit),
            }
        }
    }

    fn literal(&mut self) -> Result<Vec<u8>, ReadError> {
        let start = self.at;
        let (mut text, mut depth) = (Vec::new(), 0_usize);
        loop {
            let byte = self.peek(0).ok_or_else(|| damaged("chuỗi không kết thúc", "a string has no end"))?;
            self.at += 1;
            if self.at - start > MAX_TEXT_BYTES {
                return Err(too_long());
            }
            match byte {
                b'\\' => text.extend(self.escape()),
                b'(' => {
                    depth += 1;
                    if depth > 1 {
                        text.push(byte);
                    }
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(text);
                    }
                    text.push(byte);
                }
                _ => text.push(byte),
            }
        }
    }

    /// What a backslash and the characters behind it stand for (7.3.4.2).
    fn escape(&mut self) -> Option<u8> {
        let byte = self.peek(0)?;
        self.at += 1;
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'0'..=b'7' => {
                let mut value = byte - b'0';
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek(0) else { break };
                    value = value.wrapping_mul(8).wrapping_add(digit - b'0');
                    self.at += 1;
                }
                Some(value)
            }
            b'\r' => {
                self.at += usize::from(self.peek(0) == Some(b'\n'));
                None
            }
            b'\n' => None,
            other => Some(other),
        }
    }
}

/// A number with a fraction in one way of writing it, so that equal numbers are equal: no plus, no needless zero.
fn decimal(text: &str) -> Token<'static> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    match format!("{sign}0{whole}").parse() {
        Ok(value) if fraction.is_empty() => Token::Integer(value),
        Ok(_) | Err(_) => Token::Real(format!("{sign}{whole}.{fraction}").into_bytes()),
    }
}

/// An object of a later generation.
pub(super) fn reused() -> ReadError {
    damaged("số đối tượng được dùng lại", "an object's number is used again")
}

fn too_long() -> ReadError {
    ReadError::too_large("một chuỗi trong tệp PDF quá dài", "a string of the PDF is too long")
}

fn no_number() -> ReadError {
    damaged("thiếu một số", "a number is missing")
}

fn hexadecimal_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}
