//! A table of passages: headings of one or two rows, cells of a word and of a page, several paragraphs in one, cells over rows and
//! columns, numbers, any alignment.

use serde_json::{Value, json};

use super::chance::Chance;

/// A table whose longer cells hold these paragraphs, one after the other; tells how many characters it has.
pub(super) fn table(paragraphs: &[String], chance: &mut Chance) -> (Value, usize) {
    let mut texts = paragraphs.iter();
    let mut length = 0;
    let texts_of_columns = chance.between(1, 2);
    let columns = 2 + texts_of_columns;
    let aligns = ["left", "justify", "justify", "center"];
    let mut given = vec![json!({ "width": "14mm", "align": "center" })];
    given.extend((0..texts_of_columns).map(|_| json!({ "align": chance.one_of(&aligns) })));
    given.push(json!({ "align": chance.one_of(&["right", "decimal"]) }));
    let mut rows = Vec::new();
    while texts.len() > 0 {
        let number = rows.len() + 1;
        if chance.in_hundred(15) {
            rows.push(json!({ "cells": [{ "paragraphs": [format!("Nhóm {number}")], "columns": columns }], "bold": true, "keep_with_next": true }));
        }
        // a page must hold it
        let is_short = texts.as_slice().iter().take(12).all(|text| text.len() < 500);
        let mut text = |chance: &mut Chance| {
            let count = if chance.in_hundred(20) { chance.between(2, 6) } else { 1 };
            let paragraphs: Vec<&String> = texts.by_ref().take(count).collect();
            length += paragraphs.iter().map(|text| text.chars().count()).sum::<usize>();
            match paragraphs.as_slice() {
                [first, items @ ..] if !items.is_empty() && chance.in_hundred(50) => {
                    json!({ "paragraphs": [first], "list": { "items": items } })
                }
                _ => json!({ "paragraphs": paragraphs }),
            }
        };
        let value = |chance: &mut Chance| match chance.below(4) {
            0 => json!(chance.between(0, 2_000_000)),
            1 => json!(format!("{}.{},5", chance.between(1, 99), chance.between(100, 999))),
            2 => json!(""),
            _ => json!("đạt"),
        };
        if is_short && chance.in_hundred(40) {
            // one text beside two or three values
            let count = chance.between(2, 3);
            let mut cells = vec![json!({ "paragraphs": [number.to_string()], "rows": count })];
            for _ in 0..texts_of_columns {
                let mut cell = text(chance);
                cell["rows"] = count.into();
                cells.push(cell);
            }
            cells.push(value(chance));
            rows.push(cells.into());
            rows.extend((1..count).map(|_| json!([value(chance)])));
            continue;
        }
        let mut cells = vec![json!(number.to_string())];
        cells.extend((0..texts_of_columns).map(|_| text(chance)));
        cells.push(value(chance));
        rows.push(cells.into());
    }
    let mut table = json!({ "type": "table", "columns": given, "rows": rows });
    if chance.in_hundred(60) {
        let mut head = vec![json!("TT")];
        head.extend(
            (0..texts_of_columns).map(|_| json!(chance.one_of(&["Nội dung", "Đơn vị chủ trì và phối hợp thực hiện"]))),
        );
        head.push(json!("Kết quả"));
        table["header"] = json!([head]);
        table["caption"] = "Kết quả thực hiện".into();
    }
    if chance.in_hundred(30) {
        table["column_numbers"] = true.into();
        table["unit"] = "Đơn vị tính: triệu đồng".into();
    }
    if chance.in_hundred(30) {
        table["size"] = chance.one_of(&["11pt", "12pt"]).into();
        table["notes"] = json!(["Nguồn: báo cáo của các đơn vị."]);
    }
    (table, length)
}
