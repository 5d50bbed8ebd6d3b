//! Địa danh (ô số 4).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let at = Pointer::root().key("issue_place");
    let place = spec.issue_place.as_str();
    if let Some((name, _)) = place.split_once(", ngày").or_else(|| place.split_once(" ngày ")) {
        let name = name.trim_end_matches(',');
        out.push(
            Diagnostic::of(
                registry::PLACE_FORM,
                at,
                phrase!(
                    "địa danh gồm cả ngày tháng; ngày ghi riêng ở \"issue_date\"",
                    "the place holds the date too, which belongs in \"issue_date\""
                ),
            )
            .hint(phrase!("viết \"{name}\"", "write \"{name}\"")),
        );
    } else if place.chars().next().is_some_and(char::is_lowercase) {
        out.push(
            Diagnostic::of(
                registry::PLACE_FORM,
                at,
                phrase!(
                    "địa danh \"{place}\" không viết hoa chữ cái đầu",
                    "the place \"{place}\" does not begin with a capital"
                ),
            )
            .as_warning()
            .hint(phrase!("viết hoa chữ cái đầu của địa danh", "write the place's initials in capitals")),
        );
    }
}
