//! The outlines of glyphs (OpenType, table glyf): straight lines and quadratic curves, without hinting.

use read_fonts::tables::glyf::{Anchor, CompositeGlyph, CurvePoint, Glyph, SimpleGlyph};
use read_fonts::types::GlyphId;
use read_fonts::{FontRef, TableProvider};

use super::face::Face;

/// A place in font units, y upwards from the baseline.
pub type OutlinePoint = (f32, f32);

/// A piece of an outline. Contours go around what is inked; a contour that runs the other way cuts out of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OutlineSegment {
    /// A contour begins.
    Move(OutlinePoint),
    /// A straight line.
    Line(OutlinePoint),
    /// A quadratic curve: the point that pulls it, and its end.
    Curve(OutlinePoint, OutlinePoint),
    /// The contour ends where it began.
    Close,
}

/// Glyphs made of glyphs made of glyphs: a sound font has two or three levels, a damaged one may go round in circles.
const MOST_LEVELS: u8 = 6;

impl Face {
    /// The outline of a glyph; nothing for a space, and for what the font file lacks.
    #[must_use]
    pub fn outline(&self, glyph: u16) -> Vec<OutlineSegment> {
        let mut walk = Walk { font: None, out: Vec::new() };
        if let Ok(font) = FontRef::new(self.data()) {
            walk.font = Some(font);
            walk.glyph(glyph.into(), Placement::NONE, 0);
        }
        walk.out
    }
}

/// How a part of a composite glyph is turned and moved.
#[derive(Clone, Copy)]
struct Placement {
    /// Columns of the matrix: where the x and the y axis go.
    x: OutlinePoint,
    y: OutlinePoint,
    offset: OutlinePoint,
}

impl Placement {
    const NONE: Self = Self { x: (1.0, 0.0), y: (0.0, 1.0), offset: (0.0, 0.0) };

    fn turn(&self, (x, y): OutlinePoint) -> OutlinePoint {
        (self.x.0 * x + self.y.0 * y, self.x.1 * x + self.y.1 * y)
    }

    fn place(&self, point: OutlinePoint) -> OutlinePoint {
        let (x, y) = self.turn(point);
        (x + self.offset.0, y + self.offset.1)
    }

    /// This placement of what is placed so itself.
    fn of(&self, inner: &Self) -> Self {
        Self { x: self.turn(inner.x), y: self.turn(inner.y), offset: self.place(inner.offset) }
    }
}

struct Walk<'a> {
    font: Option<FontRef<'a>>,
    out: Vec<OutlineSegment>,
}

impl Walk<'_> {
    fn glyph(&mut self, id: GlyphId, placement: Placement, level: u8) {
        let Some(font) = self.font.as_ref().filter(|_| level < MOST_LEVELS) else { return };
        let (Ok(loca), Ok(glyf)) = (font.loca(None), font.glyf()) else { return };
        match loca.get_glyf(id, &glyf) {
            Ok(Some(Glyph::Simple(simple))) => self.simple(&simple, placement),
            Ok(Some(Glyph::Composite(composite))) => {
                for (part, inner) in parts(&composite) {
                    self.glyph(part, placement.of(&inner), level + 1);
                }
            }
            Ok(None) | Err(_) => {}
        }
    }

    fn simple(&mut self, glyph: &SimpleGlyph<'_>, placement: Placement) {
        let points: Vec<CurvePoint> = glyph.points().collect();
        let mut start = 0;
        for end in glyph.end_pts_of_contours() {
            let end = usize::from(end.get()) + 1;
            if let Some(contour) = points.get(start..end) {
                self.contour(contour, placement);
            }
            start = end;
        }
    }

    /// A contour of points on the curve and off it; between two that are off it, one in the middle is on it.
    fn contour(&mut self, points: &[CurvePoint], placement: Placement) {
        let place = |point: &CurvePoint| placement.place((f32::from(point.x), f32::from(point.y)));
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
        let on_curve = points.iter().position(|point| point.on_curve);
        let (start, from) = match on_curve {
            Some(index) => (place(&points[index]), index + 1),
            None => (middle(place(last), place(first)), 0),
        };
        self.out.push(OutlineSegment::Move(start));
        let mut pull: Option<OutlinePoint> = None;
        for point in points.iter().cycle().skip(from).take(points.len()) {
            let here = place(point);
            pull = match (pull, point.on_curve) {
                (None, true) => {
                    self.out.push(OutlineSegment::Line(here));
                    None
                }
                (None, false) => Some(here),
                (Some(pull), true) => {
                    self.out.push(OutlineSegment::Curve(pull, here));
                    None
                }
                (Some(pull), false) => {
                    self.out.push(OutlineSegment::Curve(pull, middle(pull, here)));
                    Some(here)
                }
            };
        }
        if let Some(pull) = pull {
            self.out.push(OutlineSegment::Curve(pull, start));
        }
        self.out.push(OutlineSegment::Close);
    }
}

/// The glyphs that a composite one is made of.
fn parts<'a>(composite: &CompositeGlyph<'a>) -> impl Iterator<Item = (GlyphId, Placement)> + 'a {
    composite.components().map(|part| {
        let offset = match part.anchor {
            Anchor::Offset { x, y } => (f32::from(x), f32::from(y)),
            // points that meet: no font that text is set in has them
            Anchor::Point { .. } => (0.0, 0.0),
        };
        let turn = part.transform;
        let (x, y) = ((turn.xx.to_f32(), turn.yx.to_f32()), (turn.xy.to_f32(), turn.yy.to_f32()));
        (part.glyph, Placement { x, y, offset })
    })
}

fn middle(a: OutlinePoint, b: OutlinePoint) -> OutlinePoint {
    (f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1))
}
