//! The PDF of pages put together by hand: what a reader of the file finds in it.

use crate::pdf_pages::{Look, Sheets, everything, vietnamese_letters};
use crate::pdf_reader::{Pdf, Value};
use vanban::WriteError;
use vanban::font::{FaceStyle, FontBook};
use vanban::pages::{LineEnd, Pages};
use vanban::units::Length;

pub(crate) fn try_write(pages: &Pages) -> Result<Vec<u8>, WriteError> {
    crate::pdf_pages::write_pdf(pages, &FontBook::bundled().unwrap())
}

fn write(pages: &Pages) -> Vec<u8> {
    try_write(pages).unwrap()
}

fn read(pages: &Pages) -> Pdf {
    Pdf::read(&write(pages))
}

/// The content stream of the first page, its strings as they stand.
fn content(pdf: &Pdf) -> String {
    pdf.data(pdf.pages()[0], "Contents").iter().map(|byte| char::from(*byte)).collect()
}

fn place() -> (Length, Length) {
    (Length::pt(85), Length::pt(100))
}

fn one_line(text: &str, look: Look) -> Pages {
    let mut sheets = Sheets::new();
    sheets.text(place().0, place().1, text, look);
    sheets.pages
}

#[test]
fn two_runs_give_equal_bytes() {
    assert_eq!(write(&everything()), write(&everything()));
}

#[test]
fn another_word_gives_another_identity() {
    let id = |text| {
        let bytes = write(&one_line(text, Look::default()));
        let pdf = Pdf::read(&bytes);
        let trailer = pdf.objects.values().find(|(value, _)| value.get("Root").is_some()).unwrap();
        trailer.0.get("ID").unwrap().items()[0].clone()
    };
    assert_eq!(id("một"), id("một"));
    assert_ne!(id("một"), id("môt"));
}

#[test]
fn the_file_begins_and_ends_as_archives_and_signers_demand() {
    let bytes = write(&everything());
    assert!(bytes.starts_with(b"%PDF-1.7\n%"));
    assert!(bytes[10..14].iter().all(|byte| *byte > 127));
    assert!(bytes.ends_with(b"\n%%EOF\n"));
}

#[test]
fn the_cross_reference_stream_finds_every_object() {
    let bytes = write(&everything());
    let pdf = Pdf::read(&bytes);
    let tail = String::from_utf8_lossy(&bytes[bytes.len() - 40..]).into_owned();
    let start: usize = tail.split("startxref\n").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
    let (xref, data) =
        pdf.objects.values().find(|(value, _)| value.get("W").is_some() && value.get("Root").is_some()).unwrap();
    let widths: Vec<usize> = xref.get("W").unwrap().items().iter().map(Value::index).collect();
    let row_length: usize = widths.iter().sum();
    let number = |bytes: &[u8]| bytes.iter().fold(0_u32, |n, byte| n << 8 | u32::from(*byte));
    let mut row = vec![0_u8; row_length];
    let mut id = 0_u32;
    for coded in data.chunks(row_length + 1) {
        assert_eq!(coded[0], 2, "PNG predictor Up");
        row.iter_mut().zip(&coded[1..]).for_each(|(byte, delta)| *byte = byte.wrapping_add(*delta));
        let (kind, rest) = row.split_at(widths[0]);
        let (middle, last) = rest.split_at(widths[1]);
        match number(kind) {
            0 => assert_eq!(id, 0),
            1 => assert!(bytes[number(middle) as usize..].starts_with(format!("{id} 0 obj\n").as_bytes()), "{id}"),
            2 => {
                let (container, data) = &pdf.objects[&number(middle)];
                let head = String::from_utf8(data[..container.get("First").unwrap().index()].to_vec()).unwrap();
                let listed = head.split_whitespace().nth(2 * number(last) as usize).unwrap();
                assert_eq!(listed, id.to_string());
            }
            other => panic!("entry of type {other}"),
        }
        id += 1;
    }
    assert_eq!(usize::try_from(id).unwrap(), xref.get("Size").unwrap().index());
    assert_eq!(usize::try_from(id).unwrap(), pdf.objects.len() + 1);
    assert!(bytes[start..].starts_with(format!("{} 0 obj\n", id - 1).as_bytes()));
}

