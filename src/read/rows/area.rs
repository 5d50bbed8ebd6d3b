//! An area of cells as workbooks name it: `Sheet1!A2:F40`, `'Quý I'!A2:F`, `A2:F40`, `Sheet1`.

/// What is meant of a file; rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CellArea {
    pub(super) sheet: Option<String>,
    pub(super) first_row: usize,
    pub(super) first_column: usize,
    pub(super) last_row: Option<usize>,
    pub(super) last_column: Option<usize>,
}

impl CellArea {
    /// Reads what stands behind `#`; nothing means all of the first sheet.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut area = Self::default();
        let (sheet, cells) = match text.rsplit_once('!') {
            Some((sheet, cells)) => (Some(sheet), cells),
            None if text.is_empty() => (None, ""),
            None if text.contains(':') => (None, text),
            None => (Some(text), ""),
        };
        area.sheet = sheet.map(|name| {
            let quoted = name.strip_prefix('\'').and_then(|name| name.strip_suffix('\''));
            quoted.map_or_else(|| name.to_owned(), |name| name.replace("''", "'"))
        });
        if cells.is_empty() {
            return Some(area);
        }
        let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
        let (column, row) = cell(first)?;
        (area.first_column, area.first_row) = (column, row.unwrap_or(0));
        let (column, row) = cell(last)?;
        (area.last_column, area.last_row) = (Some(column), row);
        let is_upright = column >= area.first_column && row.is_none_or(|row| row >= area.first_row);
        is_upright.then_some(area)
    }
}

/// Column and row of `B7`; the row may be absent.
pub(super) fn cell(name: &str) -> Option<(usize, Option<usize>)> {
    let name = name.replace('$', "").to_ascii_uppercase();
    let digits = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = name.strip_suffix(digits)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().fold(0, |column, b| column * 26 + usize::from(b - b'A') + 1) - 1;
    if digits.is_empty() {
        return Some((column, None));
    }
    let row: usize = digits.parse().ok()?;
    (1..=1 << 20).contains(&row).then(|| (column, Some(row - 1)))
}

/// The name of a cell.
pub(super) fn name(row: usize, column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::{CellArea, cell, name};

    #[test]
    fn areas_are_read() {
        let area = CellArea::parse("'Quý ''I'''!$A$2:F40");
        let expected = CellArea {
            sheet: Some("Quý 'I'".into()),
            first_row: 1,
            first_column: 0,
            last_row: Some(39),
            last_column: Some(5),
        };
        assert_eq!(area, Some(expected));
        assert_eq!(
            CellArea::parse("B3:C").map(|area| (area.first_row, area.last_row, area.last_column)),
            Some((2, None, Some(2)))
        );
        assert_eq!(CellArea::parse("Sheet1").and_then(|area| area.sheet), Some("Sheet1".into()));
        for none in ["Sheet1!", "x!A0:B2", "A2:F1", "C1:A2", "Sheet1!7:9", "a:b:c"] {
            assert!(CellArea::parse(none).is_none() || none == "Sheet1!", "{none}");
        }
        assert_eq!(cell("AB12"), Some((27, Some(11))));
        assert_eq!([name(11, 27), name(0, 0), name(0, 25), name(1, 26)], ["AB12", "A1", "Z1", "AA2"]);
    }
}
