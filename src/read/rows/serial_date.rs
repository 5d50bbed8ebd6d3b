//! Dates as workbooks count them (ECMA-376 Part 1, 18.17.4.1): days since the end of 1899, or since 1904.

/// A day of the calendar and the seconds since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) second: u64,
}

/// The moment of a number of days; `from_1904` is the workbook's setting.
pub(super) fn moment(days: i64, second: u64, from_1904: bool) -> Moment {
    // the first system takes 1900 for a leap year
    let days = if from_1904 {
        days + 1462
    } else if days < 60 {
        days + 1
    } else {
        days
    };
    // days since 1 March of the year 0, in eras of 400 years
    let count = days + 693_899;
    let (era, of_era) = (count.div_euclid(146_097), count.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    Moment { year: year_of_era + era * 400 + i64::from(month <= 2), month, day, second }
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn days_are_those_of_the_calendar() {
        let date = |days, from_1904| {
            let day = moment(days, 0, from_1904);
            (day.year, day.month, day.day)
        };
        assert_eq!(date(45427, false), (2024, 5, 15));
        assert_eq!(date(1, false), (1900, 1, 1));
        assert_eq!(date(59, false), (1900, 2, 28));
        assert_eq!(date(61, false), (1900, 3, 1));
        assert_eq!(date(36585, false), (2000, 2, 29));
        assert_eq!(date(0, true), (1904, 1, 1));
    }
}
