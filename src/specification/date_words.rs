//! The parts of a date among the words and signs around them: `Hà Nội, ngày 15 tháng 5 năm 2024`, `May 15, 2024 12:00 AM`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::date::IssueDate;

/// A piece of a date as it is written.
#[derive(Clone, Debug)]
pub(super) enum DateToken {
    /// Digits.
    Number { digits: String, is_spaced: bool },
    /// Letters: small, without marks.
    Word(String),
    /// Anything else but white space.
    Sign { sign: char, is_spaced: bool },
}

impl DateToken {
    fn number(&self) -> Option<u32> {
        match self {
            Self::Number { digits, .. } => digits.parse().ok(),
            _ => None,
        }
    }

    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }

    const fn is_sign(&self, wanted: char) -> bool {
        matches!(self, Self::Sign { sign, .. } if *sign == wanted)
    }
}

/// A time of the day, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenTime {
    pub(super) minutes: i64,
    /// From UTC; `None` where no zone is written.
    pub(super) offset: Option<i64>,
}

/// The pieces of a text. Spaces are left out, but for being known before numbers and signs.
pub(super) fn tokens(text: &str) -> Vec<DateToken> {
    let mut tokens = Vec::new();
    let mut is_spaced = false;
    // compatibility forms too: digits of full width
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        let c = if c == 'đ' { 'd' } else { c };
        match (tokens.last_mut(), c) {
            (Some(DateToken::Number { digits, .. }), '0'..='9') if !is_spaced => digits.push(c),
            (_, '0'..='9') => tokens.push(DateToken::Number { digits: c.to_string(), is_spaced }),
            (Some(DateToken::Word(word)), _) if c.is_alphabetic() && !is_spaced => word.push(c),
            _ if c.is_alphabetic() => tokens.push(DateToken::Word(c.to_string())),
            _ if c.is_whitespace() => {}
            _ => tokens.push(DateToken::Sign { sign: c, is_spaced }),
        }
        is_spaced = c.is_whitespace();
    }
    tokens
}

/// Takes out the time of the day, `12:30:00.5 PM GMT+0700`.
pub(super) fn without_time(mut tokens: Vec<DateToken>) -> (Vec<DateToken>, Option<WrittenTime>) {
    let is_clock = |three: &[DateToken]| match three {
        [hour, colon, minute] => colon.is_sign(':') && hour.number().is_some() && minute.number().is_some(),
        _ => false,
    };
    let Some(mut start) = tokens.windows(3).position(is_clock) else { return (tokens, None) };
    let number = |at: usize| tokens.get(at).and_then(DateToken::number);
    let word = |at: usize| tokens.get(at).and_then(DateToken::word);
    let sign = |at: usize, wanted: char| tokens.get(at).is_some_and(|token| token.is_sign(wanted));
    let mut minutes =
        i64::from(number(start).unwrap_or_default()) * 60 + i64::from(number(start + 2).unwrap_or_default());
    let mut end = start + 3;
    for mark in [':', '.'] {
        if sign(end, mark) && number(end + 1).is_some() {
            end += 2;
        }
    }
    const NOON: i64 = 12 * 60;
    match word(end) {
        Some("am" | "sa") if minutes >= NOON => (minutes, end) = (minutes - NOON, end + 1),
        Some("pm" | "ch") if minutes < NOON => (minutes, end) = (minutes + NOON, end + 1),
        Some("am" | "sa" | "pm" | "ch") => end += 1,
        _ => {}
    }
    let mut offset = None;
    if matches!(word(end), Some("z" | "gmt" | "utc")) {
        (offset, end) = (Some(0), end + 1);
    }
    if let Some((from_utc, length)) = tokens.get(end..).and_then(|rest| zone(rest, offset.is_some())) {
        (offset, end) = (Some(from_utc), end + length);
    }
    // the T of `2024-05-15T00:00`
    if start.checked_sub(1).and_then(word) == Some("t") {
        start -= 1;
    }
    tokens.drain(start..end);
    (tokens, Some(WrittenTime { minutes, offset }))
}

/// `+07:00`, `+0700`, `+07` at the beginning: minutes from UTC, and how many pieces that is.
fn zone(rest: &[DateToken], is_named: bool) -> Option<(i64, usize)> {
    let [
        DateToken::Sign { sign: sign @ ('+' | '-' | '−'), is_spaced },
        DateToken::Number { digits, is_spaced: false },
        ..,
    ] = rest
    else {
        return None;
    };
    // `00:00 -15/5/2024` is a dash before a date
    if *is_spaced && !is_named && *sign != '+' {
        return None;
    }
    let number: i64 = digits.parse().ok()?;
    let (from_utc, length) = match (digits.len(), rest.get(2..4)) {
        (2, Some([colon, minutes])) if colon.is_sign(':') => (number * 60 + i64::from(minutes.number()?), 4),
        (1 | 2, _) => (number * 60, 2),
        (4, _) => (number / 100 * 60 + number % 100, 2),
        _ => return None,
    };
    Some((if *sign == '+' { from_utc } else { -from_utc }, length))
}

