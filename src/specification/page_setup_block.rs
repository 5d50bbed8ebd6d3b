//! The pages on which a text goes on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::orientation::Orientation;
use super::page_margins::PageMargins;
use super::rich::RichText;

/// The text goes on on pages of this direction and these margins, until the next such block or the end of its part; page numbers go on.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PageSetupBlock {
    /// Hướng giấy; absent: as the pages before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
    /// Lề trang of these pages; absent: as those of the part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margins: Option<PageMargins>,
}

impl PageSetupBlock {
    /// Pages of a direction.
    #[must_use]
    pub const fn new(orientation: Orientation) -> Self {
        Self { orientation: Some(orientation), margins: None }
    }
}

/// It prints nothing: there is no text in it and nothing that could be referred to.
impl BlockContent for PageSetupBlock {
    fn each_text<'a>(&'a self, _: LazyPointer<'_>, _: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {}

    fn each_text_mut(&mut self, _: &mut dyn FnMut(&mut RichText)) {}
}
