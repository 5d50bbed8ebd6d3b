//! Findings as JSON for other programs: an array of objects.

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Lang, Place, Severity};

/// The findings as a JSON array; each has `code`, `severity`, `file`, `line`, `column`, `pointer`, `message`, `hints` and
/// `citation`. Line and column count from 1 and are null where the place is not known.
#[must_use]
pub fn print(findings: &Diagnostics, file: &str, source: &[u8], lang: Lang) -> Value {
    findings.iter().map(|finding| object(finding, file, source, lang)).collect()
}

fn object(finding: &Diagnostic, file: &str, source: &[u8], lang: Lang) -> Value {
    let place = finding.span.map(|span| Place::of(source, span.start));
    json!({
        "code": finding.code,
        "severity": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "file": file,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "pointer": finding.at.as_str(),
        "message": lang.of(&finding.message),
        "hints": finding.hints.iter().map(|hint| lang.of(hint)).collect::<Vec<_>>(),
        "citation": finding.citation,
    })
}
