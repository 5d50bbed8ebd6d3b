//! Numbers as Vietnamese documents write them: a point parts thousands, a comma the decimals.

use super::Decimal;

/// The most decimals that a format asks for.
const MOST_DECIMALS: usize = 9;
/// More decimals than any number of a specification has.
const ALL_DECIMALS: usize = 400;

/// How numbers are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumberPattern {
    /// Whether points part the thousands.
    groups: bool,
    /// How many decimals; `None`: as many as the number has.
    decimals: Option<usize>,
    /// What stands behind the number.
    sign: String,
}

impl NumberPattern {
    /// Thousands parted, with all decimals.
    pub(crate) const USUAL: Self = Self { groups: true, decimals: None, sign: String::new() };

    /// The format that an example shows: `1.234,5`, `0,00`, `1.234`, `12,5%`; `None` of what is no example.
    pub(crate) fn of_example(example: &str) -> Option<Self> {
        let number = example.trim_end_matches(['%', ' ']);
        let sign = example.get(number.len()..)?;
        if !matches!(sign, "" | "%" | " %") {
            return None;
        }
        let (whole, decimals) = number.split_once(',').map_or((number, None), |(whole, tail)| (whole, Some(tail)));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let mut groups = whole.split('.');
        let first = groups.next().filter(|first| is_number(first))?;
        let mut parts = groups.clone();
        let has_groups = parts.next().is_some();
        let is_grouped = groups.all(|group| is_number(group) && group.len() == 3);
        let decimals = match decimals {
            Some(decimals) if is_number(decimals) && decimals.len() <= MOST_DECIMALS => decimals.len(),
            Some(_) => return None,
            None => 0,
        };
        let is_whole = !has_groups || first.len() <= 3 && is_grouped;
        is_whole.then(|| Self { groups: has_groups, decimals: Some(decimals), sign: sign.to_owned() })
    }

    /// A number in this format, halves rounded away from zero.
    pub(crate) fn write(&self, number: Decimal) -> String {
        let (least, most) = self.decimals.map_or((0, ALL_DECIMALS), |count| (count, count));
        let (is_negative, whole, decimals) = number.written(1, least, most);
        let mut text = String::from(if is_negative { "-" } else { "" });
        text.push_str(&if self.groups { grouped(&whole) } else { whole });
        if !decimals.is_empty() {
            text.push(',');
            text.push_str(&decimals);
        }
        text + &self.sign
    }
}

/// Whole digits with points between thousands.
pub(crate) fn grouped(whole: &str) -> String {
    let mut text = String::new();
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(c);
    }
    text
}

/// Where the decimals of a number begin, as it is written (their comma, or else its end); `None` of a text that is no number.
pub(crate) fn decimals_at(text: &str) -> Option<usize> {
    let number = text.trim_start_matches(['-', '+', '−', '(']);
    let start = text.len() - number.len();
    let len = |text: &str| text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let whole = len(number);
    let tail = number.get(whole..)?;
    let is_digit = |at: Option<usize>| at.and_then(|at| number.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let is_sound = is_digit(Some(0)) && is_digit(whole.checked_sub(1));
    let behind = tail.strip_prefix(',').map_or(tail, |tail| tail.trim_start_matches(|c: char| c.is_ascii_digit()));
    let is_sign = matches!(behind.trim_start_matches([' ', '\u{a0}']).trim_end_matches(')'), "" | "%" | "‰");
    (is_sound && is_sign).then_some(start + whole)
}

#[cfg(test)]
mod tests {
    use super::{Decimal, NumberPattern, decimals_at};

    #[test]
    fn numbers_are_written_as_the_example_shows() {
        let written = |number: &str, example: &str| {
            let format = NumberPattern::of_example(example)?;
            Decimal::parse(number).map(|number| format.write(number))
        };
        for (number, example, expected) in [
            ("1234.5", "1.234,5", "1.234,5"),
            ("1234.56", "0,0", "1234,6"),
            ("-0.5", "0", "-1"),
            ("-0.04", "0,0", "0,0"),
            ("1234567", "1.234", "1.234.567"),
            ("7", "1.234,00", "7,00"),
            ("12.5", "0,0%", "12,5%"),
            ("12.5", "0,0 %", "12,5 %"),
            ("1e3", "1234", "1000"),
        ] {
            assert_eq!(written(number, example).as_deref(), Some(expected), "{number} {example}");
        }
        for none in ["", "1,234.5", "1.23", "x", "1.234,", "0,1234567890", "1234.567", ".5", "0 đ", "%"] {
            assert_eq!(NumberPattern::of_example(none), None, "{none}");
        }
        let usual = |number: &str| Decimal::parse(number).map(|number| NumberPattern::USUAL.write(number));
        assert_eq!(usual("18446744073709551615").as_deref(), Some("18.446.744.073.709.551.615"));
        assert_eq!(usual("1234.0625").as_deref(), Some("1.234,0625"));
        assert_eq!(usual("0").as_deref(), Some("0"));
    }

    #[test]
    fn decimals_are_found_in_numbers_alone() {
        for (text, at) in [("1.234,5", 5), ("12", 2), ("-3,25", 2), ("(1.500)", 6), ("12,5%", 2), ("7 %", 1), ("−1", 4)]
        {
            assert_eq!(decimals_at(text), Some(at), "{text}");
        }
        for text in ["", "x", "12 xã", ",5", "1,2,3", "-", "12/5", "1.", "153/KH"] {
            assert_eq!(decimals_at(text), None, "{text}");
        }
    }
}
