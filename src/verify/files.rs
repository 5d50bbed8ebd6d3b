//! The files to judge, taken apart: what each carries and says of itself.

use crate::diag::Phrase;
use crate::error::Refusal;
use crate::pdf::PdfOptions;
use crate::read::pdf::{PdfFile, Signing};
use crate::read::{self, Kind, ReadError, docx::DocxFile};

/// A file to judge.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// What messages call it.
    pub name: &'a str,
    /// The whole of it.
    pub bytes: &'a [u8],
}

/// One of each kind at most, and one at least.
#[derive(Debug)]
pub struct Files<'a> {
    pub(super) docx: Option<Word<'a>>,
    pub(super) pdf: Option<Pdf<'a>>,
}

/// A Word file.
#[derive(Debug)]
pub struct Word<'a> {
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) file: DocxFile<'a>,
    /// The specification it carries.
    pub(super) source: Vec<u8>,
    /// The regulation it was made by, as it says.
    pub(super) regulation: Option<String>,
    /// The part of the document that it holds, as it says; `None`: the main one.
    pub(super) part: Option<String>,
    /// The program that saved it last, as it says.
    pub(super) application: Option<String>,
}

/// A PDF. All is taken from its first revision; what was appended to it is judged by itself.
#[derive(Debug)]
pub struct Pdf<'a> {
    pub(super) name: &'a str,
    /// As first written.
    pub(super) first: &'a [u8],
    pub(super) appended: Option<Appended>,
    /// SHA-256 of the specification, as it says.
    pub(super) sha256: String,
    pub(super) options: Option<PdfOptions>,
    pub(super) regulation: Option<String>,
    /// The part of the document that it holds, as it says; `None`: the main one.
    pub(super) part: Option<String>,
    /// The program that made it, as it says.
    pub(super) producer: Option<String>,
    /// The specification it carries (PDF/A-3a).
    pub(super) source: Option<Vec<u8>>,
}

/// What stands behind the first revision of a PDF.
#[derive(Clone, Debug)]
pub struct Appended {
    /// How many bytes.
    pub length: usize,
    /// What signing programs append, or why it is not.
    pub signing: Result<Signing, Phrase>,
}

impl<'a> Files<'a> {
    /// Opens one or two files.
    ///
    /// # Errors
    /// One cannot be read, or both are of a kind.
    pub fn open(given: &[Given<'a>]) -> Result<Self, Refusal> {
        let mut files = Self { docx: None, pdf: None };
        for file in given {
            let failed = |e: ReadError| unreadable(file.name, e);
            let twice = match read::kind(file.bytes).map_err(failed)? {
                Kind::Docx => files.docx.replace(Word::open(*file).map_err(failed)?).map(|word| word.name),
                Kind::Pdf => files.pdf.replace(Pdf::open(*file).map_err(failed)?).map(|pdf| pdf.name),
            };
            if let Some(other) = twice {
                return Err(two_of_a_kind(other, file.name));
            }
        }
        Ok(files)
    }
}

impl<'a> Word<'a> {
    pub(super) fn open(file: Given<'a>) -> Result<Self, ReadError> {
        let opened = read::docx::open(file.bytes)?;
        let source = read::source_of_docx(&opened)?;
        // a program that saves the file may drop its properties: they are no condition
        let (regulation, part, application) = match read::metadata_of_docx(&opened) {
            Ok(metadata) => (metadata.regulation, metadata.part, metadata.producer),
            Err(_) => (None, None, None),
        };
        Ok(Self { name: file.name, bytes: file.bytes, file: opened, source, regulation, part, application })
    }
}

impl<'a> Pdf<'a> {
    pub(super) fn open(file: Given<'a>) -> Result<Self, ReadError> {
        let (opened, first) = as_written(file.bytes)?;
        let metadata = read::metadata_of_pdf(&opened)?;
        Ok(Self {
            name: file.name,
            first,
            appended: appended(file.bytes, first.len()),
            sha256: metadata.specification_sha256,
            options: metadata.options.and_then(|text| PdfOptions::from_text(&text)),
            regulation: metadata.regulation,
            part: metadata.part,
            producer: metadata.producer,
            source: opened.attachment()?,
        })
    }
}

/// The first revision. Where another program wrote the file anew there is none of ours: then it is the whole file.
pub(super) fn as_written(bytes: &[u8]) -> Result<(PdfFile<'_>, &[u8]), ReadError> {
    let first = bytes.get(..read::pdf::first_end(bytes)).unwrap_or(bytes);
    match read::pdf::open(first) {
        Ok(opened) if read::metadata_of_pdf(&opened).is_ok() => Ok((opened, first)),
        Ok(_) | Err(_) => Ok((read::pdf::open(bytes)?, bytes)),
    }
}

fn appended(bytes: &[u8], first: usize) -> Option<Appended> {
    let length = bytes.len() - first;
    (length > 0).then(|| Appended { length, signing: read::pdf::signing(bytes, first) })
}

fn two_of_a_kind(one: &str, other: &str) -> Refusal {
    Refusal::new(format!("{one} và {other} cùng một loại"), format!("{one} and {other} are of one kind"))
        .hint("đưa một tệp .docx và một tệp .pdf", "give one .docx and one .pdf")
}

/// Says of which file the reader says why it cannot be read.
pub(super) fn unreadable(name: &str, error: ReadError) -> Refusal {
    let Phrase { vi, en } = &error.message;
    Refusal { hint: error.hint, ..Refusal::new(format!("{name}: {vi}"), format!("{name}: {en}")) }
}
