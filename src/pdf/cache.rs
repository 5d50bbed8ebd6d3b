//! What one document has in common with the next: subsets of faces and pictures, ready to be written. Kept between the
//! documents of one renderer, so that the second of a batch pays neither; the bytes of a file do not depend on it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::font::Subset;
use super::image::PackedPicture;
use crate::deflate::Deflate;
use crate::error::WriteError;
use crate::font::FontBook;

/// The most bytes that a shelf keeps.
const SHELF_LIMIT: usize = 16 << 20;

/// Streams that were made for earlier documents. It holds at most 32 MiB; what was not used for longest goes first.
#[derive(Debug, Default)]
pub struct PdfCache {
    /// The faces that [`Self::fonts`] are subsets of.
    book: Option<FontBook>,
    /// The compressor, between two files.
    pub(super) deflate: Option<Deflate>,
    /// The colour profile, deflated.
    pub(super) profile: Option<Vec<u8>>,
    pub(super) fonts: Shelf<Subset>,
    pub(super) pictures: Shelf<PackedPicture>,
}

impl PdfCache {
    /// Bytes that it holds.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.fonts.weight + self.pictures.weight
    }

    /// Makes ready for a document in these faces: subsets of others are dropped.
    pub(super) fn set_book(&mut self, book: &FontBook) {
        if !self.book.as_ref().is_some_and(|known| known.is_same(book)) {
            self.fonts = Shelf::default();
            self.book = Some(book.clone());
        }
    }
}

/// A hash of what a value is made from.
pub(super) type Key = [u8; 32];

/// How many bytes a value holds.
pub(super) trait Weigh {
    fn weight(&self) -> usize;
}

/// Values by what they are made from.
#[derive(Debug)]
pub(super) struct Shelf<V> {
    entries: BTreeMap<Key, ShelfEntry<V>>,
    /// Bytes that all entries hold.
    weight: usize,
    /// Counts uses, to know which entry was used last.
    uses: u64,
}

#[derive(Debug)]
struct ShelfEntry<V> {
    value: Arc<V>,
    last_use: u64,
}

impl<V> Default for Shelf<V> {
    fn default() -> Self {
        Self { entries: BTreeMap::new(), weight: 0, uses: 0 }
    }
}

impl<V: Weigh> Shelf<V> {
    /// The value of a key, made where it is not known.
    pub(super) fn get_or_make(
        &mut self,
        key: Key,
        make: impl FnOnce() -> Result<V, WriteError>,
    ) -> Result<Arc<V>, WriteError> {
        self.uses += 1;
        if let Some(entry) = self.entries.get_mut(&key) {
            entry.last_use = self.uses;
            return Ok(Arc::clone(&entry.value));
        }
        let value = Arc::new(make()?);
        self.weight += value.weight();
        self.entries.insert(key, ShelfEntry { value: Arc::clone(&value), last_use: self.uses });
        self.forget();
        Ok(value)
    }

    /// Drops what was not used for longest until the rest is light enough.
    fn forget(&mut self) {
        while self.weight > SHELF_LIMIT {
            let Some(oldest) = self.entries.iter().min_by_key(|(_, entry)| entry.last_use).map(|(key, _)| *key) else {
                return;
            };
            if let Some(entry) = self.entries.remove(&oldest) {
                self.weight -= entry.value.weight();
            }
        }
    }
}
