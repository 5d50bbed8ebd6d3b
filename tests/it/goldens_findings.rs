//! What is said about faulty specifications once they can be read, word for word in both languages. Faults of the file and of
//! single fields have goldens of their own (`malformed.rs`).

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::diag::{Diagnostics, FindingKind, registry};
use vanban::font::FontBook;
use vanban::pdf::Flavour;
use vanban::read::rows;
use vanban::specification::{BroughtRows, DataFile, fill_with_rows};
use vanban::{Options, Resources};

use crate::compose_findings::Files;
use crate::compose_support::report_with;
use crate::golden::Goldens;
use crate::goldens::in_both_languages;

/// Name, and what is changed in a sound report.
fn cases() -> Vec<(&'static str, Value)> {
    let signature = |changes: Value| {
        let mut signature = json!({ "position": "Giám đốc", "signer": "Lê Văn An" });
        signature.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        json!({ "signatures": [signature] })
    };
    let image = |file: &str| signature(json!({ "image": { "file": file } }));
    let layout = json!({
        "margin_top": "-5mm", "margin_left": "25mm", "margin_right": "30mm", "body_size": "14px", "first_line_indent": "3cm",
        "paragraph_spacing": "3pt", "line_spacing": "2", "page_number_position": "bottom_right", "number_size": "15pt"
    });
    let high = json!({ "paragraphs": vec!["Dòng"; 40], "rows": 1 });
    let beside = (1..60).map(|n| json!([n.to_string()]));
    let spanned: Vec<Value> =
        std::iter::once(json!([{ "paragraphs": ["A", "B"], "rows": 60 }, "0"])).chain(beside).collect();
    let paragraph = |text: &str| json!([{ "type": "paragraph", "text": text }]);
    vec![
        ("layout", json!({ "layout": layout })),
        ("layout-older", json!({ "issue_date": "2019-06-03", "layout": layout })),
        ("layout-no-room", json!({ "layout": { "margin_left": "160mm" } })),
        ("regulation-not-in-force", json!({ "regulation": "tt01-2011" })),
        (
            "table-ragged",
            json!({ "body": [{ "type": "table", "header": [["A", "B"]], "rows": [["1"], ["1", "2", "3"]] }] }),
        ),
        ("table-span", json!({ "body": [{ "type": "table", "rows": [[{ "paragraphs": ["1"], "rows": 2 }, "2"]] }] })),
        (
            "table-narrow",
            json!({ "body": [{ "type": "table", "columns": [{ "width": "5mm" }, {}], "rows": [["Nguyễn", "B"]] }] }),
        ),
        (
            "table-wide",
            json!({ "body": [{ "type": "table", "columns": [{ "width": "150mm" }, { "width": "50mm" }], "rows": [["A", "B"]] }] }),
        ),
        ("table-high-head", json!({ "body": [{ "type": "table", "header": [[high]], "rows": [["1"]] }] })),
        ("table-high-span", json!({ "body": [{ "type": "table", "rows": spanned }] })),
        (
            "table-not-together",
            json!({ "body": [{ "type": "table", "rows": vec![["1"]; 60], "total_rows": 60, "column_numbers": true }] }),
        ),
        (
            "table-number-format",
            json!({ "body": [{ "type": "table", "columns": [{ "number_format": "1,234.5" }], "rows": [[1]] }] }),
        ),
        ("table-empty", json!({ "body": [{ "type": "table", "rows": [] }] })),
        ("rows-not-taken", json!({ "body": [{ "type": "table", "rows_from": "so-lieu.csv" }] })),
        ("organ-not-taken", json!({ "issuer_from": "co-quan.json" })),
        ("year-of-another", json!({ "doc_type": "decision", "symbol": "2024/QĐ-SNV" })),
        (
            "adoption-dates",
            json!({ "doc_type": "resolution", "adoption": { "date": "2025-10-10", "effective_date": "2025-10-01" } }),
        ),
        (
            "joint",
            json!({ "co_issuers": [{ "name": "Sở Tài chính" }, { "name": "sở Nội vụ", "abbreviation": "snv" }] }),
        ),
        ("number-suffix", json!({ "number_suffix": "bis" })),
        ("suffix-of-no-number", json!({ "number": null, "number_suffix": "a" })),
        (
            "marks",
            json!({ "marks": { "draft": "Dự thảo lần 2", "circulation": "Chỉ phổ biến trong nội bộ cơ quan, không sao chụp, không đăng tải trên mạng" } }),
        ),
        (
            "marks-in-margin",
            json!({ "marks": { "recall": true }, "copy": { "kind": "extract_copy", "signed_at": "2026-02-03T14:05:00+07:00" } }),
        ),
        (
            "approval",
            json!({ "doc_type": "plan", "approval": { "date": "2025-09-30", "signature": { "position": "KT. Chủ tịch", "signer": "TS. Lê An" } } }),
        ),
        ("joint-alone", json!({ "joint_form": "joint" })),
        ("appendix-unmentioned", json!({ "appendices": [{ "title": "Danh mục", "body": paragraph("Hồ sơ") }] })),
        (
            "copy-lacking",
            json!({ "number": null, "copy": { "kind": "certified_copy", "issuer": { "name": "Sở Tài chính" }, "number": 0 } }),
        ),
        (
            "copy-early",
            json!({ "copy": { "kind": "certified_copy", "issue_date": "2025-10-01", "signature": { "position": "Chánh Văn phòng" } } }),
        ),
        (
            "copy-electronic",
            json!({ "copy": { "kind": "extract_copy", "number": 3, "signed_at": "2026-02-03 14:05" } }),
        ),
        (
            "copy-line-long",
            json!({ "copy": { "kind": "extract_copy", "issuer": { "name": "Sở Tài chính ".repeat(30).trim_end() }, "signed_at": "2026-02-03T14:05:00+07:00" } }),
        ),
        (
            "own-file-signed-on-paper",
            json!({ "appendices": [
                { "title": "Danh mục", "own_file": true, "signed_at": "2025-10-09 14:05", "body": paragraph("Phụ lục") },
                { "title": "Biểu", "signed_at": "2025-10-01T14:05:00+07:00", "body": paragraph("Phụ lục") },
            ] }),
        ),
        (
            "own-file-elsewhere",
            json!({
                "form": "electronic", "number": null,
                "body": [{ "type": "paragraph", "text": [{ "text": "Xem phụ lục, trang ", "page_of": "a" }] }],
                "appendices": [{
                    "title": "Danh mục", "own_file": true, "signed_at": "2025-10-09T14:05:00+07:00",
                    "body": [{ "type": "paragraph", "id": "a", "text": "Hồ sơ" }],
                }],
            }),
        ),
        (
            "own-files-too-many",
            json!({ "appendices": vec![json!({ "title": "Danh mục", "own_file": true, "body": paragraph("Phụ lục") }); 50] }),
        ),
        ("picture-missing", image("khong-co.png")),
        ("picture-outside", image("ngoai.png")),
        ("picture-too-large", image("lon.png")),
        ("picture-unreadable", image("cam.png")),
        ("picture-no-png", image("jpeg.png")),
        (
            "picture-in-text",
            json!({ "body": [
                { "type": "picture", "file": "muc-in.jpg" },
                { "type": "picture", "file": "jpeg.jpg", "alternative_text": "Biểu đồ" },
                { "type": "picture", "file": "chu-ky.png", "alternative_text": "Biểu đồ", "width": "200mm" },
            ] }),
        ),
        (
            "picture-in-line",
            json!({ "layout": { "line_spacing": "exactly 18pt" }, "body": [
                { "type": "paragraph", "text": ["Nhấn ", { "picture": "chu-ky.png", "alternative_text": "nút Lưu", "height": "20mm" }] },
                { "type": "paragraph", "text": ["Nhấn ", { "picture": "chu-ky.png", "height": "4mm" }] },
                { "type": "paragraph", "text": [{ "text": "Nhấn", "note": [{ "picture": "chu-ky.png", "alternative_text": "nút Lưu" }] }] },
                { "type": "paragraph", "text": ["Nhấn ", { "picture": "khong-co.png", "alternative_text": "nút Lưu" }] },
            ] }),
        ),
        (
            "picture-in-cell",
            json!({ "body": [{ "type": "table", "columns": [{ "width": "30mm" }], "rows": [
                [{ "pictures": [{ "file": "chu-ky.png", "alternative_text": "Hiện trường", "width": "60mm" }] }],
                [{ "pictures": [{ "file": "chu-ky.png" }, { "file": "chu-ky.png", "alternative_text": "a", "height": "9" }] }],
            ] }] }),
        ),
        (
            "contents-faulty",
            json!({ "body": [
                { "type": "contents", "levels": 6 },
                { "type": "contents", "of": "tables" },
                { "type": "contents" },
                { "type": "section", "heading": "Một" },
                { "type": "paragraph", "text": [{ "text": "Xem trang ", "page_of": "hai" }] },
            ] }),
        ),
        ("picture-damaged", image("cut.png")),
        ("picture-pixels", image("bom.png")),
        ("picture-wide", signature(json!({ "image": { "file": "chu-ky.png", "width": "150mm" } }))),
        ("field-outside", signature(json!({ "signature_field": { "x": "-130mm" } }))),
        ("signature-forms", signature(json!({ "authority": ["K/T GIÁM ĐỐC"], "signer": "TS. LÊ VĂN AN" }))),
        (
            "signature-in-position",
            signature(json!({ "position": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "signer": "lê văn an" })),
        ),
        (
            "signature-no-deputy",
            signature(json!({ "authority": ["KT. GIÁM ĐỐC"], "position": "Trưởng phòng", "signer": "Ông LÊ VĂN AN" })),
        ),
        ("signature-deputy", signature(json!({ "position": "Phó Giám đốc" }))),
        (
            "header-too-wide",
            json!({
                "issue_place": "Trung tâm hành chính công tỉnh Bà Rịa - Vũng Tàu", "symbol": "BC-SNVTTTTKHCNMTGTVTXD-PTKHDTNMTXHVPQH"
            }),
        ),
        ("word-too-wide", json!({ "issuer": { "name": "A".repeat(60), "abbreviation": "SNV" } })),
        ("glyph", json!({ "body": paragraph("Kết quả tốt 😀 trong quý") })),
        (
            "garbled-texts",
            json!({
                "subject": "KÕt qu¶ c«ng t¸c quý III",
                "issuer": { "name": "Sôû Noäi vuï", "abbreviation": "SNV" },
                "body": [
                    { "type": "paragraph", "text": "CÃ´ng tÃ¡c cá»§a ngÃ nh" },
                    { "type": "paragraph", "text": "manh ̣ ̣ xuông phia Nam" },
                    { "type": "paragraph", "text": "S? ph??ng án" }
                ]
            }),
        ),
        (
            "pasted-whole",
            json!({
                "doc_type": "decision",
                "addressees": [],
                "legal_basis": [],
                "body": [
                    { "type": "line", "text": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" },
                    { "type": "paragraph", "text": "Số: 15/QĐ-SNV" },
                    { "type": "paragraph", "text": "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;" },
                    { "type": "paragraph", "text": "Căn cứ Nghị định số 102/2024/NĐ-CP." },
                    { "type": "line", "text": "QUYẾT ĐỊNH" },
                    { "type": "article", "text": "Căn cứ Luật này, các Sở thi hành." },
                    { "type": "paragraph", "text": "Nơi nhận:" },
                ]
            }),
        ),
        (
            "letter-without-unit",
            json!({ "doc_type": "letter", "symbol": "STTTT", "recipients": { "items": ["Sở Nội vụ"] } }),
        ),
        (
            "typed-words",
            json!({
                "subject": "Báo cáo kết quả quý III",
                "addressees": ["Kính gửi:", "- UBND tỉnh;", "- Sở Tài chính."],
                "legal_basis": ["- căn cứ Luật Đất đai;", "Nghị định số 1."],
                "recipients": { "items": ["- Như trên;", "- Sở Nội vụ;"] },
                "body": [
                    { "type": "paragraph", "text": "Điều 1. Ban hành Quy chế." },
                    { "type": "paragraph", "text": "1. Phạm vi" },
                    { "type": "paragraph", "text": "a) Đối tượng" },
                    { "type": "paragraph", "text": "- Ý thứ nhất" },
                    { "type": "paragraph", "text": "- Ý thứ hai ././." }
                ]
            }),
        ),
        ("typed-letter-form", json!({ "subject": "V/v tổ chức tiếp công dân" })),
        ("typed-title", json!({ "subject": "BÁO CÁO Về việc tổ chức tiếp công dân" })),
        ("symbol-of-another-type", json!({ "symbol": "KH-SNV" })),
        ("record-length", json!({ "subject": "Kết quả công tác ".repeat(40).trim() })),
        (
            "reference-number",
            json!({ "doc_type": "regulation", "body": [
            { "type": "article", "id": "pham_vi", "heading": "Phạm vi", "text": "Quy chế này áp dụng chung." },
            { "type": "article", "heading": "Áp dụng", "text": ["Xem ", { "text": "Điều 9", "ref": "pham_vi" }, "."] }
        ] }),
        ),
        (
            "body-habits",
            json!({
                "subject": "Kết quả công tác quý III.",
                "recipients": { "items": ["Như trên", "Lãnh đạo Sở;", "Lưu: VT"] },
                "body": [
                    { "type": "paragraph", "text": "Từ ngày … đến ngày …, xem công văn số xx. /." },
                    { "type": "section", "heading": "I. Kết quả" },
                    { "type": "subclause", "level": 2, "text": "Bỏ qua một bậc." },
                    { "type": "paragraph", "text": "Huyện Ðông Anh  đã báo cáo." }
                ]
            }),
        ),
        ("notes", {
            let nested = json!(["Số liệu", { "text": " năm 2025", "note": "Đến tháng 6." }]);
            json!({ "body": [
                { "type": "paragraph", "text": ["Toàn tỉnh có 200 xã", { "text": ".", "note": nested }] },
                { "type": "field", "label": "Ý kiến", "lines": 0 },
                { "type": "field", "label": "Ý kiến", "value": "Đồng ý", "lines": 2 },
                { "type": "paragraph", "text": ["Chi tiết ở dưới", { "text": ".", "note": ["Dài. ".repeat(4000).trim()] }] },
            ] })
        }),
        (
            "boxes-and-quotations",
            json!({ "body": [
                { "type": "checkbox", "items": [{ "text": "Nam" }, { "text": "Nữ" }], "columns": 0 },
                { "type": "checkbox", "items": [{ "text": "Nam" }, { "text": "Nữ" }], "columns": 40 },
                { "type": "quotation", "paragraphs": ["“1. Gọi là “cơ quan quản lý;"] },
            ] }),
        ),
        (
            "idle-page-setup",
            json!({ "body": [
                { "type": "paragraph", "text": "Nội dung." },
                { "type": "page_setup", "orientation": "portrait" },
                { "type": "paragraph", "text": "Nội dung." },
                { "type": "page_break" },
                { "type": "page_break" },
                { "type": "page_setup", "orientation": "landscape" },
            ] }),
        ),
        ("number-too-wide", json!({ "symbol": "BC-TTQTTNVMTSNNVMTUBNDTPHCM-VPDKDDCN" })),
        (
            "signed-draft",
            json!({ "number": null, "signatures": [{
            "position": "Giám đốc", "signer": "Lê Văn An", "image": { "file": "chu-ky.png" }
        }] }),
        ),
    ]
}

fn findings(spec: &[u8], flavour: Flavour) -> Diagnostics {
    let fonts = FontBook::bundled().unwrap();
    let mut options = Options::default();
    options.pdf.flavour = flavour;
    vanban::check(spec, Resources::new(&fonts).pictures(&Files), &options)
}

/// Rows of a file of which one is too short, and a cell with an error.
const CSV: &[u8] = b"a;b\n1;#N/A\n2\n3;4\n";

/// What is wrong with what a specification is filled in from.
fn filled_in() -> Vec<(&'static str, Value)> {
    let table = |from: &str| json!({ "body": [{ "type": "table", "rows_from": from }] });
    vec![
        ("data", json!({ "subject": "Kết quả của {{tên}}, {{ds}}", "issue_place": "{{ten}}" })),
        ("rows-area", table("so-lieu.csv#A0:B2")),
        ("rows-error", table("so-lieu.csv")),
        ("rows-ragged", table("so-lieu.csv#A3:B4")),
    ]
}

#[test]
fn findings_say_what_they_said() {
    let mut goldens = Goldens::of("findings");
    let mut codes = BTreeSet::new();
    for (name, changes) in cases() {
        let spec = serde_json::to_vec_pretty(&report_with(&changes)).unwrap();
        let findings = findings(&spec, Flavour::default());
        assert!(!findings.is_empty(), "{name}: nothing was found");
        codes.extend(findings.iter().map(|finding| finding.code));
        goldens.compare(name, &in_both_languages(&findings, &spec));
    }
    let spec = serde_json::to_vec_pretty(&report_with(&json!({ "signatures": [{
        "position": "Giám đốc", "signer": "Lê Văn An", "image": { "file": "chu-ky.png" }, "seal": { "file": "dau.png" }
    }] })));
    let spec = spec.unwrap();
    let found = findings(&spec, Flavour::A1b);
    codes.extend(found.iter().map(|finding| finding.code));
    goldens.compare("pictures-in-pdf-a-1", &in_both_languages(&found, &spec));
    for (name, changes) in filled_in() {
        let spec = serde_json::to_vec_pretty(&report_with(&changes)).unwrap();
        let data = DataFile::read(r#"{ "ten": "Sở Nội vụ", "ds": ["a"], "thua": 1 }"#.as_bytes()).unwrap();
        let mut bring = |from: &str, spans| match rows::rows(CSV, from, spans) {
            Ok(found) => BroughtRows { json: Some("[[\"a\"]]".to_owned()), findings: found.warnings },
            Err(fault) => BroughtRows { json: None, findings: vec![*fault] },
        };
        let filled = fill_with_rows(&spec, Some(&data), &mut bring).unwrap();
        let found = filled.as_written(findings(&filled.bytes, Flavour::default()));
        codes.extend(found.iter().map(|finding| finding.code));
        goldens.compare(name, &in_both_languages(&found, &spec));
    }
    goldens.finish();
    // from VB100 on findings are made by composing and judging a document; broken data of a regulation no
    // input provokes, nor a type without a template, or one that leaves a component out, as long as both regulations have
    // every type with every component (`templates.rs` has them); a document of too many parts, or a file that cannot be read
    // back, is larger than a golden should be (`limits.rs` and `cli_extract.rs` have them); data and organ files are read by the
    // command line (`cli_data.rs`, `cli_organ.rs` and their neighbours have them)
    let later = registry::ALL.iter().filter(|kind| kind.code >= "VB100" && kind.code < "VB900");
    let elsewhere = [
        registry::TOO_MANY_PARTS,
        registry::TEXT_TOO_LONG,
        registry::TOO_MANY_LINES,
        registry::BROKEN_PROFILE,
        registry::NO_TEMPLATE,
        registry::NOT_PRINTED,
        registry::NOT_READ_BACK,
        // no specification
        registry::DATA_FILE,
        // no text of a table or a margin has runs
        registry::NOTE_PLACE,
        // no document is known that has it (`contents.rs` has the finding)
        registry::UNSETTLED_NUMBER,
    ];
    let told = |kind: &&FindingKind| codes.contains(kind.code) || elsewhere.contains(*kind);
    let untold: Vec<_> = later.filter(|kind| !told(kind)).map(|kind| kind.code).collect();
    assert_eq!(untold, Vec::<&str>::new(), "findings on documents without a golden");
}
