//! Room for a digital signature: `true`, `false` or its own place.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess};
use serde::{Deserialize, Serialize, Serializer};

use super::from_json::{FromJson, reads_itself};
use super::shape::Form;

/// Room for a digital signature; in JSON `true`, `false` or an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldSpec {
    /// `true`: where the regulation puts the signature or the seal.
    ByRule,
    /// `false`: none.
    Without,
    /// At a place of its own.
    At(FieldPlace),
}

/// The place of a field; what is absent is as the regulation has it. Lengths carry a unit (`mm`, `cm`, `pt`).
#[derive(Clone, Debug, Default, Deserialize, Serialize, schemars::JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldPlace {
    /// Width, at least 5 mm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<String>,
    /// Height, at least 5 mm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<String>,
    /// From the left edge of the signature's column (negative: out to the left).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    /// From the top of the room below the titles (negative: upwards).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
}

reads_itself! { FieldSpec }

impl FromJson for FieldSpec {
    const FORM: Form = Form::FieldSpec;

    fn from_flag<E: Error>(by_rule: bool) -> Result<Self, E> {
        Ok(if by_rule { Self::ByRule } else { Self::Without })
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        FieldPlace::deserialize(MapAccessDeserializer::new(object)).map(Self::At)
    }
}

impl Serialize for FieldSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::ByRule => true.serialize(serializer),
            Self::Without => false.serialize(serializer),
            Self::At(place) => place.serialize(serializer),
        }
    }
}
