//! The zip around a Word file (PKWARE APPNOTE 6.3, as far as ECMA-376 Part 2, Annex B allows it), read strictly and within
//! limits: one directory, at the end of the file; entries stored or deflated; what comes out is counted and compared with
//! what the directory says.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::inflate::{Unpacking, read_within};
use super::limits::{MAX_ENTRIES, MAX_PART_BYTES, MAX_PASSING_BYTES, MAX_UNPACKED_BYTES};
use super::{Fault, ReadError};
use crate::checksum::crc32;
use crate::model::origin::sha256_hex_of;

/// A zip.
#[derive(Debug)]
pub(super) struct Zip<'a> {
    bytes: &'a [u8],
    /// In the order of the directory.
    entries: Vec<ZipEntry<'a>>,
    /// Places in `entries` by name in small letters.
    by_name: BTreeMap<String, usize>,
    /// What may still be unpacked, in bytes.
    room: AtomicUsize,
}

/// What the directory says of an entry (4.3.12).
#[derive(Debug)]
struct ZipEntry<'a> {
    name: &'a str,
    encrypted: bool,
    method: u16,
    crc: u32,
    packed: usize,
    unpacked: usize,
    /// Where its own header stands.
    at: usize,
}

/// The end of the directory (4.3.16) without a comment, in bytes.
const END_LENGTH: usize = 22;
/// The fixed part of an entry in the directory (4.3.12), and of an entry's own header (4.3.7), in bytes.
const ENTRY_LENGTH: usize = 46;
const HEADER_LENGTH: usize = 30;

impl<'a> Zip<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// There is none, it is broken, has too many entries or two of one name.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let end = end_of_directory(bytes)?;
        let field = |at| u16_at(bytes, end + at);
        // one disk (ECMA-376 Part 2, Annex B)
        if (field(4)?, field(6)?) != (0, 0) || field(8)? != field(10)? {
            return Err(unsupported());
        }
        let count = usize::from(field(10)?);
        if count > MAX_ENTRIES {
            return Err(ReadError::too_large("tệp zip có quá nhiều phần", "the zip has too many parts"));
        }
        let (size, start) = (u32_at(bytes, end + 12)?, u32_at(bytes, end + 16)?);
        let directory = start.checked_add(size).filter(|past| *past <= end).and_then(|past| bytes.get(start..past));
        let entries = entries(directory.ok_or_else(broken)?, count)?;
        let mut by_name = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            if by_name.insert(entry.name.to_ascii_lowercase(), index).is_some() {
                return Err(ReadError::damaged(
                    format!("có hai phần tên {}", entry.name),
                    format!("it has two parts called {}", entry.name),
                ));
            }
        }
        // what is stored as it is comes out no larger than the file
        let room = AtomicUsize::new(MAX_UNPACKED_BYTES + bytes.len());
        Ok(Self { bytes, entries, by_name, room })
    }

    /// The names of the entries, in the order of the directory.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.entries.iter().map(|entry| entry.name)
    }

    /// Whether there is an entry of this name, whatever the case of its letters.
    pub(super) fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(&name.to_ascii_lowercase())
    }

    /// The bytes of an entry; `None`: there is no such entry.
    ///
    /// # Errors
    /// It is encrypted, packed in an unusual way, broken or too large.
    pub(super) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        self.read_within(name, MAX_PART_BYTES)
    }

    /// The bytes of an entry, so many at most.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub(super) fn read_within(&self, name: &str, limit: usize) -> Result<Option<Vec<u8>>, ReadError> {
        self.entry(name).map(|entry| self.unpack(entry, limit)).transpose()
    }

    /// The hash of an entry, which is kept nowhere; `None`: there is no such entry.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub(super) fn sha256(&self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(entry) = self.entry(name) else { return Ok(None) };
        let unpacked = self.unpacked(entry)?.take(MAX_PASSING_BYTES as u64 + 1);
        let (hash, length) = sha256_hex_of(unpacked).map_err(|_| broken_part(entry.name))?;
        if length > MAX_PASSING_BYTES as u64 { Err(too_large(entry.name)) } else { Ok(Some(hash)) }
    }

    fn entry(&self, name: &str) -> Option<&ZipEntry<'a>> {
        let index = self.by_name.get(&name.to_ascii_lowercase());
        index.and_then(|index| self.entries.get(*index))
    }

    /// The bytes of an entry as they come out.
    fn unpacked(&self, entry: &ZipEntry<'_>) -> Result<Box<dyn Read + 'a>, ReadError> {
        let name = entry.name;
        if entry.encrypted {
            let (vi, en) = (format!("phần {name} có mật khẩu"), format!("the part {name} has a password"));
            return Err(ReadError::new(Fault::Encrypted, vi, en));
        }
        let packed = self.packed(entry)?;
        match entry.method {
            0 => Ok(Box::new(packed)),
            8 => Ok(Box::new(flate2::bufread::DeflateDecoder::new(packed))),
            _ => Err(unsupported()),
        }
    }

    fn unpack(&self, entry: &ZipEntry<'_>, limit: usize) -> Result<Vec<u8>, ReadError> {
        let (name, source) = (entry.name, self.unpacked(entry)?);
        let limit = self.room.load(Ordering::Relaxed).min(limit);
        let bytes = read_within(source, limit, entry.unpacked).map_err(|fault| match fault {
            Unpacking::TooLarge => too_large(name),
            Unpacking::Broken => broken_part(name),
        })?;
        if bytes.len() != entry.unpacked || crc32(&bytes) != entry.crc {
            return Err(broken_part(name));
        }
        // whoever unpacks at the same time has taken its own share
        let spent = |room: usize| Some(room.saturating_sub(bytes.len()));
        let _ = self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, spent);
        Ok(bytes)
    }

    /// The packed bytes behind the entry's own header.
    fn packed(&self, entry: &ZipEntry<'_>) -> Result<&'a [u8], ReadError> {
        let header = self.bytes.get(entry.at..).filter(|header| header.starts_with(b"PK\x03\x04"));
        let header = header.ok_or_else(|| broken_part(entry.name))?;
        let start = HEADER_LENGTH + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        header.get(start..).and_then(|data| data.get(..entry.packed)).ok_or_else(|| broken_part(entry.name))
    }
}

