//! Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), which code scanners collect.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, FindingKind, Lang, LineIndex, Severity};

/// A log of one run over any number of files.
#[derive(Clone, Debug)]
pub struct SarifLog {
    lang: Lang,
    results: Vec<Diagnosed>,
    /// What could not be judged, and why.
    failures: Vec<(String, String)>,
}

/// A result before the rules are numbered.
#[derive(Clone, Debug)]
struct Diagnosed {
    code: &'static str,
    result: Value,
}

impl SarifLog {
    /// A log without results.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self { lang, results: Vec::new(), failures: Vec::new() }
    }

    /// Adds the findings of a file.
    pub fn add(&mut self, findings: &Diagnostics, file: &str, source: &[u8]) {
        let lines = LineIndex::new(source);
        let lang = self.lang;
        self.results.extend(
            findings
                .iter()
                .map(|finding| Diagnosed { code: finding.code, result: result(finding, file, &lines, lang) }),
        );
    }

    /// Adds a file that could not be judged.
    pub fn add_failure(&mut self, file: &str, message: &str) {
        self.failures.push((file.to_owned(), message.to_owned()));
    }

    /// The log: one object. Columns count code points.
    #[must_use]
    pub fn finish(self) -> Value {
        let codes: BTreeMap<&str, usize> = {
            let mut codes: Vec<&str> = self.results.iter().map(|result| result.code).collect();
            codes.sort_unstable();
            codes.dedup();
            codes.into_iter().enumerate().map(|(i, code)| (code, i)).collect()
        };
        let rules: Vec<Value> =
            codes.keys().filter_map(|code| FindingKind::named(code)).map(|kind| rule(kind, self.lang)).collect();
        let results = self.results.into_iter().map(|Diagnosed { code, mut result }| {
            result["ruleIndex"] = codes.get(code).copied().into();
            result
        });
        let notifications = self.failures.iter().map(|(file, message)| {
            json!({
                "level": "error",
                "message": { "text": message },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } }],
            })
        });
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "vanban",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "language": match self.lang { Lang::Vi => "vi", Lang::En => "en" },
                    "rules": rules,
                }},
                "invocations": [{
                    "executionSuccessful": self.failures.is_empty(),
                    "toolExecutionNotifications": notifications.collect::<Vec<_>>(),
                }],
                "columnKind": "unicodeCodePoints",
                "results": results.collect::<Vec<_>>(),
            }],
        })
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn rule(kind: &FindingKind, lang: Lang) -> Value {
    json!({
        "id": kind.code,
        "name": kind.name,
        "shortDescription": { "text": kind.meaning_in(lang) },
        "defaultConfiguration": { "level": level(kind.severity) },
    })
}

fn result(finding: &Diagnostic, file: &str, lines: &LineIndex<'_>, lang: Lang) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
    if let Some(span) = finding.span {
        physical["region"] = json!({
            "startLine": lines.place(span.start).line,
            "startColumn": lines.code_point_column(span.start),
            "endLine": lines.place(span.end).line,
            "endColumn": lines.code_point_column(span.end),
            "byteOffset": span.start,
            "byteLength": span.end - span.start,
        });
    }
    let mut location = json!({ "physicalLocation": physical });
    if !finding.at.as_str().is_empty() {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": finding.at.as_str() }]);
    }
    json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": finding.full_text(lang) },
        "locations": [location],
    })
}

/// A file's name as a reference (RFC 3986); one from the root is a `file` URI.
fn uri(file: &str) -> String {
    let path = file.replace('\\', "/");
    let encoded: String = path
        .bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(b).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect();
    let has_drive = path.as_bytes().get(1) == Some(&b':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
    if has_drive {
        format!("file:///{}", encoded.replacen("%3A", ":", 1))
    } else if path.starts_with('/') {
        format!("file://{encoded}")
    } else {
        encoded
    }
}
