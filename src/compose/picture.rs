//! Pictures: bytes from the caller, read to their last sample, so that both files can show them. A file used twice is kept once.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics, Pointer, Severity, phrase, registry};
use crate::error::PictureError;
use crate::model::{Picture, PictureFormat};
use crate::picture::{KnownPictures, MAX_PIXELS, PictureFault, PictureKind, Pixels, SoundPicture};
use crate::resources::{MAX_PICTURE_BYTES, PictureSource};

/// Which kinds of picture a place can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PictureFiles {
    /// A PNG, which can be transparent: of a signature or seal.
    Png,
    /// A PNG or a JPEG.
    Any,
}

/// The pictures of a document.
pub(super) struct Pictures<'a> {
    source: &'a dyn PictureSource,
    known: &'a mut KnownPictures,
    found: Vec<Arc<Picture>>,
    /// Which of [`Self::found`] a name stands for.
    names: BTreeMap<String, usize>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(source: &'a dyn PictureSource, known: &'a mut KnownPictures) -> Self {
        Self { source, known, found: Vec::new(), names: BTreeMap::new() }
    }

    /// The picture of a name: its index and its size in pixels. A finding where it cannot be used.
    pub(super) fn get(
        &mut self,
        name: &str,
        wanted: PictureFiles,
        at: &Pointer,
        out: &mut Diagnostics,
    ) -> Option<(usize, Pixels)> {
        let index = match self.names.get(name) {
            Some(index) => *index,
            None => self.read(name, wanted, at, out)?,
        };
        let picture = self.found.get(index)?;
        if wanted == PictureFiles::Png && picture.format != PictureFormat::Png {
            out.push(not_printable(PictureFault::Unknown, wanted, name, at));
            return None;
        }
        Some((index, (picture.width_px, picture.height_px)))
    }

    fn read(&mut self, name: &str, wanted: PictureFiles, at: &Pointer, out: &mut Diagnostics) -> Option<usize> {
        // a name that reading the specification found at fault is not looked for: once is said enough
        if out.iter().any(|finding| finding.at == *at && finding.severity == Severity::Error) {
            return None;
        }
        let bytes = match self.source.picture(name) {
            Ok(bytes) if bytes.len() > MAX_PICTURE_BYTES => {
                out.push(not_brought(PictureError::TooLarge, name, at));
                return None;
            }
            Ok(bytes) => bytes,
            Err(error) => {
                out.push(not_brought(error, name, at));
                return None;
            }
        };
        let is_jpeg = bytes.starts_with(&[0xff, 0xd8]);
        match self.known.read(bytes) {
            Ok(sound) => {
                // another name for the same picture
                let index = self.found.iter().position(|known| known.bytes == sound.bytes).unwrap_or_else(|| {
                    let SoundPicture { bytes, pixels: (width_px, height_px), kind } = sound.as_ref().clone();
                    let format = match kind {
                        PictureKind::Png => PictureFormat::Png,
                        PictureKind::Jpeg { is_grey } => PictureFormat::Jpeg { is_grey },
                    };
                    let picture = Picture { name: name.to_owned(), at: at.clone(), bytes, format, width_px, height_px };
                    self.found.push(Arc::new(picture));
                    self.found.len() - 1
                });
                self.names.insert(name.to_owned(), index);
                Some(index)
            }
            Err(fault) => {
                let fault = if is_jpeg && wanted == PictureFiles::Png { PictureFault::Unknown } else { fault };
                out.push(not_printable(fault, wanted, name, at));
                None
            }
        }
    }

    /// All pictures.
    pub(super) fn into_found(self) -> Vec<Arc<Picture>> {
        self.found
    }
}

