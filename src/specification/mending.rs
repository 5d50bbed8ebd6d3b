//! Reads a tree that has faults: each is reported and mended so that reading can go on to the next.

use serde::Deserialize;

use crate::diag::{Diagnostic, Pointer, Span};
use crate::vietnamese::garbled;

use super::de::{FaultKind, NodeReader, TreeFault};
use super::describe;
use super::names::nearest;
use super::reader::{self, JsonReading};
use super::shape::Shape;
use super::shape_faults as faults;
use super::string_piece;
use super::text::{self, Edges};
use super::tree::{JsonNode, JsonValue, NodeMember, Step};
use super::types::Spec;

/// After this many findings a person mends first and asks again.
const MAX_FINDINGS: usize = 50;
/// Bounds the readings. A reading may report nothing: a fault that was told before is mended in silence, a missing field of a
/// placeholder for one. That the findings run full is thus no proof that the loop ends; this number is.
const MAX_ROUNDS: usize = 400;

/// A tree being mended.
#[derive(Debug)]
pub(super) struct Mending<'a> {
    text: &'a str,
    root: JsonNode,
    pub(super) findings: Vec<Diagnostic>,
    /// Where something else stands than was written, in the names as they are read.
    pub(super) patched: Vec<Pointer>,
}

impl<'a> Mending<'a> {
    /// Takes over what the reader made; `None` where that is no object.
    pub(super) fn begin(text: &'a str, reading: JsonReading) -> (Option<Self>, Vec<Diagnostic>) {
        let JsonReading { root, mut findings, patched } = reading;
        let Some(mut root) = root else { return (None, findings) };
        if !matches!(root.value, JsonValue::Object(_)) {
            findings.push(faults::not_an_object(&root));
            return (None, findings);
        }
        reader::drop_duplicates(&mut root, &Pointer::root(), text, &mut findings);
        (Some(Self { text, root, findings, patched }), Vec::new())
    }

    /// Reads until nothing is at fault, or nothing more can be mended.
    pub(super) fn read(&mut self) -> Option<Spec> {
        for _ in 0..MAX_ROUNDS {
            match <Spec as Deserialize>::deserialize(NodeReader(&self.root)) {
                Ok(spec) => return Some(spec),
                Err(fault) if self.findings.len() < MAX_FINDINGS => self.mend(&fault)?,
                Err(_) => {
                    self.findings.push(faults::too_many(MAX_FINDINGS));
                    return None;
                }
            }
        }
        None
    }

    /// A pointer of the typed specification in the names as they were written.
    pub(super) fn as_written(&self, pointer: &Pointer) -> Pointer {
        self.root.pointer(&self.root.path(pointer))
    }

    /// `None` where nothing can be mended.
    fn mend(&mut self, fault: &TreeFault) -> Option<()> {
        let path = fault.path();
        match &fault.kind {
            FaultKind::UnknownField { name, known } => self.mend_unknown_field(&path, name, known),
            FaultKind::MissingField(name) => self.mend_missing_field(&path, name),
            FaultKind::Text(edges) => self.mend_text(&path, *edges),
            FaultKind::RichEdges => self.mend_rich_edges(&path),
            FaultKind::WrongShape(shape) => {
                let finding = faults::wrong_shape(*shape, &path, self.root.at(&path)?);
                match shape {
                    Shape::String => self.remove(&path, finding),
                    _ => self.replace(&path, finding),
                }
            }
            FaultKind::UnknownWord(known) => self.mend_word(&path, known),
            FaultKind::OutOfRange => {
                let finding = faults::out_of_range(&path, self.root.at(&path)?);
                self.replace(&path, finding)
            }
            FaultKind::Date(date_fault) => {
                let finding = faults::date(*date_fault, self.root.at(&path)?);
                self.replace(&path, finding)
            }
            FaultKind::Other(message) => self.replace(&path, faults::unexplained(message)),
        }
    }

    fn report(&mut self, path: &[Step], finding: Diagnostic) {
        let span = finding.span.or_else(|| self.root.at(path).map(|node| node.span));
        self.findings.push(Diagnostic { at: self.root.pointer(path), span, ..finding });
    }

