//! Glyphs as they were drawn before: of a face, a size and a place between two pixels.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels of a glyph: small numbers, and a box that is made of them"
)]

use std::collections::BTreeMap;

use super::coverage::Coverage;
use crate::font::{FaceStyle, FontBook, OutlinePoint, OutlineSegment};

/// Between two pixels a glyph stands at one of so many places across; down it stands on a pixel, so that lines are level.
pub(super) const PHASES: i64 = 4;

/// The most pixels of drawn glyphs that are kept; beyond them all are drawn anew.
const MOST_BYTES: usize = 8 << 20;

/// What earlier pages left for the next: the outlines of glyphs, and their pixels at sizes and places. A page is drawn the same with any.
#[derive(Debug, Default)]
pub struct GlyphCache {
    fonts: Option<FontBook>,
    outlines: BTreeMap<(FaceStyle, u16), Vec<OutlineSegment>>,
    drawn: BTreeMap<GlyphKey, DrawnGlyph>,
    bytes: usize,
}

/// What tells drawn glyphs apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct GlyphKey {
    pub(super) glyph: u16,
    pub(super) face: FaceStyle,
    /// Type size in English metric units.
    pub(super) size: i64,
    /// Dots an inch.
    pub(super) dpi: u16,
    /// Of [`PHASES`].
    pub(super) phase: u8,
}

/// The pixels of a glyph.
#[derive(Debug, Default)]
pub(super) struct DrawnGlyph {
    /// From its origin's pixel to its left edge.
    pub(super) left: i64,
    /// From its baseline to its top edge, downwards.
    pub(super) top: i64,
    pub(super) width: usize,
    pub(super) opacities: Vec<u8>,
}

impl GlyphCache {
    /// Nothing kept yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets what belongs to other faces.
    pub(super) fn serve(&mut self, fonts: &FontBook) {
        if !self.fonts.as_ref().is_some_and(|known| known.is_same(fonts)) {
            *self = Self { fonts: Some(fonts.clone()), ..Self::default() };
        }
    }

    /// The pixels of a glyph.
    pub(super) fn get(&mut self, key: GlyphKey, fonts: &FontBook) -> &DrawnGlyph {
        if self.bytes > MOST_BYTES {
            self.drawn.clear();
            self.bytes = 0;
        }
        let Self { outlines, drawn, bytes, .. } = self;
        drawn.entry(key).or_insert_with(|| {
            let face = fonts.face(key.face);
            let outline = outlines.entry((key.face, key.glyph)).or_insert_with(|| face.outline(key.glyph));
            let per_em = key.size as f64 * f64::from(key.dpi) / EMU_PER_INCH as f64;
            let scale = per_em / f64::from(face.units_per_em());
            let glyph = draw(outline, scale as f32, (f32::from(key.phase) + 0.5) / PHASES as f32);
            *bytes += glyph.opacities.len() + size_of::<DrawnGlyph>();
            glyph
        })
    }
}

/// English metric units.
pub(super) const EMU_PER_INCH: i64 = 914_400;

/// Draws an outline, so many pixels a font unit, moved right by a part of a pixel.
fn draw(outline: &[OutlineSegment], scale: f32, right: f32) -> DrawnGlyph {
    let place = |(x, y): OutlinePoint| (x * scale + right, -y * scale);
    let Some((low, high)) = bounds(outline, place) else { return DrawnGlyph::default() };
    let (left, top) = (low.0.floor(), low.1.floor());
    let (width, height) = ((high.0.ceil() - left) as usize + 1, (high.1.ceil() - top) as usize);
    let mut coverage = Coverage::new(width, height);
    coverage.add(outline, |point| {
        let (x, y) = place(point);
        (x - left, y - top)
    });
    DrawnGlyph { left: left as i64, top: top as i64, width, opacities: coverage.finish() }
}

/// The corners of the box around an outline; `None` where it has no points.
fn bounds(
    outline: &[OutlineSegment],
    place: impl Fn(OutlinePoint) -> OutlinePoint,
) -> Option<(OutlinePoint, OutlinePoint)> {
    let points = outline.iter().flat_map(|segment| match *segment {
        OutlineSegment::Move(to) | OutlineSegment::Line(to) => [Some(to), None],
        // a curve stays within the box of the point that pulls it
        OutlineSegment::Curve(pull, to) => [Some(pull), Some(to)],
        OutlineSegment::Close => [None, None],
    });
    points.flatten().map(place).fold(None, |corners, (x, y)| {
        let (low, high) = corners.unwrap_or(((x, y), (x, y)));
        Some(((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y))))
    })
}
