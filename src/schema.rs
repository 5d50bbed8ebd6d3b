//! The JSON Schema of a specification, for editors and other programs: the shape is what the reader accepts, the ranges are what
//! the regulations say.

use serde_json::Value;

use crate::profile::{self, Profile, Template};
use crate::specification::{self, NumberingSystem, Regulation};

/// The schema, its titles and descriptions Vietnamese.
#[must_use]
pub fn schema() -> Value {
    let mut schema = specification::shape_schema();
    // data that cannot be read is reported by whoever renders; a schema without ranges still serves
    let profiles: Vec<&Profile> = Regulation::ALL.iter().filter_map(|name| profile::get(*name).ok()).collect();
    tell_ranges(&mut schema, &profiles);
    tell_types(&mut schema, &profiles);
    schema
}

/// The text form of [`schema`]: indented, with a line end; what `schemas/spec.schema.json` holds.
#[must_use]
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
}

/// Describes each document type by the newest regulation that has it, and says which are divided into articles.
fn tell_types(schema: &mut Value, profiles: &[&Profile]) {
    let mut in_articles = Vec::new();
    for word in schema.pointer_mut("/$defs/DocType/anyOf").and_then(Value::as_array_mut).into_iter().flatten() {
        let templates = profiles.iter().flat_map(|profile| &profile.doc_types);
        let Some((_, Template { title, abbreviation, numbering, .. })) =
            templates.into_iter().find(|(doc_type, _)| word["const"] == doc_type.name())
        else {
            continue;
        };
        let capitals = title.to_uppercase();
        word["description"] = match abbreviation {
            Some(abbreviation) => format!("In tên loại {capitals}; chữ viết tắt {abbreviation}."),
            None => "Không in tên loại; không có chữ viết tắt.".to_owned(),
        }
        .into();
        if *numbering == NumberingSystem::Articles {
            in_articles.push(title.to_lowercase());
        }
    }
    if let Some(description) = schema.pointer_mut("/properties/numbering/description") {
        let types = enumerated(&in_articles);
        *description = format!("Bỏ trống: `articles` cho {types}, `sections` cho các loại khác.").into();
    }
}

/// `a`, `a và b`, `a, b và c`.
fn enumerated(words: &[String]) -> String {
    match words {
        [before @ .., last] if !before.is_empty() => format!("{} và {last}", before.join(", ")),
        _ => words.concat(),
    }
}

/// Adds its legal range to the description of each layout value.
fn tell_ranges(schema: &mut Value, profiles: &[&Profile]) {
    let Some(newest) = profiles.first() else { return };
    for (name, _) in newest.layout.ranges() {
        let of = |profile: &&&Profile| profile.layout.ranges().into_iter().find(|(other, _)| *other == name);
        let ranges: Vec<(&str, String)> =
            profiles.iter().filter_map(|profile| Some((profile.title.as_str(), of(&profile)?.1))).collect();
        let pointer = format!("/$defs/LayoutOverrides/properties/{name}/description");
        if let Some(Value::String(description)) = schema.pointer_mut(&pointer) {
            *description = format!("{description} {}", sentence(&ranges)).trim_start().to_owned();
        }
    }
}

/// `Quy định: 13–14 pt.`, or each regulation's range where they differ.
fn sentence(ranges: &[(&str, String)]) -> String {
    match ranges {
        [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => format!("Quy định: {first}."),
        _ => {
            let each: Vec<String> = ranges.iter().map(|(title, range)| format!("{range} ({title})")).collect();
            format!("Quy định: {}.", each.join("; "))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::schema::enumerated;

    #[test]
    fn types_are_enumerated_as_a_sentence_does() {
        let of = |words: &[&str]| enumerated(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&[]), "");
        assert_eq!(of(&["quy chế"]), "quy chế");
        assert_eq!(of(&["quy chế", "quy định"]), "quy chế và quy định");
        assert_eq!(of(&["quyết định", "quy chế", "quy định"]), "quyết định, quy chế và quy định");
    }
}
