//! What a specification holds but a document cannot: decoration that is printed by itself, names and references that lead nowhere.
//! It is taken off, each with a finding, so that later stages find only what is sound.

mod archive_line;
mod decoration;
mod references;

use super::types::Spec;
use crate::diag::Diagnostics;

/// Takes off what later stages could not use. Gives the place of a recipient that was taken out.
pub(super) fn normalise(spec: &mut Spec, out: &mut Diagnostics) -> Option<usize> {
    decoration::take_off(spec, out);
    references::take_off(spec, out);
    archive_line::take_over(spec, out)
}
