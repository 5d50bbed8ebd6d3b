//! Text as it stands in a specification: NFC, no control character but the manual line break.

use schemars::JsonSchema;
use serde::Deserialize;

/// Plain text. `\n` is a manual line break.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Text with a look: in JSON a string, or an array of strings and run objects.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct RichText(pub Vec<RichRun>);

/// A piece of rich text; in JSON a string or `{"text": …, "bold": true, …}`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct RichRun {
    /// The text.
    pub text: Text,
    /// Đậm.
    #[serde(default)]
    pub bold: Option<bool>,
    /// Nghiêng.
    #[serde(default)]
    pub italic: Option<bool>,
    /// Chỉ số trên, chỉ số dưới.
    #[serde(default)]
    pub script: Option<ScriptSpec>,
    /// Address: http, https or mailto.
    #[serde(default)]
    pub link: Option<Text>,
}

/// Raised or lowered text.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ScriptSpec {
    /// Chỉ số trên.
    Superscript,
    /// Chỉ số dưới.
    Subscript,
}
