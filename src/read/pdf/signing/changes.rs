//! What a revision changes of the objects before it: only what a signature needs.

use std::collections::{BTreeMap, BTreeSet};

use super::super::file::ObjectIndex;
use super::super::object::{Dictionary, Object};
use super::tiling::PlacedObject;
use super::{Unmet, fields, pages, security_store};
use crate::read::limits::MAX_METADATA_BYTES;
use crate::read::metadata;

/// What earlier revisions brought.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// Objects that the first revision does not have.
    pub(super) added: BTreeSet<u32>,
    /// Arrays of annotations that are objects of their own.
    pub(super) annotation_lists: BTreeSet<u32>,
}

/// What a revision brings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brought {
    /// Where its signature stands.
    pub(super) signature: Option<usize>,
    /// Whether that shows on a page outside the fields that were reserved.
    pub(super) added_look: bool,
}

/// A revision and the state of the file before it.
#[derive(Clone, Copy)]
pub(super) struct Revision<'r, 'a> {
    pub(super) before: &'r ObjectIndex<'a>,
    pub(super) after: &'r ObjectIndex<'a>,
    /// What it brings or changes.
    pub(super) objects: &'r BTreeMap<u32, PlacedObject<'a>>,
}

/// Judges a revision; `trailers`: the one before and its own.
pub(super) fn judge<'a>(
    before: &ObjectIndex<'a>,
    after: &ObjectIndex<'a>,
    trailers: [&Dictionary; 2],
    objects: &BTreeMap<u32, PlacedObject<'a>>,
    ledger: &mut Ledger,
) -> Result<Brought, Unmet> {
    let revision = Revision { before, after, objects };
    let catalogs = [catalog(before)?, catalog(after)?];
    // objects that were judged, and may differ
    let mut judged = BTreeSet::from([before.xref.root]);
    changed_catalog(&catalogs)?;
    changed_information(&revision, trailers, &mut judged)?;
    changed_metadata(&revision, &catalogs, &mut judged)?;
    security_store::changed(&revision, &catalogs[0], ledger, &mut judged)?;
    let signed = fields::changed(&revision, &catalogs, &mut judged)?;
    let new_field = signed.filter(|signed| signed.is_new).map(|signed| signed.field);
    let added_look = pages::changed(&revision, new_field, ledger, &mut judged)?;
    for (number, placed) in objects {
        if before.has(*number) && !judged.contains(number) && before.whole(*number)? != placed.whole {
            return Err(changed_object(*number));
        }
        if !before.has(*number) {
            ledger.added.insert(*number);
        }
    }
    Ok(Brought { signature: signed.map(|signed| signed.at), added_look })
}

impl Revision<'_, '_> {
    /// Whether it changes the object of this number.
    pub(super) fn changes(&self, number: u32) -> Result<bool, Unmet> {
        match self.objects.get(&number) {
            Some(placed) if self.before.has(number) => Ok(self.before.whole(number)? != placed.whole),
            _ => Ok(false),
        }
    }
}

/// The object is no part of what a signature changes.
pub(super) fn changed_object(number: u32) -> Unmet {
    Unmet::new(
        format!("phần ghi thêm sửa nội dung của văn bản (đối tượng {number})"),
        format!("what was appended changes the document itself (object {number})"),
    )
}

fn catalog(objects: &ObjectIndex<'_>) -> Result<Dictionary, Unmet> {
    let whole = objects.whole(objects.xref.root)?;
    match whole.value {
        Object::Dictionary(catalog) if whole.data.is_none() => Ok(catalog),
        _ => Err(changed_object(objects.xref.root)),
    }
}

/// The catalog gets a form with the signature, its certificates, and what tells a reader of both.
fn changed_catalog([before, after]: &[Dictionary; 2]) -> Result<(), Unmet> {
    let free = ["AcroForm", "DSS", "Extensions", "Metadata", "Perms", "Version"];
    let permissions = match after.get("Perms") {
        None => true,
        Some(Object::Dictionary(permissions)) => permissions.keys().all(|key| key == b"DocMDP"),
        Some(_) => false,
    };
    let wrong = if permissions { None } else { Some("Perms".to_owned()) };
    match before.differs_beside(after, &free).or(wrong) {
        None => Ok(()),
        Some(key) => Err(Unmet::new(
            format!("phần ghi thêm sửa /{key} của văn bản"),
            format!("what was appended changes /{key} of the document"),
        )),
    }
}

/// The information gets the program that saved the file last, and when.
fn changed_information(
    revision: &Revision<'_, '_>,
    [before, after]: [&Dictionary; 2],
    judged: &mut BTreeSet<u32>,
) -> Result<(), Unmet> {
    let Some(Object::Reference(number)) = before.get("Info").filter(|info| after.get("Info") == Some(*info)) else {
        return Ok(());
    };
    if let (Object::Dictionary(was), Object::Dictionary(is)) =
        (revision.before.get(*number)?, revision.after.get(*number)?)
        && was.differs_beside(&is, &["Producer", "ModDate"]).is_none()
    {
        judged.insert(*number);
    }
    Ok(())
}

/// The metadata get the same.
fn changed_metadata(
    revision: &Revision<'_, '_>,
    [was, is]: &[Dictionary; 2],
    judged: &mut BTreeSet<u32>,
) -> Result<(), Unmet> {
    let Some(Object::Reference(number)) = was.get("Metadata") else {
        return if was.get("Metadata") == is.get("Metadata") { Ok(()) } else { Err(changed_record()) };
    };
    let Some(Object::Reference(now)) = is.get("Metadata") else { return Err(changed_record()) };
    if now == number && !revision.changes(*number)? {
        return Ok(());
    }
    let packets = [revision.before.stream(*number)?.1, revision.after.stream(*now)?.1];
    if packets.iter().any(|packet| packet.len() > MAX_METADATA_BYTES)
        || !metadata::same_beside_saving(&packets[0], &packets[1])?
    {
        return Err(changed_record());
    }
    judged.insert(*number);
    Ok(())
}

fn changed_record() -> Unmet {
    Unmet::new("phần ghi thêm sửa siêu dữ liệu của văn bản", "what was appended changes the document's metadata")
}
