//! Dates that the text of a document names and no calendar has: `ngày 31 tháng 4`, `30/02/2024`.

use std::ops::Range;

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::{RichText, Spec};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let root = Pointer::root;
    check_text(spec.subject.as_str(), || root().key("subject"), out);
    for (i, basis) in spec.legal_basis.iter().enumerate() {
        check_rich(basis, || root().key("legal_basis").index(i), out);
    }
    for (i, block) in spec.body.iter().enumerate() {
        block.each_text(&|| root().key("body").index(i), &mut |text, at| check_rich(text, at, out));
    }
}

fn check_rich(text: &RichText, at: impl Fn() -> Pointer, out: &mut Diagnostics) {
    let is_single = text.0.len() == 1;
    for (i, run) in text.0.iter().enumerate() {
        check_text(run.text.as_str(), || if is_single { at() } else { at().index(i) }, out);
    }
}

/// Tells the first impossible date of a text.
fn check_text(text: &str, at: impl Fn() -> Pointer, out: &mut Diagnostics) {
    let Some((range, why)) = find(text) else { return };
    let Some(date) = text.get(range.clone()) else { return };
    let finding = Diagnostic::of(
        registry::IMPOSSIBLE_DATE_IN_TEXT,
        at(),
        match why {
            Impossible::Month(month) => {
                phrase!("“{date}”: không có tháng {month}", "“{date}”: there is no month {month}")
            }
            Impossible::Day(last) => {
                phrase!("“{date}”: tháng đó chỉ có {last} ngày", "“{date}”: that month has only {last} days")
            }
        },
    );
    out.push(finding.within(text, range).hint(phrase!("ghi đúng ngày, tháng", "write the date that is meant")));
}

/// Why a date does not exist.
#[derive(Clone, Copy)]
enum Impossible {
    /// The number of the month.
    Month(u32),
    /// How many days the month has.
    Day(u32),
}

fn find(text: &str) -> Option<(Range<usize>, Impossible)> {
    in_words(text).or_else(|| in_figures(text))
}

/// `ngày 31 tháng 4 năm 2024`, the year left out or not; `ngày 31/4`.
fn in_words(text: &str) -> Option<(Range<usize>, Impossible)> {
    text.match_indices("ngày ").find_map(|(start, word)| {
        let day_at = start + word.len();
        let (day, rest) = number(text.get(day_at..)?)?;
        let month = rest.trim_start_matches(' ').strip_prefix("tháng ").or_else(|| rest.strip_prefix('/'))?;
        let (month, rest) = number(month)?;
        // `ngày 31/4/2024` is written in figures; `ngày 30/11-NQ` is none
        if rest.starts_with(['/', '-', '.']) && rest[1..].starts_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        let year = rest.trim_start_matches([' ', ',']).strip_prefix("năm ").and_then(number);
        let end = text.len() - year.map_or(rest, |(_, rest)| rest).len();
        let why = impossible(day, month, year.map(|(year, _)| year).filter(|year| *year >= 1000))?;
        Some((start..end, why))
    })
}

/// `30/02/2024`, `30.2.2024`, `30-02-2024`: three numbers with one kind of sign between, the last of four digits, by themselves.
fn in_figures(text: &str) -> Option<(Range<usize>, Impossible)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let token = &text[start..];
        let end = token.find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '.' | '-'))).unwrap_or(token.len());
        from = start + end;
        let joined = text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | ',' | '_'));
        let goes_on = token[end..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if joined || goes_on {
            continue;
        }
        let token = token[..end].trim_end_matches(['.', '/', '-']);
        let Some(sign) = token.chars().find(|c| !c.is_ascii_digit()) else { continue };
        let parts: Vec<&str> = token.split(sign).collect();
        let [day, month, year] = parts.as_slice() else { continue };
        let lengths = (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4;
        let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse::<u32>()) else { continue };
        // 05/25/2024 is a date of other lands; other numbers are none at all
        let is_date = lengths && (1..=31).contains(&day) && (1..=31).contains(&month) && (1900..2200).contains(&year);
        if let Some(why) = impossible(day, month, Some(year)).filter(|_| is_date) {
            return Some((start..start + token.len(), why));
        }
    }
    None
}

fn impossible(day: u32, month: u32, year: Option<u32>) -> Option<Impossible> {
    if day == 0 || month == 0 {
        return None;
    }
    if month > 12 {
        return Some(Impossible::Month(month));
    }
    let is_leap = year.is_none_or(|year| year % 4 == 0 && year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (day > last).then_some(Impossible::Day(last))
}

/// The number that a text begins with, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let len = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number = text.get(..len).filter(|digits| (1..=4).contains(&digits.len()))?.parse().ok()?;
    Some((number, text.get(len..)?))
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found(text: &str) -> Option<&str> {
        find(text).and_then(|(range, _)| text.get(range))
    }

    #[test]
    fn dates_that_no_calendar_has_are_found() {
        for date in [
            "ngày 31 tháng 4 năm 2024",
            "ngày 30 tháng 02",
            "ngày 29 tháng 2 năm 2023",
            "ngày 32 tháng 1 năm 2024",
            "ngày 12 tháng 13 năm 2024",
            "ngày 31/4",
            "30/02/2024",
            "29/2/2023",
            "31.9.2024",
            "31-11-2024",
            "05/25/2024",
        ] {
            assert_eq!(found(&format!("Từ {date}, các đơn vị")), Some(date));
            assert_eq!(found(&format!("đến {date}.")), Some(date));
        }
    }

    #[test]
    fn what_exists_or_is_no_date_is_left_alone() {
        for text in [
            "ngày 29 tháng 2 năm 2024",
            "ngày 29 tháng 2",
            "ngày 31 tháng 12 năm 2024",
            "ngày 15/5",
            "ngày 30/11/2024",
            "31/4 số học sinh",
            "Nghị định số 31/2021/NĐ-CP",
            "số 31/02/2024/HĐ",
            "văn bản 30/02/2024-BC",
            "điện thoại 0296.31.02.2024",
            "bản 31.2.2024.1",
            "1/2/3",
            "45/50/2024",
            "ngày càng 31 tháng 4",
            "trong 31 ngày tháng 4",
            "ngày 10 tháng 3 âm lịch",
            "12,5/31/2024",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
