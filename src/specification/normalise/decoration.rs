//! Dashes, semicolons and stops that the composer writes itself, or that do not belong where they are typed.

use crate::diag::{Diagnostic, Diagnostics, Pointer, Topic, phrase, registry};

use super::super::ending::without_end;
use super::super::text::Text;
use super::super::types::Spec;
use super::archive_line::is_archive_line;

/// Takes decoration off, with a warning each.
pub(super) fn take_off(spec: &mut Spec, out: &mut Diagnostics) {
    let root = Pointer::root;
    let comma = Signs { own: ",", topic: Topic::PlaceAndDate };
    strip_whole(&mut spec.issue_place, without_end, || root().key("issue_place"), comma, out);
    // one addressee stands on the line of Kính gửi, without dash or stop
    let own = if spec.addressees.len() > 1 { ITEM } else { "" };
    for (i, addressee) in spec.addressees.iter_mut().enumerate() {
        let signs = Signs { own, topic: Topic::Recipients };
        strip_whole(addressee, without_both, || root().key("addressees").index(i), signs, out);
    }
    for (i, basis) in spec.legal_basis.iter_mut().enumerate() {
        let at = || root().key("legal_basis").index(i);
        if let Some(first) = basis.0.first_mut() {
            strip(&mut first.text, without_dash, at, Signs { own: "", topic: Topic::Body }, out);
        }
        if let Some(last) = basis.0.last_mut() {
            strip(&mut last.text, without_end, at, Signs { own: ";.,", topic: Topic::Body }, out);
        }
    }
    for (i, item) in spec.recipients.iter_mut().flat_map(|recipients| recipients.items.iter_mut()).enumerate() {
        // what is to be filed is no recipient at all, and told as such
        if !is_archive_line(item.as_str()) {
            let signs = Signs { own: ITEM, topic: Topic::Recipients };
            strip_whole(item, without_both, || root().key("recipients").key("items").index(i), signs, out);
        }
    }
}

/// The signs that the composer writes itself where a text stands, and what the clause on them is about.
#[derive(Clone, Copy)]
struct Signs {
    own: &'static str,
    topic: Topic,
}

/// The signs about an item of a list.
const ITEM: &str = "-–+•;.,";

/// A text that is nothing but decoration would print as an empty line.
fn strip_whole(
    text: &mut Text,
    bare: fn(&str) -> &str,
    at: impl FnOnce() -> Pointer,
    kinds: Signs,
    out: &mut Diagnostics,
) {
    if bare(text.as_str()).is_empty() {
        let signs = text.as_str();
        let message = phrase!("“{signs}” chỉ có dấu, không có nội dung", "“{signs}” is signs only, without a word");
        out.push(Diagnostic::of(registry::EMPTY_TEXT, at(), message).about(kinds.topic));
        return;
    }
    strip(text, bare, at, kinds, out);
}

fn strip(text: &mut Text, bare: fn(&str) -> &str, at: impl FnOnce() -> Pointer, kinds: Signs, out: &mut Diagnostics) {
    let bare = bare(text.as_str()).to_owned();
    if bare.len() == text.as_str().len() || bare.is_empty() {
        return;
    }
    let (head, tail) = text.as_str().split_once(bare.as_str()).unwrap_or_default();
    let signs = [head.trim(), tail.trim()].into_iter().filter(|sign| !sign.is_empty()).collect::<Vec<_>>().join(" … ");
    let is_own = signs.chars().all(|sign| kinds.own.contains(sign) || matches!(sign, ' ' | '…'));
    let message = if is_own {
        phrase!(
            "dấu “{signs}” được chương trình tự thêm, dấu ghi trong đặc tả đã bỏ",
            "“{signs}” is added by the program, the one in the specification is dropped"
        )
    } else {
        phrase!(
            "ở đây không có dấu “{signs}”, dấu ghi trong đặc tả đã bỏ",
            "no “{signs}” stands here, the one in the specification is dropped"
        )
    };
    out.push(
        Diagnostic::of(registry::OWN_DECORATION, at(), message)
            .hint(phrase!("viết \"{bare}\"", "write \"{bare}\""))
            .about(kinds.topic),
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
