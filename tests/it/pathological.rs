//! Documents that nobody should write and that somebody will: each renders, or is refused with a finding that says where; the
//! work grows with the text, counted in steps, not by a clock; the memory of the program has a limit.

use serde_json::{Value, json};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Block, BlockKind, Cell, Purpose, Role, Row, Table};
use vanban::pages::{ItemKind, Pages};
use vanban::units::Length;
use vanban::{NoPictures, Options, Resources, Stages};

use crate::compose_support::report_with;
use crate::docx_sample::{document, text};

// ---- specifications ----

/// What becomes of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Renders,
    /// An error of this code, at this place.
    Refused(&'static str, &'static str),
}

/// A kind of document, of any size.
struct Pathology {
    name: &'static str,
    outcome: Outcome,
    /// Fields of a report, from a size.
    changes: fn(usize) -> Value,
    /// A size that no office reaches.
    size: usize,
}

fn paragraph(text: impl Into<Value>) -> Value {
    json!({ "type": "paragraph", "text": text.into() })
}

/// Lists in one another.
fn nested(depth: usize) -> Value {
    (1..depth).fold(
        json!({ "items": ["trong cùng"] }),
        |list, level| json!({ "items": [{ "text": format!("cấp {level}"), "list": list }] }),
    )
}

fn list_block(mut list: Value) -> Value {
    list["type"] = "list".into();
    list
}

const ALL: &[Pathology] = &[
    Pathology {
        name: "ten thousand clauses",
        outcome: Outcome::Renders,
        changes: |n| {
            let clause = |i| json!({ "type": "clause", "text": format!("Nhiệm vụ thứ {i} do đơn vị được giao chủ trì thực hiện.") });
            json!({ "body": (0..n).map(clause).collect::<Vec<_>>() })
        },
        size: 10_000,
    },
    Pathology {
        name: "a word wider than its column",
        outcome: Outcome::Renders,
        changes: |n| json!({ "body": [paragraph("đầu"), paragraph("ô".repeat(n)), paragraph("cuối")] }),
        size: 20_000,
    },
    Pathology {
        name: "headings that keep with one another over many pages",
        outcome: Outcome::Renders,
        changes: |n| {
            let mut body = vec![json!({ "type": "section", "heading": "Nhiệm vụ" })];
            body.extend((0..n).map(|_| json!({ "type": "clause", "heading": "Nhiệm vụ" })));
            body.push(paragraph("Hết"));
            json!({ "body": body })
        },
        size: 3_000,
    },
    Pathology {
        name: "recipients higher than many pages",
        outcome: Outcome::Renders,
        changes: |n| json!({ "recipients": { "items": vec!["Ủy ban nhân dân các xã, phường"; n] } }),
        size: 5_000,
    },
    Pathology {
        name: "thousands of addressees",
        outcome: Outcome::Renders,
        changes: |n| json!({ "addressees": vec!["Ủy ban nhân dân xã"; n] }),
        size: 3_000,
    },
    Pathology {
        name: "ten thousand footnotes",
        outcome: Outcome::Renders,
        changes: |n| {
            let noted = |i| json!({ "type": "paragraph", "text": [{ "text": format!("Số liệu {i}"), "note": "Theo báo cáo của các xã." }] });
            json!({ "body": (0..n).map(noted).collect::<Vec<_>>() })
        },
        size: 10_000,
    },
    Pathology {
        name: "a footnote longer than its page",
        outcome: Outcome::Refused("VB242", "/body/0"),
        changes: |n| {
            let note = "theo báo cáo của các xã ".repeat(n);
            json!({ "body": [paragraph(json!([{ "text": "Số liệu", "note": note.trim_end() }]))] })
        },
        size: 5_000,
    },
    Pathology {
        name: "a list of thirty levels",
        outcome: Outcome::Refused("VB075", "/body/0"),
        changes: |_| json!({ "body": [list_block(nested(30))] }),
        size: 30,
    },
    Pathology {
        name: "a table of ten thousand rows of six cells",
        outcome: Outcome::Renders,
        changes: |n| {
            let row = |i| json!([i, format!("Xã số {i}"), 1234.5, "12,5%", "đạt", ""]);
            json!({ "body": [{ "type": "table", "header": [["TT", "Xã", "A", "B", "C", "D"]], "rows": (0..n).map(row).collect::<Vec<_>>() }] })
        },
        size: 10_000,
    },
    Pathology {
        name: "a cell higher than many pages",
        outcome: Outcome::Renders,
        changes: |n| {
            let text = "theo báo cáo của các xã ".repeat(n);
            let cell = json!({ "paragraphs": [text.trim_end(), "hết", text.trim_end()] });
            json!({ "body": [{ "type": "table", "header": [["TT", "Nội dung", "Kết quả"]], "rows": [["1", cell, "đạt"], ["2", "", text.trim_end()]] }] })
        },
        size: 5_000,
    },
    Pathology {
        name: "a cell beside thousands of rows",
        outcome: Outcome::Renders,
        changes: |n| {
            let first = json!([{ "paragraphs": ["Toàn tỉnh"], "rows": n + 1 }, "0"]);
            let rows: Vec<Value> = std::iter::once(first).chain((0..n).map(|i| json!([i]))).collect();
            json!({ "body": [{ "type": "table", "rows": rows }] })
        },
        size: 5_000,
    },
    Pathology {
        name: "a table on one page that is higher than many",
        outcome: Outcome::Renders,
        changes: |n| json!({ "body": [{ "type": "table", "keep_together": true, "rows": vec![["1", "Việc"]; n] }] }),
        size: 5_000,
    },
    Pathology {
        name: "a word wider than its page in a table",
        outcome: Outcome::Refused("VB203", "/body/0/rows"),
        changes: |n| json!({ "body": [{ "type": "table", "rows": [["ô".repeat(n), "1"]] }] }),
        size: 20_000,
    },
    Pathology {
        name: "two hundred columns",
        outcome: Outcome::Refused("VB200", "/body/0/rows"),
        changes: |_| json!({ "body": [{ "type": "table", "rows": vec![vec!["1"; 200]; 10] }] }),
        size: 200,
    },
    Pathology {
        name: "a head higher than its page",
        outcome: Outcome::Refused("VB204", "/body/0/header"),
        changes: |n| {
            let head = json!([{ "paragraphs": vec!["dòng"; n] }]);
            json!({ "body": [{ "type": "table", "header": [head], "rows": vec![["1"]; n] }] })
        },
        size: 1_000,
    },
];

