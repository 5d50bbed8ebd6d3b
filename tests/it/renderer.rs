//! A renderer that is used again: the same bytes, less work, bounded memory.

use crate::corpus::samples;
use crate::docx_sample;
use crate::pdf_pages::{Sheets, png};
use vanban::font::FontBook;
use vanban::pdf::{PdfCache, PdfOptions};
use vanban::units::Length;
use vanban::{Options, Renderer};

#[test]
fn files_do_not_depend_on_what_was_rendered_before() {
    let mut renderer = Renderer::new(FontBook::bundled().unwrap());
    let all = samples();
    for sample in all.iter().chain(all.iter().rev()) {
        let alone = sample.render();
        let rendered = sample.with(|spec, resources, _| renderer.render(spec, resources.pictures, &Options::default()));
        let rendered = rendered.unwrap();
        assert!(
            rendered.bytes(vanban::Format::Pdf) == alone.bytes(vanban::Format::Pdf)
                && rendered.bytes(vanban::Format::Docx) == alone.bytes(vanban::Format::Docx),
            "{}",
            sample.name
        );
    }
}

#[test]
fn other_faces_are_not_mistaken_for_those_before() {
    let regular = || include_bytes!("../../fonts/LiberationSerif-Regular.ttf").to_vec();
    let slanted = || include_bytes!("../../fonts/LiberationSerif-Italic.ttf").to_vec();
    let upright = FontBook::new([regular(), regular(), regular(), regular()]).unwrap();
    let italic = FontBook::new([slanted(), slanted(), slanted(), slanted()]).unwrap();
    let mut sheets = Sheets::new();
    sheets.text(Length::pt(85), Length::pt(100), "abc", crate::pdf_pages::Look::default());
    let write = |fonts: &FontBook, cache: &mut PdfCache| {
        vanban::pdf::write(&sheets.pages, fonts, b"{}", &PdfOptions::default(), cache).unwrap()
    };
    let mut cache = PdfCache::default();
    let first = write(&upright, &mut cache);
    assert_ne!(first, write(&italic, &mut cache));
    assert_eq!(first, write(&upright.clone(), &mut cache));
}

#[test]
fn memory_of_the_cache_is_bounded() {
    let fonts = FontBook::bundled().unwrap();
    let mut cache = PdfCache::default();
    let mut most = 0;
    for seed in 1..=13_u32 {
        // noise does not deflate: 1.4 MB each
        let mut state = seed;
        let mut noise = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state.to_le_bytes()[0]
        };
        let samples: Vec<u8> = (0..700 * 700 * 3).map(|_| noise()).collect();
        let mut sheets = Sheets::new();
        sheets.pages.pictures = vec![png(700, 700, ::png::ColorType::Rgb, &samples)];
        sheets.picture(0, Length::mm(50), Length::mm(60), Length::mm(30), Length::mm(30));
        vanban::pdf::write(&sheets.pages, &fonts, b"{}", &PdfOptions::default(), &mut cache).unwrap();
        most = most.max(cache.weight());
        assert!(cache.weight() >= 1_400_000, "the last picture is kept");
    }
    assert!((12 << 20..=32 << 20).contains(&most), "{most}");
}

#[test]
fn long_parts_of_word_files_are_not_remembered() {
    let mut cache = vanban::docx::WordCache::default();
    let mut write = |paragraphs: usize| {
        let text = |n| docx_sample::text(vanban::model::Role::Body, &format!("Đoạn thứ {n} của văn bản."));
        let document = docx_sample::document((0..paragraphs).map(text).collect());
        let beside = vanban::docx::Beside { source: b"{}", page_count: 1, partings: &[] };
        let file = vanban::docx::write(&document, &beside, &mut cache).unwrap();
        (file, cache.weight())
    };
    let (first, light) = write(1);
    assert!((10_000..100_000).contains(&light), "styles and settings are kept: {light}");
    let (_, after_a_long_one) = write(10_000);
    assert!(after_a_long_one < light, "the text is not: {after_a_long_one}");
    assert_eq!(write(1), (first, light));
}
