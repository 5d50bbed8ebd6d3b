//! The names by which links reach paragraphs: those of the specification, and one made of its label for each other heading.
//! Then the references are judged: clerks who insert an article forget to count the references on.

use std::collections::BTreeMap;

use super::Composer;
use super::citation::{self, NumberedUnit};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, Inline, Paragraph, Role, Run, RunPart, UnitKind};
use crate::specification::each_run;

/// The longest name that is made here; a suffix may follow.
const MAX_NAME: usize = 34;

/// Names every heading, and judges all references by what the labels read.
pub(super) fn compose(c: &mut Composer<'_>, blocks: &mut [Block]) {
    let mut names = Names::of(blocks);
    let mut above = Above::default();
    let mut targets = BTreeMap::new();
    for block in blocks {
        let BlockKind::Paragraph(paragraph) = &mut block.kind else { continue };
        let label = label(paragraph);
        let unit = label.as_deref().and_then(|label| NumberedUnit::of(block.role, label));
        above.enter(block.role, unit.clone());
        if let Some(given) = &paragraph.destination {
            if let Some(label) = label {
                targets.insert(given.clone(), Target { label, units: above.units(block.role, unit) });
            }
        } else if let Some(name) = generated(block.role, label.as_deref(), paragraph, &above) {
            paragraph.destination = Some(names.unique(&name));
        }
        if let Some(name) = &paragraph.destination {
            above.name(block.role, name);
        }
    }
    judge_references(c, &targets);
}

/// What a reference leads to.
struct Target {
    label: String,
    /// The unit itself and those around it, innermost first.
    units: Vec<NumberedUnit>,
}

/// The label of a paragraph, counted or typed, as it reads.
fn label(paragraph: &Paragraph) -> Option<String> {
    match (&paragraph.label, paragraph.inlines.first()) {
        (Some(label), _) => Some(label.text.clone()),
        (None, Some(Inline::Run(Run { text, part: RunPart::Label, .. }))) => Some(text.trim().to_owned()),
        (None, _) => None,
    }
}

/// The names in use, and how often each was asked for.
struct Names(BTreeMap<String, usize>);

impl Names {
    fn of(blocks: &[Block]) -> Self {
        let given = blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(paragraph) => paragraph.destination.as_ref().map(|name| (name.to_lowercase(), 1)),
            BlockKind::Rule(_) | BlockKind::Table(_) => None,
        });
        Self(given.collect())
    }

    /// The name, with a suffix where it is taken.
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
struct Above(Vec<(u8, Option<NumberedUnit>, String)>);

impl Above {
    /// Leaves the units that a heading ends, and enters it.
    fn enter(&mut self, role: Role, unit: Option<NumberedUnit>) {
        let Some(depth) = depth(role) else { return };
        self.0.retain(|(above, _, _)| *above < depth);
        self.0.push((depth, unit, String::new()));
    }

    fn name(&mut self, role: Role, name: &str) {
        if let Some(last) = self.0.last_mut().filter(|(of, _, _)| Some(*of) == depth(role)) {
            name.clone_into(&mut last.2);
        }
    }

    /// The nearest name above a depth, not further out than another.
    fn nearest(&self, depth: u8, outermost: u8) -> Option<&str> {
        let mut above = self.0.iter().rev().filter(|(of, _, name)| (outermost..depth).contains(of) && !name.is_empty());
        above.next().map(|(_, _, name)| name.as_str())
    }

    /// A unit and those around it, innermost first.
    fn units(&self, role: Role, own: Option<NumberedUnit>) -> Vec<NumberedUnit> {
        let around = self.0.iter().rev().filter_map(|(_, unit, _)| unit.clone());
        let own = own.filter(|_| depth(role).is_none());
        own.into_iter().chain(around).collect()
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
fn generated(role: Role, label: Option<&str>, paragraph: &Paragraph, above: &Above) -> Option<String> {
    if role == Role::DocType {
        return Some(citation::name(&super::inlines::plain(&paragraph.inlines)));
    }
    if role.heading_level().is_none() && role != Role::ArticleText {
        return None;
    }
    let depth = depth(role)?;
    let own = citation::name(label.unwrap_or_default());
    let has_word = label.is_some_and(citation::begins_with_word);
    // numbers that start anew need the unit around them; điều and chương run on
    let around = match depth {
        SECTION => above.nearest(depth, PART).filter(|_| has_word || above.nearest(CHAPTER, PART).is_some()),
        SUBSECTION => above.nearest(depth, CHAPTER),
        CLAUSE | SUBCLAUSE => above.nearest(CLAUSE, SECTION),
        _ => None,
    };
    let word = role.unit().map_or("muc", citation::slug);
    Some(match (around, has_word) {
        (Some(around), true) => format!("{around}_{own}"),
        (Some(around), false) if depth == SECTION => format!("{around}_{word}_{own}"),
        (Some(around), false) => format!("{around}_{own}"),
        (None, true) => own,
        (None, false) => format!("{word}_{own}"),
    })
}

fn judge_references(c: &mut Composer<'_>, targets: &BTreeMap<String, Target>) {
    let (spec, out) = (c.spec, &mut *c.out);
    each_run(spec, &mut |run, at| {
        let Some(target) = run.reference.as_ref().and_then(|reference| targets.get(reference.as_str())) else { return };
        if let Some((cited, unit)) = citation::other(run.text.as_str(), &target.units) {
            out.push(other_number(&cited, &unit.text(), &target.label, at().key("text")));
        }
    });
}

fn other_number(cited: &str, unit: &str, label: &str, at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::OTHER_NUMBER,
        at,
        phrase!(
            "chữ ghi “{cited}”, chỗ dẫn tới in là “{label}” ({unit})",
            "the text says “{cited}”, it leads to what prints as “{label}” ({unit})"
        ),
    )
    .hint(phrase!("sửa thành “{unit}”, hoặc đổi \"ref\"", "write “{unit}”, or change \"ref\""))
}
