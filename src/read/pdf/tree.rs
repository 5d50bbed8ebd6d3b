//! Walks through the trees of a PDF: embedded files (ISO 32000-1, 7.9.6 and 7.11.4) and form fields (12.7.3). Each node is
//! visited once, and not more than so many: a tree that bites its tail ends like any other.

use std::collections::BTreeSet;

use super::file::ObjectIndex;
use super::object::{Dictionary, Object};
use crate::read::ReadError;
use crate::read::limits::MAX_NODES;

/// Visits the dictionaries that `roots` name and those that their `Kids` name, first come first served, until `visit` is
/// content.
///
/// # Errors
/// A node cannot be read; there are too many.
pub(super) fn walk<T>(
    objects: &ObjectIndex<'_>,
    roots: Vec<Object>,
    mut visit: impl FnMut(&Dictionary) -> Result<Option<T>, ReadError>,
) -> Result<Option<T>, ReadError> {
    let mut seen = BTreeSet::new();
    // each node once, and none that only waits, so that no list grows with the number of its mentions
    let mut unseen = move |node: &Object| !matches!(node, Object::Reference(number) if !seen.insert(*number));
    let mut waiting: Vec<Object> = roots.into_iter().filter(&mut unseen).collect();
    waiting.reverse();
    let mut room = MAX_NODES;
    while let Some(node) = waiting.pop() {
        let full = waiting.len() > MAX_NODES;
        room = room
            .checked_sub(1)
            .filter(|_| !full)
            .ok_or_else(|| ReadError::too_large("một cây trong tệp PDF quá lớn", "a tree of the PDF is too large"))?;
        let Object::Dictionary(node) = objects.resolve(&node)? else { continue };
        if let Some(found) = visit(&node)? {
            return Ok(Some(found));
        }
        let kids: Vec<Object> = objects.array(&node, "Kids")?.into_iter().filter(&mut unseen).collect();
        waiting.extend(kids.into_iter().rev());
    }
    Ok(None)
}
