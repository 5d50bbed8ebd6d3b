//! The form of a signed PDF (ISO 32000-1, 12.7): one empty signature field is filled, or a filled one is added.

use std::collections::BTreeSet;

use super::super::object::{Dictionary, Object};
use super::Unmet;
use super::changes::{Revision, changed_object};

/// What filling may change of a field that was there: the signature, its look, and the flags that lock it.
const FILLED: [&str; 8] = ["V", "AP", "MK", "M", "DA", "Q", "F", "Ff"];

/// What a field that is added may have: no action, no field below it.
const ADDED: [&str; 23] = [
    "Type", "Subtype", "FT", "T", "TU", "TM", "V", "Rect", "F", "Ff", "P", "AP", "MK", "DA", "DR", "Q", "H", "Lock",
    "SV", "BS", "Border", "M", "NM",
];

/// The field that a revision signs.
#[derive(Clone, Copy, Debug)]
pub(super) struct SignedField {
    pub(super) field: u32,
    /// Where the signature stands.
    pub(super) at: usize,
    pub(super) is_new: bool,
}

/// Judges what a revision changes of the form and its fields.
pub(super) fn changed(
    revision: &Revision<'_, '_>,
    [was, is]: &[Dictionary; 2],
    judged: &mut BTreeSet<u32>,
) -> Result<Option<SignedField>, Unmet> {
    let before = revision.before.dictionary(was, "AcroForm")?;
    let after = revision.after.dictionary(is, "AcroForm")?;
    let (before, after) = match (before, after) {
        (None, None) => return Ok(None),
        (Some(_), None) => return Err(changed_form()),
        (before, Some(after)) => (before.unwrap_or_default(), after),
    };
    if before.differs_beside(&after, &["Fields", "SigFlags", "DA", "DR"]).is_some() {
        return Err(changed_form());
    }
    for place in [was.get("AcroForm"), before.get("Fields")] {
        if let Some(Object::Reference(number)) = place {
            judged.insert(*number);
        }
    }
    let old = revision.before.array(&before, "Fields")?;
    let all = revision.after.array(&after, "Fields")?;
    let Some(new) = all.strip_prefix(old.as_slice()) else { return Err(changed_form()) };
    let mut signed = Vec::new();
    for field in &old {
        let Object::Reference(number) = field else { continue };
        if revision.changes(*number)? {
            signed.push(filled(revision, *number)?);
            judged.insert(*number);
        }
    }
    for field in new {
        let Object::Reference(number) = field else { return Err(changed_form()) };
        signed.push(added(revision, *number)?);
    }
    match signed.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        _ => Err(Unmet::new("một lần ghi thêm có nhiều chữ ký", "a revision has several signatures")),
    }
}

/// A field that was empty and holds a signature now.
fn filled(revision: &Revision<'_, '_>, number: u32) -> Result<SignedField, Unmet> {
    let (was, is) = (revision.before.whole(number)?, revision.after.whole(number)?);
    let (Object::Dictionary(was), Object::Dictionary(is), None, None) = (was.value, is.value, was.data, is.data) else {
        return Err(changed_object(number));
    };
    let empty = was.get("V").is_none_or(|value| *value == Object::Null);
    if !was.names("FT", "Sig") || !empty || was.differs_beside(&is, &FILLED).is_some() {
        return Err(Unmet::new(
            format!("phần ghi thêm sửa một trường chữ ký (đối tượng {number})"),
            format!("what was appended changes a signature field (object {number})"),
        ));
    }
    Ok(SignedField { field: number, at: signature(revision, &is)?, is_new: false })
}

/// A field that was not there.
fn added(revision: &Revision<'_, '_>, number: u32) -> Result<SignedField, Unmet> {
    let whole = revision.objects.get(&number).filter(|_| !revision.before.has(number)).map(|placed| &placed.whole);
    match whole.map(|whole| (&whole.value, whole.data)) {
        Some((Object::Dictionary(field), None))
            if field.names("FT", "Sig")
                && field.get("Subtype").is_none_or(|_| field.names("Subtype", "Widget"))
                && field.keys().all(|key| ADDED.iter().any(|known| known.as_bytes() == key)) =>
        {
            Ok(SignedField { field: number, at: signature(revision, field)?, is_new: true })
        }
        _ => Err(changed_form()),
    }
}

/// Where the signature stands that a field holds: an object of this revision.
fn signature(revision: &Revision<'_, '_>, field: &Dictionary) -> Result<usize, Unmet> {
    let number = match field.get("V") {
        Some(Object::Reference(number)) if !revision.before.has(*number) => Some(number),
        _ => None,
    };
    let placed = number.and_then(|number| revision.objects.get(number));
    match placed.map(|placed| (&placed.whole.value, placed.whole.data, placed.at)) {
        Some((Object::Dictionary(_), None, Some(at))) => Ok(at),
        _ => Err(super::signature::none()),
    }
}

fn changed_form() -> Unmet {
    Unmet::new(
        "phần ghi thêm sửa biểu mẫu ngoài trường chữ ký",
        "what was appended changes the form beyond signature fields",
    )
}