fn not_brought(error: PictureError, name: &str, at: &Pointer) -> Diagnostic {
    let limit = MAX_PICTURE_BYTES >> 20;
    let (kind, message, hint) = match error {
        PictureError::NotFound => (
            registry::PICTURE_MISSING,
            phrase!("không tìm thấy tệp hình “{name}”", "there is no picture file “{name}”"),
            phrase!(
                "kiểm tra tên tệp; đường dẫn tính từ thư mục chứa tệp đặc tả",
                "check the name; the path starts at the specification's folder"
            ),
        ),
        PictureError::OutsideFolder => (
            registry::PICTURE_OUTSIDE,
            phrase!(
                "đường dẫn “{name}” ra ngoài thư mục chứa tệp đặc tả",
                "the path “{name}” leaves the specification's folder"
            ),
            phrase!("chép tệp hình vào thư mục của tệp đặc tả", "copy the picture into the specification's folder"),
        ),
        PictureError::TooLarge => (
            registry::PICTURE_BYTES,
            phrase!("tệp hình “{name}” lớn hơn {limit} MB", "the picture file “{name}” is larger than {limit} MB"),
            phrase!("thu nhỏ hình rồi lưu lại", "scale the picture down and save it again"),
        ),
        PictureError::Unreadable => (
            registry::PICTURE_UNREADABLE,
            phrase!("không đọc được tệp hình “{name}”", "the picture file “{name}” cannot be read"),
            phrase!("kiểm tra quyền đọc tệp", "check that the file may be read"),
        ),
    };
    Diagnostic::of(kind, at, message).hint(hint)
}

fn not_printable(fault: PictureFault, wanted: PictureFiles, name: &str, at: &Pointer) -> Diagnostic {
    let most = MAX_PIXELS / 1_000_000;
    let (kind, message, hint) = match fault {
        PictureFault::Unknown if wanted == PictureFiles::Png => (
            registry::PICTURE_NOT_PNG,
            phrase!("tệp “{name}” không phải là hình PNG", "the file “{name}” is no PNG picture"),
            phrase!("lưu hình ở định dạng PNG nền trong suốt", "save the picture as PNG with a transparent background"),
        ),
        PictureFault::Unknown => (
            registry::PICTURE_NOT_PNG,
            phrase!("tệp “{name}” không phải là hình PNG hoặc JPEG", "the file “{name}” is no PNG or JPEG picture"),
            phrase!("lưu hình ở định dạng PNG hoặc JPEG", "save the picture as PNG or JPEG"),
        ),
        PictureFault::Inks => (
            registry::JPEG_KIND,
            phrase!(
                "hình JPEG “{name}” dùng bốn màu mực in (CMYK)",
                "the JPEG “{name}” is in the inks of a press (CMYK)"
            ),
            phrase!("lưu hình lại ở hệ màu RGB", "save the picture in RGB"),
        ),
        PictureFault::Unusual => (
            registry::JPEG_KIND,
            phrase!(
                "hình JPEG “{name}” mã hóa theo cách nhiều chương trình không đọc được",
                "the JPEG “{name}” is coded in a way that many programs do not read"
            ),
            phrase!("lưu hình lại thành JPEG thường hoặc PNG", "save the picture as a usual JPEG or as PNG"),
        ),
        PictureFault::Turned => (
            registry::JPEG_KIND,
            phrase!(
                "hình JPEG “{name}” chỉ đứng thẳng khi chương trình tự xoay theo ghi chú của máy ảnh; trong văn bản hình sẽ nằm nghiêng",
                "the JPEG “{name}” stands upright only where a program turns it as the camera says; in a document it would lie on its side"
            ),
            phrase!(
                "xoay hình bằng chương trình xem ảnh rồi lưu lại",
                "turn the picture in an image program and save it"
            ),
        ),
        PictureFault::Damaged => (
            registry::PICTURE_DAMAGED,
            phrase!("hình “{name}” bị hỏng", "the picture “{name}” is damaged"),
            phrase!(
                "mở hình bằng chương trình xem ảnh rồi lưu lại",
                "open the picture in an image program and save it again"
            ),
        ),
        PictureFault::TooManyPixels((width, height)) => (
            registry::PICTURE_PIXELS,
            phrase!(
                "hình “{name}” có {width} × {height} điểm ảnh, tối đa {most} triệu",
                "the picture “{name}” has {width} × {height} pixels, at most {most} million are allowed"
            ),
            phrase!(
                "thu nhỏ hình; 600 điểm ảnh trên chiều rộng là đủ",
                "scale the picture down; 600 pixels across are enough"
            ),
        ),
    };
    Diagnostic::of(kind, at, message).hint(hint)
}
