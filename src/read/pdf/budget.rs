//! What is left to spend on one file. Each byte looked at and each byte unpacked is paid for, so that no loop, tree or chain
//! that a file describes can take longer than its limit, whatever its shape.

use std::cell::Cell;

use crate::read::ReadError;
use crate::read::limits::{MAX_LOOKED_AT, MAX_UNPACKED_BYTES};

/// What is left.
#[derive(Debug)]
pub(super) struct Budget {
    looks: Cell<usize>,
    unpacked: Cell<usize>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { looks: Cell::new(MAX_LOOKED_AT), unpacked: Cell::new(MAX_UNPACKED_BYTES) }
    }
}

impl Budget {
    /// Pays for bytes looked at.
    ///
    /// # Errors
    /// Nothing is left.
    pub(super) fn look(&self, bytes: usize) -> Result<(), ReadError> {
        self.looks.set(self.looks.get().checked_sub(bytes).ok_or_else(|| {
            ReadError::too_large("tệp PDF quá rối hoặc tự trỏ vòng", "the PDF is too involved or points in circles")
        })?);
        Ok(())
    }

    /// How many bytes may still be unpacked.
    pub(super) fn room(&self) -> usize {
        self.unpacked.get()
    }

    /// Pays for bytes unpacked.
    pub(super) fn unpacked(&self, bytes: usize) {
        self.unpacked.set(self.unpacked.get().saturating_sub(bytes));
    }
}
