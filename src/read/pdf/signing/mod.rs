//! What was appended to a PDF, judged without cryptography: whether it is what a signing program appends and nothing else.
//!
//! Each revision behind the first consists of the objects that its cross-reference section names, and of nothing else. What
//! it changes of older objects is what a signature needs; no page shows anything new but the look of a signature. Each
//! signature covers the file from its first byte to the end of its own revision but for itself, the last one the whole
//! file, and holds the digest of these bytes. Whose signature it is, and whether it is genuine, only a signing program can tell.

mod changes;
mod cms;
mod digest;
mod fields;
mod pages;
mod security_store;
mod signature;
mod tiling;

use std::collections::BTreeSet;
use std::ops::Range;

use super::budget::Budget;
use super::file::ObjectIndex;
use super::object::{Dictionary, Object};
use super::xref::{self, Slot, XrefSection};
use crate::diag::Phrase;
use crate::read::ReadError;
use crate::read::limits::MAX_SIGNING_REVISIONS;
use changes::Ledger;
use digest::Digests;

/// Signatures that a file may pass for signed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signing {
    /// How many there are.
    pub signatures: usize,
    /// How many of them show on a page outside the fields that the document reserved.
    pub added_looks: usize,
}

/// The demand that what was appended does not meet.
#[derive(Debug)]
struct Unmet(Phrase);

impl Unmet {
    fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self(Phrase::new(vi, en))
    }
}

impl From<ReadError> for Unmet {
    fn from(error: ReadError) -> Self {
        Self(error.message)
    }
}

/// Where the first revision of a PDF ends: behind the line of its first `%%EOF` that follows a `startxref`. Where there is
/// none, the end of the file.
#[must_use]
pub fn first_end(bytes: &[u8]) -> usize {
    const MARK: &[u8] = b"%%EOF";
    let digits = |text: &[u8]| {
        let rest = text.trim_ascii_end();
        let count = rest.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        (count > 0).then(|| rest.split_at(rest.len() - count).0.trim_ascii_end().ends_with(b"startxref"))
    };
    let mut from = 0;
    while let Some(found) = bytes.get(from..).and_then(|rest| rest.windows(MARK.len()).position(|at| at == MARK)) {
        let (mark, behind) = (from + found, from + found + MARK.len());
        // numbers and white space in front of the mark are short: what is longer is none of ours
        let before = bytes.get(mark.saturating_sub(64)..mark).unwrap_or_default();
        if digits(before) == Some(true) {
            return behind + xref::line_end(bytes.get(behind..).unwrap_or_default());
        }
        from = behind;
    }
    bytes.len()
}

/// Judges what stands behind the first revision, which is `first` bytes long and known to be sound.
///
/// # Errors
/// What was appended is not what signing programs append; the words say which demand it does not meet.
pub fn signing(bytes: &[u8], first: usize) -> Result<Signing, Phrase> {
    judge(bytes, first).map_err(|Unmet(why)| why)
}

