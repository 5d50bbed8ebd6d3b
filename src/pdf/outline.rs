//! The outline (bookmarks) from the headings. Levels may be skipped in the document; in the outline a heading stands
//! directly under the nearest heading before it that is of a higher rank.

use pdf_writer::{Finish, Name, Ref, Str, TextStr};

use super::content::pt;
use super::objects::Objects;
use crate::error::WriteError;
use crate::pages::Pages;

/// How an entry hangs together with the others, as indices into the entries.
#[derive(Clone, Default)]
struct Node {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// Entries below, however deep.
    below: i32,
}

/// Writes the outline and gives its root; `None` without headings.
pub(super) fn write(pages: &Pages, page_refs: &[Ref], objects: &mut Objects) -> Result<Option<Ref>, WriteError> {
    if pages.outline.is_empty() {
        return Ok(None);
    }
    let (nodes, root) = nest(pages);
    let root_ref = objects.reserve();
    let refs: Vec<Ref> = nodes.iter().map(|_| objects.reserve()).collect();
    let mut outline = objects.object(root_ref).outline(root_ref);
    if let (Some(first), Some(last)) = (root.first, root.last) {
        outline.first(refs[first]).last(refs[last]).count(root.below);
    }
    outline.finish();
    for ((entry, node), &id) in pages.outline.iter().zip(&nodes).zip(&refs) {
        let (Some(page), Some(&page_ref)) = (pages.pages.get(entry.page), page_refs.get(entry.page)) else {
            return Err(WriteError(format!("the outline names page {}, which is not there", entry.page + 1)));
        };
        let mut item = objects.object(id).outline_item(id);
        item.title(TextStr(&entry.title));
        item.parent(node.parent.map_or(root_ref, |parent| refs[parent]));
        if let Some(previous) = node.previous {
            item.prev(refs[previous]);
        }
        if let Some(next) = node.next {
            item.next(refs[next]);
        }
        if let (Some(first), Some(last)) = (node.first, node.last) {
            item.first(refs[first]).last(refs[last]).count(node.below);
        }
        match &entry.destination {
            Some(name) => {
                item.pair(Name(b"Dest"), Str(name.as_bytes()));
            }
            None => item.dest().page(page_ref).xyz(0.0, pt(page.height - entry.y), None),
        }
    }
    Ok(Some(root_ref))
}

/// The nodes in the order of the entries, and the root.
fn nest(pages: &Pages) -> (Vec<Node>, Node) {
    let mut nodes = vec![Node::default(); pages.outline.len()];
    let mut root = Node::default();
    let mut open: Vec<usize> = Vec::new();
    for (index, entry) in pages.outline.iter().enumerate() {
        while open.last().is_some_and(|&above| pages.outline[above].level >= entry.level) {
            open.pop();
        }
        let parent = open.last().copied();
        for &above in &open {
            nodes[above].below += 1;
        }
        root.below += 1;
        let holder = parent.map_or(&mut root, |parent| &mut nodes[parent]);
        let previous = holder.last.replace(index);
        holder.first.get_or_insert(index);
        if let Some(previous) = previous {
            nodes[previous].next = Some(index);
        }
        nodes[index].parent = parent;
        nodes[index].previous = previous;
        open.push(index);
    }
    (nodes, root)
}
