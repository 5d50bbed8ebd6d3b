//! Tables of the body: specification in, document and pages out.

use serde_json::{Value, json};
use vanban::diag::registry;
use vanban::font::FontBook;
use vanban::model::{Purpose, Role, Table};
use vanban::pages::{ItemKind, Pages};
use vanban::units::Length;

use crate::compose_support::{Composed, body};

fn table(given: &Value) -> Composed {
    let mut block = given.clone();
    block["type"] = "table".into();
    body(&json!([{ "type": "paragraph", "text": "Trước bảng." }, block, { "type": "paragraph", "text": "Sau bảng" }]))
}

fn only(c: &Composed) -> &Table {
    let tables = c.tables(Role::Table);
    assert_eq!(tables.len(), 1, "{:#?}", c.findings);
    tables[0]
}

fn pages(c: &Composed) -> Pages {
    vanban::layout::layout(&mut c.document.clone(), &FontBook::bundled().unwrap())
}

/// The texts of a page, in the order of drawing.
fn texts(pages: &Pages, page: usize) -> Vec<&str> {
    let items = pages.pages[page].items.iter();
    items
        .filter_map(|item| match &item.kind {
            ItemKind::Text(run) => Some(&pages.text[run.text.0 as usize..run.text.1 as usize]),
            ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
        })
        .collect()
}

fn many_rows(count: usize) -> Composed {
    let rows: Vec<Value> = (1..=count).map(|n| json!([n.to_string(), format!("Hàng thứ {n}"), "1.234,5"])).collect();
    let columns = json!([{ "align": "center" }, {}, { "align": "right" }]);
    table(
        &json!({ "caption": "Kết quả", "columns": columns, "header": [["TT", "Nội dung", "Số liệu"]], "column_numbers": true, "rows": rows }),
    )
}

#[test]
fn columns_fill_the_text_in_whole_twips_whatever_they_hold() {
    let c = many_rows(3);
    let (table, text) = (only(&c), c.document.parts[0].sections[0].page.text_width());
    let sum = table.columns.iter().fold(Length::ZERO, |sum, width| sum + *width);
    // the outer halves of the borders stand inside the text block
    assert_eq!(sum + table.look.border, text);
    assert!(table.columns.iter().all(|width| *width == width.round_to_twip()));
    assert!(table.columns[1] > table.columns[0], "{:?}", table.columns);
    assert_eq!((table.purpose, table.header_rows, table.rows.len()), (Purpose::Data, 2, 5));
    assert_eq!(c.texts(Role::TableCaption), ["Bảng 1. Kết quả"]);
    let given = self::table(&json!({ "columns": [{ "width": "20mm" }, { "width": "30mm" }], "rows": [["A", "B"]] }));
    assert_eq!(only(&given).columns, [Length::mm(20).round_to_twip(), Length::mm(30).round_to_twip()]);
}

#[test]
fn a_table_over_pages_repeats_its_head_and_loses_and_doubles_nothing() {
    let c = many_rows(120);
    let pages = pages(&c);
    assert!(pages.pages.len() >= 3);
    let mut found = Vec::new();
    for page in 0..pages.pages.len() {
        let texts = texts(&pages, page);
        let has_rows = texts.iter().any(|text| text.starts_with("Hàng thứ"));
        assert_eq!(texts.iter().filter(|text| **text == "Nội dung").count(), usize::from(has_rows), "page {page}");
        assert_eq!(texts.iter().filter(|text| **text == "(2)").count(), usize::from(has_rows), "page {page}");
        found.extend(texts.into_iter().filter(|text| text.starts_with("Hàng thứ")).map(str::to_owned));
    }
    let expected: Vec<String> = (1..=120).map(|n| format!("Hàng thứ {n}")).collect();
    assert_eq!(found, expected);
    assert!(pages.steps <= 4 * 200, "{}", pages.steps);
}

