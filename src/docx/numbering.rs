//! Native numbering (`word/numbering.xml`, ECMA-376 Part 1, 17.9). Each definition in use becomes numberings, one for each
//! group of its levels, that the paragraph styles point to, so that a clerk who chooses `Điều` gets the next number. A label
//! that starts its level anew takes a `w:num` of its own.

use std::fmt::Write as _;

use super::properties::{Indents, NumberReference, ParagraphProperties, RunProperties, TYPEFACE};
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
    /// Those of a document's lists.
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

    /// A style carries a number where its role stands at exactly one level of what is used.
    fn link(&mut self, used: &[ListDefinition]) {
        for numbering in &self.all {
            for (level, definition) in numbering.group.levels.iter().enumerate() {
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
        Ok((NumberReference { num, level }, numbering.group.levels[level].role))
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

    fn write_definition(&self, xml: &mut Xml, index: usize, numbering: &LevelNumbering, styles: &StyleSheet) {
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
            xml.raw("<w:lvlText w:val=\"").text(&moved_pattern(definition.pattern, numbering.group.offset));
            xml.raw("\"/><w:lvlJc w:val=\"left\"/>");
            let indents = Some(Indents::of(styles.get(definition.role)));
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
