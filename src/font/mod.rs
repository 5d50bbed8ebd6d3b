//! Fonts: bytes in, metrics out. No file, no system font; the callers bring bytes.

mod attachment;
mod face;
mod marks;
#[cfg(feature = "preview")]
mod outline;

pub use face::{Face, FontError};
pub use marks::{Cluster, is_mark};
#[cfg(feature = "preview")]
pub use outline::{OutlinePoint, OutlineSegment};

use crate::units::Length;

/// A face of the book: one of the four of the text's family, or the one of signs that these have not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceStyle {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
    /// Signs that the text's family has not (☐, ℃, ①): one face, upright.
    Symbols,
}

impl FaceStyle {
    /// The four of the text's family.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];
    /// All faces of a book.
    pub const BOOK: [Self; 5] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic, Self::Symbols];

    /// The face of a weight and a slant.
    #[must_use]
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// Whether it is slanted.
    #[must_use]
    pub fn is_italic(self) -> bool {
        matches!(self, Self::Italic | Self::BoldItalic)
    }
}

/// The faces a document is set in, parsed once and used for any number of documents: the four of a family, and one of signs
/// that these have not, which comes with the library (feature `bundled-fonts`).
#[derive(Clone, Debug)]
pub struct FontBook {
    faces: [Face; 4],
    symbols: Option<Face>,
}

impl FontBook {
    /// Parses four font files (TrueType outlines): regular, bold, italic, bold italic.
    ///
    /// # Errors
    /// A file that is no TrueType font, or lacks a table that layout or embedding needs.
    pub fn new(files: [Vec<u8>; 4]) -> Result<Self, FontError> {
        let [regular, bold, italic, bold_italic] = files;
        let faces = [Face::new(regular)?, Face::new(bold)?, Face::new(italic)?, Face::new(bold_italic)?];
        Ok(Self { faces, symbols: symbols()? })
    }

    /// The same of font files that are part of the program: nothing is copied.
    ///
    /// # Errors
    /// As [`FontBook::new`].
    pub fn from_static(files: [&'static [u8]; 4]) -> Result<Self, FontError> {
        let [regular, bold, italic, bold_italic] = files;
        let faces = [
            Face::new_static(regular)?,
            Face::new_static(bold)?,
            Face::new_static(italic)?,
            Face::new_static(bold_italic)?,
        ];
        Ok(Self { faces, symbols: symbols()? })
    }

    /// The bundled Liberation Serif: metric-identical to Times New Roman.
    ///
    /// # Errors
    /// None with the files that come with the library; the type is that of [`FontBook::new`].
    #[cfg(feature = "bundled-fonts")]
    pub fn bundled() -> Result<Self, FontError> {
        Self::from_static([
            include_bytes!("../../fonts/LiberationSerif-Regular.ttf"),
            include_bytes!("../../fonts/LiberationSerif-Bold.ttf"),
            include_bytes!("../../fonts/LiberationSerif-Italic.ttf"),
            include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
        ])
    }

    /// One face. A book without signs gives the regular face for them.
    #[must_use]
    pub fn face(&self, style: FaceStyle) -> &Face {
        match style {
            FaceStyle::Regular => &self.faces[0],
            FaceStyle::Bold => &self.faces[1],
            FaceStyle::Italic => &self.faces[2],
            FaceStyle::BoldItalic => &self.faces[3],
            FaceStyle::Symbols => self.symbols.as_ref().unwrap_or(&self.faces[0]),
        }
    }

    /// Whether two books are clones of one.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        FaceStyle::BOOK.iter().all(|style| self.face(*style).is_same(other.face(*style)))
    }

    /// The face that draws a character of a text in `style`: that of the signs where only it has the character.
    #[must_use]
    pub fn face_of(&self, c: char, style: FaceStyle) -> FaceStyle {
        let is_sign = || self.symbols.as_ref().is_some_and(|signs| signs.glyph(c).is_some());
        if self.face(style).glyph(c).is_none() && is_sign() { FaceStyle::Symbols } else { style }
    }

    /// Width of a text on one line, each character in the face that draws it.
    #[must_use]
    pub fn measure(&self, text: &str, style: FaceStyle, size: Length) -> Length {
        let face = self.face(style);
        let signs = self.symbols.as_ref();
        let (mut units, mut sign_units) = (0, 0);
        for c in text.chars() {
            match face.covered_advance(c) {
                Some(advance) => units += i64::from(advance),
                None => sign_units += signs.map_or(0, |signs| i64::from(signs.advance(c))),
            }
        }
        let width = face.to_length(units, size);
        signs.map_or(width, |signs| width + signs.to_length(sign_units, size))
    }
}

/// The face of the signs: made for text in Times New Roman, whose line height it has.
#[cfg(feature = "bundled-fonts")]
fn symbols() -> Result<Option<Face>, FontError> {
    Face::new_static(include_bytes!("../../fonts/VanbanSymbols.ttf")).map(Some)
}

#[cfg(not(feature = "bundled-fonts"))]
fn symbols() -> Result<Option<Face>, FontError> {
    Ok(None)
}
