//! Reads typed values from a [`JsonNode`] tree. The first fault ends it and tells its path; `mending.rs` mends the tree there
//! and reads again.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::date::{DateFault, IssueDate};
use super::shape::{Form, Shape};
use super::text::{self, Edges};
use super::tree::{JsonNode, JsonValue, NodeMember, Step};
use super::written_date;

/// What stopped the reading, and where.
#[derive(Debug)]
pub(super) struct TreeFault {
    /// From the fault out to the root.
    path: Vec<Step>,
    pub(super) kind: FaultKind,
}

/// What stopped the reading.
#[derive(Debug)]
pub(super) enum FaultKind {
    /// A field that is not known here.
    UnknownField { known: &'static [&'static str] },
    /// A field that must be there is not.
    MissingField(&'static str),
    /// A value of another shape.
    WrongShape(Shape),
    /// A word that is not among those known.
    UnknownWord(&'static [&'static str]),
    /// A number that is not whole or lies outside the range.
    OutOfRange { min: i64, max: i64 },
    /// A text with faults of its own.
    Text(Edges),
    /// A rich text whose runs begin or end with white space, or that has no run.
    RichEdges,
    /// A date that cannot be.
    Date,
    /// Anything a reader has refused in its own words.
    Other(String),
}

impl TreeFault {
    const fn new(kind: FaultKind) -> Self {
        Self { path: Vec::new(), kind }
    }

    fn within(mut self, step: Step) -> Self {
        self.path.push(step);
        self
    }

    /// The path from the root to the fault.
    pub(super) fn path(&self) -> Vec<Step> {
        self.path.iter().rev().cloned().collect()
    }
}

impl fmt::Display for TreeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.kind, self.path())
    }
}

impl std::error::Error for TreeFault {}

impl Error for TreeFault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(FaultKind::Other(message.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format!("{found}, expected {expected}"))
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Self::new(FaultKind::UnknownWord(known))
    }

    fn unknown_field(_: &str, known: &'static [&'static str]) -> Self {
        Self::new(FaultKind::UnknownField { known })
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new(FaultKind::MissingField(name))
    }
}

/// Reads one node.
#[derive(Clone, Copy, Debug)]
pub(super) struct NodeReader<'a>(pub(super) &'a JsonNode);

/// The text that a placeholder reads as.
const PLACEHOLDER_TEXT: &str = "…";
/// The date that a placeholder reads as.
const PLACEHOLDER_DATE: &str = "2020-06-01";

impl<'a> NodeReader<'a> {
    fn wrong<T>(self, shape: Shape) -> Result<T, TreeFault> {
        Err(TreeFault::new(FaultKind::WrongShape(shape)))
    }

    fn text(self, shape: Shape) -> Result<&'a str, TreeFault> {
        match &self.0.value {
            JsonValue::String(text) => Ok(text),
            JsonValue::Placeholder => Ok(PLACEHOLDER_TEXT),
            _ => self.wrong(shape),
        }
    }

    /// A text, whose own faults are told apart by [`text::faults`] where it is mended.
    fn sound_text(self, edges: Edges) -> Result<(), TreeFault> {
        let text = self.text(Shape::Text)?;
        text::check(text, edges).map(drop).map_err(|_| TreeFault::new(FaultKind::Text(edges)))
    }

    fn whole(self, min: i64, max: i64) -> Result<i64, TreeFault> {
        match &self.0.value {
            JsonValue::Placeholder => Ok(min.max(1)),
            JsonValue::Number(digits) => digits
                .parse()
                .ok()
                .filter(|n| (min..=max).contains(n))
                .ok_or_else(|| TreeFault::new(FaultKind::OutOfRange { min, max })),
            _ => self.wrong(Shape::Whole),
        }
    }

    /// The faults of a value that the reader of its type could not tell apart: serde hands on one sentence, no kind.
    fn check_value(self, form: Form) -> Result<(), TreeFault> {
        match (form, &self.0.value) {
            (Form::Text | Form::RichText | Form::ListItem | Form::Adoption, JsonValue::String(_)) => {
                self.sound_text(Edges::Trimmed)
            }
            (Form::RunText | Form::RichRun, JsonValue::String(_)) => self.sound_text(Edges::Free),
            (Form::TableCell, JsonValue::String(text)) if text.is_empty() => Ok(()),
            (Form::TableCell, JsonValue::String(_)) => self.sound_text(Edges::Trimmed),
            (Form::RichText | Form::ListItem | Form::TableCell | Form::Adoption, JsonValue::Array(_))
                if has_bad_edges(self.0) =>
            {
                Err(TreeFault::new(FaultKind::RichEdges))
            }
            (Form::IssueDate, _) => self.date_fault().map_or(Ok(()), |_| Err(TreeFault::new(FaultKind::Date))),
            (
                Form::Text
                | Form::RunText
                | Form::RichText
                | Form::RichRun
                | Form::ListItem
                | Form::TableCell
                | Form::TableRow
                | Form::Number
                | Form::Adoption
                | Form::BodyBlock
                | Form::FieldSpec,
                _,
            ) => Ok(()),
        }
    }

    /// Why the value is no date, where it is written as one.
    pub(super) fn date_fault(self) -> Option<DateFault> {
        // `{"$date": …}`: not a date in parts with a fault, but another form
        if matches!(self.0.value, JsonValue::Object(_))
            && self.0.at(&[Step::Key("year".to_owned())]).is_none()
            && written_date::meant(self.0).is_some()
        {
            return Some(DateFault::Form);
        }
        let part = |name: &str| {
            let node = self.0.at(&[Step::Key(name.to_owned())])?;
            NodeReader(node).whole(0, i64::from(u32::MAX)).ok()?.try_into().ok()
        };
        match &self.0.value {
            JsonValue::String(text) => IssueDate::read(text).err(),
            JsonValue::Object(_) => {
                let year = i32::try_from(part("year")?).ok()?;
                IssueDate::possible(year, part("month"), part("day")).err()
            }
            _ => None,
        }
    }
}

