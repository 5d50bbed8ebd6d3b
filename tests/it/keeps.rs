//! Keeping together at the ends of pages: the last lines and the closing block, chains of headings, long Nơi nhận; and how the
//! Word file asks for it. The texts are made so that no word processor doubts where their lines end.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{BlockKind, Document, PartingKind, Purpose, Role};
use vanban::pages::{ItemKind, Pages};
use vanban::units::Length;

use crate::compose_support::{Composed, report_with};
use crate::docx_package::{Node, parts};

/// Words of one width, 63 pt: a line of the body takes seven of them and leaves 6 pt, the first line of a paragraph six.
pub(crate) fn lines(count: usize) -> String {
    let words = 6 + 7 * (count.max(2) - 2) + if count > 1 { 3 } else { 0 };
    (0..words).map(|i| format!("u{i:08}")).collect::<Vec<_>>().join(" ")
}

/// A report of so many lines and then `last`.
pub(crate) fn report_of(fill: usize, last: Value) -> Value {
    let mut body = vec![json!({ "type": "paragraph", "text": "Dòng một." }); fill];
    body.push(last);
    report_with(&json!({ "body": body, "signatures": signatures(1) }))
}

pub(crate) fn signatures(count: usize) -> Value {
    json!(vec![json!({ "position": "Giám đốc", "signer": "Lê Văn An" }); count])
}

pub(crate) fn recipients(count: usize) -> Value {
    json!({ "items": (1..=count).map(|i| format!("UBND xã {i}")).collect::<Vec<_>>() })
}

pub(crate) fn paragraph(lines_of_text: usize) -> Value {
    json!({ "type": "paragraph", "text": lines(lines_of_text) })
}

/// Headings of clauses, and one line of text.
pub(crate) fn headings_only(count: usize) -> Value {
    let mut body = vec![json!({ "type": "clause", "heading": lines(3) }); count];
    body.push(json!({ "type": "paragraph", "text": "Hết." }));
    report_with(&json!({ "body": body }))
}

fn set(spec: &Value) -> (Document, Pages) {
    let mut document = Composed::of(spec).document;
    let pages = layout(&mut document, &FontBook::bundled().unwrap());
    assert_eq!(pages.overfull, []);
    (document, pages)
}

/// The heights of the lines of each page that the measured words stand on.
fn measured(pages: &Pages) -> Vec<BTreeSet<Length>> {
    let line = |item: &vanban::pages::Item| match &item.kind {
        ItemKind::Text(run) if pages.text_of(run).starts_with("u0") => Some(run.y),
        ItemKind::Text(_) | ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
    };
    pages.pages.iter().map(|page| page.items.iter().filter_map(line).collect()).collect()
}

/// The page, from 0, that the last item of a role stands on.
fn page_of(pages: &Pages, role: Role) -> usize {
    pages.pages.iter().rposition(|page| page.items.iter().any(|item| item.role == role)).unwrap()
}

/// The foot of the last line of text on a page.
fn foot(pages: &Pages, page: usize) -> Length {
    let texts = pages.pages[page].items.iter().filter(|item| item.role != Role::PageNumber);
    let feet = texts.filter_map(|item| match &item.kind {
        ItemKind::Text(run) => Some(run.y),
        ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
    });
    feet.fold(Length::ZERO, Length::max)
}

/// A line of 14 pt.
const LINE: Length = Length::twip(322);

#[test]
fn two_lines_of_the_last_paragraph_stay_with_the_signature_and_the_page_before_is_full() {
    let (mut forced, mut unforced, mut whole) = (0, 0, 0);
    for count in [2, 3, 4, 5, 9, 30, 34, 36, 40, 80] {
        for fill in 0..26 {
            let (document, pages) = set(&report_of(fill, paragraph(count)));
            let on_page = measured(&pages);
            let signed = page_of(&pages, Role::Signer);
            let name = format!("{count} lines under {fill}: {:?}", pages.partings);
            assert_eq!(signed + 1, pages.pages.len(), "{name}");
            assert_eq!(page_of(&pages, Role::Authority), signed, "{name}");
            assert_eq!(on_page.iter().map(BTreeSet::len).sum::<usize>(), count, "{name}");
            let beside = on_page[signed].len();
            assert!(beside >= 2 || beside == count, "{name}: {beside}");
            match pages.partings.as_slice() {
                [] => {
                    whole += 1;
                    assert_eq!(beside, count, "{name}");
                }
                [only] => {
                    assert!(count > 3 && beside < count, "{name}");
                    let blocks = &document.parts[0].sections[0].blocks;
                    assert_eq!((only.section, only.block), (0, blocks.len() - 2), "{name}");
                    let room = Length::mm(277) - foot(&pages, signed - 1);
                    if let PartingKind::Forced(_) = only.kind {
                        forced += 1;
                        assert_eq!(beside, 2, "{name}");
                    } else {
                        unforced += 1;
                        assert!(room < LINE * 3, "{name}: {room:?}");
                    }
                }
                more => panic!("{name}: {}", more.len()),
            }
        }
    }
    assert!(forced > 20 && unforced > 20 && whole > 20, "{forced} {unforced} {whole}");
}

