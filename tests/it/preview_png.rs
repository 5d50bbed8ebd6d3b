//! Pages as PNG, and as SVG that stands alone.

use std::collections::BTreeSet;
use std::io::Cursor;

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::preview::{GlyphCache, PngOptions, Preview};
use vanban::{NoPictures, Options, PictureError, PictureSource, Resources};

use crate::compose_support::{report, report_with};
use crate::corpus::samples;
use crate::docx_package::parse;

/// A picture that is unpacked.
pub(crate) struct Bitmap {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Samples a pixel.
    pub(crate) channels: usize,
    pub(crate) samples: Vec<u8>,
}

impl Bitmap {
    pub(crate) fn of(file: &[u8]) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(file)).read_info().unwrap();
        let mut samples = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut samples).unwrap();
        let (width, height) = (info.width as usize, info.height as usize);
        Self { width, height, channels: info.color_type.samples(), samples }
    }

    fn pixel(&self, x: usize, y: usize) -> &[u8] {
        &self.samples[(y * self.width + x) * self.channels..][..self.channels]
    }

    /// The box around all pixels that are not white: left, top, right, bottom.
    fn inked(&self) -> Option<[usize; 4]> {
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let inked = places.filter(|(x, y)| self.pixel(*x, *y).iter().any(|sample| *sample < 250));
        inked.fold(None, |bounds, (x, y)| {
            let [left, top, right, bottom] = bounds.unwrap_or([x, y, x, y]);
            Some([left.min(x), top.min(y), right.max(x), bottom.max(y)])
        })
    }
}

/// Brings one picture, whatever it is called.
struct One(Vec<u8>);

impl PictureSource for One {
    fn picture(&self, _: &str) -> Result<Vec<u8>, PictureError> {
        Ok(self.0.clone())
    }
}

fn preview_with(spec: &Value, pictures: &dyn PictureSource) -> Preview {
    let fonts = FontBook::bundled().unwrap();
    let bytes = serde_json::to_vec(spec).unwrap();
    vanban::preview(&bytes, Resources::new(&fonts).pictures(pictures), &Options::new())
}

fn preview(spec: &Value) -> Preview {
    preview_with(spec, &NoPictures)
}

fn drawn(preview: &Preview, dpi: u16) -> Bitmap {
    let file = preview.png(1, PngOptions::new().dpi(dpi), &mut GlyphCache::new()).unwrap().unwrap();
    Bitmap::of(&file)
}

#[test]
fn a_page_of_black_text_is_grey_and_of_the_size_of_its_paper() {
    let preview = preview(&report());
    for (dpi, size) in [(96, (794, 1123)), (150, (1240, 1754)), (1, (83, 117))] {
        let page = drawn(&preview, dpi);
        assert_eq!((page.width, page.height), size, "{dpi} dpi");
        assert_eq!(page.channels, 1);
    }
    let [left, top, right, bottom] = drawn(&preview, 96).inked().unwrap();
    // the number of the page is not printed on page 1; margins of 30, 20, 15 mm, into which the header may reach
    assert!(left > 80 && right < 794 - 40 && top > 70 && bottom < 700, "{left} {top} {right} {bottom}");
}

#[test]
fn letters_have_their_ink() {
    // as much as the outlines say: a full stop of 12 pt at 600 dpi is a disc of 0.1 em
    let text = |text: &str| {
        let spec = report_with(&json!({ "body": [{ "type": "paragraph", "text": text }] }));
        let page = drawn(&preview(&spec), 200);
        page.samples.iter().map(|sample| u64::from(255 - sample)).sum::<u64>()
    };
    let (one, three) = (text("m"), text("mmm"));
    // the same page, but for two letters of 14 pt: at 200 dpi each has an em of 38.9 pixels, of which a fifth is ink
    let letter = (three - one) as f64 / 2.0 / 255.0;
    assert!((150.0..450.0).contains(&letter), "{letter}");
}

#[test]
fn a_red_stamp_makes_the_page_coloured() {
    let page = drawn(&preview(&report_with(&json!({ "marks": { "urgency": "urgent" } }))), 96);
    assert_eq!(page.channels, 3);
    assert!(page.samples.chunks_exact(3).any(|pixel| pixel[0] > 200 && pixel[1] < 60 && pixel[2] < 60));
}

