//! Tables that pages do not hold as they are to be.

use crate::diag::{Diagnostic, Diagnostics, phrase, registry};
use crate::pages::{Pages, TableFault, TableFaultKind};

pub(super) fn check(pages: &Pages, out: &mut Diagnostics) {
    for TableFault { at, kind } in &pages.table_faults {
        out.push(match *kind {
            TableFaultKind::HeadTooHigh { height, room } => {
                let (height, most) = (height.to_mm(), room.to_mm() / 2);
                Diagnostic::of(
                    registry::HIGH_HEAD,
                    at.key("header"),
                    phrase!(
                        "đầu bảng cao {height} mm, nhiều nhất {most} mm thì mới lặp lại được ở mỗi trang",
                        "the head of the table is {height} mm high, it can be repeated on each page up to {most} mm"
                    ),
                )
                .hint(phrase!(
                    "rút gọn các ô đầu bảng, hoặc đưa bớt hàng xuống \"rows\"",
                    "shorten its cells, or move rows of it to \"rows\""
                ))
            }
            TableFaultKind::SpanTooHigh { room } => {
                let room = room.to_mm();
                Diagnostic::of(
                    registry::HIGH_SPAN,
                    at.key("rows"),
                    phrase!(
                        "một ô gộp những hàng cao hơn trang ({room} mm), chữ trong ô không vừa hàng thứ nhất",
                        "a cell spans rows that are higher than a page ({room} mm), and its text has no room in the first of them"
                    ),
                )
                .hint(phrase!(
                    "rút gọn chữ của ô gộp, hoặc chia thành nhiều ô gộp ít hàng hơn",
                    "shorten its text, or write several cells that span fewer rows"
                ))
            }
            TableFaultKind::NotTogether { room } => {
                let room = room.to_mm();
                Diagnostic::of(
                    registry::NOT_TOGETHER,
                    at.key("rows"),
                    phrase!(
                        "những hàng phải đi liền nhau cao hơn một trang ({room} mm), nên vẫn tách sang trang sau",
                        "rows that shall stay together are higher than a page ({room} mm), so they part all the same"
                    ),
                )
                .hint(phrase!("giảm số hàng đi liền nhau", "let fewer rows stay together"))
            }
        });
    }
}
