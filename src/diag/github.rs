//! Findings as workflow commands, which GitHub shows beside the lines of a change.

use std::fmt::Write as _;

use super::{Diagnostic, Diagnostics, Lang, LineIndex, Severity};

/// A command a finding: `::error file=…,line=…,col=…::…`. Columns are given in code points.
#[must_use]
pub fn print(findings: &Diagnostics, file: &str, source: &[u8], lang: Lang) -> String {
    let lines = LineIndex::new(source);
    findings.iter().map(|finding| command(finding, file, &lines, lang)).collect()
}

fn command(finding: &Diagnostic, file: &str, lines: &LineIndex<'_>, lang: Lang) -> String {
    let mut properties = format!("file={}", property(file));
    if let Some(span) = finding.span {
        let (start, end) = (lines.place(span.start).line, lines.place(span.end).line);
        let _ = write!(properties, ",line={start},endLine={end}");
        let _ = write!(properties, ",col={}", lines.code_point_column(span.start));
        // an end in another line than the beginning is not understood
        if start == end && span.end > span.start {
            let _ = write!(properties, ",endColumn={}", lines.code_point_column(span.end));
        }
    }
    let _ = write!(properties, ",title={}", property(finding.code));
    line(finding.severity, &properties, &finding.full_text(lang))
}

/// What stopped the program from judging a file.
#[must_use]
pub fn failure(file: &str, message: &str) -> String {
    line(Severity::Error, &format!("file={}", property(file)), message)
}

fn line(severity: Severity, properties: &str, message: &str) -> String {
    let name = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("::{name} {properties}::{}\n", data(message))
}

/// A message: it ends with its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property: it ends at a comma, and all end at the colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
