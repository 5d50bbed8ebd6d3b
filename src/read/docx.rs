//! A Word file taken apart (ECMA-376 Part 2): parts by name, each unpacked within a limit.

use super::limits::MAX_SOURCE_PART_BYTES;
use super::zip::Zip;
use super::{Fault, Kind, ReadError};
use crate::model::origin::story_hash;

/// The part that holds the notes at the foot of pages, where there are any.
pub(super) const NOTES: &str = "word/footnotes.xml";
/// The main part.
pub(super) const STORY: &str = "word/document.xml";

/// A Word file.
#[derive(Debug)]
pub struct DocxFile<'a> {
    zip: Zip<'a>,
}

/// Opens a Word file: reads the names of its parts.
///
/// # Errors
/// It is no zip, no Word file, damaged, or has too many parts.
pub fn open(bytes: &[u8]) -> Result<DocxFile<'_>, ReadError> {
    if super::kind(bytes)? != Kind::Docx {
        return Err(no_word_file());
    }
    let zip = Zip::open(bytes)?;
    if zip.has("[Content_Types].xml") && zip.has(STORY) { Ok(DocxFile { zip }) } else { Err(no_word_file()) }
}

impl DocxFile<'_> {
    /// The names of all parts, as written, in the order of the zip's directory.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.zip.names()
    }

    /// A part's bytes; `None`: there is no such part. Names are equal whatever the case of their letters (ECMA-376 Part 2,
    /// 6.2.2.3).
    ///
    /// # Errors
    /// The part is damaged, encrypted, packed in an unusual way, or larger than
    /// [`MAX_PART_BYTES`](super::limits::MAX_PART_BYTES) when unpacked; all parts asked for so far are too large together.
    pub fn part(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        self.zip.read(name)
    }

    /// The bytes of a part that may carry the specification.
    ///
    /// # Errors
    /// As [`part`](Self::part).
    pub(super) fn carrier(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        self.zip.read_within(name, MAX_SOURCE_PART_BYTES)
    }

    /// The hash of the main part and the notes, as [`story_hash`] makes it; `None`: there is no main part.
    ///
    /// # Errors
    /// As [`part`](Self::part), but for the size: the parts are not kept.
    pub fn story_sha256(&self) -> Result<Option<String>, ReadError> {
        let Some(main) = self.zip.sha256(STORY)? else { return Ok(None) };
        Ok(Some(story_hash(&main, self.zip.sha256(NOTES)?.as_deref())))
    }
}

fn no_word_file() -> ReadError {
    ReadError::new(Fault::NotOurs, "không phải tệp Word (.docx)", "no Word file (.docx)")
        .hint("đưa tệp .docx do vanban tạo", "give a .docx that vanban made")
}
