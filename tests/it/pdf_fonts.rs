//! The fonts inside the PDF.

use crate::pdf_pages::{Look, Sheets, vietnamese_letters};
use crate::pdf_reader::{Pdf, Value};
use read_fonts::tables::glyf::Glyph;
use read_fonts::types::GlyphId;
use read_fonts::{FontRef, TableProvider};
use vanban::font::{FaceStyle, FontBook};
use vanban::pages::Pages;
use vanban::units::Length;

fn letters_in(face: FaceStyle) -> Pages {
    let mut sheets = Sheets::new();
    sheets.text(Length::pt(10), Length::pt(100), &vietnamese_letters(), Look { face, ..Look::default() });
    sheets.pages
}

fn find<'a>(pdf: &'a Pdf, key: &str) -> &'a Value {
    &pdf.objects.values().find(|(value, _)| value.get(key).is_some()).unwrap().0
}

/// The glyph of each code, and the embedded font file.
fn embedded(pdf: &Pdf) -> (Vec<u16>, &[u8]) {
    let map = pdf.data(find(pdf, "CIDToGIDMap"), "CIDToGIDMap");
    let glyphs = map.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    (glyphs, pdf.data(find(pdf, "FontFile2"), "FontFile2"))
}

/// An outline as numbers: the points of a simple glyph, or of each component with its place and transformation.
fn outline(font: &FontRef<'_>, glyph: GlyphId) -> Vec<String> {
    let glyph = font.loca(None).unwrap().get_glyf(glyph, &font.glyf().unwrap()).unwrap();
    match glyph {
        None => Vec::new(),
        Some(Glyph::Simple(simple)) => {
            let ends = simple.end_pts_of_contours().iter().map(|end| format!("contour to {}", end.get()));
            let points = simple.points().map(|point| format!("{} {} {}", point.x, point.y, point.on_curve));
            ends.chain(points).collect()
        }
        Some(Glyph::Composite(composite)) => composite
            .components()
            .flat_map(|part| {
                let place = format!("{:?} {:?}", part.anchor, part.transform);
                std::iter::once(place).chain(outline(font, part.glyph)).collect::<Vec<_>>()
            })
            .collect(),
    }
}

#[test]
fn every_outline_and_advance_is_that_of_the_whole_font() {
    let fonts = FontBook::bundled().unwrap();
    let mut letters: Vec<char> = vietnamese_letters().chars().collect();
    letters.sort_unstable();
    for style in FaceStyle::ALL {
        let pdf = Pdf::read(&crate::pdf_pages::write_pdf(&letters_in(style), &fonts).unwrap());
        let (glyphs, file) = embedded(&pdf);
        let (whole, subset) = (FontRef::new(fonts.face(style).data()).unwrap(), FontRef::new(file).unwrap());
        assert_eq!(glyphs.len(), letters.len() + 1);
        assert_eq!(glyphs[0], 0);
        for (letter, glyph) in letters.iter().zip(&glyphs[1..]) {
            let expected = outline(&whole, fonts.face(style).glyph(*letter).unwrap().into());
            assert!(!expected.is_empty());
            assert_eq!(outline(&subset, GlyphId::from(*glyph)), expected, "{style:?} {letter}");
            let advance = subset.hmtx().unwrap().advance(GlyphId::from(*glyph)).unwrap();
            assert_eq!(advance, fonts.face(style).advance(*letter), "{style:?} {letter}");
        }
        assert!(usize::from(subset.maxp().unwrap().num_glyphs()) < 300, "{style:?} is no subset");
    }
}

#[test]
fn no_hint_is_left() {
    let fonts = FontBook::bundled().unwrap();
    let pdf = Pdf::read(&crate::pdf_pages::write_pdf(&letters_in(FaceStyle::Regular), &fonts).unwrap());
    let font = FontRef::new(embedded(&pdf).1).unwrap();
    let tags: Vec<String> = font.table_directory().table_records().iter().map(|r| r.tag().to_string()).collect();
    assert_eq!(tags, ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
    let (loca, glyf) = (font.loca(None).unwrap(), font.glyf().unwrap());
    for id in 0..font.maxp().unwrap().num_glyphs() {
        match loca.get_glyf(id.into(), &glyf).unwrap() {
            None => {}
            Some(Glyph::Simple(glyph)) => assert_eq!(glyph.instruction_length(), 0, "glyph {id}"),
            Some(Glyph::Composite(glyph)) => assert!(glyph.instructions().is_none(), "glyph {id}"),
        }
    }
    assert_eq!(font.maxp().unwrap().max_size_of_instructions(), Some(0));
}

#[test]
fn check_sums_hold() {
    let fonts = FontBook::bundled().unwrap();
    let pdf = Pdf::read(&crate::pdf_pages::write_pdf(&letters_in(FaceStyle::Bold), &fonts).unwrap());
    let file = embedded(&pdf).1;
    let sum = |data: &[u8]| {
        data.chunks(4).fold(0_u32, |sum, chunk| {
            let word = (0..4).fold(0, |word, i| word << 8 | u32::from(*chunk.get(i).unwrap_or(&0)));
            sum.wrapping_add(word)
        })
    };
    assert_eq!(sum(file), 0xB1B0_AFBA, "the whole file");
    let font = FontRef::new(file).unwrap();
    for record in font.table_directory().table_records() {
        let start = usize::try_from(record.offset()).unwrap();
        assert_eq!(start % 4, 0);
        let mut table = file[start..][..usize::try_from(record.length()).unwrap()].to_vec();
        if record.tag() == "head" {
            table[8..12].fill(0);
        }
        assert_eq!(sum(&table), record.checksum(), "{}", record.tag());
    }
}

#[test]
fn other_characters_get_another_tag() {
    let fonts = FontBook::bundled().unwrap();
    let name = |text: &str| {
        let mut sheets = Sheets::new();
        sheets.text(Length::pt(10), Length::pt(100), text, Look::default());
        let pdf = Pdf::read(&crate::pdf_pages::write_pdf(&sheets.pages, &fonts).unwrap());
        let Some(Value::Name(name)) = find(&pdf, "FontName").get("FontName") else { panic!("no name") };
        let (tag, name) = name.split_once('+').unwrap();
        assert_eq!(name, "LiberationSerif");
        assert!(tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()), "{tag}");
        tag.to_owned()
    };
    assert_eq!(name("abc"), name("cba"));
    assert_ne!(name("abc"), name("abd"));
}

/// OS/2 fsType 2: restricted licence embedding.
#[test]
fn a_face_that_forbids_embedding_is_refused() {
    let mut data = FontBook::bundled().unwrap().face(FaceStyle::Regular).data().to_vec();
    let record = FontRef::new(&data).unwrap();
    let records = record.table_directory().table_records();
    let os2 = records.iter().find(|r| r.tag() == "OS/2").unwrap();
    let fs_type = usize::try_from(os2.offset()).unwrap() + 8;
    data[fs_type..fs_type + 2].copy_from_slice(&[0, 2]);
    let fonts = FontBook::new([data.clone(), data.clone(), data.clone(), data]).unwrap();
    let fault = crate::pdf_pages::write_pdf(&letters_in(FaceStyle::Regular), &fonts).unwrap_err();
    assert_eq!(fault.0, "LiberationSerif: its licence bits (OS/2 fsType) forbid embedding");
}
