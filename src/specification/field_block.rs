//! Fields of a form: a label with its value, or with room to write it by hand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;
use super::text::Text;

/// A field of a form, alone on its line or with others beside it.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// What is asked; a colon is added where it is missing.
    pub label: RichText,
    /// The answer; absent: a dotted line to write it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<RichText>,
    /// Dotted lines to write on, one where absent; only without a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<u8>,
    /// Fields on the same line, as far as there is room; the others go to the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<FieldBeside>,
}

/// A field beside another.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldBeside {
    /// What is asked; a colon is added where it is missing.
    pub label: RichText,
    /// The answer; absent: a dotted line to write it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<RichText>,
}

impl FieldBlock {
    /// A field to be filled in by hand.
    #[must_use]
    pub const fn new(label: RichText) -> Self {
        Self { id: None, label, value: None, lines: None, beside: Vec::new() }
    }

    /// All fields, its own first: labels with their values.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&RichText, Option<&RichText>)> {
        let own = (&self.label, self.value.as_ref());
        std::iter::once(own).chain(self.beside.iter().map(|field| (&field.label, field.value.as_ref())))
    }
}

impl BlockContent for FieldBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn label(&self) -> Option<&Text> {
        None
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        for (i, (label, value)) in self.fields().enumerate() {
            let field = || if i == 0 { at() } else { at().key("beside").index(i - 1) };
            call(label, &|| field().key("label"));
            if let Some(value) = value {
                call(value, &|| field().key("value"));
            }
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        call(&mut self.label);
        self.value.iter_mut().for_each(&mut *call);
        for field in &mut self.beside {
            call(&mut field.label);
            field.value.iter_mut().for_each(&mut *call);
        }
    }
}
