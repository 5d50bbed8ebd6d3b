//! When an organ signed digitally, as ISO 8601 writes it in the time zone of Vietnam.

use super::date::IssueDate;

/// The time zone that signing times are told in.
pub(crate) const ZONE: &str = "+07:00";

/// A day and a time of it in Vietnam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SigningTime {
    pub(crate) day: IssueDate,
    /// `HH:MM:SS`, two digits each.
    pub(crate) clock: [u32; 3],
}

/// Reads `2026-03-05T14:30:00+07:00`.
pub(crate) fn read(text: &str) -> Option<SigningTime> {
    let (day, clock) = text.strip_suffix(ZONE)?.split_once('T')?;
    let day = IssueDate::read(day).ok().filter(|date| date.day.is_some())?;
    let two = |part: &str, below: u32| {
        let is_number = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|number| is_number && *number < below)
    };
    let mut parts = clock.split(':');
    let clock = [two(parts.next()?, 24)?, two(parts.next()?, 60)?, two(parts.next()?, 60)?];
    parts.next().is_none().then_some(SigningTime { day, clock })
}

/// The time that a text of a usual other form means: a space for the `T`, no seconds, no zone.
pub(crate) fn meant(text: &str) -> Option<String> {
    let text = text.trim().replace(' ', "T");
    let (day, clock) = text.trim_end_matches(ZONE).trim_end_matches("+0700").split_once('T')?;
    let clock = if clock.len() == 5 { format!("{clock}:00") } else { clock.to_owned() };
    let meant = format!("{day}T{clock}{ZONE}");
    read(&meant).map(|_| meant)
}

#[cfg(test)]
mod tests {
    use super::{meant, read};

    #[test]
    fn times_are_read_in_one_form_and_others_are_understood() {
        let time = read("2026-03-05T14:30:09+07:00").map(|time| (time.day.to_string(), time.clock));
        assert_eq!(time, Some(("2026-03-05".to_owned(), [14, 30, 9])));
        for wrong in ["2026-03-05", "2026-03-05T24:00:00+07:00", "2026-03-05T14:30:09Z", "2026-03T14:30:09+07:00", "x"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        for other in
            ["2026-03-05 14:30:00", "2026-03-05T14:30", "2026-03-05T14:30:00+0700", "2026-03-05 14:30:00+07:00"]
        {
            assert_eq!(meant(other).as_deref(), Some("2026-03-05T14:30:00+07:00"), "{other}");
        }
        assert_eq!(meant("05/3/2026 14:30"), None);
    }
}
