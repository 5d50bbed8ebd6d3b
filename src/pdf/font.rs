//! Fonts: each face in use is subset, stripped of hints and embedded as a CID font whose codes stand for characters
//! (ISO 32000-1, 9.7).

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Finish, Name, Rect, Ref, Str};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::cache::{Key, PdfCache, Weigh};
use super::objects::Objects;
use super::usage::{Codes, Usage};
use super::{Hints, PdfOptions, to_unicode, truetype};
use crate::error::WriteError;
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
        FaceStyle::Symbols => "S",
    }
}

/// Writes every face in use and gives what its resource is called.
pub(super) fn write_all(
    usage: &Usage,
    fonts: &FontBook,
    options: &PdfOptions,
    cache: &mut PdfCache,
    objects: &mut Objects,
) -> Result<Vec<(&'static str, Ref)>, WriteError> {
    let mut resources = Vec::new();
    cache.set_book(fonts);
    for style in FaceStyle::BOOK {
        let codes = usage.codes(style);
        if !codes.chars.is_empty() {
            let face = fonts.face(style);
            let key = key(style, options.hints, codes);
            let subset = cache.fonts.get_or_make(key, || Subset::of(face, codes, options.hints, objects))?;
            let font = Font { face, style, codes, subset: &subset, lists_glyphs: options.flavour.demands().cid_set };
            resources.push((resource_name(style), font.write(objects)));
        }
    }
    Ok(resources)
}

/// What a subset is made from.
fn key(style: FaceStyle, hints: Hints, codes: &Codes) -> Key {
    let hints = match hints {
        Hints::Strip => "stripped",
        Hints::Keep => "hinted",
    };
    let mut hash = Sha256::new().chain_update(resource_name(style)).chain_update(hints);
    for &c in &codes.chars {
        hash.update(u32::from(c).to_be_bytes());
    }
    hash.finalize().into()
}

/// A face reduced to some characters, its streams deflated: depends on the face, the characters and the hints alone.
#[derive(Debug)]
pub(super) struct Subset {
    /// The font file.
    file: Vec<u8>,
    /// Its length before it was deflated.
    file_length: usize,
    /// Two bytes for each code from 0: the glyph in `file`.
    code_to_glyph: Vec<u8>,
    to_unicode: Vec<u8>,
    /// `ABCDEF+Name`.
    name: String,
}

impl Weigh for Subset {
    fn weight(&self) -> usize {
        size_of::<Self>() + self.file.len() + self.code_to_glyph.len() + self.to_unicode.len() + self.name.len()
    }
}

impl Subset {
    fn of(face: &Face, codes: &Codes, hints: Hints, objects: &mut Objects) -> Result<Self, WriteError> {
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
        let file = match hints {
            Hints::Strip => truetype::strip(&file).ok_or_else(|| fail("a table of its subset cannot be read"))?,
            Hints::Keep => file,
        };
        Ok(Self {
            file: objects.deflate(&file),
            file_length: file.len(),
            code_to_glyph: objects.deflate(&code_to_glyph),
            to_unicode: objects.deflate(to_unicode::cmap(&codes.chars).as_bytes()),
            name: name(face, codes),
        })
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

/// A face to be written.
struct Font<'a> {
    face: &'a Face,
    style: FaceStyle,
    codes: &'a Codes,
    subset: &'a Subset,
    /// Whether the descriptor lists the characters that the subset has (PDF/A-1, 6.3.5).
    lists_glyphs: bool,
}

impl Font<'_> {
    fn write(&self, objects: &mut Objects) -> Ref {
        let [font, descendant, descriptor, to_unicode, map] = [(); 5].map(|()| objects.reserve());
        let (face, subset) = (self.face, self.subset);
        let base = Name(subset.name.as_bytes());

        let mut dict = objects.object(font).type0_font(font);
        dict.base_font(base).encoding_predefined(Name(b"Identity-H"));
        dict.descendant_font(descendant).to_unicode(to_unicode);
        dict.finish();

        let mut dict = objects.object(descendant).cid_font(descendant);
        dict.subtype(CidFontType::Type2).base_font(base).system_info(SYSTEM_INFO).font_descriptor(descriptor);
        dict.default_width(0.0).cid_to_gid_map_stream(map);
        let widths = self.codes.chars.iter().map(|&c| per_mille(face, i32::from(face.advance_in_file(c))));
        dict.widths().consecutive(1, widths);
        dict.finish();

        objects.deflated_stream(to_unicode, &subset.to_unicode).finish();
        objects.deflated_stream(map, &subset.code_to_glyph).finish();
        self.write_descriptor(descriptor, objects);
        font
    }

    fn write_descriptor(&self, id: Ref, objects: &mut Objects) {
        let face = self.face;
        let file = self.write_file(objects);
        let cid_set = self.lists_glyphs.then(|| self.write_cid_set(objects));
        let mut flags = FontFlags::SYMBOLIC;
        if self.style.is_italic() {
            flags |= FontFlags::ITALIC;
        }
        let [x_min, y_min, x_max, y_max] = face.bounds().map(|units| per_mille(face, i32::from(units)));
        // where the font does not tell the height of its capitals, that of all letters is the nearest bound
        let cap_height = if face.cap_height() > 0 { face.cap_height() } else { face.ascent() };
        let mut dict = objects.object(id).font_descriptor(id);
        dict.name(Name(self.subset.name.as_bytes())).flags(flags);
        dict.bbox(Rect::new(x_min, y_min, x_max, y_max)).italic_angle(face.italic_angle());
        dict.ascent(per_mille(face, i32::from(face.ascent()))).descent(per_mille(face, i32::from(face.descent())));
        dict.cap_height(per_mille(face, i32::from(cap_height))).stem_v(stem(self.style)).font_file2(file);
        if let Some(cid_set) = cid_set {
            dict.cid_set(cid_set);
        }
    }

    fn write_file(&self, objects: &mut Objects) -> Ref {
        let id = objects.reserve();
        let mut stream = objects.deflated_stream(id, &self.subset.file);
        stream.pair(Name(b"Length1"), i32::try_from(self.subset.file_length).unwrap_or(i32::MAX));
        stream.finish();
        id
    }

    /// A bit for each code, the first of a byte the highest: 0 and those of the characters.
    fn write_cid_set(&self, objects: &mut Objects) -> Ref {
        let count = self.codes.chars.len() + 1;
        let mut bits = vec![0xff_u8; count / 8];
        if !count.is_multiple_of(8) {
            bits.push(0xff << (8 - count % 8));
        }
        let id = objects.reserve();
        objects.stream(id, &bits).finish();
        id
    }
}

/// Thickness of vertical stems. TrueType files do not tell it; these are customary for text faces, and readers use it
/// only where the embedded font is missing.
fn stem(style: FaceStyle) -> f32 {
    match style {
        FaceStyle::Regular | FaceStyle::Italic | FaceStyle::Symbols => 80.0,
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
