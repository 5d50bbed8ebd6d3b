//! Numbers that a word processor counts read as the document says: a counter of our own counts them as Word does, where the
//! levels of a group share their counters and a start of its own counts anew.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use vanban::model::{Counting, Document, Label, LevelGroup, ListDefinition, NumberFormat, Restart};

use crate::compose_support::{Composed, report_with};

const LEVELS: usize = 9;

/// Counts of one sequence.
#[derive(Clone, Default)]
struct Counter {
    values: [Option<u32>; LEVELS],
    /// Levels above a number that came before them: what they count next is nobody's promise.
    doubtful: [bool; LEVELS],
}

impl Counter {
    fn count(&mut self, group: &LevelGroup, level: usize, counting: Counting) {
        let next = match (counting, self.values[level]) {
            (Counting::StartAt(n), _) => n,
            (Counting::Next, last) => {
                assert!(!self.doubtful[level], "level {level} is counted after a level below it");
                last.map_or(1, |n| n + 1)
            }
        };
        for above in 0..level {
            self.doubtful[above] |= self.values[above].is_none();
        }
        self.values[level] = Some(next);
        self.doubtful[level] = false;
        for (below, of) in group.levels.iter().enumerate().skip(level + 1) {
            if of.restart == Restart::AfterHigher {
                self.values[below] = None;
                self.doubtful[below] = false;
            }
        }
    }

    fn text(&self, group: &LevelGroup, level: usize) -> String {
        let mut text = group.levels[level].pattern.to_owned();
        for (i, of) in group.levels.iter().enumerate() {
            let place = format!("%{}", group.offset + i + 1);
            if text.contains(&place) {
                let n = self.values[i].expect("the label names a level that is not counted");
                let number = if of.format == NumberFormat::UpperRoman { roman(n) } else { n.to_string() };
                text = text.replace(&place, &number);
            }
        }
        assert!(!text.contains('%'), "{text} names a level of another group");
        text
    }
}

fn roman(n: u32) -> String {
    let (tens, ones) = ((n / 10) as usize, (n % 10) as usize);
    "X".repeat(tens) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]
}

/// Counts a document's labels and compares.
fn recount(document: &Document) {
    let mut counters: BTreeMap<(ListDefinition, usize), Counter> = BTreeMap::new();
    for label in labels(document) {
        let definition = document.lists[label.list].definition;
        let groups = definition.groups();
        let group = groups.iter().find(|group| group.level(label.level).is_some()).unwrap();
        let level = group.level(label.level).unwrap();
        let counter = counters.entry((definition, group.offset)).or_default();
        counter.count(group, level, label.counting);
        assert_eq!(counter.text(group, level), label.text);
    }
}

/// The labels that start their level anew, as they read.
fn anew(document: &Document) -> Vec<String> {
    labels(document).iter().filter(|label| label.counting != Counting::Next).map(|label| label.text.clone()).collect()
}

fn labels(document: &Document) -> Vec<&Label> {
    let blocks = document.parts[0].sections[0].blocks.iter().filter_map(|block| match &block.kind {
        vanban::model::BlockKind::Paragraph(paragraph) => paragraph.label.as_ref(),
        vanban::model::BlockKind::Rule(_) | vanban::model::BlockKind::Table(_) => None,
    });
    blocks.collect()
}

fn compose(system: &str, blocks: Vec<Value>) -> Composed {
    Composed::of(&report_with(&json!({ "numbering": system, "body": blocks })))
}

fn block(kind: &str, label: Option<&str>) -> Value {
    let mut block = json!({ "type": kind });
    block[if kind == "point" || kind == "paragraph" { "text" } else { "heading" }] = json!("Tên");
    if let Some(label) = label {
        block["label"] = json!(label);
    }
    block
}

#[test]
fn a_plain_document_has_one_list() {
    let kinds = ["section", "clause", "subclause", "subclause", "clause", "section", "clause", "subclause"];
    let c = compose("sections", kinds.iter().map(|kind| block(kind, None)).collect());
    assert_eq!(c.document.lists.len(), 1, "{:?}", c.document.lists);
    assert_eq!(labels(&c.document).len(), kinds.len());
    recount(&c.document);
}

#[test]
fn a_number_after_one_typed_by_hand_starts_anew() {
    let blocks = vec![block("clause", None), block("clause", Some("7.")), block("clause", None), block("clause", None)];
    let c = compose("sections", blocks);
    let texts: Vec<&str> = labels(&c.document).iter().map(|label| label.text.as_str()).collect();
    assert_eq!(texts, ["1.", "8.", "9."]);
    assert_eq!(anew(&c.document), ["8."]);
    recount(&c.document);
}

#[test]
fn a_level_that_comes_after_those_below_it_starts_anew() {
    let c = compose("articles", ["section", "chapter", "article"].iter().map(|kind| block(kind, None)).collect());
    assert_eq!(anew(&c.document), ["Chương I"]);
    // điều count for themselves
    let c = compose("articles", ["article", "section", "article"].iter().map(|kind| block(kind, None)).collect());
    let texts: Vec<&str> = labels(&c.document).iter().map(|label| label.text.as_str()).collect();
    assert_eq!(texts, ["Điều 1.", "Mục 1", "Điều 2."]);
    assert_eq!(anew(&c.document), [""; 0]);
    recount(&c.document);
}

#[test]
fn a_number_below_a_heading_without_number_is_typed() {
    // word processors differ on what stands for a level that has not begun
    let c = compose("sections", vec![block("clause", Some("1.")), block("subclause", None)]);
    assert_eq!(labels(&c.document).len(), 0);
    assert!(c.body_texts()[1].starts_with("1.1. "), "{:?}", c.body_texts());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels_read_as_they_are_counted(
        is_articles in any::<bool>(),
        steps in prop::collection::vec((0usize..8, prop::option::weighted(0.15, 1u32..12)), 1..40),
    ) {
        const ARTICLES: [&str; 8] =
            ["part", "chapter", "section", "subsection", "article", "clause", "subclause", "point"];
        const SECTIONS: [&str; 8] =
            ["part", "section", "section", "clause", "clause", "subclause", "subclause", "paragraph"];
        let (system, kinds) = if is_articles { ("articles", ARTICLES) } else { ("sections", SECTIONS) };
        let blocks = steps.iter().map(|(kind, number)| {
            let kind = kinds[*kind];
            let label = number.filter(|_| !matches!(kind, "paragraph" | "point")).map(|n| format!("{n}."));
            block(kind, label.as_deref())
        });
        let c = compose(system, blocks.collect());
        recount(&c.document);
    }
}