/// Whether a rich text in runs begins or ends with white space, or has no run.
pub(super) fn has_bad_edges(node: &JsonNode) -> bool {
    let JsonValue::Array(runs) = &node.value else { return false };
    let text = |run: Option<&JsonNode>| run_text(run?).map(str::to_owned);
    runs.is_empty()
        || text(runs.first()).is_some_and(|t| t.starts_with(char::is_whitespace))
        || text(runs.last().filter(|run| !goes_on_behind(run))).is_some_and(|t| t.ends_with(char::is_whitespace))
}

/// Whether a picture or the number of a page stands behind the text of a run.
pub(super) fn goes_on_behind(run: &JsonNode) -> bool {
    let has = |name: &str| {
        run.at(&[Step::Key(name.to_owned())]).is_some_and(|node| matches!(node.value, JsonValue::String(_)))
    };
    has("page_of") || has("picture")
}

/// The text of a run in either form.
pub(super) fn run_text(run: &JsonNode) -> Option<&str> {
    match &run.value {
        JsonValue::String(text) => Some(text),
        JsonValue::Object(_) => match &run.at(&[Step::Key("text".to_owned())])?.value {
            JsonValue::String(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
            let number = self.whole(i64::from(<$type>::MIN), i64::from(<$type>::MAX))?;
            match <$type>::try_from(number) {
                Ok(number) => visitor.$visit(number),
                Err(fault) => Err(TreeFault::custom(fault)),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for NodeReader<'de> {
    type Error = TreeFault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        match &self.0.value {
            JsonValue::Null => visitor.visit_unit(),
            JsonValue::Flag(flag) => visitor.visit_bool(*flag),
            JsonValue::Number(digits) => match (digits.parse::<i64>(), digits.parse::<u64>()) {
                (Ok(number), _) => visitor.visit_i64(number),
                (_, Ok(number)) => visitor.visit_u64(number),
                _ => visitor.visit_f64(digits.parse().unwrap_or(f64::NAN)),
            },
            JsonValue::String(text) => visitor.visit_str(text),
            JsonValue::Array(_) => self.deserialize_seq(visitor),
            JsonValue::Object(_) => self.deserialize_map(visitor),
            JsonValue::Placeholder => visitor.visit_str(PLACEHOLDER_TEXT),
            JsonValue::Removed => visitor.visit_unit(),
        }
    }

    whole_numbers! {
        deserialize_u8 visit_u8 u8;
        deserialize_u32 visit_u32 u32;
        deserialize_i32 visit_i32 i32;
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        match &self.0.value {
            JsonValue::Flag(flag) => visitor.visit_bool(*flag),
            JsonValue::Placeholder => visitor.visit_bool(false),
            _ => self.wrong(Shape::Flag),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        visitor.visit_str(self.text(Shape::String)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        if matches!(self.0.value, JsonValue::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, TreeFault> {
        let Some(form) = Form::named(name) else { return visitor.visit_newtype_struct(self) };
        if !form.takes(&self.0.value) {
            return self.wrong(form.shape());
        }
        self.check_value(form)?;
        match (form, &self.0.value) {
            // A placeholder reads as a text, which these three are not, or not any.
            (Form::IssueDate, JsonValue::Placeholder) => {
                visitor.visit_newtype_struct(PLACEHOLDER_DATE.into_deserializer())
            }
            (Form::Number, JsonValue::Placeholder) => visitor.visit_newtype_struct(1_i64.into_deserializer()),
            (Form::TableRow, JsonValue::Placeholder) => self.deserialize_seq(visitor),
            (Form::FieldSpec, JsonValue::Placeholder) => visitor.visit_newtype_struct(true.into_deserializer()),
            (Form::BodyBlock, JsonValue::Placeholder) => visitor.visit_newtype_struct(BlockReader(&[])),
            (Form::BodyBlock, JsonValue::Object(members)) => visitor.visit_newtype_struct(BlockReader(members)),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        match &self.0.value {
            JsonValue::Array(items) => visitor.visit_seq(NodeItems { items, next: 0 }),
            JsonValue::Placeholder => visitor.visit_seq(NodeItems { items: &[], next: 0 }),
            _ => self.wrong(Shape::Array),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        match &self.0.value {
            JsonValue::Object(members) => visitor.visit_map(NodeMembers::new(members)),
            JsonValue::Placeholder => visitor.visit_map(NodeMembers::new(&[])),
            _ => self.wrong(Shape::Object),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TreeFault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TreeFault> {
        match &self.0.value {
            JsonValue::String(word) => visitor.visit_enum(EnumWord(word)),
            JsonValue::Placeholder => visitor.visit_enum(EnumWord(words.first().copied().unwrap_or_default())),
            _ => Err(TreeFault::new(FaultKind::UnknownWord(words))),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

/// Reads a block with its `type` first, wherever it was written.
struct BlockReader<'a>(&'a [NodeMember]);

impl<'de> Deserializer<'de> for BlockReader<'de> {
    type Error = TreeFault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeFault> {
        visitor.visit_map(NodeMembers::type_first(self.0))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct NodeItems<'a> {
    items: &'a [JsonNode],
    next: usize,
}

impl<'de> SeqAccess<'de> for NodeItems<'de> {
    type Error = TreeFault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, TreeFault> {
        let Some(item) = self.items.get(self.next) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(NodeReader(item)).map(Some).map_err(|fault| fault.within(Step::Index(self.next - 1)))
    }
}

struct NodeMembers<'a> {
    /// `type` of a block, read before the others.
    first: Option<&'a NodeMember>,
    rest: std::slice::Iter<'a, NodeMember>,
    current: Option<&'a NodeMember>,
    skips_type: bool,
}

impl<'a> NodeMembers<'a> {
    fn new(members: &'a [NodeMember]) -> Self {
        Self { first: None, rest: members.iter(), current: None, skips_type: false }
    }

    fn type_first(members: &'a [NodeMember]) -> Self {
        let first = members.iter().find(|m| m.name == "type");
        Self { first, rest: members.iter(), current: None, skips_type: true }
    }

    fn advance(&mut self) -> Option<&'a NodeMember> {
        let skips_type = self.skips_type;
        let is_there =
            |m: &&NodeMember| !(matches!(m.node.value, JsonValue::Removed) || skips_type && m.name == "type");
        self.first.take().or_else(|| self.rest.find(is_there))
    }
}

impl<'de> MapAccess<'de> for NodeMembers<'de> {
    type Error = TreeFault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, TreeFault> {
        self.current = self.advance();
        let Some(member) = self.current else { return Ok(None) };
        let name: StrDeserializer<'de, TreeFault> = member.name.as_str().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, TreeFault> {
        let Some(member) = self.current.take() else {
            return Err(TreeFault::custom("a value was asked before its key"));
        };
        seed.deserialize(NodeReader(&member.node)).map_err(|fault| fault.within(Step::Key(member.name.clone())))
    }
}

/// A word of an enum.
struct EnumWord<'a>(&'a str);

impl<'de> EnumAccess<'de> for EnumWord<'de> {
    type Error = TreeFault;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), TreeFault> {
        let word: StrDeserializer<'de, TreeFault> = self.0.into_deserializer();
        Ok((seed.deserialize(word)?, self))
    }
}

impl<'de> VariantAccess<'de> for EnumWord<'de> {
    type Error = TreeFault;

    fn unit_variant(self) -> Result<(), TreeFault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, TreeFault> {
        Err(TreeFault::custom("no variant holds a value"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, TreeFault> {
        Err(TreeFault::custom("no variant holds a value"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, TreeFault> {
        Err(TreeFault::custom("no variant holds a value"))
    }
}
