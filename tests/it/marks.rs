//! Combining marks of the languages of Vietnam's peoples: each stands on its letter, and takes no room.

use read_fonts::{FontRef, TableProvider};
use vanban::font::{Cluster, Face, FaceStyle, FontBook, is_mark};
use vanban::units::Length;

use crate::pdf_pages::{Look, Sheets, write_pdf};
use crate::pdf_reader::Pdf;
use crate::square_font::square_fonts;

/// What Ê-đê, Gia-rai, Ba-na, Xơ-đăng and Hrê write, small and capital, and two marks on one side.
const CLUSTERS: [&str; 26] = [
    "ê̆", "ô̆", "ơ̆", "ư̆", "Ê̆", "Ô̆", "Ơ̆", "Ư̆", "o̤", "O̤", "ê̤", "ư̤", "n̄", "N̄", "m̄", "đ̆", "Đ̆", "ɓ̆", "b̆", "C̆", "Č̆", "k̆", "a̤",
    "n̄̆", "o̤̱", "ợ̆",
];

/// Left, bottom, right, top of a glyph's outline.
fn ink(face: &Face, c: char) -> [i32; 4] {
    let font = FontRef::new(face.data()).unwrap();
    let glyph = face.glyph(c).unwrap();
    let outline = font.loca(None).unwrap().get_glyf(glyph.into(), &font.glyf().unwrap()).unwrap().unwrap();
    [outline.x_min(), outline.y_min(), outline.x_max(), outline.y_max()].map(i32::from)
}

/// The outlines of a letter and its marks, from the letter's origin.
fn placed(face: &Face, text: &str) -> Vec<[i32; 4]> {
    let mut cluster = Cluster::new(face);
    let letter = text.chars().next().unwrap();
    cluster.begin(letter);
    let mut outlines = vec![ink(face, letter)];
    for mark in text.chars().skip(1) {
        let (right, up) = cluster.add(mark);
        let right = right + i32::from(face.advance(letter));
        let [l, b, r, t] = ink(face, mark);
        outlines.push([l + right, b + up, r + right, t + up]);
    }
    outlines
}

#[test]
fn where_the_face_has_a_place_for_a_mark_it_stands_there() {
    // the anchors of Liberation Serif 2.1.5, read with fontTools; LibreOffice puts the marks there too
    let fonts = FontBook::bundled().unwrap();
    for (style, letter, mark, x, y) in [
        (FaceStyle::Regular, 'N', '\u{304}', 687 - 2, 1340 - 961),
        (FaceStyle::Regular, 'n', '\u{304}', 525 - 2, 957 - 961),
        (FaceStyle::Regular, 'o', '\u{324}', 510, -24 + 16),
        (FaceStyle::Regular, 'b', '\u{306}', 491 + 1, 1418 - 937),
        (FaceStyle::BoldItalic, 'C', '\u{306}', 909 - 134, 1361 - 1013),
        (FaceStyle::BoldItalic, 'o', '\u{324}', 407 + 165, -22 + 58),
    ] {
        let face = fonts.face(style);
        let mut cluster = Cluster::new(face);
        cluster.begin(letter);
        assert_eq!(cluster.add(mark), (x - i32::from(face.advance(letter)), y), "{style:?} {letter}{mark}");
    }
}

#[test]
fn every_mark_stands_over_or_under_its_letter_and_clear_of_it() {
    let fonts = FontBook::bundled().unwrap();
    for style in FaceStyle::ALL {
        let face = fonts.face(style);
        for text in CLUSTERS {
            let outlines = placed(face, text);
            let [left, bottom, right, top] = outlines[0];
            for (i, mark) in outlines.iter().enumerate().skip(1) {
                let middle = (mark[0] + mark[2]) / 2;
                assert!(left < middle && middle < right + 100, "{style:?} {text}: {outlines:?}");
                // the horn of ơ and ư stands beside an accent
                let horned = "ơưƠƯợ".contains(text.chars().next().unwrap());
                let above = mark[1] > if horned { 800 } else { top };
                assert!(above || mark[3] < bottom, "{style:?} {text}: {outlines:?}");
                let near = if above { mark[1] - top } else { bottom - mark[3] };
                assert!(i > 1 || near < 250, "{style:?} {text} flies: {outlines:?}");
                let touches = |other: &[i32; 4]| mark[1] < other[3] && other[1] < mark[3];
                assert!(!outlines[1..i].iter().any(touches), "{style:?} {text} overprints: {outlines:?}");
            }
        }
    }
}

#[test]
fn marks_take_no_room() {
    for fonts in [FontBook::bundled().unwrap(), square_fonts()] {
        for style in FaceStyle::ALL {
            for text in CLUSTERS {
                let bare: String = text.chars().filter(|c| !is_mark(*c)).collect();
                let width = |text: &str| fonts.measure(text, style, Length::pt(14));
                assert_eq!(width(text), width(&bare), "{style:?} {text}");
            }
        }
    }
}

/// What a line of text looks like in a content stream.
fn content(text: &str, fonts: &FontBook) -> (Pdf, String) {
    let mut sheets = Sheets::new();
    let look = Look { space_extra: Length::emu(8890), ..Look::default() };
    sheets.text(Length::pt(85), Length::pt(100), text, look);
    let pdf = Pdf::read(&write_pdf(&sheets.pages, fonts).unwrap());
    let content = String::from_utf8_lossy(pdf.data(pdf.pages()[0], "Contents")).into_owned();
    (pdf, content)
}

#[test]
fn the_text_is_copied_as_written() {
    let text = format!("Buôn Čư̆ M'gar {} hết", CLUSTERS.join(" "));
    let (pdf, _) = content(&text, &FontBook::bundled().unwrap());
    assert_eq!(pdf.text(), [text]);
}

#[test]
fn what_is_moved_for_a_mark_is_moved_back() {
    let fonts = FontBook::bundled().unwrap();
    let (_, content) = content("N̄ a n̄ b", &fonts);
    // 379 units of 2048 in 14 pt up, then 685 - 1479 units to the right and back; -4 units, then 523 - 1024
    assert!(content.contains("]TJ\n2.591 Ts\n[387.7("), "{content:?}");
    assert!(content.contains(")-387.7]TJ\n0 Ts\n[("), "{content:?}");
    assert!(content.contains("]TJ\n-.027 Ts\n[244.63("), "{content:?}");
    assert_eq!(content.matches("-50(").count(), 3, "{content:?}");
}

#[test]
fn a_mark_that_the_file_gives_a_width_is_gone_back_over() {
    let (_, content) = content("a\u{306}b", &square_fonts());
    // without an outline it stays where it is; one em back
    assert!(content.contains(")0(") && content.contains(")1000("), "{content:?}");
}
