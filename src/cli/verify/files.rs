//! The files to judge, taken apart: what each carries and says of itself.

use vanban::pdf::PdfOptions;
use vanban::read::{self, Kind, ReadError, docx::DocxFile, pdf::PdfFile};

use super::super::console::Failure;
use super::super::input::{Input, unreadable};

/// One of each kind at most, and one at least.
#[derive(Debug)]
pub(super) struct Files<'a> {
    pub(super) docx: Option<Word<'a>>,
    pub(super) pdf: Option<Pdf<'a>>,
}

/// A Word file.
#[derive(Debug)]
pub(super) struct Word<'a> {
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) file: DocxFile<'a>,
    /// The specification it carries.
    pub(super) source: Vec<u8>,
    /// The regulation it was made by, as it says.
    pub(super) regulation: Option<String>,
    /// The program that saved it last, as it says.
    pub(super) application: Option<String>,
}

/// A PDF. What was appended to it does not count but for its length and signatures: all else is taken from its first
/// revision.
#[derive(Debug)]
pub(super) struct Pdf<'a> {
    pub(super) name: &'a str,
    /// As first written.
    pub(super) first: &'a [u8],
    pub(super) appended: usize,
    /// Signatures in the whole file.
    pub(super) signed: usize,
    /// SHA-256 of the specification, as it says.
    pub(super) sha256: String,
    pub(super) options: Option<PdfOptions>,
    pub(super) regulation: Option<String>,
    /// The program that made it, as it says.
    pub(super) producer: Option<String>,
    /// The specification it carries (PDF/A-3a).
    pub(super) source: Option<Vec<u8>>,
}

impl<'a> Files<'a> {
    /// Opens one or two files.
    pub(super) fn open(inputs: &'a [Input]) -> Result<Self, Failure> {
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
    fn open(input: &'a Input) -> Result<Self, ReadError> {
        let file = read::docx::open(&input.bytes)?;
        let source = read::source_of_docx(&file)?;
        // a program that saves the file may drop its properties: they are no condition
        let (regulation, application) = match read::metadata_of_docx(&file) {
            Ok(metadata) => (metadata.regulation, metadata.producer),
            Err(_) => (None, None),
        };
        Ok(Self { name: &input.name, bytes: &input.bytes, file, source, regulation, application })
    }
}

impl<'a> Pdf<'a> {
    fn open(input: &'a Input) -> Result<Self, ReadError> {
        let whole = read::pdf::open(&input.bytes)?;
        let first = &input.bytes[..whole.first_revision().len().min(input.bytes.len())];
        let signed = whole.signature_fields()?.signed;
        let reopened;
        let as_written: &PdfFile<'_> = if first.len() == input.bytes.len() {
            &whole
        } else {
            reopened = read::pdf::open(first)?;
            &reopened
        };
        let metadata = read::metadata_of_pdf(as_written)?;
        Ok(Self {
            name: &input.name,
            first,
            appended: input.bytes.len() - first.len(),
            signed,
            sha256: metadata.specification_sha256,
            options: metadata.options.and_then(|text| PdfOptions::from_text(&text)),
            regulation: metadata.regulation,
            producer: metadata.producer,
            source: as_written.attachment()?,
        })
    }
}

fn two_of_a_kind(one: &str, other: &str) -> Failure {
    Failure::new(format!("{one} và {other} cùng một loại"), format!("{one} and {other} are of one kind"))
        .hint("đưa một tệp .docx và một tệp .pdf", "give one .docx and one .pdf")
}
