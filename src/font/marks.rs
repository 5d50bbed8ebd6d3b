//! Combining marks: which characters they are, and where each stands on its letter. A mark takes no room on the line; where
//! the face has no place for it, it is centred over or under the letter, clear of the marks that are there already.

use read_fonts::types::GlyphId;
use read_fonts::{FontRef, TableProvider};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::attachment::{self, MarkOffset};
use super::face::Face;

/// What stays free between a mark that the face has no place for and what it must clear: this part of the em, about half
/// of what designers leave under a circumflex.
const GAP: i32 = 24;

/// Whether a character is drawn on the one before it (the blocks of combining diacritical marks).
#[must_use]
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// On which side of its letter a mark stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    /// Through the letter, or hanging on its foot: its own outline says how high.
    Through,
    /// At the end of the letter, or over two letters: its own outline says where, counted from the letter's end.
    End,
}

impl Side {
    /// By the canonical combining class (Unicode, 4.3).
    fn of(mark: char) -> Self {
        match canonical_combining_class(mark) {
            214 | 228 | 230 | 232 => Self::Above,
            218 | 220 | 222 | 240 => Self::Below,
            216 | 233 | 234 => Self::End,
            _ => Self::Through,
        }
    }
}

/// A mark that was placed.
#[derive(Clone, Copy, Debug)]
struct Placed {
    glyph: GlyphId,
    /// From the origin of the letter.
    offset: MarkOffset,
    /// How far its outline reaches on its side, from the baseline up.
    edge: i32,
}

/// A letter and the marks on it, while a text is drawn character by character.
#[derive(Debug)]
pub struct Cluster<'a> {
    face: &'a Face,
    letter: Option<char>,
    /// The outermost mark above the letter, and the one below.
    above: Option<Placed>,
    below: Option<Placed>,
}

impl<'a> Cluster<'a> {
    /// Before the first character of a text.
    #[must_use]
    pub fn new(face: &'a Face) -> Self {
        Self { face, letter: None, above: None, below: None }
    }

    /// The next character is no mark.
    pub fn begin(&mut self, letter: char) {
        (self.letter, self.above, self.below) = (Some(letter), None, None);
    }

    /// The next character is a mark: from where its letter ends to the origin of the mark, to the right and up, in font
    /// units. A mark without a letter is drawn as its own outline says.
    pub fn add(&mut self, mark: char) -> (i32, i32) {
        let Some((letter, font)) = self.letter.zip(FontRef::new(self.face.data()).ok()) else { return (0, 0) };
        let side = Side::of(mark);
        let before = match side {
            Side::Above => self.above,
            Side::Below => self.below,
            Side::Through | Side::End => None,
        };
        let Some(placed) = (Placing { face: self.face, font: &font, letter, side, before }).place(mark) else {
            return (0, 0);
        };
        match side {
            Side::Above => self.above = Some(placed),
            Side::Below => self.below = Some(placed),
            Side::Through | Side::End => {}
        }
        (placed.offset.0 - i32::from(self.face.advance(letter)), placed.offset.1)
    }
}

/// A mark being placed.
struct Placing<'a> {
    face: &'a Face,
    font: &'a FontRef<'a>,
    letter: char,
    side: Side,
    /// The mark before it on the same side.
    before: Option<Placed>,
}

impl Placing<'_> {
    /// `None` where its own outline says where it stands.
    fn place(&self, mark: char) -> Option<Placed> {
        let glyph = GlyphId::from(self.face.glyph(mark)?);
        let ink = Ink::of(self.font, glyph)?;
        let offset = match self.anchored(glyph) {
            Some(offset) => offset,
            None if self.side == Side::End => return None,
            None => self.clear(glyph, ink)?,
        };
        let edge = offset.1 + if self.side == Side::Below { ink.bottom } else { ink.top };
        Some(Placed { glyph, offset, edge })
    }

    /// Where the face has a place for it: on the mark before, else on the letter.
    fn anchored(&self, mark: GlyphId) -> Option<MarkOffset> {
        match self.before {
            None => self.on(self.letter, mark),
            Some(before) => {
                let (x, y) = attachment::on_mark(&self.font.gpos().ok()?, before.glyph, mark)?;
                Some((before.offset.0 + x, before.offset.1 + y))
            }
        }
    }

    fn on(&self, letter: char, mark: GlyphId) -> Option<MarkOffset> {
        attachment::on_letter(&self.font.gpos().ok()?, self.face.glyph(letter)?.into(), mark)
    }

    /// Where it is clear of all that stands on its side.
    fn clear(&self, mark: GlyphId, ink: Ink) -> Option<MarkOffset> {
        let body = Ink::of(self.font, self.face.glyph(self.letter)?.into())?;
        // ê is an e with a mark of its own, which this one must clear; the horn of ơ is out of its way
        let mut parts = std::iter::once(self.letter).nfd();
        let plain = parts.next().unwrap_or(self.letter);
        let is_marked = parts.any(|part| Side::of(part) == self.side);
        let place = self.on(self.letter, mark).or_else(|| self.on(plain, mark));
        let edge = match (self.before, place) {
            (Some(before), _) => Some(before.edge),
            (None, Some(_)) if !is_marked => None,
            (None, _) => Some(if self.side == Side::Below { body.bottom } else { body.top }),
        };
        let gap = i32::from(self.face.units_per_em()) / GAP;
        let height = match (self.side, edge) {
            (Side::Above, Some(edge)) => Some(edge + gap - ink.bottom),
            (Side::Below, Some(edge)) => Some(edge - gap - ink.top),
            (Side::Above | Side::Below | Side::Through | Side::End, _) => None,
        };
        let Some((x, least)) = place else {
            let y = height.unwrap_or(0);
            let rise = (ink.bottom + ink.top) / 2 + y - (body.bottom + body.top) / 2;
            return Some(((body.left + body.right - ink.left - ink.right) / 2 + self.slanted(rise), y));
        };
        let y = match self.side {
            Side::Below => height.map_or(least, |y| y.min(least)),
            Side::Above | Side::Through | Side::End => height.map_or(least, |y| y.max(least)),
        };
        Some((x + self.slanted(y - least), y))
    }

    /// How far a slanted face leans over a height.
    fn slanted(&self, height: i32) -> i32 {
        let Ok(hhea) = self.font.hhea() else { return 0 };
        let (rise, run) = (i32::from(hhea.caret_slope_rise()), i32::from(hhea.caret_slope_run()));
        (height * run).checked_div(rise).unwrap_or(0)
    }
}

/// What an outline covers, font units.
#[derive(Clone, Copy)]
struct Ink {
    left: i32,
    bottom: i32,
    right: i32,
    top: i32,
}

impl Ink {
    /// `None` where nothing is drawn.
    fn of(font: &FontRef<'_>, glyph: GlyphId) -> Option<Self> {
        let outline = font.loca(None).ok()?.get_glyf(glyph, &font.glyf().ok()?).ok()??;
        let [left, bottom, right, top] =
            [outline.x_min(), outline.y_min(), outline.x_max(), outline.y_max()].map(i32::from);
        Some(Self { left, bottom, right, top })
    }
}
