//! What no page holds.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::pages::{Overfull, Pages};

pub(super) fn check(pages: &Pages, out: &mut Diagnostics) {
    if let Some(at) = &pages.cut_short {
        let most = pages.pages.len();
        out.push(
            Diagnostic::of(
                registry::TOO_MANY_LINES,
                at,
                phrase!(
                    "đến đây đã {most} trang, quá nhiều so với lượng nội dung: cỡ chữ quá lớn hoặc vùng chữ quá hẹp",
                    "these are {most} pages already, too many for so much text: its letters are too large or its column is too narrow"
                ),
            )
            .hint(phrase!("giảm cỡ chữ và các lề trong \"layout\"", "make the sizes and the margins in \"layout\" smaller")),
        );
    }
    for Overfull { at, height, room } in &pages.overfull_notes {
        let (height, room) = (height.to_mm(), room.to_mm());
        out.push(
            Diagnostic::of(
                registry::NOTES_TOO_HIGH,
                at,
                phrase!(
                    "một dòng ở đây cùng các chú thích của nó cao {height} mm, vùng trình bày của trang chỉ cao {room} mm",
                    "a line here is {height} mm high with its notes, the page's text block only {room} mm"
                ),
            )
            .hint(phrase!(
                "rút gọn chú thích, hoặc chuyển bớt vào nội dung",
                "shorten the notes, or move some of them into the text"
            )),
        );
    }
    for Overfull { at, height, room } in &pages.overfull {
        let (height, room) = (height.to_mm(), room.to_mm());
        let finding = Diagnostic::of(
            registry::TOO_HIGH,
            at,
            phrase!(
                "khối này cao {height} mm, vùng trình bày của trang chỉ cao {room} mm",
                "this block is {height} mm high, the page's text block only {room} mm"
            ),
        )
        .hint(phrase!("rút gọn nội dung của khối", "shorten it"));
        // the letterhead, which no value is alone: high where place and date leave it no width
        let is_letterhead = *at == Pointer::root();
        out.push(if is_letterhead { finding.rests_on(at.key("issue_place")) } else { finding });
    }
}
