//! How wide the columns of a table are, decided once for both files in whole twips: as given, the others as their texts ask for.

use crate::units::Length;

/// What a column asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ColumnNeed {
    /// The width that the specification gives.
    pub(super) given: Option<Length>,
    /// Its widest word, with the padding.
    pub(super) least: Length,
    /// Its widest text on one line, with the padding.
    pub(super) most: Length,
}

/// Gives each column its width; their sum is `room`. Columns without a width of their own get what their texts ask for on one line where
/// there is room for that, and share what is left; else those with short texts get it, and the others what is left in like parts, but
/// never less than their widest word. `None` where not even that fits.
pub(super) fn widths(needs: &[ColumnNeed], room: Length) -> Option<Vec<Length>> {
    let given: Length = needs.iter().filter_map(|need| need.given).fold(Length::ZERO, |sum, width| sum + width);
    let open: Vec<&ColumnNeed> = needs.iter().filter(|need| need.given.is_none()).collect();
    let rest = room - given;
    let sum = |of: &dyn Fn(&ColumnNeed) -> Length| open.iter().fold(Length::ZERO, |sum, need| sum + of(need));
    let (least, most) = (sum(&|need| need.least), sum(&|need| need.most));
    if rest < Length::ZERO || least > rest {
        return None;
    }
    let level = level(&|level| sum(&|need| need.at(level)), rest);
    let width = |need: &ColumnNeed| match need.given {
        Some(given) => given,
        None if most <= rest => need.most + (rest - most).scale(need.most.to_twip(), most.to_twip().max(1)),
        None => need.at(level),
    };
    let mut widths: Vec<Length> = needs.iter().map(|need| width(need).round_to_twip()).collect();
    let used = widths.iter().fold(Length::ZERO, |sum, width| sum + *width);
    // whole twips leave a few over; where all widths are given the table may be narrower than the text
    let widest = (0..needs.len()).filter(|index| needs[*index].given.is_none()).max_by_key(|index| widths[*index]);
    if let Some(widest) = widest {
        widths[widest] += (room - used).round_to_twip();
    }
    Some(widths)
}

impl ColumnNeed {
    /// The width where no column needs more than a level for its longest text.
    fn at(&self, level: Length) -> Length {
        self.most.min(level).max(self.least)
    }
}

/// The highest level at which all columns together are no wider than the room, in whole twips.
fn level(sum: &dyn Fn(Length) -> Length, room: Length) -> Length {
    let (mut fits, mut is_too_wide) = (0, room.to_twip() + 1);
    while is_too_wide - fits > 1 {
        let middle = (fits + is_too_wide) / 2;
        if sum(Length::twip(middle)) <= room { fits = middle } else { is_too_wide = middle }
    }
    Length::twip(fits)
}

#[cfg(test)]
mod tests {
    use super::{ColumnNeed, widths};
    use crate::units::Length;

    fn need(least: i64, most: i64) -> ColumnNeed {
        ColumnNeed { given: None, least: Length::twip(least), most: Length::twip(most) }
    }

    fn twips(needs: &[ColumnNeed], room: i64) -> Option<Vec<i64>> {
        Some(widths(needs, Length::twip(room))?.into_iter().map(Length::to_twip).collect())
    }

    #[test]
    fn texts_that_fit_share_what_is_left_and_others_keep_their_widest_word() {
        assert_eq!(twips(&[need(100, 100), need(100, 300)], 800), Some(vec![200, 600]));
        assert_eq!(twips(&[need(100, 100), need(200, 2000)], 800), Some(vec![100, 700]));
        let given = ColumnNeed { given: Some(Length::twip(250)), ..need(10, 10) };
        assert_eq!(twips(&[given, need(100, 2000)], 800), Some(vec![250, 550]));
        assert_eq!(twips(&[need(100, 300), need(100, 2000), need(100, 2000)], 1100), Some(vec![300, 400, 400]));
        assert_eq!(twips(&[need(500, 500), need(400, 400)], 800), None);
    }
}
