//! Fonts: each face in use is subset, stripped of hints and embedded as a CID font whose codes stand for characters
//! (ISO 32000-1, 9.7).

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Finish, Name, Rect, Ref, Str};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::objects::Objects;
use super::usage::{Codes, Usage};
use super::{to_unicode, truetype};
use crate::WriteError;
use crate::font::{Face, FaceStyle, FontBook};

/// The codes are character numbers of our own, no registered collection.
const SYSTEM_INFO: SystemInfo<'_> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// What content streams call a face.
pub(super) fn resource_name(style: FaceStyle) -> &'static str {
    match style {
        FaceStyle::Regular => "R",
        FaceStyle::Bold => "B",
        FaceStyle::Italic => "I",
        FaceStyle::BoldItalic => "BI",
    }
}

/// Writes every face in use and gives what its resource is called.
pub(super) fn write_all(
    usage: &Usage,
    fonts: &FontBook,
    objects: &mut Objects,
) -> Result<Vec<(&'static str, Ref)>, WriteError> {
    let mut resources = Vec::new();
    for style in FaceStyle::ALL {
        let codes = usage.codes(style);
        if !codes.chars.is_empty() {
            let face = fonts.face(style);
            let subset = Subset::of(face, codes)?;
            resources.push((resource_name(style), write(face, style, codes, &subset, objects)));
        }
    }
    Ok(resources)
}

/// A face reduced to some characters: depends on the face and the characters alone.
struct Subset {
    /// The font file, without hints.
    file: Vec<u8>,
    /// Two bytes for each code from 0: the glyph in `file`.
    code_to_glyph: Vec<u8>,
    /// `ABCDEF+Name`.
    name: String,
}

impl Subset {
    fn of(face: &Face, codes: &Codes) -> Result<Self, WriteError> {
        let fail = |what: &str| WriteError(format!("{}: {what}", face.postscript_name()));
        if !face.is_embeddable() {
            return Err(fail("its licence bits (OS/2 fsType) forbid embedding"));
        }
        let mut glyphs = GlyphRemapper::new();
        let mut code_to_glyph = vec![0, 0];
        for &c in &codes.chars {
            let glyph = face.glyph(c).ok_or_else(|| fail("a glyph is missing"))?;
            code_to_glyph.extend_from_slice(&glyphs.remap(glyph).to_be_bytes());
        }
        let file = subsetter::subset(face.data(), 0, &glyphs).map_err(|e| fail(&format!("cannot be subset: {e}")))?;
        let file = truetype::strip(&file).ok_or_else(|| fail("a table of its subset cannot be read"))?;
        Ok(Self { file, code_to_glyph, name: name(face, codes) })
    }
}

/// The PostScript name behind a tag of six letters that differs with the characters (ISO 32000-1, 9.6.4).
fn name(face: &Face, codes: &Codes) -> String {
    let mut hash = Sha256::new().chain_update(face.postscript_name());
    for &c in &codes.chars {
        hash.update(u32::from(c).to_be_bytes());
    }
    let mut name: String = hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
    name.push('+');
    name.extend(face.postscript_name().chars().filter(char::is_ascii_graphic));
    if name.len() == 7 {
        name.push_str("Unnamed");
    }
    name
}

fn write(face: &Face, style: FaceStyle, codes: &Codes, subset: &Subset, objects: &mut Objects) -> Ref {
    let [font, descendant, descriptor, to_unicode, map, file] = [(); 6].map(|()| objects.reserve());
    let base = Name(subset.name.as_bytes());

    let mut dict = objects.object(font).type0_font(font);
    dict.base_font(base).encoding_predefined(Name(b"Identity-H"));
    dict.descendant_font(descendant).to_unicode(to_unicode);
    dict.finish();

    let mut dict = objects.object(descendant).cid_font(descendant);
    dict.subtype(CidFontType::Type2).base_font(base).system_info(SYSTEM_INFO).font_descriptor(descriptor);
    dict.default_width(0.0).cid_to_gid_map_stream(map);
    dict.widths().consecutive(1, codes.chars.iter().map(|&c| per_mille(face, i32::from(face.advance(c)))));
    dict.finish();

    write_descriptor(face, style, base, [descriptor, file], objects);
    objects.stream(to_unicode, to_unicode::cmap(&codes.chars).as_bytes()).finish();
    objects.stream(map, &subset.code_to_glyph).finish();
    let mut stream = objects.stream(file, &subset.file);
    stream.pair(Name(b"Length1"), i32::try_from(subset.file.len()).unwrap_or(i32::MAX));
    stream.finish();
    font
}

fn write_descriptor(face: &Face, style: FaceStyle, name: Name<'_>, [id, file]: [Ref; 2], objects: &mut Objects) {
    let mut flags = FontFlags::SYMBOLIC;
    if style.is_italic() {
        flags |= FontFlags::ITALIC;
    }
    let [x_min, y_min, x_max, y_max] = face.bounds().map(|units| per_mille(face, i32::from(units)));
    // where the font does not tell the height of its capitals, that of all letters is the nearest bound
    let cap_height = if face.cap_height() > 0 { face.cap_height() } else { face.ascent() };
    let mut dict = objects.object(id).font_descriptor(id);
    dict.name(name).flags(flags).bbox(Rect::new(x_min, y_min, x_max, y_max)).italic_angle(face.italic_angle());
    dict.ascent(per_mille(face, i32::from(face.ascent()))).descent(per_mille(face, i32::from(face.descent())));
    dict.cap_height(per_mille(face, i32::from(cap_height))).stem_v(stem(style)).font_file2(file);
}

/// Thickness of vertical stems. TrueType files do not tell it; these are customary for text faces, and readers use it
/// only where the embedded font is missing.
fn stem(style: FaceStyle) -> f32 {
    match style {
        FaceStyle::Regular | FaceStyle::Italic => 80.0,
        FaceStyle::Bold | FaceStyle::BoldItalic => 140.0,
    }
}

/// Font units as thousandths of the em, to three decimals.
#[allow(clippy::cast_precision_loss, reason = "font units have 17 bits at most, thousandths of them 27; 24 are exact")]
fn per_mille(face: &Face, units: i32) -> f32 {
    let em = f64::from(face.units_per_em());
    #[allow(clippy::cast_possible_truncation, reason = "a width to three decimals fits 24 bits")]
    let rounded = ((f64::from(units) * 1_000_000.0 / em).round() / 1000.0) as f32;
    rounded
}
