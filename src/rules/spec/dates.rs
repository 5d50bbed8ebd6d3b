//! Dates that the text of a document names and no calendar has: `ngày 31 tháng 4`, `30/02/2024`.

use std::ops::Range;

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::{RichText, Spec};

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let root = Pointer::root;
    check_text(spec.subject.as_str(), || root().key("subject"), out);
    for (i, basis) in spec.legal_basis.iter().enumerate() {
        check_rich(basis, &|| root().key("legal_basis").index(i), out);
    }
    for (name, text) in spec.ending_texts() {
        check_rich(text, &|| root().key(name), out);
    }
    for body in spec.bodies() {
        for (i, block) in body.blocks.iter().enumerate() {
            block.each_text(&|| body.of.body().index(i), &mut |text, at| check_rich(text, at, out));
        }
    }
}

fn check_rich(text: &RichText, at: &dyn Fn() -> Pointer, out: &mut Diagnostics) {
    let is_single = text.0.len() == 1;
    for (i, run) in text.0.iter().enumerate() {
        check_text(run.text(), || if is_single { at() } else { at().index(i) }, out);
        if let Some(note) = &run.note {
            check_rich(note, &|| at().index(i).key("note"), out);
        }
    }
}

/// Tells the impossible dates of a text.
fn check_text(text: &str, at: impl Fn() -> Pointer, out: &mut Diagnostics) {
    // nearly every text has no figures at all
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return;
    }
    for (range, why) in find(text) {
        let Some(date) = text.get(range.clone()) else { continue };
        let finding = Diagnostic::of(
            registry::IMPOSSIBLE_DATE_IN_TEXT,
            at(),
            match why {
                Impossible::Month(month) => {
                    phrase!("“{date}”: không có tháng {month}", "“{date}”: there is no month {month}")
                }
                Impossible::Day(0) => phrase!("“{date}”: không có ngày 0", "“{date}”: there is no day 0"),
                Impossible::Day(last) => {
                    phrase!("“{date}”: tháng đó chỉ có {last} ngày", "“{date}”: that month has only {last} days")
                }
            },
        );
        out.push(finding.within(text, range).hint(phrase!("ghi đúng ngày, tháng", "write the date that is meant")));
    }
}

/// Why a date does not exist.
#[derive(Clone, Copy)]
enum Impossible {
    /// The number of the month.
    Month(u32),
    /// How many days the month has; 0 for a day 0.
    Day(u32),
}

/// The dates that do not exist, in the order of the text.
fn find(text: &str) -> Vec<(Range<usize>, Impossible)> {
    let mut found = in_words(text);
    found.extend(in_figures(text));
    found.sort_by_key(|(range, _)| range.start);
    // `ngày 31/4/24` is no second date
    found.dedup_by(|(later, _), (earlier, _)| earlier.contains(&later.start));
    found
}

/// `ngày 31 tháng 4 năm 2024`, the year left out or not; `ngày 30, 31 tháng 4`; `ngày 31/4`, `ngày 31/4/24`.
fn in_words(text: &str) -> Vec<(Range<usize>, Impossible)> {
    let words = text.match_indices("ngày ").chain(text.match_indices("Ngày "));
    words.filter_map(|(start, word)| date_behind(text, start, start + word.len())).collect()
}

/// The date behind the word `ngày`, where it does not exist.
fn date_behind(text: &str, start: usize, day_at: usize) -> Option<(Range<usize>, Impossible)> {
    let (day, rest) = number(text.get(day_at..)?.trim_start_matches(' '))?;
    if let Some((month, rest)) = rest.strip_prefix(['/', '-']).and_then(number) {
        // with a year of four digits it is a date in figures; `ngày 30/11-NQ` and `24/24 giờ` are none
        let year = rest.strip_prefix(['/', '-']).and_then(number);
        let is_whole = year.is_none_or(|(year, _)| year < 100);
        let goes_on =
            year.map_or(rest, |(_, rest)| rest).starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
        let two_digits = year.map(|(year, _)| 2000 + year);
        let end = text.len() - year.map_or(rest, |(_, rest)| rest).len();
        let why = impossible(day, month, two_digits).filter(|why| matches!(why, Impossible::Day(_)))?;
        let is_rate = EACH.iter().any(|word| text.get(..start).is_some_and(|before| before.trim_end().ends_with(word)));
        return (is_whole && !goes_on && !is_rate && day <= 39).then_some((start..end, why));
    }
    // several days of one month: the last of them is the one to judge
    let (mut last, mut rest) = (day, rest);
    while let Some((next, behind)) = [", ", " và ", " đến ", " hoặc ", " - ", "-", " – ", "–"]
        .iter()
        .find_map(|join| rest.strip_prefix(join).and_then(number))
    {
        (last, rest) = (last.max(next), behind);
    }
    let (month, rest) = number(rest.strip_prefix(" tháng ")?)?;
    if rest.starts_with(|c: char| c.is_alphanumeric()) || is_lunar(rest) {
        return None;
    }
    let year = rest.trim_start_matches(',').strip_prefix(" năm ").or_else(|| rest.strip_prefix('/')).and_then(number);
    let year = year.filter(|(year, _)| (1000..10_000).contains(year));
    let end = text.len() - year.map_or(rest, |(_, rest)| rest).len();
    Some((start..end, impossible(last, month, year.map(|(year, _)| year))?))
}

