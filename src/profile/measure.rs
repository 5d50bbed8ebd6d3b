//! Values with their units as they stand in profiles and specifications: `30mm`, `1.27cm`, `14pt`, `single`, `1.15`,
//! `exactly 18pt`, `top_center`, `2/5`. Read without floating point, so that both files get the same whole twips.

use crate::model::{LineSpacing, PageNumberPosition};
use crate::units::Length;

/// Why a value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureFault {
    /// A number without unit.
    NoUnit,
    /// A unit other than mm, cm and pt.
    UnknownUnit,
    /// No number of sensible size in front of the unit, or none of the known words.
    NotAValue,
}

/// A kind of value that a profile holds and a specification may override.
pub trait Measure: Copy {
    /// Reads a value.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read(text: &str) -> Result<Self, MeasureFault>;

    /// Whether it lies between two others, ends included. Values without an order lie nowhere.
    fn is_between(self, min: Option<Self>, max: Option<Self>) -> bool;

    /// Whether it is the same value.
    fn is(self, other: Self) -> bool;
}

/// A part of something, e.g. `1/3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// Above the line.
    pub numerator: i64,
    /// Below the line, above 0.
    pub denominator: i64,
}

impl Fraction {
    /// This part of a length, rounded to whole twips.
    #[must_use]
    pub fn of(self, whole: Length) -> Length {
        whole.scale(self.numerator, self.denominator).round_to_twip()
    }
}

/// Digits allowed before and after the decimal sign.
const MAX_DIGITS: usize = 4;

impl Measure for Length {
    fn read(text: &str) -> Result<Self, MeasureFault> {
        let text = text.trim();
        let unit_at = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
        let (number, unit) = text.split_at(unit_at);
        let (thousandths, emu) = (thousandths(number)?, unit_in_emu(unit)?);
        Ok(Self::emu(thousandths * emu / 1000))
    }

    fn is_between(self, min: Option<Self>, max: Option<Self>) -> bool {
        // a value a whole twip off prints the same
        let twip = self.to_twip();
        min.is_none_or(|min| min.to_twip() <= twip) && max.is_none_or(|max| twip <= max.to_twip())
    }

    fn is(self, other: Self) -> bool {
        self.to_twip() == other.to_twip()
    }
}

fn unit_in_emu(unit: &str) -> Result<i64, MeasureFault> {
    match unit {
        "mm" => Ok(Length::mm(1).to_emu()),
        "cm" => Ok(Length::mm(10).to_emu()),
        "pt" => Ok(Length::pt(1).to_emu()),
        "" => Err(MeasureFault::NoUnit),
        _ => Err(MeasureFault::UnknownUnit),
    }
}

/// A decimal number in thousandths; point and comma both part the decimals.
fn thousandths(text: &str) -> Result<i64, MeasureFault> {
    let text = text.trim();
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let is_number = |s: &str| (1..=MAX_DIGITS).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) {
        return Err(MeasureFault::NotAValue);
    }
    let whole: i64 = whole.parse().map_err(|_| MeasureFault::NotAValue)?;
    let padded = format!("{decimals:0<3}");
    let decimals: i64 = padded[..3].parse().map_err(|_| MeasureFault::NotAValue)?;
    Ok(sign * (whole * 1000 + decimals))
}

impl Measure for LineSpacing {
    fn read(text: &str) -> Result<Self, MeasureFault> {
        let text = text.trim();
        if text == "single" {
            return Ok(Self::SINGLE);
        }
        if let Some(pitch) = text.strip_prefix("exactly ") {
            return Length::read(pitch).map(|pitch| Self::Exactly(pitch.round_to_twip()));
        }
        let multiple = thousandths(text)? * 240 / 1000;
        u32::try_from(multiple).map(Self::Multiple).map_err(|_| MeasureFault::NotAValue)
    }

    fn is_between(self, min: Option<Self>, max: Option<Self>) -> bool {
        let multiple = |spacing: Self| match spacing {
            Self::Multiple(n) => Some(n),
            Self::Exactly(_) => None,
        };
        let Some(value) = multiple(self) else { return false };
        min.and_then(multiple).is_none_or(|min| min <= value) && max.and_then(multiple).is_none_or(|max| value <= max)
    }

    fn is(self, other: Self) -> bool {
        self == other
    }
}

impl Measure for PageNumberPosition {
    fn read(text: &str) -> Result<Self, MeasureFault> {
        match text.trim() {
            "top_center" => Ok(Self::TopCenter),
            "bottom_right" => Ok(Self::BottomRight),
            _ => Err(MeasureFault::NotAValue),
        }
    }

    fn is_between(self, _min: Option<Self>, _max: Option<Self>) -> bool {
        false
    }

    fn is(self, other: Self) -> bool {
        self == other
    }
}

impl Measure for Fraction {
    fn read(text: &str) -> Result<Self, MeasureFault> {
        let (above, below) = text.split_once('/').ok_or(MeasureFault::NotAValue)?;
        let read = |s: &str| s.trim().parse::<i64>().ok().filter(|n| (1..=1000).contains(n));
        match (read(above), read(below)) {
            (Some(numerator), Some(denominator)) => Ok(Self { numerator, denominator }),
            _ => Err(MeasureFault::NotAValue),
        }
    }

    fn is_between(self, min: Option<Self>, max: Option<Self>) -> bool {
        let at_most = |a: Self, b: Self| a.numerator * b.denominator <= b.numerator * a.denominator;
        min.is_none_or(|min| at_most(min, self)) && max.is_none_or(|max| at_most(self, max))
    }

    fn is(self, other: Self) -> bool {
        self.numerator * other.denominator == other.numerator * self.denominator
    }
}
