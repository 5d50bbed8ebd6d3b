//! Where each glyph of a run stands.

use crate::font::{Cluster, FontBook, is_mark};
use crate::pages::{Pages, TextRun};
use crate::units::Length;

/// A glyph on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedGlyph {
    pub(super) glyph: u16,
    /// From the left edge of the paper to its origin.
    pub(super) x: Length,
    /// From the top of the paper to its baseline.
    pub(super) y: Length,
}

/// Calls for each glyph of a run that may have ink, from left to right; marks after the letter that they stand on.
pub(super) fn each(pages: &Pages, run: &TextRun, fonts: &FontBook, mut call: impl FnMut(PlacedGlyph)) {
    let text = pages.text_of(run);
    let face = fonts.face(run.face);
    let mut marks = text.chars().any(is_mark).then(|| Cluster::new(face));
    // summed in the face's own units, as the line was measured
    let (mut units, mut added) = (0, Length::ZERO);
    for c in text.chars() {
        let end = run.x + face.to_length(units, run.size) + added;
        match &mut marks {
            Some(cluster) if is_mark(c) => {
                let (right, up) = cluster.add(c);
                let (right, up) = (face.to_length(right.into(), run.size), face.to_length(up.into(), run.size));
                if let Some(glyph) = face.glyph(c) {
                    call(PlacedGlyph { glyph, x: end - run.letter_spacing + right, y: run.y - up });
                }
            }
            other => {
                if let Some(cluster) = other {
                    cluster.begin(c);
                }
                if let Some(glyph) = face.glyph(c).filter(|_| !c.is_whitespace()) {
                    call(PlacedGlyph { glyph, x: end, y: run.y });
                }
            }
        }
        units += i64::from(face.advance(c));
        added += run.letter_spacing;
        if c == ' ' {
            added += run.space_extra;
        }
    }
}
