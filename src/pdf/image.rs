//! Pictures: JPEG files as they are; PNG files of any kind become 8-bit grey or RGB samples, their transparency a soft mask.

use std::io::Cursor;

use pdf_writer::types::Predictor;
use pdf_writer::{Filter, Finish, Name, Ref};
use png::{BitDepth, ColorType, Decoder, Transformations};
use sha2::{Digest, Sha256};

use super::cache::{Key, PdfCache, Weigh};
use super::objects::Objects;
use crate::deflate::{DeflateStream, Wrapping};
use crate::error::WriteError;
use crate::model::{Picture, PictureFormat};
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
        if let (None, PictureFormat::Jpeg { is_grey }) = (&slot, source.format) {
            *slot = Some(write_jpeg(source, is_grey, objects));
        }
        if slot.is_none() {
            let ready = cache.pictures.get_or_make(key(&source.bytes, transparency), || {
                PackedPicture::of(&source.bytes, transparency)
                    .map_err(|e| WriteError(format!("picture {picture}: {e}")))
            })?;
            *slot = Some(ready.write(objects));
        }
    }
    Ok(refs)
}

/// Writes a JPEG as it is.
fn write_jpeg(picture: &Picture, is_grey: bool, objects: &mut Objects) -> Ref {
    let signed = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    let id = objects.reserve();
    let mut stream = objects.plain_stream(id, &picture.bytes);
    stream.filter(Filter::DctDecode);
    stream.pair(Name(b"Type"), Name(b"XObject"));
    stream.pair(Name(b"Subtype"), Name(b"Image"));
    stream.pair(Name(b"Width"), signed(picture.width_px));
    stream.pair(Name(b"Height"), signed(picture.height_px));
    let space: &[u8] = if is_grey { b"DeviceGray" } else { b"DeviceRGB" };
    stream.pair(Name(b"ColorSpace"), Name(space));
    stream.pair(Name(b"BitsPerComponent"), 8);
    stream.finish();
    id
}

/// Whether a PNG file has parts that are not opaque.
pub(super) fn is_transparent(file: &[u8]) -> Result<bool, WriteError> {
    let mut found = false;
    let look = |row: PixelRow<'_>| found |= row.opacities().any(|opacity| opacity < u8::MAX);
    each_row(file, look).map_err(WriteError)?;
    Ok(found)
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

/// A row of pixels, 8 bits a sample.
#[derive(Clone, Copy)]
struct PixelRow<'a> {
    bytes: &'a [u8],
    /// Samples of colour a pixel: grey, or red, green and blue.
    channels: usize,
    /// Whether its opacity follows the colour of each pixel.
    has_alpha: bool,
}

impl<'a> PixelRow<'a> {
    fn pixels(self) -> impl Iterator<Item = (&'a [u8], u8)> {
        let pixel = self.channels + usize::from(self.has_alpha);
        self.bytes.chunks_exact(pixel).map(move |pixel| {
            let (color, opacity) = pixel.split_at(self.channels);
            (color, opacity.first().copied().unwrap_or(u8::MAX))
        })
    }

    fn opacities(self) -> impl Iterator<Item = u8> {
        self.pixels().map(|(_, opacity)| opacity)
    }
}

/// Width and height of a picture.
type Extent = (u32, u32);

/// Unpacks a picture row by row, so that one of many pixels takes no more room than a small one; only one that comes in passes
/// must be put together first.
fn each_row(file: &[u8], mut call: impl FnMut(PixelRow<'_>)) -> Result<Extent, String> {
    let mut decoder = Decoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(|e| e.to_string())?;
    let (width, height, interlaced) = (header.width, header.height, header.interlaced);
    if !is_small_enough((width, height)) {
        return Err(format!("{width} × {height} pixels are more than {MAX_PIXELS}"));
    }
    let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
    let (channels, has_alpha) = match reader.output_color_type() {
        (ColorType::Grayscale, BitDepth::Eight) => (1, false),
        (ColorType::GrayscaleAlpha, BitDepth::Eight) => (1, true),
        (ColorType::Rgb, BitDepth::Eight) => (3, false),
        (ColorType::Rgba, BitDepth::Eight) => (3, true),
        (kind, depth) => return Err(format!("{kind:?} with {depth:?} bits did not unpack")),
    };
    let mut call = |bytes: &[u8]| call(PixelRow { bytes, channels, has_alpha });
    if interlaced {
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("too large")?];
        let frame = reader.next_frame(&mut bytes).map_err(|e| e.to_string())?;
        bytes.chunks_exact(frame.line_size.max(1)).take(frame.height as usize).for_each(&mut call);
    } else {
        let mut rows = 0;
        while let Some(row) = reader.next_row().map_err(|e| e.to_string())? {
            call(row.data());
            rows += 1;
        }
        if rows != height {
            return Err(format!("{rows} of {height} rows"));
        }
    }
    Ok((width, height))
}

impl PackedPicture {
    /// Unpacks a picture and packs it anew as the PDF wants it.
    fn of(file: &[u8], transparency: Transparency) -> Result<Self, String> {
        let (mut color, mut alpha) = (PlanePacker::default(), PlanePacker::default());
        let (mut channels, mut is_opaque) = (1, true);
        let (mut colors, mut opacities) = (Vec::new(), Vec::new());
        let (width, height) = each_row(file, |row| {
            channels = row.channels;
            colors.clear();
            match transparency {
                Transparency::Keep => {
                    colors.extend(row.pixels().flat_map(|(color, _)| color));
                    if row.has_alpha {
                        opacities.clear();
                        opacities.extend(row.opacities());
                        is_opaque &= opacities.iter().all(|&opacity| opacity == u8::MAX);
                        alpha.write(&opacities);
                    }
                }
                Transparency::Flatten => {
                    for (color, opacity) in row.pixels() {
                        colors.extend(color.iter().map(|&sample| on_white(sample, opacity)));
                    }
                }
            }
            color.write(&colors);
        })?;
        let color = color.finish(channels);
        Ok(Self { width, height, color, alpha: (!is_opaque).then(|| alpha.finish(1)) })
    }
}

/// A sample as it looks on white paper.
fn on_white(sample: u8, opacity: u8) -> u8 {
    let seen = u32::from(sample) * u32::from(opacity) + 255 * u32::from(u8::MAX - opacity);
    u8::try_from((seen + 127) / 255).unwrap_or(u8::MAX)
}

/// A plane in the making: each row as its difference from the row above, which deflates better.
struct PlanePacker {
    deflate: DeflateStream,
    above: Vec<u8>,
    difference: Vec<u8>,
}

impl Default for PlanePacker {
    fn default() -> Self {
        let deflate = DeflateStream::new(super::LEVEL, Wrapping::Zlib);
        Self { deflate, above: Vec::new(), difference: Vec::new() }
    }
}

impl PlanePacker {
    /// The number of the predictor “Up” (ISO/IEC 15948, clause 9).
    const UP: u8 = 2;

    fn write(&mut self, row: &[u8]) {
        self.above.resize(row.len(), 0);
        self.difference.clear();
        self.difference.push(Self::UP);
        self.difference.extend(row.iter().zip(&self.above).map(|(byte, up)| byte.wrapping_sub(*up)));
        self.deflate.write(&self.difference);
        self.above.copy_from_slice(row);
    }

    fn finish(self, channels: usize) -> PackedPlane {
        PackedPlane { channels, deflated: self.deflate.finish() }
    }
}
