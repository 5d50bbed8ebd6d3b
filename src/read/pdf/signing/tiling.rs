//! The bytes of a revision: objects one behind the other, then its cross-reference section; between them white space and
//! comments. So nothing stands there that a reader could find by another way.

use std::collections::BTreeMap;

use super::super::file::{ObjectIndex, Whole};
use super::super::xref::{Slot, XrefSection};
use super::{Unmet, references};

/// An object of a revision.
#[derive(Debug)]
pub(super) struct PlacedObject<'a> {
    pub(super) whole: Whole<'a>,
    /// Where it stands in the file; `None`: in an object stream.
    pub(super) at: Option<usize>,
}

/// The objects of the revision that begins at `start`, by number; its cross-reference section left out.
pub(super) fn lay<'a>(
    after: &ObjectIndex<'a>,
    bytes: &[u8],
    start: usize,
    section: &XrefSection,
) -> Result<BTreeMap<u32, PlacedObject<'a>>, Unmet> {
    let mut objects = BTreeMap::new();
    let mut tiles = Vec::new();
    for (number, slot) in &section.entries {
        let placed = match slot {
            Slot::At(at) if *at == section.at => continue,
            Slot::At(at) => {
                let (whole, end) = after.whole_at(*number, *at)?;
                tiles.push((*at, end));
                PlacedObject { whole, at: Some(*at) }
            }
            Slot::Packed { .. } => PlacedObject { whole: Whole { value: after.get(*number)?, data: None }, at: None },
            Slot::Free => continue,
        };
        objects.insert(*number, placed);
    }
    tiles.push((section.at, section.end));
    tiles.sort_unstable();
    let mut at = start;
    for (from, to) in tiles {
        // two objects in one another have no gap between them
        if !bytes.get(at..from).is_some_and(is_blank) {
            return Err(Unmet::new(
                "phần ghi thêm có byte không thuộc đối tượng nào",
                "what was appended has bytes that belong to no object",
            ));
        }
        at = to;
    }
    if at != section.end {
        return Err(Unmet::new(
            "phần ghi thêm có đối tượng đứng sau bảng tham chiếu",
            "what was appended has objects behind its cross-reference section",
        ));
    }
    resolve(after, &objects)?;
    Ok(objects)
}

/// White space and comments (ISO 32000-1, 7.2.3).
fn is_blank(bytes: &[u8]) -> bool {
    let mut in_comment = false;
    bytes.iter().all(|byte| {
        in_comment = *byte == b'%' || (in_comment && *byte != b'\n' && *byte != b'\r');
        in_comment || matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
    })
}

/// Each object points to objects that exist: what a later revision would call into being was not there to be signed.
fn resolve(after: &ObjectIndex<'_>, objects: &BTreeMap<u32, PlacedObject<'_>>) -> Result<(), Unmet> {
    let mut named = Vec::new();
    for placed in objects.values() {
        references(&placed.whole.value, &mut named);
    }
    match named.into_iter().find(|number| !after.has(*number)) {
        None => Ok(()),
        Some(number) => Err(Unmet::new(
            format!("phần ghi thêm trỏ tới đối tượng {number}, không có trong tệp"),
            format!("what was appended points to the object {number}, which does not exist"),
        )),
    }
}
