//! Reads a tree that has faults: each is reported and mended so that reading can go on to the next. A fault is mended in all
//! like places at once, so there are as many readings as kinds of faults in kinds of places, however many faults.

use serde::Deserialize;

use crate::diag::{Diagnostic, Diagnostics, Pointer, Span, registry};
use crate::vietnamese::garbled;

use super::de::{FaultKind, NodeReader, TreeFault, goes_on_behind, has_bad_edges};
use super::definition::{self, ValuePlace};
use super::describe;
use super::duplicates::drop_duplicates;
use super::likeness::{Likeness, Trail, is_block};
use super::names::nearest;
use super::reader::JsonReading;
use super::shape::Shape;
use super::shape_faults as faults;
use super::string_piece;
use super::text::{self, Edges};
use super::tree::{JsonNode, JsonValue, NodeMember, Step};
use super::types::Spec;

/// Bounds the readings. A reading may report nothing: a fault that was told before is mended in silence, a missing field of a
/// placeholder for one. That few findings are left is thus no proof that the loop ends; this number is.
const MAX_ROUNDS: usize = 400;

/// Bounds the names that are compared with what is missing: an object may have as many as the file has room for.
const MOST_NAMES: usize = 100;

/// A tree being mended.
#[derive(Debug)]
pub(super) struct Mending<'a> {
    text: &'a str,
    root: JsonNode,
    pub(super) findings: Diagnostics,
    /// How often the tree was read.
    pub(super) rounds: usize,
}

impl<'a> Mending<'a> {
    /// Takes over what the reader made; `None` where that is no object.
    pub(super) fn begin(text: &'a str, reading: JsonReading) -> (Option<Self>, Diagnostics) {
        let JsonReading { root, mut findings } = reading;
        let Some(mut root) = root else { return (None, findings) };
        if !matches!(root.value, JsonValue::Object(_)) {
            findings.push(faults::not_an_object(&root));
            return (None, findings);
        }
        drop_duplicates(&mut root, text, &mut findings);
        (Some(Self { text, root, findings, rounds: 0 }), Diagnostics::default())
    }

    /// Reads until nothing is at fault, or nothing more can be mended.
    pub(super) fn read(&mut self) -> Option<Spec> {
        while self.rounds < MAX_ROUNDS {
            self.rounds += 1;
            match <Spec as Deserialize>::deserialize(NodeReader(&self.root)) {
                Ok(spec) => {
                    self.root.mark_patches();
                    return Some(spec);
                }
                Err(fault) => self.mend(&fault)?,
            }
        }
        self.findings.push(faults::not_read_on());
        None
    }

    /// A pointer of the typed specification in the names as they were written.
    pub(super) fn as_written(&self, pointer: &Pointer) -> Pointer {
        self.root.pointer(&self.root.path(pointer))
    }

    /// The place in the file that a pointer of the typed specification names, or the nearest one around it where nothing was written.
    pub(super) fn place_in_file(&self, pointer: &Pointer) -> Pointer {
        let mut path = self.root.path(pointer);
        path.truncate(self.root.written_steps(&path));
        self.root.pointer(&path)
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
        self.root.holds_patch_at(at)
    }

    /// `None` where nothing can be mended.
    fn mend(&mut self, fault: &TreeFault) -> Option<()> {
        let path = fault.path();
        let (path, likeness) = match (&fault.kind, path.split_last()) {
            // a block of no known type is left out of account, so it is looked at as a whole
            (FaultKind::UnknownWord(_), Some((Step::Key(name), block))) if name == "type" => {
                (block, Likeness::of_any_block(block))
            }
            (FaultKind::MissingField("type"), _) => (path.as_slice(), Likeness::of_any_block(&path)),
            _ => (path.as_slice(), Likeness::of(&self.root, &path)),
        };
        let found = std::mem::discriminant(&self.root.at(path)?.value);
        // like places have like holders
        let holder = match &fault.kind {
            FaultKind::MissingField(_) => definition::of_object(path, &self.root),
            _ => definition::of_holder(path, &self.root),
        };
        let mut mender = Mender { text: self.text, holder, findings: &mut self.findings };
        let mut is_mended = false;
        likeness.for_each(&mut self.root, &mut |node, trail| {
            let is_alike = std::mem::discriminant(&node.value) == found;
            is_mended |= mender.mend(&fault.kind, node, trail, is_alike, trail.read == path);
        });
        is_mended.then_some(())
    }
}

/// What mending a node needs beside the node.
struct Mender<'a> {
    text: &'a str,
    /// The definition of the object that the fault is a field of.
    holder: &'static str,
    findings: &'a mut Diagnostics,
}