#[test]
fn a_last_item_note_or_text_of_a_clause_parts_like_a_paragraph() {
    let text = lines(9);
    let kinds = [
        json!({ "type": "list", "items": ["Một", text] }),
        json!({ "type": "note", "text": text }),
        json!({ "type": "clause", "text": text }),
        json!({ "type": "clause", "heading": "Tổ chức thực hiện", "text": text }),
    ];
    for last in kinds {
        let parted = (10..24).filter(|fill| {
            let (_, pages) = set(&report_of(*fill, last.clone()));
            let signed = page_of(&pages, Role::Signer);
            let beside = measured(&pages)[signed].len();
            assert!(beside >= 2, "{last} under {fill}: {beside}");
            pages.partings.iter().any(|parting| matches!(parting.kind, PartingKind::Forced(_)))
        });
        assert!(parted.count() > 3, "{last}");
    }
}

/// A notice of one paragraph, the sentence so many times.
fn notice(times: &[usize]) -> Value {
    let sentence = "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động triển khai thực hiện.";
    let text = |n: &usize| json!({ "type": "paragraph", "text": vec![sentence; *n].join(" ") });
    report_with(&json!({
        "doc_type": "notice",
        "body": times.iter().map(text).collect::<Vec<_>>(),
        "recipients": { "items": ["UBND tỉnh"], "archive": { "units": ["VP"] } },
        "signatures": signatures(1),
    }))
}

#[test]
fn a_text_of_one_long_paragraph_begins_on_page_one_and_ends_above_the_signature() {
    for times in [&[28][..], &[36], &[14, 16]] {
        let (document, pages) = set(&notice(times));
        assert_eq!(pages.pages.len(), 2, "{times:?}");
        assert_eq!((page_of(&pages, Role::DocType), page_of(&pages, Role::Signer)), (0, 1), "{times:?}");
        let body = |page: usize| pages.pages[page].items.iter().any(|item| item.role == Role::Body);
        assert!(body(0) && body(1), "{times:?}");
        let lines: BTreeSet<Length> = pages.pages[1]
            .items
            .iter()
            .filter(|item| item.role == Role::Body)
            .filter_map(|item| match &item.kind {
                ItemKind::Text(run) => Some(run.y),
                ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
            })
            .collect();
        assert!(lines.len() >= 2, "{times:?}");
        assert_eq!(document.parts[0].sections[0].blocks.last().unwrap().role, Role::ClosingBlock);
    }
}

#[test]
fn headings_that_head_nothing_let_go_of_the_next() {
    let (document, pages) = set(&headings_only(12));
    let keeps: Vec<Option<bool>> = document.parts[0].sections[0]
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Paragraph(paragraph) if block.role == Role::Clause => Some(paragraph.keep_with_next),
            BlockKind::Paragraph(_) | BlockKind::Rule(_) | BlockKind::Table(_) => None,
        })
        .collect();
    let mut expected = vec![Some(false); 12];
    expected[11] = None;
    assert_eq!(keeps, expected);
    assert_eq!(pages.pages.len(), 2);
    // no heading of three lines is cut
    assert!(measured(&pages).iter().all(|lines| lines.len() % 3 == 0), "{:?}", measured(&pages));
    assert!(Length::mm(277) - foot(&pages, 0) < LINE * 4);
    // a heading above headings of its own keeps with them
    let under = json!([
        { "type": "section", "heading": "Một" },
        { "type": "clause", "heading": "Hai" },
        { "type": "clause", "heading": "Ba" },
        { "type": "section", "heading": "Bốn" },
        { "type": "paragraph", "text": "Hết." },
    ]);
    let c = Composed::of(&report_with(&json!({ "body": under })));
    let said: Vec<(Role, Option<bool>)> = c
        .paragraphs()
        .into_iter()
        .filter(|(role, _)| role.heading_rank() > Some(1) && *role != Role::ArticleText)
        .map(|(role, p)| (role, p.keep_with_next))
        .collect();
    let let_go = Some(false);
    assert_eq!(said, [(Role::Section, None), (Role::Clause, let_go), (Role::Clause, let_go), (Role::Section, None)]);
}

