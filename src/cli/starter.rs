//! `vanban new`: a specification for each document type to begin with.

use std::fmt::Write as _;
use std::time::UNIX_EPOCH;

use vanban::diag::Lang;
use vanban::specification::DocType;
use vanban::starter::{SCHEMA_FILE, StarterRow, starter, starters};

use super::args::NewArgs;
use super::console::{Failure, Outcome};
use super::save::{save, save_with};

/// Finds a type by its word, abbreviation or name, as `doc_type` of a specification is read.
pub(crate) fn parse_type(typed: &str) -> Result<StarterRow, String> {
    let named = DocType::named(typed);
    starters().find(|(doc_type, ..)| Some(*doc_type) == named).ok_or_else(|| {
        let known: Vec<_> = starters()
            .map(|(doc_type, template, _)| match &template.abbreviation {
                Some(abbreviation) => format!("{} ({abbreviation})", doc_type.name()),
                None => doc_type.name().to_owned(),
            })
            .collect();
        format!("TYPE = {}", known.join(" | "))
    })
}

/// Runs the command.
pub(crate) fn run(args: &NewArgs, lang: Lang) -> Result<Outcome, Failure> {
    match args.doc_type {
        Some(row) if !args.list => {
            let schema = vanban::schema::schema_text();
            save_with(&args.save, starter(row, this_year()).into_bytes(), (SCHEMA_FILE, schema.as_bytes()))?;
        }
        _ => save(&args.save, table(lang).into_bytes(), None)?,
    }
    Ok(Outcome::Done)
}

fn table(lang: Lang) -> String {
    let mut text = match lang {
        Lang::Vi => format!("{:<25}{:<10}{}\n", "TYPE", "viết tắt", "tên loại"),
        Lang::En => format!("{:<25}{:<10}{}\n", "TYPE", "abbr.", "Vietnamese"),
    };
    for (doc_type, template, _) in starters() {
        let _ = writeln!(
            text,
            "{:<25}{:<10}{}",
            doc_type.name(),
            template.abbreviation.as_deref().unwrap_or("–"),
            template.title
        );
    }
    text
}

/// The year in Vietnam.
#[allow(
    clippy::disallowed_types,
    reason = "a new draft is dated this year; only here does the program look at a clock"
)]
fn this_year() -> i32 {
    use chrono::{DateTime, Datelike, FixedOffset};
    /// When the clock is of no use, or stands before the year in which this was written: a draft of 2019 would follow a regulation
    /// that is no longer in force.
    const EARLIEST: i32 = 2026;
    let seconds =
        std::time::SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|d| i64::try_from(d.as_secs()).ok());
    let vietnam = FixedOffset::east_opt(7 * 3600);
    let now = seconds.and_then(|s| DateTime::from_timestamp(s, 0)).zip(vietnam);
    now.map_or(EARLIEST, |(utc, zone)| utc.with_timezone(&zone).year().max(EARLIEST))
}
