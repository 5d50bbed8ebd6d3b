//! References against what they lead to: clerks who insert an article forget to count the references on.

use std::collections::BTreeMap;

use super::citation::{self, NumberedUnit};
use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::model::{BlockKind, Document, Part, Role, UnitKind};
use crate::specification::{Spec, each_run};

/// Judges all references by what the labels read.
pub(super) fn check<'a>(files: impl Iterator<Item = &'a Document>, spec: &Spec, out: &mut Diagnostics) {
    let targets = targets(files);
    each_run(spec, &mut |run, at| {
        let Some(target) = run.reference.as_ref().and_then(|reference| targets.get(reference.as_str())) else { return };
        if let Some((cited, unit)) = citation::other(run.text(), &target.units) {
            out.push(other_number(&cited, &unit.text(), target.label, at().key("text")));
        }
    });
}

/// What a reference leads to.
struct Target<'a> {
    label: &'a str,
    /// The unit itself and those around it, innermost first.
    units: Vec<NumberedUnit>,
}

/// The paragraphs that have a name and a label, by name.
fn targets<'a>(files: impl Iterator<Item = &'a Document>) -> BTreeMap<&'a str, Target<'a>> {
    let mut targets = BTreeMap::new();
    for part in files.flat_map(|document| &document.parts) {
        add_targets(part, &mut targets);
    }
    targets
}

/// Units count within their part: an appendix stands in no article.
fn add_targets<'a>(part: &'a Part, targets: &mut BTreeMap<&'a str, Target<'a>>) {
    let mut above = CitedUnits::default();
    for block in part.sections.iter().flat_map(|section| &section.blocks) {
        let BlockKind::Paragraph(paragraph) = &block.kind else { continue };
        let label = paragraph.label_text();
        let unit = label.and_then(|label| NumberedUnit::of(block.role, label));
        above.enter(block.role, unit.clone());
        if let (Some(name), Some(label)) = (&paragraph.destination, label) {
            targets.insert(name.as_str(), Target { label, units: above.units(block.role, unit) });
        }
    }
}

/// The units that a paragraph stands in, outermost first.
#[derive(Default)]
struct CitedUnits(Vec<(UnitKind, Option<NumberedUnit>)>);

impl CitedUnits {
    /// Leaves the units that a heading ends, and enters it.
    fn enter(&mut self, role: Role, unit: Option<NumberedUnit>) {
        let Some(kind) = container(role) else { return };
        self.0.retain(|(above, _)| *above < kind);
        self.0.push((kind, unit));
    }

    /// A unit and those around it, innermost first.
    fn units(&self, role: Role, own: Option<NumberedUnit>) -> Vec<NumberedUnit> {
        let around = self.0.iter().rev().filter_map(|(_, unit)| unit.clone());
        // what contains others has just been entered
        let own = own.filter(|_| container(role).is_none());
        own.into_iter().chain(around).collect()
    }
}

/// The kind of unit that holds what follows it; points hold nothing.
fn container(role: Role) -> Option<UnitKind> {
    role.unit().filter(|kind| *kind != UnitKind::Point)
}

fn other_number(cited: &str, unit: &str, label: &str, at: Pointer) -> Diagnostic {
    Diagnostic::of(
        registry::OTHER_NUMBER,
        at,
        phrase!(
            "văn bản ghi “{cited}”, chỗ được viện dẫn in là “{label}” ({unit})",
            "the text says “{cited}”, it leads to what prints as “{label}” ({unit})"
        ),
    )
    .hint(phrase!("sửa thành “{unit}”, hoặc đổi \"ref\"", "write “{unit}”, or change \"ref\""))
}
