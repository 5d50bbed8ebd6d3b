//! Kính gửi (ô số 9a): one addressee on the line of `Kính gửi:`, several under each other, their dashes aligned below the
//! colon (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.d).

use super::inlines::{self, without_end};
use super::styles::{DASH, Sources};
use super::{Composer, fit, paragraph, wording};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::units::Length;

/// The widest that a line of one addressee may be, as a part of the text block.
const WIDTH: (i64, i64) = (9, 10);

/// The blocks of Kính gửi; none without addressees.
pub(super) fn compose(c: &Composer<'_>, out: &mut Vec<Block>) {
    let at = Pointer::root().key("addressees");
    let addressees = &c.spec.addressees;
    match addressees.as_slice() {
        [] => {}
        [one] => {
            let text = format!("{}: {}", wording::ADDRESSEES, without_end(one.as_str()));
            let lines = c.type_of(Role::Addressees).balance(&text, c.text_width().scale(WIDTH.0, WIDTH.1));
            out.push(paragraph(Role::Addressees, at.index(0), fit::inlines(lines)));
        }
        several => {
            let label = fit::inlines(vec![format!("{}:", wording::ADDRESSEES)]);
            out.push(paragraph(Role::Addressees, at.clone(), label));
            for (i, addressee) in several.iter().enumerate() {
                let is_last = i + 1 == several.len();
                let (role, end) = if is_last { (Role::LastAddressee, '.') } else { (Role::AddresseeItem, ';') };
                let text = format!("{}{end}", without_end(addressee.as_str()));
                let mut item = fit::inlines(text.split('\n').map(ToOwned::to_owned).collect());
                inlines::label(&mut item, DASH);
                out.push(paragraph(role, at.index(i), item));
            }
        }
    }
}

/// Left indent of `Kính gửi:` above several addressees: the whole stands in the middle of the text block, but not further to
/// the right than on the official template for letters, nor to the left of the paragraphs.
pub(super) fn list_left(of: &Sources<'_>) -> Length {
    let upright = of.upright(of.layout.addressees_size);
    let items = of.spec.addressees.iter().map(|a| upright.width(DASH) + upright.width(a.as_str()));
    let width = upright.width(wording::ADDRESSEES) + items.fold(Length::ZERO, Length::max);
    let centered = ((of.text_width - width) / 2).round_to_twip();
    centered.min(TEMPLATE_LEFT).max(of.layout.first_line_indent).round_to_twip()
}

/// Left edge of the dashes: that of the colon.
pub(super) fn dash_left(of: &Sources<'_>) -> Length {
    list_left(of) + of.upright(of.layout.addressees_size).width(wording::ADDRESSEES).round_to_twip()
}

/// Left indent of `Kính gửi:` on the official template (Mẫu 1.5).
const TEMPLATE_LEFT: Length = Length::mm(35);
