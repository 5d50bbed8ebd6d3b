//! Numbers that a word processor counts read as the document says: two counters of our own, one as Word counts (every list
//! of a definition shares its counts, a start of its own counts anew), one as programs count that keep each list to itself.

use proptest::prelude::*;
use serde_json::{Value, json};
use vanban::model::{Document, Label, ListDefinition, NumberFormat, Restart};

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
    fn count(&mut self, definition: ListDefinition, level: usize, start: u32, anew: bool) {
        assert!(anew || !self.doubtful[level], "level {level} is counted after a level below it");
        let next = match self.values[level] {
            Some(n) if !anew => n + 1,
            Some(_) | None => start,
        };
        for above in 0..level {
            self.doubtful[above] |= self.values[above].is_none();
        }
        self.values[level] = Some(next);
        self.doubtful[level] = false;
        for (below, of) in definition.levels().iter().enumerate().skip(level + 1) {
            if of.restart == Restart::AfterHigher {
                self.values[below] = None;
                self.doubtful[below] = false;
            }
        }
    }

    fn text(&self, definition: ListDefinition, level: usize) -> String {
        let mut text = definition.levels()[level].pattern.to_owned();
        for (i, of) in definition.levels().iter().enumerate() {
            let place = format!("%{}", i + 1);
            if text.contains(&place) {
                let n = self.values[i].expect("the label names a level that is not counted");
                let number = if of.format == NumberFormat::UpperRoman { roman(n) } else { n.to_string() };
                text = text.replace(&place, &number);
            }
        }
        text
    }
}

fn roman(n: u32) -> String {
    let (tens, ones) = ((n / 10) as usize, (n % 10) as usize);
    "X".repeat(tens) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]
}

/// Counts a document's labels in both ways and compares.
fn recount(document: &Document) {
    let mut shared = Counter::default();
    let mut own = vec![Counter::default(); document.lists.len()];
    let mut used = vec![[false; LEVELS]; document.lists.len()];
    for label in labels(document) {
        let list = &document.lists[label.list];
        if matches!(list.definition, ListDefinition::Dash | ListDefinition::Plus) {
            continue;
        }
        let given = list.starts.iter().find(|(level, _)| *level == label.level).map(|(_, start)| *start);
        let anew = given.is_some() && !used[label.list][label.level];
        used[label.list][label.level] = true;
        let start = given.unwrap_or(1);
        shared.count(list.definition, label.level, start, anew);
        own[label.list].count(list.definition, label.level, start, anew);
        assert_eq!(shared.text(list.definition, label.level), label.text, "counted together");
        assert_eq!(own[label.list].text(list.definition, label.level), label.text, "each list counted for itself");
    }
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
fn a_number_after_one_typed_by_hand_begins_a_list() {
    let blocks = vec![block("clause", None), block("clause", Some("7.")), block("clause", None), block("clause", None)];
    let c = compose("sections", blocks);
    let texts: Vec<&str> = labels(&c.document).iter().map(|label| label.text.as_str()).collect();
    assert_eq!(texts, ["1.", "8.", "9."]);
    assert_eq!(c.document.lists.len(), 2);
    assert_eq!(c.document.lists[1].starts, [(2, 8)]);
    recount(&c.document);
}

#[test]
fn a_level_that_comes_after_those_below_it_begins_a_list() {
    let c = compose("articles", ["article", "section", "article"].iter().map(|kind| block(kind, None)).collect());
    let texts: Vec<&str> = labels(&c.document).iter().map(|label| label.text.as_str()).collect();
    assert_eq!(texts, ["Điều 1.", "Mục 1", "Điều 2."]);
    assert_eq!(c.document.lists[1].starts, [(2, 1)]);
    recount(&c.document);
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
