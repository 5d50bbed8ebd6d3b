//! What can go wrong beside what a specification says: those are findings.

use std::fmt;

use crate::diag::Phrase;

/// Why a file could not be made of a document that was laid out: a fault of the program, not of the specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(pub String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriteError {}

/// Why a picture could not be brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PictureError {
    /// No such file.
    NotFound,
    /// The path leaves the specification's folder.
    OutsideFolder,
    /// The file is larger than [`MAX_PICTURE_BYTES`](crate::MAX_PICTURE_BYTES).
    TooLarge,
    /// It cannot be read.
    Unreadable,
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFound => "there is no such picture",
            Self::OutsideFolder => "the picture lies outside the specification's folder",
            Self::TooLarge => "the picture is too large",
            Self::Unreadable => "the picture cannot be read",
        })
    }
}

impl std::error::Error for PictureError {}

/// Why something asked for could not be done, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub message: Phrase,
    /// What to do about it.
    pub hint: Option<Phrase>,
}

impl Refusal {
    /// A refusal without a hint.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { message: Phrase::new(vi, en), hint: None }
    }

    /// With what to do about it.
    #[must_use]
    pub fn hint(mut self, vi: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(Phrase::new(vi, en));
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl std::error::Error for Refusal {}
