//! Pictures with a size of their own: in the cells of tables, and in running text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::Text;

/// A picture in a cell or in running text: a PNG or JPEG beside the specification, its sides in the proportion of its pixels.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct SizedPicture {
    /// Path of a PNG or JPEG relative to the specification's folder, `/` between folders.
    pub file: String,
    /// What it shows, for those who cannot see it; required (VB251).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_text: Option<Text>,
    /// Printed width with unit, e.g. `60mm`; absent: as its height says; without both 96 pixels an inch, at most the cell, and
    /// in running text 4 mm high.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<String>,
    /// Printed height with unit, e.g. `45mm`; absent: as its width says. With both it is as large as fits in them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<String>,
}

impl SizedPicture {
    /// A picture of which no size is asked.
    #[must_use]
    pub const fn new(file: String, alternative_text: Text) -> Self {
        Self { file, alternative_text: Some(alternative_text), width: None, height: None }
    }
}
