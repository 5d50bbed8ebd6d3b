//! Objects of PDF (ISO 32000-1, 7.3), as far as they are asked for.

use std::collections::BTreeMap;

use super::damaged;
use super::lexer::{Lexer, Token};
use crate::read::ReadError;
use crate::read::limits::{MAX_OBJECT_DEPTH, MAX_VALUES};

/// An object.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number with a fraction, so written that equal ones are equal.
    Real(Vec<u8>),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    /// Number of an indirect object; its generation is of no use to a reader.
    Reference(u32),
}

/// A dictionary, each key once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dictionary(BTreeMap<Vec<u8>, Object>);

impl Dictionary {
    /// A value as written.
    pub(super) fn get(&self, key: &str) -> Option<&Object> {
        self.0.get(key.as_bytes())
    }

    /// The keys, sorted.
    pub(super) fn keys(&self) -> impl Iterator<Item = &[u8]> {
        self.0.keys().map(Vec::as_slice)
    }

    /// The values in the order of their keys.
    pub(super) fn values(&self) -> impl Iterator<Item = &Object> {
        self.0.values()
    }

    /// The first key, of those in either, that has another value in the other and is not among `free`.
    pub(super) fn differs_beside(&self, other: &Self, free: &[&str]) -> Option<String> {
        let changed = |key: &&Vec<u8>| self.0.get(*key) != other.0.get(*key);
        let is_free = |key: &&Vec<u8>| free.iter().any(|free| free.as_bytes() == key.as_slice());
        let found = self.0.keys().chain(other.0.keys()).find(|key| changed(key) && !is_free(key));
        found.map(|key| String::from_utf8_lossy(key).into_owned())
    }

    /// Whether a value is this name.
    pub(super) fn names(&self, key: &str, name: &str) -> bool {
        matches!(self.get(key), Some(Object::Name(own)) if own == name.as_bytes())
    }

    /// A whole number, not below 0, that stands in the dictionary itself.
    ///
    /// # Errors
    /// Something else stands there.
    pub(super) fn count(&self, key: &str) -> Result<Option<usize>, ReadError> {
        self.get(key).map(|value| value.count().ok_or_else(|| bad_entry(key))).transpose()
    }
}

impl Object {
    /// A whole number, not below 0.
    pub(super) fn count(&self) -> Option<usize> {
        match self {
            Self::Integer(value) => usize::try_from(*value).ok(),
            Self::Null
            | Self::Boolean(_)
            | Self::Real(_)
            | Self::Name(_)
            | Self::Text(_)
            | Self::Array(_)
            | Self::Dictionary(_)
            | Self::Reference(_) => None,
        }
    }
}

pub(super) fn bad_entry(key: &str) -> ReadError {
    damaged(&format!("/{key} không đúng"), &format!("/{key} is wrong"))
}

/// Reads one object.
///
/// # Errors
/// It is none, too large or nested too deeply.
pub(super) fn read(lexer: &mut Lexer<'_, '_>) -> Result<Object, ReadError> {
    let token = lexer.next()?;
    Parser { lexer, values: 0 }.object(token, 0)
}

/// Reads the dictionary that must come next.
///
/// # Errors
/// As [`read`]; it is something else.
pub(super) fn read_dictionary(lexer: &mut Lexer<'_, '_>) -> Result<Dictionary, ReadError> {
    match read(lexer)? {
        Object::Dictionary(dictionary) => Ok(dictionary),
        _ => Err(damaged("thiếu từ điển", "a dictionary is missing")),
    }
}

struct Parser<'l, 'a, 'b> {
    lexer: &'l mut Lexer<'a, 'b>,
    values: usize,
}

impl Parser<'_, '_, '_> {
    fn object(&mut self, token: Token<'_>, depth: usize) -> Result<Object, ReadError> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(ReadError::too_large("một đối tượng PDF quá lớn", "an object of the PDF is too large"));
        }
        if depth > MAX_OBJECT_DEPTH {
            return Err(damaged("đối tượng lồng quá sâu", "an object is nested too deeply"));
        }
        match token {
            Token::Integer(value) => self.integer_or_reference(value),
            Token::Real(value) => Ok(Object::Real(value)),
            Token::Name(name) => Ok(Object::Name(name)),
            Token::Text(text) => Ok(Object::Text(text)),
            Token::ArrayOpens => self.array(depth),
            Token::DictionaryOpens => self.dictionary(depth),
            Token::Word(b"null") => Ok(Object::Null),
            Token::Word(b"true") => Ok(Object::Boolean(true)),
            Token::Word(b"false") => Ok(Object::Boolean(false)),
            Token::Word(_) | Token::ArrayCloses | Token::DictionaryCloses | Token::End => {
                Err(damaged("thiếu một đối tượng", "an object is missing"))
            }
        }
    }

    fn integer_or_reference(&mut self, value: i64) -> Result<Object, ReadError> {
        match u32::try_from(value) {
            Ok(number) if self.lexer.takes_reference()? => Ok(Object::Reference(number)),
            Ok(_) | Err(_) => Ok(Object::Integer(value)),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Object, ReadError> {
        let mut items = Vec::new();
        loop {
            match self.lexer.next()? {
                Token::ArrayCloses => return Ok(Object::Array(items)),
                token => items.push(self.object(token, depth + 1)?),
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Object, ReadError> {
        let mut entries = BTreeMap::new();
        loop {
            match self.lexer.next()? {
                Token::DictionaryCloses => return Ok(Object::Dictionary(Dictionary(entries))),
                Token::Name(key) => {
                    let token = self.lexer.next()?;
                    // which of two counts is not said (7.3.7), so readers differ
                    if entries.insert(key, self.object(token, depth + 1)?).is_some() {
                        return Err(damaged("từ điển có hai khóa giống nhau", "a dictionary has the same key twice"));
                    }
                }
                _ => return Err(damaged("từ điển sai", "a bad dictionary")),
            }
        }
    }
}
