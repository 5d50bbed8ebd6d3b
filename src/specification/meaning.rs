//! What a field or a word means, in Vietnamese.

/// The meaning of a definition, a field or a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    /// The definition.
    pub(super) of: &'static str,
    /// The field or word; empty for the definition itself.
    pub(super) name: &'static str,
    /// A few words, with the box number (ô số) of the decree's diagram where it has one.
    pub(super) title: &'static str,
    /// One or two sentences.
    pub(super) description: &'static str,
    /// A value as JSON; empty where none helps.
    pub(super) example: &'static str,
}

impl Meaning {
    /// The title for the middle of a sentence, without the box number.
    pub(super) fn phrase(&self) -> String {
        let words = self.title.split(" (").next().unwrap_or_default();
        let mut chars = words.chars();
        let Some(first) = chars.next() else { return String::new() };
        let rest = chars.as_str();
        // An abbreviation or a name keeps its capitals.
        if rest.chars().next().is_some_and(char::is_uppercase) {
            words.to_owned()
        } else {
            first.to_lowercase().chain(rest.chars()).collect()
        }
    }
}
