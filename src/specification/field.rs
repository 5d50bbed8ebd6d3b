//! Room for a digital signature: `true`, `false` or its own place.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// The name by which the reader of the slow path knows this type.
pub(super) const FIELD_SPEC: &str = "FieldSpec";

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
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct FieldPlace {
    /// Width, at least 5 mm.
    #[serde(default)]
    pub width: Option<String>,
    /// Height, at least 5 mm.
    #[serde(default)]
    pub height: Option<String>,
    /// From the left edge of the signature's column (negative: out to the left).
    #[serde(default)]
    pub x: Option<String>,
    /// From the top of the room below the titles (negative: upwards).
    #[serde(default)]
    pub y: Option<String>,
}

impl<'de> Deserialize<'de> for FieldSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(FIELD_SPEC, FieldVisitor)
    }
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = FieldSpec;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true, false or a place object")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<FieldSpec, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, by_rule: bool) -> Result<FieldSpec, E> {
        Ok(if by_rule { FieldSpec::ByRule } else { FieldSpec::Without })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FieldSpec, A::Error> {
        FieldPlace::deserialize(MapAccessDeserializer::new(map)).map(FieldSpec::At)
    }
}
