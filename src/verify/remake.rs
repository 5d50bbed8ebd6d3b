//! Makes the files again from what they carry. The specification in a file may unpack to a thousand times the file, so what is
//! made of it has a limit that grows with the file.

use std::sync::OnceLock;

use crate::diag::{Phrase, Severity, registry};
use crate::error::PictureError;
use crate::font::FontBook;
use crate::model::origin;
use crate::options::{Format, Options};
use crate::pdf::PdfOptions;
use crate::read::{docx::DocxFile, pictures};
use crate::resources::{MAX_PICTURE_BYTES, PictureSource, Resources};
use crate::specification::{PartId, Regulation};

/// What to make again.
#[derive(Clone, Copy)]
pub(super) struct Order<'a> {
    pub specification: &'a [u8],
    pub regulation: Option<&'a str>,
    /// The part that has the file of its own, as a JSON Pointer; `None`: the main file.
    pub part: Option<&'a str>,
    /// Which file; with its options where it is the PDF.
    pub pdf: Option<&'a PdfOptions>,
    /// Where the pictures are taken from.
    pub pictures: &'a dyn PictureSource,
    pub fonts: &'a FontBook,
    /// The largest specification that is rendered, in bytes.
    pub limit: usize,
}

/// The largest specification that is rendered of files of so many bytes, in bytes. An honest one is at most twice as long as
/// its files, but for a short text that is repeated.
pub fn limit(bytes: usize, any_size: bool) -> usize {
    const ALWAYS: usize = 256 << 10;
    if any_size { usize::MAX } else { bytes.saturating_mul(4).saturating_add(ALWAYS) }
}

/// Why a file cannot be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmade {
    /// Why.
    pub why: Phrase,
    /// It is no sign of a change: a picture is not at hand, or the specification too large.
    pub innocent: bool,
}

impl From<Phrase> for Unmade {
    fn from(why: Phrase) -> Self {
        Self { why, innocent: false }
    }
}

/// The file's bytes, or why it cannot be made.
pub(super) fn remake(order: Order<'_>) -> Result<Vec<u8>, Unmade> {
    if order.specification.len() > order.limit {
        let kib = order.specification.len() >> 10;
        let why = Phrase::new(
            format!(
                "bản đặc tả trong tệp bung ra {kib} KiB, quá lớn so với tệp nên không kết xuất lại; nếu tin tệp này, ghi thêm --any-size"
            ),
            format!(
                "its specification unpacks to {kib} KiB, too much for such a file to be rendered again; where you trust it, add --any-size"
            ),
        );
        return Err(Unmade { why, innocent: true });
    }
    let options = Options {
        formats: vec![if order.pdf.is_some() { Format::Pdf } else { Format::Docx }],
        regulation: order.regulation.map(regulation).transpose()?,
        only: Some(order.part.map_or(Ok(PartId::Main), part)?),
        pdf: order.pdf.cloned().unwrap_or_default(),
    };
    let resources = Resources::new(order.fonts).pictures(order.pictures);
    let mut rendered = crate::render::render(order.specification, resources, &options).map_err(|fault| {
        Phrase::new(format!("lỗi của chương trình: {fault}"), format!("a fault of the program: {fault}"))
    })?;
    if let Some(error) = rendered.findings.iter().find(|finding| finding.severity == Severity::Error) {
        let Phrase { vi, en } = &error.message;
        let why = Phrase::new(
            format!("bản đặc tả có lỗi {}: {vi}", error.code),
            format!("the specification has the error {}: {en}", error.code),
        );
        return Err(Unmade { why, innocent: error.code == registry::PICTURE_MISSING.code });
    }
    // it is the only one
    let made = rendered.files.pop().map(|file| file.bytes);
    made.ok_or_else(|| Phrase::new("bản đặc tả không có tệp này", "its specification makes no such file").into())
}

/// The part that a file says it has.
fn part(pointer: &str) -> Result<PartId, Phrase> {
    PartId::from_pointer(pointer).ok_or_else(|| {
        Phrase::new(
            format!("không biết phần “{pointer}” của văn bản"),
            format!("the part “{pointer}” of the document is not known"),
        )
    })
}

/// The regulation of the name that the files have for it.
fn regulation(name: &str) -> Result<Regulation, Phrase> {
    Regulation::from_name(name).ok_or_else(|| {
        Phrase::new(format!("không biết quy định “{name}”"), format!("the regulation “{name}” is not known"))
    })
}

/// The pictures of a Word file, looked for when the first is asked for.
#[derive(Debug)]
pub struct PicturesOf<'a> {
    file: Option<&'a DocxFile<'a>>,
    parts: OnceLock<Option<pictures::Parts>>,
}

impl<'a> PicturesOf<'a> {
    /// Those of a file; none where there is no file.
    #[must_use]
    pub fn new(file: Option<&'a DocxFile<'a>>) -> Self {
        Self { file, parts: OnceLock::new() }
    }
}

impl PictureSource for PicturesOf<'_> {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        let file = self.file.ok_or(PictureError::NotFound)?;
        let parts = self.parts.get_or_init(|| pictures::parts(file).ok()).as_ref().ok_or(PictureError::Unreadable)?;
        let part = parts.get(&origin::picture_label(name)).ok_or(PictureError::NotFound)?;
        match file.part(part) {
            Ok(Some(bytes)) if bytes.len() > MAX_PICTURE_BYTES => Err(PictureError::TooLarge),
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(PictureError::NotFound),
            Err(_) => Err(PictureError::Unreadable),
        }
    }
}
