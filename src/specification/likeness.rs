//! Places of a tree that are read as the same type: the same fields, of the same kind of block. A fault of one is looked for in
//! all of them at once, so that the number of readings does not grow with the number of faults.

use crate::diag::Pointer;

use super::tree::{JsonNode, JsonValue, Step};

/// The places that are like one.
#[derive(Debug)]
pub(super) struct Likeness {
    /// The one; its indexes stand for any.
    path: Vec<Step>,
    /// The `type` of the block that it lies in, and which others must have; `Some(None)`: none that can be told.
    block: Option<Option<String>>,
}

impl Likeness {
    /// The places like that at `path`.
    pub(super) fn of(root: &JsonNode, path: &[Step]) -> Self {
        let block = path.get(..2).filter(|start| is_block(start)).and_then(|start| root.at(start)).map(block_type);
        Self { path: path.to_vec(), block }
    }

    /// The places like that at `path`, in blocks of whatever type.
    pub(super) fn of_any_block(path: &[Step]) -> Self {
        Self { path: path.to_vec(), block: None }
    }

    /// Calls a function for each of them, in the order of the file.
    pub(super) fn for_each(&self, root: &mut JsonNode, call: &mut dyn FnMut(&mut JsonNode, &mut Trail)) {
        self.walk(root, &mut Trail::default(), call);
    }

    fn walk(&self, node: &mut JsonNode, trail: &mut Trail, call: &mut dyn FnMut(&mut JsonNode, &mut Trail)) {
        let is_other = |node: &JsonNode| self.block.as_ref().is_some_and(|block| block_type(node) != *block);
        if is_block(&trail.read) && is_other(node) {
            return;
        }
        match (self.path.get(trail.read.len()), &mut node.value) {
            (None, _) => call(node, trail),
            (Some(Step::Index(_)), JsonValue::Array(items)) => {
                let outer = trail.has_siblings;
                trail.has_siblings = items.len() > 1;
                for (i, item) in items.iter_mut().enumerate() {
                    trail.within(Step::Index(i), Step::Index(i), |trail| self.walk(item, trail, call));
                }
                trail.has_siblings = outer;
            }
            (Some(Step::Key(key)), JsonValue::Object(members)) => {
                if let Some(member) = members.iter_mut().find(|member| member.name == *key) {
                    let (read, written) = (Step::Key(key.clone()), Step::Key(member.written.clone()));
                    trail.within(read, written, |trail| self.walk(&mut member.node, trail, call));
                }
            }
            _ => {}
        }
    }
}

/// Whether a path leads to a block of the body.
pub(super) fn is_block(path: &[Step]) -> bool {
    matches!(path, [.., Step::Key(body), Step::Index(_)] if body == "body")
}

fn block_type(block: &JsonNode) -> Option<String> {
    match &block.at(&[Step::Key("type".to_owned())])?.value {
        JsonValue::String(word) => Some(word.clone()),
        _ => None,
    }
}

/// The way from the root to a node, in the names as they are read and as they were written.
#[derive(Debug, Default)]
pub(super) struct Trail {
    pub(super) read: Vec<Step>,
    written: Vec<Step>,
    /// Whether the innermost list has more than one item.
    pub(super) has_siblings: bool,
}

impl Trail {
    /// Goes one step further for the time of a call.
    pub(super) fn within<R>(&mut self, read: Step, written: Step, call: impl FnOnce(&mut Self) -> R) -> R {
        self.read.push(read);
        self.written.push(written);
        let result = call(self);
        self.read.pop();
        self.written.pop();
        result
    }

    /// The pointer in the names as they were written.
    pub(super) fn pointer(&self) -> Pointer {
        self.written.iter().fold(Pointer::root(), |pointer, step| match step {
            Step::Key(key) => pointer.key(key),
            Step::Index(i) => pointer.index(*i),
        })
    }
}
