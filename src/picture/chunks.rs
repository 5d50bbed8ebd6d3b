//! The chunks that a PNG file is made of (ISO/IEC 15948, clause 5).

use super::PictureFault;
use crate::checksum::crc32;

/// What every PNG file begins with.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// One chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    pub(super) kind: &'a [u8; 4],
    pub(super) data: &'a [u8],
}

impl Chunk<'_> {
    /// Whether a decoder must understand it (5.4: the first letter is a capital).
    pub(super) fn is_critical(&self) -> bool {
        self.kind[0].is_ascii_uppercase()
    }

    /// Adds the chunk to a file.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend(u32::try_from(self.data.len()).unwrap_or(u32::MAX).to_be_bytes());
        let checked = out.len();
        out.extend(self.kind);
        out.extend(self.data);
        out.extend(crc32(&out[checked..]).to_be_bytes());
    }
}

/// What follows the signature of a file.
pub(super) fn begin(file: &[u8]) -> Result<&[u8], PictureFault> {
    file.strip_prefix(SIGNATURE).ok_or(PictureFault::Unknown)
}

/// The first chunk and what follows it; it must be whole, and its checksum right.
pub(super) fn next(bytes: &[u8]) -> Result<(Chunk<'_>, &[u8]), PictureFault> {
    let split = || {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (checked, after) = rest.split_at_checked(length.checked_add(4)?)?;
        let (sum, after) = after.split_first_chunk::<4>()?;
        let (kind, data) = checked.split_first_chunk::<4>()?;
        (crc32(checked) == u32::from_be_bytes(*sum)).then_some((Chunk { kind, data }, after))
    };
    split().ok_or(PictureFault::Damaged)
}
