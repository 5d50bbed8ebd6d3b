//! Which lines of our PDF start with the same word on the same page in another one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::printed::{Line, Printed};
use crate::common_sequence;

/// What came of comparing two files.
#[derive(Debug)]
pub(super) struct Agreement {
    /// Of our file.
    pub(super) lines: usize,
    pub(super) differing: Vec<Difference>,
    /// Ours, theirs.
    pub(super) pages: (usize, usize),
}

/// A line of ours that starts elsewhere in their file, or one of theirs that is one line too many.
#[derive(Debug, PartialEq)]
pub(super) struct Difference {
    pub(super) page: usize,
    pub(super) ours: String,
    /// Their line with `⏎` where our line starts; their page where just that is another.
    pub(super) theirs: String,
}

impl Agreement {
    pub(super) fn of(ours: &Printed, theirs: &Printed) -> Self {
        let differing = Comparison::new(&ours.lines, &theirs.lines).differing();
        Self { lines: ours.lines.len(), differing, pages: (ours.pages, theirs.pages) }
    }
}

struct Comparison<'a> {
    ours: &'a [Line],
    theirs: &'a [Line],
    /// Equal lines, in order.
    pairs: Vec<(usize, usize)>,
    /// Whose partner is found.
    our_done: Vec<bool>,
    their_done: Vec<bool>,
}

impl<'a> Comparison<'a> {
    fn new(ours: &'a [Line], theirs: &'a [Line]) -> Self {
        let letters = |lines: &[Line]| lines.iter().map(Line::letters).collect::<Vec<_>>();
        let (our_letters, their_letters) = (letters(ours), letters(theirs));
        let pairs = common_sequence::pairs(&our_letters, &their_letters);
        let (mut our_done, mut their_done) = (vec![false; ours.len()], vec![false; theirs.len()]);
        for (our, their) in &pairs {
            (our_done[*our], their_done[*their]) = (true, true);
        }
        // two columns whose rows stand within a hair of one height come in either order
        let mut apart: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
        for their in (0..theirs.len()).rev().filter(|their| !their_done[*their]) {
            apart.entry((theirs[their].page, &their_letters[their])).or_default().push(their);
        }
        for our in 0..ours.len() {
            let key = (ours[our].page, our_letters[our].as_str());
            if let Some(their) = (!our_done[our]).then(|| apart.get_mut(&key)?.pop()).flatten() {
                (our_done[our], their_done[their]) = (true, true);
            }
        }
        Self { ours, theirs, pairs, our_done, their_done }
    }

    fn differing(&self) -> Vec<Difference> {
        let mut out = Vec::new();
        let (mut our_at, mut their_at) = (0, 0);
        let ends = (self.ours.len(), self.theirs.len());
        for (our, their) in self.pairs.iter().copied().chain([ends]) {
            self.between(our_at..our, their_at..their, &mut out);
            (our_at, their_at) = (our + 1, their + 1);
            if let (Some(line), Some(other)) = (self.ours.get(our), self.theirs.get(their))
                && line.page != other.page
            {
                let theirs = format!("the same on page {}", other.page);
                out.push(Difference { page: line.page, ours: line.words.join(" "), theirs });
            }
        }
        out
    }

    /// Compares a stretch without equal lines.
    fn between(&self, ours: Range<usize>, theirs: Range<usize>, out: &mut Vec<Difference>) {
        let ours = Stretch::of(ours.filter(|at| !self.our_done[*at]).map(|at| &self.ours[at]));
        let theirs = Stretch::of(theirs.filter(|at| !self.their_done[*at]).map(|at| &self.theirs[at]));
        let places = ours.places_in(&theirs);
        let mut met = Vec::new();
        let before = out.len();
        for (start, line) in &ours.lines {
            let place = places.get(start).copied();
            let around = place.and_then(|place| theirs.lines.range(..=place).next_back());
            if let Some((place, (at, other))) = place.zip(around)
                && line.page == other.page
                // a gap that is wide enough on one side alone makes a line there alone
                && (*at == place || !line.begins_row)
            {
                met.push(*at);
                continue;
            }
            let theirs = match place.zip(around) {
                Some((place, (at, other))) => marked(other, place - at),
                None => "nowhere".to_owned(),
            };
            out.push(Difference { page: line.page, ours: line.words.join(" "), theirs });
        }
        // a last line more at the end of a paragraph makes none of ours start elsewhere
        let more = theirs.lines.iter().filter(|(at, line)| line.begins_row && !met.contains(at));
        for (_, line) in more.skip(out.len() - before) {
            let ours = "no line of ours".to_owned();
            out.push(Difference { page: line.page, ours, theirs: marked(line, 0) });
        }
    }
}

