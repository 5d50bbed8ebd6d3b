//! The sentence that a resolution ends with: who adopted it and when, and from when it applies.

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, SeqAccess};
use serde::{Deserialize, Serialize, Serializer};

use super::date::IssueDate;
use super::from_json::{FromJson, reads_itself};
use super::rich::RichText;
use super::shape::Form;
use super::text::Text;

/// The adoption of a resolution; in JSON a text, or an object that it is composed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// The sentence as it shall read; the mark that ends the text is added.
    Sentence(RichText),
    /// What the sentence is composed from.
    Facts(AdoptionFacts),
}

/// What a sentence on an adoption says.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AdoptionFacts {
    /// The body that adopted it, as it stands in a sentence; absent: the organ that issues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organ: Option<Text>,
    /// Khóa and kỳ họp, as they stand in a sentence; absent: those of the document ([`Spec::session`](super::Spec::session)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Text>,
    /// The day of its adoption.
    pub date: IssueDate,
    /// The day from which it applies; absent: the sentence does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_date: Option<IssueDate>,
}

impl AdoptionFacts {
    /// An adoption on a day, by the organ that issues.
    #[must_use]
    pub const fn new(date: IssueDate) -> Self {
        Self { organ: None, session: None, date, effective_date: None }
    }
}

reads_itself! { Adoption }

impl FromJson for Adoption {
    const FORM: Form = Form::Adoption;

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        RichText::from_text(text).map(Self::Sentence)
    }

    fn from_array<'de, A: SeqAccess<'de>>(array: A) -> Result<Self, A::Error> {
        RichText::from_array(array).map(Self::Sentence)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        AdoptionFacts::deserialize(MapAccessDeserializer::new(object)).map(Self::Facts)
    }
}

impl Serialize for Adoption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Sentence(text) => text.serialize(serializer),
            Self::Facts(facts) => facts.serialize(serializer),
        }
    }
}
