//! What a specification holds but a document cannot: decoration that is printed by itself, names and references that lead nowhere.
//! It is taken off, each with a finding, so that later stages find only what is sound.

mod archive_line;
mod decoration;
mod end_mark;
mod references;
mod title;

use super::types::Spec;
use crate::diag::{Diagnostics, Pointer};

pub(crate) use archive_line::take_over;

/// Takes off what later stages could not use. Gives the items of lists that were dropped.
pub(super) fn normalise(spec: &mut Spec, out: &mut Diagnostics) -> Vec<Pointer> {
    let dropped = decoration::take_off(spec, out);
    title::take_off(spec, out);
    end_mark::take_off(spec, out);
    references::take_off(spec, out);
    dropped
}
