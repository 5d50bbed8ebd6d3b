//! Whether what was just made can be read back: the readers have limits, for files may come from anybody, and a document that
//! goes beyond them is told while it is made, not when its specification is needed again.

use crate::diag::{Diagnostic, Phrase, phrase, registry};
use crate::options::Format;
use crate::read::{self, ReadError};

/// Below both of these no limit can be met: the readers take four thousand times as much.
const SMALL_SPECIFICATION: usize = 16 << 10;
const SMALL_FILE: usize = 1 << 20;

/// What reading a file back would find, if it would not give what was put in.
pub(crate) fn judge(spec: &[u8], format: Format, bytes: &[u8]) -> Option<Diagnostic> {
    if spec.len() < SMALL_SPECIFICATION && bytes.len() < SMALL_FILE {
        return None;
    }
    let ReadError { message: Phrase { vi, en }, .. } = read_back(format, bytes).err()?;
    let name = format.extension();
    let found = phrase!(
        "tệp .{name} sẽ không đọc lại được bằng vanban ({vi})",
        "the .{name} cannot be read back by vanban ({en})"
    );
    Some(Diagnostic::of(registry::NOT_READ_BACK, "", found).hint(phrase!(
        "tách thành nhiều văn bản, hoặc giữ bản đặc tả cạnh tệp",
        "divide it into several documents, or keep the specification beside the file"
    )))
}

fn read_back(format: Format, bytes: &[u8]) -> Result<(), ReadError> {
    match format {
        #[cfg(feature = "docx")]
        Format::Docx => {
            let file = read::docx::open(bytes)?;
            read::carried_by_docx(&file)?;
            file.story_sha256()?;
            read::metadata_of_docx(&file)?;
        }
        #[cfg(feature = "pdf")]
        Format::Pdf => {
            let file = read::pdf::open(bytes)?;
            file.attachment()?;
            read::metadata_of_pdf(&file)?;
        }
    }
    Ok(())
}
