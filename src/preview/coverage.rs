//! How much of each pixel an outline covers, exactly: every edge adds the area to its right, with a sign, to the pixels that it
//! crosses, and a running sum along each row gives what is inside (the accumulation buffer of font-rs and of `stb_truetype`).
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels of a glyph: small numbers that are checked against its box"
)]

use crate::font::{OutlinePoint, OutlineSegment};

/// A buffer of as many pixels as a glyph has.
pub(super) struct Coverage {
    width: usize,
    height: usize,
    /// What each pixel adds to the sum of its row.
    deltas: Vec<f32>,
}

/// How far a curve may be from the lines that stand for it, in fourths of a pixel.
const FLATNESS: f32 = 0.4;

impl Coverage {
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self { width, height, deltas: vec![0.0; width * height] }
    }

    /// Adds an outline, its points made pixels by a function.
    pub(super) fn add(&mut self, outline: &[OutlineSegment], place: impl Fn(OutlinePoint) -> OutlinePoint) {
        let (mut here, mut start) = ((0.0, 0.0), (0.0, 0.0));
        for segment in outline {
            match *segment {
                OutlineSegment::Move(to) => {
                    here = place(to);
                    start = here;
                }
                OutlineSegment::Line(to) => {
                    let to = place(to);
                    self.line(here, to);
                    here = to;
                }
                OutlineSegment::Curve(pull, to) => {
                    let to = place(to);
                    self.curve(here, place(pull), to);
                    here = to;
                }
                OutlineSegment::Close => {
                    self.line(here, start);
                    here = start;
                }
            }
        }
    }

    /// What is covered of each pixel, row by row, 255 for all of it.
    pub(super) fn finish(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.deltas.len());
        for row in self.deltas.chunks(self.width.max(1)) {
            let mut sum = 0.0_f32;
            out.extend(row.iter().map(|delta| {
                sum += delta;
                (sum.abs().min(1.0) * 255.0 + 0.5) as u8
            }));
        }
        out
    }

    /// Lines along a quadratic curve, the more the more it bends.
    fn curve(&mut self, from: OutlinePoint, pull: OutlinePoint, to: OutlinePoint) {
        let bend = (from.0 - 2.0 * pull.0 + to.0, from.1 - 2.0 * pull.1 + to.1);
        let bend = (bend.0 * bend.0 + bend.1 * bend.1).sqrt();
        let count = ((bend / FLATNESS).sqrt().ceil() as usize).clamp(1, 32);
        let mut before = from;
        for i in 1..=count {
            let t = i as f32 / count as f32;
            let u = 1.0 - t;
            let at = |a: f32, b: f32, c: f32| u * u * a + 2.0 * u * t * b + t * t * c;
            let here = (at(from.0, pull.0, to.0), at(from.1, pull.1, to.1));
            self.line(before, here);
            before = here;
        }
    }

    /// An edge: split at the borders of rows.
    #[allow(clippy::float_cmp, reason = "an edge along a row covers nothing, whatever is near it")]
    fn line(&mut self, from: OutlinePoint, to: OutlinePoint) {
        if from.1 == to.1 {
            return;
        }
        let (sign, top, bottom) = if from.1 < to.1 { (1.0, from, to) } else { (-1.0, to, from) };
        let slope = (bottom.0 - top.0) / (bottom.1 - top.1);
        let mut x = if top.1 < 0.0 { top.0 - top.1 * slope } else { top.0 };
        let first = top.1.max(0.0) as usize;
        let last = (bottom.1.ceil().max(0.0) as usize).min(self.height);
        for row in first..last {
            let above = (row as f32).max(top.1);
            let below = ((row + 1) as f32).min(bottom.1);
            let next = x + slope * (below - above);
            self.edge_in_row(row, (x, next), sign * (below - above));
            x = next;
        }
    }

    /// An edge within one row, from one place across to another: `height` of the row, with its sign.
    fn edge_in_row(&mut self, row: usize, (a, b): (f32, f32), height: f32) {
        let (left, right) = if a < b { (a, b) } else { (b, a) };
        let (first, last) = (left.floor(), right.ceil());
        let width = right - left;
        if last - first <= 1.0 {
            // within one pixel: what is right of the edge, and the rest with the next pixel
            let inside = height * (f32::midpoint(a, b) - first);
            self.put(row, first, height - inside);
            self.put(row, first + 1.0, inside);
            return;
        }
        // the area right of the edge within each pixel that it crosses grows as a triangle, in a straight line, as a triangle
        let per_pixel = height / width;
        let area_to = |x: f32| {
            // of the strip from the left end of the edge to x: height covered so far, summed over it
            let reach = (x - left).clamp(0.0, width);
            per_pixel * reach * reach / 2.0 + height * (x - right).max(0.0)
        };
        let (mut covered, mut x, mut sum) = (0.0, first, 0.0);
        while x < last {
            let here = area_to(x + 1.0) - area_to(x);
            self.put(row, x, here - covered);
            sum += here - covered;
            covered = here;
            x += 1.0;
        }
        self.put(row, x, height - sum);
    }

    /// Adds to a pixel; what lies left of the box covers its first pixel, what lies right of it none.
    fn put(&mut self, row: usize, x: f32, delta: f32) {
        let column = x.max(0.0) as usize;
        if column < self.width
            && let Some(cell) = self.deltas.get_mut(row * self.width + column)
        {
            *cell += delta;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Coverage;
    use crate::font::OutlineSegment::{Close, Curve, Line, Move};

    fn covered(width: usize, height: usize, outline: &[crate::font::OutlineSegment]) -> Vec<u8> {
        let mut coverage = Coverage::new(width, height);
        coverage.add(outline, |point| point);
        coverage.finish()
    }

    #[test]
    fn a_box_covers_parts_of_pixels() {
        let outline = [Move((0.5, 0.25)), Line((2.5, 0.25)), Line((2.5, 1.0)), Line((0.5, 1.0)), Close];
        assert_eq!(covered(4, 2, &outline), [96, 191, 96, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn a_triangle_covers_half_of_its_box_whichever_way_round() {
        let outline = [Move((0.0, 0.0)), Line((4.0, 4.0)), Line((0.0, 4.0)), Close];
        let back = [Move((0.0, 4.0)), Line((4.0, 4.0)), Line((0.0, 0.0)), Close];
        let rows = [128, 0, 0, 0, 255, 128, 0, 0, 255, 255, 128, 0, 255, 255, 255, 128];
        assert_eq!(covered(4, 4, &outline), rows);
        assert_eq!(covered(4, 4, &back), rows);
    }

    #[test]
    fn a_flat_slope_covers_each_pixel_by_its_area() {
        // from the top left to the bottom right of one row of four pixels
        let outline = [Move((0.0, 0.0)), Line((4.0, 1.0)), Line((0.0, 1.0)), Close];
        assert_eq!(covered(5, 1, &outline), [223, 159, 96, 32, 0]);
    }

    #[test]
    fn an_inner_contour_cuts_out() {
        let outline = [
            Move((0.0, 0.0)),
            Line((3.0, 0.0)),
            Line((3.0, 3.0)),
            Line((0.0, 3.0)),
            Close,
            Move((1.0, 1.0)),
            Line((1.0, 2.0)),
            Line((2.0, 2.0)),
            Line((2.0, 1.0)),
            Close,
        ];
        assert_eq!(covered(3, 3, &outline), [255, 255, 255, 255, 0, 255, 255, 255, 255]);
    }

    #[test]
    fn what_reaches_out_of_the_box_covers_its_edge() {
        let outline = [Move((-2.0, -1.0)), Line((9.0, -1.0)), Line((9.0, 9.0)), Line((-2.0, 9.0)), Close];
        assert_eq!(covered(2, 2, &outline), [255; 4]);
    }

    #[test]
    fn a_circle_has_its_area() {
        let (r, k) = (8.0_f32, 8.0 * 0.414_213_57);
        let at = |x: f32, y: f32| (10.0 + x, 10.0 + y);
        let outline = [
            Move(at(r, 0.0)),
            Curve(at(r, k), at(r * 0.707_106_77, r * 0.707_106_77)),
            Curve(at(k, r), at(0.0, r)),
            Curve(at(-k, r), at(-r * 0.707_106_77, r * 0.707_106_77)),
            Curve(at(-r, k), at(-r, 0.0)),
            Curve(at(-r, -k), at(-r * 0.707_106_77, -r * 0.707_106_77)),
            Curve(at(-k, -r), at(0.0, -r)),
            Curve(at(k, -r), at(r * 0.707_106_77, -r * 0.707_106_77)),
            Curve(at(r, -k), at(r, 0.0)),
            Close,
        ];
        let area: u32 = covered(20, 20, &outline).into_iter().map(u32::from).sum();
        let expected = 255.0 * std::f32::consts::PI * r * r;
        assert!((area as f32 - expected).abs() < expected * 0.01, "{area} {expected}");
    }
}
