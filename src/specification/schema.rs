//! The shape of a specification as JSON Schema (draft 2020-12).

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::block::struct_of;
use super::date::YEARS;
use super::describe::meaning;
use super::doc_type;
use super::meaning::Meaning;
use super::name_pattern;
use super::schema_editor::tell_editors;
use super::schema_types::{ID_PATTERN, LANGUAGE_PATTERN, LINK_PATTERN};
use super::types::Spec;

/// The shape of a specification: generated from the types, its titles and descriptions Vietnamese. What the regulations say
/// of its values is added where they are known.
#[must_use]
pub(crate) fn shape_schema() -> Value {
    let mut root = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Spec>().to_value();
    drop_keys(&mut root);
    if let Some(Value::Object(definitions)) = root.get_mut("$defs") {
        for (name, definition) in definitions.iter_mut() {
            describe(name, definition);
        }
    }
    describe("Spec", &mut root);
    take_names_of_types(&mut root);
    restrict(&mut root);
    tell_editors(&mut root);
    if let Value::Object(root) = &mut root {
        root.insert("$id".to_owned(), ID.into());
    }
    root
}

/// What the schema is called; other schemas and caches know it by that.
const ID: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/schemas/spec.schema.json");

/// Takes away what is for developers (descriptions) or says nothing (number formats, null defaults).
fn drop_keys(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.remove("description");
            object.remove("title");
            object.remove("format");
            object.remove("default");
            for (key, value) in object.iter_mut() {
                match (key.as_str(), value) {
                    ("properties" | "$defs", Value::Object(named)) => named.values_mut().for_each(drop_keys),
                    (_, value) => drop_keys(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(drop_keys),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Writes title, description and examples into a definition, its fields and its words.
fn describe(name: &str, definition: &mut Value) {
    let Value::Object(object) = definition else { return };
    if let Some(words) = words(object) {
        object.remove("type");
        object.remove("enum");
        object.insert("oneOf".to_owned(), words.iter().map(|word| described_word(name, word)).collect());
    }
    if let Some(Value::Array(blocks)) = object.get_mut("oneOf") {
        for block in blocks {
            describe_block(name, block);
        }
    }
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        for (field, property) in properties.iter_mut() {
            write(meaning(name, field), property);
        }
    }
    write(meaning(name, ""), definition);
}

/// A document type may be called by its Vietnamese name or abbreviation, as the reader takes it; the words come first, for editors
/// offer them.
fn take_names_of_types(root: &mut Value) {
    let Some(Value::Object(definition)) = root.pointer_mut("/$defs/DocType") else { return };
    let Some(Value::Array(mut forms)) = definition.remove("oneOf") else { return };
    // the words are offered; what is accepted, and what is said of the rest, hangs on the pattern alone
    forms.push(json!({ "type": "string" }));
    definition.insert("type".to_owned(), "string".into());
    definition.insert("pattern".to_owned(), name_pattern::pattern(doc_type::names()).into());
    definition.insert("anyOf".to_owned(), forms.into());
}

/// The words of an enum, in either way the generator writes them.
fn words(object: &Map<String, Value>) -> Option<Vec<String>> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match (object.get("enum"), object.get("oneOf")) {
        (Some(Value::Array(words)), _) => words.iter().map(text).collect(),
        (None, Some(Value::Array(words))) => words.iter().map(|word| word.get("const").and_then(text)).collect(),
        _ => None,
    }
}

fn described_word(of: &str, word: &str) -> Value {
    let mut schema = json!({ "type": "string", "const": word });
    write(meaning(of, word), &mut schema);
    schema
}

/// A block of the body: its own title, and its fields described as those of its struct.
fn describe_block(name: &str, block: &mut Value) {
    let Some(kind) = block.pointer("/properties/type/const").and_then(Value::as_str).map(str::to_owned) else { return };
    let of = struct_of(&kind).unwrap_or_default();
    if let Some(Value::Object(properties)) = block.get_mut("properties") {
        for (field, property) in properties.iter_mut() {
            // what the word means is shown where it is typed
            let described = if field == "type" { meaning(name, &kind) } else { meaning(of, field) };
            write(described, property);
        }
    }
    write(meaning(name, &kind), block);
}

fn write(meaning: Option<&Meaning>, schema: &mut Value) {
    let (Some(meaning), Value::Object(object)) = (meaning, schema) else { return };
    object.insert("title".to_owned(), meaning.title.into());
    object.insert("description".to_owned(), meaning.description.into());
    if let Ok(example) = serde_json::from_str::<Value>(meaning.example) {
        object.insert("examples".to_owned(), json!([example]));
    }
}

/// Bounds that the types do not say: what the reader and the checks of this stage refuse.
fn restrict(root: &mut Value) {
    let bounds: [(&str, Value); 19] = [
        ("/properties/number", json!({ "minimum": 1, "maximum": u32::MAX })),
        ("/$defs/Archive/properties/copies", json!({ "maximum": u32::MAX })),
        ("/$defs/Archive/properties/file_copies", json!({ "maximum": u32::MAX })),
        ("/$defs/RecordSpec/properties/file_catalog", json!({ "maximum": u32::MAX })),
        ("/$defs/RecordSpec/properties/doc_ordinal", json!({ "maximum": u32::MAX })),
        ("/$defs/RecordSpec/properties/priority", json!({ "maximum": u32::MAX })),
        ("/properties/body", json!({ "minItems": 1 })),
        ("/properties/signatures", json!({ "minItems": 1 })),
        ("/$defs/IssueDateParts", json!({ "dependentRequired": { "day": ["month"] } })),
        ("/$defs/IssueDateParts/properties/year", json!({ "minimum": YEARS.start(), "maximum": YEARS.end() })),
        ("/$defs/IssueDateParts/properties/month", json!({ "minimum": 1, "maximum": 12 })),
        ("/$defs/IssueDateParts/properties/day", json!({ "minimum": 1, "maximum": 31 })),
        ("/$defs/ListBlock/properties/items", json!({ "minItems": 1 })),
        ("/$defs/PictureSpec/properties/file", json!({ "pattern": r"^[^/\\:]+(/[^/\\:]+)*$" })),
        ("/$defs/SizedPicture/properties/file", json!({ "pattern": r"^[^/\\:]+(/[^/\\:]+)*$" })),
        (
            "/$defs/FormattedRun",
            json!({
                // strict validators ask each branch to know what it requires
                "anyOf": [
                    { "properties": { "text": true }, "required": ["text"] },
                    { "properties": { "picture": true }, "required": ["picture"] },
                ],
                "dependentRequired": { "alternative_text": ["picture"], "width": ["picture"], "height": ["picture"] },
            }),
        ),
        (
            "/$defs/FormattedRun/properties/picture",
            json!({ "type": ["string", "null"], "pattern": r"^[^/\\:]+(/[^/\\:]+)*$" }),
        ),
        ("/$defs/FormattedRun/properties/link", json!({ "type": ["string", "null"], "pattern": LINK_PATTERN })),
        ("/$defs/FormattedRun/properties/lang", json!({ "type": ["string", "null"], "pattern": LANGUAGE_PATTERN })),
    ];
    for (pointer, bound) in bounds {
        if let (Some(Value::Object(schema)), Value::Object(bound)) = (root.pointer_mut(pointer), bound) {
            schema.extend(bound);
        }
    }
    if let Some(Value::Array(blocks)) = root.pointer_mut("/$defs/BodyBlock/oneOf") {
        for block in blocks {
            restrict_block(block);
        }
    }
}

/// Bounds of fields by their names, in whatever block they are.
fn restrict_block(block: &mut Value) {
    let bounds = [
        ("/properties/items", json!({ "minItems": 1 })),
        ("/properties/level", json!({ "minimum": 1, "maximum": 3 })),
        ("/properties/file", json!({ "pattern": r"^[^/\\:]+(/[^/\\:]+)*$" })),
        ("/properties/id", json!({ "type": ["string", "null"], "pattern": ID_PATTERN })),
    ];
    for (pointer, bound) in bounds {
        if let (Some(Value::Object(schema)), Value::Object(bound)) = (block.pointer_mut(pointer), bound) {
            schema.extend(bound);
        }
    }
    let has = |name: &str| block.pointer("/properties").is_some_and(|fields| fields.get(name).is_some());
    if has("heading")
        && has("text")
        && let Value::Object(block) = block
    {
        block.insert("anyOf".to_owned(), json!([{ "required": ["heading"] }, { "required": ["text"] }]));
    }
}

#[cfg(test)]
mod tests {
    use super::shape_schema;
    use crate::specification::describe::meanings;

    /// A row that describes nothing is a leftover; that none is missing is tested from outside.
    #[test]
    fn every_meaning_is_in_the_schema() {
        let schema = shape_schema();
        for row in meanings() {
            let definition = if row.of == "Spec" { &schema } else { &schema["$defs"][row.of] };
            let words = || ["oneOf", "anyOf"].into_iter().flat_map(|form| definition[form].as_array()).flatten();
            let is_used = match row.name {
                "" => definition["title"] == row.title || is_block_struct(row.of) || is_shared(row.of),
                // for the finding of a block without it: in the schema stands what each word means
                "type" => words().all(|block| block["properties"]["type"]["title"] == block["title"]),
                name => {
                    definition["properties"][name]["title"] == row.title
                        || words().any(|word| word["title"] == row.title)
                        || is_block_struct(row.of)
                }
            };
            assert!(is_used, "{}.{}", row.of, row.name);
        }
    }

    /// What fields refer to and say more of.
    fn is_shared(name: &str) -> bool {
        matches!(name, "Text" | "RichText")
    }

    /// The structs whose fields are written into the blocks, and which have no definition of their own.
    fn is_block_struct(name: &str) -> bool {
        matches!(
            name,
            "ParagraphBlock"
                | "Heading"
                | "Numbered"
                | "Subclause"
                | "Point"
                | "FieldBlock"
                | "TableBlock"
                | "PageSetupBlock"
                | "PageBreakBlock"
                | "LineBlock"
                | "CheckboxBlock"
                | "PartyBlock"
                | "QuotationBlock"
                | "PictureBlock"
                | "ContentsBlock"
        )
    }
}
