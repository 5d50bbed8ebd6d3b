//! Makes `samples/preview/NAME.png` of every sample anew: its first page, small enough for the gallery of the READMEs, its colours
//! reduced to a palette.
//!
//! ```text
//! cargo run --example sample_previews [NAME...]
//! ```
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool on files, not the library")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use vanban::font::FontBook;
use vanban::preview::{GlyphCache, PngOptions};
use vanban::{Options, PictureError, PictureSource, Renderer};

/// Dots an inch: a page is 719 pixels wide.
const DPI: u16 = 87;

fn main() -> Result<(), Box<dyn Error>> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let previews = samples.join("preview");
    let pictures = Folder(&samples);
    let (options, mut cache) = (Options::new(), GlyphCache::new());
    let mut renderer = Renderer::new(FontBook::bundled()?);
    for entry in fs::read_dir(&samples)? {
        let path = entry?.path();
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else { continue };
        if path.extension().is_none_or(|extension| extension != "json")
            || !(names.is_empty() || names.iter().any(|one| one == name))
        {
            continue;
        }
        let drawn = renderer.preview(&fs::read(&path)?, &pictures, &options);
        let page = drawn.png(1, PngOptions::new().dpi(DPI), &mut cache)?;
        let page = page.ok_or_else(|| format!("{name}: no pages: {:#?}", drawn.findings))?;
        let preview = previews.join(name).with_extension("png");
        fs::write(&preview, reduced(&page)?)?;
        println!("{}: {} KB", preview.display(), fs::metadata(&preview)?.len().div_ceil(1024));
    }
    Ok(())
}

/// The same picture with a palette: 16 greys, and the colours of seals and stamps in eight steps a channel.
fn reduced(picture: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
    let info = reader.next_frame(&mut pixels)?;
    let channels = info.color_type.samples();
    let mut palette = BTreeMap::new();
    let colour = |pixel: &[u8]| if channels == 3 { [pixel[0], pixel[1], pixel[2]] } else { [pixel[0]; 3] };
    let colours: Vec<[u8; 3]> = pixels.chunks_exact(channels).map(|pixel| coarse(colour(pixel))).collect();
    for colour in &colours {
        palette.insert(*colour, 0);
    }
    for (index, place) in palette.values_mut().enumerate() {
        *place = u8::try_from(index)?;
    }
    let depth = if palette.len() <= 16 { png::BitDepth::Four } else { png::BitDepth::Eight };
    let rows = colours.chunks(info.width as usize).flat_map(|row| {
        let indices: Vec<u8> = row.iter().map(|colour| palette[colour]).collect();
        match depth {
            png::BitDepth::Four => indices.chunks(2).map(|two| two[0] << 4 | two.get(1).unwrap_or(&0)).collect(),
            _ => indices,
        }
    });
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(depth);
    encoder.set_palette(palette.keys().flatten().copied().collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&rows.collect::<Vec<u8>>())?;
    Ok(out)
}

/// The nearest of the colours that a preview has.
fn coarse(colour: [u8; 3]) -> [u8; 3] {
    let (least, most) = (colour.iter().min().unwrap_or(&0), colour.iter().max().unwrap_or(&0));
    let step = if most - least < 16 { 17 } else { 36 };
    let near = |value: u8| u8::try_from((u16::from(value) + step / 2) / step * step).unwrap_or(u8::MAX);
    if step == 17 { [near(colour[1]); 3] } else { colour.map(near) }
}

/// Brings pictures from a folder.
struct Folder<'a>(&'a Path);

impl PictureSource for Folder<'_> {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        fs::read(self.0.join(name)).map_err(|_| PictureError::NotFound)
    }
}
