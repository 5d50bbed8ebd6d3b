//! Native numbering (`word/numbering.xml`, ECMA-376 Part 1, 17.9). Each definition in use becomes numberings that the
//! paragraph styles point to, so that a clerk who chooses `Điều` gets the next number.
//!
//! A level that never restarts (Chương, Điều) opens a numbering of its own together with the levels below it: having no
//! level above, it counts through in every word processor. (`w:lvlRestart` says the same, and LibreOffice ignores it.)
//!
//! While the text is written, the numbers that a word processor will count are followed. Where the next would differ from
//! the label in the model (a new list, a number left out), the paragraph takes a `w:num` of its own that starts its level
//! at the right number; later paragraphs count on from there, as all `w:num` of a `w:abstractNum` share its counters. A
//! label that no number prints is typed. So what prints is always what the model says.

use std::fmt::Write as _;

use super::properties::{Indents, NumberReference, ParagraphProperties, RunProperties};
use super::xml::Xml;
use crate::WriteError;
use crate::model::{
    Document, Label, LabelSuffix, List, ListDefinition, ListLevel, NumberFormat, Restart, Role, StyleSheet,
};

/// The most levels a numbering has (17.9.6).
const MAX_LEVELS: usize = 9;

/// A numbering as it is written (`w:abstractNum`): some neighbouring levels of a list's definition.
#[derive(Clone, Debug)]
struct Numbering {
    definition: ListDefinition,
    /// The levels, and the index of the first in the definition.
    levels: &'static [ListLevel],
    offset: usize,
    /// What each level has counted up to; every level starts with 1.
    counted: [Option<u32>; MAX_LEVELS],
    /// Levels that a lower one has passed over: word processors differ on where they start then.
    passed_over: [bool; MAX_LEVELS],
    /// The `w:num` of paragraphs in turn.
    num: u32,
}

/// What prints a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Printing {
    /// The next number of the level.
    Next,
    /// A number out of turn.
    StartsAt(u32),
    /// No number does.
    Typed,
}

impl Numbering {
    /// The level here of a level of the definition.
    fn level(&self, of_definition: usize) -> Option<usize> {
        of_definition.checked_sub(self.offset).filter(|level| *level < self.levels.len())
    }

    fn next(&self, level: usize) -> u32 {
        self.counted[level].map_or(1, |n| n.saturating_add(1))
    }

    fn printing(&self, level: usize, label: &str) -> Printing {
        let next = self.next(level);
        if !self.passed_over[level] && self.prints(level, next, label) {
            return Printing::Next;
        }
        match value_of(self.levels[level], label) {
            Some(value) if self.prints(level, value, label) => Printing::StartsAt(value),
            Some(_) | None => Printing::Typed,
        }
    }

    fn count(&mut self, level: usize, value: u32) {
        self.counted[level] = Some(value);
        self.counted[level + 1..].fill(None);
        self.passed_over[level..].fill(false);
        for above in 0..level {
            self.passed_over[above] |= self.counted[above].is_none();
        }
    }

    /// Whether a label reads as a word processor prints it when its level stands at `value`.
    fn prints(&self, level: usize, value: u32, label: &str) -> bool {
        let mut printed = String::new();
        let mut chars = self.levels[level].pattern.chars();
        while let Some(c) = chars.next() {
            if c != '%' {
                printed.push(c);
                continue;
            }
            let place =
                chars.next().and_then(|d| d.to_digit(10)).and_then(|d| (d as usize).checked_sub(self.offset + 1));
            let Some(place) = place.filter(|place| *place <= level) else { return false };
            // a level that has not counted yet shows differently in different word processors
            let Some(shown) = (if place == level { Some(value) } else { self.counted[place] }) else { return false };
            push_number(&mut printed, self.levels[place].format, shown);
        }
        printed == label
    }
}

/// The number that a label gives its level: the last in it.
fn value_of(level: ListLevel, label: &str) -> Option<u32> {
    let after_last = level.pattern.rsplit('%').next()?.get(1..)?;
    let body = label.strip_suffix(after_last)?;
    let number = body.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
    match level.format {
        NumberFormat::UpperRoman => from_roman(number),
        NumberFormat::Decimal => number.parse().ok(),
        NumberFormat::Bullet => None,
    }
}

/// Roman digits by value, largest first.
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// Beyond this a word processor repeats M without end.
const MAX_ROMAN: u32 = 32_767;

