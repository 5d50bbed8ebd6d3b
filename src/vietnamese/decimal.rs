//! A number as its decimal digits: what JSON and workbooks hold (`1234.5`, `1.2E-3`), rounded and written without ever being a binary
//! fraction.

/// A number: digits, of which `point` stand before the decimal point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) is_negative: bool,
    digits: Vec<u8>,
    point: i32,
}

/// What workbooks hold of a number.
#[cfg(feature = "read")]
const SIGNIFICANT: usize = 15;

impl Decimal {
    /// Reads a number, with all its digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (is_negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all: String = [whole, fraction].concat();
        if all.is_empty() || all.len() > 400 || !all.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let exponent: i32 = exponent.parse().ok().filter(|exponent: &i32| exponent.abs() < 400)?;
        let digits: Vec<u8> = all.bytes().map(|b| b - b'0').collect();
        let mut number = Self { is_negative, digits, point: i32::try_from(whole.len()).ok()? + exponent };
        let zeros = number.digits.iter().take_while(|digit| **digit == 0).count();
        number.digits.drain(..zeros);
        number.point -= i32::try_from(zeros).unwrap_or(0);
        let all = number.digits.len();
        number.cut(all);
        Some(number)
    }

    /// Rounds to so many digits, halves away from zero.
    fn cut(&mut self, len: usize) {
        if self.digits.len() > len {
            let goes_up = self.digits.get(len).is_some_and(|digit| *digit >= 5);
            self.digits.truncate(len);
            if goes_up {
                let mut at = len;
                loop {
                    let Some(last) = at.checked_sub(1) else {
                        self.digits.insert(0, 1);
                        self.point += 1;
                        break;
                    };
                    match self.digits.get_mut(last) {
                        Some(digit) if *digit == 9 => *digit = 0,
                        Some(digit) => {
                            *digit += 1;
                            break;
                        }
                        None => break,
                    }
                    at = last;
                }
            }
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
    }

    /// The whole part, of at least so many digits, and the decimals, between so many and so many.
    pub(crate) fn written(mut self, whole: usize, least: usize, most: usize) -> (bool, String, String) {
        let kept = self.point + i32::try_from(most).unwrap_or(0);
        match usize::try_from(kept) {
            Ok(kept) => self.cut(kept),
            Err(_) => {
                self.digits.clear();
                self.point = 0;
            }
        }
        let digit = |at: i32| usize::try_from(at).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(0);
        let text = |from: i32, to: i32| (from..to).map(|at| char::from(b'0' + digit(at))).collect::<String>();
        let mut before = text(0, self.point);
        while before.len() < whole {
            before.insert(0, '0');
        }
        let used = i32::try_from(self.digits.len()).unwrap_or(0) - self.point;
        let decimals = used.clamp(i32::try_from(least).unwrap_or(0), i32::try_from(most).unwrap_or(0));
        (self.is_negative && !self.digits.is_empty(), before, text(self.point, self.point + decimals))
    }
}

/// What workbooks ask of numbers.
#[cfg(feature = "read")]
impl Decimal {
    /// Reads a number of a workbook: digits beyond those that it holds are the rest of a binary fraction.
    pub(crate) fn of_workbook(text: &str) -> Option<Self> {
        let mut number = Self::parse(text)?;
        number.cut(SIGNIFICANT);
        Some(number)
    }

    /// The number times a power of ten.
    pub(crate) fn shifted(mut self, by: i32) -> Self {
        self.point += by;
        self
    }

    /// The days before the point and the seconds of the day behind it.
    pub(crate) fn day_and_second(&self) -> Option<(i64, u64)> {
        let (_, whole, fraction) = self.clone().written(1, 0, 12);
        let scale = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        let part: u64 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
        let second = (part * 86_400 + scale / 2) / scale;
        let day: i64 = whole.parse().ok().filter(|day: &i64| *day < 3_000_000)?;
        Some(if second == 86_400 { (day + 1, 0) } else { (day, second) })
    }
}

#[cfg(all(test, feature = "read"))]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_rounded_as_they_are_read() {
        let written = |text: &str, least, most| {
            let written = Decimal::of_workbook(text).map(|number| number.written(1, least, most));
            written.map_or_else(String::new, |(negative, whole, fraction)| {
                format!("{}{whole}.{fraction}", if negative { "-" } else { "" })
            })
        };
        assert_eq!(written("1234.5", 2, 2), "1234.50");
        assert_eq!(written("0.1", 0, 10), "0.1");
        assert_eq!(written("99.995", 2, 2), "100.00");
        assert_eq!(written("0.30000000000000004", 0, 16), "0.3");
        assert_eq!(written("1.2E-3", 0, 5), "0.0012");
        assert_eq!(written("1.5E3", 0, 5), "1500.");
        assert_eq!(written("-0.004", 2, 2), "0.00");
        assert_eq!(written("-2.5", 0, 0), "-3.");
        assert_eq!(written("0.5", 0, 0), "1.");
        assert_eq!(written("0", 2, 2), "0.00");
        let exact = Decimal::parse("1234567890123456789").map(|number| number.written(1, 0, 9).1);
        assert_eq!(exact.as_deref(), Some("1234567890123456789"));
        for none in ["", "x", "1.2.3", "1e999", "--1"] {
            assert_eq!(Decimal::parse(none), None, "{none}");
        }
        assert_eq!(Decimal::parse("45427.5").and_then(|number| number.day_and_second()), Some((45427, 43200)));
    }
}
