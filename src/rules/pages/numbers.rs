//! Numbers of pages in the text that have no solution.

use crate::diag::{Diagnostic, Diagnostics, phrase, registry};
use crate::pages::Pages;

pub(super) fn check(pages: &Pages, out: &mut Diagnostics) {
    for at in &pages.unsettled_numbers {
        out.push(
            Diagnostic::of(
                registry::UNSETTLED_NUMBER,
                at,
                phrase!(
                    "số trang ghi ở đây (page_of) làm nơi được nêu chuyển sang trang khác, nên không có số nào đúng",
                    "the page number here (page_of) moves the place that it names to another page, so no number is right"
                ),
            )
            .hint(phrase!("bỏ \"page_of\", hoặc viết câu này dài hay ngắn hơn", "leave out \"page_of\", or make the sentence longer or shorter")),
        );
    }
}
