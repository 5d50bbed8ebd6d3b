//! The files to judge, taken apart: what each carries and says of itself.

use vanban::diag::Phrase;
use vanban::pdf::PdfOptions;
use vanban::read::pdf::{PdfFile, Signing};
use vanban::read::{self, Kind, ReadError, docx::DocxFile};

use super::super::console::Failure;
use super::super::input::{Input, unreadable};

/// One of each kind at most, and one at least.
#[derive(Debug)]
pub(crate) struct Files<'a> {
    pub(crate) docx: Option<Word<'a>>,
    pub(crate) pdf: Option<Pdf<'a>>,
}

/// A Word file.
#[derive(Debug)]
pub(crate) struct Word<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) file: DocxFile<'a>,
    /// The specification it carries.
    pub(crate) source: Vec<u8>,
    /// The regulation it was made by, as it says.
    pub(crate) regulation: Option<String>,
    /// The part of the document that it holds, as it says; `None`: the main one.
    pub(crate) part: Option<String>,
    /// The program that saved it last, as it says.
    pub(crate) application: Option<String>,
}

/// A PDF. All is taken from its first revision; what was appended to it is judged by itself.
#[derive(Debug)]
pub(crate) struct Pdf<'a> {
    pub(crate) name: &'a str,
    /// As first written.
    pub(crate) first: &'a [u8],
    pub(crate) appended: Option<Appended>,
    /// SHA-256 of the specification, as it says.
    pub(crate) sha256: String,
    pub(crate) options: Option<PdfOptions>,
    pub(crate) regulation: Option<String>,
    /// The part of the document that it holds, as it says; `None`: the main one.
    pub(crate) part: Option<String>,
    /// The program that made it, as it says.
    pub(crate) producer: Option<String>,
    /// The specification it carries (PDF/A-3a).
    pub(crate) source: Option<Vec<u8>>,
}

/// What stands behind the first revision of a PDF.
#[derive(Clone, Debug)]
pub(crate) struct Appended {
    /// How many bytes.
    pub(crate) length: usize,
    /// What signing programs append, or why it is not.
    pub(crate) signing: Result<Signing, Phrase>,
}

impl<'a> Files<'a> {
    /// Opens one or two files.
    pub(crate) fn open(inputs: &'a [Input]) -> Result<Self, Failure> {
        let mut files = Self { docx: None, pdf: None };
        for input in inputs {
            let failed = |e: ReadError| unreadable(&input.name, &e);
            let twice = match read::kind(&input.bytes).map_err(failed)? {
                Kind::Docx => files.docx.replace(Word::open(input).map_err(failed)?).map(|word| word.name),
                Kind::Pdf => files.pdf.replace(Pdf::open(input).map_err(failed)?).map(|pdf| pdf.name),
            };
            if let Some(other) = twice {
                return Err(two_of_a_kind(other, &input.name));
            }
        }
        Ok(files)
    }
}

impl<'a> Word<'a> {
    pub(crate) fn open(input: &'a Input) -> Result<Self, ReadError> {
        let file = read::docx::open(&input.bytes)?;
        let source = read::source_of_docx(&file)?;
        // a program that saves the file may drop its properties: they are no condition
        let (regulation, part, application) = match read::metadata_of_docx(&file) {
            Ok(metadata) => (metadata.regulation, metadata.part, metadata.producer),
            Err(_) => (None, None, None),
        };
        Ok(Self { name: &input.name, bytes: &input.bytes, file, source, regulation, part, application })
    }
}

impl<'a> Pdf<'a> {
    pub(crate) fn open(input: &'a Input) -> Result<Self, ReadError> {
        let (opened, first) = as_written(&input.bytes)?;
        let metadata = read::metadata_of_pdf(&opened)?;
        Ok(Self {
            name: &input.name,
            first,
            appended: appended(&input.bytes, first.len()),
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
pub(crate) fn as_written(bytes: &[u8]) -> Result<(PdfFile<'_>, &[u8]), ReadError> {
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

fn two_of_a_kind(one: &str, other: &str) -> Failure {
    Failure::new(format!("{one} và {other} cùng một loại"), format!("{one} and {other} are of one kind"))
        .hint("đưa một tệp .docx và một tệp .pdf", "give one .docx and one .pdf")
}