fn push_number(out: &mut String, format: NumberFormat, value: u32) {
    match format {
        NumberFormat::UpperRoman => push_roman(out, value),
        NumberFormat::Decimal | NumberFormat::Bullet => {
            // writing to a string cannot fail
            let _ = write!(out, "{value}");
        }
    }
}

fn push_roman(out: &mut String, value: u32) {
    let mut rest = value.min(MAX_ROMAN);
    for (worth, digits) in ROMAN {
        while rest >= worth {
            out.push_str(digits);
            rest -= worth;
        }
    }
}

fn from_roman(text: &str) -> Option<u32> {
    let (mut rest, mut value) = (text, 0_u32);
    for (worth, digits) in ROMAN {
        while let Some(after) = rest.strip_prefix(digits) {
            value = value.checked_add(worth).filter(|v| *v <= MAX_ROMAN)?;
            rest = after;
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

/// All numberings of a document.
#[derive(Debug)]
pub(super) struct Numberings {
    all: Vec<Numbering>,
    /// The `w:num` in the order of their ids.
    nums: Vec<Num>,
    /// The definition of each list.
    definitions: Vec<ListDefinition>,
    /// The role of a style that carries a number by itself, and that number.
    links: Vec<(Role, NumberReference)>,
}

/// A `w:num`: a numbering in use (17.9.15).
#[derive(Clone, Copy, Debug)]
struct Num {
    /// Index of the numbering.
    numbering: usize,
    /// The level that it starts out of turn, and the value.
    start: Option<(usize, u32)>,
}

impl Numberings {
    /// Those of a document's lists. Where a list starts is seen from its first label.
    pub(super) fn new(lists: &[List]) -> Self {
        let mut numberings = Self { all: Vec::new(), nums: Vec::new(), definitions: Vec::new(), links: Vec::new() };
        let mut used: Vec<ListDefinition> = Vec::new();
        for list in lists {
            numberings.definitions.push(list.definition);
            if !used.contains(&list.definition) {
                used.push(list.definition);
            }
        }
        for definition in &used {
            numberings.add(*definition);
        }
        numberings.link(&used);
        numberings
    }

    fn add(&mut self, definition: ListDefinition) {
        let levels = definition.levels();
        let mut from = 0;
        while from < levels.len() {
            let length = levels[from + 1..].iter().position(|l| l.restart == Restart::Never);
            let to = length.map_or(levels.len(), |n| from + 1 + n).min(from + MAX_LEVELS);
            let num = self.add_num(Num { numbering: self.all.len(), start: None });
            self.all.push(Numbering {
                definition,
                levels: &levels[from..to],
                offset: from,
                counted: [None; MAX_LEVELS],
                passed_over: [false; MAX_LEVELS],
                num,
            });
            from = to;
        }
    }

    /// The id of a new `w:num`; ids count from 1.
    fn add_num(&mut self, num: Num) -> u32 {
        self.nums.push(num);
        u32::try_from(self.nums.len()).unwrap_or(u32::MAX)
    }

    /// A style carries a number where its role stands at exactly one level of what is used.
    fn link(&mut self, used: &[ListDefinition]) {
        for numbering in &self.all {
            for (level, definition) in numbering.levels.iter().enumerate() {
                let role = definition.role;
                if used.iter().flat_map(|d| d.levels()).filter(|l| l.role == role).count() == 1 {
                    self.links.push((role, NumberReference { num: numbering.num, level }));
                }
            }
        }
    }

    /// Whether the document has any.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The number that the style of a role carries by itself.
    pub(super) fn of_style(&self, role: Role) -> Option<NumberReference> {
        self.links.iter().find(|(linked, _)| *linked == role).map(|(_, reference)| *reference)
    }

    /// Counts one label and says which number prints it, and the role whose indents that number brings along; `None`
    /// where the label has to be typed.
    ///
    /// # Errors
    /// The label points to no list or level of the document.
    pub(super) fn take(&mut self, label: &Label) -> Result<Option<(NumberReference, Role)>, WriteError> {
        let definition = self.definitions.get(label.list).copied();
        let of_definition = self.all.iter().enumerate().filter(|(_, n)| Some(n.definition) == definition);
        let mut places = of_definition.filter_map(|(index, n)| Some((index, n.level(label.level)?)));
        let Some((index, level)) = places.next() else {
            return Err(WriteError(format!("no list {} with a level {}", label.list, label.level)));
        };
        let (num, value) = match self.all[index].printing(level, &label.text) {
            Printing::Typed => return Ok(None),
            Printing::Next => (self.all[index].num, self.all[index].next(level)),
            Printing::StartsAt(value) => (self.add_num(Num { numbering: index, start: Some((level, value)) }), value),
        };
        self.all[index].count(level, value);
        Ok(Some((NumberReference { num, level }, self.all[index].levels[level].role)))
    }

    /// The part.
    ///
    /// # Errors
    /// None known.
    pub(super) fn write(&self, document: &Document) -> Result<Vec<u8>, WriteError> {
        let mut xml = Xml::with_capacity(300 + self.all.len() * 2500 + self.nums.len() * 160);
        xml.raw("<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        for (index, numbering) in self.all.iter().enumerate() {
            self.write_definition(&mut xml, index, numbering, &document.styles);
        }
        for (num, id) in self.nums.iter().zip(1..) {
            xml.attribute("<w:num w:numId=\"", id);
            xml.attribute("><w:abstractNumId w:val=\"", to_i64(num.numbering)).raw("/>");
            if let Some((level, value)) = num.start {
                xml.attribute("<w:lvlOverride w:ilvl=\"", to_i64(level));
                xml.attribute("><w:startOverride w:val=\"", i64::from(value)).raw("/></w:lvlOverride>");
            }
            xml.raw("</w:num>");
        }
        xml.raw("</w:numbering>");
        xml.finish()
    }

    fn write_definition(&self, xml: &mut Xml, index: usize, numbering: &Numbering, styles: &StyleSheet) {
        xml.attribute("<w:abstractNum w:abstractNumId=\"", to_i64(index));
        // Word takes definitions with equal nsid for one and the same when text is pasted
        xml.raw("><w:nsid w:val=\"").hex(0x5642_0000 | numbering.num);
        xml.raw("\"/><w:multiLevelType w:val=\"multilevel\"/><w:tmpl w:val=\"").hex(0x5662_0000 | numbering.num);
        xml.raw("\"/>");
        for (level, definition) in numbering.levels.iter().enumerate() {
            xml.attribute("<w:lvl w:ilvl=\"", to_i64(level));
            xml.raw("><w:start w:val=\"1\"");
            xml.raw(match definition.format {
                NumberFormat::UpperRoman => "/><w:numFmt w:val=\"upperRoman\"/>",
                NumberFormat::Decimal => "/><w:numFmt w:val=\"decimal\"/>",
                NumberFormat::Bullet => "/><w:numFmt w:val=\"bullet\"/>",
            });
            let reference = NumberReference { num: numbering.num, level };
            if self.links.contains(&(definition.role, reference)) {
                xml.raw("<w:pStyle w:val=\"").raw(styles.named(definition.role).id).raw("\"/>");
            }
            xml.raw(match definition.suffix {
                LabelSuffix::Space => "<w:suff w:val=\"space\"/>",
                LabelSuffix::LineBreak => "<w:suff w:val=\"nothing\"/>",
            });
            xml.raw("<w:lvlText w:val=\"").text(&moved_pattern(definition.pattern, numbering.offset));
            xml.raw("\"/><w:lvlJc w:val=\"left\"/>");
            let indents = Some(Indents::of(styles.get(definition.role)));
            ParagraphProperties { indents, ..ParagraphProperties::default() }.write(xml);
            // size, weight and slant are those of the paragraph it stands in
            RunProperties { typeface: definition.format == NumberFormat::Bullet, ..RunProperties::default() }
                .write(xml);
            xml.raw("</w:lvl>");
        }
        xml.raw("</w:abstractNum>");
    }
}

fn to_i64(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}

/// A pattern whose levels are counted from another first level.
fn moved_pattern(pattern: &str, offset: usize) -> String {
    let mut moved = String::with_capacity(pattern.len());
    let mut after_percent = false;
    for c in pattern.chars() {
        match c.to_digit(10).filter(|_| after_percent).and_then(|d| (d as usize).checked_sub(offset)) {
            Some(level) => {
                let _ = write!(moved, "{level}");
            }
            None => moved.push(c),
        }
        after_percent = c == '%';
    }
    moved
}
