//! One value of a regulation: its default, what is legal, and the clause that says so.

use serde::Deserialize;

use super::measure::Measure;

/// A value of a regulation.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Written", bound = "T: Measure")]
pub struct Value<T: Measure> {
    /// What a document gets that says nothing.
    pub default: T,
    /// What the regulation allows.
    pub legal: Legal<T>,
    /// The legal range as it reads in a message, e.g. `30–35 mm`; empty where everything is legal.
    pub legal_text: String,
    /// The default as it is written.
    pub default_text: String,
    /// The clause, e.g. `NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3`.
    pub source: String,
}

/// What a regulation allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Legal<T> {
    /// From the first to the second, ends included; `None` is open.
    Between(Option<T>, Option<T>),
    /// These values only.
    OneOf(Vec<T>),
}

impl<T: Measure> Value<T> {
    /// Whether a value is legal.
    #[must_use]
    pub fn allows(&self, value: T) -> bool {
        match &self.legal {
            Legal::Between(min, max) => value.is_between(*min, *max),
            Legal::OneOf(values) => values.iter().any(|v| value.is(*v)),
        }
    }

    /// The smallest legal value; the default where the range is open below.
    #[must_use]
    pub fn smallest(&self) -> T {
        match &self.legal {
            Legal::Between(min, _) => min.unwrap_or(self.default),
            Legal::OneOf(values) => values.first().copied().unwrap_or(self.default),
        }
    }
}

/// A value as it stands in the data.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    default: String,
    min: Option<String>,
    max: Option<String>,
    allowed: Option<Vec<String>>,
    source: String,
}

impl<T: Measure> TryFrom<Written> for Value<T> {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let read = |text: &String| T::read(text).map_err(|fault| format!("{text}: {fault:?}"));
        let Written { default, min, max, allowed, source } = written;
        let (legal, legal_text) = match &allowed {
            Some(values) => (Legal::OneOf(values.iter().map(read).collect::<Result<_, _>>()?), join(values)),
            None => {
                let between = Legal::Between(min.as_ref().map(read).transpose()?, max.as_ref().map(read).transpose()?);
                (between, range_text(min.as_deref(), max.as_deref()))
            }
        };
        let value = Self { default: read(&default)?, legal, legal_text, default_text: default, source };
        if !value.allows(value.default) {
            return Err(format!("the default {} is not among {}", value.default_text, value.legal_text));
        }
        Ok(value)
    }
}

fn join(values: &[String]) -> String {
    values.iter().map(|v| spaced(v)).collect::<Vec<_>>().join(" / ")
}

fn range_text(min: Option<&str>, max: Option<&str>) -> String {
    match (min, max) {
        (None, None) => String::new(),
        (Some(min), None) => format!("≥ {}", spaced(min)),
        (None, Some(max)) => format!("≤ {}", spaced(max)),
        (Some(min), Some(max)) => {
            let unit = max.trim_start_matches(|c: char| !c.is_alphabetic());
            let min = if unit.is_empty() { min } else { min.strip_suffix(unit).unwrap_or(min) };
            format!("{min}–{}", spaced(max))
        }
    }
}

/// `30mm` as `30 mm`; words stay.
fn spaced(value: &str) -> String {
    match value.find(|c: char| c.is_alphabetic()) {
        Some(at) if at > 0 && !value.contains(' ') => format!("{} {}", &value[..at], &value[at..]),
        Some(_) | None => value.to_owned(),
    }
}
