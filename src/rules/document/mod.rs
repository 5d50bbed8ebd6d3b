//! What a composed document tells that its specification does not.

mod citation;
mod glyphs;
mod notes;
mod plain_form;
mod record;
mod references;

use super::Context;
use crate::diag::Diagnostics;
use crate::model::Document;
use crate::specification::Spec;

/// Judges a document; `spec`, which it was composed of, tells the places of its runs.
pub fn check(document: &Document, spec: &Spec, context: &Context<'_>, out: &mut Diagnostics) {
    references::check(document, spec, out);
    record::check(document, out);
    notes::check(document, out);
    glyphs::check(document, context.fonts, out);
}
