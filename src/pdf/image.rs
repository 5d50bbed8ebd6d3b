//! Pictures: PNG files of any kind become 8-bit grey or RGB samples, their transparency a soft mask.

use std::io::Cursor;

use pdf_writer::types::Predictor;
use pdf_writer::{Finish, Name, Ref};
use png::{BitDepth, ColorType, Decoder, Transformations};
use sha2::{Digest, Sha256};

use super::cache::{Key, PdfCache, Weigh};
use super::objects::Objects;
use crate::error::WriteError;
use crate::pages::{ItemKind, Pages};
use crate::picture::{MAX_PIXELS, is_small_enough};

/// What content streams call a picture.
pub(super) fn name(picture: usize) -> String {
    format!("P{picture}")
}

/// Whether the transparent parts of pictures stay transparent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Transparency {
    /// They do.
    Keep,
    /// They become white (PDF/A-1, 6.4).
    Flatten,
}

/// Writes each picture that stands on a page, once; in the order of [`Pages::pictures`].
pub(super) fn write_all(
    pages: &Pages,
    transparency: Transparency,
    cache: &mut PdfCache,
    objects: &mut Objects,
) -> Result<Vec<Option<Ref>>, WriteError> {
    let mut refs = vec![None; pages.pictures.len()];
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let ItemKind::Image { picture, .. } = item.kind else { continue };
        let missing = || WriteError(format!("picture {picture} is not there"));
        let (slot, source) = refs.get_mut(picture).zip(pages.pictures.get(picture)).ok_or_else(missing)?;
        if slot.is_none() {
            let ready = cache.pictures.get_or_make(key(&source.bytes, transparency), || {
                let fail = |e: String| WriteError(format!("picture {picture}: {e}"));
                let samples = Samples::decode(&source.bytes).map_err(fail)?;
                Ok(match transparency {
                    Transparency::Keep => samples.pack(objects),
                    Transparency::Flatten => samples.on_white().pack(objects),
                })
            })?;
            *slot = Some(ready.write(objects));
        }
    }
    Ok(refs)
}

/// Whether a PNG file has parts that are not opaque.
pub(super) fn is_transparent(file: &[u8]) -> Result<bool, WriteError> {
    Ok(Samples::decode(file).map_err(WriteError)?.alpha.is_some())
}

/// What a picture's streams are made from.
fn key(file: &[u8], transparency: Transparency) -> Key {
    let transparency = match transparency {
        Transparency::Keep => "as it is",
        Transparency::Flatten => "on white",
    };
    Sha256::new().chain_update(transparency).chain_update(file).finalize().into()
}

/// A picture ready to be written, its planes deflated.
#[derive(Debug)]
pub(super) struct PackedPicture {
    width: u32,
    height: u32,
    color: PackedPlane,
    alpha: Option<PackedPlane>,
}

#[derive(Debug)]
struct PackedPlane {
    channels: usize,
    deflated: Vec<u8>,
}

impl Weigh for PackedPicture {
    fn weight(&self) -> usize {
        size_of::<Self>() + self.color.deflated.len() + self.alpha.as_ref().map_or(0, |alpha| alpha.deflated.len())
    }
}

impl PackedPicture {
    fn write(&self, objects: &mut Objects) -> Ref {
        let mask = self.alpha.as_ref().map(|alpha| self.write_plane(alpha, None, objects));
        self.write_plane(&self.color, mask, objects)
    }

    fn write_plane(&self, plane: &PackedPlane, mask: Option<Ref>, objects: &mut Objects) -> Ref {
        let signed = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
        let id = objects.reserve();
        let mut stream = objects.deflated_stream(id, &plane.deflated);
        stream.pair(Name(b"Type"), Name(b"XObject"));
        stream.pair(Name(b"Subtype"), Name(b"Image"));
        stream.pair(Name(b"Width"), signed(self.width));
        stream.pair(Name(b"Height"), signed(self.height));
        let space: &[u8] = if plane.channels == 1 { b"DeviceGray" } else { b"DeviceRGB" };
        stream.pair(Name(b"ColorSpace"), Name(space));
        stream.pair(Name(b"BitsPerComponent"), 8);
        if let Some(mask) = mask {
            stream.pair(Name(b"SMask"), mask);
        }
        let mut parameters = stream.decode_parms();
        parameters.predictor(Predictor::PngUp).columns(signed(self.width));
        parameters.colors(if plane.channels == 1 { 1 } else { 3 }).bits_per_component(8);
        parameters.finish();
        stream.finish();
        id
    }
}

