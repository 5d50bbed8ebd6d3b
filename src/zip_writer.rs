//! A zip, such as that around the parts of a Word file (PKWARE APPNOTE 6.3.10): entries known whole, so that each header tells checksum and lengths and
//! nothing follows the data. The same entries give the same bytes: each is dated 1980-01-01 and has mode 0644 (Word for Mac
//! warns of entries without).

use crate::error::WriteError;

/// How an entry's data is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// As it is.
    Stored,
    /// Deflated.
    Deflated,
}

impl Method {
    /// Its number (4.4.5), and the version of the format that it needs, in tenths (4.4.3).
    const fn code_and_version(self) -> (u16, u8) {
        match self {
            Self::Stored => (0, 10),
            Self::Deflated => (8, 20),
        }
    }
}

/// An entry's data.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Data<'a> {
    pub(crate) method: Method,
    /// As it stands in the file.
    pub(crate) bytes: &'a [u8],
    /// How many bytes it unpacks to.
    pub(crate) unpacked: usize,
    /// Checksum of the unpacked bytes.
    pub(crate) crc: u32,
}

/// A zip in the making.
#[derive(Debug, Default)]
pub(crate) struct ZipWriter {
    file: Vec<u8>,
    /// The central directory, which follows the last entry.
    directory: Vec<u8>,
    entries: u16,
}

/// 1980-01-01, 00:00: time, then date (4.4.6).
const DATE: [u16; 2] = [0, 1 << 5 | 1];
/// Unix, so that the external attributes are a mode (4.4.2).
const MADE_ON: u8 = 3;
/// A regular file that all may read and its owner may write.
const MODE: u32 = 0o100_644;

impl ZipWriter {
    /// Adds an entry.
    ///
    /// # Errors
    /// The file would need Zip64: 65 535 entries, or 4 GiB.
    pub(crate) fn add(&mut self, name: &str, data: &Data<'_>) -> Result<(), WriteError> {
        let (method, version) = data.method.code_and_version();
        let offset = length(self.file.len())?;
        let name_length =
            u16::try_from(name.len()).map_err(|_| WriteError(format!("zip: the name {name} is too long")))?;
        // a name in UTF-8 says so (4.4.4, bit 11); one in ASCII reads alike in every encoding
        let flags = if name.is_ascii() { 0 } else { 1 << 11 };
        // what both headers tell (4.3.7, 4.3.12); no extra field
        let mut told = Vec::with_capacity(26);
        for number in [u16::from(version), flags, method, DATE[0], DATE[1]] {
            told.extend_from_slice(&number.to_le_bytes());
        }
        for number in [data.crc, length(data.bytes.len())?, length(data.unpacked)?] {
            told.extend_from_slice(&number.to_le_bytes());
        }
        told.extend_from_slice(&name_length.to_le_bytes());
        told.extend_from_slice(&[0; 2]);

        self.file.extend_from_slice(b"PK\x03\x04");
        self.file.extend_from_slice(&told);
        self.file.extend_from_slice(name.as_bytes());
        self.file.extend_from_slice(data.bytes);

        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend_from_slice(&[version, MADE_ON]);
        self.directory.extend_from_slice(&told);
        // no comment, first disk, no internal attributes
        self.directory.extend_from_slice(&[0; 6]);
        self.directory.extend_from_slice(&(MODE << 16).to_le_bytes());
        self.directory.extend_from_slice(&offset.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.entries = self.entries.checked_add(1).ok_or_else(|| WriteError("zip: too many entries".to_owned()))?;
        Ok(())
    }

    /// The whole file.
    ///
    /// # Errors
    /// As for [`Self::add`].
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        let (start, size) = (length(self.file.len())?, length(self.directory.len())?);
        self.file.append(&mut self.directory);
        // the end of the central directory (4.3.16): one disk, no comment
        self.file.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        self.file.extend_from_slice(&self.entries.to_le_bytes());
        self.file.extend_from_slice(&self.entries.to_le_bytes());
        self.file.extend_from_slice(&size.to_le_bytes());
        self.file.extend_from_slice(&start.to_le_bytes());
        self.file.extend_from_slice(&[0; 2]);
        Ok(self.file)
    }
}

fn length(bytes: usize) -> Result<u32, WriteError> {
    u32::try_from(bytes).map_err(|_| WriteError("zip: 4 GiB or more".to_owned()))
}
