//! Name and number trees (ISO 32000-1, 7.9.6 and 7.9.7): a root and its leaves, so that readers need not go through a
//! long list, and no array grows beyond what PDF/A-1 allows.

use pdf_writer::{Finish, Name, Obj, Ref, Str};

use super::objects::Objects;

/// Entries of a leaf.
const LEAF: usize = 256;

/// Writes a number tree; the entries are in order.
pub(super) fn write_numbers(entries: &[(i32, Ref)], objects: &mut Objects) -> Ref {
    write(
        Name(b"Nums"),
        entries,
        objects,
        |(key, _), obj| obj.primitive(*key),
        |(_, value), obj| {
            obj.primitive(*value);
        },
    )
}

/// Writes a name tree; the entries are in order, and `value` writes what a name stands for.
pub(super) fn write_names<T>(entries: &[(String, T)], objects: &mut Objects, value: impl Fn(Obj<'_>, &T)) -> Ref {
    write(
        Name(b"Names"),
        entries,
        objects,
        |(name, _), obj| obj.primitive(Str(name.as_bytes())),
        |(_, of_name), obj| value(obj, of_name),
    )
}

fn write<E>(
    list: Name<'_>,
    entries: &[E],
    objects: &mut Objects,
    key: impl Fn(&E, Obj<'_>),
    value: impl Fn(&E, Obj<'_>),
) -> Ref {
    let root = objects.reserve();
    let mut leaves = Vec::with_capacity(entries.len().div_ceil(LEAF));
    for leaf in entries.chunks(LEAF) {
        let id = objects.reserve();
        let mut dict = objects.object(id).indirect(id).dict();
        if let (Some(first), Some(last)) = (leaf.first(), leaf.last()) {
            let mut limits = dict.insert(Name(b"Limits")).array();
            key(first, limits.push());
            key(last, limits.push());
        }
        let mut pairs = dict.insert(list).array();
        for entry in leaf {
            key(entry, pairs.push());
            value(entry, pairs.push());
        }
        pairs.finish();
        dict.finish();
        leaves.push(id);
    }
    objects.object(root).indirect(root).dict().insert(Name(b"Kids")).array().items(leaves);
    root
}
