//! Findings as text for a person: three lines each.
//!
//! ```text
//! lỗi[TT021] lề trái 25 mm, quy định 30–35 mm
//!   --> cong-van.json:7:21  /page/margin_left
//!   gợi ý: đặt "margin_left": "30mm" · căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3
//! ```

use std::fmt::Write as _;

use super::{Diagnostic, Diagnostics, Lang, LineIndex, Place, Severity};

/// The findings, each on two or three lines; empty where nothing was found. `file` is the name to print, `source` the bytes
/// that the spans count in.
#[must_use]
pub fn print(findings: &Diagnostics, file: &str, source: &[u8], lang: Lang) -> String {
    let lines = LineIndex::new(source);
    findings.iter().map(|finding| print_one(finding, file, &lines, lang)).collect()
}

fn print_one(finding: &Diagnostic, file: &str, lines: &LineIndex<'_>, lang: Lang) -> String {
    let mut out = String::new();
    let _ =
        writeln!(out, "{}[{}] {}", lang.severity(finding.severity), finding.code, one_line(lang.of(&finding.message)));
    let _ = write!(out, "  --> {}", one_line(file));
    if let Some(span) = finding.span {
        let Place { line, column } = lines.place(span.start);
        let _ = write!(out, ":{line}:{column}");
    }
    if !finding.at.as_str().is_empty() {
        let _ = write!(out, "  {}", one_line(finding.at.as_str()));
    }
    out.push('\n');
    let (hint, basis) = match lang {
        Lang::Vi => ("gợi ý", "căn cứ"),
        Lang::En => ("hint", "basis"),
    };
    let hints = finding.hints.iter().map(|phrase| one_line(lang.of(phrase))).collect::<Vec<_>>().join("; ");
    let hints = (!hints.is_empty()).then(|| format!("{hint}: {hints}"));
    let basis = finding.citation.as_ref().map(|citation| format!("{basis}: {}", one_line(citation)));
    let last: Vec<String> = [hints, basis].into_iter().flatten().collect();
    if !last.is_empty() {
        let _ = writeln!(out, "  {}", last.join(" · "));
    }
    out
}

/// A text from the specification cannot break the form of a finding, nor speak to the terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if is_shown(c) { c } else { '\u{fffd}' }).collect()
}

const fn is_shown(c: char) -> bool {
    !matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The closing line: `2 lỗi, 1 cảnh báo`; empty where nothing was found.
#[must_use]
pub fn summary(findings: &Diagnostics, lang: Lang) -> String {
    let part = |severity: Severity| {
        let count = findings.count(severity);
        let plural = if lang == Lang::En && count != 1 { "s" } else { "" };
        (count > 0).then(|| format!("{count} {}{plural}", lang.severity(severity)))
    };
    [part(Severity::Error), part(Severity::Warning)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
