//! Which regulation a document of a day follows.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::get;
use crate::specification::{IssueDate, Regulation, Spec};

/// From when to when a regulation is followed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// The first day.
    pub from: Turn,
    /// The first day no more; `None` where it is followed still.
    pub until: Option<Turn>,
}

/// A day on which the law changes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    #[serde(deserialize_with = "whole_date")]
    day: (i32, u32, u32),
    /// The clause that says so.
    pub source: String,
}

impl Turn {
    /// The day: year, month, day.
    #[must_use]
    pub const fn day(&self) -> (i32, u32, u32) {
        self.day
    }
}

fn whole_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(i32, u32, u32), D::Error> {
    let date = IssueDate::deserialize(deserializer)?;
    if date.month.is_none() || date.day.is_none() {
        return Err(D::Error::custom("a day of law is a whole date"));
    }
    Ok(date.earliest())
}

/// The regulation that a document of a day (year, month, day) follows; before all of them, the oldest.
#[must_use]
pub fn on(day: (i32, u32, u32)) -> Regulation {
    let began = |regulation: &Regulation| get(*regulation).is_ok_and(|profile| profile.in_force.from.day <= day);
    let newest_first = Regulation::ALL;
    newest_first.iter().copied().find(began).unwrap_or(newest_first[newest_first.len() - 1])
}

/// The regulation that a specification names, else the one of its issue date. An unknown day or month counts as the last of
/// its month or year: a draft is issued later rather than sooner.
#[must_use]
pub fn in_force(spec: &Spec) -> Regulation {
    spec.regulation.unwrap_or_else(|| on(spec.issue_date.latest()))
}
