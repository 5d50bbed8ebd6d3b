//! Địa danh (ô số 4): the official name of the unit, without the kind of unit it is, but for those that are named after persons,
//! by numbers or after events (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.a).

use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};
use crate::specification::{Spec, Text};

use super::left_marks::is_starter;

pub(super) fn check(spec: &Spec, out: &mut Diagnostics) {
    check_place(&spec.issue_place, Pointer::root().key("issue_place"), out);
}

/// Judges a place.
pub(super) fn check_place(place: &Text, at: Pointer, out: &mut Diagnostics) {
    let place = place.as_str();
    // told as still to be filled in
    if is_starter(place) {
        return;
    }
    let dated = [", ngày", " ngày ", ", Ngày"].iter().find_map(|word| place.split_once(word));
    if let Some((name, _)) = dated {
        let name = name.trim_end_matches(',');
        let name = Meant::of(name).map_or_else(|| name.to_owned(), |meant| meant.name);
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
        return;
    }
    let Some(Meant { slip, name, or_whole }) = Meant::of(place) else { return };
    let finding = Diagnostic::of(registry::PLACE_FORM, at, slip.message(place)).as_warning();
    out.push(match or_whole {
        None => finding.hint(phrase!("viết \"{name}\"", "write \"{name}\"")),
        Some(whole) => finding.hint(phrase!(
            "viết \"{name}\"; đơn vị đặt theo tên người, chữ số hoặc sự kiện lịch sử thì ghi đầy đủ: \"{whole}\"",
            "write \"{name}\"; a unit named after a person, by a number or after an event is written in full: \"{whole}\""
        )),
    });
}

/// What is wrong with a place.
#[derive(Clone, Copy)]
enum Slip {
    /// The kind of unit is named.
    Unit,
    /// The kind of unit is shortened, or left out where it is part of the name.
    Whole,
    /// Small initials.
    Initial,
    /// Capitals all over.
    Capitals,
}

impl Slip {
    fn message(self, place: &str) -> Phrase {
        match self {
            Self::Unit => phrase!(
                "địa danh \"{place}\" ghi cả cấp đơn vị hành chính; chỉ ghi tên gọi",
                "the place \"{place}\" says what kind of unit it is; only its name is written"
            ),
            Self::Whole => phrase!(
                "địa danh \"{place}\" chưa đầy đủ: đơn vị hành chính đặt theo tên người, chữ số hoặc sự kiện lịch sử phải ghi tên gọi đầy đủ",
                "the place \"{place}\" is not whole: units named after persons, by numbers or after events are written in full"
            ),
            Self::Initial => phrase!(
                "địa danh \"{place}\" có chữ cái đầu không viết hoa",
                "a part of the place \"{place}\" does not begin with a capital"
            ),
            Self::Capitals => phrase!(
                "địa danh \"{place}\" viết bằng chữ in hoa, cần chữ in thường",
                "the place \"{place}\" is in capitals, expected small letters"
            ),
        }
    }
}

/// What is meant by a place that is written otherwise than the regulation asks.
struct Meant {
    slip: Slip,
    name: String,
    /// How it is written where the unit is named after a person, by a number or after an event, if no list says which are.
    or_whole: Option<String>,
}

/// The one city that is named after a person.
const NAMED_AFTER_A_PERSON: &str = "Thành phố Hồ Chí Minh";

/// Cities directly under the central government whose names are names of places.
const CITIES: [&str; 5] = ["Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ"];

