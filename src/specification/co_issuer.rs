//! What a specification says of a document that several organs issue (văn bản liên tịch): the others, and what it is called.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::Text;

/// An organ that issues a document together with the first one.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct CoIssuer {
    /// Cơ quan chủ quản trực tiếp, outermost first, one a line; absent: as of the first organ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Text>,
    /// Name; printed in capitals; `\n` breaks the line by hand.
    pub name: Text,
    /// Chữ viết tắt, in the symbol behind that of the organ before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<Text>,
}

impl CoIssuer {
    /// An organ with a name alone.
    #[must_use]
    pub const fn new(name: Text) -> Self {
        Self { parents: Vec::new(), name, abbreviation: None }
    }
}

/// What a document of several organs is called, behind its type.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum JointForm {
    /// Liên tịch.
    Joint,
    /// Liên ngành.
    Intersectoral,
    /// Phối hợp.
    Coordinated,
}
