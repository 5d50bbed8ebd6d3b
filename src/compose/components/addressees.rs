//! Kính gửi (ô số 9a): one addressee on the line of `Kính gửi:`, several under each other, their dashes aligned below the
//! colon (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.d).

use crate::compose::styles::DASH;
use crate::compose::{Composer, fit, inlines, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::specification::without_end;

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
            for (i, addressee) in several.iter().enumerate() {
                let is_last = i + 1 == several.len();
                let (role, end) = if is_last { (Role::LastAddressee, ".") } else { (Role::AddresseeItem, ";") };
                let text = inlines::ended(addressee.as_str(), end);
                let mut item = fit::inlines(text.split('\n').map(ToOwned::to_owned).collect());
                inlines::label(&mut item, DASH);
                out.push(paragraph(role, at.index(i), item));
            }
        }
    }
}
