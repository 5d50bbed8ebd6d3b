//! Every run of every rich text of a specification, each with its place.

use super::adoption::Adoption;
use super::block_structs::LazyPointer;
use super::part_id::PartId;
use super::rich::{RichRun, RichText};
use super::types::Spec;
use crate::diag::Pointer;

impl Spec {
    /// What stands between the body and the closing block, with the name of its field, in reading order.
    pub(crate) fn ending_texts(&self) -> impl Iterator<Item = (&'static str, &RichText)> {
        let adoption = match &self.adoption {
            Some(Adoption::Sentence(text)) => Some(("adoption", text)),
            Some(Adoption::Facts(_)) | None => None,
        };
        adoption.into_iter().chain(self.closing_note.iter().map(|text| ("closing_note", text)))
    }
}

/// Calls a function for each rich text, in reading order, with its place; the notes of a text after it.
pub(super) fn each_rich_text<'a>(spec: &'a Spec, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
    for (i, basis) in spec.legal_basis.iter().enumerate() {
        with_notes(basis, &|| Pointer::root().key("legal_basis").index(i), call);
    }
    for body in spec.bodies() {
        for (i, block) in body.blocks.iter().enumerate() {
            block.each_text(&|| body.of.body().index(i), &mut |text, at| with_notes(text, at, call));
        }
        if body.of == PartId::Main {
            for (name, text) in spec.ending_texts() {
                with_notes(text, &|| Pointer::root().key(name), call);
            }
        }
    }
}

/// A text, and the notes of its runs. Notes nest as deep as the reader lets JSON nest.
fn with_notes<'a>(text: &'a RichText, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
    call(text, at);
    for (i, run) in text.0.iter().enumerate() {
        if let Some(note) = &run.note {
            with_notes(note, &|| at().index(i).key("note"), call);
        }
    }
}

/// Calls a function for each run of each rich text, in reading order, with its place where it is written as an object.
pub(crate) fn each_run<'a>(spec: &'a Spec, call: &mut dyn FnMut(&'a RichRun, LazyPointer<'_>)) {
    each_rich_text(spec, &mut |text, at| {
        for (i, run) in text.0.iter().enumerate() {
            call(run, &|| at().index(i));
        }
    });
}

/// Changes each run of each rich text.
pub(super) fn each_run_mut(spec: &mut Spec, call: &mut dyn FnMut(&mut RichRun)) {
    let mut each = |text: &mut RichText| runs_mut(text, call);
    spec.legal_basis.iter_mut().for_each(&mut each);
    if let Some(Adoption::Sentence(text)) = &mut spec.adoption {
        each(text);
    }
    spec.closing_note.iter_mut().for_each(&mut each);
    for (_, blocks) in spec.bodies_mut() {
        blocks.iter_mut().for_each(|block| block.each_text_mut(&mut each));
    }
}

fn runs_mut(text: &mut RichText, call: &mut dyn FnMut(&mut RichRun)) {
    for run in &mut text.0 {
        call(run);
        if let Some(note) = &mut run.note {
            runs_mut(note, call);
        }
    }
}
