//! What is put into words: number, date, Roman numerals, the letters of điểm, file names.

use unicode_normalization::UnicodeNormalization;

use crate::model::{Blank, BlankKind};
use crate::profile::DateWords;
use crate::specification::signing_time::{self, SigningTime};
use crate::specification::{IssueDate, Spec, Text};

/// Room for a number written by hand; no-break spaces, which nothing collapses or breaks.
const NUMBER_ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// Room for a day or a month written by hand; plain spaces, because `LibreOffice` widens each slanted no-break space.
const DATE_ROOM: &str = "      ";

/// Số, e.g. `05`: below 10 with a leading 0.
pub(super) fn number(number: u32) -> String {
    format!("{number:02}")
}

/// Số of a document with the letter of one that was put between two others, e.g. `07a`.
pub(super) fn number_of(spec: &Spec) -> Option<String> {
    let suffix = spec.number_suffix.as_ref().map_or("", Text::as_str);
    spec.number.map(|number| format!("{}{suffix}", self::number(number)))
}

/// Số và ký hiệu as printed, e.g. `Số: 624/BC-STTTT`; without number room for handwriting.
pub(super) fn number_line(label: &str, number: Option<&str>, symbol: &str) -> String {
    number.map_or_else(|| format!("{label}{NUMBER_ROOM}/{symbol}"), |number| format!("{label} {number}/{symbol}"))
}

/// The blank of a number line without number. A space before it stays when it is filled in.
pub(super) fn number_blank(label: &str) -> Blank {
    let start = label.len() + '\u{a0}'.len_utf8();
    Blank { start, end: label.len() + NUMBER_ROOM.len(), kind: BlankKind::Number }
}

/// Địa danh, thời gian as printed: days below 10 and the months 1 and 2 with a leading 0; what is unknown leaves room.
pub(super) fn place_and_date(place: &str, date: IssueDate, words: &DateWords) -> String {
    place_and_date_in_parts(place, date, words).concat()
}

/// The time of a digital signature, as the line about it has it: `05/3/2026; 14:30:00 +07:00`; what cannot be read as it stands.
pub(super) fn signing_time(written: &str) -> String {
    match signing_time::read(written) {
        Some(SigningTime {
            day: IssueDate { year, month: Some(month), day: Some(day) },
            clock: [hour, minute, second],
        }) => {
            let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
            format!("{day:02}/{month}/{year}; {hour:02}:{minute:02}:{second:02} {}", signing_time::ZONE)
        }
        _ => written.to_owned(),
    }
}

/// The date alone, e.g. `ngày 05 tháng 3 năm 2020`.
pub(super) fn date(date: IssueDate, words: &DateWords) -> String {
    place_and_date_in_parts("", date, words).concat().trim_start_matches([',', ' ']).to_owned()
}

/// The date alone as a line of its own, e.g. `Ngày 05 tháng 3 năm 2020`, and its blanks.
pub(super) fn date_line(date: IssueDate, words: &DateWords) -> (String, Vec<Blank>) {
    let mut parts = place_and_date_in_parts("", date, words);
    let mut letters = words.day.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    parts[0] = first.chain(letters).collect();
    (parts.concat(), blanks(&parts, date))
}

/// Its parts: up to the day, the day, up to the month, the month, the rest.
fn place_and_date_in_parts(place: &str, date: IssueDate, words: &DateWords) -> [String; 5] {
    let day = date.day.map_or_else(|| DATE_ROOM.to_owned(), |day| format!(" {day:02} "));
    let month = date.month.map_or_else(
        || DATE_ROOM.to_owned(),
        |month| if month < 3 { format!(" {month:02} ") } else { format!(" {month} ") },
    );
    [format!("{place}, {}", words.day), day, words.month.clone(), month, format!("{} {}", words.year, date.year)]
}

/// The blanks of place and date. A space on each side stays when they are filled in.
pub(super) fn date_blanks(place: &str, date: IssueDate, words: &DateWords) -> Vec<Blank> {
    blanks(&place_and_date_in_parts(place, date, words), date)
}

fn blanks([before_day, day, before_month, _, _]: &[String; 5], date: IssueDate) -> Vec<Blank> {
    let month_at = before_day.len() + day.len() + before_month.len();
    let room = |at: usize, kind| Blank { start: at + 1, end: at + DATE_ROOM.len() - 1, kind };
    let day = date.day.is_none().then(|| room(before_day.len(), BlankKind::Day));
    let month = date.month.is_none().then(|| room(month_at, BlankKind::Month));
    day.into_iter().chain(month).collect()
}

/// A Roman numeral.
pub(super) fn roman(mut number: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while number >= value {
            text.push_str(digit);
            number -= value;
        }
    }
    text
}

/// The value of a Roman numeral in its usual form.
pub(super) fn from_roman(text: &str) -> Option<u32> {
    (1..=100).find(|n| roman(*n) == text)
}

/// The letters of điểm: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư.
const POINT_LETTERS: [&str; 22] =
    ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x"];
const LAST_POINT_LETTER: &str = "y";

/// The letter of a điểm, counted from 0; after `y` the letters are doubled.
pub(super) fn point_letter(index: usize) -> String {
    let all = POINT_LETTERS.len() + 1;
    let letter = POINT_LETTERS.get(index % all).copied().unwrap_or(LAST_POINT_LETTER);
    letter.repeat(index / all + 1)
}

/// Which điểm a label such as `đ)` names, counted from 0.
pub(super) fn point_index(label: &str) -> Option<usize> {
    let letter = label.trim_end_matches([')', '.']);
    (0..=POINT_LETTERS.len()).find(|i| point_letter(*i) == letter)
}

/// A file name without extension from a number and a symbol, e.g. `624-BC-STTTT`: plain Latin letters, digits, `-`, `.`
/// and `_`, which every file system, archive and mail program keeps. A draft without number begins with `du-thao`.
pub(super) fn file_stem(number: Option<String>, symbol: &str) -> String {
    plain_name(&format!("{}-{symbol}", file_number(number)))
}

/// The number in a file name.
pub(super) fn file_number(number: Option<String>) -> String {
    number.unwrap_or_else(|| "du-thao".to_owned())
}

/// The same of any text.
pub(super) fn plain_name(text: &str) -> String {
    let mut stem = String::new();
    for c in text.nfd() {
        match c {
            'đ' => stem.push('d'),
            'Đ' => stem.push('D'),
            c if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') => stem.push(c),
            '\u{300}'..='\u{36f}' => {}
            _ if stem.ends_with('-') => {}
            _ => stem.push('-'),
        }
    }
    stem.truncate(MAX_STEM);
    stem.trim_matches(['-', '.']).to_owned()
}

/// The longest file name without extension.
const MAX_STEM: usize = 100;