fn run(spec: &Value) -> Stages {
    let fonts = FontBook::bundled().unwrap();
    let resources = Resources::new(&fonts).pictures(&NoPictures);
    vanban::run_stages(spec.to_string().as_bytes(), resources, &Options::default())
}

#[test]
fn pathological_specifications_render_or_are_refused() {
    for Pathology { name, outcome, changes, size } in ALL {
        // small enough for a debug build; the size itself is rendered by the program, below
        let stages = run(&report_with(&changes(size.div_ceil(10))));
        let errors: Vec<(&str, String)> = stages
            .findings
            .iter()
            .filter(|finding| finding.severity == vanban::diag::Severity::Error)
            .map(|finding| (finding.code, finding.at.to_string()))
            .collect();
        match outcome {
            Outcome::Renders => {
                assert_eq!(errors, [], "{name}");
                assert!(!stages.pages.unwrap().pages.is_empty(), "{name}");
            }
            Outcome::Refused(code, at) => {
                assert!(errors.iter().any(|(c, a)| c == code && a.starts_with(at)), "{name}: {errors:?}");
            }
        }
    }
}

/// Twice the text is twice the work.
#[test]
fn the_work_grows_with_the_text() {
    for Pathology { name, outcome, changes, size } in ALL {
        if *outcome != Outcome::Renders {
            continue;
        }
        let steps = |size: usize| run(&report_with(&changes(size))).pages.unwrap().steps;
        let (half, whole) = (steps(size.div_ceil(20)), steps(size.div_ceil(10)));
        assert!(whole <= 2 * half + half / 5 + 100, "{name}: {half} steps, then {whole}");
    }
}

