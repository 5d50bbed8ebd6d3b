//! Keys that stand twice in an object: the first counts.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, LineIndex, registry};

use super::likeness::Trail;
use super::reader_faults as faults;
use super::tree::{JsonNode, JsonValue, NodeMember, Step};

/// Reports every key of an object that stands there before, and drops it.
pub(super) fn drop_duplicates(root: &mut JsonNode, text: &str, findings: &mut Diagnostics) {
    let lines = LazyCell::new(|| LineIndex::new(text.as_bytes()));
    let mut told = |member: &NodeMember, first: usize, trail: &Trail| {
        if findings.is_full(registry::DUPLICATE_FIELD) {
            return findings.leave_off(registry::DUPLICATE_FIELD);
        }
        let finding = faults::duplicate(member, lines.place(first).line);
        findings.push(Diagnostic { at: trail.pointer().key(&member.name), ..finding });
    };
    drop_below(root, &mut Trail::default(), &mut told);
}

fn drop_below(node: &mut JsonNode, trail: &mut Trail, told: &mut dyn FnMut(&NodeMember, usize, &Trail)) {
    match &mut node.value {
        JsonValue::Array(items) => {
            for (i, item) in items.iter_mut().enumerate() {
                trail.within(Step::Index(i), Step::Index(i), |trail| drop_below(item, trail, told));
            }
        }
        JsonValue::Object(members) => {
            // where each name stands first
            let mut first: BTreeMap<String, usize> = BTreeMap::new();
            members.retain_mut(|member| {
                if let Some(start) = first.get(&member.name) {
                    told(member, *start, trail);
                    return false;
                }
                first.insert(member.name.clone(), member.name_span.start);
                let step = Step::Key(member.name.clone());
                trail.within(step.clone(), step, |trail| drop_below(&mut member.node, trail, told));
                true
            });
        }
        JsonValue::Null
        | JsonValue::Flag(_)
        | JsonValue::Number(_)
        | JsonValue::String(_)
        | JsonValue::Placeholder
        | JsonValue::Removed => {}
    }
}
