//! Which known name a misspelt one was meant to be: by letters, or by what it is called in Vietnamese (`noi_nhan`, `báo cáo`,
//! `chucVu`).

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::describe::meanings;
use super::synonyms::SYNONYMS;

/// The known name nearest to `written`; `None` where none is near.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let folded = fold(written);
    let called = |names: &[Called]| known.clone().find(|known| names.iter().any(|c| c.name == *known && c.is(&folded)));
    known
        .clone()
        .find(|name| fold(name) == folded)
        // what a field is called goes before its letters: `so` is the number, not `to`
        .or_else(|| called(titles()))
        .or_else(|| called(synonyms()))
        .or_else(|| by_letters(&folded, known.clone()))
        .or_else(|| by_part_of_title(&folded, known))
}

fn by_letters<'a>(folded: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|name| (distance(folded, &fold(name)), name, name.len().min(folded.len())))
        // One slip in three letters, counted in the shorter word: more, and `to` would be taken for `id`.
        .filter(|(steps, _, shorter)| *steps <= (shorter / 3).max(1) && *shorter > 2)
        .min_by_key(|(steps, ..)| *steps)
        .map(|(_, name, _)| name)
}

/// The name with the shortest title that holds these words: `co_quan` is `Cơ quan ban hành`.
fn by_part_of_title<'a>(folded: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let shortest =
        |name: &str| titles().iter().filter(|c| c.name == name && c.holds(folded)).map(|c| c.words.len()).min();
    known.filter_map(|name| Some((shortest(name)?, name))).min_by_key(|(length, _)| *length).map(|(_, name)| name)
}

/// What something is called, folded word by word.
struct Called {
    name: &'static str,
    words: Vec<String>,
}

impl Called {
    fn new(name: &'static str, words: &str) -> Self {
        let words = words.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|word| !word.is_empty()).collect();
        Self { name, words }
    }

    /// Whether a folded name is all of the words.
    fn is(&self, folded: &str) -> bool {
        let mut rest = folded;
        self.words.iter().all(|word| {
            rest.strip_prefix(word.as_str()).is_some_and(|behind| {
                rest = behind;
                true
            })
        }) && rest.is_empty()
            && !folded.is_empty()
    }

    /// Whether a folded name is two or more of the words in a row.
    fn holds(&self, folded: &str) -> bool {
        (0..self.words.len()).any(|start| {
            let mut rest = folded;
            for (count, word) in self.words[start..].iter().enumerate() {
                match rest.strip_prefix(word.as_str()) {
                    Some("") => return count > 0,
                    Some(behind) => rest = behind,
                    None => return false,
                }
            }
            false
        })
    }
}

/// What users call the fields.
fn synonyms() -> &'static [Called] {
    static FOLDED: OnceLock<Vec<Called>> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let each = |(name, words): &(&'static str, &str)| -> Vec<Called> {
            words.split(", ").map(|words| Called::new(name, words)).collect()
        };
        SYNONYMS.iter().flat_map(each).collect()
    })
}

/// The Vietnamese titles of all names, and the abbreviations in parentheses behind them.
fn titles() -> &'static [Called] {
    static FOLDED: OnceLock<Vec<Called>> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let of = |title: &'static str| title.split(['(', ')']).take(2).filter(|part| !part.starts_with("ô số"));
        meanings().flat_map(|m| of(m.title).map(|words| Called::new(m.name, words))).collect()
    })
}

/// A text as a name: small letters without marks and digits, `_` between words.
pub(super) fn ascii_name(text: &str) -> String {
    let fold = |c: char| if c == 'đ' { 'd' } else { c };
    let plain = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(fold);
    let spaced: String = plain.map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Letters and digits alone, lower case, without marks.
pub(super) fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// How many letters to insert, delete, replace or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().collect());
    // Three rows of the table are enough: a swap looks back by two. Rows turn instead of being made anew.
    let mut rows: [Vec<usize>; 3] = [Vec::new(), (0..=b.len()).collect(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        let [before, last, row] = &mut rows;
        row[0] = i;
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        rows.rotate_left(1);
        rows[2].resize(b.len() + 1, 0);
    }
    rows[1][b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;
    use crate::specification::describe;

    fn in_definition(of: &str, written: &str) -> Option<&'static str> {
        let of = of.to_owned();
        nearest(
            written,
            describe::meanings()
                .filter(|m| m.of == of && !m.name.is_empty())
                .map(|m| m.name)
                .collect::<Vec<_>>()
                .into_iter(),
        )
    }

    #[test]
    fn fields_are_found_by_what_they_are_called() {
        for (of, written, meant) in [
            ("Spec", "co_quan", "issuer"),
            ("Spec", "Cơ quan", "issuer"),
            ("Spec", "coQuanBanHanh", "issuer"),
            ("Spec", "nguoi_ky", "signatures"),
            ("Spec", "Nơi nhận", "recipients"),
            ("Spec", "noi-nhan", "recipients"),
            ("Spec", "NOI_NHAN", "recipients"),
            ("Spec", "no\u{31b}i nha\u{323}n", "recipients"),
            ("Spec", "kinhGui", "addressees"),
            ("Spec", "so", "number"),
            ("Spec", "Số", "number"),
            ("Spec", "ngay_ban_hanh", "issue_date"),
            ("Spec", "V/v", "subject"),
            ("Spec", "noi dung", "body"),
            ("Spec", "docType", "doc_type"),
            ("Spec", "tuy_chinh_trinh_bay", "layout"),
            ("Signature", "nguoi_ky", "signer"),
            ("Signature", "chức vụ", "position"),
            ("Signature", "chucVu", "position"),
            ("Signature", "quyen_han", "authority"),
            ("Issuer", "ten", "name"),
            ("Archive", "don_vi", "units"),
            ("LayoutOverrides", "co_chu_trich_yeu", "subject_size"),
            ("LayoutOverrides", "Lề trái", "margin_left"),
            ("FieldPlace", "chieu_rong", "width"),
        ] {
            assert_eq!(in_definition(of, written), Some(meant), "{of}.{written}");
        }
        for (of, written) in [("Spec", "x"), ("FieldPlace", "a"), ("Spec", "colour"), ("Spec", "?"), ("Spec", "")] {
            assert_eq!(in_definition(of, written), None, "{of}.{written}");
        }
    }

    /// With marks or without, as one word, with capitals, hyphens or lines between the words.
    #[test]
    fn every_title_names_its_field() {
        for m in describe::meanings().filter(|m| !m.name.is_empty() && !["RecordReceiver"].contains(&m.of)) {
            let title = m.title.split(" (").next().unwrap_or_default();
            let capitals: String = title
                .split(' ')
                .map(|word| {
                    let mut chars = word.chars();
                    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
                })
                .collect();
            for written in
                [title.to_owned(), title.to_lowercase(), super::ascii_name(title), title.replace(' ', "-"), capitals]
            {
                let found = in_definition(m.of, &written);
                let found_title = found.and_then(|name| describe::meaning(m.of, name)).map(|m| m.title);
                assert!(
                    found_title == Some(m.title) || found == Some(m.name),
                    "{}.{}: {written} is {found:?}",
                    m.of,
                    m.name
                );
            }
        }
    }
}
