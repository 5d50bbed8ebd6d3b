//! What a cell shows of a number, by its format code (ECMA-376 Part 1, 18.8.30 and 18.8.31), with the signs of Vietnamese: a point
//! parts thousands, a comma the decimals.

use super::serial_date::{Moment, moment};
use crate::vietnamese::{Decimal, grouped};

/// A piece of a format code.
#[derive(Clone, Debug, PartialEq, Eq)]
enum FormatPiece {
    Words(String),
    /// The digits: least whole, least and most decimals.
    Digits,
    /// A letter of a date, so often.
    Date(char, usize),
}

/// The code of a format that workbooks know by its number alone.
pub(super) fn built_in(id: usize) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "d/m/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 | 20 => "h:mm",
        19 | 21 => "h:mm:ss",
        22 => "d/m/yyyy h:mm",
        41 | 42 => "#,##0",
        43 | 44 => "#,##0.00",
        45 => "mm:ss",
        _ => "General",
    }
}

/// What a number shows in a format.
pub(super) fn shown(value: &str, code: &str, from_1904: bool) -> String {
    let Some(number) = Decimal::of_workbook(value) else { return value.to_owned() };
    let sections = sections(code);
    let of_negative = sections.get(1).filter(|_| number.is_negative);
    let section = of_negative.or(sections.first()).map_or("", String::as_str);
    if section.is_empty() || section.eq_ignore_ascii_case("general") || section.contains("E+") || section.contains('@')
    {
        return general(number);
    }
    let (pieces, digits) = pieces(section);
    let is_date = pieces.iter().any(|piece| matches!(piece, FormatPiece::Date(..)));
    if is_date {
        return match number.day_and_second() {
            Some((days, second)) if !number.is_negative => date(&pieces, moment(days, second, from_1904)),
            _ => general(number),
        };
    }
    let (negative, written) = formatted(
        number,
        &digits,
        pieces.iter().any(|piece| matches!(piece, FormatPiece::Words(words) if words.contains('%'))),
    );
    let body: String = pieces
        .iter()
        .map(|piece| match piece {
            FormatPiece::Words(words) => words.as_str(),
            FormatPiece::Digits => written.as_str(),
            FormatPiece::Date(..) => "",
        })
        .collect();
    // a section of its own for negative numbers says itself how they look
    let sign = if negative && of_negative.is_none() { "-" } else { "" };
    format!("{sign}{}", body.trim())
}

/// The sections of a code, parted by semicolons outside quotes.
fn sections(code: &str) -> Vec<String> {
    let (mut sections, mut is_quoted, mut is_escaped) = (vec![String::new()], false, false);
    for c in code.chars() {
        if c == ';' && !is_quoted && !is_escaped {
            sections.push(String::new());
            continue;
        }
        is_quoted ^= c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        if let Some(last) = sections.last_mut() {
            last.push(c);
        }
    }
    sections
}

/// The pieces of a section, and its digits as written.
fn pieces(section: &str) -> (Vec<FormatPiece>, String) {
    let (mut pieces, mut digits): (Vec<FormatPiece>, String) = (Vec::new(), String::new());
    let mut chars = section.chars().peekable();
    while let Some(c) = chars.next() {
        let words = match c {
            '"' => chars.by_ref().take_while(|c| *c != '"').collect(),
            '\\' => chars.next().map(String::from).unwrap_or_default(),
            '[' => {
                // a colour, a condition, a currency: `[$₫-42A]`
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let elapsed = inside.chars().next().filter(|c| matches!(c, 'h' | 'm' | 's' | 'H' | 'M' | 'S'));
                if let Some(letter) = elapsed {
                    pieces.push(FormatPiece::Date(letter.to_ascii_lowercase(), inside.len()));
                }
                let sign = inside.strip_prefix('$').map(|sign| sign.split('-').next().unwrap_or_default().to_owned());
                sign.unwrap_or_default()
            }
            '_' | '*' => {
                chars.next();
                String::new()
            }
            '#' | '0' | '?' => {
                digits.push(c);
                if !pieces.contains(&FormatPiece::Digits) {
                    pieces.push(FormatPiece::Digits);
                }
                continue;
            }
            '.' | ','
                if pieces.contains(&FormatPiece::Digits)
                    && !pieces.iter().any(|piece| matches!(piece, FormatPiece::Date(..))) =>
            {
                digits.push(c);
                continue;
            }
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => {
                let letter = c.to_ascii_lowercase();
                let mut len = 1;
                while chars.next_if(|next| next.eq_ignore_ascii_case(&letter)).is_some() {
                    len += 1;
                }
                pieces.push(FormatPiece::Date(letter, len));
                continue;
            }
            'A' | 'a' if chars.clone().collect::<String>().to_ascii_uppercase().starts_with("M/PM") => {
                chars.nth(3);
                String::new()
            }
            c => c.to_string(),
        };
        if !words.is_empty() {
            pieces.push(FormatPiece::Words(words));
        }
    }
    (pieces, digits)
}

