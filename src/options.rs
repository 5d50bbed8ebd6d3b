//! How to render: which files, after which regulation, what kind of PDF.

use crate::specification::{PartId, Regulation};

/// A kind of file; which there are, the features of the build say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// The Word file (.docx).
    #[cfg(feature = "docx")]
    Docx,
    /// The PDF.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// All of the build.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "docx")]
        Self::Docx,
        #[cfg(feature = "pdf")]
        Self::Pdf,
    ];

    /// The extension of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            #[cfg(feature = "docx")]
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// The media type of its files (RFC 6838).
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            #[cfg(feature = "docx")]
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            #[cfg(feature = "pdf")]
            Self::Pdf => "application/pdf",
        }
    }
}

/// How to render.
///
/// ```
/// # #[cfg(all(feature = "docx", feature = "pdf"))] {
/// use vanban::specification::Regulation;
/// use vanban::{Flavour, Format, Options, PdfOptions};
///
/// let options = Options::new()
///     .formats(&[Format::Pdf])
///     .regulation(Regulation::Tt01)
///     .pdf(PdfOptions::new().flavour(Flavour::A2b));
/// # assert!(options.asks_for(Format::Pdf) && !options.asks_for(Format::Docx));
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Which files to make, each once; all of the build unless said otherwise.
    pub formats: Vec<Format>,
    /// The regulation to follow, whatever the specification says; `None`: the specification's, else the one in force on
    /// the issue date.
    pub regulation: Option<Regulation>,
    /// The one file to make of a document whose attached texts and appendices have files of their own; `None`: all.
    pub only: Option<PartId>,
    /// How to write the PDF.
    #[cfg(feature = "pdf")]
    pub pdf: crate::pdf::PdfOptions,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            formats: Format::ALL.to_vec(),
            regulation: None,
            only: None,
            #[cfg(feature = "pdf")]
            pdf: crate::pdf::PdfOptions::default(),
        }
    }
}

impl Options {
    /// All files, the regulation in force, PDF/A-2a.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// These files only.
    #[must_use]
    pub fn formats(mut self, formats: &[Format]) -> Self {
        self.formats = formats.to_vec();
        self
    }

    /// This regulation, whatever the specification says.
    #[must_use]
    pub fn regulation(mut self, regulation: Regulation) -> Self {
        self.regulation = Some(regulation);
        self
    }

    /// The file of this part alone; none where the part has no file of its own.
    #[must_use]
    pub fn only(mut self, file: PartId) -> Self {
        self.only = Some(file);
        self
    }

    /// The PDF so.
    #[cfg(feature = "pdf")]
    #[must_use]
    pub fn pdf(mut self, pdf: crate::pdf::PdfOptions) -> Self {
        self.pdf = pdf;
        self
    }

    /// Whether a file of this kind is to be made.
    #[must_use]
    pub fn asks_for(&self, format: Format) -> bool {
        self.formats.contains(&format)
    }
}
