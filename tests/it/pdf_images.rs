//! Pictures of every kind of PNG in the PDF.

use std::sync::Arc;

use crate::pdf_pages::{Sheets, png};
use crate::pdf_reader::{Pdf, Value};
use ::png::{BitDepth, ColorType, Encoder};
use vanban::font::FontBook;
use vanban::model::Picture;
use vanban::units::Length;

/// What a picture became: samples and, where it has one, its mask.
#[derive(Debug, PartialEq)]
struct Stored {
    space: String,
    samples: Vec<u8>,
    mask: Option<Vec<u8>>,
}

fn write(picture: impl Into<Arc<Picture>>) -> Result<Vec<u8>, vanban::WriteError> {
    let mut sheets = Sheets::new();
    sheets.pages.pictures = vec![picture.into()];
    sheets.picture(0, Length::mm(50), Length::mm(60), Length::mm(30), Length::mm(20));
    crate::pdf_pages::write_pdf(&sheets.pages, &FontBook::bundled().unwrap())
}

fn stored(picture: impl Into<Arc<Picture>>) -> Stored {
    let pdf = Pdf::read(&write(picture).unwrap());
    let page = pdf.pages()[0];
    assert!(page.get("Group").unwrap().get("CS").unwrap().is_name("DeviceRGB"));
    let images = pdf.field(page, "Resources").unwrap().get("XObject").unwrap();
    let image = pdf.field(images, "P0").unwrap();
    let Some(Value::Name(space)) = image.get("ColorSpace") else { panic!("no colour space") };
    Stored {
        space: space.clone(),
        samples: samples(image, pdf.data(images, "P0")),
        mask: image.get("SMask").map(|_| samples(pdf.field(image, "SMask").unwrap(), pdf.data(image, "SMask"))),
    }
}

/// Undoes the predictor.
fn samples(image: &Value, data: &[u8]) -> Vec<u8> {
    let gray = image.get("ColorSpace").unwrap().is_name("DeviceGray");
    let row_length = image.get("Width").unwrap().index() * if gray { 1 } else { 3 };
    assert_eq!(data.len(), (row_length + 1) * image.get("Height").unwrap().index());
    let mut above = vec![0_u8; row_length];
    let mut out = Vec::new();
    for row in data.chunks(row_length + 1) {
        assert_eq!(row[0], 2, "PNG predictor Up");
        above.iter_mut().zip(&row[1..]).for_each(|(byte, delta)| *byte = byte.wrapping_add(*delta));
        out.extend_from_slice(&above);
    }
    out
}

fn encoded(width: u32, height: u32, set: impl FnOnce(&mut Encoder<'_, &mut Vec<u8>>), data: &[u8]) -> Picture {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    set(&mut encoder);
    encoder.write_header().unwrap().write_image_data(data).unwrap();
    Picture {
        name: "mau.png".to_owned(),
        at: vanban::diag::Pointer::root(),
        bytes,
        format: vanban::model::PictureFormat::Png,
        width_px: width,
        height_px: height,
    }
}

fn rgb(samples: &[u8]) -> Stored {
    Stored { space: "DeviceRGB".into(), samples: samples.to_vec(), mask: None }
}

#[test]
fn transparency_becomes_a_mask() {
    let picture = png(2, 2, ColorType::Rgba, &[1, 2, 3, 255, 4, 5, 6, 128, 7, 8, 9, 0, 10, 11, 12, 255]);
    let expected = Stored { mask: Some(vec![255, 128, 0, 255]), ..rgb(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) };
    assert_eq!(stored(picture), expected);
    let picture = png(2, 1, ColorType::GrayscaleAlpha, &[9, 255, 7, 1]);
    let expected = Stored { space: "DeviceGray".into(), samples: vec![9, 7], mask: Some(vec![255, 1]) };
    assert_eq!(stored(picture), expected);
}

#[test]
fn an_opaque_picture_has_no_mask() {
    assert_eq!(stored(png(1, 1, ColorType::Rgba, &[1, 2, 3, 255])), rgb(&[1, 2, 3]));
    assert_eq!(stored(png(1, 1, ColorType::Rgb, &[1, 2, 3])), rgb(&[1, 2, 3]));
}

#[test]
fn other_depths_and_palettes_become_eight_bits() {
    let sixteen = |e: &mut Encoder<'_, &mut Vec<u8>>| {
        e.set_color(ColorType::Rgb);
        e.set_depth(BitDepth::Sixteen);
    };
    assert_eq!(stored(encoded(1, 1, sixteen, &[1, 255, 2, 255, 3, 255])), rgb(&[1, 2, 3]));
    let one_bit = |e: &mut Encoder<'_, &mut Vec<u8>>| {
        e.set_color(ColorType::Grayscale);
        e.set_depth(BitDepth::One);
    };
    let expected = Stored { space: "DeviceGray".into(), samples: vec![255, 0, 255], mask: None };
    assert_eq!(stored(encoded(3, 1, one_bit, &[0b1010_0000])), expected);
    let palette = |e: &mut Encoder<'_, &mut Vec<u8>>| {
        e.set_color(ColorType::Indexed);
        e.set_depth(BitDepth::Two);
        e.set_palette(vec![1, 2, 3, 4, 5, 6]);
        e.set_trns(vec![255, 77]);
    };
    let expected = Stored { mask: Some(vec![77, 255]), ..rgb(&[4, 5, 6, 1, 2, 3]) };
    assert_eq!(stored(encoded(2, 1, palette, &[0b0100_0000])), expected);
}

