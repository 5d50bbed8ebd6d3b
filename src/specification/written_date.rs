//! Dates as people and programs write them, told apart from the one form that is read: for the hint that says what to write.
//! Nothing here is taken for the date without the user: `5/6/2024` and the like have two readings.

use chrono::{DateTime, Duration, NaiveDate};

use super::date::IssueDate;
use super::date_words::{self, DateToken};
use super::names::fold;
use super::tree::{JsonNode, JsonValue, NodeMember};

/// Hours by which clocks in Vietnam are before UTC: a midnight there is written by programs as 17:00 of the day before.
const VIETNAM_HOURS: i64 = 7;

/// The date that a value in another form stands for.
pub(super) fn meant(node: &JsonNode) -> Option<IssueDate> {
    match &node.value {
        JsonValue::Number(digits) => of_number(digits),
        JsonValue::String(text) => of_text(text),
        JsonValue::Array(items) => of_array(items),
        JsonValue::Object(members) => of_object(members),
        JsonValue::Null | JsonValue::Flag(_) | JsonValue::Placeholder | JsonValue::Removed => None,
    }
}

/// The date that a text stands for.
pub(super) fn of_text(text: &str) -> Option<IssueDate> {
    // longer ones are sentences
    const MOST: usize = 80;
    if text.chars().count() > MOST {
        return None;
    }
    let tokens = date_words::tokens(text);
    if let [DateToken::Number { digits, .. }]
    | [DateToken::Number { digits, .. }, DateToken::Sign { sign: '.', .. }, DateToken::Number { .. }] =
        tokens.as_slice()
    {
        return of_number(digits);
    }
    let (tokens, time) = date_words::without_time(tokens);
    // `20240515T000000Z`, `/Date(1715731200000)/`
    let first = tokens.iter().find_map(|token| match token {
        DateToken::Number { digits, .. } => Some(digits),
        _ => None,
    });
    if let Some(digits) = first.filter(|digits| digits.len() >= 8) {
        return of_number(digits);
    }
    let date = date_words::date(&tokens)?;
    time.map_or(Some(date), |time| in_vietnam(date, time.minutes, time.offset?).or(Some(date))).or(Some(date))
}

/// The day in Vietnam at a time of a day elsewhere; minutes, the offset from UTC too.
fn in_vietnam(date: IssueDate, minutes: i64, offset: i64) -> Option<IssueDate> {
    let IssueDate { year, month: Some(month), day: Some(day) } = date else { return None };
    let midnight = NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(0, 0, 0)?;
    let there = midnight.checked_add_signed(Duration::minutes(minutes - offset + VIETNAM_HOURS * 60))?;
    of_day(there.date())
}

/// A number: a year, the digits of a date, the days of a spreadsheet, the seconds or parts of a second since 1970.
fn of_number(written: &str) -> Option<IssueDate> {
    let digits = written.split('.').next().unwrap_or_default();
    let number: i64 = digits.parse().ok()?;
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let parts = |year: (usize, usize), month: (usize, usize), day: (usize, usize)| {
        let year = i32::try_from(part(year.0, year.1)?).ok()?;
        IssueDate::possible(year, Some(part(month.0, month.1)?), Some(part(day.0, day.1)?)).ok()
    };
    let year_first = || parts((0, 4), (4, 6), (6, 8));
    match digits.len() {
        4 => IssueDate::possible(i32::try_from(number).ok()?, None, None).ok(),
        5 => of_sheet(number),
        6 => match IssueDate::possible(i32::try_from(number / 100).ok()?, part(4, 6), None) {
            Ok(date) => Some(date),
            Err(_) => of_sheet(number),
        },
        8 => year_first().or_else(|| parts((4, 8), (2, 4), (0, 2))),
        9 | 10 => of_seconds(number),
        12 => year_first().or_else(|| of_seconds(number / 1_000)),
        11 | 13 => of_seconds(number / 1_000),
        14 | 17 => year_first(),
        15 | 16 => of_seconds(number / 1_000_000),
        19 => of_seconds(number / 1_000_000_000),
        _ => None,
    }
}

/// Days since 30/12/1899, as Excel and LibreOffice count them.
fn of_sheet(days: i64) -> Option<IssueDate> {
    of_day(NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(Duration::days(days))?)
}

/// Seconds since 1970 by UTC.
fn of_seconds(seconds: i64) -> Option<IssueDate> {
    of_day(DateTime::from_timestamp(seconds.checked_add(VIETNAM_HOURS * 3600)?, 0)?.date_naive())
}

fn of_day(day: NaiveDate) -> Option<IssueDate> {
    use chrono::Datelike;
    IssueDate::possible(day.year(), Some(day.month()), Some(day.day())).ok()
}

/// `[2024, 5, 15]`
fn of_array(items: &[JsonNode]) -> Option<IssueDate> {
    let words: Vec<&str> = items.iter().map_while(number_of).collect();
    if words.len() != items.len() || !(1..=7).contains(&words.len()) {
        return None;
    }
    of_text(&words.join(" "))
}