    fn mend_unknown_field(&mut self, path: &[Step], name: &str, known: &[&str]) -> Option<()> {
        let (place, span, present) = {
            let members = members(self.root.at_mut(path)?)?;
            let place = members.iter().position(|m| m.name == name)?;
            let present: Vec<String> = members.iter().map(|m| m.name.clone()).collect();
            (place, members.get(place)?.name_span, present)
        };
        // A name that is there already cannot be what another was meant to be.
        let absent = known.iter().copied().filter(|k| !present.iter().any(|p| p == k));
        let meant = nearest(name, absent);
        let field = [path, &[Step::Key(name.to_owned())]].concat();
        self.report(&field, faults::unknown_field(name, meant, known).span(span));
        let members = members(self.root.at_mut(path)?)?;
        match meant {
            Some(meant) => members.get_mut(place)?.name = meant.to_owned(),
            None => drop(members.remove(place)),
        }
        Some(())
    }

    fn mend_missing_field(&mut self, path: &[Step], name: &'static str) -> Option<()> {
        let field = [path, &[Step::Key(name.to_owned())]].concat();
        let pointer = plain_pointer(&field);
        let told = self.patched.iter().any(|patch| pointer.is_within(patch));
        let node = self.root.at_mut(path)?;
        let span = node.span;
        if matches!(node.value, JsonValue::Placeholder) {
            node.value = JsonValue::Object(Vec::new());
        }
        let members = members(node)?;
        // The reader stumbles over what is missing before it comes to the unknown name that was meant for it.
        if !told && let Some(place) = misspelt(members, name) {
            let member = members.get_mut(place)?;
            let (written, span) = (member.written.clone(), member.name_span);
            let misspelt = [path, &[Step::Key(written.clone())]].concat();
            name.clone_into(&mut member.name);
            self.findings.push(Diagnostic {
                at: plain_pointer(&misspelt),
                ..faults::unknown_field(&written, Some(name), &[]).span(span)
            });
            return Some(());
        }
        // Without its type nobody knows what else a block must have: the whole block is left out of account.
        if !told && name == "type" {
            self.report(&field, faults::missing_field(name, path));
            return self.forget(path);
        }
        let placeholder = JsonNode::new(span, JsonValue::Placeholder);
        members.push(NodeMember {
            name: name.to_owned(),
            written: name.to_owned(),
            name_span: span,
            node: placeholder,
        });
        if !told {
            self.report(&field, faults::missing_field(name, path));
            self.patched.push(pointer);
        }
        Some(())
    }

    fn mend_text(&mut self, path: &[Step], edges: Edges) -> Option<()> {
        let node = self.root.at(path)?;
        let (JsonValue::String(text), string) = (&node.value, node.span) else { return None };
        let mended = text::mend(text, edges);
        let mut faults = text::faults(text, edges);
        // only now all of its characters are there: what is read of it lacks those at fault
        let is_converted = faults.iter().any(|(_, fault)| fault.is_of_conversions());
        let garbled = is_converted.then(|| garbled(text)).flatten();
        if garbled.is_some() {
            faults.retain(|(_, fault)| !fault.is_of_conversions() && *fault != text::TextFault::OuterSpace);
        }
        let (ranges, kinds): (Vec<_>, Vec<_>) = faults.into_iter().unzip();
        let places = string_piece::written(self.text, string, ranges.into_iter());
        let found: Vec<_> =
            kinds.into_iter().zip(places).map(|(fault, place)| faults::text(fault, place, string, path)).collect();
        for finding in found {
            self.report(path, finding);
        }
        if let Some(garbled) = garbled {
            self.report(path, garbled.finding(""));
            self.patched.push(plain_pointer(path));
        }
        let value = if mended.is_empty() { JsonValue::Placeholder } else { JsonValue::String(mended) };
        if matches!(value, JsonValue::Placeholder) {
            self.patched.push(plain_pointer(path));
        }
        self.root.at_mut(path)?.value = value;
        Some(())
    }

    fn mend_rich_edges(&mut self, path: &[Step]) -> Option<()> {
        let string = self.root.at(path)?.span;
        let JsonValue::Array(runs) = &mut self.root.at_mut(path)?.value else { return None };
        trim_runs(runs);
        let (is_empty, trimmed) = (runs.is_empty(), text::TextFault::OuterSpace);
        let fault = if is_empty { text::TextFault::Empty } else { trimmed };
        self.report(path, faults::text(fault, string, string, path));
        if is_empty {
            self.root.at_mut(path)?.value = JsonValue::Placeholder;
            self.patched.push(plain_pointer(path));
        }
        Some(())
    }