impl Mender<'_> {
    /// Mends the fault where the node has it. `is_alike`: the node is of the kind of value that has it for sure; `is_first`: it
    /// is the node itself that the reader stumbled over.
    fn mend(
        &mut self,
        kind: &FaultKind,
        node: &mut JsonNode,
        trail: &mut Trail,
        is_alike: bool,
        is_first: bool,
    ) -> bool {
        match kind {
            FaultKind::UnknownField { known } => self.mend_unknown_fields(node, trail, known),
            FaultKind::MissingField(name) => self.mend_missing_field(node, trail, name),
            FaultKind::Text(edges) => self.mend_text(node, trail, *edges),
            FaultKind::RichEdges => self.mend_rich_edges(node, trail),
            FaultKind::WrongShape(shape) => is_alike && self.mend_shape(node, trail, *shape),
            FaultKind::UnknownWord(known) => self.mend_word(node, trail, known, is_alike),
            FaultKind::OutOfRange { min, max } => {
                let JsonValue::Number(digits) = &node.value else { return false };
                let is_sound = digits.parse().is_ok_and(|number: i64| (*min..=*max).contains(&number));
                !is_sound && self.replace(node, trail, faults::out_of_range)
            }
            FaultKind::Date => match NodeReader(node).date_fault() {
                Some(fault) => self.replace(node, trail, |place, node| faults::date(fault, place.path, node)),
                None => false,
            },
            FaultKind::Other(message) => is_first && self.replace(node, trail, |_, _| faults::unexplained(message)),
        }
    }

    fn place<'t>(&self, trail: &'t Trail) -> ValuePlace<'t> {
        ValuePlace { path: &trail.read, holder: self.holder, has_siblings: trail.has_siblings }
    }

    fn report(&mut self, node_span: Span, trail: &Trail, finding: Diagnostic) {
        let span = finding.span.or(Some(node_span));
        self.findings.push(Diagnostic { at: trail.pointer(), span, ..finding });
    }

    fn mend_unknown_fields(&mut self, node: &mut JsonNode, trail: &Trail, known: &[&str]) -> bool {
        let has_type = is_block(&trail.read);
        let Some(members) = members(node) else { return false };
        let is_known = |name: &str| known.contains(&name) || has_type && name == "type";
        // a name that is there already cannot be what another was meant to be
        let mut absent: Vec<&str> =
            known.iter().copied().filter(|name| members.iter().all(|member| member.name != *name)).collect();
        let mut is_mended = false;
        members.retain_mut(|member| {
            if is_known(&member.name) {
                return true;
            }
            is_mended = true;
            if self.findings.is_full(registry::UNKNOWN_FIELD) {
                self.findings.leave_off(registry::UNKNOWN_FIELD);
                return false;
            }
            let meant = nearest(&member.name, absent.iter().copied());
            let is_block = member.name == "type" && known.contains(&"pictures");
            let finding = if is_block {
                faults::block_in_cell(&["paragraphs", "number", "pictures", "list"])
            } else {
                faults::unknown_field(&member.name, meant, known)
            };
            let finding = finding.span(member.name_span);
            self.findings.push(Diagnostic { at: trail.pointer().key(&member.written), ..finding });
            let Some(meant) = meant else { return false };
            absent.retain(|name| *name != meant);
            meant.clone_into(&mut member.name);
            true
        });
        is_mended
    }

    fn mend_missing_field(&mut self, node: &mut JsonNode, trail: &Trail, name: &'static str) -> bool {
        let (span, mut is_told) = (node.span, node.is_patch());
        if matches!(node.value, JsonValue::Placeholder) {
            node.value = JsonValue::Object(Vec::new());
        }
        let told = faults::missing_field(name, self.holder, node).span(span);
        let Some(members) = members(node) else { return false };
        match members.iter_mut().find(|member| member.name == name) {
            // it was reported and removed
            Some(member) if matches!(member.node.value, JsonValue::Removed) => {
                member.node = JsonNode::new(member.node.span, JsonValue::Placeholder);
                return true;
            }
            Some(_) => return false,
            None => {}
        }
        // The reader stumbles over what is missing before it comes to the unknown name that was meant for it.
        if !is_told
            && !self.findings.is_full(registry::UNKNOWN_FIELD)
            && let Some(member) = misspelt(members, name, self.holder)
        {
            let finding = faults::unknown_field(&member.written, Some(name), &[]).span(member.name_span);
            self.findings.push(Diagnostic { at: trail.pointer().key(&member.written), ..finding });
            name.clone_into(&mut member.name);
            return true;
        }
        if !is_told {
            self.findings.push(Diagnostic { at: trail.pointer().key(name), ..told });
            // Without its type nobody knows what else a block must have: the whole block is left out of account.
            is_told = name == "type";
            if is_told {
                node.forget();
                return true;
            }
        }
        members.push(NodeMember {
            name: name.to_owned(),
            written: name.to_owned(),
            name_span: span,
            node: JsonNode::new(span, JsonValue::Placeholder),
        });
        true
    }

    fn mend_text(&mut self, node: &mut JsonNode, trail: &Trail, edges: Edges) -> bool {
        let JsonValue::String(text) = &node.value else { return false };
        if text::check(text, edges).is_ok() {
            return false;
        }
        let (string, mended) = (node.span, text::mend(text, edges));
        let mut faults = text::faults(text, edges);
        // only now all of its characters are there: what is read of it lacks those at fault
        let is_converted = faults.iter().any(|(_, fault)| fault.is_of_conversions());
        let garbled = is_converted.then(|| garbled(text)).flatten().map(|garbled| garbled.finding(""));
        if garbled.is_some() {
            faults.retain(|(_, fault)| !fault.is_of_conversions() && *fault != text::TextFault::OuterSpace);
        }
        let (ranges, kinds): (Vec<_>, Vec<_>) = faults.into_iter().unzip();
        let places = string_piece::written(self.text, string, ranges.into_iter());
        for (fault, place) in kinds.into_iter().zip(places) {
            self.report(string, trail, faults::text(fault, place, string, &trail.read));
        }
        let is_garbled = garbled.is_some();
        if let Some(finding) = garbled {
            self.report(string, trail, finding);
        }
        if mended.is_empty() || is_garbled {
            node.forget();
        } else {
            node.value = JsonValue::String(mended);
        }
        true
    }

    fn mend_rich_edges(&mut self, node: &mut JsonNode, trail: &Trail) -> bool {
        if !has_bad_edges(node) {
            return false;
        }
        let string = node.span;
        let JsonValue::Array(runs) = &mut node.value else { return false };
        trim_runs(runs);
        let (is_empty, trimmed) = (runs.is_empty(), text::TextFault::OuterSpace);
        let fault = if is_empty { text::TextFault::Empty } else { trimmed };
        self.report(string, trail, faults::text(fault, string, string, &trail.read));
        if is_empty {
            node.forget();
        }
        true
    }

    fn mend_shape(&mut self, node: &mut JsonNode, trail: &Trail, shape: Shape) -> bool {
        let wrong = |place: ValuePlace<'_>, node: &JsonNode| faults::wrong_shape(shape, place, node);
        // no placeholder can stand for a path or a length
        if shape == Shape::String && matches!(trail.read.last(), Some(Step::Key(_))) {
            let finding = wrong(self.place(trail), node);
            self.report(node.span, trail, finding);
            *node = JsonNode::new(node.span, JsonValue::Removed);
            return true;
        }
        self.replace(node, trail, wrong)
    }

    /// A word that was meant stands in for the one written; a block of no known type is left out of account.
    fn mend_word(&mut self, node: &mut JsonNode, trail: &mut Trail, known: &[&str], is_alike: bool) -> bool {
        if !is_block(&trail.read) {
            return self.mend_word_at(node, trail, known, is_alike).unwrap_or_else(|| node.forget());
        }
        let key = Step::Key("type".to_owned());
        let Some(word) = node.at_mut(std::slice::from_ref(&key)) else { return false };
        let is_mended = trail.within(key.clone(), key, |trail| self.mend_word_at(word, trail, known, true));
        is_mended.unwrap_or_else(|| node.forget())
    }

    /// Whether there was something to mend; `None`: it is told, and nobody knows what was meant.
    fn mend_word_at(&mut self, word: &mut JsonNode, trail: &Trail, known: &[&str], is_alike: bool) -> Option<bool> {
        let is_sound = match &word.value {
            JsonValue::String(word) => known.contains(&word.as_str()),
            JsonValue::Placeholder | JsonValue::Removed => true,
            _ => !is_alike,
        };
        if is_sound {
            return Some(false);
        }
        if self.findings.is_full(registry::UNKNOWN_WORD) {
            self.findings.leave_off(registry::UNKNOWN_WORD);
            return None;
        }
        self.report(word.span, trail, faults::unknown_word(known, &trail.read, word));
        let meant = faults::meant_word(known, &trail.read, word)?;
        word.value = JsonValue::String(meant.to_owned());
        Some(true)
    }

    /// Reports, and puts a placeholder in the value's place. A placeholder that is refused would be refused again, round after round.
    fn replace(
        &mut self,
        node: &mut JsonNode,
        trail: &Trail,
        finding: impl FnOnce(ValuePlace<'_>, &JsonNode) -> Diagnostic,
    ) -> bool {
        if matches!(node.value, JsonValue::Placeholder | JsonValue::Removed) {
            return false;
        }
        let finding = finding(self.place(trail), node);
        self.report(node.span, trail, finding);
        node.forget()
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
        | JsonValue::Removed
        | JsonValue::Placeholder => None,
    }
}

/// The member that was meant to be the missing field, and no other that is missing too.
fn misspelt<'a>(members: &'a mut [NodeMember], missing: &'static str, definition: &str) -> Option<&'a mut NodeMember> {
    let fields = describe::fields(definition);
    let is_there = |field: &&'static str| members.iter().any(|member| member.name == *field);
    let absent: Vec<&'static str> = fields.clone().filter(|field| !is_there(field)).chain([missing]).collect();
    let unknown = members.iter_mut().filter(|member| fields.clone().all(|field| field != member.name));
    unknown.take(MOST_NAMES).find(|member| nearest(&member.name, absent.iter().copied()) == Some(missing))
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
    while let Some(text) = runs.last_mut().filter(|run| !goes_on_behind(run)).and_then(text_of) {
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
