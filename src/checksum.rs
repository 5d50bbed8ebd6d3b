//! The checksum of PNG chunks (ISO/IEC 15948, Annex D) and of zip entries (APPNOTE, 4.4.7).

/// CRC-32 of bytes.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}
