//! Several files as one.

use crate::checksum;
use crate::error::Refusal;
use crate::zip_writer::{Data, Method, ZipWriter};

/// A zip of files, each with its name; stored as they are, for what documents are made of is packed already. The same files give the same
/// bytes.
///
/// # Errors
/// They are too many or too large for a zip: 65 535, 4 GiB.
pub fn zip(files: &[(&str, &[u8])]) -> Result<Vec<u8>, Refusal> {
    let mut zip = ZipWriter::default();
    let added = files.iter().try_for_each(|(name, bytes)| {
        zip.add(name, &Data { method: Method::Stored, bytes, unpacked: bytes.len(), crc: checksum::crc32(bytes) })
    });
    added.and_then(|()| zip.finish()).map_err(|fault| {
        Refusal::new(format!("không gói được thành tệp zip: {fault}"), format!("cannot be packed into a zip: {fault}"))
    })
}
