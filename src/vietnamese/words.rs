//! Words converted one by one, and how many of them were no Vietnamese before and are afterwards.

use std::collections::BTreeSet;

use super::syllable::is_syllable;

/// How a conversion of a text went.
#[derive(Debug)]
pub(super) struct Tally<'a> {
    /// The text after it.
    pub(super) text: String,
    /// Words that are syllables only now, each once, the first few of them.
    gained: BTreeSet<&'a str>,
    /// How many words became syllables.
    pub(super) gains: usize,
    /// How many words with other letters than ASCII's are no syllables now.
    losses: usize,
    /// Whether letters stand in the text that cannot come out of the old encoding: then some words are in it, others are not.
    is_mixed: bool,
}

/// How many words that differ are kept apart.
const KEPT: usize = 8;

impl<'a> Tally<'a> {
    /// Converts each word; what stands between the words stays. `is_letter` says what belongs to a word; `convert` is asked for
    /// words that hold more than ASCII's letters.
    pub(super) fn of(
        text: &'a str,
        is_letter: &dyn Fn(char) -> bool,
        is_mixed: bool,
        convert: &dyn Fn(&str) -> Option<String>,
    ) -> Self {
        let mut tally =
            Self { text: String::with_capacity(text.len()), gained: BTreeSet::new(), gains: 0, losses: 0, is_mixed };
        let mut rest = text;
        while !rest.is_empty() {
            let (between, word_on) = rest.split_at(rest.find(is_letter).unwrap_or(rest.len()));
            tally.text.push_str(between);
            let (word, after) = word_on.split_at(word_on.find(|c| !is_letter(c)).unwrap_or(word_on.len()));
            tally.word(word, convert);
            rest = after;
        }
        tally
    }

    fn word(&mut self, word: &'a str, convert: &dyn Fn(&str) -> Option<String>) {
        if word.bytes().all(|b| b.is_ascii_alphabetic()) {
            return self.text.push_str(word);
        }
        let was_one = is_syllable(word);
        let converted = convert(word);
        let becomes_one = converted.as_deref().is_some_and(is_syllable);
        if becomes_one && !was_one && word.contains(char::is_alphabetic) {
            self.gains += 1;
            if self.gained.len() < KEPT {
                self.gained.insert(word);
            }
        }
        self.losses += usize::from(!becomes_one && !was_one && !is_abbreviation(converted.as_deref()));
        match converted {
            Some(converted) if !self.is_mixed || becomes_one && !was_one => self.text.push_str(&converted),
            Some(_) | None => self.text.push_str(word),
        }
    }

    /// Whether the text was surely in the encoding it was converted from: of what is no Vietnamese, nearly all becomes so.
    pub(super) fn is_sure(&self) -> bool {
        self.gained.len() >= if self.is_mixed { 3 } else { 2 } && self.losses * 3 <= self.gains
    }
}

/// `ĐTXD`, which no rule of syllables knows.
fn is_abbreviation(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.chars().all(char::is_uppercase))
}
