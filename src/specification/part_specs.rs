//! What stands behind a document in the same file, or in files of their own beside it: texts that it issues (văn bản kèm theo),
//! appendices (phụ lục).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block::BodyBlock;
use super::doc_type::DocType;
use super::issuer::Issuer;
use super::numbering_system::NumberingSystem;
use super::orientation::Orientation;
use super::page_margins::PageMargins;
use super::recipients::Recipients;
use super::signature::Signature;
use super::text::Text;

/// A text that the document issues or approves (văn bản kèm theo): a header without number and date, a title, pages counted from 1.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct AttachedText {
    /// Tên loại of the attached text.
    pub doc_type: DocType,
    /// Trích yếu; `\n` breaks the line by hand.
    pub subject: Text,
    /// The organ whose text it is, in its header (ô số 2); absent: the organ or organs that issue the document. Its `abbreviation` and
    /// `contact` are printed nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Issuer>,
    /// The line `(Kèm theo …)` without its parentheses; absent: composed from number, symbol, date and organ of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accompanies: Option<Text>,
    /// Whether it is a file of its own beside that of the document (tệp riêng); absent: it stands behind the document in the same file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_file: Option<bool>,
    /// When the organ signed the file of an electronic document: `2026-03-05T14:30:00+07:00` (ISO 8601). Number, symbol and this time are
    /// printed at the top right of its page 1 (NĐ 30/2020, Phụ lục III, Mẫu 1.3 and 2.2); absent: nothing is printed there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Text>,
    /// Lề trang of its own; absent: as the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margins: Option<PageMargins>,
    /// How the text is divided; absent: as is usual for its type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<NumberingSystem>,
    /// Nội dung.
    pub body: Vec<BodyBlock>,
    /// Nơi nhận of the attached text; absent: none, those of the document stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipients: Option<Recipients>,
    /// Who signs the attached text itself, from left to right; empty where the document's signature stands for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
}

impl AttachedText {
    /// A text without blocks.
    #[must_use]
    pub const fn new(doc_type: DocType, subject: Text) -> Self {
        Self {
            doc_type,
            subject,
            issuer: None,
            accompanies: None,
            own_file: None,
            signed_at: None,
            margins: None,
            numbering: None,
            body: Vec::new(),
            recipients: None,
            signatures: Vec::new(),
        }
    }
}

/// An appendix (phụ lục): numbered by Roman numerals where there are several, pages counted from 1.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Appendix {
    /// Tên phụ lục; printed in capitals; `\n` breaks the line by hand.
    pub title: Text,
    /// The line `(Kèm theo …)` without its parentheses; absent: composed from number, symbol, date and organ of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accompanies: Option<Text>,
    /// Whether it is a file of its own beside that of the document (tệp riêng); absent: it stands behind the document in the same file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_file: Option<bool>,
    /// When the organ signed the file of an electronic document: `2026-03-05T14:30:00+07:00` (ISO 8601). Number, symbol and this time are
    /// printed at the top right of its page 1 (NĐ 30/2020, Phụ lục III, Mẫu 1.3 and 2.2); absent: nothing is printed there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Text>,
    /// Hướng giấy; absent: upright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
    /// Lề trang of its own; absent: as the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margins: Option<PageMargins>,
    /// How the text is divided; absent: `sections`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<NumberingSystem>,
    /// Nội dung.
    pub body: Vec<BodyBlock>,
}

impl Appendix {
    /// An appendix without blocks.
    #[must_use]
    pub const fn new(title: Text) -> Self {
        Self {
            title,
            accompanies: None,
            own_file: None,
            signed_at: None,
            orientation: None,
            margins: None,
            numbering: None,
            body: Vec::new(),
        }
    }
}

/// How a document is issued (NĐ 30/2020, Phụ lục I, Phần I, Mục III.1): on paper, or as an electronic document, whose attached texts and
/// appendices leave number and date of the document open.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentForm {
    /// Văn bản giấy.
    #[default]
    Paper,
    /// Văn bản điện tử.
    Electronic,
}
