//! Lines that stand by themselves.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;
use super::text::Text;

/// A line that stands by itself, without first-line indent: `* * *` in the middle, place and date of a form on the right.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LineBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// Where it stands; absent: in the middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<LineAlignment>,
    /// The text; `\n` begins another line of the same kind.
    pub text: RichText,
}

/// Where a line stands between the margins.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LineAlignment {
    /// Trái.
    Left,
    /// Giữa.
    #[default]
    Center,
    /// Phải.
    Right,
}

impl LineBlock {
    /// A line in the middle.
    #[must_use]
    pub const fn new(text: RichText) -> Self {
        Self { id: None, align: None, text }
    }
}

impl BlockContent for LineBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        call(&self.text, &|| at().key("text"));
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        call(&mut self.text);
    }
}
