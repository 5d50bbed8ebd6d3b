//! Pictures as files: which may be printed, and what of them goes into documents. Their samples are the PDF's matter.

mod chunks;
mod known;
mod png;
mod scanlines;

pub use known::KnownPictures;
pub(crate) use png::{PngFault, SoundPng};

/// Width and height in pixels.
pub(crate) type Pixels = (u32, u32);

/// The most pixels of a picture: a seal scanned at 1200 dpi has a tenth of it, and a decoder needs 4 to 8 bytes for each.
/// Asked of the header, before anything is unpacked: a small file can claim gigabytes.
pub(crate) const MAX_PIXELS: u64 = 20_000_000;

/// Whether a picture has no more than [`MAX_PIXELS`].
pub(crate) fn is_small_enough((width, height): Pixels) -> bool {
    u64::from(width) * u64::from(height) <= MAX_PIXELS
}