/// The program itself, in so much memory (all that it maps, its own code included).
#[cfg(target_os = "linux")]
#[test]
fn the_program_keeps_within_its_memory() {
    const KIB: usize = 300 * 1024;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pathological");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for Pathology { name, outcome, changes, size } in ALL {
        let file = folder.join(format!("{}.json", name.replace(' ', "-")));
        std::fs::write(&file, report_with(&changes(*size)).to_string()).unwrap();
        let command = format!("ulimit -v {KIB}; exec \"$0\" render \"$1\" -o \"$2\"");
        let output = std::process::Command::new("sh")
            .args(["-c", &command, env!("CARGO_BIN_EXE_vanban")])
            .arg(&file)
            .arg(format!("{}/", file.with_extension("").display()))
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        // 0: written; 1: findings; a signal where memory gave out
        let wanted = if *outcome == Outcome::Renders { Some(0) } else { Some(1) };
        assert_eq!(output.status.code(), wanted, "{name}: {}", &told[..told.len().min(2000)]);
    }
}

// ---- tables, as composers may make them ----

/// A table that holds data, its columns as wide as fit.
fn table(columns: usize, header_rows: usize, rows: impl Iterator<Item = Vec<Cell>>) -> Block {
    let width = Length::mm(165).scale(1, i64::try_from(columns).unwrap()).round_to_twip();
    let rows = rows.map(|cells| Row { cells, ..Row::default() }).collect();
    let table = Table { columns: vec![width; columns], rows, header_rows, purpose: Purpose::Data, ..Table::default() };
    Block::new(Role::ClosingBlock, BlockKind::Table(table), vanban::diag::Pointer::root())
}

fn cell(words: &str) -> Cell {
    Cell::of(vec![text(Role::ListItem, words)])
}

/// So many paragraphs one under the other.
fn tall(lines: usize) -> Cell {
    Cell::of((0..lines).map(|_| text(Role::ListItem, "dòng")).collect())
}

/// Lays a block out between two paragraphs and writes the PDF: nothing may be lost.
fn set(block: Block) -> Pages {
    let fonts = FontBook::bundled().unwrap();
    let mut document = document(vec![text(Role::Body, "trước"), block, text(Role::Body, "sau")]);
    let wanted = crate::words::of_blocks(&document.parts[0].sections[0].blocks);
    let pages = layout(&mut document, &fonts);
    // a head that is repeated is no content, but the first one
    let content = pages.pages.iter().flat_map(|page| &page.items).filter(|item| item.content().is_some());
    let found: String = content
        .filter_map(|item| if let ItemKind::Text(run) = &item.kind { Some(pages.text_of(run)) } else { None })
        .collect();
    assert_eq!(crate::words::squeeze(&found), crate::words::squeeze(&wanted));
    crate::pdf_pages::write_pdf(&pages, &fonts).unwrap();
    pages
}

#[test]
fn a_table_of_ten_thousand_rows_takes_steps_for_each() {
    let rows = |count: usize| (0..count).map(|n| vec![cell(&n.to_string()), cell("Việc"), cell("Sở")]);
    let (half, whole) = (set(table(3, 1, rows(5_000))), set(table(3, 1, rows(10_000))));
    assert!(whole.steps <= 2 * half.steps + 100, "{} steps, then {}", half.steps, whole.steps);
    assert!(whole.pages.len() > 100 && whole.overfull.is_empty());
}

#[test]
fn two_hundred_columns_are_set() {
    let pages = set(table(200, 0, (0..30).map(|_| (0..200).map(|_| cell("ô")).collect())));
    assert!(!pages.pages.is_empty());
}

#[test]
fn tables_in_thirty_tables_are_set() {
    let inner = text(Role::ListItem, "trong cùng");
    let nested = (0..30).fold(inner, |inner, _| table(1, 0, std::iter::once(vec![Cell::of(vec![inner])])));
    assert_eq!(set(nested).pages.len(), 1);
}

/// What no page has room for reaches out of its page and is told; what stands around it does not suffer.
#[test]
fn rows_and_heads_higher_than_a_page_are_told() {
    let body = || (0..3).map(|_| vec![cell("ô")]);
    let row = table(1, 0, std::iter::once(vec![tall(120)]).chain(body()));
    let head = table(1, 1, std::iter::once(vec![tall(120)]).chain(body()));
    for (name, block) in [("a row", row), ("a head", head)] {
        let pages = set(block);
        assert_eq!(pages.overfull.len(), 1, "{name}");
        assert!(pages.pages.len() <= 6, "{name}: {} pages", pages.pages.len());
    }
}
