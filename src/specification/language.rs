//! The form of a language tag (BCP 47, RFC 5646, 2.1); whether its parts are registered is not looked up.

use super::names::ascii_name;

/// The longest tag worth having.
const MAX: usize = 35;

/// Whether a text has the form of a tag: a language of two or three letters, then script, region, variants, extensions.
pub(super) fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_language = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    if text.len() > MAX || !parts.next().is_some_and(is_language) || COUNTRIES.iter().any(|(c, _)| *c == text) {
        return false;
    }
    let mut is_open = false;
    for part in parts {
        if !(1..=8).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return false;
        }
        // a single letter or digit opens an extension, which must have a part itself
        let opens = part.len() == 1;
        if opens && is_open {
            return false;
        }
        is_open = opens;
    }
    !is_open
}

/// The tag that was meant: `en_US`, `English`, `tiếng Anh`, `vn`.
pub(super) fn meant(text: &str) -> Option<String> {
    let hyphened = text.trim().replace('_', "-");
    if is_tag(&hyphened) {
        return Some(hyphened);
    }
    let name = ascii_name(text);
    let name = name.strip_prefix("tieng_").unwrap_or(&name);
    COUNTRIES.iter().chain(&LANGUAGES).find(|(known, _)| *known == name).map(|(_, tag)| (*tag).to_owned())
}

/// Countries that are taken for languages, and are no language's tag.
const COUNTRIES: [(&str, &str); 3] = [("vn", "vi"), ("cn", "zh"), ("jp", "ja")];

/// Names of languages, in Vietnamese and English, without marks.
const LANGUAGES: [(&str, &str); 18] = [
    ("anh", "en"),
    ("duc", "de"),
    ("han", "ko"),
    ("khmer", "km"),
    ("lao", "lo"),
    ("nga", "ru"),
    ("nhat", "ja"),
    ("phap", "fr"),
    ("thai", "th"),
    ("trung", "zh"),
    ("viet", "vi"),
    ("chinese", "zh"),
    ("english", "en"),
    ("french", "fr"),
    ("german", "de"),
    ("japanese", "ja"),
    ("russian", "ru"),
    ("vietnamese", "vi"),
];

#[cfg(test)]
mod tests {
    use super::{is_tag, meant};

    #[test]
    fn tags_have_their_form() {
        for tag in ["en", "en-US", "zh-Hans", "sr-Latn-RS", "de-1996", "es-419", "en-x-phonebk", "hmn"] {
            assert!(is_tag(tag), "{tag}");
        }
        for text in ["", "e", "english", "en_US", "en-", "-en", "en--US", "en-a", "e1", "tiếng Anh", "vn", "en-a-b"] {
            assert!(!is_tag(text), "{text}");
        }
        assert!(!is_tag(&format!("en{}", "-variant".repeat(9))));
    }

    #[test]
    fn what_was_meant_is_found() {
        let found = ["en_US", "English", "tiếng Anh", "vn", "Tiếng Việt"].map(meant);
        assert_eq!(found.map(Option::unwrap_or_default), ["en-US", "en", "en", "vi", "vi"]);
        assert_eq!(meant("tiếng gì đó"), None);
    }
}
