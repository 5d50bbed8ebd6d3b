//! Findings as text for a person.
//!
//! ```text
//! lỗi[TT021] lề trái 25 mm, quy định 30–35 mm
//!   --> cong-van.json:7:21  /page/margin_left
//!    |
//!  7 |     "margin_left": "25mm"
//!    |                    ^^^^^^
//!   gợi ý: đặt "margin_left": "30mm" · căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3
//! ```

use std::fmt::Write as _;

use super::excerpt::Excerpt;
use super::paint::{Paint, Tint};
use super::{Diagnostic, Diagnostics, Lang, LineIndex, Place, Severity};

/// The findings, each on two or three lines, without the lines of the file; empty where nothing was found. `file` is the name to
/// print, `source` the bytes that the spans count in.
#[must_use]
pub fn print(findings: &Diagnostics, file: &str, source: &[u8], lang: Lang) -> String {
    let lines = LineIndex::new(source);
    let paint = Paint::new(false);
    findings.iter().map(|finding| print_one(finding, file, &lines, lang, paint, false)).collect()
}

/// The findings with the lines of the file that they mean and a mark under the characters; `colour`: with ANSI colours.
#[must_use]
pub fn print_with_lines(findings: &Diagnostics, file: &str, source: &[u8], lang: Lang, colour: bool) -> String {
    let lines = LineIndex::new(source);
    let paint = Paint::new(colour);
    findings.iter().map(|finding| print_one(finding, file, &lines, lang, paint, true)).collect()
}

/// The word for a weight, in its colour.
#[must_use]
pub fn weight(severity: Severity, lang: Lang, colour: bool) -> String {
    Paint::new(colour).with(Tint::of(severity), lang.severity(severity))
}

fn print_one(
    finding: &Diagnostic,
    file: &str,
    lines: &LineIndex<'_>,
    lang: Lang,
    paint: Paint,
    with_line: bool,
) -> String {
    let mut out = String::new();
    let tint = Tint::of(finding.severity);
    let weight = format!("{}[{}]", lang.severity(finding.severity), finding.code);
    let message = one_line(lang.of(&finding.message));
    let _ = writeln!(out, "{} {}", paint.with(tint, &weight), paint.with(Tint::Strong, &message));
    let _ = write!(out, "  {} {}", paint.with(Tint::Frame, "-->"), one_line(file));
    if let Some(span) = finding.span {
        let Place { line, column } = lines.place(span.start);
        let _ = write!(out, ":{line}:{column}");
    }
    if !finding.at.as_str().is_empty() {
        let _ = write!(out, "  {}", one_line(finding.at.as_str()));
    }
    out.push('\n');
    if with_line && let Some(span) = finding.span {
        print_line(lines, span, paint, tint, &mut out);
    }
    let (hint, basis) = match lang {
        Lang::Vi => ("gợi ý", "căn cứ"),
        Lang::En => ("hint", "basis"),
    };
    let hints = finding.hints.iter().map(|phrase| one_line(lang.of(phrase))).collect::<Vec<_>>().join("; ");
    let hints = (!hints.is_empty()).then(|| format!("{}: {hints}", paint.with(Tint::Label, hint)));
    let basis =
        finding.citation.as_ref().map(|citation| format!("{}: {}", paint.with(Tint::Label, basis), one_line(citation)));
    let last: Vec<String> = [hints, basis].into_iter().flatten().collect();
    if !last.is_empty() {
        let _ = writeln!(out, "  {}", last.join(" · "));
    }
    out
}

/// The line of the file, numbered, and the mark under it.
fn print_line(lines: &LineIndex<'_>, span: super::Span, paint: Paint, tint: Tint, out: &mut String) {
    let Some(Excerpt { line, indent, width }) = Excerpt::of(lines, span) else { return };
    if line.is_empty() {
        return;
    }
    let number = lines.place(span.start).line.to_string();
    let blank = " ".repeat(number.len());
    let bar = paint.with(Tint::Frame, "|");
    let mark = paint.with(tint, &"^".repeat(width));
    let _ = writeln!(out, " {blank} {bar}");
    let _ = writeln!(out, " {} {bar} {line}", paint.with(Tint::Frame, &number));
    let _ = writeln!(out, " {blank} {bar} {}{mark}", " ".repeat(indent));
}

/// A text from the specification cannot break the form of a finding, nor speak to the terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if is_shown(c) { c } else { '\u{fffd}' }).collect()
}

pub(super) const fn is_shown(c: char) -> bool {
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
