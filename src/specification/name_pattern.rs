//! A regular expression for names as they are typed: in capitals or small letters, with or without marks, with spaces, hyphens or
//! underscores between the words. It says in JSON Schema what [`super::names::ascii_name`] does in the reader.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The expression for any of the names.
pub(super) fn pattern<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(name).collect();
    format!("^({})$", names.join("|"))
}

fn name(name: &str) -> String {
    let words: Vec<String> = name.split([' ', '_']).map(|word| word.nfc().map(letter).collect()).collect();
    words.join("[ _-]+")
}

/// A letter in both cases, with all, some or none of its marks.
fn letter(letter: char) -> String {
    let mut forms = BTreeSet::new();
    let parts: Vec<char> = letter.nfd().collect();
    let (bases, marks): (Vec<char>, Vec<char>) = parts.into_iter().partition(|c| !is_combining_mark(*c));
    let mut written: Vec<String> = vec![bases.into_iter().collect()];
    for mark in marks {
        let marked: Vec<String> = written.iter().map(|form| format!("{form}{mark}")).collect();
        written.extend(marked);
    }
    written.extend(written.contains(&"đ".to_owned()).then(|| "d".to_owned()));
    written.extend(written.contains(&"Đ".to_owned()).then(|| "D".to_owned()));
    for form in written {
        forms.extend(form.to_lowercase().nfc());
        forms.extend(form.to_uppercase().nfc());
    }
    let forms: String = forms.into_iter().collect();
    if forms.chars().count() == 1 { forms } else { format!("[{forms}]") }
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn letters_stand_with_and_without_their_marks() {
        assert_eq!(
            pattern(["Đề án", "GUQ"].into_iter()),
            "^([DdĐđ][EeÊêỀề\u{c8}\u{e8}][ _-]+[AaÁá][Nn]|[Gg][Uu][Qq])$"
        );
    }
}
