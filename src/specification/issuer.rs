//! The organ that issues (ô số 2, 13).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::Text;

/// Cơ quan ban hành.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Issuer {
    /// Cơ quan chủ quản trực tiếp, outermost first, one a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Text>,
    /// Name; printed in capitals; `\n` breaks the line by hand.
    pub name: Text,
    /// Chữ viết tắt, the last part of the symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<Text>,
    /// Ô số 13; absent: no foot on page 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
}

impl Issuer {
    /// An organ with a name alone.
    #[must_use]
    pub const fn new(name: Text) -> Self {
        Self { parents: Vec::new(), name, abbreviation: None, contact: None }
    }
}

/// Địa chỉ, điện thoại, … at the foot of page 1 (ô số 13).
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Contact {
    /// Địa chỉ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// Điện thoại.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Text>,
    /// Fax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fax: Option<Text>,
    /// Thư điện tử.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Text>,
    /// Trang thông tin điện tử.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Text>,
}
