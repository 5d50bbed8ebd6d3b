//! The pixels of pictures, and how they are drawn at another size.

use std::io::Cursor;

use png::{ColorType, Decoder, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::canvas::{Canvas, PixelBox, mixed};
use crate::model::{Picture, PictureFormat};

/// Unpacked: red, green, blue and opacity of each pixel.
pub(super) struct Unpacked {
    width: usize,
    height: usize,
    samples: Vec<u8>,
}

/// Samples a pixel.
const RGBA: usize = 4;

impl Unpacked {
    /// Unpacks a picture; `None` where its samples are damaged.
    pub(super) fn of(picture: &Picture) -> Option<Self> {
        match picture.format {
            PictureFormat::Png => png(&picture.bytes),
            PictureFormat::Jpeg { .. } => jpeg(&picture.bytes),
        }
    }

    /// Draws it where it stands: each pixel of the page shows the mean of those beneath it.
    pub(super) fn draw(&self, place: PixelBox, canvas: &mut Canvas) {
        let columns = spans(self.width, place.right - place.left);
        let rows = spans(self.height, place.bottom - place.top);
        canvas.each_pixel(place, |column, row, pixel| {
            let at =
                |spans: &[(usize, usize)], index: i64| usize::try_from(index).ok().and_then(|i| spans.get(i).copied());
            let (Some(columns), Some(rows)) = (at(&columns, column), at(&rows, row)) else { return };
            let (color, opacity) = self.mean(columns, rows);
            for (sample, above) in pixel.iter_mut().zip(color) {
                *sample = mixed(*sample, above, opacity);
            }
        });
    }

    /// The mean colour of a box, what is transparent left out of it, and the mean opacity.
    fn mean(&self, (left, right): (usize, usize), (top, bottom): (usize, usize)) -> ([u8; 3], u8) {
        let (mut colors, mut opacities) = ([0_u64; 3], 0_u64);
        for row in top..bottom {
            let from = (row * self.width + left) * RGBA;
            let to = (row * self.width + right) * RGBA;
            for pixel in self.samples.get(from..to).unwrap_or_default().chunks_exact(RGBA) {
                let opacity = u64::from(pixel[3]);
                opacities += opacity;
                for (sum, sample) in colors.iter_mut().zip(pixel) {
                    *sum += u64::from(*sample) * opacity;
                }
            }
        }
        let count = u64::try_from((right - left) * (bottom - top)).unwrap_or(u64::MAX).max(1);
        let byte = |sum: u64, of: u64| u8::try_from((sum + of / 2) / of).unwrap_or(u8::MAX);
        if opacities == 0 { ([0; 3], 0) } else { (colors.map(|sum| byte(sum, opacities)), byte(opacities, count)) }
    }
}

/// Which of `from` pixels each of `to` shows: at least one.
fn spans(from: usize, to: i64) -> Vec<(usize, usize)> {
    let to = usize::try_from(to).unwrap_or(0);
    let edge = |i: usize| i * from / to.max(1);
    (0..to).map(|i| (edge(i), edge(i + 1).max(edge(i) + 1).min(from.max(1)))).collect()
}

fn png(file: &[u8]) -> Option<Unpacked> {
    let mut decoder = Decoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info().ok()?;
    let mut samples = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut samples).ok()?;
    samples.truncate(frame.buffer_size());
    let (width, height) = (frame.width as usize, frame.height as usize);
    let samples = match frame.color_type {
        ColorType::Rgba => samples,
        ColorType::GrayscaleAlpha => {
            samples.chunks_exact(2).flat_map(|pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]).collect()
        }
        _ => return None,
    };
    Some(Unpacked { width, height, samples })
}

fn jpeg(file: &[u8]) -> Option<Unpacked> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGBA);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    let samples = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    Some(Unpacked { width, height, samples })
}
