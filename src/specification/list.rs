//! A list of the body and its items, which may hold lists.

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, SeqAccess};
use serde::{Deserialize, Serialize, Serializer};

use super::from_json::{FromJson, reads_itself};
use super::rich::RichText;
use super::shape::Form;

/// A list with signs instead of numbers.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ListBlock {
    /// The sign; absent: `-`, in a nested list the other one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<Marker>,
    /// The items, at least one.
    pub items: Vec<ListItem>,
}

/// The sign before a list item.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
pub enum Marker {
    /// Gạch đầu dòng.
    #[serde(rename = "-")]
    Dash,
    /// Dấu cộng.
    #[serde(rename = "+")]
    Plus,
}

impl ListBlock {
    /// A list of these items with the usual sign.
    #[must_use]
    pub const fn new(items: Vec<ListItem>) -> Self {
        Self { marker: None, items }
    }
}

/// A list item: a text, or an object with a text and a list below it. Nesting ends at the third level.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListItem {
    /// The text.
    pub text: RichText,
    /// Items below this one.
    pub list: Option<ListBlock>,
}

impl ListItem {
    /// An item with nothing below it.
    #[must_use]
    pub const fn new(text: RichText) -> Self {
        Self { text, list: None }
    }
}

/// A list item written as an object.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ListItemWithList")]
pub(super) struct ItemObject {
    text: RichText,
    #[serde(default)]
    list: Option<ListBlock>,
}

reads_itself! { ListItem }

impl FromJson for ListItem {
    const FORM: Form = Form::ListItem;

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        RichText::from_text(text).map(Self::new)
    }

    fn from_array<'de, A: SeqAccess<'de>>(array: A) -> Result<Self, A::Error> {
        RichText::from_array(array).map(Self::new)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        let ItemObject { text, list } = ItemObject::deserialize(MapAccessDeserializer::new(object))?;
        Ok(Self { text, list })
    }
}

impl Serialize for ListItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct WithList<'a> {
            text: &'a RichText,
            list: &'a ListBlock,
        }
        match self {
            Self { text, list: None } => text.serialize(serializer),
            Self { text, list: Some(list) } => WithList { text, list }.serialize(serializer),
        }
    }
}
