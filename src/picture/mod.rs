//! Pictures as files, PNG and JPEG: which may be printed, and what of them goes into documents. Their samples are the PDF's matter.

mod chunks;
mod jpeg;
mod known;
mod png;
mod scanlines;

pub use known::KnownPictures;

/// Why bytes are no picture to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureFault {
    /// They begin neither like a PNG nor like a JPEG.
    Unknown,
    /// A part is cut off, changed, missing or not where it belongs, or its data are not those of the picture.
    Damaged,
    /// It has more than [`MAX_PIXELS`].
    TooManyPixels(Pixels),
    /// A JPEG coded in a way that not every program reads.
    Unusual,
    /// A JPEG in the four inks of a printing press.
    Inks,
    /// A JPEG that is to be turned before it is shown, which word processors do not do.
    Turned,
}

/// What kind of file a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg {
        /// Whether it has one component; else three.
        is_grey: bool,
    },
}

/// A picture that every program can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SoundPicture {
    /// The file, with what the look of the picture needs and nothing else. A device, a place or an author that a camera or scanner
    /// notes is nobody's business; colours are sRGB in both files we write, so profiles and gamma would only make one word
    /// processor's picture unlike another's.
    pub(crate) bytes: Vec<u8>,
    pub(crate) pixels: Pixels,
    pub(crate) kind: PictureKind,
}

/// Reads a picture: a PNG to its last sample, a JPEG as far as its segments tell.
fn read(file: &[u8]) -> Result<SoundPicture, PictureFault> {
    if file.starts_with(&[0xff, 0xd8, 0xff]) { jpeg::read(file) } else { png::read(file) }
}

/// Width and height in pixels.
pub(crate) type Pixels = (u32, u32);

/// The most pixels of a picture: a seal scanned at 1200 dpi has a tenth of it, and a decoder needs 4 to 8 bytes for each.
/// Asked of the header, before anything is unpacked: a small file can claim gigabytes.
pub(crate) const MAX_PIXELS: u64 = 20_000_000;

/// Whether a picture has no more than [`MAX_PIXELS`].
pub(crate) fn is_small_enough((width, height): Pixels) -> bool {
    u64::from(width) * u64::from(height) <= MAX_PIXELS
}
