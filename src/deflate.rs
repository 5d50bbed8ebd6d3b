//! Deflate (RFC 1951) with a compressor that is used again and again: setting one up costs more than a short stream.

use flate2::{Compress, Compression, FlushCompress, Status};

/// What stands around the deflated data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrapping {
    /// A zlib header and checksum (RFC 1950), as PDF wants it.
    #[cfg(feature = "pdf")]
    Zlib,
    /// Nothing, as zip wants it.
    #[cfg(feature = "docx")]
    None,
}

impl Wrapping {
    fn has_header(self) -> bool {
        match self {
            #[cfg(feature = "pdf")]
            Self::Zlib => true,
            #[cfg(feature = "docx")]
            Self::None => false,
        }
    }
}

/// A compressor, and with it its tables.
#[derive(Debug)]
pub(crate) struct Deflate(Compress);

impl Deflate {
    /// `level`: from 1 (quick) to 9 (small).
    pub(crate) fn new(level: u32, wrapping: Wrapping) -> Self {
        Self(Compress::new(Compression::new(level), wrapping.has_header()))
    }

    /// Replaces the content of `out` by the stream of `data`; which streams came before makes no difference.
    pub(crate) fn deflate(&mut self, data: &[u8], out: &mut Vec<u8>) {
        self.0.reset();
        out.clear();
        out.reserve(data.len() / 2 + 64);
        let mut done = 0;
        loop {
            let before = self.0.total_in();
            let status = self.0.compress_vec(&data[done..], out, FlushCompress::Finish);
            done += usize::try_from(self.0.total_in() - before).unwrap_or(0);
            match status {
                Ok(Status::StreamEnd) => return,
                // It ends, for only a full `out` stops the compressor, and each round makes room. It has no other error after a reset.
                Ok(Status::Ok | Status::BufError) | Err(_) => out.reserve(out.capacity().max(64)),
            }
        }
    }
}