/// More objects than one object stream takes, and offsets beyond 64 KiB.
#[test]
fn a_long_file_is_found_whole() {
    let mut sheets = Sheets::new();
    for page in 2..=450 {
        sheets.page();
        let noise: String = (0..60).map(|i| format!("{} ", (i * page * 7919 + page) % 100_003)).collect();
        sheets.text(place().0, place().1, &noise, Look::default());
        sheets.heading(1, &format!("Trang {page}"));
    }
    let bytes = write(&sheets.pages);
    assert!(bytes.len() > 1 << 16);
    assert_eq!(Pdf::read(&bytes).pages().len(), 450);
}

#[test]
fn every_letter_can_be_copied_from_every_face() {
    for face in FaceStyle::ALL {
        let pdf = read(&one_line(&vietnamese_letters(), Look { face, ..Look::default() }));
        assert_eq!(pdf.text(), [vietnamese_letters()], "{face:?}");
    }
}

#[test]
fn characters_that_share_a_glyph_are_copied_as_written() {
    let text = "153/KH\u{2011}UBND-QĐ ngày\u{a0}10 tháng 5 – “x” …";
    assert_eq!(read(&one_line(text, Look::default())).text(), [text]);
}

#[test]
fn readers_that_join_lines_find_a_space_between_words() {
    for (end, expected) in
        [(LineEnd::Space, "nhân "), (LineEnd::Hard, "nhân"), (LineEnd::Paragraph, "nhân "), (LineEnd::None, "nhân")]
    {
        assert_eq!(read(&one_line("nhân", Look { end, ..Look::default() })).text(), [expected], "{end:?}");
    }
}

#[test]
fn stretched_spaces_are_moved_and_others_are_not() {
    // 0.7 pt of 14 pt are 50 thousandths
    let look = Look { space_extra: Length::emu(8890), ..Look::default() };
    let pdf = read(&one_line("a b\u{a0}c d", look));
    let content = content(&pdf);
    assert_eq!(content.matches("-50(").count(), 2, "{content:?}");
    assert!(content.contains("]TJ"));
    let squeezed = Look { space_extra: Length::emu(-8890), ..Look::default() };
    assert!(self::content(&read(&one_line("a b", squeezed))).contains(")50("));
    assert!(self::content(&read(&one_line("a b", Look::default()))).contains(")Tj"));
}

#[test]
fn places_are_points_from_the_lower_left_corner() {
    let mut sheets = Sheets::new();
    sheets.text(Length::pt(85), Length::pt(100), "a", Look::default());
    sheets.text(Length::emu(1_079_499), Length::pt(120), "b", Look::default());
    sheets.rule(Length::mm(30), Length::pt(200), Length::mm(60), Length::twip(10));
    let content = content(&read(&sheets.pages));
    // the page is 841.9 pt high
    assert!(content.starts_with("/P<</MCID 0>>BDC\nBT\n/R 14 Tf\n85 741.9 Td\n"), "{content:?}");
    assert!(content.contains("\n85 721.9 Td\n"), "{content:?}");
    assert!(content.contains("\n85.039 641.4 170.079 .5 re\nf\n"), "{content:?}");
}

#[test]
fn page_numbers_and_rules_are_artifacts() {
    let pdf = read(&everything());
    assert!(!pdf.text()[1].contains('2'), "{:?}", pdf.text()[1]);
    let content = content(&pdf);
    let marked = content.split("/Artifact<</Type/Layout>>BDC\n").nth(1).unwrap().split("EMC\n").next().unwrap();
    assert!(marked.contains(" re\nf\n") && !marked.contains("BT"), "{marked:?}");
}

