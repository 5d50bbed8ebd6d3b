//! Numbers of headings, khoản and điểm: what each label reads, and whether a word processor can count it.
//!
//! The text of a label is decided here. It becomes a [`Label`] where a word processor that counts the paragraphs of its list
//! (ECMA-376 Part 1 §17.9: `w:start`, `w:lvlRestart`, `w:startOverride`) prints the same; a label that it could not count (typed by hand, a letter,
//! below a parent that is not counted) is plain text.

use super::wording;
use crate::model::{Label, LabelSuffix, List, ListDefinition, ListLevel, NumberFormat, Restart};

/// The most levels a list has.
const MAX_LEVELS: usize = 9;

/// The label of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Numbered {
    /// Counted by a word processor.
    Counted(Label),
    /// Plain text.
    Literal(String, LabelSuffix),
}

/// What a word processor has counted at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    /// Nothing yet, or nothing since a higher level.
    Fresh,
    /// Up to this number.
    At(u32),
    /// A deeper level came first: programs differ in what they count then.
    Doubtful,
}

/// What a word processor has counted in a list.
#[derive(Clone, Copy, Debug)]
struct Counts([Count; MAX_LEVELS]);

impl Counts {
    const NONE: Self = Self([Count::Fresh; MAX_LEVELS]);

    /// The next number at a level that starts with `start`.
    fn next(&self, level: usize, start: u32) -> Option<u32> {
        match self.0[level] {
            Count::Fresh => Some(start),
            Count::At(n) => Some(n + 1),
            Count::Doubtful => None,
        }
    }

    fn count(&mut self, levels: &[ListLevel], level: usize, value: u32) {
        for above in &mut self.0[..level] {
            if *above == Count::Fresh {
                *above = Count::Doubtful;
            }
        }
        self.0[level] = Count::At(value);
        for (below, of) in self.0.iter_mut().zip(levels).skip(level + 1) {
            if of.restart == Restart::AfterHigher {
                *below = Count::Fresh;
            }
        }
    }
}

/// A list that the body is using.
#[derive(Clone, Copy, Debug)]
struct OpenList {
    /// Index among the document's lists.
    index: usize,
    /// The outermost level it numbers.
    from_level: usize,
    /// Where that level starts.
    start: u32,
    /// What it has counted itself.
    counts: Counts,
}

/// The running numbers of a body.
#[derive(Debug)]
pub(super) struct Numbering {
    definition: ListDefinition,
    levels: &'static [ListLevel],
    /// The numbers as they read; 0 where a level has none yet.
    values: [u32; MAX_LEVELS],
    /// What all lists of the definition have counted together, as programs count that share counts between them.
    shared: Counts,
    open: Vec<OpenList>,
    /// How many điểm since the last number.
    points: usize,
}

impl Numbering {
    pub(super) fn new(definition: ListDefinition) -> Self {
        Self {
            definition,
            levels: definition.levels(),
            values: [0; MAX_LEVELS],
            shared: Counts::NONE,
            open: Vec::new(),
            points: 0,
        }
    }

    /// The next number of a level; `above` is the level that stands in for a parent in the pattern that has no number.
    pub(super) fn next(&mut self, level: usize, above: usize, lists: &mut Vec<List>) -> Numbered {
        let value = self.values[level].saturating_add(1);
        self.step(level, value);
        let of = &self.levels[level];
        let text = self.text(of, above);
        let suffix = of.suffix;
        let is_counted = self.is_shown(level, value) || self.open_list(level, value, lists);
        match self.open.last_mut().filter(|_| is_counted) {
            Some(list) => {
                list.counts.count(self.levels, level, value);
                self.shared.count(self.levels, level, value);
                Numbered::Counted(Label { list: list.index, level, text, suffix })
            }
            None => Numbered::Literal(text, suffix),
        }
    }

    /// A label typed by hand: the next number follows it.
    pub(super) fn given(&mut self, level: usize, label: &str) -> Numbered {
        let of = &self.levels[level];
        let value = value_of(label, of.format).unwrap_or(self.values[level].saturating_add(1));
        self.step(level, value);
        Numbered::Literal(label.to_owned(), of.suffix)
    }

