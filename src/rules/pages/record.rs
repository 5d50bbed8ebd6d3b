//! The number of pages, which a records system holds too.

use crate::diag::{Diagnostics, Pointer};
use crate::model::record::Field;
use crate::pages::Pages;
use crate::rules::record_length;

pub(super) fn check(pages: &Pages, out: &mut Diagnostics) {
    let count = pages.pages.len().to_string();
    if let Some(finding) = record_length::judge(Field::PageAmount, &count, &Pointer::root().key("body")) {
        out.push(finding);
    }
}
