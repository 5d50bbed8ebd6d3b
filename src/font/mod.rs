//! Fonts: bytes in, metrics out. No file, no system font; the callers bring bytes.

mod attachment;
mod face;
mod marks;

pub use face::{Face, FontError};
pub use marks::{Cluster, is_mark};

use crate::units::Length;

/// One of the four faces of a family.
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
}

impl FaceStyle {
    /// All four, in the order of the book.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

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

/// The four faces a document is set in, parsed once and used for any number of documents.
#[derive(Clone, Debug)]
pub struct FontBook {
    faces: [Face; 4],
}

impl FontBook {
    /// Parses four font files (TrueType outlines): regular, bold, italic, bold italic.
    ///
    /// # Errors
    /// A file that is no TrueType font, or lacks a table that layout or embedding needs.
    pub fn new(files: [Vec<u8>; 4]) -> Result<Self, FontError> {
        let [regular, bold, italic, bold_italic] = files;
        Ok(Self { faces: [Face::new(regular)?, Face::new(bold)?, Face::new(italic)?, Face::new(bold_italic)?] })
    }

    /// The bundled Liberation Serif: metric-identical to Times New Roman.
    ///
    /// # Errors
    /// None with the files that come with the library; the type is that of [`FontBook::new`].
    #[cfg(feature = "bundled-fonts")]
    pub fn bundled() -> Result<Self, FontError> {
        Ok(Self {
            faces: [
                Face::new_static(include_bytes!("../../fonts/LiberationSerif-Regular.ttf"))?,
                Face::new_static(include_bytes!("../../fonts/LiberationSerif-Bold.ttf"))?,
                Face::new_static(include_bytes!("../../fonts/LiberationSerif-Italic.ttf"))?,
                Face::new_static(include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"))?,
            ],
        })
    }

    /// One face.
    #[must_use]
    pub fn face(&self, style: FaceStyle) -> &Face {
        match style {
            FaceStyle::Regular => &self.faces[0],
            FaceStyle::Bold => &self.faces[1],
            FaceStyle::Italic => &self.faces[2],
            FaceStyle::BoldItalic => &self.faces[3],
        }
    }

    /// Whether two books are clones of one.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.faces.iter().zip(&other.faces).all(|(face, other)| face.is_same(other))
    }

    /// Width of a text on one line.
    #[must_use]
    pub fn measure(&self, text: &str, style: FaceStyle, size: Length) -> Length {
        let face = self.face(style);
        face.to_length(text.chars().map(|c| i64::from(face.advance(c))).sum(), size)
    }
}
