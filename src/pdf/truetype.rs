//! The smallest TrueType file that draws the same: without hints (glyph programs, `cvt `, `fpgm`, `prep`), which screens
//! of today ignore and which are half of a subset, and without the tables that a font inside a PDF has no use for
//! (ISO 32000-1, 9.9, `FontFile2`: `glyf`, `head`, `hhea`, `hmtx`, `loca` and `maxp` are what it takes).

/// `head`: where the check sum of the whole file stands, and the format of `loca`.
const CHECKSUM_ADJUSTMENT: usize = 8;
const LOCA_FORMAT: usize = 50;
/// `maxp`: maxZones, which is 1 without a twilight zone, then six maxima of programs up to maxSizeOfInstructions.
const MAX_ZONES: usize = 14;
const MAX_OF_PROGRAMS: std::ops::Range<usize> = 16..28;

/// Strips a font file; `None` where a table is missing or does not make sense.
///
/// Why by hand: `subsetter` keeps hints and the tables that an OpenType file needs on a desktop, 21 KB of a file's 44
/// (measured on the three-page report). Nothing is parsed that is not copied: composite glyphs keep their parts, only the
/// programs behind outlines are cut off and the offsets in `loca` follow. The check sums are made anew, for validators look
/// at them.
pub(super) fn strip(font: &[u8]) -> Option<Vec<u8>> {
    strip_but(font, &[])
}

/// The same with tables that are kept besides, each by its tag with what stands in it instead of what the font has.
pub(super) fn strip_but(font: &[u8], kept: &[(&[u8; 4], &[u8])]) -> Option<Vec<u8>> {
    let mut head = table(font, b"head")?.to_vec();
    let long = word(&head, LOCA_FORMAT)? != 0;
    let (glyf, loca) = strip_glyphs(table(font, b"glyf")?, table(font, b"loca")?, long)?;
    let mut maxp = table(font, b"maxp")?.to_vec();
    if maxp.len() >= MAX_OF_PROGRAMS.end {
        maxp[MAX_ZONES..MAX_OF_PROGRAMS.start].copy_from_slice(&1_u16.to_be_bytes());
        maxp[MAX_OF_PROGRAMS].fill(0);
    }
    head.get_mut(CHECKSUM_ADJUSTMENT..CHECKSUM_ADJUSTMENT + 4)?.fill(0);
    let mut tables: Vec<(&[u8; 4], &[u8])> = vec![
        (b"glyf", &glyf),
        (b"head", &head),
        (b"hhea", table(font, b"hhea")?),
        (b"hmtx", table(font, b"hmtx")?),
        (b"loca", &loca),
        (b"maxp", &maxp),
    ];
    tables.extend_from_slice(kept);
    tables.sort_by_key(|(tag, _)| **tag);
    Some(assemble(&tables))
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn long_word(data: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?)).ok()
}

/// A table of a font file.
pub(super) fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let records = font.get(12..12 + 16 * usize::from(word(font, 4)?))?;
    let record = records.chunks_exact(16).find(|record| record.starts_with(tag))?;
    let start = long_word(record, 8)?;
    font.get(start..start.checked_add(long_word(record, 12)?)?)
}

/// The new `glyf` and `loca`, the latter in the format of the old one: without programs no glyph grows.
fn strip_glyphs(glyf: &[u8], loca: &[u8], long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let width = if long { 4 } else { 2 };
    let offset = |index: usize| {
        if long { long_word(loca, 4 * index) } else { word(loca, 2 * index).map(|half| 2 * usize::from(half)) }
    };
    let mut new_glyf = Vec::with_capacity(glyf.len());
    let mut new_loca = Vec::with_capacity(loca.len());
    for index in 0..loca.len() / width {
        if long {
            new_loca.extend_from_slice(&u32::try_from(new_glyf.len()).ok()?.to_be_bytes());
        } else {
            new_loca.extend_from_slice(&u16::try_from(new_glyf.len() / 2).ok()?.to_be_bytes());
        }
        if let Some(next) = offset(index + 1) {
            strip_glyph(glyf.get(offset(index)?..next)?, &mut new_glyf)?;
            new_glyf.resize(new_glyf.len().next_multiple_of(2), 0);
        }
    }
    Some((new_glyf, new_loca))
}