#[test]
fn each_page_of_a_table_is_closed_by_a_line_inside_the_text_block() {
    let c = many_rows(120);
    let pages = pages(&c);
    let setup = &c.document.parts[0].sections[0].page;
    for page in &pages.pages {
        let lines = page.items.iter().filter(|item| item.role == Role::Table).filter_map(|item| match item.kind {
            ItemKind::Line { x, y, width, height, .. } => Some((x, y, width, height)),
            _ => None,
        });
        let lines: Vec<_> = lines.collect();
        let Some(lowest) = lines.iter().map(|(_, y, _, thickness)| *y + *thickness).max() else { continue };
        assert!(lowest <= setup.height - setup.margin_bottom);
        // the lowest edge is that of a line across the whole table
        let across =
            lines.iter().any(|(_, y, width, thickness)| *y + *thickness == lowest && *width == setup.text_width());
        assert!(across, "{lines:?}");
        for (x, _, width, _) in lines {
            assert!(x >= setup.margin_left && x + width <= setup.width - setup.margin_right);
        }
    }
}

#[test]
fn spans_alignment_and_sums_are_those_that_are_written() {
    let spanning =
        |text: &str, columns: u32, rows: u32| json!({ "paragraphs": [text], "columns": columns, "rows": rows });
    let c = table(&json!({
        "header": [[spanning("TT", 1, 2), spanning("Kinh phí", 2, 1)], ["Kế hoạch", "Thực hiện"]],
        "columns": [{ "align": "center" }, { "align": "right" }, { "align": "right" }],
        "rows": [["1", "5", { "paragraphs": ["6", "7"] }], ["", { "paragraphs": ["Tổng"], "columns": 2 }]],
        "total_rows": 1, "unit": "Đơn vị tính: đồng", "notes": ["Nguồn: Sở Nội vụ."]
    }));
    assert_eq!(c.findings.iter().count(), 0, "{:#?}", c.findings);
    let table = only(&c);
    assert!(table.grid().is_some());
    assert_eq!(c.texts(Role::TableHead), ["TT", "Kinh phí", "Kế hoạch", "Thực hiện"]);
    assert_eq!(c.texts(Role::TableRight), ["5", "6", "7", "Tổng"]);
    assert_eq!(
        (c.texts(Role::TableUnit), c.texts(Role::TableNote)),
        (vec!["Đơn vị tính: đồng".to_owned()], vec!["Nguồn: Sở Nội vụ.".to_owned()])
    );
    assert!(table.rows[2].keep_with_next, "a sum stands under what it sums up");
    assert_eq!(c.texts(Role::TableCaption), Vec::<String>::new());
}

#[test]
fn numbers_are_written_as_their_columns_say_and_stand_comma_below_comma() {
    let c = table(&json!({
        "columns": [{ "align": "decimal" }, { "align": "decimal", "number_format": "0,00" }, {}, { "number_format": "0%" }],
        "rows": [
            [1234.5, 2, -1_234_567, 99.5],
            ["7,125", "-", { "number": 5, "paragraphs": ["a"], "align": "center" }, 18_446_744_073_709_551_615_u64],
            [{ "paragraphs": ["12"], "bold": true }, "không", "", 1e3],
        ]
    }));
    assert_eq!(c.findings.iter().count(), 0, "{:#?}", c.findings);
    assert_eq!(
        c.texts(Role::TableRight),
        ["1.234,5", "2,00", "-1.234.567", "100%", "7,125", "-", "18446744073709551615%", "12", "không", "1000%"]
    );
    assert_eq!(c.texts(Role::TableCentered), ["5", "a"]);
    // a text without decimals stands as far from the right edge as the widest decimals of its column reach
    let pages = pages(&c);
    let commas: Vec<Length> = ["1.234,5", "7,125", "12"]
        .iter()
        .map(|text| {
            let runs = pages.pages[0].items.iter().filter_map(|item| match &item.kind {
                ItemKind::Text(run) if pages.text_of(run) == *text => Some(run),
                _ => None,
            });
            let run = runs.into_iter().next().unwrap();
            let whole = text.split(',').next().unwrap();
            let face = vanban::font::FaceStyle::of(*text == "12", false);
            run.x + FontBook::bundled().unwrap().measure(whole, face, run.size)
        })
        .collect();
    assert!(commas.iter().all(|x| (*x - commas[0]).to_twip().abs() <= 1), "{commas:?}");
}

