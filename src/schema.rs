//! The JSON Schema of a specification, for editors and other programs: the shape is what the reader accepts, the ranges are what
//! the regulations say.

use serde_json::Value;

use crate::profile::{self, Profile};
use crate::specification::{self, Regulation};

/// The schema, its titles and descriptions Vietnamese.
#[must_use]
pub fn schema() -> Value {
    let mut schema = specification::shape_schema();
    // data that cannot be read is reported by whoever renders; a schema without ranges still serves
    let profiles: Vec<&Profile> = Regulation::ALL.iter().filter_map(|name| profile::get(*name).ok()).collect();
    tell_ranges(&mut schema, &profiles);
    schema
}

/// The text form of [`schema`]: indented, with a line end; what `schemas/spec.schema.json` holds.
#[must_use]
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
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