    /// A word that was meant stands in for the one written; a block of no known type is left out of account.
    fn mend_word(&mut self, path: &[Step], known: &[&str]) -> Option<()> {
        let node = self.root.at(path)?;
        let finding = faults::unknown_word(known, path, node);
        match (faults::meant_word(known, node), path) {
            (Some(meant), _) => {
                self.report(path, finding);
                self.root.at_mut(path)?.value = JsonValue::String(meant.to_owned());
                Some(())
            }
            (None, [block @ .., Step::Key(name)]) if name == "type" => {
                self.report(path, finding);
                self.forget(block)
            }
            (None, _) => self.replace(path, finding),
        }
    }

    /// Reports, and puts a placeholder in the value's place.
    fn replace(&mut self, path: &[Step], finding: Diagnostic) -> Option<()> {
        // A placeholder that is refused would be refused again, round after round.
        if matches!(self.root.at(path)?.value, JsonValue::Placeholder) {
            return None;
        }
        self.report(path, finding);
        self.forget(path)
    }

    /// Reports, and removes a field that no placeholder can stand for.
    fn remove(&mut self, path: &[Step], finding: Diagnostic) -> Option<()> {
        let Some((Step::Key(name), parent)) = path.split_last() else { return self.replace(path, finding) };
        self.report(path, finding);
        self.patched.push(plain_pointer(path));
        members(self.root.at_mut(parent)?)?.retain(|m| m.name != *name);
        Some(())
    }

    fn forget(&mut self, path: &[Step]) -> Option<()> {
        self.root.at_mut(path)?.value = JsonValue::Placeholder;
        self.patched.push(plain_pointer(path));
        Some(())
    }

    /// A finding about what is left when nothing else was found.
    pub(super) fn unexplained(&mut self) {
        if self.findings.is_empty() {
            let whole = Span { start: 0, end: self.text.len() };
            self.findings.push(faults::unexplained("the tree cannot be read").span(whole));
        }
    }

    /// Whether a finding rests on a value that does not stand in the file.
    pub(super) fn rests_on_a_patch(&self, at: &Pointer) -> bool {
        self.patched.iter().any(|patch| at.is_within(patch) || patch.is_within(at))
    }
}

fn members(node: &mut JsonNode) -> Option<&mut Vec<NodeMember>> {
    match &mut node.value {
        JsonValue::Object(members) => Some(members),
        JsonValue::Null
        | JsonValue::Flag(_)
        | JsonValue::Number(_)
        | JsonValue::String(_)
        | JsonValue::Array(_)
        | JsonValue::Placeholder => None,
    }
}

/// The member that was meant to be the missing field.
fn misspelt(members: &[NodeMember], missing: &str) -> Option<usize> {
    members.iter().position(|m| {
        describe::field_names().all(|known| known != m.name) && nearest(&m.name, std::iter::once(missing)).is_some()
    })
}

/// The pointer of a path in the names as they are read.
fn plain_pointer(path: &[Step]) -> Pointer {
    path.iter().fold(Pointer::root(), |pointer, step| match step {
        Step::Key(key) => pointer.key(key),
        Step::Index(i) => pointer.index(*i),
    })
}

/// Takes the white space off both ends of a text in runs.
fn trim_runs(runs: &mut Vec<JsonNode>) {
    while let Some(text) = runs.first_mut().and_then(text_of) {
        *text = text.trim_start().to_owned();
        if !text.is_empty() {
            break;
        }
        runs.remove(0);
    }
    while let Some(text) = runs.last_mut().and_then(text_of) {
        *text = text.trim_end().to_owned();
        if !text.is_empty() {
            break;
        }
        runs.pop();
    }
}

fn text_of(run: &mut JsonNode) -> Option<&mut String> {
    let node = match &run.value {
        JsonValue::Object(_) => run.at_mut(&[Step::Key("text".to_owned())])?,
        _ => run,
    };
    match &mut node.value {
        JsonValue::String(text) => Some(text),
        _ => None,
    }
}
