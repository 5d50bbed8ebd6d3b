//! Dashes, semicolons and stops that the composer writes itself.

use crate::diag::{Diagnostic, Diagnostics, Pointer, Topic, phrase, registry};

use super::super::ending::without_end;
use super::super::text::Text;
use super::super::types::Spec;
use super::archive_line::is_archive_line;

/// Takes decoration off, with a warning each.
pub(super) fn take_off(spec: &mut Spec, out: &mut Diagnostics) {
    let root = Pointer::root;
    strip_whole(&mut spec.issue_place, without_end, || root().key("issue_place"), Topic::PlaceAndDate, out);
    for (i, addressee) in spec.addressees.iter_mut().enumerate() {
        strip_whole(addressee, without_both, || root().key("addressees").index(i), Topic::Recipients, out);
    }
    for (i, basis) in spec.legal_basis.iter_mut().enumerate() {
        let at = || root().key("legal_basis").index(i);
        if let Some(first) = basis.0.first_mut() {
            strip(&mut first.text, without_dash, at, Topic::Body, out);
        }
        if let Some(last) = basis.0.last_mut() {
            strip(&mut last.text, without_end, at, Topic::Body, out);
        }
    }
    for (i, item) in spec.recipients.iter_mut().flat_map(|recipients| recipients.items.iter_mut()).enumerate() {
        // what is to be filed is no recipient at all, and told as such
        if !is_archive_line(item.as_str()) {
            strip_whole(item, without_both, || root().key("recipients").key("items").index(i), Topic::Recipients, out);
        }
    }
}

/// A text that is nothing but decoration would print as an empty line.
fn strip_whole(
    text: &mut Text,
    bare: fn(&str) -> &str,
    at: impl FnOnce() -> Pointer,
    topic: Topic,
    out: &mut Diagnostics,
) {
    if bare(text.as_str()).is_empty() {
        let signs = text.as_str();
        let message = phrase!("“{signs}” chỉ có dấu, không có nội dung", "“{signs}” is signs only, without a word");
        out.push(Diagnostic::of(registry::EMPTY_TEXT, at(), message).about(topic));
        return;
    }
    strip(text, bare, at, topic, out);
}

fn strip(text: &mut Text, bare: fn(&str) -> &str, at: impl FnOnce() -> Pointer, topic: Topic, out: &mut Diagnostics) {
    let bare = bare(text.as_str()).to_owned();
    if bare.len() == text.as_str().len() || bare.is_empty() {
        return;
    }
    let (head, tail) = text.as_str().split_once(bare.as_str()).unwrap_or_default();
    let signs = [head.trim(), tail.trim()].into_iter().filter(|sign| !sign.is_empty()).collect::<Vec<_>>().join(" … ");
    out.push(
        Diagnostic::of(
            registry::OWN_DECORATION,
            at(),
            phrase!(
                "dấu “{signs}” được chương trình tự thêm, dấu ghi trong đặc tả đã bỏ",
                "“{signs}” is added by the program, the one in the specification is dropped"
            ),
        )
        .hint(phrase!("viết \"{bare}\"", "write \"{bare}\""))
        .about(topic),
    );
    text.keep(&bare);
}

fn without_both(text: &str) -> &str {
    without_end(without_dash(text))
}

/// Both take all there is, so that a specification that was stripped, written and read again is the same.
fn without_dash(text: &str) -> &str {
    text.trim_start_matches(|c: char| matches!(c, '-' | '–' | '+' | '•') || c.is_whitespace())
}