    /// The next điểm, or the one that a label typed by hand names.
    pub(super) fn point(&mut self, given: Option<&str>) -> String {
        if let Some(index) = given.and_then(wording::point_index) {
            self.points = index;
        }
        let letter = wording::point_letter(self.points);
        self.points += 1;
        given.map_or_else(|| format!("{letter})"), ToOwned::to_owned)
    }

    /// Numbers a level and starts those below anew.
    fn step(&mut self, level: usize, value: u32) {
        self.values[level] = value;
        for (below, of) in self.values.iter_mut().zip(self.levels).skip(level + 1) {
            if of.restart == Restart::AfterHigher {
                *below = 0;
            }
        }
        self.points = 0;
        while self.open.last().is_some_and(|list| list.from_level > level && self.open.len() > 1) {
            self.open.pop();
        }
    }

    /// The label as it reads.
    fn text(&self, of: &ListLevel, above: usize) -> String {
        let mut text = String::new();
        let mut pattern = of.pattern.chars();
        while let Some(c) = pattern.next() {
            match (c, pattern.clone().next().and_then(|d| d.to_digit(10))) {
                ('%', Some(place)) => {
                    pattern.next();
                    text.push_str(&self.number(place as usize - 1, above));
                }
                _ => text.push(c),
            }
        }
        text
    }

    fn number(&self, level: usize, above: usize) -> String {
        let own = self.values[level];
        match (own, self.levels[level].format) {
            // below a level without number: the number of the heading that stands in for it
            (0, _) => self.values[above].max(1).to_string(),
            (_, NumberFormat::UpperRoman) => wording::roman(own),
            (_, NumberFormat::Decimal | NumberFormat::Bullet) => own.to_string(),
        }
    }

    /// Whether the list in use shows this label when it counts on, whichever way a program counts.
    fn is_shown(&self, level: usize, value: u32) -> bool {
        let Some(list) = self.open.last().filter(|list| list.from_level <= level) else { return false };
        let start = if level == list.from_level { list.start } else { 1 };
        let counts_on = |counts: &Counts| counts.next(level, start) == Some(value);
        let shows = |parent: usize| {
            let count = Count::At(self.values[parent]);
            list.counts.0[parent] == count && self.shared.0[parent] == count
        };
        counts_on(&list.counts) && counts_on(&self.shared) && self.parents(level).all(shows)
    }

    /// Opens a list that begins with this number; not where its label names a parent, which the new list would not have.
    fn open_list(&mut self, level: usize, value: u32, lists: &mut Vec<List>) -> bool {
        if self.parents(level).next().is_some() {
            return false;
        }
        let is_first = self.open.is_empty();
        let starts = if is_first && value == 1 { Vec::new() } else { vec![(level, value)] };
        lists.push(List { definition: self.definition, starts });
        // the first list numbers every level, a later one this level and those below
        let from_level = if is_first && value == 1 { 0 } else { level };
        let start = if from_level == level { value } else { 1 };
        self.open.retain(|list| list.from_level < level || list.from_level == 0);
        self.open.push(OpenList { index: lists.len() - 1, from_level, start, counts: Counts::NONE });
        true
    }

    /// The levels above that a level's label names.
    fn parents(&self, level: usize) -> impl Iterator<Item = usize> + use<> {
        let pattern = self.levels[level].pattern;
        (0..level).filter(move |parent| pattern.contains(&format!("%{}", parent + 1)))
    }
}

/// The number that a label typed by hand gives: its last group of digits, or its Roman numeral.
fn value_of(label: &str, format: NumberFormat) -> Option<u32> {
    let label = label.trim_end_matches(['.', ')', ' ']);
    let last = match format {
        NumberFormat::UpperRoman => label.rsplit(' ').next().and_then(wording::from_roman),
        NumberFormat::Decimal => {
            let digits = label.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            label[digits..].parse().ok()
        }
        NumberFormat::Bullet => None,
    };
    last.filter(|n| (1..=9999).contains(n))
}
