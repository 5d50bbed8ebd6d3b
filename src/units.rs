//! Lengths: one unit inside (EMU), the file formats' units at the border.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in English Metric Units (1/914 400 inch), in which millimetre, point, twip and half-point are whole numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i64);

/// EMU in one point (1/72 inch).
const EMU_PER_PT: i64 = 12_700;
/// EMU in one millimetre.
const EMU_PER_MM: i64 = 36_000;
/// EMU in one twip (1/20 point).
const EMU_PER_TWIP: i64 = 635;

impl Length {
    /// No length.
    pub const ZERO: Self = Self(0);

    /// From English Metric Units.
    #[must_use]
    pub const fn emu(value: i64) -> Self {
        Self(value)
    }

    /// From whole millimetres.
    #[must_use]
    pub const fn mm(value: i64) -> Self {
        Self(value * EMU_PER_MM)
    }

    /// From whole points.
    #[must_use]
    pub const fn pt(value: i64) -> Self {
        Self(value * EMU_PER_PT)
    }

    /// From twips (1/20 point).
    #[must_use]
    pub const fn twip(value: i64) -> Self {
        Self(value * EMU_PER_TWIP)
    }

    /// In English Metric Units.
    #[must_use]
    pub const fn to_emu(self) -> i64 {
        self.0
    }

    /// In twips, to the nearest (half away from zero): `w:pgMar`, `w:ind`, `w:spacing`.
    #[must_use]
    pub const fn to_twip(self) -> i64 {
        round_div(self.0, EMU_PER_TWIP)
    }

    /// The whole twips in it.
    #[must_use]
    pub const fn down_to_twip(self) -> Self {
        Self(self.0 - self.0 % EMU_PER_TWIP)
    }

    /// In half-points, to the nearest: `w:sz`.
    #[must_use]
    pub const fn to_half_pt(self) -> i64 {
        round_div(self.0, EMU_PER_PT / 2)
    }

    /// In whole millimetres, rounded towards none, for messages.
    #[must_use]
    pub const fn to_mm(self) -> i64 {
        self.0 / EMU_PER_MM
    }

    /// In whole points, rounded towards none, for messages.
    #[must_use]
    pub const fn to_pt(self) -> i64 {
        self.0 / EMU_PER_PT
    }

    /// The larger of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }

    /// The smaller of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }

    /// `self × numerator / denominator`, rounded down.
    #[must_use]
    pub const fn scale(self, numerator: i64, denominator: i64) -> Self {
        Self((self.0 * numerator).div_euclid(denominator))
    }

    /// Rounded to whole twips, as a word processor stores it.
    #[must_use]
    pub const fn round_to_twip(self) -> Self {
        Self::twip(self.to_twip())
    }
}

const fn round_div(value: i64, by: i64) -> i64 {
    (if value >= 0 { value + by / 2 } else { value - by / 2 }) / by
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, by: i64) -> Self {
        Self(self.0 * by)
    }
}
impl Div<i64> for Length {
    type Output = Self;
    fn div(self, by: i64) -> Self {
        Self(self.0 / by)
    }
}
impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}
impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}
