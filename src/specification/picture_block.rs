//! Pictures in the text, on lines of their own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;
use super::text::Text;

/// A picture on a line of its own, with or without a caption under it.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PictureBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// Path of a PNG or JPEG relative to the specification's folder, `/` between folders.
    pub file: String,
    /// What it shows, for those who cannot see it; required (VB251).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_text: Option<Text>,
    /// Printed width with unit, e.g. `120mm`; absent: 96 pixels an inch, at most the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<String>,
    /// Tên hình, under the picture; absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<RichText>,
    /// The number and word in front of the caption as they shall read; absent: `Hình 1.` and so on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Whether `Hình 1.` goes before a caption that has no label of its own; absent: yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbered: Option<bool>,
}

impl PictureBlock {
    /// A picture without a caption.
    #[must_use]
    pub const fn new(file: String, alternative_text: Text) -> Self {
        let alternative_text = Some(alternative_text);
        Self { id: None, file, alternative_text, width: None, caption: None, label: None, numbered: None }
    }
}

impl BlockContent for PictureBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn label(&self) -> Option<&Text> {
        self.label.as_ref()
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        if let Some(caption) = &self.caption {
            call(caption, &|| at().key("caption"));
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.caption.iter_mut().for_each(call);
    }
}
