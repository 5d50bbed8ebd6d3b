//! Digests of a file without a signature's own bytes. What lies in front of a signature is read once, however many follow.

use std::ops::Range;

use sha2::{Digest, Sha256, Sha384, Sha512};

/// The file and what of it was digested already.
#[derive(Debug)]
pub(super) struct Digests<'a> {
    bytes: &'a [u8],
    sha256: Running<Sha256>,
    sha384: Running<Sha384>,
    sha512: Running<Sha512>,
}

/// A digest of the first bytes.
#[derive(Debug, Default)]
struct Running<D> {
    digest: D,
    /// How many.
    at: usize,
}

impl<'a> Digests<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, sha256: Running::default(), sha384: Running::default(), sha512: Running::default() }
    }

    /// How long the file is.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether a string in angle brackets stands in a place, of hexadecimal digits alone.
    pub(super) fn is_hexadecimal(&self, place: &Range<usize>) -> bool {
        let inside = self.bytes.get(place.clone()).and_then(|text| text.strip_prefix(b"<")?.strip_suffix(b">"));
        inside.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    }

    /// The digest of so many bytes of the file up to `end` without a gap; `None`: no digest has this length, or it is one
    /// that can be forged.
    pub(super) fn of(&mut self, gap: &Range<usize>, end: usize, length: usize) -> Option<Vec<u8>> {
        match length {
            32 => self.sha256.of(self.bytes, gap, end),
            48 => self.sha384.of(self.bytes, gap, end),
            64 => self.sha512.of(self.bytes, gap, end),
            _ => None,
        }
    }
}

impl<D: Digest + Clone> Running<D> {
    /// Gaps come in the order of the file.
    fn of(&mut self, bytes: &[u8], gap: &Range<usize>, end: usize) -> Option<Vec<u8>> {
        self.digest.update(bytes.get(self.at..gap.start)?);
        self.at = gap.start;
        Some(self.digest.clone().chain_update(bytes.get(gap.end..end)?).finalize().to_vec())
    }
}
