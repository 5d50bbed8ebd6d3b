//! Nơi nhận (ô số 9b, 12).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::Text;

/// Nơi nhận.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Recipients {
    /// `Như trên` as the first item; absent: exactly when there are addressees and no item begins with `Như`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_above: Option<bool>,
    /// The places, without dash and `;`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Text>,
    /// The `Lưu:` line; absent: `Lưu: VT.`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<Archive>,
}

/// `Lưu: VT, <units> (<file copies>). <drafter>.(<copies>)`
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Archive {
    /// Where the original stays; absent: `VT` (văn thư).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Text>,
    /// Đơn vị soạn thảo, abbreviations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Text>,
    /// Số bản lưu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_copies: Option<u32>,
    /// Ký hiệu người soạn thảo (ô số 12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafter: Option<Text>,
    /// Số lượng bản phát hành (ô số 12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<u32>,
}
