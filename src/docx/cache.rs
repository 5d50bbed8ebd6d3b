//! What one document has in common with the next: most parts (styles, settings, content types …) are the same again and
//! again, and deflating them is most of the work. Kept between the documents of one renderer; the bytes of a file do not
//! depend on it.

use std::collections::BTreeMap;

use crate::checksum::crc32;
use crate::deflate::{Deflate, Wrapping};
use crate::error::WriteError;
use crate::zip_writer::{Data, Method, ZipWriter};

/// A file that is sent by mail and kept for good: the quick levels make it a tenth larger.
const LEVEL: u32 = 6;
/// The largest part that is remembered, in bytes of XML: longer ones hold the text of a document, which does not come back.
const LARGEST: usize = 64 << 10;
/// The most bytes that it keeps.
const LIMIT: usize = 1 << 20;

/// Parts of earlier documents, deflated, and the compressor. It holds at most 1 MiB.
#[derive(Debug, Default)]
pub struct WordCache {
    deflate: Option<Deflate>,
    /// By name, each as it was last.
    parts: BTreeMap<String, CachedPart>,
    weight: usize,
}

#[derive(Debug)]
struct CachedPart {
    xml: Vec<u8>,
    deflated: Vec<u8>,
    crc: u32,
}

impl CachedPart {
    fn weight(&self) -> usize {
        self.xml.len() + self.deflated.len()
    }

    fn data(&self) -> Data<'_> {
        Data { method: Method::Deflated, bytes: &self.deflated, unpacked: self.xml.len(), crc: self.crc }
    }
}

impl WordCache {
    /// Bytes that it holds.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.weight
    }

    /// Adds a part to a zip, deflated.
    ///
    /// # Errors
    /// The zip takes no more.
    pub(super) fn add_to(&mut self, zip: &mut ZipWriter, name: String, xml: Vec<u8>) -> Result<(), WriteError> {
        if let Some(known) = self.parts.get(&name).filter(|known| known.xml == xml) {
            return zip.add(&name, &known.data());
        }
        let deflate = self.deflate.get_or_insert_with(|| Deflate::new(LEVEL, Wrapping::None));
        let mut deflated = Vec::new();
        deflate.deflate(&xml, &mut deflated);
        let part = CachedPart { crc: crc32(&xml), xml, deflated };
        zip.add(&name, &part.data())?;
        self.keep(name, part);
        Ok(())
    }

    fn keep(&mut self, name: String, mut part: CachedPart) {
        if let Some(before) = self.parts.remove(&name) {
            self.weight -= before.weight();
        }
        part.deflated.shrink_to_fit();
        if part.xml.len() > LARGEST {
            return;
        }
        self.weight += part.weight();
        self.parts.insert(name, part);
        // names are few; only a document of many headers comes here, and the next one fills it anew
        if self.weight > LIMIT {
            self.parts.clear();
            self.weight = 0;
        }
    }
}