/// The digits of a number, in quotes or not.
fn number_of(node: &JsonNode) -> Option<&str> {
    match &node.value {
        JsonValue::Number(text) | JsonValue::String(text) => Some(text),
        _ => None,
    }
}

/// `{"$date": …}`, `{"nam": 2024, "thang": 5, "ngay": 15}`: what programs wrap a date in.
fn of_object(members: &[NodeMember]) -> Option<IssueDate> {
    let part = |names: &[&str]| {
        let member = members.iter().find(|m| names.contains(&fold(&m.name).as_str()))?;
        number_of(&member.node)?.trim().parse::<u32>().ok()
    };
    match part(&["year", "nam", "y", "yyyy", "fullyear"]).and_then(|year| i32::try_from(year).ok()) {
        Some(year) => {
            let month = part(&["month", "thang", "m", "mm", "monthvalue"]);
            IssueDate::possible(year, month, part(&["day", "ngay", "d", "dd", "dayofmonth", "date"])).ok()
        }
        // an unwrapped value must be a whole date: a stray number may be a year by chance
        None => members.iter().filter_map(|m| meant(&m.node)).find(|date| date.day.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::of_text;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (written, meant) in [
            ("15/5/2024", "2024-05-15"),
            ("15-05-2024", "2024-05-15"),
            ("15.05.2024", "2024-05-15"),
            ("15 5 2024", "2024-05-15"),
            ("15/05/24", "2024-05-15"),
            ("15/05/98", "1998-05-15"),
            ("5/15/2024", "2024-05-15"),
            ("2024/5/15", "2024-05-15"),
            ("2024-5-15", "2024-05-15"),
            ("2024-15-05", "2024-05-15"),
            (" 2024-05-15 ", "2024-05-15"),
            ("2024–05–15", "2024-05-15"),
            ("２０２４-０５-１５", "2024-05-15"),
            ("20240515", "2024-05-15"),
            ("15052024", "2024-05-15"),
            ("5/2024", "2024-05"),
            ("05-2024", "2024-05"),
            ("202405", "2024-05"),
            ("tháng 5/2024", "2024-05"),
            ("Tháng 5 năm 2024", "2024-05"),
            ("tháng Năm năm 2024", "2024-05"),
            ("tháng mười một năm 2024", "2024-11"),
            ("tháng mười năm 2024", "2024-10"),
            ("năm 2024", "2024"),
            ("ngày 15 tháng 5 năm 2024", "2024-05-15"),
            ("Hà Nội, ngày 05 tháng 5 năm 2024", "2024-05-05"),
            ("ngày15tháng5năm2024", "2024-05-15"),
            ("nga\u{300}y 15 tha\u{301}ng 5 năm 2024", "2024-05-15"),
            ("ngày 15/5/2024", "2024-05-15"),
            ("9 giờ 30 ngày 15/5/2024", "2024-05-15"),
            ("15 tháng 5, 2024", "2024-05-15"),
            ("15-thg 5-24", "2024-05-15"),
            ("15 May 2024", "2024-05-15"),
            ("May 15, 2024", "2024-05-15"),
            ("15-May-24", "2024-05-15"),
            ("15th September 2024", "2024-09-15"),
            ("2024-05-15T00:00:00Z", "2024-05-15"),
            ("2024-05-15T00:00:00", "2024-05-15"),
            ("2024-05-15T10:20:30.123+07:00", "2024-05-15"),
            ("2024-05-15T23:30:00+0700", "2024-05-15"),
            ("2024-05-15 23:59", "2024-05-15"),
            // midnight in Vietnam, as JavaScript writes it
            ("2024-05-14T17:00:00.000Z", "2024-05-15"),
            ("2024-05-14T18:00:00-06:00", "2024-05-15"),
            ("2024-12-31T17:00:00Z", "2025-01-01"),
            ("20240515T000000Z", "2024-05-15"),
            ("D:20240515000000+07'00'", "2024-05-15"),
            ("Wed, 15 May 2024 00:00:00 GMT", "2024-05-15"),
            ("Wed May 15 2024 00:00:00 GMT+0700 (Indochina Time)", "2024-05-15"),
            ("Wed May 15 00:00:00 +07 2024", "2024-05-15"),
            ("15/5/2024 12:00:00 AM", "2024-05-15"),
            ("5/15/2024 11:30 PM", "2024-05-15"),
            ("15/5/2024 11:30 CH", "2024-05-15"),
            ("00:00 15/5/2024", "2024-05-15"),
            ("datetime.date(2024, 5, 15)", "2024-05-15"),
            ("/Date(1715731200000)/", "2024-05-15"),
            ("2024年5月15日", "2024-05-15"),
            ("45427", "2024-05-15"),
            ("45427.75", "2024-05-15"),
            ("1715731200", "2024-05-15"),
            ("1715731200000", "2024-05-15"),
            ("1715706000000", "2024-05-15"),
            ("2024", "2024"),
        ] {
            assert_eq!(of_text(written).map(|date| date.to_string()).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for written in
            ["", "hôm nay", "15/5", "15", "31/4/2024", "32/13/2024", "1/2/3", "0", "2200", "tháng 5", "12:30"]
        {
            assert_eq!(of_text(written), None, "{written}");
        }
    }
}
