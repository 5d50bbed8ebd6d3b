//! Quotations of law.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;
use super::text::Text;

/// What stands behind the quotation mark that closes a text.
const END_MARKS: [char; 6] = ['.', ';', ',', ':', '/', ' '];

/// Paragraphs of another text, printed as they are: `1.`, `a)` in them are part of the words and count nothing here.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct QuotationBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// The paragraphs, at least one, with their numbers; quotation marks are added around the whole where they are missing.
    pub paragraphs: Vec<RichText>,
}

impl QuotationBlock {
    /// These paragraphs.
    #[must_use]
    pub const fn new(paragraphs: Vec<RichText>) -> Self {
        Self { id: None, paragraphs }
    }

    /// Whether its first paragraph begins with a quotation mark.
    pub(crate) fn is_opened(&self) -> bool {
        self.paragraphs.first().is_some_and(|first| first.plain().starts_with(['“', '"', '«', '‘']))
    }

    /// Whether its last paragraph ends with a quotation mark, or with one and what ends a sentence.
    pub(crate) fn is_closed(&self) -> bool {
        let last = self.paragraphs.last().map(RichText::plain).unwrap_or_default();
        last.trim_end_matches(END_MARKS).ends_with(['”', '"', '»', '’'])
    }
}

impl BlockContent for QuotationBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        for (i, text) in self.paragraphs.iter().enumerate() {
            call(text, &|| at().key("paragraphs").index(i));
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.paragraphs.iter_mut().for_each(call);
    }
}
