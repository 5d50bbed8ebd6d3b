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

/// A stream that is deflated piece by piece: what is long is never there as a whole.
#[cfg(feature = "pdf")]
#[derive(Debug)]
pub(crate) struct DeflateStream {
    compress: Compress,
    out: Vec<u8>,
}

#[cfg(feature = "pdf")]
impl DeflateStream {
    /// `level`: from 1 (quick) to 9 (small).
    pub(crate) fn new(level: u32, wrapping: Wrapping) -> Self {
        Self { compress: Compress::new(Compression::new(level), wrapping.has_header()), out: Vec::new() }
    }

    /// Adds data.
    pub(crate) fn write(&mut self, data: &[u8]) {
        let mut done = 0;
        while done < data.len() {
            done += self.step(&data[done..], FlushCompress::None).0;
        }
    }

    /// The whole stream.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        while !self.step(&[], FlushCompress::Finish).1 {}
        self.out.shrink_to_fit();
        self.out
    }

    /// How many bytes were taken, and whether that was the end; there is always room, so each step goes on.
    fn step(&mut self, data: &[u8], flush: FlushCompress) -> (usize, bool) {
        self.out.reserve((self.out.capacity() / 2).max(4096));
        let before = self.compress.total_in();
        let status = self.compress.compress_vec(data, &mut self.out, flush);
        let taken = usize::try_from(self.compress.total_in() - before).unwrap_or(0);
        (taken, matches!(status, Ok(Status::StreamEnd)))
    }
}
