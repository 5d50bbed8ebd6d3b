//! The table of the places in the specification that items come from, each once, in the order of setting.

use std::collections::BTreeMap;

use crate::diag::Pointer;
use crate::model::Role;
use crate::pages::{Item, ItemKind, Reading, SourceId};

/// An item of a block that is being set: where it comes from is said when all of the block's items are there.
pub(super) fn item(role: Role, reading: Reading, kind: ItemKind) -> Item {
    Item { role, reading, source: SourceId::default(), kind }
}

/// The table while it grows.
#[derive(Debug, Default)]
pub(super) struct SourceTable {
    known: BTreeMap<Pointer, SourceId>,
    pointers: Vec<Pointer>,
}

impl SourceTable {
    /// The number of a place. Blocks behind one another often share it.
    pub(super) fn id(&mut self, at: &Pointer) -> SourceId {
        if let Some(id) = self.known.get(at) {
            return *id;
        }
        let id = SourceId(u32::try_from(self.pointers.len()).unwrap_or(u32::MAX));
        self.pointers.push(at.clone());
        self.known.insert(at.clone(), id);
        id
    }

    /// Says of items where they come from. Where there are none the place is not noted: nothing on a page points to it.
    pub(super) fn assign(&mut self, at: &Pointer, items: &mut [Item]) -> Option<SourceId> {
        if items.is_empty() {
            return None;
        }
        let source = self.id(at);
        items.iter_mut().for_each(|item| item.source = source);
        Some(source)
    }

    pub(super) fn into_pointers(self) -> Vec<Pointer> {
        self.pointers
    }
}