/// What is known of a date so far.
#[derive(Default)]
struct DateParsing {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<u32>,
    /// Numbers that no word names, with how many digits each has.
    loose: Vec<(u32, usize)>,
}

/// The date that pieces without a time of the day stand for.
pub(super) fn date(tokens: &[DateToken]) -> Option<IssueDate> {
    // what stands before `ngày 15` is a place or an hour
    let day_word = tokens.windows(2).position(|two| two[0].word() == Some("ngay") && two[1].number().is_some());
    let mut rest = tokens.get(day_word.unwrap_or_default()..)?;
    let mut parts = DateParsing::default();
    while let Some((token, behind)) = rest.split_first() {
        rest = behind;
        let next = rest.first();
        match token {
            DateToken::Number { digits, .. } => parts.loose.push((digits.parse().ok()?, digits.len())),
            DateToken::Word(word) => match (word.as_str(), next.and_then(DateToken::number)) {
                ("ngay" | "day", Some(number)) => (parts.day, rest) = (Some(number), rest.get(1..)?),
                ("thang" | "thg", Some(number)) => (parts.month, rest) = (Some(number), rest.get(1..)?),
                ("nam" | "year", Some(number)) => (parts.year, rest) = (Some(number), rest.get(1..)?),
                ("thang", None) => {
                    let (number, length) = counted(rest)?;
                    (parts.month, rest) = (Some(number), rest.get(length..)?);
                }
                (word, _) => parts.month = parts.month.or_else(|| english(word)),
            },
            DateToken::Sign { .. } => {}
        }
    }
    parts.date()
}

impl DateParsing {
    fn date(self) -> Option<IssueDate> {
        let Self { day, month, year, loose } = self;
        let is_year = |(number, width): &(u32, usize)| *width == 4 || *number > 31;
        let (year, month, day) = match (year, month, day, loose.as_slice()) {
            (Some(year), _, _, []) => (year, month, day),
            (None, Some(_), _, [year]) if day.is_some() || is_year(year) => (full(*year)?, month, day),
            (None, Some(_), None, [first, second, ..]) if is_year(first) => (full(*first)?, month, Some(second.0)),
            (None, Some(_), None, [first, second, ..]) => (full(*second)?, month, Some(first.0)),
            (None, None, Some(_), [month, year]) => (full(*year)?, Some(month.0), day),
            (None, None, None, [year @ (_, 4)]) => (year.0, None, None),
            (None, None, None, [year @ (_, 4), month] | [month, year @ (_, 4)]) => (year.0, Some(month.0), None),
            (None, None, None, [year @ (_, 4), month, day, ..]) => (year.0, Some(month.0), Some(day.0)),
            (None, None, None, [day, month, year]) => (full(*year)?, Some(month.0), Some(day.0)),
            _ => return None,
        };
        // `5/15/2024`: there is no fifteenth month
        let (month, day) = match (month, day) {
            (Some(m), Some(d)) if m > 12 && d <= 12 => (Some(d), Some(m)),
            parts => parts,
        };
        IssueDate::possible(i32::try_from(year).ok()?, month, day).ok()
    }
}

/// A year of four digits, or of two.
fn full((number, width): (u32, usize)) -> Option<u32> {
    match (number, width) {
        (_, 4) => Some(number),
        // no document is older than 1945
        (45.., 2) => Some(1900 + number),
        (_, 2) => Some(2000 + number),
        _ => None,
    }
}

/// A month counted in Vietnamese words at the beginning, and how many words that is.
fn counted(rest: &[DateToken]) -> Option<(u32, usize)> {
    let number = match rest.first()?.word()? {
        "gieng" | "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "tu" | "bon" => 4,
        "nam" => 5,
        "sau" => 6,
        "bay" => 7,
        "tam" => 8,
        "chin" => 9,
        "chap" => 12,
        "muoi" => {
            return Some(match rest.get(1).and_then(DateToken::word) {
                Some("mot") => (11, 2),
                Some("hai") => (12, 2),
                _ => (10, 1),
            });
        }
        _ => return None,
    };
    Some((number, 1))
}

/// The month of an English name or its beginning.
fn english(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = MONTHS
        .iter()
        .position(|month| word.len() >= 3 && month.starts_with(word) || word == "sept" && *month == "september")?;
    u32::try_from(place + 1).ok()
}