#[test]
fn widths_are_those_of_the_font() {
    let pdf = read(&one_line(&vietnamese_letters(), Look::default()));
    let (font, _) =
        pdf.objects.values().find(|(value, _)| value.get("W").is_some_and(|w| w.items().len() == 2)).unwrap();
    let widths = font.get("W").unwrap().items();
    assert_eq!(widths[0].index(), 1);
    let mut letters: Vec<char> = vietnamese_letters().chars().collect();
    letters.sort_unstable();
    assert_eq!(widths[1].items().len(), letters.len());
    let fonts = FontBook::bundled().unwrap();
    for (letter, width) in letters.iter().zip(widths[1].items()) {
        let expected = f64::from(fonts.face(FaceStyle::Regular).advance(*letter)) * 1000.0 / 2048.0;
        assert!((width.number() - expected).abs() < 0.000_6, "{letter}: {width:?} and not {expected}");
    }
}

#[test]
fn the_catalog_tells_readers_how_to_show_the_file() {
    let pdf = read(&everything());
    let catalog = pdf.catalog();
    assert_eq!(catalog.get("Lang"), Some(&Value::Text(b"vi-VN".to_vec())));
    assert!(catalog.get("PageMode").unwrap().is_name("UseOutlines"));
    let preferences = catalog.get("ViewerPreferences").unwrap();
    assert_eq!(preferences.get("DisplayDocTitle"), Some(&Value::Word("true".into())));
    let tree = pdf.resolve(catalog.get("PageLabels").unwrap());
    let labels = pdf.resolve(&tree.get("Kids").unwrap().items()[0]).get("Nums").unwrap().items();
    assert_eq!(labels[0], Value::Number(0.0));
    assert!(pdf.resolve(&labels[1]).get("S").unwrap().is_name("D"));
    let without = read(&one_line("a", Look::default()));
    assert!(without.catalog().get("Outlines").is_none() && without.catalog().get("PageMode").is_none());
}

#[test]
fn a_picture_used_twice_is_stored_once() {
    let pdf = read(&everything());
    let images = pdf.objects.values().filter(|(value, _)| value.get("Subtype").is_some_and(|s| s.is_name("Image")));
    // the picture and its mask
    assert_eq!(images.count(), 2);
}

#[test]
fn pictures_are_drawn_before_all_words_and_lines_in_their_own_order() {
    let mut sheets = Sheets::new();
    sheets.pages.pictures = vec![crate::pdf_pages::seal(), crate::pdf_pages::seal()];
    sheets.text(place().0, place().1, "a", Look::default());
    for picture in [1, 0] {
        sheets.picture(picture, place().0, place().1, Length::mm(1), Length::mm(1));
    }
    let content = content(&read(&sheets.pages));
    let at = |operator: &str| content.find(operator).unwrap_or_else(|| panic!("no {operator}: {content}"));
    assert!(at("/P1 Do") < at("/P0 Do") && at("/P0 Do") < at("BT"), "{content}");
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let fault = |pages: &Pages| try_write(pages).unwrap_err().0;
    let mut pages = one_line("a", Look::default());
    pages.pages.clear();
    assert_eq!(fault(&pages), "a PDF needs at least one page");
    assert_eq!(fault(&one_line("漢", Look::default())), "LiberationSerif has no glyph for U+6F22");
    assert_eq!(fault(&one_line("😀", Look::default())), "LiberationSerif has no glyph for U+1F600");
    let mut sheets = Sheets::new();
    sheets.heading(1, "Chương I");
    sheets.pages.outline[0].page = 7;
    assert_eq!(fault(&sheets.pages), "the outline names page 8, which is not there");
    let mut sheets = Sheets::new();
    sheets.picture(0, place().0, place().1, Length::mm(1), Length::mm(1));
    assert_eq!(fault(&sheets.pages), "picture 0 is not there");
}