/// Their line with a mark behind so many letters.
fn marked(line: &Line, letters: usize) -> String {
    let mut text = format!("page {}: ", line.page);
    let mut seen = 0;
    for (at, word) in line.words.iter().enumerate() {
        text.push_str(match at {
            _ if seen == letters => "⏎",
            0 => "",
            _ => " ",
        });
        text.push_str(word);
        seen += word.chars().count();
    }
    text
}

/// Lines that follow one another, by the number of letters before each.
struct Stretch<'a> {
    lines: BTreeMap<usize, &'a Line>,
    letters: String,
}

impl<'a> Stretch<'a> {
    fn of(all: impl Iterator<Item = &'a Line>) -> Self {
        let (mut lines, mut letters, mut count) = (BTreeMap::new(), String::new(), 0);
        for line in all {
            lines.insert(count, line);
            letters.push_str(&line.letters());
            count = letters.chars().count();
        }
        Self { lines, letters }
    }

    fn words(&self) -> (Vec<&str>, Vec<usize>) {
        let (mut words, mut starts) = (Vec::new(), Vec::new());
        for (start, line) in &self.lines {
            let mut at = *start;
            for word in &line.words {
                words.push(word.as_str());
                starts.push(at);
                at += word.chars().count();
            }
        }
        (words, starts)
    }

    /// Where the first word of each line stands in the other stretch.
    fn places_in(&self, other: &Self) -> BTreeMap<usize, usize> {
        // the same text needs no search, however its words are parted
        if self.letters == other.letters {
            return self.lines.keys().map(|start| (*start, *start)).collect();
        }
        let ((ours, starts), (theirs, places)) = (self.words(), other.words());
        common_sequence::pairs(&ours, &theirs).into_iter().map(|(our, their)| (starts[our], places[their])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows by `/`, columns by `|`, pages by `#`.
    fn printed(text: &str) -> Printed {
        let mut lines = Vec::new();
        let pages: Vec<&str> = text.split('#').collect();
        for (page, rows) in pages.iter().enumerate() {
            for row in rows.split('/').filter(|row| !row.is_empty()) {
                for (column, words) in row.split('|').enumerate() {
                    let words = words.split_whitespace().map(str::to_owned).collect();
                    lines.push(Line { page: page + 1, begins_row: column == 0, words });
                }
            }
        }
        Printed { pages: pages.len(), lines }
    }

    fn differing(ours: &str, theirs: &str) -> Vec<String> {
        let agreement = Agreement::of(&printed(ours), &printed(theirs));
        agreement.differing.into_iter().map(|line| format!("{} <> {}", line.ours, line.theirs)).collect()
    }

    #[test]
    fn equal_pages_agree() {
        assert!(differing("a b / c d # e / f", "a b / c d # e / f").is_empty());
        // whatever the order of two columns, wherever a raised number is parted, and where a gap is just wide enough
        assert!(differing("a | x / b | y / c", "x / a / b | y / c").is_empty());
        assert!(differing("a m3 / b c / d", "a m 3 / b c / d").is_empty());
        assert!(differing("a | b / c d", "a b / c d").is_empty());
    }

    #[test]
    fn a_word_that_moves_is_one_line_after_the_other() {
        assert_eq!(differing("a b c / d e / f", "a b / c d e / f"), ["d e <> page 1: c⏎d e"]);
        assert_eq!(differing("a b / c d e / f", "a b c / d e / f"), ["c d e <> page 1: a b⏎c"]);
        // other words around it do not hide it
        assert_eq!(differing("a b c / d e / f", "a X b / c d e / f"), ["d e <> page 1: c⏎d e"]);
    }

    #[test]
    fn a_line_more_at_the_end_of_a_paragraph_counts() {
        assert_eq!(differing("a b c / d", "a b / c / d"), ["no line of ours <> page 1: ⏎c"]);
        assert_eq!(differing("a b / c / d", "a b c / d"), ["c <> page 1: a b⏎c"]);
    }

    #[test]
    fn a_line_on_another_page_differs() {
        assert_eq!(differing("a / b # c", "a # b / c"), ["b <> the same on page 2"]);
        assert_eq!(differing("a b / c d # e", "a / b c # d e").len(), 2);
    }

    #[test]
    fn text_that_is_missing_there_differs() {
        assert_eq!(differing("a / b / c", "a / c"), ["b <> nowhere"]);
        assert_eq!(differing("a / c", "a / b / c"), ["no line of ours <> page 1: ⏎b"]);
    }
}
