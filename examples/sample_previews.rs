//! Makes `samples/preview/NAME.png` of every sample anew: its first page, small enough for the gallery of the READMEs. Poppler's
//! `pdftoppm` draws the page; its colours are reduced to a palette.
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
use std::process::Command;

use vanban::font::FontBook;
use vanban::pdf::SignatureFields;
use vanban::{Format, Options, PictureError, PictureSource, Renderer};

/// Width of a preview in pixels.
const WIDTH: &str = "720";

fn main() -> Result<(), Box<dyn Error>> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let previews = samples.join("preview");
    let pictures = Folder(&samples);
    let mut options = Options::new();
    options.formats = vec![Format::Pdf];
    // the page as it is on paper, without empty fields that some viewers mark
    options.pdf.signature_fields = SignatureFields::Omit;
    let mut renderer = Renderer::new(FontBook::bundled()?);
    for entry in fs::read_dir(&samples)? {
        let path = entry?.path();
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else { continue };
        if path.extension().is_none_or(|extension| extension != "json")
            || !(names.is_empty() || names.iter().any(|one| one == name))
        {
            continue;
        }
        let rendered = renderer.render(&fs::read(&path)?, &pictures, &options)?;
        let pdf = rendered.bytes(Format::Pdf).ok_or_else(|| format!("{name}: no PDF: {:#?}", rendered.findings))?;
        let preview = previews.join(name).with_extension("png");
        fs::write(&preview, reduced(&first_page(pdf)?)?)?;
        println!("{}: {} KB", preview.display(), fs::metadata(&preview)?.len().div_ceil(1024));
    }
    Ok(())
}

/// A PNG of the first page of a PDF.
fn first_page(pdf: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let file = std::env::temp_dir().join(format!("vanban-preview-{}.pdf", std::process::id()));
    fs::write(&file, pdf)?;
    let drawn = Command::new("pdftoppm")
        .args(["-f", "1", "-singlefile", "-scale-to-x", WIDTH, "-scale-to-y", "-1", "-png"])
        .arg(&file)
        .output();
    fs::remove_file(&file)?;
    let drawn = drawn?;
    if !drawn.status.success() {
        return Err(String::from_utf8_lossy(&drawn.stderr).into());
    }
    Ok(drawn.stdout)
}

/// The same picture with a palette: 16 greys, and the colours of seals and stamps in eight steps a channel.
fn reduced(picture: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
    let info = reader.next_frame(&mut pixels)?;
    if (info.color_type, info.bit_depth) != (png::ColorType::Rgb, png::BitDepth::Eight) {
        return Err("pdftoppm draws pages in colour".into());
    }
    let mut palette = BTreeMap::new();
    let colours: Vec<[u8; 3]> = pixels.chunks_exact(3).map(|pixel| coarse([pixel[0], pixel[1], pixel[2]])).collect();
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
