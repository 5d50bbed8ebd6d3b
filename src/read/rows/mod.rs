//! Rows of a table out of a file: a workbook (.xlsx), CSV in any of its habits, or JSON. What a cell shows is what its format says;
//! formulas are not computed, the value that was stored with them counts.

mod area;
mod csv;
mod number_format;
mod serial_date;
mod workbook;
mod worksheet;

use crate::diag::{Diagnostic, FindingKind, Phrase, phrase, registry};

use area::CellArea;

/// The largest file.
pub const MAX_ROWS_FILE_BYTES: usize = 16 << 20;
/// The most cells.
const MAX_CELLS: usize = 1 << 20;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataCell {
    /// What it shows.
    pub text: String,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
}

/// What a file gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataRows {
    /// The rows; of a cell that spans others these others are left out.
    pub rows: Vec<Vec<DataCell>>,
    /// What a clerk should look at.
    pub warnings: Vec<Diagnostic>,
}

/// The cells of an area before spans: every row as wide as the others.
#[derive(Debug, Default)]
struct SheetGrid {
    rows: Vec<Vec<String>>,
    /// First row, first column, rows, columns of merged cells, from the corner of the grid.
    merged: Vec<(usize, usize, usize, usize)>,
    /// The sheet's row and column of the corner, from 0.
    corner: (usize, usize),
    is_ragged: bool,
}

/// Reads the rows of a file; `from` is its name and what is meant of it: `so-lieu.xlsx#Sheet1!A2:F40`.
///
/// # Errors
/// It holds no table, has no such sheet or area, or a cell with an error of a formula.
pub fn rows(bytes: &[u8], from: &str, spans: bool) -> Result<DataRows, Box<Diagnostic>> {
    let (name, part) = parted(from);
    let area = CellArea::parse(part).ok_or_else(|| no_area(part))?;
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    let grid = match extension.as_str() {
        "xlsx" | "xlsm" => workbook::grid(bytes, &area)?,
        "csv" | "tsv" | "txt" => csv::grid(bytes, &area)?,
        "json" => json(bytes, &area)?,
        _ => {
            return Err(fault(
                registry::ROWS_FILE,
                phrase!("không lấy được bảng từ tệp {name}", "no table can be taken from {name}"),
                phrase!("dùng tệp .xlsx, .csv hoặc .json", "use a file in .xlsx, .csv or .json"),
            ));
        }
    };
    if grid.rows.is_empty() {
        return Err(fault(
            registry::ROWS_AREA,
            phrase!("{from} không có hàng nào", "{from} has no row"),
            phrase!("kiểm tra tên trang tính và vùng ô", "check sheet and area"),
        ));
    }
    if let Some((row, column, error)) = error_value(&grid) {
        let cell = area::name(grid.corner.0 + row, grid.corner.1 + column);
        return Err(fault(
            registry::ROWS_ERROR,
            phrase!("ô {cell} của {name} là lỗi {error}", "the cell {cell} of {name} is the error {error}"),
            phrase!("sửa công thức trong tệp, hoặc để trống ô", "mend the formula in the file, or empty the cell"),
        ));
    }
    let mut found = DataRows::default();
    if grid.is_ragged {
        let finding = Diagnostic::of(
            registry::ROWS_RAGGED,
            "",
            phrase!(
                "các hàng của {name} không cùng số ô; hàng ngắn được thêm ô trống",
                "the rows of {name} differ in length; short ones are filled up with empty cells"
            ),
        );
        found
            .warnings
            .push(finding.hint(phrase!("kiểm tra dấu ngăn cách trong tệp", "check the separators in the file")));
    }
    let merged: &[_] = if spans { &grid.merged } else { &[] };
    let mut covered = vec![false; grid.rows.len() * grid.rows.first().map_or(0, Vec::len)];
    let width = grid.rows.first().map_or(0, Vec::len);
    let mut corners = std::collections::BTreeMap::new();
    for &(row, column, rows, columns) in merged {
        corners.insert((row, column), (rows, columns));
        for r in row..row + rows {
            for c in column..column + columns {
                if let Some(cell) = covered.get_mut(r * width + c).filter(|_| (r, c) != (row, column)) {
                    *cell = true;
                }
            }
        }
    }
    for (r, row) in grid.rows.into_iter().enumerate() {
        let cells = row.into_iter().enumerate().filter(|(c, _)| !covered.get(r * width + c).copied().unwrap_or(false));
        let cells = cells.map(|(c, text)| {
            let (rows, columns) = corners.get(&(r, c)).copied().unwrap_or((1, 1));
            DataCell { text, columns, rows }
        });
        found.rows.push(cells.collect());
    }
    Ok(found)
}

