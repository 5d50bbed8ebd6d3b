//! Where the cells of a table stand.

use super::findings;
use crate::compose::Composer;
use crate::diag::Pointer;
use crate::specification::{TableBlock, TableCell, TableRow};

/// The most columns: more cannot be read on any paper.
pub(super) const MOST_COLUMNS: usize = 63;

/// Where the cells of all rows stand.
pub(super) struct CellGrid {
    pub(super) columns: usize,
    /// Of each row, header rows first, the first column of each of its cells.
    pub(super) starts: Vec<Vec<usize>>,
}

impl CellGrid {
    /// `None` where a row has more or fewer cells than there are columns, which is told.
    pub(super) fn of(c: &mut Composer<'_>, given: &TableBlock, at: &Pointer) -> Option<Self> {
        let all = || {
            let named = |rows: &[TableRow], name: &'static str| {
                (0..rows.len()).map(move |index| (name, index)).collect::<Vec<_>>()
            };
            named(&given.header, "header").into_iter().chain(named(&given.rows, "rows"))
        };
        let row = |(name, index): (&str, usize)| {
            if name == "header" { &given.header[index].cells } else { &given.rows[index].cells }
        };
        let columns = match given.columns.len() {
            0 => all().next().map_or(0, |first| row(first).iter().map(columns_of).sum()),
            said => said,
        };
        if columns == 0 || columns > MOST_COLUMNS {
            c.out.push(findings::column_count(columns, at));
            return None;
        }
        let mut below = vec![0; columns];
        let mut starts = Vec::new();
        let mut is_sound = true;
        let last = all().count() - 1;
        for (number, place) in all().enumerate() {
            // spans end where their part of the table does
            if place == ("rows", 0) && below.iter().any(|rows| *rows > 0) {
                below.fill(0);
                is_sound = false;
                c.out.push(findings::span_too_deep(&at.key("header")));
            }
            let found = place_row(row(place), &mut below);
            if found.filled != columns {
                is_sound = false;
                c.out.push(findings::ragged(found.filled, columns, &at.key(place.0).index(place.1)));
            }
            if number == last && below.iter().any(|rows| *rows > 0) {
                is_sound = false;
                c.out.push(findings::span_too_deep(&at.key(place.0).index(place.1)));
            }
            starts.push(found.starts);
        }
        is_sound.then_some(Self { columns, starts })
    }
}

/// What the cells of a row fill.
struct PlacedRow {
    starts: Vec<usize>,
    /// How many columns are filled, by its own cells and those above that span it.
    filled: usize,
}

/// Puts the cells of a row into the columns that no cell above spans; `below` is how many rows each column is still spanned.
fn place_row(row: &[TableCell], below: &mut [usize]) -> PlacedRow {
    let columns = below.len();
    let spanned: Vec<bool> = below.iter().map(|rows| *rows > 0).collect();
    below.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    let (mut column, mut starts, mut overflow) = (0, Vec::new(), 0);
    for cell in row {
        while spanned.get(column) == Some(&true) {
            column += 1;
        }
        starts.push(column);
        for _ in 0..columns_of(cell) {
            match below.get_mut(column) {
                Some(rows) if !spanned[column] => *rows = rows_of(cell) - 1,
                _ => overflow += 1,
            }
            column += 1;
        }
    }
    while spanned.get(column) == Some(&true) {
        column += 1;
    }
    PlacedRow { starts, filled: column.min(columns) + overflow }
}

pub(super) fn columns_of(cell: &TableCell) -> usize {
    cell.columns.unwrap_or(1).max(1) as usize
}

pub(super) fn rows_of(cell: &TableCell) -> usize {
    cell.rows.unwrap_or(1).max(1) as usize
}
