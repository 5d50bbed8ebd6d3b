//! The bytes that findings mean: all pointers are followed in one walk through the tree.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Span, registry};

use super::encoding;
use super::reader;
use super::tree::{JsonNode, JsonValue};
use super::written_text::WrittenText;

/// Ends a run: tells how many findings were left off, fills in the spans of the others from their pointers, and puts them in the
/// order of the file; reads the bytes only where there are findings. Returns how many values of the file it looked at: each at
/// most once, however many findings there are.
pub fn locate(bytes: &[u8], findings: &mut Diagnostics) -> usize {
    findings.tell_left_off();
    let (mut sought, mut steps) = (Sought::default(), 0);
    for finding in
        findings.iter_mut().filter(|finding| finding.span.is_none() && finding.code != registry::TOO_MANY.code)
    {
        sought.add(finding);
    }
    if !sought.is_empty()
        && let Ok(source) = encoding::text(bytes)
        && let Some(root) = reader::read(source).root
    {
        sought.find(&root, source, &mut steps);
    }
    findings.sort();
    steps
}

/// Findings by the steps of their pointers.
#[derive(Default)]
struct Sought<'a> {
    here: Vec<&'a mut Diagnostic>,
    below: BTreeMap<String, Self>,
}

impl<'a> Sought<'a> {
    fn add(&mut self, finding: &'a mut Diagnostic) {
        let tokens: Vec<String> = finding.at.tokens().collect();
        let place = tokens.into_iter().fold(self, |place, token| place.below.entry(token).or_default());
        place.here.push(finding);
    }

    fn is_empty(&self) -> bool {
        self.here.is_empty() && self.below.is_empty()
    }

    /// Gives each finding the bytes of its node, or of the nearest parent that exists.
    fn find(mut self, node: &JsonNode, source: &str, steps: &mut usize) {
        *steps += 1;
        let mut text = None;
        for finding in self.here {
            let passage = finding.passage.as_ref().and_then(|passage| {
                let text = text.get_or_insert_with(|| text_of(node, source));
                text.span(passage.find(text.text())?)
            });
            finding.span = Some(passage.unwrap_or(node.span));
        }
        match &node.value {
            JsonValue::Array(items) => {
                for (index, sought) in std::mem::take(&mut self.below) {
                    match index.parse::<usize>().ok().and_then(|i| items.get(i)) {
                        Some(item) => sought.find(item, source, steps),
                        None => sought.settle(node.span),
                    }
                }
            }
            // the first of a name counts
            JsonValue::Object(members) => members.iter().for_each(|member| {
                if let Some(sought) = self.below.remove(&member.name) {
                    sought.find(&member.node, source, steps);
                }
            }),
            JsonValue::Null
            | JsonValue::Flag(_)
            | JsonValue::Number(_)
            | JsonValue::String(_)
            | JsonValue::Placeholder
            | JsonValue::Removed => {}
        }
        self.below.into_values().for_each(|sought| sought.settle(node.span));
    }

    fn settle(self, span: Span) {
        self.here.into_iter().for_each(|finding| finding.span = Some(span));
        self.below.into_values().for_each(|sought| sought.settle(span));
    }
}

/// The text that a value holds: a string, a rich text, or all that is printed of a block.
fn text_of(node: &JsonNode, source: &str) -> WrittenText {
    let mut text = WrittenText::default();
    push_text(node, source, &mut text);
    text
}

fn push_text(node: &JsonNode, source: &str, text: &mut WrittenText) {
    match &node.value {
        JsonValue::String(_) => text.push_string(source, node.span),
        JsonValue::Array(items) => items.iter().for_each(|item| push_text(item, source, text)),
        JsonValue::Object(members) => members
            .iter()
            .filter(|member| !UNPRINTED.contains(&member.name.as_str()))
            .for_each(|member| push_text(&member.node, source, text)),
        JsonValue::Null | JsonValue::Flag(_) | JsonValue::Number(_) | JsonValue::Placeholder | JsonValue::Removed => {}
    }
}

/// Members of blocks and runs that are no part of what they print.
const UNPRINTED: [&str; 6] = ["type", "id", "link", "ref", "lang", "script"];
