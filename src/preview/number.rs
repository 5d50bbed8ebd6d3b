//! Lengths as SVG has them: points, as short as they can be written, alike on every machine.

use std::fmt;

use crate::units::Length;

/// A number with so many decimals; zeros at its end are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ShortNumber {
    scaled: i64,
    places: u32,
}

/// English metric units in a hundredth of a point.
const HUNDREDTH: i64 = 127;

/// Points to two decimals: places on paper, 0.005 pt at most beside what they are.
pub(super) fn pt(length: Length) -> ShortNumber {
    ShortNumber { scaled: rounded(length.to_emu(), HUNDREDTH), places: 2 }
}

/// Points to three decimals: what adds up over a line.
pub(super) fn fine_pt(length: Length) -> ShortNumber {
    ShortNumber { scaled: rounded(length.to_emu() * 10, HUNDREDTH), places: 3 }
}

/// Points in a font unit of a size, to eight decimals: multiplied by thousands of units, it is still exact.
pub(super) fn scale(size: Length, units_per_em: i64) -> ShortNumber {
    ShortNumber { scaled: rounded(size.to_emu() * 1_000_000, HUNDREDTH * units_per_em.max(1)), places: 8 }
}

/// Half away from zero.
fn rounded(value: i64, unit: i64) -> i64 {
    (value.abs() + unit / 2) / unit * value.signum()
}

impl fmt::Display for ShortNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut scaled, mut places) = (self.scaled.unsigned_abs(), self.places);
        while places > 0 && scaled.is_multiple_of(10) {
            (scaled, places) = (scaled / 10, places - 1);
        }
        let unit = 10_u64.pow(places);
        let sign = if self.scaled < 0 { "-" } else { "" };
        if places == 0 {
            return write!(f, "{sign}{scaled}");
        }
        // no zero in front: a page has a thousand of them
        let whole = scaled / unit;
        if whole > 0 {
            write!(f, "{sign}{whole}")?;
        } else {
            f.write_str(sign)?;
        }
        write!(f, ".{:0width$}", scaled % unit, width = places as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::{fine_pt, pt, scale};
    use crate::units::Length;

    #[test]
    fn numbers_are_short() {
        let written = [Length::pt(14), Length::twip(30), Length::twip(-1), Length::ZERO, Length::emu(127 * 1204)];
        assert_eq!(written.map(|length| pt(length).to_string()), ["14", "1.5", "-.05", "0", "12.04"]);
        assert_eq!(fine_pt(Length::emu(160)).to_string(), ".013");
        assert_eq!(fine_pt(Length::emu(-160)).to_string(), "-.013");
        assert_eq!(scale(Length::pt(14), 2048).to_string(), ".00683594");
    }
}
