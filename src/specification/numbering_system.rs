//! How a text is divided.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The decree's two ways to divide a text (Phụ lục I, Phần I, Mục II.6.c), and that with letters for phần.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum NumberingSystem {
    /// Phần, chương, mục, tiểu mục, điều, khoản, điểm.
    Articles,
    /// Phần, mục (I.), khoản (1.), điểm (a)).
    Sections,
    /// The same with letters in front: phần (A.), mục (I.), khoản (1.), điểm (a)).
    LetteredSections,
}
