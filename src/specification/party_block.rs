//! The parties of a contract.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::field_block::FieldBeside;
use super::rich::RichText;
use super::text::Text;

/// A party (bên A, bên B): what it is called, who it is, and the fields that say more of it.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PartyBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// What the contract calls it, e.g. `Bên A (bên thuê)`.
    pub name: RichText,
    /// The organ, enterprise or person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_name: Option<RichText>,
    /// Address, tax code, account, representative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<PartyField>,
}

/// A line of a party.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PartyField {
    /// What is told, e.g. `Đại diện`; a colon is added where it is missing.
    pub label: RichText,
    /// What it is; absent: a dotted line to write it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<RichText>,
    /// Fields on the same line, as far as there is room; the others go to the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<FieldBeside>,
}

impl PartyBlock {
    /// A party of which nothing more is said.
    #[must_use]
    pub const fn new(name: RichText) -> Self {
        Self { id: None, name, full_name: None, fields: Vec::new() }
    }
}

impl PartyField {
    /// A line to be filled in by hand.
    #[must_use]
    pub const fn new(label: RichText) -> Self {
        Self { label, value: None, beside: Vec::new() }
    }

    /// All fields of the line, its own first: labels with their values.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&RichText, Option<&RichText>)> {
        let own = (&self.label, self.value.as_ref());
        std::iter::once(own).chain(self.beside.iter().map(|field| (&field.label, field.value.as_ref())))
    }
}

impl BlockContent for PartyBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        call(&self.name, &|| at().key("name"));
        if let Some(full_name) = &self.full_name {
            call(full_name, &|| at().key("full_name"));
        }
        for (i, line) in self.fields.iter().enumerate() {
            let line_at = || at().key("fields").index(i);
            for (j, (label, value)) in line.fields().enumerate() {
                let field = || if j == 0 { line_at() } else { line_at().key("beside").index(j - 1) };
                call(label, &|| field().key("label"));
                if let Some(value) = value {
                    call(value, &|| field().key("value"));
                }
            }
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        call(&mut self.name);
        self.full_name.iter_mut().for_each(&mut *call);
        for line in &mut self.fields {
            call(&mut line.label);
            line.value.iter_mut().for_each(&mut *call);
            for field in &mut line.beside {
                call(&mut field.label);
                field.value.iter_mut().for_each(&mut *call);
            }
        }
    }
}
