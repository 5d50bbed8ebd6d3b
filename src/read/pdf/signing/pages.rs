//! The pages of a signed PDF: each may show the look of the field that was added, and else what it showed before.

use std::collections::BTreeSet;

use super::super::object::{Dictionary, Object};
use super::Unmet;
use super::changes::{Ledger, Revision, changed_object};

/// The largest look of an added signature, as a part of the page: a picture of more could stand in for the page.
const LARGEST_PART: i64 = 4;

/// Judges what a revision changes of pages; whether the field that it adds shows on one.
pub(super) fn changed(
    revision: &Revision<'_, '_>,
    new_field: Option<u32>,
    ledger: &mut Ledger,
    judged: &mut BTreeSet<u32>,
) -> Result<bool, Unmet> {
    let mut shown = false;
    for (number, placed) in revision.objects {
        if !revision.before.has(*number) {
            continue;
        }
        let was = revision.before.whole(*number)?;
        match (&was.value, &placed.whole.value) {
            (Object::Dictionary(was), Object::Dictionary(is)) if was.names("Type", "Page") && is != was => {
                if placed.whole.data.is_some() || was.differs_beside(is, &["Annots"]).is_some() {
                    return Err(changed_page(*number));
                }
                let lists = [revision.before.array(was, "Annots")?, revision.after.array(is, "Annots")?];
                if let Some(field) = gained(&lists, new_field).ok_or_else(|| changed_page(*number))? {
                    if is_too_large(revision, field, is)? {
                        return Err(Unmet::new(
                            "hình của chữ ký thêm vào lớn hơn một phần tư trang",
                            "the look of the added signature is larger than a quarter of the page",
                        ));
                    }
                    shown |= is_visible(revision, field)?;
                }
                for list in [was.get("Annots"), is.get("Annots")] {
                    if let Some(Object::Reference(list)) = list {
                        ledger.annotation_lists.insert(*list);
                        judged.insert(*list);
                    }
                }
                judged.insert(*number);
            }
            _ => {}
        }
    }
    // a list that changes while its page does not name it anew
    for (number, placed) in revision.objects {
        if ledger.annotation_lists.contains(number) && !judged.contains(number) && revision.changes(*number)? {
            let (Object::Array(was), Object::Array(is)) = (revision.before.get(*number)?, placed.whole.value.clone())
            else {
                return Err(changed_object(*number));
            };
            let field = gained(&[was, is], new_field).ok_or_else(|| changed_page(*number))?;
            shown |= field.map(|field| is_visible(revision, field)).transpose()?.unwrap_or_default();
            judged.insert(*number);
        }
    }
    Ok(shown)
}

/// The field that a list of annotations gained; outer `None`: it changed otherwise.
fn gained([was, is]: &[Vec<Object>; 2], new_field: Option<u32>) -> Option<Option<u32>> {
    match is.strip_prefix(was.as_slice())? {
        [] => Some(None),
        [Object::Reference(field)] if Some(*field) == new_field => Some(Some(*field)),
        _ => None,
    }
}

fn is_visible(revision: &Revision<'_, '_>, field: u32) -> Result<bool, Unmet> {
    Ok(area(revision, field)? > 0)
}

fn is_too_large(revision: &Revision<'_, '_>, field: u32, page: &Dictionary) -> Result<bool, Unmet> {
    let page = revision.after.array(page, "MediaBox")?;
    Ok(area(revision, field)?.saturating_mul(LARGEST_PART) > box_area(&page).unwrap_or(0))
}

/// The area of a field, in thousandths of a point squared.
fn area(revision: &Revision<'_, '_>, field: u32) -> Result<i64, Unmet> {
    let Object::Dictionary(field) = revision.after.get(field)? else { return Ok(0) };
    // a rectangle that cannot be measured may be of any size
    Ok(box_area(&revision.after.array(&field, "Rect")?).unwrap_or(i64::MAX))
}

fn box_area(corners: &[Object]) -> Option<i64> {
    let [left, bottom, right, top] = corners else { return None };
    let side = |one: &Object, other: &Object| Some(thousandths(one)?.checked_sub(thousandths(other)?)?.abs());
    side(right, left)?.checked_mul(side(top, bottom)?)
}

fn thousandths(number: &Object) -> Option<i64> {
    match number {
        Object::Integer(value) => value.checked_mul(1000),
        Object::Real(text) => {
            let text = std::str::from_utf8(text).ok()?;
            let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
            let (whole, fraction) = digits.split_once('.')?;
            let fraction: String = fraction.chars().chain("000".chars()).take(3).collect();
            let value: i64 = format!("0{whole}{fraction}").parse().ok()?;
            Some(sign * value)
        }
        _ => None,
    }
}

fn changed_page(number: u32) -> Unmet {
    Unmet::new(
        format!("phần ghi thêm sửa một trang (đối tượng {number})"),
        format!("what was appended changes a page (object {number})"),
    )
}
