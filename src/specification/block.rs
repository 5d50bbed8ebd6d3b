//! The blocks of the body. `type` is read first and the rest is handed to that block's own struct; a derived internal tag
//! would lose the place of a fault and let unknown fields through.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::de::NodeReader;
use super::rich::{RichText, RichVisitor};
use super::tree::Node;
use super::types::{Heading, ListBlock, Numbered, ParagraphBlock, Point, Subclause};

/// The names by which the reader of the slow path knows these types.
pub(super) const BODY_BLOCK: &str = "BodyBlock";
/// See [`BODY_BLOCK`].
pub(super) const LIST_ITEM: &str = "ListItem";

/// A block of the body, told by its `type`.
#[derive(Clone, Debug)]
pub enum BodyBlock {
    /// Đoạn văn.
    Paragraph(ParagraphBlock),
    /// Phần.
    Part(Heading),
    /// Chương (layout `articles`).
    Chapter(Heading),
    /// Mục: `Mục 1` (layout `articles`) or `I.` (layout `sections`).
    Section(Heading),
    /// Tiểu mục (layout `articles`).
    Subsection(Heading),
    /// Điều (layout `articles`): heading, or text, or both.
    Article(Numbered),
    /// Khoản: heading, or text that the number runs into, or both (text then in a paragraph of its own).
    Clause(Numbered),
    /// `1.1.` and deeper, below khoản or mục; not in the decree, usual in reports.
    Subclause(Subclause),
    /// Điểm a), b), c), d), đ) …
    Point(Point),
    /// A `-` or `+` list.
    List(ListBlock),
    /// A note; parentheses are added where they are missing.
    Note(ParagraphBlock),
}

/// The values of `type`.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum BlockKind {
    Paragraph,
    Part,
    Chapter,
    Section,
    Subsection,
    Article,
    Clause,
    Subclause,
    Point,
    List,
    Note,
}

impl BlockKind {
    fn read<'de, D: Deserializer<'de>>(self, rest: D) -> Result<BodyBlock, D::Error> {
        Ok(match self {
            Self::Paragraph => BodyBlock::Paragraph(Deserialize::deserialize(rest)?),
            Self::Part => BodyBlock::Part(Deserialize::deserialize(rest)?),
            Self::Chapter => BodyBlock::Chapter(Deserialize::deserialize(rest)?),
            Self::Section => BodyBlock::Section(Deserialize::deserialize(rest)?),
            Self::Subsection => BodyBlock::Subsection(Deserialize::deserialize(rest)?),
            Self::Article => BodyBlock::Article(Deserialize::deserialize(rest)?),
            Self::Clause => BodyBlock::Clause(Deserialize::deserialize(rest)?),
            Self::Subclause => BodyBlock::Subclause(Deserialize::deserialize(rest)?),
            Self::Point => BodyBlock::Point(Deserialize::deserialize(rest)?),
            Self::List => BodyBlock::List(Deserialize::deserialize(rest)?),
            Self::Note => BodyBlock::Note(Deserialize::deserialize(rest)?),
        })
    }
}

impl<'de> Deserialize<'de> for BodyBlock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(BODY_BLOCK, BlockVisitor)
    }
}

struct BlockVisitor;

impl<'de> Visitor<'de> for BlockVisitor {
    type Value = BodyBlock;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a block object")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<BodyBlock, D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<BodyBlock, A::Error> {
        match map.next_key::<Key>()? {
            None => Err(A::Error::missing_field("type")),
            Some(Key::Type) => {
                let kind: BlockKind = map.next_value()?;
                kind.read(MapAccessDeserializer::new(map))
            }
            Some(Key::Other(name)) => read_out_of_order(name, map),
        }
    }
}

/// Reads a block whose `type` comes later: everything goes into a tree first.
fn read_out_of_order<'de, A: MapAccess<'de>>(first: String, mut map: A) -> Result<BodyBlock, A::Error> {
    let mut members: Vec<(String, Node)> = vec![(first, map.next_value()?)];
    while let Some(member) = map.next_entry()? {
        members.push(member);
    }
    let Some(place) = members.iter().position(|(name, _)| name == "type") else {
        return Err(A::Error::missing_field("type"));
    };
    let (_, kind) = members.remove(place);
    let kind = BlockKind::deserialize(NodeReader(&kind)).map_err(A::Error::custom)?;
    kind.read(NodeReader(&Node::object(members))).map_err(A::Error::custom)
}

enum Key {
    Type,
    Other(String),
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
                Ok(if name == "type" { Key::Type } else { Key::Other(name.to_owned()) })
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}

/// A list item: a text, or an object with a text and a list below it. Nesting ends at the third level.
#[derive(Clone, Debug)]
pub struct ListItem {
    /// The text.
    pub text: RichText,
    /// Items below this one.
    pub list: Option<ListBlock>,
}

/// A list item written as an object.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ListItemWithList")]
pub(super) struct ItemObject {
    text: RichText,
    #[serde(default)]
    list: Option<ListBlock>,
}

impl<'de> Deserialize<'de> for ListItem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(LIST_ITEM, ItemVisitor)
    }
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = ListItem;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or an item object")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<ListItem, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, raw: &str) -> Result<ListItem, E> {
        RichVisitor.visit_str(raw).map(|text| ListItem { text, list: None })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<ListItem, A::Error> {
        RichVisitor.visit_seq(seq).map(|text| ListItem { text, list: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ListItem, A::Error> {
        let item = ItemObject::deserialize(MapAccessDeserializer::new(map))?;
        Ok(ListItem { text: item.text, list: item.list })
    }
}