#[test]
fn lines_that_meet_end_together() {
    let table = json!({ "type": "table", "columns": [{}, {}], "rows": [["1", "2"], ["3", "4"]] });
    let preview = preview(&report_with(&json!({ "body": [table] })));
    for dpi in [60, 75, 87, 96, 97, 110, 150, 200] {
        let page = drawn(&preview, dpi);
        // the first and the last row that is black for most of the width are the upper and the lower line of the table
        let black = |y: usize| (0..page.width).filter(|x| page.pixel(*x, y) == [0]).collect::<Vec<_>>();
        let lines: Vec<Vec<usize>> = (0..page.height).map(black).filter(|black| black.len() * 2 > page.width).collect();
        assert!(lines.len() >= 3, "{dpi} dpi");
        let edges: BTreeSet<_> = lines.iter().map(|line| (line[0], line[line.len() - 1])).collect();
        assert_eq!(edges.len(), 1, "{dpi} dpi: all as long: {edges:?}");
        // and those down end where those across do
        let (left, right) = *edges.first().unwrap();
        let tops = [left, right].map(|x| (0..page.height).filter(|y| page.pixel(x, *y) == [0]).collect::<Vec<_>>());
        assert_eq!((tops[0][0], tops[0].last()), (tops[1][0], tops[1].last()), "{dpi} dpi");
    }
}

#[test]
fn a_picture_is_drawn_with_its_colours_and_its_transparency() {
    // half red, half nothing
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 40, 20);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let row: Vec<u8> = (0..40).flat_map(|x| if x < 20 { [200, 0, 0, 255] } else { [0, 0, 0, 0] }).collect();
    encoder.write_header().unwrap().write_image_data(&row.repeat(20)).unwrap();
    let block = json!({ "type": "picture", "file": "a.png", "alternative_text": "nửa đỏ", "width": "60mm" });
    let page = drawn(&preview_with(&report_with(&json!({ "body": [block] })), &One(file)), 96);
    let red = page.samples.chunks_exact(3).filter(|pixel| *pixel == [200, 0, 0]).count();
    // 30 mm × 30 mm are 113 pixels each way
    assert!((12_500..13_200).contains(&red), "{red}");
}

#[test]
fn a_jpeg_is_drawn() {
    let sample = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/blue-progressive.jpg")).unwrap();
    let block = json!({ "type": "picture", "file": "a.jpg", "alternative_text": "ảnh", "width": "40mm" });
    let page = drawn(&preview_with(&report_with(&json!({ "body": [block] })), &One(sample)), 96);
    let blue = page.samples.chunks_exact(3).filter(|pixel| pixel[2] > 180 && pixel[0] < 90).count();
    assert!(blue > 10_000, "{blue}");
}

#[test]
fn what_was_drawn_before_changes_nothing() {
    let mut cache = GlyphCache::new();
    let options = PngOptions::new();
    let alone: Vec<Vec<u8>> = samples()
        .iter()
        .take(4)
        .map(|sample| sample.with(vanban::preview).png(1, options, &mut GlyphCache::new()).unwrap().unwrap())
        .collect();
    for _ in 0..2 {
        for (sample, alone) in samples().iter().zip(&alone) {
            assert_eq!(sample.with(vanban::preview).png(1, options, &mut cache).unwrap().as_ref(), Some(alone));
        }
    }
    let small = samples()[0].with(vanban::preview).png(1, options.small(), &mut cache).unwrap().unwrap();
    assert!(small.len() < alone[0].len());
    assert_eq!(Bitmap::of(&small).samples, Bitmap::of(&alone[0]).samples);
}

#[test]
fn there_is_no_page_behind_the_last() {
    let preview = preview(&report());
    assert!(preview.png(2, PngOptions::new(), &mut GlyphCache::new()).unwrap().is_none());
    assert!(preview.outline_svg(0).is_none() && preview.outline_svg(2).is_none());
}

#[test]
fn an_svg_of_outlines_draws_each_glyph_once_and_refers_to_it() {
    let preview = preview(&report());
    let svg = preview.outline_svg(1).unwrap();
    let root = parse(svg.as_bytes());
    assert!(root.named("text").is_empty());
    let ids: Vec<&str> = root.named("path").iter().map(|path| path.get("id").unwrap()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    let used: Vec<&str> =
        root.named("use").iter().map(|one| one.get("href").unwrap().strip_prefix('#').unwrap()).collect();
    assert_eq!(used.iter().copied().collect::<BTreeSet<_>>(), unique);
    let letters = preview.svg(1).unwrap();
    let letters = parse(letters.as_bytes())
        .named("text")
        .iter()
        .map(|text| text.text.chars().filter(|c| !c.is_whitespace()).count())
        .sum::<usize>();
    assert_eq!(used.len(), letters, "a glyph a letter");
    assert!(svg.len() < 200_000, "{}", svg.len());
}
