//! What both files tell of how they were made, so that it can be done again and compared: the names, and the hash.

use std::fmt::Write as _;
use std::io::Read;

use sha2::{Digest as _, Sha256};

/// XML namespace of the names below.
pub const NAMESPACE: &str = "urn:vanban:render#";
/// Its prefix, in XMP and in front of the names of custom properties.
pub const PREFIX: &str = "vanban";
/// [`sha256_hex`] of the specification's bytes.
pub const SPECIFICATION: &str = "SpecificationSHA256";
/// The regulation's short name, e.g. `nd30-2020`.
pub const REGULATION: &str = "Regulation";
/// The part of the document that a file beside the main one holds, e.g. `/appendices/1`.
pub const PART: &str = "Part";
/// The options a PDF was made with, e.g. `pdf=a-2a;hints=strip;signature-fields=reserve`.
pub const OPTIONS: &str = "Options";

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The same of all that comes out of a source, and how many bytes that were.
///
/// # Errors
/// The source's.
pub fn sha256_hex_of(mut source: impl Read) -> std::io::Result<(String, u64)> {
    let (mut digest, mut length) = (Sha256::new(), 0);
    let mut block = vec![0; 1 << 16];
    loop {
        match source.read(&mut block)? {
            0 => return Ok((hexadecimal(&digest.finalize()), length)),
            read => {
                digest.update(&block[..read]);
                length += read as u64;
            }
        }
    }
}

fn hexadecimal(hash: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in hash {
        // writing to a String cannot fail
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The hash of what a Word file says: that of its main part, and where it has notes of both parts.
#[must_use]
pub fn story_hash(main: &str, notes: Option<&str>) -> String {
    match notes {
        Some(notes) => sha256_hex(format!("{main} {notes}").as_bytes()),
        None => main.to_owned(),
    }
}

/// A picture's file name as an attribute of XML holds it: what XML forbids or makes a space of is replaced by U+FFFD.
#[must_use]
pub fn picture_label(file: &str) -> String {
    let kept = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    file.chars().map(|c| if kept(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}
