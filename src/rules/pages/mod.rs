//! What only finished pages tell.

mod numbers;
mod overfull;
mod record;
mod tables;
mod transparency;

pub use transparency::Flattened;

use crate::diag::Diagnostics;
use crate::pages::Pages;

/// Judges finished pages; `flattened` tells what writing them would change, where they are written at all.
pub fn check(pages: &Pages, flattened: Option<&Flattened>, out: &mut Diagnostics) {
    overfull::check(pages, out);
    tables::check(pages, out);
    if pages.cut_short.is_some() {
        return;
    }
    numbers::check(pages, out);
    record::check(pages, out);
    if let Some(flattened) = flattened {
        transparency::check(pages, flattened, out);
    }
}
