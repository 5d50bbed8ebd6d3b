//! Names of destinations: readable, in plain letters, e.g. `dieu_3`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Figures, UnitKind, bare_number};

/// The word in a destination's name.
pub(super) fn unit(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Part => "phan",
        UnitKind::Chapter => "chuong",
        UnitKind::Section => "muc",
        UnitKind::Subsection => "tieu_muc",
        UnitKind::Article => "dieu",
        UnitKind::Clause => "khoan",
        UnitKind::Subclause => "tiet",
        UnitKind::Point => "diem",
    }
}

/// Whether a label begins with a word: `Điều 3.`, not `I.` or `1. 1`.
pub(super) fn begins_with_word(label: &str) -> bool {
    let first = label.split([' ', '\u{a0}']).next().unwrap_or_default();
    first.chars().count() > 1 && Figures::of(bare_number(first)).is_none() && first.starts_with(char::is_alphabetic)
}

/// A text as a destination's name: letters without marks, small but for Roman numerals, `_` between words.
pub(super) fn name(text: &str) -> String {
    let mut parts = Vec::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c))).filter(|word| !word.is_empty()) {
        if Figures::of(word) == Some(Figures::Roman) {
            parts.push(word.to_owned());
            continue;
        }
        let plain = word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        let plain: String = plain.map(|c| if c == 'đ' { 'd' } else { c }).filter(char::is_ascii_alphanumeric).collect();
        parts.push(plain);
    }
    parts.retain(|part| !part.is_empty());
    parts.join("_")
}

#[cfg(test)]
mod tests {
    use super::{begins_with_word, name};

    #[test]
    fn names_are_readable() {
        let names = ["Điều 3.", "Chương II", "Mục 1", "1. 1", "PHẦN THỨ NHẤT", "Tiểu mục 2"].map(name);
        assert_eq!(names, ["dieu_3", "chuong_II", "muc_1", "1_1", "phan_thu_nhat", "tieu_muc_2"]);
        assert!(
            begins_with_word("Điều 3.")
                && !begins_with_word("I.")
                && !begins_with_word("IV.")
                && !begins_with_word("1.")
        );
    }
}
