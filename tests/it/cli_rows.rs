//! Rows of tables from files beside the specification.

use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cli_run::{Folder, Ran, report, run};

/// The sample report with one table, from a file.
fn spec(from: &str, more: &Value) -> String {
    let mut spec: Value = serde_json::from_str(&report()).unwrap();
    let mut table = json!({ "type": "table", "rows_from": from });
    table.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    spec["body"] = json!([{ "type": "paragraph", "text": "Số liệu như sau:" }, table]);
    format!("{spec:#}")
}

/// The rows that the files carry.
fn rows(folder: &Folder, from: &str, more: &Value) -> Value {
    folder.put("bc.json", spec(from, more));
    run(folder, &["render", "bc.json", "-o", "out", "--force"]).ended(0);
    run(folder, &["verify", "out/624-BC-STTTT.docx", "out/624-BC-STTTT.pdf"]).ended(0);
    let carried = run(folder, &["extract", "out/624-BC-STTTT.docx"]).ended(0).out;
    let carried: Value = serde_json::from_slice(&carried).unwrap();
    assert_eq!(carried["body"][1].get("rows_from"), None);
    carried["body"][1]["rows"].clone()
}

/// A workbook of two sheets.
fn workbook(cells: &str) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let parts = [
        ("xl/workbook.xml", format!("<workbook {MAIN}><sheets><sheet name=\"Bìa\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Quý I\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>".to_owned()),
        ("xl/sharedStrings.xml", format!("<sst {MAIN}><si><t>Xã An Phú</t></si><si><r><t>Phường </t></r><r><t>Long Xuyên</t></r></si></sst>")),
        ("xl/styles.xml", format!("<styleSheet {MAIN}><numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {MAIN}><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Bìa</t></is></c></row></sheetData></worksheet>")),
        ("xl/worksheets/sheet2.xml", format!("<worksheet {MAIN}>{cells}</worksheet>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const CELLS: &str = r#"<sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c><c r="B1" t="inlineStr"><is><t>Số</t></is></c><c r="C1" t="inlineStr"><is><t>Ngày</t></is></c></row>
<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>1234.5</v></c><c r="C2" s="2"><v>45427</v></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><f>SUM(B1:B2)</f><v>0.1</v></c><c r="C3" t="inlineStr"><is><t>=1+1</t></is></c></row>
<row r="4"><c r="A4" t="inlineStr"><is><t>Cộng {{x}} "&lt;"</t></is></c></row>
</sheetData><mergeCells><mergeCell ref="A4:B4"/></mergeCells>"#;

#[test]
fn cells_of_a_workbook_are_what_they_show() {
    let folder = Folder::new("rows");
    folder.put("so-lieu.xlsx", workbook(CELLS));
    let expected = json!([
        ["Xã An Phú", "1.234,5", "15/5/2024"],
        ["Phường Long Xuyên", "0,1", "=1+1"],
        ["Cộng {{x}} \"<\"", "", ""],
    ]);
    assert_eq!(rows(&folder, "so-lieu.xlsx#Quý I!A2:C4", &json!({})), expected);
    assert_eq!(rows(&folder, "so-lieu.xlsx#'quý i'!A2:C", &json!({})), expected, "to the last row");
    let spans = rows(&folder, "so-lieu.xlsx#Quý I!A2:C4", &json!({ "merged_cells": "span" }));
    assert_eq!(spans[2], json!([{ "paragraphs": ["Cộng {{x}} \"<\""], "columns": 2 }, ""]));
    assert_eq!(rows(&folder, "so-lieu.xlsx", &json!({})), json!([["Bìa"]]), "the first sheet");
}

#[test]
fn csv_and_json_in_their_habits() {
    let folder = Folder::new("rows");
    let expected = json!([["Tên", "Số"], ["Xã A", "1,5"], ["Xã \"B\";", "2"]]);
    let wide =
        |text: &str| [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let semicolons = "Tên;Số\r\nXã A;1,5\r\n\"Xã \"\"B\"\";\";2\r\n";
    folder.put("a.csv", semicolons);
    folder.put("b.csv", "\u{feff}Tên,Số\nXã A,\"1,5\"\n\"Xã \"\"B\"\";\",2");
    folder.put("c.csv", wide("Tên\tSố\nXã A\t1,5\n\"Xã \"\"B\"\";\"\t2\n"));
    folder.put("d.json", r#"[["Tên", "Số"], ["Xã A", 1.5], ["Xã \"B\";", 2]]"#);
    folder.put("e.csv", format!("sep=;\n{semicolons}"));
    for name in ["a.csv", "b.csv", "c.csv", "d.json", "e.csv"] {
        assert_eq!(rows(&folder, name, &json!({})), expected, "{name}");
    }
    assert_eq!(rows(&folder, "a.csv#A2:B2", &json!({})), json!([["Xã A", "1,5"]]));
}

#[test]
fn what_is_wrong_with_a_file_is_told_at_its_name() {
    let folder = Folder::new("rows");
    folder.put("outside.csv", "a;b");
    folder.put("in/so-lieu.xlsx", workbook(CELLS));
    folder
        .put("in/loi.xlsx", workbook("<sheetData><row r=\"2\"><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row></sheetData>"));
    folder.put("in/hong.xlsx", "PK");
    folder.put("in/rong.csv", "\n\n");
    folder.put("in/cu.csv", b"T\xean;S\xf4");
    folder.put("in/vat.json", r#"{"a": 1}"#);
    folder.put("in/bang.docx", "x");
    folder.put("in/lon.csv", vec![b'a'; (16 << 20) + 1]);
    let check = |from: &str| -> Ran {
        folder.put("in/bc.json", spec(from, &json!({})));
        run(&folder, &["check", "in/bc.json"])
    };
    for (from, code, word) in [
        ("../outside.csv", "VB280", "ngoài thư mục"),
        ("none.csv", "VB280", "none.csv"),
        ("hong.xlsx", "VB280", "Excel"),
        ("cu.csv", "VB280", "UTF-8"),
        ("vat.json", "VB280", "danh sách"),
        ("bang.docx", "VB280", ".xlsx"),
        ("lon.csv", "VB280", "16 MiB"),
        ("rong.csv", "VB281", "hàng"),
        ("so-lieu.xlsx#Quý II", "VB281", "“Quý I”"),
        ("so-lieu.xlsx#Quý I!A0:B", "VB281", "A0:B"),
        ("so-lieu.xlsx#Quý I!H20:K30", "VB281", "hàng"),
        ("loi.xlsx#Quý I!A1:B2", "VB283", "B2"),
    ] {
        let ran = check(from).ended(1).says(&[code, word, "in/bc.json:", "/body/1/rows_from", "gợi ý"]);
        assert_eq!(ran.err.matches("lỗi[").count(), 1, "{from}: {}", ran.err);
    }
    folder.put("in/lech.csv", "a;b\nc\n");
    check("lech.csv").ended(0).says(&["VB282"]);
    // one who calls the library sees that nobody read the file
    let book = vanban::font::FontBook::bundled().unwrap();
    let found =
        vanban::check(spec("lech.csv", &json!({})).as_bytes(), vanban::Resources::new(&book), &vanban::Options::new());
    assert!(found.iter().any(|finding| finding.code == "VB280"));
}
