//! Findings as JSON for other programs: an array of objects.

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Lang, LineIndex, Severity};

/// The findings as a JSON array; each has `code`, `severity`, `file`, `line`, `column`, `end_line`, `end_column`, `pointer`,
/// `message`, `hints` and `citation`. Line and column count from 1 and are null where the place is not known; the end is that of
/// the first character behind what is meant.
#[must_use]
pub fn print(findings: &Diagnostics, file: &str, source: &[u8], lang: Lang) -> Value {
    let lines = LineIndex::new(source);
    findings.iter().map(|finding| object(finding, file, &lines, lang)).collect()
}

fn object(finding: &Diagnostic, file: &str, lines: &LineIndex<'_>, lang: Lang) -> Value {
    let place = finding.span.map(|span| lines.place(span.start));
    let end = finding.span.map(|span| lines.place(span.end));
    json!({
        "code": finding.code,
        "severity": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "file": file,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "end_line": end.map(|end| end.line),
        "end_column": end.map(|end| end.column),
        "pointer": finding.at.as_str(),
        "message": lang.of(&finding.message),
        "hints": finding.hints.iter().map(|hint| lang.of(hint)).collect::<Vec<_>>(),
        "citation": finding.citation,
    })
}
