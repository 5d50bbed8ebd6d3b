//! Kính gửi (ô số 9a): one addressee on the line of `Kính gửi:`, several under each other, their dashes aligned below the
//! colon (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.d).

use super::opening;
use crate::compose::styles::DASH;
use crate::compose::{Composer, fit, inlines, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Role};
use crate::specification::{Text, without_end};

/// The widest that a line of one addressee may be, as a part of the text block.
const WIDTH: (i64, i64) = (9, 10);

/// The blocks of Kính gửi; none without addressees.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let at = Pointer::root().key("addressees");
    let (addressees, label) = (&c.spec.addressees, &c.profile.words.addressees.text);
    match addressees.as_slice() {
        [] => {}
        [one] => {
            let text = format!("{label}: {}", without_end(one.as_str()));
            let lines = c.type_of(Role::Addressees).balance(&text, c.text_width().scale(WIDTH.0, WIDTH.1));
            out.push(paragraph(Role::Addressees, at.index(0), fit::inlines(lines)));
        }
        several => {
            let label = fit::inlines(vec![format!("{label}:")]);
            out.push(paragraph(Role::Addressees, at.clone(), label));
            list(several, (Role::AddresseeItem, Role::LastAddressee), &at, out);
        }
    }
}

/// A line in the middle and those who are sent to, each on a line of its own (Mẫu 1.6); none without addressees.
pub(super) fn compose_list(c: &Composer<'_>, out: &mut Vec<Block>) {
    let (at, addressees) = (Pointer::root().key("addressees"), &c.spec.addressees);
    if addressees.is_empty() {
        return;
    }
    let lines = c.type_of(Role::Addressees).balance(&format!("{}:", label(c)), c.text_width().scale(WIDTH.0, WIDTH.1));
    out.push(paragraph(Role::Addressees, at.clone(), fit::inlines(lines)));
    list(addressees, (Role::AddresseeItem, Role::LastAddressee), &at, out);
}

/// Those who are sent to as the text tells them: one behind the words, several below them (Mẫu 1.7); none without addressees.
pub(super) fn compose_in_text(c: &Composer<'_>, out: &mut Vec<Block>) {
    let (at, label) = (Pointer::root().key("addressees"), label(c));
    match c.spec.addressees.as_slice() {
        [] => {}
        [one] => {
            let text = format!("{label}: {}", inlines::ended(one.as_str(), "."));
            out.push(paragraph(Role::Body, at.index(0), fit::inlines(text.split('\n').map(str::to_owned).collect())));
        }
        several => {
            let mut above = paragraph(Role::Body, at.clone(), fit::inlines(vec![format!("{label}:")]));
            if let BlockKind::Paragraph(paragraph) = &mut above.kind {
                paragraph.keep_with_next = Some(true);
            }
            out.push(above);
            list(several, (Role::Body, Role::Body), &at, out);
        }
    }
}

/// Addressees with dashes, each ended.
fn list(addressees: &[Text], (inner, last): (Role, Role), at: &Pointer, out: &mut Vec<Block>) {
    for (i, addressee) in addressees.iter().enumerate() {
        let is_last = i + 1 == addressees.len();
        let (role, end) = if is_last { (last, ".") } else { (inner, ";") };
        let text = inlines::ended(addressee.as_str(), end);
        let mut item = fit::inlines(text.split('\n').map(ToOwned::to_owned).collect());
        inlines::label(&mut item, DASH);
        out.push(paragraph(role, at.index(i), item));
    }
}

/// What stands in front of the addressees.
fn label(c: &Composer<'_>) -> String {
    match &c.template.addressees_label {
        Some(label) => opening::filled(c, label),
        None => c.profile.words.addressees.text.clone(),
    }
}