/// The file's name, and what is meant of it.
#[must_use]
pub fn parted(from: &str) -> (&str, &str) {
    from.split_once('#').unwrap_or((from, ""))
}

/// The first cell with an error of a formula.
fn error_value(grid: &SheetGrid) -> Option<(usize, usize, String)> {
    const ERRORS: [&str; 8] = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"];
    grid.rows.iter().enumerate().find_map(|(r, row)| {
        let c = row.iter().position(|text| ERRORS.contains(&text.trim()))?;
        Some((r, c, row.get(c)?.trim().to_owned()))
    })
}

fn fault(kind: FindingKind, message: Phrase, hint: Phrase) -> Box<Diagnostic> {
    Box::new(Diagnostic::of(kind, "", message).hint(hint))
}

fn no_area(part: &str) -> Box<Diagnostic> {
    fault(
        registry::ROWS_AREA,
        phrase!("không hiểu vùng ô “{part}”", "“{part}” is no area of cells"),
        phrase!("ví dụ: so-lieu.xlsx#Sheet1!A2:F40", "e.g. so-lieu.xlsx#Sheet1!A2:F40"),
    )
}

fn too_large() -> Box<Diagnostic> {
    fault(
        registry::ROWS_FILE,
        phrase!("bảng có hơn {MAX_CELLS} ô", "the table has more than {MAX_CELLS} cells"),
        phrase!("chỉ ra vùng ô cần lấy, ví dụ #Sheet1!A2:F40", "name the area that is meant, e.g. #Sheet1!A2:F40"),
    )
}

/// Rows that are all there: those of the area, each as wide as the widest.
fn grid_of(all: Vec<Vec<String>>, area: &CellArea) -> Result<SheetGrid, Box<Diagnostic>> {
    let (last_row, last_column) = (area.last_row.unwrap_or(usize::MAX), area.last_column.unwrap_or(usize::MAX));
    let rows = all.into_iter().enumerate().filter(|(r, _)| (area.first_row..=last_row).contains(r));
    let mut rows: Vec<Vec<String>> = rows
        .map(|(_, row)| {
            let cells = row.into_iter().enumerate().filter(|(c, _)| (area.first_column..=last_column).contains(c));
            cells.map(|(_, text)| text).collect()
        })
        .collect();
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width.saturating_mul(rows.len()) > MAX_CELLS {
        return Err(too_large());
    }
    let is_ragged = rows.iter().any(|row| row.len() != width);
    rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    if width == 0 {
        rows.clear();
    }
    Ok(SheetGrid { rows, merged: Vec::new(), corner: (area.first_row, area.first_column), is_ragged })
}

/// A list of lists of texts and numbers.
fn json(bytes: &[u8], area: &CellArea) -> Result<SheetGrid, Box<Diagnostic>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let no_rows = || {
        fault(
            registry::ROWS_FILE,
            phrase!("tệp JSON phải là danh sách các hàng", "the JSON file must be a list of rows"),
            phrase!("ví dụ: [[\"Xã A\", 12], [\"Xã B\", 15]]", "e.g. [[\"Xã A\", 12], [\"Xã B\", 15]]"),
        )
    };
    let rows: Vec<Vec<serde_json::Value>> = serde_json::from_slice(bytes).map_err(|_| no_rows())?;
    let mut all = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        for value in row {
            cells.push(match value {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text,
                serde_json::Value::Number(number) => number.to_string().replace('.', ","),
                _ => return Err(no_rows()),
            });
        }
        all.push(cells);
    }
    grid_of(all, area)
}
