//! Margins of some of a document's pages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lề trang of an attached text, an appendix, or the pages behind a `page_setup`, as lengths with a unit. A margin that is absent is that
/// of the part, and in the part that of the document (`layout`). On paper that lies across the margins keep their names.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct PageMargins {
    /// Lề trên.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top: Option<String>,
    /// Lề dưới.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bottom: Option<String>,
    /// Lề trái.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    /// Lề phải.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<String>,
}