fn formatted(number: Decimal, digits: &str, is_percent: bool) -> (bool, String) {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let scaled = whole.chars().rev().take_while(|c| *c == ',').count();
    let groups = whole.trim_end_matches(',').contains(',');
    let by = i32::from(is_percent) * 2 - i32::try_from(scaled).unwrap_or(0) * 3;
    let zeros = |text: &str| text.chars().filter(|c| *c == '0').count();
    let most = fraction.chars().filter(|c| matches!(c, '0' | '#' | '?')).count();
    let (negative, whole, decimals) = number.shifted(by).written(zeros(whole), zeros(fraction), most);
    let whole = if groups { grouped(&whole) } else { whole };
    (negative, if decimals.is_empty() { whole } else { format!("{whole},{decimals}") })
}

/// A number of no format: as it is.
fn general(number: Decimal) -> String {
    let (negative, whole, decimals) = number.written(1, 0, 10);
    let sign = if negative { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole},{decimals}") }
}

fn date(pieces: &[FormatPiece], at: Moment) -> String {
    let (hour, minute, second) = (at.second / 3600, at.second / 60 % 60, at.second % 60);
    let mut text = String::new();
    for (i, piece) in pieces.iter().enumerate() {
        let letters = |other: &FormatPiece| if let FormatPiece::Date(letter, _) = other { Some(*letter) } else { None };
        let before = pieces.get(..i).and_then(|before| before.iter().rev().find_map(letters));
        let behind = pieces.get(i + 1..).and_then(|behind| behind.iter().find_map(letters));
        let padded = |number: u64, len: usize| if len > 1 { format!("{number:02}") } else { number.to_string() };
        let whole = |number: i64| u64::try_from(number).unwrap_or(0);
        text.push_str(&match piece {
            FormatPiece::Words(words) => words.clone(),
            FormatPiece::Digits => String::new(),
            FormatPiece::Date('m', len) if before == Some('h') || behind == Some('s') => padded(minute, *len),
            FormatPiece::Date('m', len @ 1..=2) => padded(whole(at.month), *len),
            FormatPiece::Date('m', _) => format!("tháng {}", at.month),
            FormatPiece::Date('d', len @ 1..=2) => padded(whole(at.day), *len),
            FormatPiece::Date('y', 1..=2) => format!("{:02}", at.year % 100),
            FormatPiece::Date('y', _) => at.year.to_string(),
            FormatPiece::Date('h', len) => padded(hour, *len),
            FormatPiece::Date('s', len) => padded(second, *len),
            // the name of the day
            FormatPiece::Date(..) => String::new(),
        });
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn numbers_and_dates_look_as_their_formats_say() {
        for (value, code, expected) in [
            ("1234.5", "General", "1234,5"),
            ("1234.5", "#,##0.0", "1.234,5"),
            ("1234567", "#,##0", "1.234.567"),
            ("1234567", "#,##0,", "1.235"),
            ("0.125", "0.0%", "12,5%"),
            ("-1500", "#,##0", "-1.500"),
            ("-1500", "#,##0;(#,##0)", "(1.500)"),
            ("-1500", "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "(1.500,00)"),
            ("7", "000", "007"),
            ("0.5", "#.##", ",5"),
            ("12", "#,##0 \"đồng\"", "12 đồng"),
            ("12", "#,##0\\ [$₫-42A]", "12 ₫"),
            ("45427", "d/m/yyyy", "15/5/2024"),
            ("45427", "dd/mm/yyyy;@", "15/05/2024"),
            ("45427.75", "[$-1010000]d/m/yy h:mm;@", "15/5/24 18:00"),
            ("0.5", "hh:mm:ss", "12:00:00"),
            ("1.2E+20", "General", "120000000000000000000"),
            ("x", "0", "x"),
        ] {
            assert_eq!(shown(value, code, false), expected, "{value} {code}");
        }
    }
}
