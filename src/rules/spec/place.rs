//! Địa danh (ô số 4).

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::specification::Spec;

use super::left_marks::is_starter;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    let at = Pointer::root().key("issue_place");
    let place = spec.issue_place.as_str();
    // told as still to be filled in
    if is_starter(place) {
        return;
    }
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
    } else if let Some(name) = without_unit(place) {
        out.push(
            Diagnostic::of(
                registry::PLACE_FORM,
                at,
                phrase!(
                    "địa danh \"{place}\": chỉ ghi tên gọi; cấp đơn vị hành chính chỉ ghi, không viết tắt, trước tên người, số, sự kiện",
                    "the place \"{place}\": only its name is written; the kind of unit stands, in full, before names of persons, numbers and events"
                ),
            )
            .as_warning()
            .hint(phrase!("viết \"{name}\"", "write \"{name}\"")),
        );
    } else if let Some(meant) = with_large_first(place) {
        out.push(
            Diagnostic::of(
                registry::PLACE_FORM,
                at,
                phrase!(
                    "địa danh \"{place}\" có chữ cái đầu không viết hoa",
                    "a part of the place \"{place}\" does not begin with a capital"
                ),
            )
            .as_warning()
            .hint(phrase!("viết \"{meant}\"", "write \"{meant}\"")),
        );
    }
}

/// The name of a province or city that is typed with the kind of unit it is: `Tỉnh An Giang` → `An Giang`, `TP. Huế` → `Huế`.
/// Units that are named after persons, events or by numbers keep it (`Thành phố Hồ Chí Minh`, `Phường 12`), and which communes
/// are so named no list says; so of these only what is typed in small letters is judged.
fn without_unit(place: &str) -> Option<String> {
    const KEPT: [&str; 1] = ["Hồ Chí Minh"];
    let place = place.replace('\u{a0}', " ");
    let lower = place.to_lowercase();
    // lower-casing keeps the length of Vietnamese letters
    let rest_of = |unit: &str| {
        lower
            .starts_with(unit)
            .then(|| place.get(unit.len()..))
            .flatten()
            .map(str::trim_start)
            .filter(|rest| !rest.is_empty())
    };
    if let Some(name) = rest_of("tỉnh ") {
        return Some(large_first(name));
    }
    let city = ["thành phố ", "tp. ", "tp.", "tp ", "t.p. "].iter().find_map(|unit| rest_of(unit));
    if let Some(name) = city {
        let name = large_first(name);
        let meant = if KEPT.contains(&name.as_str()) { format!("Thành phố {name}") } else { name };
        return (meant != place).then_some(meant);
    }
    let small = ["xã ", "phường ", "thị trấn ", "đặc khu ", "huyện ", "quận ", "thị xã "];
    let unit = small.iter().find(|unit| place.starts_with(**unit))?;
    let name = rest_of(unit)?;
    Some(large_first(if name.starts_with(|c: char| c.is_ascii_digit()) { &place } else { name }))
}

/// The place with its initials in capitals, where one is not.
fn with_large_first(place: &str) -> Option<String> {
    let meant = large_first(place);
    (meant != place).then_some(meant)
}

/// Each word with its first letter large, but for second words of kinds of units (`Thành phố`).
fn large_first(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        match chars.next() {
            Some(first) if !matches!(word, "và" | "-" | "phố" | "xã" | "trấn" | "khu") => {
                first.to_uppercase().chain(chars).collect()
            }
            _ => word.to_owned(),
        }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
