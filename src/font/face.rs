//! One font file: its character map, advance widths and vertical metrics (OpenType tables cmap, hmtx, head, hhea, name, OS/2).

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use read_fonts::tables::post::Post;
use read_fonts::{FontRef, TableProvider};

use super::marks::is_mark;
use crate::units::Length;

/// Why a font file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontError(pub String);

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FontError {}

/// A character's glyph and advance width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct FaceEntry {
    glyph: u16,
    advance: u16,
}

/// Characters are looked up in pages of this many.
const PAGE: usize = 256;

/// A parsed face.
#[derive(Clone)]
pub struct Face {
    data: Arc<Cow<'static, [u8]>>,
    family: String,
    postscript_name: String,
    units_per_em: u16,
    ascent: i16,
    descent: i16,
    line_gap: i16,
    cap_height: i16,
    italic_angle: f32,
    underline: UnderlineMetrics,
    bounds: [i16; 4],
    embeddable: bool,
    /// One page for each 256 characters of the Basic Multilingual Plane that the font has any of.
    pages: Arc<[Option<Box<[FaceEntry; PAGE]>>]>,
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("postscript_name", &self.postscript_name).finish_non_exhaustive()
    }
}

impl Face {
    pub(super) fn new(data: Vec<u8>) -> Result<Self, FontError> {
        Self::parse(Cow::Owned(data))
    }

    pub(super) fn new_static(data: &'static [u8]) -> Result<Self, FontError> {
        Self::parse(Cow::Borrowed(data))
    }

    fn parse(data: Cow<'static, [u8]>) -> Result<Self, FontError> {
        let fail = |what: &str| FontError(what.to_owned());
        let font = FontRef::new(&data).map_err(|e| FontError(e.to_string()))?;
        if font.glyf().is_err() || font.loca(None).is_err() {
            return Err(fail("no TrueType outlines (glyf, loca)"));
        }
        let head = font.head().map_err(|_| fail("no head table"))?;
        let hhea = font.hhea().map_err(|_| fail("no hhea table"))?;
        let hmtx = font.hmtx().map_err(|_| fail("no hmtx table"))?;
        let cmap = font.cmap().map_err(|_| fail("no cmap table"))?;
        let os2 = font.os2().ok();
        let units_per_em = head.units_per_em();
        if units_per_em == 0 {
            return Err(fail("unitsPerEm is 0"));
        }
        let mut pages: Vec<Option<Box<[FaceEntry; PAGE]>>> = (0..0x1_0000 / PAGE).map(|_| None).collect();
        let mut mapped = false;
        for record in cmap.encoding_records() {
            let Ok(read_fonts::tables::cmap::CmapSubtable::Format4(table)) = record.subtable(cmap.offset_data()) else {
                continue;
            };
            for (c, glyph) in table.iter() {
                let (Ok(c), Ok(glyph)) = (u16::try_from(c), u16::try_from(glyph.to_u32())) else { continue };
                if glyph == 0 {
                    continue;
                }
                // a mark takes no room, whatever the file says: so do all who set text by its marks
                let takes_room = !char::from_u32(c.into()).is_some_and(is_mark);
                let advance = if takes_room { hmtx.advance(glyph.into()).unwrap_or(0) } else { 0 };
                let page = pages[usize::from(c) / PAGE].get_or_insert_with(|| Box::new([FaceEntry::default(); PAGE]));
                page[usize::from(c) % PAGE] = FaceEntry { glyph, advance };
            }
            mapped = true;
            break;
        }
        if !mapped {
            return Err(fail("no Unicode character map (cmap format 4)"));
        }
        let name = |id| -> String {
            font.name()
                .ok()
                .and_then(|names| {
                    let record = names.name_record().iter().find(|r| r.name_id() == id && r.is_unicode())?;
                    Some(record.string(names.string_data()).ok()?.chars().collect())
                })
                .unwrap_or_default()
        };
        Ok(Self {
            family: name(read_fonts::types::NameId::FAMILY_NAME),
            postscript_name: name(read_fonts::types::NameId::POSTSCRIPT_NAME),
            units_per_em,
            ascent: hhea.ascender().to_i16(),
            descent: hhea.descender().to_i16(),
            line_gap: hhea.line_gap().to_i16(),
            cap_height: os2.as_ref().and_then(read_fonts::tables::os2::Os2::s_cap_height).unwrap_or(0),
            italic_angle: font.post().map(|post| post.italic_angle().to_f32()).unwrap_or(0.0),
            underline: font
                .post()
                .ok()
                .and_then(|post| UnderlineMetrics::of(&post))
                .unwrap_or_else(|| UnderlineMetrics::usual(units_per_em)),
            bounds: [head.x_min(), head.y_min(), head.x_max(), head.y_max()],
            // OS/2 fsType bit 1: restricted licence embedding
            embeddable: os2.is_none_or(|t| t.fs_type() & 0x000f != 0x0002),
            pages: pages.into(),
            data: Arc::new(data),
        })
    }

    fn entry(&self, c: char) -> FaceEntry {
        let c = c as usize;
        match self.pages.get(c / PAGE) {
            Some(Some(page)) => page[c % PAGE],
            Some(None) | None => FaceEntry::default(),
        }
    }