fn strip_glyph(glyph: &[u8], out: &mut Vec<u8>) -> Option<()> {
    if glyph.is_empty() {
        return Some(());
    }
    // the number of contours: negative for a glyph that is composed of others
    match i16::from_be_bytes(glyph.get(..2)?.try_into().ok()?) {
        ..0 => strip_composite(glyph, out),
        contours => {
            let length_at = 10 + 2 * usize::from(contours.unsigned_abs());
            out.extend_from_slice(glyph.get(..length_at)?);
            out.extend_from_slice(&[0, 0]);
            out.extend_from_slice(glyph.get(length_at + 2 + usize::from(word(glyph, length_at)?)..)?);
            Some(())
        }
    }
}

fn strip_composite(glyph: &[u8], out: &mut Vec<u8>) -> Option<()> {
    const ARGUMENTS_ARE_WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE_COMPONENTS: u16 = 0x0020;
    const X_AND_Y_SCALE: u16 = 0x0040;
    const TWO_BY_TWO: u16 = 0x0080;
    const INSTRUCTIONS: u16 = 0x0100;
    out.extend_from_slice(glyph.get(..10)?);
    let mut at = 10;
    loop {
        let flags = word(glyph, at)?;
        let arguments = if flags & ARGUMENTS_ARE_WORDS == 0 { 2 } else { 4 };
        let transform = match flags & (SCALE | X_AND_Y_SCALE | TWO_BY_TWO) {
            SCALE => 2,
            X_AND_Y_SCALE => 4,
            TWO_BY_TWO => 8,
            _ => 0,
        };
        let end = at + 4 + arguments + transform;
        out.extend_from_slice(&(flags & !INSTRUCTIONS).to_be_bytes());
        out.extend_from_slice(glyph.get(at + 2..end)?);
        if flags & MORE_COMPONENTS == 0 {
            return Some(());
        }
        at = end;
    }
}

/// A font file of tables in the order of their tags, with all check sums (OpenType, “Organization of an OpenType font”).
fn assemble(tables: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut font = vec![0, 1, 0, 0];
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    // what a binary search begins with: 16 times the largest power of two, its exponent, the rest
    let exponent = count.checked_ilog2().map_or(0, |log| u16::try_from(log).unwrap_or(0));
    let range = 16_u16 << exponent;
    for value in [count, range, exponent, 16 * count - range] {
        font.extend_from_slice(&value.to_be_bytes());
    }
    let start = font.len() + 16 * tables.len();
    let mut offset = start;
    let mut head_at = offset;
    let mut sum = 0_u32;
    for (tag, data) in tables {
        if *tag == b"head" {
            head_at = offset;
        }
        let of_table = checksum(data);
        sum = sum.wrapping_add(of_table);
        font.extend_from_slice(*tag);
        for value in [of_table, truncate(offset), truncate(data.len())] {
            font.extend_from_slice(&value.to_be_bytes());
        }
        offset += data.len().next_multiple_of(4);
    }
    sum = sum.wrapping_add(checksum(&font));
    font.reserve(offset - start);
    for (_, data) in tables {
        font.extend_from_slice(data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    font[head_at + CHECKSUM_ADJUSTMENT..][..4].copy_from_slice(&0xB1B0_AFBA_u32.wrapping_sub(sum).to_be_bytes());
    font
}

fn truncate(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The sum of the big-endian 32-bit words, zeros filling up the last.
fn checksum(data: &[u8]) -> u32 {
    let (words, rest) = data.as_chunks::<4>();
    let sum = words.iter().fold(0_u32, |sum, word| sum.wrapping_add(u32::from_be_bytes(*word)));
    let mut last = [0; 4];
    last[..rest.len()].copy_from_slice(rest);
    sum.wrapping_add(u32::from_be_bytes(last))
}
