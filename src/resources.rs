//! What a run needs beside the specification: faces, and somebody who brings pictures.

use crate::error::PictureError;
use crate::font::FontBook;

/// The largest picture file that is read.
pub const MAX_PICTURE_BYTES: usize = 8 << 20;

/// Brings the bytes of the pictures that a specification names: the library itself reads no file.
pub trait PictureSource: Sync {
    /// The bytes of the file `name`, which is relative to the specification and uses `/`.
    ///
    /// # Errors
    /// Why it cannot be brought.
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError>;
}

/// For documents without pictures.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPictures;

impl PictureSource for NoPictures {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Err(PictureError::NotFound)
    }
}

/// What a run needs beside the specification. It may be shared between threads.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Resources<'a> {
    /// The faces to lay out and embed.
    pub fonts: &'a FontBook,
    /// Brings pictures.
    pub pictures: &'a dyn PictureSource,
}

impl<'a> Resources<'a> {
    /// Faces, and no pictures.
    #[must_use]
    pub fn new(fonts: &'a FontBook) -> Self {
        Self { fonts, pictures: &NoPictures }
    }

    /// With somebody who brings pictures.
    #[must_use]
    pub fn pictures(self, pictures: &'a dyn PictureSource) -> Self {
        Self { pictures, ..self }
    }
}

impl std::fmt::Debug for Resources<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Resources").field("fonts", self.fonts).finish_non_exhaustive()
    }
}
