//! A page as PNG: text by exact coverage, lines on whole pixels, pictures in their size.
use std::ops::RangeInclusive;

use png::{BitDepth, ColorType, Compression, Encoder};

use super::canvas::{Canvas, PixelBox};
use super::glyph_cache::{EMU_PER_INCH, GlyphCache, GlyphKey, PHASES};
use super::glyphs;
use super::pixels::Unpacked;
use crate::error::WriteError;
use crate::font::FontBook;
use crate::model::Color;
use crate::pages::{Item, ItemKind, Page, Pages, TextRun};
use crate::units::Length;

/// How to draw pages as PNG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PngOptions {
    /// Dots an inch, within [`Self::DPI`]; what lies outside counts as the nearest. 96 unless said otherwise.
    pub dpi: u16,
    /// Whether the file is packed as small as it goes, which takes ten times as long.
    pub is_small: bool,
}

/// What stands for a JPEG whose samples are damaged, of which only the segments were judged: viewers of the PDF show no picture either.
const NOT_UNPACKED: Color = Color { red: 0xdd, green: 0xdd, blue: 0xdd };

impl Default for PngOptions {
    fn default() -> Self {
        Self { dpi: 96, is_small: false }
    }
}

impl PngOptions {
    /// The dots an inch that a page may have.
    pub const DPI: RangeInclusive<u16> = 10..=600;

    /// 96 dots an inch, packed quickly.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// So many dots an inch.
    #[must_use]
    pub fn dpi(mut self, dpi: u16) -> Self {
        self.dpi = dpi;
        self
    }

    /// Packed small.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.is_small = true;
        self
    }
}

/// Draws a page.
pub(super) fn draw(
    pages: &Pages,
    page: &Page,
    fonts: &FontBook,
    options: PngOptions,
    cache: &mut GlyphCache,
) -> Result<Vec<u8>, WriteError> {
    cache.serve(fonts);
    let dpi = options.dpi.clamp(*PngOptions::DPI.start(), *PngOptions::DPI.end());
    let side = |length| usize::try_from(nearest_dot(length, dpi)).unwrap_or(0).max(1);
    let (width, height) = (side(page.width), side(page.height));
    let mut paper = Canvas::new(width, height, page.items.iter().any(has_color));
    for item in &page.items {
        if let ItemKind::Image { picture, x, y, width, height } = item.kind
            && let Some(picture) = pages.pictures.get(picture)
        {
            let place = on_pixels([x, y, width, height], dpi);
            match Unpacked::of(picture) {
                Some(unpacked) => unpacked.draw(place, &mut paper),
                None => paper.fill(place, NOT_UNPACKED),
            }
        }
    }
    for item in &page.items {
        match &item.kind {
            ItemKind::Text(run) => text(pages, run, fonts, dpi, cache, &mut paper),
            ItemKind::Line { x, y, width, height, color } => {
                paper.fill(line_on_pixels([*x, *y, *width, *height], dpi), *color);
            }
            // what a signing program fills in is not on the paper
            ItemKind::Image { .. } | ItemKind::SignatureField { .. } => {}
        }
    }
    pack(&paper, (width, height), options.is_small)
}

/// Whether grey paper would show something otherwise.
fn has_color(item: &Item) -> bool {
    let is_grey = |color: Color| color.red == color.green && color.green == color.blue;
    match item.kind {
        ItemKind::Text(run) => !is_grey(run.color),
        ItemKind::Line { color, .. } => !is_grey(color),
        ItemKind::Image { .. } => true,
        ItemKind::SignatureField { .. } => false,
    }
}

/// The nearest whole pixels.
fn on_pixels([x, y, width, height]: [Length; 4], dpi: u16) -> PixelBox {
    let [left, top, right, bottom] = [x, y, x + width, y + height].map(|place| nearest_dot(place, dpi));
    PixelBox { left, top, right: right.max(left + 1), bottom: bottom.max(top + 1) }
}

/// The pixels of a line, at least one thick: none is lost or grey, lines of one thickness are alike, and where two of them meet at a
/// corner neither reaches beyond the other.
fn line_on_pixels([x, y, width, height]: [Length; 4], dpi: u16) -> PixelBox {
    let dots = nearest_dot(width.min(height), dpi).max(1);
    let end = |from: Length, length: Length| nearest_dot(from + length - width.min(height), dpi) + dots;
    let (left, top) = (nearest_dot(x, dpi), nearest_dot(y, dpi));
    PixelBox { left, top, right: end(x, width).max(left + 1), bottom: end(y, height).max(top + 1) }
}

/// The pixel that a place on paper falls on, half a pixel to the next.
fn nearest_dot(length: Length, dpi: u16) -> i64 {
    (2 * length.to_emu() * i64::from(dpi) + EMU_PER_INCH).div_euclid(2 * EMU_PER_INCH)
}

fn text(pages: &Pages, run: &TextRun, fonts: &FontBook, dpi: u16, cache: &mut GlyphCache, paper: &mut Canvas) {
    glyphs::each(pages, run, fonts, |placed| {
        let phases = (placed.x.to_emu() * i64::from(dpi) * PHASES).div_euclid(EMU_PER_INCH);
        let (column, phase) = (phases.div_euclid(PHASES), phases.rem_euclid(PHASES));
        let row = nearest_dot(placed.y, dpi);
        let key = GlyphKey {
            glyph: placed.glyph,
            face: run.face,
            size: run.size.to_emu(),
            dpi,
            phase: u8::try_from(phase).unwrap_or(0),
        };
        let glyph = cache.get(key, fonts);
        paper.ink((column + glyph.left, row + glyph.top), glyph.width, &glyph.opacities, run.color);
    });
}

fn pack(paper: &Canvas, (width, height): (usize, usize), is_small: bool) -> Result<Vec<u8>, WriteError> {
    let fault = |e: png::EncodingError| WriteError(format!("PNG: {e}"));
    let mut out = Vec::new();
    let side = |pixels| u32::try_from(pixels).unwrap_or(u32::MAX);
    let mut encoder = Encoder::new(&mut out, side(width), side(height));
    encoder.set_color(if paper.is_coloured() { ColorType::Rgb } else { ColorType::Grayscale });
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(if is_small { Compression::High } else { Compression::Fast });
    let mut writer = encoder.write_header().map_err(fault)?;
    writer.write_image_data(paper.samples()).map_err(fault)?;
    writer.finish().map_err(fault)?;
    Ok(out)
}
