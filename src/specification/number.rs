//! Numbers of a specification, as their digits: never rounded on the way to paper.

use serde::de::Error;
use serde::{Serialize, Serializer};

use super::digits::is_exact;
use super::from_json::{FromJson, reads_itself};
use super::shape::Form;

/// A number as it is written in decimal: `1234.5`, `-3`, `1e3`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// A number by its digits; `None` of what is no number of JSON, or has a fraction and more than 15 digits.
    #[must_use]
    pub fn read(digits: &str) -> Option<Self> {
        let is_sound = digits.starts_with(|c: char| c == '-' || c.is_ascii_digit())
            && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
        (is_sound && is_exact(digits)).then(|| Self(digits.to_owned()))
    }

    /// Its digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

reads_itself! { Number }

impl FromJson for Number {
    const FORM: Form = Form::Number;

    fn from_number<E: Error>(digits: &str) -> Result<Self, E> {
        Self::read(digits).ok_or_else(|| E::custom("a number with too many digits"))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Ok(number) = self.0.parse::<i64>() {
            return serializer.serialize_i64(number);
        }
        if let Ok(number) = self.0.parse::<u64>() {
            return serializer.serialize_u64(number);
        }
        let number: f64 = self.0.parse().map_err(serde::ser::Error::custom)?;
        serializer.serialize_f64(number)
    }
}
