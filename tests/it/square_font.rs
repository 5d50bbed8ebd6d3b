//! A font made for tests: every character is one em wide, a space half an em, a line as high as the type is large. What a
//! test expects of widths and heights can be counted on the fingers.

use vanban::font::FontBook;

/// Font units in an em.
const EM: u16 = 1000;
/// The characters that have glyphs, in order. U+00A0 and U+2011 have none: the space and the hyphen stand in for them.
const RANGES: [(u16, u16); 3] = [(0x20, 0x9f), (0xa1, 0x2010), (0x2012, 0x2bff)];

/// The same face in all four styles.
pub(crate) fn square_fonts() -> FontBook {
    let file = || {
        font(&[
            (*b"cmap", cmap()),
            (*b"glyf", Vec::new()),
            (*b"head", head()),
            (*b"hhea", hhea()),
            (*b"hmtx", hmtx()),
            (*b"loca", vec![0; 2 * (usize::from(glyphs()) + 1)]),
            (*b"maxp", numbers(&[0, 0x5000, glyphs()])),
        ])
    };
    FontBook::new([file(), file(), file(), file()]).unwrap()
}

fn numbers(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_be_bytes()).collect()
}

/// Glyph 0 is the missing one, glyph 1 the space.
fn glyphs() -> u16 {
    1 + RANGES.iter().map(|(first, last)| last - first + 1).sum::<u16>()
}

/// The tables behind their directory (OpenType, "Organization of an OpenType font").
fn font(tables: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = u16::try_from(tables.len()).unwrap();
    let mut file = numbers(&[0, 1, count, 0, 0, 0]);
    file[..4].copy_from_slice(&0x0001_0000_u32.to_be_bytes());
    let mut offset = 12 + 16 * tables.len();
    for (name, table) in tables {
        file.extend_from_slice(name);
        for number in [0, offset, table.len()] {
            file.extend_from_slice(&u32::try_from(number).unwrap().to_be_bytes());
        }
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

/// Version, revision, checksum, magic number, flags, em; two dates; bounds; style, smallest size, direction; short loca.
fn head() -> Vec<u8> {
    let mut table = numbers(&[1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, EM]);
    table.resize(54, 0);
    table
}

/// Version; ascender, descender, line gap: a line is an em high, its baseline at 0.8. Three widths in `hmtx`.
fn hhea() -> Vec<u8> {
    let mut table = numbers(&[1, 0, 800, 0_u16.wrapping_sub(200), 0, EM]);
    table.resize(34, 0);
    table.extend_from_slice(&numbers(&[3]));
    table
}

/// Advance and side bearing of the missing glyph, the space and the first letter; the other letters are as wide as that.
fn hmtx() -> Vec<u8> {
    let mut table = numbers(&[EM, 0, EM / 2, 0, EM, 0]);
    table.resize(12 + 2 * (usize::from(glyphs()) - 3), 0);
    table
}

/// One subtable of format 4 for Windows and the Basic Multilingual Plane: ranges of characters with glyphs in a row.
fn cmap() -> Vec<u8> {
    let mut next = 1_u16;
    let mut segments: Vec<(u16, u16, u16)> = Vec::new();
    for (first, last) in RANGES {
        segments.push((first, last, next.wrapping_sub(first)));
        next += last - first + 1;
    }
    segments.push((u16::MAX, u16::MAX, 1));
    let count = u16::try_from(segments.len()).unwrap();
    let column = |pick: fn(&(u16, u16, u16)) -> u16| segments.iter().map(pick).collect::<Vec<_>>();
    let mut table = numbers(&[0, 1, 3, 1, 0, 12, 4, 16 + 8 * count, 0, 2 * count, 0, 0, 0]);
    table.extend(numbers(&column(|(_, last, _)| *last)));
    table.extend(numbers(&[0]));
    table.extend(numbers(&column(|(first, _, _)| *first)));
    table.extend(numbers(&column(|(_, _, delta)| *delta)));
    table.extend(numbers(&column(|_| 0)));
    table
}

#[test]
fn letters_are_square_and_spaces_half_as_wide() {
    let (fonts, size) = (square_fonts(), vanban::units::Length::pt(14));
    let width = |text: &str| fonts.measure(text, vanban::font::FaceStyle::Bold, size).to_twip();
    assert_eq!([width("i"), width("W"), width("ữ"), width("–")], [280; 4]);
    assert_eq!([width(" "), width("\u{a0}"), width("a b\u{2011}")], [140, 140, 3 * 280 + 140]);
    let face = fonts.face(vanban::font::FaceStyle::Regular);
    assert_eq!((face.line_height(size).to_twip(), face.baseline(size).to_twip()), (280, 224));
}
