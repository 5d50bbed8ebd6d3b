//! Numbers of headings, khoản and điểm: what each label reads, and how a word processor comes to it.
//!
//! The text of a label is decided here. It becomes a [`Label`] where a word processor that counts the paragraphs of its list
//! (ECMA-376 Part 1 §17.9: `w:start`, `w:lvlRestart`, `w:startOverride`) prints the same: as the next number of its level,
//! or, where the label names no parent, by starting the level anew; later paragraphs count on from there, as all numberings
//! of one definition share its counters. A label that could not be counted (typed by hand, a letter, below a parent that is
//! not counted) is plain text.

use std::collections::BTreeMap;

use super::wording;
use crate::model::{Counting, Label, LabelSuffix, LevelGroup, List, ListDefinition, ListLevel, NumberFormat, Restart};

/// The most levels a definition has.
const MAX_LEVELS: usize = 9;

/// Beyond this a word processor repeats M without end.
const MAX_ROMAN: u32 = 32_767;

/// D: Vietnamese goes on with Đ, word processors with E.
const MAX_LETTER: u32 = 4;

/// The label of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NumberedLabel {
    /// Counted by a word processor.
    Counted(Label),
    /// Plain text.
    Literal(String, LabelSuffix),
}

/// What a word processor has counted in the levels of a group.
#[derive(Clone, Copy, Debug)]
struct Counters {
    group: LevelGroup,
    /// What each level has counted up to since a higher one; every level starts with 1.
    last: [Option<u32>; LevelGroup::MOST],
    /// Levels that a lower one has passed over: word processors differ on where they start then.
    passed_over: [bool; LevelGroup::MOST],
}

impl Counters {
    fn of(group: LevelGroup) -> Self {
        Self { group, last: [None; LevelGroup::MOST], passed_over: [false; LevelGroup::MOST] }
    }

    fn counting(&self, level: usize, value: u32) -> Counting {
        let next = self.last[level].map_or(1, |n| n.saturating_add(1));
        if next == value && !self.passed_over[level] { Counting::Next } else { Counting::StartAt(value) }
    }

    fn count(&mut self, level: usize, value: u32) {
        self.last[level] = Some(value);
        self.last[level + 1..].fill(None);
        self.passed_over[level..].fill(false);
        for above in 0..level {
            self.passed_over[above] |= self.last[above].is_none();
        }
    }
}

/// What a word processor has counted in the numberings of all bodies so far: those of one definition share its counters, so a body
/// that begins with 1 again starts its levels anew.
#[derive(Debug, Default)]
pub(super) struct CountedLists(BTreeMap<ListDefinition, Vec<Counters>>);

/// The running numbers of a body.
#[derive(Debug)]
pub(super) struct Numbering {
    definition: ListDefinition,
    levels: &'static [ListLevel],
    /// The numbers as they read; 0 where a level has none yet.
    values: [u32; MAX_LEVELS],
    /// What a word processor has counted.
    counters: Vec<Counters>,
    /// Index among the document's lists, once something is counted.
    list: Option<usize>,
    /// How many điểm since the last number.
    points: usize,
}

impl Numbering {
    /// The numbers of a body from their beginnings, whatever is counted already.
    pub(super) fn new(definition: ListDefinition, counted: &mut CountedLists) -> Self {
        let counters = counted.0.remove(&definition);
        Self {
            definition,
            levels: definition.levels(),
            values: [0; MAX_LEVELS],
            counters: counters.unwrap_or_else(|| definition.groups().into_iter().map(Counters::of).collect()),
            list: None,
            points: 0,
        }
    }

    /// Ends the body.
    pub(super) fn end(self, counted: &mut CountedLists) {
        counted.0.insert(self.definition, self.counters);
    }

    /// The next number of a level; `above` is the level that stands in for a parent in the pattern that has no number.
    pub(super) fn next(&mut self, level: usize, above: usize, lists: &mut Vec<List>) -> NumberedLabel {
        let value = self.values[level].saturating_add(1);
        self.step(level, value);
        let of = &self.levels[level];
        let (text, suffix) = (self.text(of, above), of.suffix);
        let Some(counting) = self.count(level, value) else { return NumberedLabel::Literal(text, suffix) };
        let list = *self.list.get_or_insert_with(|| {
            lists.push(List { definition: self.definition });
            lists.len() - 1
        });
        NumberedLabel::Counted(Label { list, level, text, suffix, counting })
    }

    /// Counts a number as a word processor does; `None` where none would print this label.
    fn count(&mut self, level: usize, value: u32) -> Option<Counting> {
        let most = match self.levels[level].format {
            NumberFormat::UpperRoman => MAX_ROMAN,
            NumberFormat::UpperLetter => MAX_LETTER,
            NumberFormat::Decimal | NumberFormat::Bullet => u32::MAX,
        };
        if value > most {
            return None;
        }
        let values = self.values;
        let parents: Vec<usize> = self.parents(level).collect();
        let of_group = |counters: &mut Counters| counters.group.level(level).map(|own| (own, counters.group.offset));
        let (counters, (own, offset)) = self.counters.iter_mut().find_map(|c| of_group(c).map(|found| (c, found)))?;
        // a level that has not counted yet shows differently in different word processors
        let shows = |parent: &usize| {
            let counted = parent.checked_sub(offset).and_then(|parent| counters.last[parent]);
            counted == Some(values[*parent])
        };
        if !parents.iter().all(shows) {
            return None;
        }
        let counting = counters.counting(own, value);
        if counting != Counting::Next && !parents.is_empty() {
            return None;
        }
        counters.count(own, value);
        Some(counting)
    }

    /// A label typed by hand: the next number follows it.
    pub(super) fn given(&mut self, level: usize, label: &str) -> NumberedLabel {
        let of = &self.levels[level];
        let value = value_of(label, of.format).unwrap_or(self.values[level].saturating_add(1));
        self.step(level, value);
        NumberedLabel::Literal(label.to_owned(), of.suffix)
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
            (_, NumberFormat::UpperLetter) => wording::point_letter(own.saturating_sub(1) as usize).to_uppercase(),
            (_, NumberFormat::Decimal | NumberFormat::Bullet) => own.to_string(),
        }
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
        NumberFormat::UpperLetter => {
            wording::point_index(&label.to_lowercase()).and_then(|index| u32::try_from(index + 1).ok())
        }
        NumberFormat::Bullet => None,
    };
    last.filter(|n| (1..=9999).contains(n))
}
