//! What the blocks of the body hold, and what is asked of every block alike. Which block holds what: `block.rs`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::list::{ListBlock, ListItem};
use super::rich::RichText;
use super::text::Text;
use crate::diag::Pointer;

/// A pointer that is made only where it is needed.
pub(crate) type LazyPointer<'a> = &'a dyn Fn() -> Pointer;

/// What is asked of every block alike.
pub(super) trait BlockContent {
    /// The name by which references call the block.
    fn id(&self) -> Option<&Text> {
        None
    }

    /// The place of that name; `None` where the block can have none.
    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        None
    }

    /// The label as it was typed.
    fn label(&self) -> Option<&Text> {
        None
    }

    /// Calls a function for each of its texts in reading order.
    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>));

    /// Changes each of its texts.
    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText));
}

/// [`BlockContent`] for structs that hold their texts in fields: at least an `id`; in brackets the label, where they have one; then the
/// texts in reading order.
macro_rules! blocks_of_fields {
    ($($Struct:ident { $([$label:ident])? $($text:ident),* })*) => {$(
        impl BlockContent for $Struct {
            fn id(&self) -> Option<&Text> {
                self.id.as_ref()
            }

            fn id_mut(&mut self) -> Option<&mut Option<Text>> {
                Some(&mut self.id)
            }

            fn label(&self) -> Option<&Text> {
                let labels: &[Option<&Text>] = &[$(self.$label.as_ref())?];
                labels.iter().copied().flatten().next()
            }

            fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
                $(self.$text.texts().for_each(|text| call(text, &|| at().key(stringify!($text))));)*
            }

            fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
                $(self.$text.texts_mut().for_each(&mut *call);)*
            }
        }
    )*};
}

blocks_of_fields! {
    ParagraphBlock { text }
    Heading { [label] heading }
    Numbered { [label] heading, text }
    Subclause { [label] heading, text }
    Point { [label] text }
}

/// A text that must be there and one that may be absent, asked alike.
trait Texts {
    fn texts(&self) -> impl Iterator<Item = &RichText>;
    fn texts_mut(&mut self) -> impl Iterator<Item = &mut RichText>;
}

impl Texts for RichText {
    fn texts(&self) -> impl Iterator<Item = &RichText> {
        std::iter::once(self)
    }

    fn texts_mut(&mut self) -> impl Iterator<Item = &mut RichText> {
        std::iter::once(self)
    }
}

impl Texts for Option<RichText> {
    fn texts(&self) -> impl Iterator<Item = &RichText> {
        self.iter()
    }

    fn texts_mut(&mut self) -> impl Iterator<Item = &mut RichText> {
        self.iter_mut()
    }
}

impl BlockContent for ListBlock {
    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        for (i, ListItem { text, list }) in self.items.iter().enumerate() {
            let item = || at().key("items").index(i);
            // An item without a list of its own is written as its text alone.
            call(text, &|| if list.is_some() { item().key("text") } else { item() });
            if let Some(list) = list {
                list.each_text(&|| item().key("list"), call);
            }
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        for ListItem { text, list } in &mut self.items {
            call(text);
            if let Some(list) = list {
                list.each_text_mut(call);
            }
        }
    }
}

/// Text alone.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ParagraphBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// The text.
    pub text: RichText,
}

/// A heading on lines of its own.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Heading {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// The label as it shall read, e.g. `1. 1`; absent: numbered automatically.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// The heading.
    pub heading: RichText,
}

/// A numbered unit with a heading, or text, or both.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Numbered {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// The label as it shall read; absent: numbered automatically.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// The heading (bold, on the label's line).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<RichText>,
    /// The text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<RichText>,
}

/// `1.1.` and deeper.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Subclause {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// 1 for `1.1.`, 2 for `1.1.1.`, 3 for `1.1.1.1.`; absent: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// The label as it shall read; absent: numbered automatically.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// The heading (bold, on the label's line).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<RichText>,
    /// The text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<RichText>,
}

/// Điểm.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Point {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// The label as it shall read; absent: the next Vietnamese letter and `)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// The text.
    pub text: RichText,
}

impl ParagraphBlock {
    /// A block of this text.
    #[must_use]
    pub const fn new(text: RichText) -> Self {
        Self { id: None, text }
    }
}

impl Heading {
    /// A heading with the label that it is due.
    #[must_use]
    pub const fn new(heading: RichText) -> Self {
        Self { id: None, label: None, heading }
    }
}

impl Point {
    /// A point with the letter that it is due.
    #[must_use]
    pub const fn new(text: RichText) -> Self {
        Self { id: None, label: None, text }
    }
}

impl Numbered {
    /// A unit with a heading alone; a text may be set below it.
    #[must_use]
    pub fn with_heading(heading: RichText) -> Self {
        Self { heading: Some(heading), ..Self::default() }
    }

    /// A unit with a text alone.
    #[must_use]
    pub fn with_text(text: RichText) -> Self {
        Self { text: Some(text), ..Self::default() }
    }
}

impl Subclause {
    /// A unit with a heading alone; a text may be set below it.
    #[must_use]
    pub fn with_heading(heading: RichText) -> Self {
        Self { heading: Some(heading), ..Self::default() }
    }

    /// A unit with a text alone.
    #[must_use]
    pub fn with_text(text: RichText) -> Self {
        Self { text: Some(text), ..Self::default() }
    }
}
