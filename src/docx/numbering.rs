//! Native numbering (`word/numbering.xml`, ECMA-376 Part 1, 17.9). Each definition in use becomes numberings, one for each
//! group of its levels, that the paragraph styles point to, so that a clerk who chooses `Điều` gets the next number. A label
//! that starts its level anew takes a `w:num` of its own.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::properties::{Indents, NumberReference, ParagraphProperties, RunProperties, TYPEFACE};
use super::style_names::StyleNames;
use super::xml::Xml;
use crate::error::WriteError;
use crate::model::{
    Counting, Document, Label, LabelSuffix, LevelGroup, List, ListDefinition, NumberFormat, Role, StyleSheet,
};

/// A numbering as it is written (`w:abstractNum`): a group of levels of a list's definition.
#[derive(Clone, Copy, Debug)]
struct LevelNumbering {
    definition: ListDefinition,
    group: LevelGroup,
    /// The `w:num` of paragraphs in turn.
    num: u32,
}

/// All numberings of a document.
#[derive(Debug)]
pub(super) struct Numberings {
    all: Vec<LevelNumbering>,
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
    /// Those of a document's lists. The dash is there in every document: `Gạch đầu dòng` carries it.
    pub(super) fn new(lists: &[List], names: &StyleNames) -> Self {
        let mut numberings = Self { all: Vec::new(), nums: Vec::new(), definitions: Vec::new(), links: Vec::new() };
        numberings.definitions.extend(lists.iter().map(|list| list.definition));
        // in their order: `Gạch đầu dòng` carries the dash rather than the plus
        let used: BTreeSet<_> = numberings.definitions.iter().copied().chain([ListDefinition::Dash]).collect();
        used.into_iter().for_each(|definition| numberings.add(definition));
        numberings.link(names);
        numberings
    }

    fn add(&mut self, definition: ListDefinition) {
        for group in definition.groups() {
            let num = self.add_num(Num { numbering: self.all.len(), start: None });
            self.all.push(LevelNumbering { definition, group, num });
        }
    }

    /// The id of a new `w:num`; ids count from 1.
    fn add_num(&mut self, num: Num) -> u32 {
        self.nums.push(num);
        u32::try_from(self.nums.len()).unwrap_or(u32::MAX)
    }

    /// A style carries the number of the first level that its paragraphs stand at; a level is that of one style (17.9.23).
    fn link(&mut self, names: &StyleNames) {
        for numbering in &self.all {
            for (level, of) in numbering.group.levels.iter().enumerate() {
                let role = names.holder(of.carrier(|role| names.occurs(role)));
                if self.links.iter().all(|(linked, _)| *linked != role) {
                    self.links.push((role, NumberReference { num: numbering.num, level }));
                }
            }
        }
    }

    /// The number that the style of a role carries by itself; of a role whose paragraphs take that style.
    pub(super) fn of_style(&self, role: Role) -> Option<NumberReference> {
        self.links.iter().find(|(linked, _)| *linked == role).map(|(_, reference)| *reference)
    }

    /// The role whose style carries a number.
    fn carried_by(&self, reference: NumberReference) -> Option<Role> {
        self.links.iter().find(|(_, carried)| *carried == reference).map(|(role, _)| *role)
    }

    /// The number that prints a label, and the role whose indents it brings along.
    ///
    /// # Errors
    /// The label points to no list or level of the document.
    pub(super) fn of_label(&mut self, label: &Label) -> Result<(NumberReference, Role), WriteError> {
        let definition = self.definitions.get(label.list).copied();
        let of_definition = self.all.iter().enumerate().filter(|(_, n)| Some(n.definition) == definition);
        let mut places = of_definition.filter_map(|(index, n)| Some((index, *n, n.group.level(label.level)?)));
        let Some((index, numbering, level)) = places.next() else {
            return Err(WriteError(format!("no list {} with a level {}", label.list, label.level)));
        };
        let num = match label.counting {
            Counting::Next => numbering.num,
            // the others of the group count on from here: they share its counters
            Counting::StartAt(value) => self.add_num(Num { numbering: index, start: Some((level, value)) }),
        };
        let linked = self.carried_by(NumberReference { num: numbering.num, level });
        Ok((NumberReference { num, level }, linked.unwrap_or(numbering.group.levels[level].role)))
    }

    /// The part.
    ///
    /// # Errors
    /// None known.
    pub(super) fn write(&self, document: &Document, names: &StyleNames) -> Result<Vec<u8>, WriteError> {
        let mut xml = Xml::with_capacity(300 + self.all.len() * 2500 + self.nums.len() * 160);
        xml.raw("<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        for (index, numbering) in self.all.iter().enumerate() {
            self.write_definition(&mut xml, index, numbering, &document.styles, names);
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

    fn write_definition(
        &self,
        xml: &mut Xml,
        index: usize,
        numbering: &LevelNumbering,
        styles: &StyleSheet,
        names: &StyleNames,
    ) {
        xml.attribute("<w:abstractNum w:abstractNumId=\"", to_i64(index));
        // Word takes definitions with equal nsid for one and the same when text is pasted
        xml.raw("><w:nsid w:val=\"").hex(0x5642_0000 | numbering.num);
        xml.raw("\"/><w:multiLevelType w:val=\"multilevel\"/><w:tmpl w:val=\"").hex(0x5662_0000 | numbering.num);
        xml.raw("\"/>");
        for (level, definition) in numbering.group.levels.iter().enumerate() {
            xml.attribute("<w:lvl w:ilvl=\"", to_i64(level));
            xml.raw("><w:start w:val=\"1\"");
            xml.raw(match definition.format {
                NumberFormat::UpperRoman => "/><w:numFmt w:val=\"upperRoman\"/>",
                NumberFormat::UpperLetter => "/><w:numFmt w:val=\"upperLetter\"/>",
                NumberFormat::Decimal => "/><w:numFmt w:val=\"decimal\"/>",
                NumberFormat::Bullet => "/><w:numFmt w:val=\"bullet\"/>",
            });
            let reference = NumberReference { num: numbering.num, level };
            let linked = self.carried_by(reference);
            if let Some(role) = linked {
                xml.raw("<w:pStyle w:val=\"").raw(names.id(role)).raw("\"/>");
            }
            xml.raw(match definition.suffix {
                LabelSuffix::Space => "<w:suff w:val=\"space\"/>",
                LabelSuffix::LineBreak => "<w:suff w:val=\"nothing\"/>",
            });
            xml.raw("<w:lvlText w:val=\"").text(&moved_pattern(definition.pattern, numbering.group.offset));
            xml.raw("\"/><w:lvlJc w:val=\"left\"/>");
            let indents = Some(Indents::of(styles.get(linked.unwrap_or(definition.role))));
            ParagraphProperties { indents, ..ParagraphProperties::default() }.write(xml);
            // size, weight and slant are those of the paragraph it stands in
            RunProperties {
                typeface: (definition.format == NumberFormat::Bullet).then_some(TYPEFACE),
                ..RunProperties::default()
            }
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
