//! A JSON value that knows where it was written: every value and key has its bytes, duplicate keys are kept.
//! Built only where something is wrong, so that findings can point and reading can go on.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::diag::{Pointer, Span};

/// A value and its bytes.
#[derive(Debug)]
pub(super) struct JsonNode {
    pub(super) span: Span,
    pub(super) value: JsonValue,
    patch: Patch,
}

/// Whether something else stands in the tree than was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Patch {
    Nowhere,
    /// Below the node; known once [`JsonNode::mark_patches`] has been through the tree.
    Below,
    /// In place of the node.
    Here,
}

/// What a node holds.
#[derive(Debug)]
pub(super) enum JsonValue {
    Null,
    Flag(bool),
    /// As written.
    Number(String),
    String(String),
    Array(Vec<JsonNode>),
    Object(Vec<NodeMember>),
    /// Stands for what was found at fault: read as a harmless value of whatever shape is asked.
    Placeholder,
    /// A member that was found at fault and that no placeholder can stand for: read as if it were not there.
    Removed,
}

/// A key and its value.
#[derive(Debug)]
pub(super) struct NodeMember {
    /// The name as it is read: a misspelt one is mended.
    pub(super) name: String,
    /// The name as it was written.
    pub(super) written: String,
    pub(super) name_span: Span,
    pub(super) node: JsonNode,
}

/// One step from a node to a node below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

impl JsonNode {
    pub(super) const fn new(span: Span, value: JsonValue) -> Self {
        let is_patch = matches!(value, JsonValue::Placeholder | JsonValue::Removed);
        Self { span, value, patch: if is_patch { Patch::Here } else { Patch::Nowhere } }
    }

    /// Puts a placeholder in the place of the value; it is mended then.
    pub(super) fn forget(&mut self) -> bool {
        (self.value, self.patch) = (JsonValue::Placeholder, Patch::Here);
        true
    }

    /// Whether something else stands here than was written.
    pub(super) fn is_patch(&self) -> bool {
        self.patch == Patch::Here
    }

    /// Lets every node know whether something else stands below it than was written.
    pub(super) fn mark_patches(&mut self) {
        let mut holds = false;
        let mut look = |node: &mut Self| {
            node.mark_patches();
            holds |= node.patch != Patch::Nowhere;
        };
        match &mut self.value {
            JsonValue::Array(items) => items.iter_mut().for_each(&mut look),
            JsonValue::Object(members) => members.iter_mut().for_each(|member| look(&mut member.node)),
            _ => {}
        }
        if holds && self.patch == Patch::Nowhere {
            self.patch = Patch::Below;
        }
    }

    /// Whether what stands at a pointer rests on something that was not written: on its way, in its place or below.
    pub(super) fn holds_patch_at(&self, pointer: &Pointer) -> bool {
        let mut node = self;
        for step in self.path(pointer) {
            if node.is_patch() {
                return true;
            }
            match node.child(&step) {
                Some(child) => node = child,
                None => return false,
            }
        }
        node.patch != Patch::Nowhere
    }

    /// The node one step below.
    fn child(&self, step: &Step) -> Option<&Self> {
        match (&self.value, step) {
            (JsonValue::Array(items), Step::Index(i)) => items.get(*i),
            (JsonValue::Object(members), Step::Key(key)) => members.iter().find(|m| m.name == *key).map(|m| &m.node),
            _ => None,
        }
    }

    /// The node at a path.
    pub(super) fn at(&self, path: &[Step]) -> Option<&Self> {
        path.iter().try_fold(self, |node, step| node.child(step))
    }

    /// The node at a path, to be mended.
    pub(super) fn at_mut(&mut self, path: &[Step]) -> Option<&mut Self> {
        path.iter().try_fold(self, |node, step| match (&mut node.value, step) {
            (JsonValue::Array(items), Step::Index(i)) => items.get_mut(*i),
            (JsonValue::Object(members), Step::Key(key)) => {
                members.iter_mut().find(|m| m.name == *key).map(|m| &mut m.node)
            }
            _ => None,
        })
    }

    /// How far down a path something was written: a member that was put in for a missing one has the place of its object.
    pub(super) fn written_steps(&self, path: &[Step]) -> usize {
        let mut node = self;
        for (count, step) in path.iter().enumerate() {
            let is_put_in =
                |m: &NodeMember| matches!(step, Step::Key(key) if m.name == *key) && m.name_span == node.span;
            let put_in = matches!(&node.value, JsonValue::Object(members) if members.iter().any(is_put_in));
            match node.child(step).filter(|_| !put_in) {
                Some(child) => node = child,
                None => return count,
            }
        }
        path.len()
    }

    /// The pointer of a path in the names as they were written.
    pub(super) fn pointer(&self, path: &[Step]) -> Pointer {
        let mut node = Some(self);
        let mut pointer = Pointer::root();
        for step in path {
            pointer = match step {
                Step::Index(i) => pointer.index(*i),
                Step::Key(key) => match node.map(|n| &n.value) {
                    Some(JsonValue::Object(members)) => {
                        pointer.key(members.iter().find(|m| m.name == *key).map_or(key, |m| &m.written))
                    }
                    _ => pointer.key(key),
                },
            };
            node = node.and_then(|n| n.child(step));
        }
        pointer
    }

    /// The path that a pointer names, as far as array indexes can be told from keys: they are where an array is.
    pub(super) fn path(&self, pointer: &Pointer) -> Vec<Step> {
        let mut node = Some(self);
        let mut path = Vec::new();
        for token in pointer.tokens() {
            let step = match (node.map(|n| &n.value), token.parse()) {
                (Some(JsonValue::Object(_)), _) | (_, Err(_)) => Step::Key(token),
                (_, Ok(i)) => Step::Index(i),
            };
            node = node.and_then(|n| n.child(&step));
            path.push(step);
        }
        path
    }
}

/// A tree without places, for blocks whose `type` is not their first key.
impl<'de> Deserialize<'de> for JsonNode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor).map(Self::unplaced)
    }
}

impl JsonNode {
    const fn unplaced(value: JsonValue) -> Self {
        Self::new(Span { start: 0, end: 0 }, value)
    }

    /// An object of members read so far. Nobody points into it, so how the names were written is not kept.
    pub(super) fn object(members: Vec<(String, Self)>) -> Self {
        let members = members.into_iter().map(|(name, node)| NodeMember {
            written: String::new(),
            name,
            name_span: node.span,
            node,
        });
        Self::unplaced(JsonValue::Object(members.collect()))
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = JsonValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<JsonValue, E> {
        Ok(JsonValue::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<JsonValue, E> {
        Ok(JsonValue::Flag(flag))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<JsonValue, E> {
        Ok(JsonValue::Number(format!("{number:?}")))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<JsonValue, E> {
        Ok(JsonValue::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<JsonValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(JsonValue::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonValue, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(JsonNode::object(members).value)
    }
}
