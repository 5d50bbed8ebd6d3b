//! A page that ends by hand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;

/// What follows begins a page; page numbers go on.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PageBreakBlock {}

/// It prints nothing: there is no text in it and nothing that could be referred to.
impl BlockContent for PageBreakBlock {
    fn each_text<'a>(&'a self, _: LazyPointer<'_>, _: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {}

    fn each_text_mut(&mut self, _: &mut dyn FnMut(&mut RichText)) {}
}
