//! What no page holds.

use crate::diag::{Diagnostic, Diagnostics, phrase, registry};
use crate::pages::{Overfull, Pages};

pub(super) fn check(pages: &Pages, out: &mut Diagnostics) {
    for Overfull { at, height, room } in &pages.overfull {
        let (height, room) = (height.to_mm(), room.to_mm());
        out.push(
            Diagnostic::of(
                registry::TOO_HIGH,
                at,
                phrase!(
                    "khối này cao {height} mm, vùng trình bày của trang chỉ cao {room} mm",
                    "this block is {height} mm high, the page's text block only {room} mm"
                ),
            )
            .hint(phrase!("rút gọn nội dung của khối", "shorten it")),
        );
    }
}
