//! What is true of the files.

use crate::diag::Phrase;
use crate::font::FontBook;
use crate::model::origin;

use super::files::{Appended, Files, Pdf, Word};
use super::remake::{Order, PicturesOf, Unmade, remake};

/// What is true of both files together.
#[derive(Debug)]
pub struct Verdict {
    /// Of the Word file, where there is one.
    pub docx: Option<WordVerdict>,
    /// Of the PDF, where there is one.
    pub pdf: Option<PdfVerdict>,
    /// Whether they come from the same specification; `None`: there is one file only.
    pub same_specification: Option<bool>,
    /// Whether they hold the same part of the document; `None`: there is one file only.
    pub same_part: Option<bool>,
}

/// What is true of a Word file.
#[derive(Debug)]
pub struct WordVerdict {
    /// What messages call it.
    pub name: String,
    /// SHA-256 of the specification that it carries, in hexadecimal digits.
    pub sha256: String,
    /// The program that saved it last, where it was another.
    pub saved_by: Option<String>,
    /// Of the whole file.
    pub bytes: Sameness,
}

/// What is true of a PDF.
#[derive(Debug)]
pub struct PdfVerdict {
    /// What messages call it.
    pub name: String,
    /// SHA-256 of its specification, as it says, in hexadecimal digits.
    pub sha256: String,
    /// The version that made it, where it was another.
    pub made_by: Option<String>,
    /// Of the first revision.
    pub bytes: Sameness,
    /// What stands behind that, where anything does.
    pub appended: Option<Appended>,
}

/// What is true of a file, or of all; of several the last counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// It is as it was made.
    Same,
    /// It is as it was made, and what was appended is what signing programs append.
    Signed,
    /// It could not be judged.
    Unknown,
    /// It is not as it was made.
    Different,
}

/// Whether making a file again gives the same bytes.
#[derive(Debug, PartialEq, Eq)]
pub enum Sameness {
    /// It does.
    Same,
    /// It does not.
    Different,
    /// It could not be made again.
    Unknown(Unmade),
}

impl Sameness {
    fn of(made: Result<Vec<u8>, Unmade>, bytes: &[u8]) -> Self {
        match made {
            Ok(made) if made == bytes => Self::Same,
            Ok(_) => Self::Different,
            Err(why) => Self::Unknown(why),
        }
    }
}

impl Sameness {
    /// As an agreement.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        match self {
            Self::Same => Agreement::Same,
            Self::Different => Agreement::Different,
            Self::Unknown(_) => Agreement::Unknown,
        }
    }
}

impl PdfVerdict {
    /// Of the whole file.
    pub fn agreement(&self) -> Agreement {
        let appended = match &self.appended {
            None => Agreement::Same,
            Some(Appended { signing: Ok(_), .. }) => Agreement::Signed,
            Some(Appended { signing: Err(_), .. }) => Agreement::Different,
        };
        self.bytes.agreement().max(appended)
    }
}

impl Verdict {
    /// Of all together.
    pub fn agreement(&self) -> Agreement {
        let docx = self.docx.as_ref().map(|docx| docx.bytes.agreement());
        let pdf = self.pdf.as_ref().map(PdfVerdict::agreement);
        let are_twins = self.same_specification != Some(false) && self.same_part != Some(false);
        let twins = (!are_twins).then_some(Agreement::Different);
        docx.max(pdf).max(twins).unwrap_or(Agreement::Same)
    }
}

/// Judges the files.
pub fn judge(files: &Files<'_>, fonts: &FontBook, limit: usize) -> Verdict {
    let docx = files.docx.as_ref().map(|word| judge_word(word, fonts, limit));
    let pdf = files.pdf.as_ref().map(|pdf| judge_pdf(pdf, files.docx.as_ref(), fonts, limit));
    let same_specification = docx.as_ref().zip(pdf.as_ref()).map(|(docx, pdf)| docx.sha256 == pdf.sha256);
    let parts = files.docx.as_ref().zip(files.pdf.as_ref());
    let same_part = parts.map(|(docx, pdf)| docx.part == pdf.part);
    Verdict { docx, pdf, same_specification, same_part }
}

fn judge_word(word: &Word<'_>, fonts: &FontBook, limit: usize) -> WordVerdict {
    let saved_by = word.application.clone().filter(|program| program != "vanban");
    // what another program saved is not ours, even where it cannot be made again to be compared
    let bytes = if saved_by.is_some() {
        Sameness::Different
    } else {
        let (specification, regulation) = (word.source.as_slice(), word.regulation.as_deref());
        let pictures = &PicturesOf::new(Some(&word.file));
        let part = word.part.as_deref();
        let made = remake(Order { specification, regulation, part, pdf: None, pictures, fonts, limit });
        Sameness::of(made, word.bytes)
    };
    WordVerdict { name: word.name.to_owned(), sha256: origin::sha256_hex(&word.source), saved_by, bytes }
}

pub(super) fn judge_pdf(pdf: &Pdf<'_>, word: Option<&Word<'_>>, fonts: &FontBook, limit: usize) -> PdfVerdict {
    let ours = format!("vanban {}", env!("CARGO_PKG_VERSION"));
    PdfVerdict {
        name: pdf.name.to_owned(),
        sha256: pdf.sha256.clone(),
        made_by: pdf.producer.clone().filter(|producer| *producer != ours),
        bytes: Sameness::of(remake_pdf(pdf, word, fonts, limit), pdf.first),
        appended: pdf.appended.clone(),
    }
}

fn remake_pdf(pdf: &Pdf<'_>, word: Option<&Word<'_>>, fonts: &FontBook, limit: usize) -> Result<Vec<u8>, Unmade> {
    let options = pdf.options.as_ref().ok_or_else(|| {
        Phrase::new("không rõ nó được kết xuất với tùy chọn nào", "it does not tell the options it was made with")
    })?;
    let of_word = word.map(|word| word.source.as_slice());
    let own = |source: &&[u8]| origin::sha256_hex(source) == pdf.sha256;
    let specification = pdf.source.as_deref().filter(own).or(of_word.filter(own)).ok_or_else(|| {
        Phrase::new(
            "không có bản đặc tả của nó để kết xuất lại; đưa kèm tệp .docx cùng văn bản",
            "its specification is not at hand; give the .docx of the same document with it",
        )
    })?;
    remake(Order {
        specification,
        regulation: pdf.regulation.as_deref(),
        part: pdf.part.as_deref(),
        pdf: Some(options),
        pictures: &PicturesOf::new(word.map(|word| &word.file)),
        fonts,
        limit,
    })
}