impl Meant {
    fn of(place: &str) -> Option<Self> {
        let place = place.replace('\u{a0}', " ");
        let lower = place.to_lowercase();
        // what a new document has in place of it
        if place == "Địa danh" {
            return None;
        }
        let meant = |slip, name: String| Some(Self { slip, name, or_whole: None });
        if is_ho_chi_minh(&lower) {
            return (place != NAMED_AFTER_A_PERSON).then(|| NAMED_AFTER_A_PERSON.to_owned()).and_then(|name| {
                meant(if lower == NAMED_AFTER_A_PERSON.to_lowercase() { Slip::Initial } else { Slip::Whole }, name)
            });
        }
        if place.bytes().all(|b| b.is_ascii_digit()) {
            return meant(Slip::Whole, format!("Phường {place}"));
        }
        if let Some((unit, name)) = split_unit(&place) {
            let name = written(name);
            let whole = format!("{unit} {name}");
            let is_known = unit == "Tỉnh" || CITIES.contains(&name.as_str());
            if is_known {
                return meant(Slip::Unit, name);
            }
            if name.starts_with(|c: char| c.is_ascii_digit()) {
                return (whole != place).then_some(whole).and_then(|whole| meant(Slip::Initial, whole));
            }
            // which of these are named after persons no list says: they are right as they are, if they are in full
            let slip = if lower.starts_with(&unit.to_lowercase()) { Slip::Initial } else { Slip::Unit };
            return (whole != place).then_some(Self { slip, name, or_whole: Some(whole) });
        }
        let name = written(&place);
        let is_in_capitals = place.chars().any(char::is_uppercase) && !place.chars().any(char::is_lowercase);
        (name != place)
            .then_some(name)
            .and_then(|name| meant(if is_in_capitals { Slip::Capitals } else { Slip::Initial }, name))
    }
}

/// `TP.HCM`, `tp Hồ Chí Minh`, `Hồ Chí Minh`, in small letters.
fn is_ho_chi_minh(lower: &str) -> bool {
    let tight: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let city = ["thànhphố", "tp"].iter().find_map(|unit| tight.strip_prefix(unit)).unwrap_or(&tight);
    matches!(city, "hồchíminh" | "hcm" | "hcmc")
}

/// The kind of unit, written out, and the name behind it: `tp. Vinh` → `Thành phố`, `Vinh`.
fn split_unit(place: &str) -> Option<(&'static str, &str)> {
    const UNITS: [(&str, &str); 17] = [
        ("tỉnh ", "Tỉnh"),
        ("thành phố ", "Thành phố"),
        ("tp. ", "Thành phố"),
        ("tp.", "Thành phố"),
        ("tp ", "Thành phố"),
        ("xã ", "Xã"),
        ("phường ", "Phường"),
        ("thị trấn ", "Thị trấn"),
        ("đặc khu ", "Đặc khu"),
        ("huyện ", "Huyện"),
        ("quận ", "Quận"),
        ("thị xã ", "Thị xã"),
        ("tx. ", "Thị xã"),
        ("tt. ", "Thị trấn"),
        ("x. ", "Xã"),
        ("p. ", "Phường"),
        ("q. ", "Quận"),
    ];
    UNITS.into_iter().find_map(|(typed, unit)| {
        let mut rest = place.chars();
        let begins = typed.chars().all(|wanted| rest.next().is_some_and(|found| found.to_lowercase().eq([wanted])));
        let name = rest.as_str().trim_start();
        (begins && !name.is_empty()).then_some((unit, name))
    })
}

/// A name of a place as it is written: each part with a large initial. A name of many words is a description, of another language a
/// matter of its own: there the first letter alone is judged.
fn written(name: &str) -> String {
    const PARTICLES: [&str; 8] = ["de", "do", "da", "la", "el", "les", "upon", "am"];
    let words: Vec<&str> = name.split(' ').collect();
    let is_in_capitals = name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase);
    let is_plain = words.len() <= 3 && !words.iter().any(|word| PARTICLES.contains(word));
    let large = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        let rest = chars.as_str();
        let rest = if is_in_capitals && word.chars().count() > 1 { rest.to_lowercase() } else { rest.to_owned() };
        first.collect::<String>() + &rest
    };
    let parts = words
        .iter()
        .enumerate()
        .map(|(i, word)| if i == 0 || is_plain || is_in_capitals { large(word) } else { (*word).to_owned() });
    parts.collect::<Vec<_>>().join(" ")
}
