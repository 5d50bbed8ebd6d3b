//! What makes a document a copy of itself (bản sao; NĐ 30/2020, Phụ lục I, Phần II).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::IssueDate;
use super::issuer::Issuer;
use super::recipients::Recipients;
use super::signature::Signature;
use super::text::Text;

/// Who certifies the copy, when and in which form. On paper a block below a line over the full width of the text, right behind
/// the end of the document; of an electronic copy one line at the top right of page 1 (ô số 14).
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct CopyCertificate {
    /// Hình thức sao (ô số 1 of the copy).
    pub kind: CopyKind,
    /// Cơ quan sao văn bản (ô số 2 of the copy); absent: the organ that issued the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Issuer>,
    /// Số of the copy (ô số 3), from 1, counted in one series for all kinds of copy; absent or null: room for handwriting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Ký hiệu of the copy (ô số 3), e.g. `SY-UBND`; absent: composed from the abbreviations of kind and organ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<Text>,
    /// Địa danh (ô số 4); absent: that of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue_place: Option<Text>,
    /// Thời gian sao (ô số 4); a copy on paper has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue_date: Option<IssueDate>,
    /// Nơi nhận (ô số 7); absent: none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipients: Option<Recipients>,
    /// Who signs for the copy (ô số 5); a copy on paper has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// Whether the block stands on a page of its own; absent: behind the end of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_page: Option<bool>,
    /// When the organ signed an electronic copy: `2026-03-05T14:30:00+07:00` (ISO 8601). It makes the copy an electronic one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Text>,
}

impl CopyCertificate {
    /// A copy of which nothing but its kind is known.
    #[must_use]
    pub const fn new(kind: CopyKind) -> Self {
        Self {
            kind,
            issuer: None,
            number: None,
            symbol: None,
            issue_place: None,
            issue_date: None,
            recipients: None,
            signature: None,
            own_page: None,
            signed_at: None,
        }
    }
}

/// Hình thức sao.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CopyKind {
    /// Sao y: the whole text, of an original.
    CertifiedCopy,
    /// Sao lục: the whole text, of a copy.
    RelayedCopy,
    /// Trích sao: a part of the text.
    ExtractCopy,
}
