//! Unpacking within a limit: what comes out is counted, what the file says of it is not believed.

use std::io::Read;

/// Why something was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unpacking {
    /// More came out than allowed.
    TooLarge,
    /// The packed data is broken.
    Broken,
}

/// Reads to the end, `limit` bytes at most; `promised`: how many the file says they are.
pub(super) fn read_within(source: impl Read, limit: usize, promised: usize) -> Result<Vec<u8>, Unpacking> {
    // so much at once, for what grows by doubling takes three times as much while it moves
    let mut bytes = Vec::with_capacity(promised.min(limit) + 1);
    let read = source.take(limit as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > limit {
        return Err(Unpacking::TooLarge);
    }
    read.map_err(|_| Unpacking::Broken)?;
    bytes.shrink_to_fit();
    Ok(bytes)
}

/// Unpacks a zlib stream (RFC 1950), the `FlateDecode` of PDF.
pub(super) fn inflate(packed: &[u8], limit: usize) -> Result<Vec<u8>, Unpacking> {
    read_within(flate2::bufread::ZlibDecoder::new(packed), limit, 0)
}