#[test]
fn a_table_has_a_size_of_its_own_stands_whole_and_heads_its_rows() {
    let rows: Vec<Value> = (0..30).map(|n| json!([n, "Nội dung"])).collect();
    let long = "Những việc đã làm trong quý và những việc sẽ làm trong quý sau của các đơn vị. ".repeat(12);
    let with = |extra: Value| {
        let mut block = json!({ "type": "table", "header": [["TT", "Việc"]], "caption": "Việc", "rows": rows });
        block.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        let text = json!({ "type": "paragraph", "text": long.trim() });
        body(&json!([text, text, block, { "type": "paragraph", "text": "Sau bảng" }]))
    };
    let first_page_of = |c: &Composed, word: &str| {
        let pages = pages(c);
        let all: Vec<_> = (0..pages.pages.len()).map(|page| texts(&pages, page)).collect();
        all.iter()
            .position(|texts| texts.iter().any(|text| text.starts_with(word)))
            .unwrap_or_else(|| panic!("{all:?}"))
    };
    let parted = with(json!({ "keep_together": false }));
    assert_eq!(first_page_of(&parted, "TT"), 0);
    let whole = with(json!({ "keep_together": true, "size": "10.5pt", "header_columns": 1 }));
    assert_eq!(whole.findings.iter().count(), 0, "{:#?}", whole.findings);
    assert_eq!((first_page_of(&whole, "TT"), first_page_of(&whole, "29")), (1, 1));
    let pages = pages(&whole);
    let sizes = pages.pages[1].items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(run) if [Role::TableText, Role::TableRight, Role::TableHead].contains(&item.role) => {
            Some(run.size)
        }
        _ => None,
    });
    assert_eq!(sizes.collect::<std::collections::BTreeSet<_>>(), [Length::pt(21) / 2].into());
    assert_eq!(only(&whole).rows[1].cells[0].heads, Some(vanban::model::Scope::Row));
    assert_eq!(only(&whole).rows[1].cells[1].heads, None);
    // in Word a style of its own, not type set by hand
    let word = crate::words::parts(&whole.files().0).remove("word/document.xml").unwrap();
    let word = String::from_utf8(word).unwrap();
    assert!(word.contains("<w:pStyle w:val=\"TableText-2\"/>") && !word.contains("<w:sz w:val=\"21\"/>"));
}

#[test]
fn cells_hold_lists_that_are_lists_in_both_files() {
    let list =
        json!({ "items": ["Rà soát văn bản", { "text": "Tập huấn:", "list": { "items": ["cấp tỉnh", "cấp xã"] } }] });
    let c = table(&json!({
        "columns": [{ "width": "12mm", "align": "center" }, { "width": "60mm", "align": "center" }],
        "rows": [["1", { "paragraphs": ["Nhiệm vụ:"], "list": list }], ["2", { "list": { "marker": "+", "items": ["Khác"] } }]]
    }));
    assert_eq!(c.findings.iter().count(), 0, "{:#?}", c.findings);
    let labels = c.paragraphs();
    let labels = labels.iter().filter_map(|(role, paragraph)| Some((*role, paragraph.label.as_ref()?)));
    let labels: Vec<_> = labels.map(|(role, label)| (role, label.text.as_str(), label.level)).collect();
    let text = Role::TableText;
    assert_eq!(labels, [(text, "-", 0), (text, "-", 0), (text, "+", 1), (text, "+", 1), (text, "+", 0)]);
    // the text of an item stands behind its sign, that of one below it deeper
    let pages = pages(&c);
    let x = |word: &str| {
        let runs = pages.pages[0].items.iter().filter_map(|item| match &item.kind {
            ItemKind::Text(run) if pages.text_of(run).contains(word) => Some(run.x),
            _ => None,
        });
        runs.into_iter().next().unwrap_or_else(|| panic!("{word}"))
    };
    assert!(x("cấp tỉnh") > x("Rà soát") && x("cấp tỉnh") == x("cấp xã"));
    let (word, pdf) = c.files();
    let main = String::from_utf8(crate::words::parts(&word).remove("word/document.xml").unwrap()).unwrap();
    assert_eq!(main.matches("<w:numPr>").count(), 5);
    assert!(!pdf.is_empty());
    let tags = vanban::pages::dump(&pages);
    assert!(tags.contains("ListItem"), "{tags}");
    // lists that body blocks may not have, cells may not have either
    let deep = json!({ "items": [{ "text": "a", "list": { "items": [{ "text": "b", "list": { "items": [{ "text": "c", "list": { "items": ["d"] } }] } }] } }] });
    let spec = crate::compose_support::report_with(
        &json!({ "body": [{ "type": "table", "rows": [[{ "list": deep }, { "list": { "items": [] } }]] }] }),
    );
    let fonts = FontBook::bundled().unwrap();
    let found = vanban::check(spec.to_string().as_bytes(), vanban::Resources::new(&fonts), &vanban::Options::default());
    let found: Vec<_> = found.iter().map(|finding| (finding.code, finding.at.to_string())).collect();
    assert!(
        found.contains(&(
            registry::LIST_DEPTH.code,
            "/body/0/rows/0/0/list/items/0/list/items/0/list/items/0/list".to_owned()
        )),
        "{found:?}"
    );
    assert!(found.contains(&(registry::EMPTY_LIST.code, "/body/0/rows/0/1/list/items".to_owned())), "{found:?}");
}

