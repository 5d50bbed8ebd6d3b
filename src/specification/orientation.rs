//! How pages lie.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Hướng giấy.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Orientation {
    /// Dọc.
    #[default]
    Portrait,
    /// Ngang.
    Landscape,
}
