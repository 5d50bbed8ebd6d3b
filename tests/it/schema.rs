//! The JSON Schema: kept with the project, Vietnamese throughout, and of one mind with the reader.

use serde_json::Value;

/// The text form that is kept: a file that changes line by line.
fn text() -> String {
    serde_json::to_string_pretty(&vanban::spec::schema()).unwrap() + "\n"
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test keeps the generated file fresh")]
fn the_kept_schema_is_the_generated_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/spec.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, text()).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(kept == text(), "schemas/spec.schema.json is stale: UPDATE=1 cargo test --test it schema");
}

#[test]
fn dump() {
    println!("{}", text());
    let _: Value = Value::Null;
}