#[test]
fn rows_inside_a_table_are_bold_and_stay_with_the_next() {
    let c = table(&json!({ "rows": [
        { "cells": ["I", "Thu"], "bold": true, "keep_with_next": true }, ["1", { "paragraphs": ["Phí"], "bold": true }], ["2", "Thuế"],
        ["3", "Khác"], ["4", "Vay"]
    ] }));
    let is_bold = |row: usize, column: usize| {
        let blocks = &only(&c).rows[row].cells[column].blocks;
        matches!(&blocks[0].kind, vanban::model::BlockKind::Paragraph(paragraph)
            if matches!(&paragraph.inlines[0], vanban::model::Inline::Run(run) if run.bold == Some(true)))
    };
    assert_eq!(
        [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1)].map(|(row, column)| is_bold(row, column)),
        [true, true, false, true, false]
    );
    assert_eq!(
        only(&c).rows.iter().map(|row| row.keep_with_next).collect::<Vec<_>>(),
        [true, false, false, true, false]
    );
    // what is wrong in such a row is told at its cell
    let c = table(
        &json!({ "rows": [{ "cells": ["khoản {{x}"], "bold": true }, [["a ", { "text": "b", "ref": "khong_co" }]]] }),
    );
    let at: Vec<_> = c.findings.iter().map(|finding| finding.at.as_str().to_owned()).collect();
    assert!(!at.is_empty() && at.iter().all(|at| at.starts_with("/body/1/rows/")), "{at:?}");
}

#[test]
fn no_row_stands_alone_at_the_foot_or_the_top_of_a_page_and_no_group_without_its_head() {
    let keeps = |rows: Value, totals: usize| -> Vec<bool> {
        let c = table(&json!({ "rows": rows, "total_rows": totals }));
        only(&c).rows.iter().map(|row| row.keep_with_next).collect()
    };
    let row = || json!(["1", "Thuế"]);
    let bold = || json!({ "cells": ["I", "", "Thu"], "bold": true });
    let wide = || json!(["1", "", "Thuế"]);
    assert_eq!(keeps(json!(vec![row(); 6]), 0), [true, false, false, false, true, false]);
    assert_eq!(keeps(json!([row(), row()]), 1), [true, false]);
    assert_eq!(keeps(json!([row()]), 0), [false]);
    let grouped = json!([wide(), wide(), bold(), wide(), wide(), wide(), wide()]);
    assert_eq!(keeps(grouped, 0), [true, false, true, false, false, true, false]);
    // all in bold is no head of anything
    assert_eq!(keeps(json!(vec![bold(); 5]), 0), [true, false, false, true, false]);
    let mut parting = vec![row(); 4];
    parting[0] = json!({ "cells": ["1", "Thuế"], "keep_with_next": false });
    assert_eq!(keeps(json!(parting), 0), [false, false, true, false]);
}

