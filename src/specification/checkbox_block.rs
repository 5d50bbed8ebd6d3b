//! Boxes to be ticked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;
use super::text::Text;

/// Boxes of a form, each with what it stands for.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckboxBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// What is asked; a colon is added where it is missing. The boxes stand behind it where one line has room for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<RichText>,
    /// The boxes, at least one.
    pub items: Vec<CheckboxItem>,
    /// In so many columns, fewer where a text is too long for them; absent: behind the label, or one below the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<u8>,
}

/// A box.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckboxItem {
    /// What it stands for.
    pub text: RichText,
    /// Whether it is ticked; absent: it is left open, to be ticked by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
}

impl CheckboxBlock {
    /// Boxes one below the other.
    #[must_use]
    pub const fn new(items: Vec<CheckboxItem>) -> Self {
        Self { id: None, label: None, items, columns: None }
    }
}

impl CheckboxItem {
    /// A box to be ticked by hand.
    #[must_use]
    pub const fn new(text: RichText) -> Self {
        Self { text, checked: None }
    }
}

impl BlockContent for CheckboxBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        if let Some(label) = &self.label {
            call(label, &|| at().key("label"));
        }
        for (i, item) in self.items.iter().enumerate() {
            call(&item.text, &|| at().key("items").index(i).key("text"));
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.label.iter_mut().for_each(&mut *call);
        self.items.iter_mut().for_each(|item| call(&mut item.text));
    }
}