fn judge(bytes: &[u8], first: usize) -> Result<Signing, Unmet> {
    let mut sections = xref::sections(bytes, &Budget::default())?;
    if sections.len() > MAX_SIGNING_REVISIONS + 1 {
        return Err(Unmet::new("có quá nhiều lần ghi thêm", "it was appended to too many times"));
    }
    let oldest = sections.split_off(sections.len() - 1);
    let (Some(base), false) = (oldest.first(), sections.is_empty()) else { return Err(unsigned()) };
    if base.marked.map(|end| end.line) != Some(first) {
        return Err(Unmet::new(
            "phần ghi thêm không nối vào tệp gốc",
            "what was appended does not continue the original file",
        ));
    }
    let mut ledger = Ledger::default();
    let mut before = ObjectIndex::of_revision(bytes, &oldest)?;
    let mut after = ObjectIndex::of_revision(bytes, &oldest)?;
    let mut digests = Digests::new(bytes);
    let mut signing = Signing { signatures: 0, added_looks: 0 };
    let (mut start, mut trailer, mut covered) = (first, &base.trailer, first);
    for section in sections.iter().rev() {
        let end = end_of(section, start)?;
        own_trailer(section, trailer)?;
        own_entries(section, &before, start..section.at)?;
        after.advance(section);
        let objects = tiling::lay(&after, bytes, start, section)?;
        let step = changes::judge(&before, &after, [trailer, &section.trailer], &objects, &mut ledger)?;
        if let Some(at) = step.signature {
            covered = signature::covered(&after, at, &mut digests)?;
            if covered != end.mark && covered != end.line {
                return Err(Unmet::new(
                    "chữ ký không bao hết lần ghi thêm của nó (/ByteRange)",
                    "a signature does not cover its own revision to the end (/ByteRange)",
                ));
            }
            signing.signatures += 1;
            signing.added_looks += usize::from(step.added_look);
        }
        before.advance(section);
        (start, trailer) = (end.line, &section.trailer);
    }
    match signing.signatures {
        0 => Err(unsigned()),
        _ if covered == bytes.len() => Ok(signing),
        _ => {
            let rest = bytes.len() - covered;
            Err(Unmet::new(
                format!("{rest} byte cuối tệp không được chữ ký nào bao"),
                format!("the last {rest} bytes are covered by no signature"),
            ))
        }
    }
}

/// Where a revision ends that begins at `start`.
fn end_of(section: &XrefSection, start: usize) -> Result<xref::RevisionEnd, Unmet> {
    section.marked.filter(|end| section.at >= start && end.mark > section.at).ok_or_else(|| {
        Unmet::new("một lần ghi thêm không kết thúc đúng chỗ", "a revision does not end where it should")
    })
}

/// A trailer names the same catalog and information as the one before.
fn own_trailer(section: &XrefSection, before: &Dictionary) -> Result<(), Unmet> {
    let free = ["Prev", "Size", "ID", "Info", "Type", "W", "Index", "Length", "Filter", "DecodeParms"];
    let changed = section.trailer.differs_beside(before, &free);
    let info = section.trailer.get("Info");
    if let Some(key) = changed.or_else(|| (info.is_some() && info != before.get("Info")).then(|| "Info".to_owned())) {
        return Err(Unmet::new(
            format!("phần ghi thêm đổi /{key} ở cuối tệp"),
            format!("what was appended changes /{key} of the trailer"),
        ));
    }
    Ok(())
}

/// A section names objects that stand in its own revision, each once, and takes none away.
fn own_entries(section: &XrefSection, before: &ObjectIndex<'_>, range: Range<usize>) -> Result<(), Unmet> {
    let in_file = |(number, slot): &(u32, Slot)| matches!(slot, Slot::At(_)).then_some(*number);
    let in_file: BTreeSet<u32> = section.entries.iter().filter_map(in_file).collect();
    let mut numbers = BTreeSet::new();
    for (number, slot) in &section.entries {
        let own = match slot {
            Slot::Free => !before.has(*number),
            // the section itself is no object that was there
            Slot::At(at) if *at == section.at => !before.has(*number),
            Slot::At(at) => range.contains(at),
            Slot::Packed { container, .. } => in_file.contains(container),
        };
        if !own || !numbers.insert(*number) {
            return Err(Unmet::new(
                format!("bảng tham chiếu của phần ghi thêm xóa hoặc dời đối tượng {number}"),
                format!("the cross-reference section that was appended removes or moves the object {number}"),
            ));
        }
    }
    Ok(())
}

fn unsigned() -> Unmet {
    Unmet::new("không có chữ ký số", "without a digital signature")
}

/// What an object refers to, and what the objects in it do.
fn references(value: &Object, out: &mut Vec<u32>) {
    match value {
        Object::Reference(number) => out.push(*number),
        Object::Array(items) => items.iter().for_each(|item| references(item, out)),
        Object::Dictionary(dictionary) => dictionary.values().for_each(|item| references(item, out)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::Text(_) => {}
    }
}
