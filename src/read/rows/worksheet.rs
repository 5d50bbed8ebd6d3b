//! A sheet of a workbook (ECMA-376 Part 1, 18.3): its cells and the merged ones among them.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::read::ReadError;
use crate::read::xml::{XmlItem, XmlReader};

use super::area::{CellArea, cell};
use super::number_format::shown;
use super::workbook::SharedParts;
use super::{MAX_CELLS, SheetGrid, too_large};

/// A cell that is being read.
#[derive(Default)]
struct OpenCell {
    place: (usize, usize),
    kind: String,
    style: usize,
    value: String,
}

/// Reads the area.
pub(super) fn read(
    bytes: &[u8],
    part: &str,
    shared: &SharedParts,
    area: &CellArea,
) -> Result<Result<SheetGrid, Box<Diagnostic>>, ReadError> {
    let mut xml = XmlReader::story(bytes, part)?;
    let (mut open, mut current) = (Vec::<String>::new(), None::<OpenCell>);
    let (mut cells, mut merged) = (BTreeMap::new(), Vec::new());
    let (mut row, mut column) = (0, 0);
    let is_inside = |(row, column): (usize, usize)| {
        row >= area.first_row
            && column >= area.first_column
            && area.last_row.is_none_or(|last| row <= last)
            && area.last_column.is_none_or(|last| column <= last)
    };
    while let Some(item) = xml.next()? {
        match item {
            XmlItem::Start(element) => {
                let place = element.attribute("r").and_then(cell);
                match element.name.as_str() {
                    "row" => {
                        let given = element.attribute("r").and_then(|r| r.parse::<usize>().ok());
                        row = given.map_or(row, |given| given.saturating_sub(1));
                        column = 0;
                    }
                    "c" => {
                        // a cell without a name stands behind the one before
                        let (c, r) = place.map_or((column, row), |(c, r)| (c, r.unwrap_or(row)));
                        column = c + 1;
                        current = Some(OpenCell {
                            place: (r, c),
                            kind: element.attribute("t").unwrap_or("n").to_owned(),
                            style: element.attribute("s").and_then(|s| s.parse().ok()).unwrap_or(0),
                            value: String::new(),
                        });
                    }
                    "mergeCell" => merged.extend(element.attribute("ref").and_then(CellArea::parse)),
                    _ => {}
                }
                open.push(element.name);
            }
            XmlItem::Text(text) => {
                if let (Some(cell), Some("v" | "t")) = (&mut current, open.last().map(String::as_str))
                    && !open.iter().any(|name| name == "rPh")
                {
                    cell.value.push_str(&text);
                }
            }
            XmlItem::End => match open.pop().as_deref() {
                Some("row") => row += 1,
                Some("c") => {
                    if let Some(cell) = current.take()
                        && is_inside(cell.place)
                    {
                        let text = text(&cell, shared);
                        if !text.is_empty() {
                            cells.insert(cell.place, text);
                        }
                    }
                }
                _ => {}
            },
        }
    }
    Ok(grid(cells, &merged, area))
}

/// What a cell shows.
fn text(cell: &OpenCell, shared: &SharedParts) -> String {
    let text = match cell.kind.as_str() {
        "s" => cell.value.trim().parse::<usize>().ok().and_then(|i| shared.texts.get(i)).cloned().unwrap_or_default(),
        "n" => {
            let code = shared.formats.get(cell.style).map_or("General", String::as_str);
            if cell.value.is_empty() { String::new() } else { shown(&cell.value, code, shared.from_1904) }
        }
        _ => cell.value.clone(),
    };
    text.replace("\r\n", "\n").replace('\t', " ").trim().to_owned()
}

fn grid(
    cells: BTreeMap<(usize, usize), String>,
    merged: &[CellArea],
    area: &CellArea,
) -> Result<SheetGrid, Box<Diagnostic>> {
    let corner = (area.first_row, area.first_column);
    let used_rows = cells.keys().map(|(row, _)| row - corner.0 + 1).max().unwrap_or(0);
    let used_columns = cells.keys().map(|(_, column)| column - corner.1 + 1).max().unwrap_or(0);
    // columns that were asked for stay, empty rows at the end do not
    let columns = area.last_column.map_or(used_columns, |last| last - corner.1 + 1);
    if used_rows.saturating_mul(columns) > MAX_CELLS {
        return Err(too_large());
    }
    let mut rows = vec![vec![String::new(); columns]; used_rows];
    for ((row, column), text) in cells {
        if let Some(cell) = rows.get_mut(row - corner.0).and_then(|row| row.get_mut(column - corner.1)) {
            *cell = text;
        }
    }
    let merged = merged.iter().filter_map(|span| {
        let row = span.first_row.checked_sub(corner.0).filter(|row| *row < used_rows)?;
        let column = span.first_column.checked_sub(corner.1).filter(|column| *column < columns)?;
        let height = (span.last_row? - span.first_row + 1).min(used_rows - row);
        let width = (span.last_column? - span.first_column + 1).min(columns - column);
        Some((row, column, height, width))
    });
    Ok(SheetGrid { merged: merged.collect(), rows, corner, is_ragged: false })
}
