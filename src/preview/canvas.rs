//! Paper of pixels: grey, or red, green and blue where something on the page has a colour.

use crate::model::Color;

/// The pixels of a page, white at first.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    /// Samples a pixel: 1 for grey, 3 for colours.
    channels: usize,
    samples: Vec<u8>,
}

/// A rectangle of pixels, its right and lower edges not in it; any of them may lie outside the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PixelBox {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) right: i64,
    pub(super) bottom: i64,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, is_coloured: bool) -> Self {
        let channels = if is_coloured { 3 } else { 1 };
        Self { width, height, channels, samples: vec![u8::MAX; width * height * channels] }
    }

    pub(super) fn is_coloured(&self) -> bool {
        self.channels == 3
    }

    pub(super) fn samples(&self) -> &[u8] {
        &self.samples
    }

    /// Inks pixels: `opacities` are those of a box of a width whose top left corner is at a place, row by row.
    pub(super) fn ink(&mut self, (left, top): (i64, i64), width: usize, opacities: &[u8], color: Color) {
        let color = samples_of(color);
        for (row, opacities) in (0..).zip(opacities.chunks(width.max(1))) {
            let Some(start) = self.row_start(top + row) else { continue };
            for (column, &opacity) in (left..).zip(opacities).filter(|(_, opacity)| **opacity > 0) {
                let Some(column) = usize::try_from(column).ok().filter(|column| *column < self.width) else { continue };
                let at = start + column * self.channels;
                for (sample, &ink) in self.samples[at..at + self.channels].iter_mut().zip(&color) {
                    *sample = mixed(*sample, ink, opacity);
                }
            }
        }
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, place: PixelBox, color: Color) {
        let color = samples_of(color);
        self.each_pixel(place, |_, _, pixel| pixel.copy_from_slice(&color[..pixel.len()]));
    }

    /// Calls for each pixel of a rectangle that lies on the paper, with its column and row in the rectangle.
    pub(super) fn each_pixel(&mut self, place: PixelBox, mut call: impl FnMut(i64, i64, &mut [u8])) {
        let clamp = |value: i64, most: usize| usize::try_from(value.max(0)).unwrap_or(usize::MAX).min(most);
        let (left, right) = (clamp(place.left, self.width), clamp(place.right, self.width));
        for y in clamp(place.top, self.height)..clamp(place.bottom, self.height) {
            let start = y * self.width;
            let row = &mut self.samples[(start + left.min(right)) * self.channels..(start + right) * self.channels];
            let first = i64::try_from(left).unwrap_or(0) - place.left;
            let row_number = i64::try_from(y).unwrap_or(0) - place.top;
            for (column, pixel) in (first..).zip(row.chunks_exact_mut(self.channels)) {
                call(column, row_number, pixel);
            }
        }
    }

    fn row_start(&self, row: i64) -> Option<usize> {
        let row = usize::try_from(row).ok().filter(|row| *row < self.height)?;
        Some(row * self.width * self.channels)
    }
}

/// A colour as the samples of a pixel; on grey paper all three are one.
fn samples_of(color: Color) -> [u8; 3] {
    [color.red, color.green, color.blue]
}

/// What is seen of two samples, the second so opaque over the first.
pub(super) fn mixed(below: u8, above: u8, opacity: u8) -> u8 {
    let opacity = u32::from(opacity);
    let seen = u32::from(below) * (255 - opacity) + u32::from(above) * opacity;
    u8::try_from((seen + 127) / 255).unwrap_or(u8::MAX)
}
