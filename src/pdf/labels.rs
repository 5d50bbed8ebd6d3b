//! Page labels (ISO 32000-1, 12.4.2): readers show the numbers that the pages carry, also where an appendix begins with 1
//! again.

use pdf_writer::types::NumberingStyle;
use pdf_writer::writers::PageLabel;
use pdf_writer::{Finish, Ref};

use super::objects::Objects;
use super::trees;
use crate::pages::Pages;

/// Writes the number tree of labels: an entry wherever the numbers do not go on.
pub(super) fn write(pages: &Pages, objects: &mut Objects) -> Ref {
    let mut entries = Vec::new();
    let mut expected = None;
    for (index, page) in (0..).zip(&pages.pages) {
        if expected != Some(page.number) {
            let id = objects.reserve();
            let mut label = objects.object(id).indirect(id).start::<PageLabel<'_>>();
            label.style(NumberingStyle::Arabic);
            if page.number != 1 {
                label.offset(i32::try_from(page.number).unwrap_or(i32::MAX));
            }
            label.finish();
            entries.push((index, id));
        }
        expected = page.number.checked_add(1);
    }
    trees::write_numbers(&entries, objects)
}
