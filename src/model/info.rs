//! What a document says of itself.

use super::record::{Origins, Record};

/// What a document says of itself: document properties of both files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// Title: document type and subject on one line; in the file of an appendix `Phụ lục II.` and its title.
    pub title: String,
    /// Trích yếu on one line (ô số 5).
    pub subject: String,
    /// Issuing organ on one line (ô số 2).
    pub creator: String,
    /// Number and symbol as printed, e.g. `624/BC-STTTT`; without number in a draft: `/BC-STTTT`.
    pub notation: String,
    /// BCP 47 tag of the text.
    pub language: &'static str,
    /// Issue date when complete: (year, month, day).
    pub issued: Option<(i32, u32, u32)>,
    /// The regulation's short name, e.g. `nd30-2020`.
    pub regulation: &'static str,
    /// File name without extension, safe on every system, e.g. `624-BC-STTTT`.
    pub file_stem: String,
    /// The part that has this file of its own, as a JSON Pointer into the specification, e.g. `/appendices/1`; empty in the main file.
    pub part: String,
    /// What a records system is to know; the number of pages is added when there are pages.
    pub record: Record,
    /// Where the values of the record come from, for those who judge them.
    pub record_origins: Origins,
    /// [`super::origin::sha256_hex`] of the specification's bytes; empty where there is none.
    pub specification_sha256: String,
}

impl Default for Info {
    /// Nothing but the language that every document has: Vietnamese.
    fn default() -> Self {
        Self {
            title: String::new(),
            subject: String::new(),
            creator: String::new(),
            notation: String::new(),
            language: "vi-VN",
            issued: None,
            regulation: "",
            file_stem: String::new(),
            part: String::new(),
            record: Record::default(),
            record_origins: Origins::new(),
            specification_sha256: String::new(),
        }
    }
}
