//! The specification and its pictures out of a file that was handed in.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::error::{PictureError, Refusal};
use crate::font::FontBook;
use crate::options::Options;
use crate::read::{self, Kind};
use crate::resources::{PictureSource, Resources};
use crate::stages::run_stages_to_pages;
use crate::verify::{self, Given, PicturesOf, Standing};

/// What was taken out of a file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ExtractedFile {
    /// The specification, byte for byte.
    pub specification: Vec<u8>,
    /// The pictures that it names and the file carries, by their names: a PDF carries none.
    pub pictures: BTreeMap<String, Vec<u8>>,
    /// Whether the file still is what the specification makes.
    pub standing: Standing,
}

/// Takes specification and pictures out of a Word file or PDF/A-3a.
///
/// # Errors
/// The file cannot be read, or carries no specification.
pub fn extract(file: Given<'_>, fonts: &FontBook) -> Result<ExtractedFile, Refusal> {
    let verify::Extracted { specification, standing } = verify::extract(file, fonts, false)?;
    let is_small = specification.len() <= verify::limit(file.bytes.len(), false);
    let pictures = if is_small { pictures(file, &specification, fonts) } else { BTreeMap::new() };
    Ok(ExtractedFile { specification, pictures, standing })
}

/// Which pictures there are, the specification alone knows: it is run, and those that it asks for are kept.
fn pictures(file: Given<'_>, specification: &[u8], fonts: &FontBook) -> BTreeMap<String, Vec<u8>> {
    let is_word = read::kind(file.bytes) == Ok(Kind::Docx);
    let Some(opened) = is_word.then(|| read::docx::open(file.bytes).ok()).flatten() else { return BTreeMap::new() };
    let kept = KeptPictures { source: PicturesOf::new(Some(&opened)), kept: Mutex::default() };
    let _ = run_stages_to_pages(specification, Resources::new(fonts).pictures(&kept), &Options::default());
    kept.kept.into_inner().unwrap_or_default()
}

struct KeptPictures<'a> {
    source: PicturesOf<'a>,
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl PictureSource for KeptPictures<'_> {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        let bytes = self.source.picture(name)?;
        if let Ok(mut kept) = self.kept.lock() {
            kept.insert(name.to_owned(), bytes.clone());
        }
        Ok(bytes)
    }
}
