//! Reads back what we write: the specification and the metadata out of a Word file or a PDF. Bytes in, no file touched.
//!
//! A file may come from anybody. Both readers take only what they need, are strict about it, and have a [limit](limits) on
//! everything that a file could claim or unpack; what they refuse they refuse with a [`ReadError`].

pub mod docx;
mod error;
mod inflate;
pub mod limits;
mod metadata;
pub mod pdf;
pub mod pictures;
mod properties;
mod record;
pub mod rows;
mod source;
pub mod story;
pub(crate) mod xml;
mod xmp;
mod zip;

pub use error::{Fault, ReadError};
pub use metadata::{Metadata, metadata, metadata_of_docx, metadata_of_pdf};
pub use source::{Carried, carried_by_docx, source, source_of_docx, source_of_pdf};

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A Word file.
    Docx,
    /// A PDF.
    Pdf,
}

/// Tells the kind by the first bytes; a name proves nothing.
///
/// # Errors
/// It is neither, or larger than [`limits::MAX_FILE_BYTES`].
pub fn kind(bytes: &[u8]) -> Result<Kind, ReadError> {
    if bytes.len() > limits::MAX_FILE_BYTES {
        return Err(file_too_large());
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Docx);
    }
    Err(neither(bytes))
}

/// The error of a file beyond [`limits::MAX_FILE_BYTES`], also for those who need not read it to know.
#[must_use]
pub fn file_too_large() -> ReadError {
    let limit = limits::MAX_FILE_BYTES >> 20;
    ReadError::too_large(format!("tệp lớn hơn {limit} MiB"), format!("the file is larger than {limit} MiB"))
}

fn neither(bytes: &[u8]) -> ReadError {
    // a compound file (MS-CFB, 2.2): the old .doc, and any .docx that has a password
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return ReadError::new(
            Fault::Encrypted,
            "tệp Word có mật khẩu, hoặc là tệp .doc kiểu cũ",
            "a Word file with a password, or an old .doc",
        )
        .hint("bỏ mật khẩu bằng Word rồi thử lại", "remove the password in Word and try again");
    }
    let (vi, en) = if bytes.is_empty() {
        ("tệp rỗng", "the file is empty")
    } else {
        ("không phải tệp .docx hay .pdf", "neither a .docx nor a .pdf")
    };
    ReadError::new(Fault::NotOurs, vi, en)
        .hint("đưa tệp .docx hoặc .pdf do vanban tạo", "give a .docx or .pdf that vanban made")
}