/// Where the end record stands: the last one whose comment ends where the file ends.
fn end_of_directory(bytes: &[u8]) -> Result<usize, ReadError> {
    let last = bytes.len().checked_sub(END_LENGTH).ok_or_else(broken)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let ends_here = |at: &usize| {
        let comment = u16_at(bytes, at + 20).map(usize::from);
        bytes.get(*at..).is_some_and(|end| end.starts_with(b"PK\x05\x06")) && comment == Ok(last - at)
    };
    (first..=last).rev().find(ends_here).ok_or_else(broken)
}

fn entries(directory: &[u8], count: usize) -> Result<Vec<ZipEntry<'_>>, ReadError> {
    let (mut entries, mut rest) = (Vec::new(), directory);
    for _ in 0..count {
        let (entry, behind) = entry(rest)?;
        entries.push(entry);
        rest = behind;
    }
    Ok(entries)
}

/// The entry that a directory begins with, and what follows it.
fn entry(directory: &[u8]) -> Result<(ZipEntry<'_>, &[u8]), ReadError> {
    if !directory.starts_with(b"PK\x01\x02") {
        return Err(broken());
    }
    let length = |at| u16_at(directory, at).map(usize::from);
    let name_end = ENTRY_LENGTH + length(28)?;
    let end = name_end + length(30)? + length(32)?;
    let name = directory.get(ENTRY_LENGTH..name_end).ok_or_else(broken)?;
    let entry = ZipEntry {
        // parts have ASCII names (ECMA-376 Part 2, 6.2.2.2)
        name: std::str::from_utf8(name).map_err(|_| broken())?,
        encrypted: u16_at(directory, 8)? & 1 == 1,
        method: u16_at(directory, 10)?,
        crc: u32::try_from(u32_at(directory, 16)?).map_err(|_| broken())?,
        packed: u32_at(directory, 20)?,
        unpacked: u32_at(directory, 24)?,
        at: u32_at(directory, 42)?,
    };
    Ok((entry, directory.get(end..).ok_or_else(broken)?))
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, ReadError> {
    let field = bytes.get(at..).and_then(|rest| rest.first_chunk()).ok_or_else(broken)?;
    Ok(u16::from_le_bytes(*field))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<usize, ReadError> {
    let field = bytes.get(at..).and_then(|rest| rest.first_chunk()).ok_or_else(broken)?;
    usize::try_from(u32::from_le_bytes(*field)).map_err(|_| broken())
}

fn broken() -> ReadError {
    ReadError::damaged("danh mục của tệp zip không đúng", "the directory of the zip is broken")
}

fn too_large(name: &str) -> ReadError {
    ReadError::too_large(
        format!("phần {name} giải nén ra quá lớn"),
        format!("the part {name} unpacks to too many bytes"),
    )
}

fn broken_part(name: &str) -> ReadError {
    ReadError::damaged(format!("phần {name} không giải nén được"), format!("the part {name} does not unpack"))
}

fn unsupported() -> ReadError {
    ReadError::new(Fault::Unsupported, "tệp zip thuộc dạng không đọc được", "the zip is of a kind that is not read")
        .hint("đưa tệp .docx do vanban tạo", "give a .docx that vanban made")
}
