//! A table of contents, or a list of tables or pictures.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;
use super::text::Text;

/// A table of contents: a line for each heading, with the number of its page. In the main document it covers what stands behind
/// it too (attached texts, appendices), else its own part.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContentsBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// What it lists; absent: headings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Listed>,
    /// How many levels of headings, 1 to 5; absent: 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5))]
    pub levels: Option<u8>,
    /// Above it; absent: `MỤC LỤC`, `DANH MỤC BẢNG`, `DANH MỤC HÌNH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<RichText>,
}

/// What a table of contents lists.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Listed {
    /// Các đề mục.
    #[default]
    Headings,
    /// Tên các bảng.
    Tables,
    /// Tên các hình.
    Pictures,
}

impl BlockContent for ContentsBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        if let Some(title) = &self.title {
            call(title, &|| at().key("title"));
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.title.iter_mut().for_each(call);
    }
}
