//! The values of the record that are known before there are pages.

use crate::diag::{Diagnostics, Pointer};
use crate::model::Document;
use crate::rules::record_length;

pub(super) fn check(document: &Document, out: &mut Diagnostics) {
    let info = &document.info;
    for entry in info.record.entries() {
        let at = info.record_origins.get(&(entry.field, entry.index)).cloned().unwrap_or_else(Pointer::root);
        if let Some(finding) = record_length::judge(entry.field, &entry.text, &at) {
            out.push(finding);
        }
    }
}
