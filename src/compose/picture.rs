//! Pictures: bytes from the caller, judged as PNG (ISO/IEC 15948) before anything decodes them. A file used twice is kept once.

use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics, Pointer, Severity, phrase, registry};
use crate::model::Picture;
use crate::{MAX_PICTURE_BYTES, PictureError, PictureSource};

/// The most pixels of a picture: a decoder needs 4 to 8 bytes for each.
const MAX_PIXELS: u64 = 20_000_000;

/// Width and height in pixels.
type Pixels = (u32, u32);

/// The pictures of a document.
pub(super) struct Pictures<'a> {
    source: &'a dyn PictureSource,
    found: Vec<Arc<Picture>>,
    /// The names of [`Self::found`].
    names: Vec<String>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(source: &'a dyn PictureSource) -> Self {
        Self { source, found: Vec::new(), names: Vec::new() }
    }

    /// The picture of a name: its index and its size in pixels. A finding where it cannot be used.
    pub(super) fn get(&mut self, name: &str, at: &Pointer, out: &mut Diagnostics) -> Option<(usize, Pixels)> {
        let known = self.names.iter().position(|n| n == name);
        let index = match known {
            Some(index) => index,
            None => self.read(name, at, out)?,
        };
        let picture = self.found.get(index)?;
        Some((index, (picture.width_px, picture.height_px)))
    }

    fn read(&mut self, name: &str, at: &Pointer, out: &mut Diagnostics) -> Option<usize> {
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
        match judge(&bytes) {
            Ok((width_px, height_px)) => {
                // another name for the same file
                let index = self.found.iter().position(|known| known.bytes == bytes).unwrap_or_else(|| {
                    let picture = Picture { name: name.to_owned(), at: at.clone(), bytes, width_px, height_px };
                    self.found.push(Arc::new(picture));
                    self.names.push(name.to_owned());
                    self.found.len() - 1
                });
                Some(index)
            }
            Err(fault) => {
                out.push(fault.finding(name, at));
                None
            }
        }
    }

    /// All pictures.
    pub(super) fn into_found(self) -> Vec<Arc<Picture>> {
        self.found
    }
}

/// Why bytes are not a PNG to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PngFault {
    NotPng,
    Damaged,
    TooManyPixels(Pixels),
}

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Checks the chunks of a PNG and returns its size in pixels.
fn judge(bytes: &[u8]) -> Result<Pixels, PngFault> {
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or(PngFault::NotPng)?;
    let mut pixels = None;
    let mut has_data = false;
    loop {
        let (kind, data, after) = chunk(rest).ok_or(PngFault::Damaged)?;
        match (kind, pixels) {
            (b"IHDR", None) => pixels = Some(header(data)?),
            (b"IHDR", Some(_)) | (_, None) => return Err(PngFault::Damaged),
            (b"IDAT", _) => has_data = true,
            (b"IEND", Some(pixels)) => return if has_data { Ok(pixels) } else { Err(PngFault::Damaged) },
            _ => {}
        }
        rest = after;
    }
}

/// The kind and data of the first chunk and what follows it; `None` where it is cut off or its checksum is wrong.
fn chunk(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (checked, after) = rest.split_at_checked(length.checked_add(4)?)?;
    let (sum, after) = after.split_first_chunk::<4>()?;
    let (kind, data) = checked.split_first_chunk::<4>()?;
    (crc32(checked) == u32::from_be_bytes(*sum)).then_some((kind, data, after))
}

fn header(data: &[u8]) -> Result<Pixels, PngFault> {
    let number = |at: usize| {
        let bytes = data.get(at..at + 4).and_then(|four| four.try_into().ok()).ok_or(PngFault::Damaged)?;
        Ok(u32::from_be_bytes(bytes))
    };
    let (width, height) = (number(0)?, number(4)?);
    let depth_and_colour = data.get(8..10).ok_or(PngFault::Damaged)?;
    let is_known = matches!(depth_and_colour, [1 | 2 | 4 | 8 | 16, 0] | [8 | 16, 2 | 4 | 6] | [1 | 2 | 4 | 8, 3]);
    if data.len() != 13 || width == 0 || height == 0 || !is_known {
        return Err(PngFault::Damaged);
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PngFault::TooManyPixels((width, height)));
    }
    Ok((width, height))
}

/// The checksum of a chunk (ISO/IEC 15948, Annex D).
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = crc_table();
    let step = |sum: u32, byte: &u8| TABLE[((sum ^ u32::from(*byte)) & 0xff) as usize] ^ (sum >> 8);
    !bytes.iter().fold(u32::MAX, step)
}

const fn crc_table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte: u32 = 0;
    while byte < 256 {
        let mut value = byte;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { 0xedb8_8320 ^ (value >> 1) } else { value >> 1 };
            bit += 1;
        }
        table[byte as usize] = value;
        byte += 1;
    }
    table
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

impl PngFault {
    fn finding(self, name: &str, at: &Pointer) -> Diagnostic {
        let (kind, message, hint) = match self {
            Self::NotPng => (
                registry::PICTURE_NOT_PNG,
                phrase!("tệp “{name}” không phải là hình PNG", "the file “{name}” is no PNG picture"),
                phrase!(
                    "lưu hình ở định dạng PNG nền trong suốt",
                    "save the picture as PNG with a transparent background"
                ),
            ),
            Self::Damaged => (
                registry::PICTURE_DAMAGED,
                phrase!("hình PNG “{name}” bị hỏng", "the PNG picture “{name}” is damaged"),
                phrase!(
                    "mở hình bằng chương trình xem ảnh rồi lưu lại",
                    "open the picture in an image program and save it again"
                ),
            ),
            Self::TooManyPixels((width, height)) => (
                registry::PICTURE_PIXELS,
                phrase!(
                    "hình “{name}” có {width} × {height} điểm ảnh, tối đa 20 triệu",
                    "the picture “{name}” has {width} × {height} pixels, at most 20 million are allowed"
                ),
                phrase!(
                    "thu nhỏ hình; 600 điểm ảnh trên chiều rộng là đủ",
                    "scale the picture down; 600 pixels across are enough"
                ),
            ),
        };
        Diagnostic::of(kind, at, message).hint(hint)
    }
}