/// A picture unpacked.
struct Samples {
    width: u32,
    height: u32,
    color: Plane,
    /// Opacity; `None`: opaque.
    alpha: Option<Plane>,
}

/// Samples of 8 bits, row by row.
struct Plane {
    /// Samples a pixel.
    channels: usize,
    bytes: Vec<u8>,
}

impl Samples {
    fn decode(file: &[u8]) -> Result<Self, String> {
        let mut decoder = Decoder::new(Cursor::new(file));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let header = decoder.read_header_info().map_err(|e| e.to_string())?;
        let (width, height) = (header.width, header.height);
        if !is_small_enough((width, height)) {
            return Err(format!("{width} × {height} pixels are more than {MAX_PIXELS}"));
        }
        let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("too large")?];
        let frame = reader.next_frame(&mut bytes).map_err(|e| e.to_string())?;
        bytes.truncate(frame.buffer_size());
        let (channels, has_alpha) = match (frame.color_type, frame.bit_depth) {
            (ColorType::Grayscale, BitDepth::Eight) => (1, false),
            (ColorType::GrayscaleAlpha, BitDepth::Eight) => (1, true),
            (ColorType::Rgb, BitDepth::Eight) => (3, false),
            (ColorType::Rgba, BitDepth::Eight) => (3, true),
            (kind, depth) => return Err(format!("{kind:?} with {depth:?} bits did not unpack")),
        };
        if !has_alpha {
            return Ok(Self { width, height, color: Plane { channels, bytes }, alpha: None });
        }
        let alpha: Vec<u8> = bytes.iter().skip(channels).step_by(channels + 1).copied().collect();
        let color = bytes.chunks_exact(channels + 1).flat_map(|pixel| &pixel[..channels]).copied().collect();
        Ok(Self {
            width,
            height,
            color: Plane { channels, bytes: color },
            alpha: alpha.iter().any(|&opacity| opacity < u8::MAX).then_some(Plane { channels: 1, bytes: alpha }),
        })
    }

    /// The picture as it looks on white paper.
    fn on_white(mut self) -> Self {
        let Some(alpha) = self.alpha.take() else { return self };
        for (pixel, opacity) in self.color.bytes.chunks_exact_mut(self.color.channels).zip(alpha.bytes) {
            for sample in pixel {
                let seen = u32::from(*sample) * u32::from(opacity) + 255 * u32::from(u8::MAX - opacity);
                *sample = u8::try_from((seen + 127) / 255).unwrap_or(u8::MAX);
            }
        }
        self
    }

    fn pack(&self, objects: &mut Objects) -> PackedPicture {
        let mut pack =
            |plane: &Plane| PackedPlane { channels: plane.channels, deflated: objects.deflate(&self.predict(plane)) };
        let alpha = self.alpha.as_ref().map(&mut pack);
        PackedPicture { width: self.width, height: self.height, color: pack(&self.color), alpha }
    }

    /// Each row as its difference from the row above, which deflates better.
    fn predict(&self, plane: &Plane) -> Vec<u8> {
        let row_length = (self.width as usize * plane.channels).max(1);
        let mut out = Vec::with_capacity(plane.bytes.len() + self.height as usize);
        let nothing_above = vec![0; row_length];
        let mut above: &[u8] = &nothing_above;
        for row in plane.bytes.chunks_exact(row_length) {
            out.push(2);
            out.extend(row.iter().zip(above).map(|(byte, up)| byte.wrapping_sub(*up)));
            above = row;
        }
        out
    }
}
