//! The names by which links reach paragraphs: those of the specification, and one made of its label for each other heading.

use std::collections::BTreeMap;

use super::slug;
use crate::model::{BlockKind, Paragraph, Part, Role, UnitKind};

/// The longest name that is made here; a suffix may follow.
const MAX_NAME: usize = 34;

/// Names every heading; a name is given once in all parts.
pub(super) fn compose(parts: &mut [Part]) {
    let mut names = DestinationNames::of(parts);
    for part in parts {
        name_part(part, &mut names);
    }
}

fn name_part(part: &mut Part, names: &mut DestinationNames) {
    let mut above = OpenUnits::default();
    for block in part.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        let BlockKind::Paragraph(paragraph) = &mut block.kind else { continue };
        above.enter(block.role);
        if paragraph.destination.is_none()
            && let Some(name) = generated(block.role, paragraph.label_text(), paragraph, &above)
        {
            paragraph.destination = Some(names.unique(&name));
        }
        if let Some(name) = &paragraph.destination {
            above.name(block.role, name);
        }
    }
}

/// The names in use, and how often each was asked for.
struct DestinationNames(BTreeMap<String, usize>);

impl DestinationNames {
    fn of(parts: &[Part]) -> Self {
        let blocks = parts.iter().flat_map(|part| &part.sections).flat_map(|section| &section.blocks);
        let given = blocks.filter_map(|block| match &block.kind {
            BlockKind::Paragraph(paragraph) => paragraph.destination.as_ref().map(|name| (name.to_lowercase(), 1)),
            BlockKind::Rule(_) | BlockKind::Table(_) => None,
        });
        Self(given.collect())
    }

    /// The name, with a suffix where it is taken.
    ///
    /// A thousand headings of one name must not cost a million look-ups, so each name remembers the last suffix that it
    /// was given and goes on from there. The loop is for names that look like suffixed ones (`dieu_3_2` given by hand):
    /// each turn passes over one name in the table, so it ends. A suffixed name counts as taken once, for itself.
    /// Compared in small letters: Word's bookmarks know no difference.
    fn unique(&mut self, name: &str) -> String {
        let short = name.get(..MAX_NAME).unwrap_or(name);
        let numbered = |n: usize| if n == 1 { short.to_owned() } else { format!("{short}_{n}") };
        let key = short.to_lowercase();
        let mut n = self.0.get(&key).map_or(1, |n| n + 1);
        while n > 1 && self.0.contains_key(&numbered(n).to_lowercase()) {
            n += 1;
        }
        self.0.insert(key, n);
        self.0.insert(numbered(n).to_lowercase(), n.min(1));
        numbered(n)
    }
}

/// The units that a paragraph stands in, outermost first, and their names.
#[derive(Default)]
struct OpenUnits(Vec<(u8, String)>);

impl OpenUnits {
    /// Leaves the units that a heading ends, and enters it.
    fn enter(&mut self, role: Role) {
        let Some(depth) = depth(role) else { return };
        self.0.retain(|(above, _)| *above < depth);
        self.0.push((depth, String::new()));
    }

    fn name(&mut self, role: Role, name: &str) {
        if let Some(last) = self.0.last_mut().filter(|(of, _)| Some(*of) == depth(role)) {
            name.clone_into(&mut last.1);
        }
    }

    /// The nearest name above a depth, not further out than another.
    fn nearest(&self, depth: u8, outermost: u8) -> Option<&str> {
        let mut above = self.0.iter().rev().filter(|(of, name)| (outermost..depth).contains(of) && !name.is_empty());
        above.next().map(|(_, name)| name.as_str())
    }
}

const PART: u8 = 1;
const CHAPTER: u8 = 2;
const SECTION: u8 = 3;
const SUBSECTION: u8 = 4;
const ARTICLE: u8 = 5;
const CLAUSE: u8 = 6;
const SUBCLAUSE: u8 = 7;

/// How deep a unit stands; `None` for what contains nothing.
fn depth(role: Role) -> Option<u8> {
    Some(match role.unit()? {
        UnitKind::Part => PART,
        UnitKind::Chapter => CHAPTER,
        UnitKind::Section => SECTION,
        UnitKind::Subsection => SUBSECTION,
        UnitKind::Article => ARTICLE,
        UnitKind::Clause => CLAUSE,
        UnitKind::Subclause => SUBCLAUSE,
        UnitKind::Point => return None,
    })
}

/// A readable name for a heading: `dieu_3`, `chuong_II`, `chuong_II_muc_1`, `muc_I_1`; `None` for what is no heading.
fn generated(role: Role, label: Option<&str>, paragraph: &Paragraph, above: &OpenUnits) -> Option<String> {
    match role {
        Role::DocType => return Some(slug::name(&super::inlines::plain(&paragraph.inlines))),
        // what stands alone above the title, or behind it: `Phụ lục I`, `QUY CHẾ`
        Role::AppendixTitle | Role::AttachedTitle => {
            let text = super::inlines::plain(&paragraph.inlines);
            return Some(slug::name(text.lines().next().unwrap_or_default()));
        }
        Role::TableCaption | Role::PictureCaption => {
            let text = super::inlines::plain(&paragraph.inlines);
            // `Bảng 1`, or the whole name
            let label = text.split_once(". ").map_or(text.as_str(), |(label, _)| label);
            return Some(slug::name(label)).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
        }
        _ => {}
    }
    role.heading_rank()?;
    let depth = depth(role)?;
    let own = slug::name(label.unwrap_or_default());
    let has_word = label.is_some_and(slug::begins_with_word);
    // numbers that start anew need the unit around them; điều and chương run on
    let around = match depth {
        SECTION => above.nearest(depth, PART).filter(|_| has_word || above.nearest(CHAPTER, PART).is_some()),
        SUBSECTION => above.nearest(depth, CHAPTER),
        CLAUSE | SUBCLAUSE => above.nearest(CLAUSE, SECTION),
        _ => None,
    };
    let word = role.unit().map_or("muc", slug::unit);
    Some(match (around, has_word) {
        (Some(around), true) => format!("{around}_{own}"),
        (Some(around), false) if depth == SECTION => format!("{around}_{word}_{own}"),
        (Some(around), false) => format!("{around}_{own}"),
        (None, true) => own,
        (None, false) => format!("{word}_{own}"),
    })
}