#[test]
fn numbers_with_more_digits_than_a_number_holds_are_told_and_those_of_whole_ones_are_kept() {
    let codes = |number: &str| {
        let body = format!(r#"[{{"type": "paragraph", "text": "a"}}, {{"type": "table", "rows": [[{number}]]}}]"#);
        let spec =
            crate::compose_support::report_with(&json!({ "body": "BODY" })).to_string().replace("\"BODY\"", &body);
        let fonts = FontBook::bundled().unwrap();
        let resources = vanban::Resources::new(&fonts);
        let found = vanban::check(spec.as_bytes(), resources, &vanban::Options::default());
        found.iter().map(|finding| (finding.code, finding.at.to_string())).collect::<Vec<_>>()
    };
    for sound in ["1234567890123456789", "12345678901234.5e-1", "0.1", "1E3", "-0", "1.5e25"] {
        assert_eq!(codes(sound), [], "{sound}");
    }
    for wrong in ["1234567890.12345678", "123456789012345678901234567890123", "1e300", "true"] {
        assert_eq!(codes(wrong).iter().map(|(_, at)| at.as_str()).collect::<Vec<_>>(), ["/body/1/rows/0/0"], "{wrong}");
    }
}

#[test]
fn a_text_that_ends_with_a_table_is_ended_below_it() {
    let c = body(&json!([{ "type": "table", "rows": [["A", "B"]] }]));
    assert_eq!(c.texts(Role::Body), ["./."]);
}

/// What is told of it, finished pages included.
fn told(c: &Composed) -> Vec<&'static str> {
    c.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn rows_and_columns_that_do_not_go_together_are_told() {
    let codes = |given: Value| {
        let mut block = given;
        block["type"] = "table".into();
        let c = body(&json!([{ "type": "paragraph", "text": "Trước" }, block]));
        c.findings.iter().map(|finding| (finding.code, finding.at.as_str().to_owned())).collect::<Vec<_>>()
    };
    let one = |code, at: &str| vec![(code, at.to_owned())];
    let spanning = |rows: u32| json!({ "paragraphs": ["1"], "rows": rows });
    assert_eq!(codes(json!({ "rows": [["1", "2"], ["1"]] })), one(registry::RAGGED_ROW.code, "/body/1/rows/1"));
    assert_eq!(
        codes(json!({ "rows": [[spanning(2), "2"], ["1", "2"]] })),
        one(registry::RAGGED_ROW.code, "/body/1/rows/1")
    );
    assert_eq!(codes(json!({ "rows": [[spanning(2), "2"]] })), one(registry::RAGGED_ROW.code, "/body/1/rows/0"));
    assert_eq!(codes(json!({ "rows": [] })), one(registry::TABLE_COLUMNS.code, "/body/1/rows"));
    assert_eq!(codes(json!({ "rows": [vec!["a"; 64]] })), one(registry::TABLE_COLUMNS.code, "/body/1/rows"));
    let narrow = json!({ "columns": [{ "width": "5mm" }, {}], "rows": [["Nguyễn", "B"]] });
    assert_eq!(codes(narrow), one(registry::NARROW_COLUMN.code, "/body/1/columns/0/width"));
    let high = json!({ "paragraphs": vec!["Dòng"; 40] });
    let high = body(&json!([{ "type": "table", "header": [[high]], "rows": [["1"]] }]));
    assert_eq!(told(&high), [registry::HIGH_HEAD.code]);
    let sums = body(&json!([{ "type": "table", "rows": vec![["1"]; 60], "total_rows": 60 }]));
    assert_eq!(told(&sums), [registry::NOT_TOGETHER.code]);
    let beside = (1..60).map(|n| json!([n.to_string()]));
    let first = json!([{ "paragraphs": ["A", "B"], "rows": 60 }, "0"]);
    let spanned: Vec<Value> = std::iter::once(first).chain(beside).collect();
    assert_eq!(told(&body(&json!([{ "type": "table", "rows": spanned }]))), [registry::HIGH_SPAN.code]);
    let wide = json!({ "columns": [{ "width": "150mm" }, { "width": "50mm" }], "rows": [["A", "B"]] });
    assert_eq!(codes(wide), one(registry::WIDE_TABLE.code, "/body/1/rows"));
    let pattern = json!({ "columns": [{}, { "number_format": "#.##0" }], "rows": [["A", 1]] });
    assert_eq!(codes(pattern), one(registry::NUMBER_FORMAT.code, "/body/1/columns/1/number_format"));
}
