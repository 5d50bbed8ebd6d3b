//! What a composed document tells that its specification does not.

mod citation;
mod glyphs;
mod notes;
mod pictures;
mod plain_form;
mod record;
mod references;

use super::Context;
use crate::diag::Diagnostics;
use crate::model::Document;
use crate::specification::Spec;

/// Judges the document of one file.
pub fn check(document: &Document, context: &Context<'_>, out: &mut Diagnostics) {
    notes::check(document, out);
    pictures::check(document, context.fonts, out);
    glyphs::check(document, context.fonts, out);
}

/// Judges what all files of a document share: what a specification refers to, in whichever of them it stands, and the record.
pub fn check_together<'a>(files: impl Iterator<Item = &'a Document> + Clone, spec: &Spec, out: &mut Diagnostics) {
    references::check(files.clone(), spec, out);
    files.take(1).for_each(|document| record::check(document, out));
}
