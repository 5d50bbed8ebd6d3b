//! What a specification holds but a document cannot: decoration that is printed by itself, names and references that lead nowhere.
//! It is taken off, each with a finding, so that later stages find only what is sound.

mod archive_line;
mod decoration;
mod references;

use super::types::Spec;
use crate::diag::Diagnostics;

/// Takes off what later stages could not use.
pub(super) fn normalise(spec: &mut Spec, out: &mut Diagnostics) {
    archive_line::take_over(spec, out);
    decoration::take_off(spec, out);
    references::take_off(spec, out);
}
