//! The JSON Schema of the types that read themselves.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::adoption::{Adoption, AdoptionFacts};
use super::block::{self, BodyBlock};
use super::date::{DateParts, IssueDate};
use super::field::{FieldPlace, FieldSpec};
use super::list::{ItemObject, ListItem};
use super::number::Number;
use super::rich::{RichRun, RichText, RunObject};
use super::table_row::{CellObject, RowObject, TableCell, TableRow};
use super::text::Text;

/// No character that a text may not hold: controls (but the line break), text direction, byte order mark.
pub(super) const TEXT_PATTERN: &str = "^[^\\u0000-\\u0009\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*$";

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from 1945 to 2199; whether the month has that day is left to the reader.
pub(super) const DATE_PATTERN: &str =
    "^(19(4[5-9]|[5-9][0-9])|2[01][0-9]{2})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/// The form of a language tag; that no country stands in its place is left to the reader.
pub(super) const LANGUAGE_PATTERN: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}|-[A-Za-z0-9]-[A-Za-z0-9]{2,8})*$";
/// A name that Word takes for a bookmark.
pub(super) const ID_PATTERN: &str = "^[A-Za-z_][A-Za-z0-9_]{0,39}$";
/// The schemes of links; the rest of an address is left to the rules.
pub(super) const LINK_PATTERN: &str = "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)";

macro_rules! named {
    ($($type:ty: $name:literal, $make:expr;)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let make: fn(&mut SchemaGenerator) -> Schema = $make;
                make(generator)
            }
        }
    )*};
}

named! {
    Text: "Text", |_| json_schema!({ "type": "string", "minLength": 1, "pattern": TEXT_PATTERN });
    RichText: "RichText", |generator| {
        let text = generator.subschema_for::<Text>();
        let run = generator.subschema_for::<RichRun>();
        json_schema!({ "anyOf": [text, { "type": "array", "minItems": 1, "items": run }] })
    };
    RichRun: "RichRun", |generator| {
        let text = generator.subschema_for::<Text>();
        let object = generator.subschema_for::<RunObject>();
        json_schema!({ "anyOf": [text, object] })
    };
    IssueDate: "IssueDate", |generator| {
        let parts = generator.subschema_for::<DateParts>();
        json_schema!({ "anyOf": [
            { "type": "string", "pattern": DATE_PATTERN },
            parts,
        ] })
    };
    ListItem: "ListItem", |generator| {
        let text = generator.subschema_for::<RichText>();
        let object = generator.subschema_for::<ItemObject>();
        json_schema!({ "anyOf": [text, object] })
    };
    TableCell: "TableCell", |generator| {
        let empty = json_schema!({ "type": "string", "maxLength": 0 });
        let text = generator.subschema_for::<RichText>();
        let number = generator.subschema_for::<Number>();
        let object = generator.subschema_for::<CellObject>();
        json_schema!({ "anyOf": [empty, text, number, object] })
    };
    TableRow: "TableRow", |generator| {
        let cell = generator.subschema_for::<TableCell>();
        let object = generator.subschema_for::<RowObject>();
        json_schema!({ "anyOf": [{ "type": "array", "items": cell }, object] })
    };
    Number: "Number", |_| json_schema!({ "type": "number" });
    Adoption: "Adoption", |generator| {
        let text = generator.subschema_for::<RichText>();
        let facts = generator.subschema_for::<AdoptionFacts>();
        json_schema!({ "anyOf": [text, facts] })
    };
    FieldSpec: "FieldSpec", |generator| {
        let place = generator.subschema_for::<FieldPlace>();
        json_schema!({ "anyOf": [{ "type": "boolean" }, place] })
    };
    BodyBlock: "BodyBlock", |generator| {
        let blocks: Vec<Schema> =
            block::schemas(generator).into_iter().map(|(word, schema)| with_type(schema, word)).collect();
        json_schema!({ "oneOf": blocks })
    };
}

/// The schema of a block's struct with `type` as its first property.
fn with_type(mut schema: Schema, word: &str) -> Schema {
    let mut properties = serde_json::Map::new();
    properties.insert("type".to_owned(), serde_json::json!({ "type": "string", "const": word }));
    let own = schema.insert("properties".to_owned(), serde_json::Value::Null);
    if let Some(serde_json::Value::Object(own)) = own {
        properties.extend(own);
    }
    schema.insert("properties".to_owned(), properties.into());
    let mut required = vec![serde_json::json!("type")];
    if let Some(serde_json::Value::Array(own)) = schema.remove("required") {
        required.extend(own);
    }
    schema.insert("required".to_owned(), required.into());
    schema
}