/// What makes `ngày` a measure: `mỗi ngày 31/4`.
const EACH: [&str; 6] = ["mỗi", "Mỗi", "hằng", "hàng", "một", "bình quân"];

/// Whether a date is said to be of the lunar calendar, whose months all may have 30 days.
fn is_lunar(behind: &str) -> bool {
    let end = behind.char_indices().nth(24).map_or(behind.len(), |(at, _)| at);
    let near = behind.get(..end).unwrap_or_default().to_lowercase();
    ["âm lịch", "(âl)", " âl", "nông lịch"].iter().any(|word| near.contains(word))
}

/// `30/02/2024`, `30.2.2024`, `30-02-2024`, `2024-02-30`: three numbers with one kind of sign between, the year of four digits, by
/// themselves.
fn in_figures(text: &str) -> Vec<(Range<usize>, Impossible)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = from + at;
        let token = text.get(start..).unwrap_or_default();
        let end = token.find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '.' | '-'))).unwrap_or(token.len());
        from = start + end;
        let (before, behind) = (text.get(..start).unwrap_or_default(), token.get(end..).unwrap_or_default());
        let joined = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | ',' | '_'));
        let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if joined || goes_on || is_number_of_a_paper(before) || is_lunar(behind) {
            continue;
        }
        let token = token.get(..end).unwrap_or_default().trim_end_matches(['.', '/', '-']);
        if let Some(why) = in_token(token) {
            found.push((start..start + token.len(), why));
        }
    }
    found
}

/// `số 31/02/2024`.
fn is_number_of_a_paper(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ':']);
    before.ends_with("số") || before.ends_with("Số")
}

fn in_token(token: &str) -> Option<Impossible> {
    let sign = token.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = token.split(sign).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 && sign == '-' { (last, first) } else { (first, last) };
    let lengths = (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4;
    let (day, month, year) = (day.parse().ok()?, month.parse().ok()?, year.parse::<u32>().ok()?);
    // 05/25/2024 is a date of other lands; other numbers are none at all
    let is_date = lengths && (1..=39).contains(&day) && (1..=31).contains(&month) && (1900..2200).contains(&year);
    impossible(day, month, Some(year)).filter(|_| is_date && (day <= 31 || month <= 12))
}

fn impossible(day: u32, month: u32, year: Option<u32>) -> Option<Impossible> {
    // 00/00 is where a date is still to be filled in
    if day == 0 && month == 0 {
        return None;
    }
    if month == 0 || month > 12 {
        return Some(Impossible::Month(month));
    }
    let is_leap = year.is_none_or(|year| year % 4 == 0 && year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match day {
        0 => Some(Impossible::Day(0)),
        day => (day > last).then_some(Impossible::Day(last)),
    }
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
        find(text).first().and_then(|(range, _)| text.get(range.clone()))
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
            "32/01/2024",
            "2024-02-30",
            "ngày 31/4/24",
            "ngày 30, 31 tháng 6 năm 2024",
            "ngày 30 đến 31 tháng 11",
            "ngày 0 tháng 5 năm 2024",
        ] {
            assert_eq!(found(&format!("Từ {date}, các đơn vị")), Some(date));
            assert_eq!(found(&format!("đến {date}.")), Some(date));
        }
    }

    #[test]
    fn each_date_of_a_text_is_found() {
        let text = "Ngày 31 tháng 4, ngày 31 tháng 9 và 30/02/2024";
        let dates: Vec<_> = find(text).into_iter().filter_map(|(range, _)| text.get(range)).collect();
        assert_eq!(dates, ["Ngày 31 tháng 4", "ngày 31 tháng 9", "30/02/2024"]);
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
            "Nghị định số 31/2/2020/NĐ-CP",
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
            "trực ngày 24/24 giờ",
            "ngày 00/00/2024",
            "ngày 30 tháng 02 âm lịch",
            "30/02/2024 (âm lịch)",
            "số 31/02/2024",
            "ngày 28, 29 tháng 2",
            "lương tháng 13/2024",
            "tỷ lệ 31/2",
            "ngày 5/6 đại biểu",
            "mỗi ngày 31/6 mẫu",
            "trong ngày 31.6 tấn",
            "một ngày 35-40 ca",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
