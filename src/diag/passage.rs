//! A few characters inside a text that a finding means. A stage knows the text as it was read: in NFC, without what is dropped from its
//! ends; the file has it in quotes, with escapes. So a passage carries a little of what stands around it, and is found again.

use std::ops::Range;

/// The most bytes kept of the characters meant, and of what stands on each side of them.
const KEPT: usize = 48;

/// Characters inside a text, as the stage that made the finding holds the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it begins in that text, in bytes.
    start: usize,
    /// How long it is, in bytes.
    len: usize,
    /// The length of the whole text, in bytes.
    whole: usize,
    before: String,
    /// The characters meant, or the first of them.
    words: String,
    after: String,
}

impl Passage {
    /// The bytes `range` of `text`; an end inside a character moves to its beginning.
    pub(super) fn new(text: &str, range: Range<usize>) -> Self {
        let start = floor(text, range.start);
        let end = floor(text, range.end).max(start);
        let kept_end = floor(text, end.min(start + KEPT));
        let before = floor(text, start.saturating_sub(KEPT));
        let after = if kept_end == end { floor(text, end + KEPT) } else { kept_end };
        let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
        Self {
            start,
            len: end - start,
            whole: text.len(),
            before: part(before..start),
            words: part(start..kept_end),
            after: part(kept_end..after),
        }
    }

    /// Where it stands in the text as it was written. More may stand there: what was dropped from the ends, words that
    /// the stage took off. `None` where its words do not stand there at all.
    #[must_use]
    pub fn find(&self, written: &str) -> Option<Range<usize>> {
        let around = format!("{}{}{}", self.before, self.words, self.after);
        let context = self.before.len();
        let found = |at: usize| at..at + self.len.min(written.len() - at);
        let is_at = |start: usize| written.get(start..).is_some_and(|rest| rest.starts_with(&around));
        // at its own place, or as much later as something was dropped in front of it
        let start = self.start - context;
        if written.len() >= self.whole && is_at(start) {
            return Some(found(self.start));
        }
        let behind = written.get(floor(written, start)..).and_then(|rest| rest.find(&around));
        if let Some(later) = behind.map(|by| floor(written, start) + by).or_else(|| written.find(&around)) {
            return Some(found(later + context));
        }
        if self.words.is_empty() {
            return None;
        }
        if let Some(at) = written.find(&self.words) {
            return Some(found(at));
        }
        // printed in capitals, written in small letters
        let chars_before = self.before.chars().count();
        let folded = |words: &str, skipped: usize| {
            let from =
                written.char_indices().find(|(at, _)| same_letters(written.get(*at..).unwrap_or_default(), words))?;
            let mut ends = written.get(from.0..)?.char_indices().map(|(at, _)| from.0 + at).chain([written.len()]);
            let start = ends.nth(skipped)?;
            let length = self.words.chars().count();
            Some(start..ends.nth(length.saturating_sub(1)).unwrap_or(written.len()))
        };
        folded(&around, chars_before).or_else(|| folded(&self.words, 0))
    }
}

/// Whether a text begins with these letters, capitals or not.
fn same_letters(text: &str, letters: &str) -> bool {
    let mut text = text.chars();
    letters.chars().all(|letter| text.next().is_some_and(|c| c.to_lowercase().eq(letter.to_lowercase())))
}

/// The last end of a character at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Passage;

    fn found(text: &str, words: &str, written: &str) -> Option<String> {
        let start = text.find(words)?;
        let range = Passage::new(text, start..start + words.len()).find(written)?;
        Some(format!("{}@{}", &written[range.clone()], range.start))
    }

    #[test]
    fn a_passage_is_found_where_it_was_written() {
        let text = "Ngày  mai";
        assert_eq!(found(text, "  ", text).as_deref(), Some("  @5"));
        assert_eq!(found(text, "  ", "  - Ngày  mai;  ").as_deref(), Some("  @9"), "what was dropped in front");
        assert_eq!(found("Ngày ☐ mai", "☐", "☐ Hôm nay").as_deref(), Some("☐@0"), "other words around it");
        assert_eq!(found("ỦY BAN", "Ủ", "Của ủy ban").as_deref(), Some("ủ@6"), "printed in capitals");
        assert_eq!(found("KT. ỦY", "Ủ", "Của ủy ban").as_deref(), Some("ủ@1"), "and with other words around it");
        assert_eq!(found(text, "  ", "mai"), None);
    }

    #[test]
    fn the_same_words_are_told_apart_by_their_place() {
        let text = "a  a  a  a";
        let third = Passage::new(text, 7..9);
        assert_eq!(third.find(text), Some(7..9));
        assert_eq!(third.find("- a  a  a  a"), Some(9..11));
    }

    #[test]
    fn long_passages_keep_little_and_reach_their_end() {
        let text = format!("đầu {} cuối", "ă".repeat(500));
        let passage = Passage::new(&text, 5..5 + 1000);
        assert!(passage.words.len() <= super::KEPT);
        assert_eq!(passage.find(&text), Some(5..1005));
        assert_eq!(passage.find(&format!("  {text}")), Some(7..1007));
    }
}
