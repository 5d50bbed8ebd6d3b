//! Whether bytes are a sound PNG (ISO/IEC 15948), told from its chunks alone: nothing is unpacked.

use super::{Pixels, is_small_enough};
use crate::checksum::crc32;

/// Why bytes are not a PNG to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PngFault {
    /// It does not begin like one.
    NotPng,
    /// A chunk is cut off, changed or not where it belongs.
    Damaged,
    /// It has more than [`MAX_PIXELS`].
    TooManyPixels(Pixels),
}

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Checks the chunks of a PNG and returns its size in pixels.
pub(crate) fn judge(bytes: &[u8]) -> Result<Pixels, PngFault> {
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
    if !is_small_enough((width, height)) {
        return Err(PngFault::TooManyPixels((width, height)));
    }
    Ok((width, height))
}