/// The passes of Adam7 put together by hand: a picture of 2 × 2 has its pixels in passes 1, 6 and 7.
#[test]
fn an_interlaced_picture_is_put_in_order() {
    let straight = encoded(2, 2, |e| e.set_color(ColorType::Grayscale), &[1, 2, 3, 4]);
    let scanlines = [0, 1, 0, 2, 0, 3, 4];
    let mut bytes = Vec::new();
    let mut at = 8;
    bytes.extend_from_slice(&straight.bytes[..8]);
    while at < straight.bytes.len() {
        let length = usize::try_from(u32::from_be_bytes(straight.bytes[at..at + 4].try_into().unwrap())).unwrap();
        let kind = &straight.bytes[at + 4..at + 8];
        let mut data = straight.bytes[at + 8..at + 8 + length].to_vec();
        match kind {
            b"IHDR" => data[12] = 1,
            b"IDAT" => {
                let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
                std::io::Write::write_all(&mut encoder, &scanlines).unwrap();
                data = encoder.finish().unwrap();
            }
            _ => {}
        }
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let checked = [kind, &data].concat();
        let mut crc = flate2::Crc::new();
        crc.update(&checked);
        bytes.extend(checked);
        bytes.extend(crc.sum().to_be_bytes());
        at += 12 + length;
    }
    let interlaced =
        stored(Picture { name: "mau.png".to_owned(), at: vanban::diag::Pointer::root(), bytes, ..straight.clone() });
    assert_eq!(interlaced.samples, [1, 2, 3, 4]);
    assert_eq!(interlaced, stored(straight));
}

#[test]
fn a_small_file_that_claims_gigabytes_is_refused() {
    let mut picture = encoded(1, 1, |e| e.set_color(ColorType::Rgba), &[0; 4]);
    // IHDR: width and height follow the signature, a length and a name
    picture.bytes[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let mut crc = flate2::Crc::new();
    crc.update(&picture.bytes[12..29]);
    picture.bytes[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    assert_eq!(write(picture).unwrap_err().0, "picture 0: 30000 × 30000 pixels are more than 20000000");
}

#[test]
fn a_damaged_picture_is_an_error() {
    let mut picture = png(2, 2, ColorType::Rgb, &[0; 12]);
    let short = picture.bytes.len() - 20;
    Arc::make_mut(&mut picture).bytes.truncate(short);
    assert!(write(picture).unwrap_err().0.starts_with("picture 0: "));
    let text = Picture {
        name: "mau.png".to_owned(),
        at: vanban::diag::Pointer::root(),
        bytes: b"GIF89a".to_vec(),
        format: vanban::model::PictureFormat::Png,
        width_px: 1,
        height_px: 1,
    };
    assert!(write(text).unwrap_err().0.starts_with("picture 0: "));
}