    /// The glyph of a character; `None` where the face has none. U+2011 is drawn with the hyphen's glyph and U+00A0
    /// with the space's where the font has no own.
    #[must_use]
    pub fn glyph(&self, c: char) -> Option<u16> {
        let found = self.entry(c).glyph;
        if found != 0 { Some(found) } else { stand_in(c).map(|c| self.entry(c).glyph).filter(|g| *g != 0) }
    }

    /// Whether it has a glyph of a character's own.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.entry(c).glyph != 0
    }

    /// Advance width in font units; 0 for a missing glyph and for a combining mark.
    #[must_use]
    pub fn advance(&self, c: char) -> u16 {
        self.covered_advance(c).unwrap_or(0)
    }

    /// Advance width in font units; `None` where the face has no glyph.
    #[must_use]
    pub(super) fn covered_advance(&self, c: char) -> Option<u16> {
        let found = self.entry(c);
        if found.glyph != 0 {
            return Some(found.advance);
        }
        stand_in(c).map(|c| self.entry(c)).filter(|found| found.glyph != 0).map(|found| found.advance)
    }

    /// Advance width of its glyph as the font file has it, which for a mark need not be none.
    #[must_use]
    pub fn advance_in_file(&self, c: char) -> u16 {
        if !is_mark(c) {
            return self.advance(c);
        }
        let advance = || FontRef::new(&self.data).ok()?.hmtx().ok()?.advance(self.glyph(c)?.into());
        advance().unwrap_or(0)
    }

    /// Font units at a size.
    #[must_use]
    pub fn to_length(&self, units: i64, size: Length) -> Length {
        size.scale(units, i64::from(self.units_per_em))
    }

    /// Line height of single spacing: ascent + descent, and the gap, each in whole twips (nearest).
    ///
    /// LibreOffice measures a face in sixths of a twip (8640 to the inch), rounds ascent, descent and gap to them first, and
    /// so comes to 311 twips at 13.5 pt where the sum rounds to 310. Found over all sizes from 6 to 30 pt, in 7.4 and 25.2.
    #[must_use]
    pub fn line_height(&self, size: Length) -> Length {
        let sixths = |units: i16| self.to_length(6 * i64::from(units).abs(), size).to_twip();
        let twips = |sixths: i64| Length::twip((sixths + 3) / 6);
        twips(sixths(self.ascent) + sixths(self.descent)) + twips(sixths(self.line_gap))
    }

    /// From the top of a single-spaced line to its baseline: gap + ascent.
    #[must_use]
    pub fn baseline(&self, size: Length) -> Length {
        self.to_length(i64::from(self.ascent) + i64::from(self.line_gap), size)
    }

    /// The line under text of a size: from the baseline down to its upper edge, and its thickness.
    #[must_use]
    pub fn underline(&self, size: Length) -> (Length, Length) {
        let UnderlineMetrics { below, thickness } = self.underline;
        (self.to_length(below.into(), size), self.to_length(thickness.into(), size))
    }

    /// The font file.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// Whether two faces are clones of one.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.data, &other.data)
    }

    /// Family name.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// PostScript name.
    #[must_use]
    pub fn postscript_name(&self) -> &str {
        &self.postscript_name
    }

    /// Font units in an em.
    #[must_use]
    pub fn units_per_em(&self) -> u16 {
        self.units_per_em
    }

    /// hhea ascender, font units.
    #[must_use]
    pub fn ascent(&self) -> i16 {
        self.ascent
    }

    /// hhea descender, font units, negative.
    #[must_use]
    pub fn descent(&self) -> i16 {
        self.descent
    }

    /// Height of capitals, font units; 0 where the font does not say.
    #[must_use]
    pub fn cap_height(&self) -> i16 {
        self.cap_height
    }

    /// Degrees, counter-clockwise from upright; negative for a forward slant.
    #[must_use]
    pub fn italic_angle(&self) -> f32 {
        self.italic_angle
    }

    /// Font bounding box: xMin, yMin, xMax, yMax in font units.
    #[must_use]
    pub fn bounds(&self) -> [i16; 4] {
        self.bounds
    }

    /// Whether the licence bits (OS/2 fsType) let the font be embedded.
    #[must_use]
    pub fn is_embeddable(&self) -> bool {
        self.embeddable
    }
}

/// Where a face wants the line under its text, in font units.
#[derive(Clone, Copy, Debug)]
struct UnderlineMetrics {
    /// From the baseline down to the upper edge.
    below: i16,
    thickness: i16,
}

impl UnderlineMetrics {
    /// As the font file says; `None` where it says nothing that could be drawn.
    fn of(post: &Post<'_>) -> Option<Self> {
        let (position, thickness) = (post.underline_position().to_i16(), post.underline_thickness().to_i16());
        (position <= 0 && thickness > 0).then(|| Self { below: position.saturating_neg(), thickness })
    }

    /// As most faces have it: a tenth of an em below, a twentieth thick.
    fn usual(units_per_em: u16) -> Self {
        let part = |n: u16| i16::try_from(units_per_em / n).unwrap_or(i16::MAX);
        Self { below: part(10), thickness: part(20) }
    }
}

/// The character whose glyph may stand in for another's.
fn stand_in(c: char) -> Option<char> {
    match c {
        '\u{2011}' => Some('-'),
        '\u{a0}' => Some(' '),
        _ => None,
    }
}
