//! Thời gian ban hành (ô số 4), whose day and month may be open in a draft.

use std::fmt;

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess};
use serde::{Deserialize, Serialize, Serializer};

use super::from_json::{FromJson, reads_itself};
use super::shape::Form;

/// Thời gian ban hành: `"2019-05-15"`; `"2019-05"`, `"2019"` or an object whose day and month may be null in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct IssueDate {
    /// Năm.
    pub year: i32,
    /// Tháng, 1–12; `None`: room for handwriting.
    pub month: Option<u32>,
    /// Ngày, 1–31; `None`: room for handwriting.
    pub day: Option<u32>,
}

/// Why a date cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateFault {
    /// Not one of the written forms.
    Form,
    /// No such month.
    Month(u32),
    /// No such day in that month.
    Day(IssueDate),
    /// A day but no month.
    DayWithoutMonth,
    /// Before the state whose documents these are, or beyond reason.
    Year(i32),
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("a date is written YYYY-MM-DD"),
            Self::Month(month) => write!(f, "there is no month {month}"),
            Self::Day(date) => write!(f, "there is no such day: {date:?}"),
            Self::DayWithoutMonth => f.write_str("a day without its month"),
            Self::Year(year) => write!(f, "the year {year} is out of range"),
        }
    }
}

/// Why a date cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError(DateFault);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for DateError {}

/// The years a document may have been issued in.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1945..=2199;

impl IssueDate {
    /// A date; without a day, or a month and a day, in a draft.
    ///
    /// # Errors
    /// There is no such day or month, a day has no month, or the year is not from 1945 to 2199.
    pub fn new(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, DateError> {
        Self::possible(year, month, day).map_err(DateError)
    }

    pub(super) fn possible(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, DateFault> {
        let date = Self { year, month, day };
        if !YEARS.contains(&year) {
            return Err(DateFault::Year(year));
        }
        match (month, day) {
            (None, Some(_)) => Err(DateFault::DayWithoutMonth),
            (Some(month), _) if !(1..=12).contains(&month) => Err(DateFault::Month(month)),
            (Some(month), Some(day)) if NaiveDate::from_ymd_opt(year, month, day).is_none() => {
                Err(DateFault::Day(date))
            }
            _ => Ok(date),
        }
    }

    /// The first day it can mean: year, month, day.
    #[must_use]
    pub fn earliest(self) -> (i32, u32, u32) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it can mean; a month whose end does not matter has 31 days.
    #[must_use]
    pub fn latest(self) -> (i32, u32, u32) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub(super) fn read(text: &str) -> Result<Self, DateFault> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(DateFault::Form)?;
        let month = digits(parts.next(), 2)?;
        let day = digits(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateFault::Form);
        }
        Self::possible(i32::try_from(year).map_err(|_| DateFault::Form)?, month, day)
    }
}

fn digits(part: Option<&str>, width: usize) -> Result<Option<u32>, DateFault> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateFault::Form);
    }
    part.parse().map(Some).map_err(|_| DateFault::Form)
}

/// A date written as an object.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IssueDateParts")]
pub(super) struct DateParts {
    year: i32,
    #[serde(default)]
    month: Option<u32>,
    #[serde(default)]
    day: Option<u32>,
}

reads_itself! { IssueDate }

impl FromJson for IssueDate {
    const FORM: Form = Form::IssueDate;

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        Self::read(text).map_err(E::custom)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        let DateParts { year, month, day } = DateParts::deserialize(MapAccessDeserializer::new(object))?;
        Self::possible(year, month, day).map_err(A::Error::custom)
    }
}

impl fmt::Display for IssueDate {
    /// As it stands in JSON: `2019-05-15`, `2019-05` or `2019`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match (self.month, self.day) {
            (None, None) => Ok(()),
            (Some(month), None) => write!(f, "-{month:02}"),
            (Some(month), Some(day)) => write!(f, "-{month:02}-{day:02}"),
            // no date: it must not read as that month
            (None, Some(day)) => write!(f, "--{day:02}"),
        }
    }
}

impl Serialize for IssueDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
