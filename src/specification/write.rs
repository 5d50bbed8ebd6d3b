//! A specification back to JSON.

use super::types::Spec;

/// A specification as JSON: indented, its fields in the order of the schema, with a line end. What is absent or as it is by
/// default is not written. Read again, it gives the same specification.
#[must_use]
pub fn to_json(spec: &Spec) -> String {
    // Writing into memory cannot fail: every key is a text, and no number is a fraction.
    let mut json = serde_json::to_string_pretty(spec).unwrap_or_default();
    json.push('\n');
    json
}