#[test]
fn a_chain_of_headings_finds_room_on_a_page_and_a_heading_as_long_as_a_page_parts() {
    let kinds = ["part", "chapter", "section", "subsection", "article", "clause"];
    let nested = |each: usize| {
        let mut body: Vec<Value> = kinds.iter().map(|kind| json!({ "type": kind, "heading": lines(each) })).collect();
        body.push(json!({ "type": "paragraph", "text": "Hết." }));
        Composed::of(&report_with(&json!({ "numbering": "articles", "body": body })))
    };
    let let_go = |c: &Composed| c.paragraphs().into_iter().filter(|(_, p)| p.keep_with_next == Some(false)).count();
    assert_eq!(let_go(&nested(2)), 0);
    assert_eq!(let_go(&nested(12)), 2);
    let long = Composed::of(&report_of(3, json!({ "type": "clause", "heading": lines(60) })));
    let paragraphs = long.paragraphs();
    let (_, heading) = paragraphs.iter().find(|(role, _)| *role == Role::Clause).unwrap();
    assert_eq!(heading.keep_together, Some(false));
    let pages = layout(&mut long.document.clone(), &FontBook::bundled().unwrap());
    assert!(measured(&pages)[0].len() > 20);
}

#[test]
fn long_lists_of_recipients_run_on_and_short_ones_stay_whole() {
    let spec = |count: usize, signed: usize| {
        report_with(&json!({
            "body": [{ "type": "paragraph", "text": "Hết." }],
            "recipients": recipients(count),
            "signatures": signatures(signed),
        }))
    };
    for signed in [0, 1, 2] {
        for count in [5, 20] {
            let c = Composed::of(&spec(count, signed));
            let table = c.tables(Role::ClosingBlock)[0];
            assert_eq!(table.rows.len(), 1 + signed / 2, "{count} and {signed}");
            assert!(table.rows.iter().all(|row| row.keep_together));
        }
    }
    let (document, pages) = set(&spec(50, 1));
    assert_eq!(pages.pages.len(), 2);
    assert_eq!((page_of(&pages, Role::Signer), page_of(&pages, Role::RecipientItem)), (0, 1));
    let BlockKind::Table(table) = &document.parts[0].sections[0].blocks.last().unwrap().kind else {
        panic!("no closing block")
    };
    // beside the signature stand as many as are as high as it; each other has a row, the last two stay together
    let beside = table.rows[0].cells[0].blocks.len();
    assert!((8..14).contains(&beside), "{beside}");
    assert_eq!(table.rows.len(), 1 + 52 - beside);
    let kept: Vec<usize> = (0..table.rows.len()).filter(|row| table.rows[*row].keep_with_next).collect();
    assert_eq!(kept, [table.rows.len() - 2]);
    // all recipients are read as one list, then the signature
    assert_eq!(table.purpose, Purpose::Columns);
    let dump = vanban::pages::dump(&pages);
    assert_eq!(dump.matches("List(").count(), 1);
    // no gap in the list: the signature is not higher than what stands beside it
    let ys: BTreeSet<Length> = pages.pages[0]
        .items
        .iter()
        .filter(|item| item.role == Role::RecipientItem)
        .filter_map(|item| match &item.kind {
            ItemKind::Text(run) => Some(run.y),
            ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
        })
        .collect();
    let ys: Vec<Length> = ys.into_iter().collect();
    let steps: BTreeSet<Length> = ys.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert_eq!(steps.len(), 1, "{steps:?}");
    let (_, several) = set(&spec(80, 2));
    assert_eq!(several.pages.len(), 2);
    assert_eq!(page_of(&several, Role::Signer), 0);
}

/// The text of an element of the Word file.
fn text_of(node: &Node) -> String {
    node.named("w:t").into_iter().map(|text| text.text.as_str()).collect()
}

/// The paragraphs of the Word file that the measured words stand in.
fn word_paragraphs(spec: &Value) -> Vec<Node> {
    let c = Composed::of(spec);
    let mut parts = parts(&c.files().0);
    let body = parts.remove("word/document.xml").unwrap().children.remove(0);
    let all = body.children.into_iter().filter(|node| node.name == "w:p");
    all.filter(|node| text_of(node).contains("u0000")).collect()
}

