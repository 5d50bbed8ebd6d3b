//! The line with fixed words that the text begins with, as the template says: `… trân trọng giới thiệu:`, `Hôm nay, ngày …`.

use crate::compose::{Composer, fit, paragraph, wording};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::profile::Opening;

/// The line; none where the template has none.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let Some(Opening { text, is_centered }) = &c.template.opening else { return };
    let role = if *is_centered { Role::OpeningLine } else { Role::Body };
    let at = match () {
        () if text.contains("{issuer}") => Pointer::root().key("issuer").key("name"),
        () if text.contains("{date}") => Pointer::root().key("issue_date"),
        () => Pointer::root(),
    };
    out.push(paragraph(role, at, fit::inlines(vec![filled(c, text)])));
}

/// Fixed words with what stands for the document's own: `{issuer}`, `{date}`, `{place}`.
pub(super) fn filled(c: &Composer<'_>, words: &str) -> String {
    let spec = c.spec;
    slots_filled(words, |slot| match slot {
        "issuer" => spec.organs_in_a_sentence(),
        "place" => spec.issue_place.as_str().to_owned(),
        "date" => wording::date(spec.issue_date, &c.profile.words.date),
        // a test reads all templates: there is no other
        _ => String::new(),
    })
}

/// Fixed words with what a function puts for each name in braces.
pub(super) fn slots_filled(words: &str, fill: impl Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(&fill(slot));
        rest = after;
    }
    text.push_str(rest);
    text
}
