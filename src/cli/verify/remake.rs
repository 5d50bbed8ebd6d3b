//! Makes the files again from what they carry.

use vanban::diag::{Phrase, Severity};
use vanban::font::FontBook;
use vanban::model::origin;
use vanban::pdf::PdfOptions;
use vanban::read::{docx::DocxFile, pictures};
use vanban::specification::Regulation;
use vanban::{Format, MAX_PICTURE_BYTES, Options, PictureError, PictureSource, Resources};

/// What to make again.
#[derive(Clone, Copy)]
pub(super) struct Order<'a> {
    pub(super) specification: &'a [u8],
    pub(super) regulation: Option<&'a str>,
    /// Which file; with its options where it is the PDF.
    pub(super) pdf: Option<&'a PdfOptions>,
    /// Where the pictures are taken from.
    pub(super) pictures: Option<&'a DocxFile<'a>>,
    pub(super) fonts: &'a FontBook,
}

/// The file's bytes, or why it cannot be made.
pub(super) fn remake(order: Order<'_>) -> Result<Vec<u8>, Phrase> {
    let mut options = Options::default();
    options.regulation = order.regulation.map(regulation).transpose()?;
    let format = if order.pdf.is_some() { Format::Pdf } else { Format::Docx };
    options.formats = vec![format];
    options.pdf = order.pdf.cloned().unwrap_or_default();
    let pictures = PicturesOf::open(order.pictures)?;
    let resources = Resources::new(order.fonts).pictures(&pictures);
    let mut rendered = vanban::render(order.specification, resources, &options).map_err(|fault| {
        Phrase::new(format!("lỗi của chương trình: {fault}"), format!("a fault of the program: {fault}"))
    })?;
    if let Some(error) = rendered.findings.iter().find(|finding| finding.severity == Severity::Error) {
        let Phrase { vi, en } = &error.message;
        return Err(Phrase::new(
            format!("bản đặc tả có lỗi {}: {vi}", error.code),
            format!("the specification has the error {}: {en}", error.code),
        ));
    }
    rendered.take(format).ok_or_else(|| Phrase::new("không tạo được tệp", "no file was made"))
}

/// The regulation of the name that the files have for it.
fn regulation(name: &str) -> Result<Regulation, Phrase> {
    Regulation::from_name(name).ok_or_else(|| {
        Phrase::new(format!("không biết quy định “{name}”"), format!("the regulation “{name}” is not known"))
    })
}

/// The pictures of a Word file.
struct PicturesOf<'a>(Option<(&'a DocxFile<'a>, pictures::Parts)>);

impl<'a> PicturesOf<'a> {
    fn open(file: Option<&'a DocxFile<'a>>) -> Result<Self, Phrase> {
        let parts = file.map(|file| pictures::parts(file).map(|parts| (file, parts))).transpose();
        parts.map(Self).map_err(|e| e.message)
    }
}

impl PictureSource for PicturesOf<'_> {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        let (file, parts) = self.0.as_ref().ok_or(PictureError::NotFound)?;
        let part = parts.get(&origin::picture_label(name)).ok_or(PictureError::NotFound)?;
        match file.part(part) {
            Ok(Some(bytes)) if bytes.len() > MAX_PICTURE_BYTES => Err(PictureError::TooLarge),
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(PictureError::NotFound),
            Err(_) => Err(PictureError::Unreadable),
        }
    }
}