#[test]
fn the_word_file_asks_for_no_more_than_the_pages_need() {
    let has = |node: &Node, name: &str| node.child("w:pPr").is_some_and(|p| p.child(name).is_some());
    let mut seen = [0; 3];
    for fill in 0..26 {
        let spec = report_of(fill, paragraph(9));
        let (_, pages) = set(&spec);
        let written = word_paragraphs(&spec);
        let whole: String = written.iter().map(text_of).collect::<Vec<_>>().join(" ");
        assert_eq!(whole, format!("{}./.", lines(9)), "under {fill}");
        match (pages.partings.first().map(|parting| &parting.kind), written.as_slice()) {
            // on one page: it stays there when a clerk adds lines above
            (None, [only]) => {
                seen[0] += 1;
                assert!(has(only, "w:keepNext") && !has(only, "w:keepLines"));
            }
            // a keepNext would move it whole in LibreOffice
            (Some(PartingKind::Unforced), [only]) => {
                seen[1] += 1;
                assert!(!has(only, "w:keepNext"));
            }
            (Some(PartingKind::Forced(line)), [above, below]) => {
                seen[2] += 1;
                assert!(!has(above, "w:keepNext"));
                assert!(has(below, "w:keepNext") && has(below, "w:keepLines"));
                let of = |node: &Node, name: &str, key: &str| {
                    node.child("w:pPr").unwrap().child(name).unwrap().get(key).unwrap().to_owned()
                };
                assert_eq!(
                    (of(above, "w:spacing", "w:after"), of(below, "w:spacing", "w:before")),
                    ("0".into(), "0".into())
                );
                assert_eq!(of(below, "w:ind", "w:firstLine"), "0");
                assert_eq!(text_of(below).split(' ').count(), 7 + 3);
                // six spaces of the last line above, each a little less wide than in the PDF
                let wider = above.named("w:rPr").iter().filter(|p| p.child("w:spacing").is_some()).count();
                assert_eq!(wider, 6);
                assert_eq!(line.space_extra, Length::twip(12));
            }
            (kind, written) => panic!("{kind:?}, {} paragraphs", written.len()),
        }
    }
    assert!(seen.iter().all(|count| *count > 2), "{seen:?}");
}

#[test]
fn what_keeps_whole_with_the_next_says_so_in_the_word_file() {
    let c = Composed::of(&report_with(&json!({})));
    let mut parts = parts(&c.files().0);
    let styles = parts.remove("word/styles.xml").unwrap();
    let keeping: Vec<&Node> = styles.named("w:pPr").into_iter().filter(|p| p.child("w:keepNext").is_some()).collect();
    assert!(keeping.len() > 5);
    assert!(keeping.iter().all(|p| p.child("w:keepLines").is_some()));
}

#[test]
fn a_parted_item_has_one_number_and_its_links_and_looks_go_on() {
    let runs: Vec<Value> = (0..9)
        .map(|i| match i % 3 {
            0 => json!({ "text": format!("{} ", lines(1)), "link": "https://langson.gov.vn/" }),
            1 => json!({ "text": format!("{} ", lines(1)), "bold": true }),
            _ => json!({ "text": format!("{} ", lines(1)) }),
        })
        .collect();
    let (mut parted, plain) = (0, json!({ "type": "list", "items": ["Một", runs] }));
    for fill in 10..24 {
        let spec = report_of(fill, plain.clone());
        let (_, pages) = set(&spec);
        let forced = pages.partings.iter().any(|parting| matches!(parting.kind, PartingKind::Forced(_)));
        let written = word_paragraphs(&spec);
        assert_eq!(written.len(), if forced { 2 } else { 1 });
        let letters = |text: String| text.split(' ').collect::<String>();
        let all = letters(written.iter().map(text_of).collect());
        assert_eq!(all, letters(format!("{}./.", vec![lines(1); 9].concat())));
        if let [_, below] = written.as_slice() {
            parted += 1;
            let number = below.child("w:pPr").unwrap().child("w:numPr");
            assert!(number.is_none_or(|n| n.child("w:numId").unwrap().get("w:val") == Some("0")));
        }
    }
    assert!(parted > 2);
}

#[test]
fn no_word_is_torn_where_a_paragraph_parts() {
    let (mut parted, long) = (0, format!("{} {} {}", lines(4), "n".repeat(170), lines(1)));
    for fill in 8..24 {
        let spec = report_of(fill, json!({ "type": "paragraph", "text": long }));
        let (_, pages) = set(&spec);
        let written = word_paragraphs(&spec);
        assert_eq!(written.iter().map(text_of).collect::<Vec<_>>().join(" "), format!("{long}./."), "under {fill}");
        if let [_, below] = written.as_slice() {
            parted += 1;
            let starts = text_of(below);
            assert!(starts.starts_with(&"n".repeat(170)), "under {fill}: {starts}");
        }
        let signed = page_of(&pages, Role::Signer);
        assert!(!measured(&pages)[signed].is_empty(), "under {fill}");
    }
    assert!(parted > 2);
}
