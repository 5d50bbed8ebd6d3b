//! `rows_from`: the rows of a table from a file that comes with the specification.

use super::FilesBeside;
use crate::diag::{Diagnostic, Phrase, registry};
use crate::error::PictureError;
use crate::read::rows::{self, DataCell, MAX_ROWS_FILE_BYTES};
use crate::specification::BroughtRows;

/// Brings the rows that a table takes from a file.
pub(super) fn bring(beside: &mut dyn FilesBeside, from: &str, spans: bool) -> BroughtRows {
    let (name, _) = rows::parted(from);
    let bytes = match beside.file(name, MAX_ROWS_FILE_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => return BroughtRows { json: None, findings: vec![not_read(name, error)] },
    };
    match rows::rows(&bytes, from, spans) {
        Ok(found) => BroughtRows { json: Some(json(&found.rows)), findings: found.warnings },
        Err(fault) => BroughtRows { json: None, findings: vec![*fault] },
    }
}

/// The rows as a specification has them.
fn json(rows: &[Vec<DataCell>]) -> String {
    let cell = |cell: &DataCell| {
        if (cell.columns, cell.rows) == (1, 1) {
            return serde_json::json!(cell.text);
        }
        let mut object = serde_json::json!({ "paragraphs": [cell.text], "columns": cell.columns, "rows": cell.rows });
        if let Some(members) = object.as_object_mut() {
            members.retain(|_, value| *value != 1 && *value != serde_json::json!([""]));
        }
        object
    };
    let rows: Vec<Vec<serde_json::Value>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    serde_json::json!(rows).to_string()
}

fn not_read(name: &str, error: PictureError) -> Diagnostic {
    let limit = MAX_ROWS_FILE_BYTES >> 20;
    let (vi, en, cure_vi, cure_en) = match error {
        PictureError::NotFound => (
            format!("không có tệp số liệu {name}"),
            format!("there is no file {name}"),
            "đặt tệp đó cạnh bản đặc tả, hoặc sửa tên",
            "put the file beside the specification, or mend the name",
        ),
        PictureError::OutsideFolder => (
            format!("tệp số liệu {name} nằm ngoài thư mục của bản đặc tả"),
            format!("the file {name} lies outside the folder of the specification"),
            "đặt tệp đó trong thư mục của bản đặc tả",
            "put the file into the folder of the specification",
        ),
        PictureError::TooLarge => (
            format!("tệp số liệu {name} lớn hơn {limit} MiB"),
            format!("the file {name} is larger than {limit} MiB"),
            "chép phần cần dùng sang một tệp riêng",
            "copy what is needed into a file of its own",
        ),
        _ => (
            format!("không đọc được tệp số liệu {name}"),
            format!("the file {name} cannot be read"),
            "kiểm tra đó là tệp thường và có quyền đọc",
            "see that it is a regular file that may be read",
        ),
    };
    let phrase = |vi: &str, en: &str| Phrase { vi: vi.to_owned(), en: en.to_owned() };
    Diagnostic::of(registry::ROWS_FILE, "", phrase(&vi, &en)).hint(phrase(cure_vi, cure_en))
}
