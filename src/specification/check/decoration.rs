//! Dashes, semicolons and stops that the composer writes itself.

use crate::diag::{Diagnostic, Diagnostics, Pointer, registry};

use super::super::reader_faults::p;
use super::super::text::Text;

/// Takes `- ` off the beginning and `;`, `,` or `.` off the end of an item, with a warning.
pub(super) fn strip_item(text: &mut Text, at: impl FnOnce() -> Pointer, clause: &str, out: &mut Diagnostics) {
    let bare = without_end(without_dash(text.as_str()));
    warn(text, bare.to_owned(), at, clause, out);
}

/// Takes the end alone.
pub(super) fn strip_end(text: &mut Text, at: impl FnOnce() -> Pointer, clause: &str, out: &mut Diagnostics) {
    let bare = without_end(text.as_str());
    warn(text, bare.to_owned(), at, clause, out);
}

/// Takes the beginning alone.
pub(super) fn strip_dash(text: &mut Text, at: impl FnOnce() -> Pointer, clause: &str, out: &mut Diagnostics) {
    let bare = without_dash(text.as_str());
    warn(text, bare.to_owned(), at, clause, out);
}

fn warn(text: &mut Text, bare: String, at: impl FnOnce() -> Pointer, clause: &str, out: &mut Diagnostics) {
    if bare.len() == text.as_str().len() || bare.is_empty() {
        return;
    }
    let (head, tail) = text.as_str().split_once(bare.as_str()).unwrap_or_default();
    let signs = [head.trim(), tail.trim()].into_iter().filter(|sign| !sign.is_empty()).collect::<Vec<_>>().join(" … ");
    out.push(
        Diagnostic::of(
            registry::OWN_DECORATION,
            at(),
            p(
                format!("dấu “{signs}” được chương trình tự thêm, dấu ghi trong đặc tả đã bỏ"),
                format!("“{signs}” is added by the program, the one in the specification is dropped"),
            ),
        )
        .hint(p(format!("viết \"{bare}\""), format!("write \"{bare}\"")))
        .cite(clause),
    );
    text.keep(&bare);
}

fn without_dash(text: &str) -> &str {
    match text.strip_prefix(['-', '–', '+', '•']) {
        Some(rest) => rest.trim_start(),
        None => text,
    }
}

fn without_end(text: &str) -> &str {
    let bare = text.trim_end_matches([';', ',']).trim_end();
    match bare.strip_suffix('.') {
        Some(rest) if !bare.ends_with("..") && !ends_with_abbreviation(rest) => rest.trim_end(),
        _ => bare,
    }
}

/// `Ltd`, `Co`, `Inc`: the stop belongs to the word.
fn ends_with_abbreviation(text: &str) -> bool {
    let word = text.rsplit([' ', '\u{a0}', '.']).next().unwrap_or_default();
    matches!(word, "Ltd" | "Co" | "Inc" | "Corp" | "Jr" | "Dr")
}
