//! A hint that is followed to the letter is accepted: every field of a specification gets every value of another shape, each hint
//! is carried out as it is written, and nothing may be at fault then.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};
use vanban::diag::{Diagnostic, Diagnostics, Severity, registry};
use vanban::schema::schema;
use vanban::specification::locate;

use crate::malformed::judged;

/// A specification in which every field stands.
fn whole() -> Value {
    let mut whole = json!({
        "$schema": "./spec.schema.json",
        "doc_type": "report",
        "regulation": "nd30-2020",
        "issuer": {
            "parents": ["UBND TỈNH LẠNG SƠN", "VĂN PHÒNG"],
            "name": "SỞ NỘI VỤ",
            "abbreviation": "SNV",
            "contact": {"address": "Số 1 Hùng Vương", "phone": "0205.3814.555", "fax": "0205.3814.556", "email": "a@b.vn", "website": "https://b.vn"},
        },
        "number": 24,
        "symbol": "BC-SNV",
        "issue_place": "Lạng Sơn",
        "issue_date": {"year": 2026, "month": 5, "day": 15},
        "subject": "Kết quả công tác tháng 5",
        "addressees": ["Ủy ban nhân dân tỉnh", "Sở Tài chính"],
        "legal_basis": ["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ kế hoạch công tác năm"],
        "numbering": "sections",
        "recipients": {
            "as_above": true,
            "items": ["Công an tỉnh", "Lãnh đạo Sở"],
            "archive": {"office": "VT", "units": ["VP", "TCCB"], "file_copies": 2, "drafter": "PL", "copies": 30},
        },
        "signatures": [
            {
                "authority": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "other_title": "Trưởng Ban Chỉ đạo", "signer": "Lê Hải Yến",
                "image": {"file": "chu-ky.png", "width": "40mm", "alternative_text": "Chữ ký của ông A"}, "seal": {"file": "con-dau.png", "width": "36mm"},
                "signature_field": {"width": "40mm", "height": "20mm", "x": "0mm", "y": "0mm"}, "seal_field": false,
            },
            {"party": "Bên B", "organ": "SỞ TÀI CHÍNH", "position": "TRƯỞNG PHÒNG", "signer": "Lê Văn A"},
        ],
        "adoption": {"organ": "Hội đồng nhân dân tỉnh", "session": "khóa VIII, kỳ họp thứ 3", "date": "2026-05-14", "effective_date": "2026-06-01"},
        "closing_note": "(Gửi kèm theo danh sách)",
        "confirmation": false,
        "copy": {
            "kind": "certified_copy", "issuer": {"name": "Sở Nội vụ", "abbreviation": "SNV"}, "number": 3, "symbol": "SY-SNV", "issue_place": "Lạng Sơn",
            "issue_date": "2026-06-30", "recipients": {"items": ["Các phòng"]}, "signature": {"position": "CHÁNH VĂN PHÒNG", "signer": "Lê Văn B"},
            "own_page": true,
        },
        "attachments": [{ "doc_type": "regulation", "subject": "Làm việc của Sở", "issuer": {"parents": ["SỞ NỘI VỤ"], "name": "TRUNG TÂM LƯU TRỮ"}, "accompanies": "Kèm theo Quyết định số 1/QĐ-SNV", "numbering": "articles",
            "recipients": {"items": ["Các phòng"]}, "signatures": [{"position": "Trưởng phòng", "signer": "Lê Hải Yến"}],
            "body": [{"type": "article", "text": "Nội dung."}] }],
        "appendices": [{ "title": "Danh mục", "accompanies": "Kèm theo Quyết định số 1/QĐ-SNV", "orientation": "landscape", "numbering": "sections", "own_file": false,
            "margins": {"top": "20mm", "bottom": "20mm", "left": "30mm", "right": "15mm"},
            "body": [{"type": "paragraph", "text": "Nội dung."}] }],
    });
    // one macro holds no more fields
    whole["body"] = blocks();
    whole["form"] = "paper".into();
    whole["authority_line"] = "GIÁM ĐỐC SỞ NỘI VỤ".into();
    whole["session"] = "KHÓA VIII - KỲ HỌP THỨ 3".into();
    whole["subject_note"] = "Áp dụng từ tháng 6".into();
    whole["record"] = json!({
        "organ_id": "H37.05", "file_catalog": 2026, "file_notation": "12/BC", "doc_ordinal": 7, "description": "Không",
        "priority": 1, "due_date": "2026-06-15",
        "to": [{"organ_id": "H37", "organ_name": "Ủy ban nhân dân tỉnh Lạng Sơn"}, {"organ_name": "Sở Tài chính"}],
    });
    whole["layout"] = json!({"margin_left": "30mm", "body_size": "14pt", "line_spacing": "single", "first_line_indent": "12.7mm",
            "paragraph_spacing": "6pt", "page_number_position": "top_center", "line_breaks": "settled"});
    whole["co_issuers"] = json!([{"parents": ["UBND TỈNH LẠNG SƠN"], "name": "SỞ TÀI CHÍNH", "abbreviation": "STC"}]);
    whole["joint_form"] = "joint".into();
    whole["number_suffix"] = "a".into();
    whole["marks"] = json!({"secrecy": "secret", "urgency": "urgent", "circulation": "Lưu hành nội bộ", "recall": true, "draft": "Dự thảo"});
    whole["approval"] = json!({"word": "Phê duyệt", "date": "2026-05-20", "side": "left", "signature": {"position": "CHỦ TỊCH", "signer": "Lê Văn An"}});
    if let Some(body) = whole["body"].as_array_mut() {
        body.extend(forms());
    }
    whole
}

/// A block of each kind, in which every field stands.
fn blocks() -> Value {
    json!([
        {"type": "paragraph", "id": "mo_dau", "text": ["Theo ", {
            "text": "Công văn số 15", "bold": true, "italic": false, "underline": true, "script": null, "link": null, "ref": "muc_1", "lang": "en", "page_of": "bang", "note": "Chú thích."
        }, {"text": " và trang", "link": "https://chinhphu.vn"}, {"picture": "chu-ky.png", "alternative_text": "nút Lưu", "width": "12mm", "height": "5mm"}, {"text": "2", "script": "superscript"}, "."]},
        {"type": "contents", "id": "muc_luc", "of": "headings", "levels": 2, "title": "Mục lục"},
        {"type": "part", "heading": "Tên phần"},
        {"type": "section", "id": "muc_1", "label": "I.", "heading": "Tên mục"},
        {"type": "clause", "id": "khoan_1", "label": "1.", "heading": "Tên khoản", "text": "Nội dung khoản."},
        {"type": "subclause", "id": "tiet_1", "level": 1, "label": "1.1.", "heading": "Tên tiết", "text": "Nội dung tiết."},
        {"type": "point", "id": "diem_a", "label": "a)", "text": "Nội dung điểm."},
        {"type": "list", "marker": "-", "items": ["Ý một", {"text": "Ý hai:", "list": {"marker": "+", "items": ["Ý con", "Ý con nữa"]}}]},
        {"type": "table", "id": "bang", "label": "Biểu 1.", "numbered": true, "caption": "Kết quả", "unit": "Đơn vị: đồng", "columns": [{"width": "30mm", "align": "center"}, {"number_format": "1.234,5"}], "size": "11pt", "keep_together": true,
                "header": [["TT", "Nội dung"]], "header_columns": 1, "column_numbers": true, "rows": [{"cells": ["I", 2.5], "bold": true, "keep_with_next": true},
                ["1", {"paragraphs": ["A", "B"], "number": 7, "pictures": [{"file": "chu-ky.png", "alternative_text": "Hiện trường", "width": "20mm", "height": "10mm"}], "columns": 1, "rows": 1, "align": "right", "bold": true}]], "total_rows": 1, "notes": ["Nguồn: Sở"], "merged_cells": "span"},
        {"type": "picture", "id": "hinh_1", "file": "chu-ky.png", "alternative_text": "Biểu đồ", "width": "40mm", "label": "Hình 1.", "caption": "Kết quả", "numbered": true},
        {"type": "field", "id": "ho_ten", "label": "Họ và tên", "lines": 2, "beside": [{"label": "Giới tính", "value": "Nam"}]},
        {"type": "page_break"},
        {"type": "line", "id": "dong", "align": "right", "text": "Lạng Sơn, ngày 15 tháng 5"},
        {"type": "note", "id": "ghi_chu", "text": ["Ghi chú", {"text": ".", "note": "Số liệu đến hết tháng 5."}]},
    ])
}

/// The blocks of forms and contracts.
fn forms() -> Vec<Value> {
    let all = json!([
            {"type": "checkbox", "id": "gioi_tinh", "label": "Giới tính", "items": [{"text": "Nam", "checked": true}, {"text": "Nữ"}], "columns": 2},
            {"type": "party", "id": "ben_a", "name": "Bên A", "full_name": "Công ty Kinh Bắc",
                "fields": [{"label": "Đại diện", "value": "Bà Vân", "beside": [{"label": "Chức vụ", "value": "Giám đốc"}]}]},
            {"type": "quotation", "id": "trich", "paragraphs": ["1. Hồ sơ gồm:", "a) Đơn;"]}
    ]);
    all.as_array().cloned().unwrap_or_default()
}

/// Values of all kinds, as people and programs put them where they do not belong.
fn wrong_values() -> Vec<Value> {
    let long = "Thực hiện Công văn số 15 về việc \"tăng cường\" công tác văn thư, lưu trữ của các cơ quan trong tỉnh \\ năm 2026";
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-3),
        json!(5),
        json!(30),
        json!(2026),
        json!(2.5),
        json!(12.0),
        json!(45427),
        json!(20240515),
        json!(1_715_731_200_000_i64),
        json!(99_999_999_999_i64),
        json!(1e30),
        json!("x"),
        json!("12"),
        json!("012"),
        json!("12/BC-SNV"),
        json!("có"),
        json!("15/5/2026"),
        json!("2026-05-15T00:00:00Z"),
        json!("Lưu: VT, VP."),
        json!("chu-ky.png"),
        json!("Một; hai"),
        json!(long),
        json!([]),
        json!(["x"]),
        json!(["Một", "Hai"]),
        json!([1]),
        json!([2026, 5, 15]),
        json!([[]]),
        json!([["x"]]),
        json!([null]),
        json!([{}]),
        json!([{"text": "x"}]),
        json!({}),
        json!({"a": 1}),
        json!({"text": "x"}),
        json!({"text": 5}),
        json!({"type": "paragraph", "text": "x"}),
        json!({"type": "table", "rows": []}),
        json!({"items": "x"}),
        json!({"name": "x"}),
        json!({"$date": "2026-05-15T00:00:00Z"}),
        json!({"$date": {"$numberLong": "1715731200000"}}),
        json!({"nam": 2026, "thang": 5}),
        json!({"signer": "Lê Hải Yến", "chuc_vu": "GIÁM ĐỐC"}),
        json!({"organ_name": ["x"]}),
    ]
}

/// What shape and form are about: these may not be left. What a text says is another matter.
const OF_SHAPE: &[&str] = &[
    registry::UNKNOWN_FIELD.code,
    registry::MISSING_FIELD.code,
    registry::WRONG_TYPE.code,
    registry::UNKNOWN_WORD.code,
    registry::BAD_NUMBER.code,
    registry::BARE_LENGTH.code,
    registry::NOT_OFFERED.code,
    registry::DATE_FORM.code,
];

fn pointers(at: &str, value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                out.push(format!("{at}/{name}"));
                pointers(&format!("{at}/{name}"), member, out);
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                out.push(format!("{at}/{i}"));
                pointers(&format!("{at}/{i}"), item, out);
            }
        }
        _ => {}
    }
}

fn errors(spec: &Value) -> Vec<Diagnostic> {
    let bytes = serde_json::to_vec(spec).unwrap();
    let mut findings = Diagnostics::default();
    let _ = judged(&bytes, &mut findings);
    locate(&bytes, &mut findings);
    // `whole` has every field, also those that only other types print
    let not_printed = registry::NOT_PRINTED.code;
    findings.into_iter().filter(|finding| finding.severity == Severity::Error && finding.code != not_printed).collect()
}

/// Carries out a hint to the letter; `None` where there is nothing to carry out.
fn follow(spec: &mut Value, code: &str, pointer: &str, hint: &str) -> Option<()> {
    let (parent, name) = pointer.rsplit_once('/')?;
    let name = name.replace("~1", "/").replace("~0", "~");
    if let Some(word) = hint.strip_prefix("có phải ý bạn là \"") {
        let word = word.strip_suffix("\"?")?;
        return match spec.pointer_mut(parent)? {
            Value::Object(members) if code == registry::UNKNOWN_WORD.code => {
                members.insert(name, word.into()).map(drop)
            }
            Value::Object(members) => {
                let value = members.remove(&name)?;
                members.insert(word.to_owned(), value);
                Some(())
            }
            _ => None,
        };
    }
    if hint.starts_with("xóa đi, hoặc") || hint == "xóa phần tử này" {
        return match spec.pointer_mut(parent)? {
            Value::Object(members) => members.remove(&name).map(drop),
            Value::Array(items) => {
                items.remove(name.parse().ok()?);
                Some(())
            }
            _ => None,
        };
    }
    if hint == "xóa khối này" || hint.starts_with("gần nhất là \"") {
        let word = hint.split('"').nth(1);
        let place = spec.pointer_mut(pointer)?;
        *place = word.unwrap_or("paragraph").into();
        return Some(());
    }
    if hint.starts_with("đặt trong ngoặc vuông: [{…}]") {
        let place = spec.pointer_mut(pointer)?;
        *place = json!([place.take()]);
        return Some(());
    }
    if hint.starts_with("bỏ ngoặc vuông: {…}") {
        let place = spec.pointer_mut(pointer)?;
        *place = place.as_array()?.first()?.clone();
        return Some(());
    }
    if let Some(field) =
        ["thêm \"", "ví dụ \"", "thêm loại khối, ví dụ \""].iter().find_map(|form| hint.strip_prefix(form))
        && let Some((name, value)) = field.split_once("\": ")
    {
        let value = serde_json::from_str(value).ok()?;
        // the hint names the field at fault itself, or the one that is missing
        spec.pointer_mut(parent)?.as_object_mut()?.insert(name.to_owned(), value);
        return Some(());
    }
    let forms = ["viết như ", "viết ", "đặt trong dấu nháy: ", "bỏ dấu nháy: ", "ví dụ ", "dùng một trong: "];
    let text = forms.iter().find_map(|form| hint.strip_prefix(form))?;
    // the first value of several
    let value = serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()?;
    *spec.pointer_mut(pointer)? = value;
    Some(())
}

/// Every field of the schema.
fn fields() -> &'static BTreeSet<String> {
    static FIELDS: std::sync::OnceLock<BTreeSet<String>> = std::sync::OnceLock::new();
    FIELDS.get_or_init(|| {
        let (schema, mut fields) = (schema(), BTreeSet::new());
        let mut todo = vec![&schema];
        while let Some(node) = todo.pop() {
            match node {
                Value::Object(object) => {
                    fields.extend(
                        object
                            .get("properties")
                            .and_then(Value::as_object)
                            .into_iter()
                            .flatten()
                            .map(|(name, _)| name.clone()),
                    );
                    todo.extend(object.values());
                }
                Value::Array(items) => todo.extend(items),
                _ => {}
            }
        }
        fields
    })
}

#[test]
fn the_specification_has_every_field() {
    let spec = whole();
    let left = errors(&spec);
    assert!(left.is_empty(), "{left:#?}");
    let mut all = Vec::new();
    pointers("", &spec, &mut all);
    let present: BTreeSet<&str> = all.iter().filter_map(|at| at.rsplit('/').next()).collect();
    let absent: Vec<_> = fields().iter().filter(|name| !present.contains(name.as_str())).collect();
    // the command line alone reads the files that `issuer_from` and `rows_from` name; a copy with `signed_at` has no date and no signature;
    // the other layout values are of the kinds that stand there
    let absent: Vec<_> = absent
        .into_iter()
        .filter(|name| {
            !["issuer_from", "rows_from", "signed_at"].contains(&name.as_str())
                && !name.ends_with("_size")
                && !name.starts_with("margin_")
        })
        .collect();
    assert!(absent.is_empty(), "{absent:?}");
}

/// Follows the hints until nothing is at fault; what was at fault once may not be at fault again.
fn cure(spec: &mut Value, wrong: &mut String, followed: &mut usize) {
    const ROUNDS: usize = 4;
    let (start, mut told) = (spec.clone(), Vec::new());
    let mut earlier = BTreeSet::new();
    for _ in 0..ROUNDS {
        let found = errors(spec);
        let of_shape = |finding: &&Diagnostic| OF_SHAPE.contains(&finding.code);
        if let Some(again) = found
            .iter()
            .find(|finding| finding.code < registry::NUMBER_ZERO.code && earlier.contains(&finding.at.to_string()))
        {
            let _ = writeln!(wrong, "{start}: {told:?} leaves {} at {}: {}", again.code, again.at, again.message.vi);
            return;
        }
        if !found.iter().any(|finding| of_shape(&finding)) {
            return;
        }
        // from the end: what is taken out of a list may not move what stands before
        for finding in found.iter().filter(of_shape).rev() {
            *followed += 1;
            let (at, hint) = (finding.at.to_string(), &finding.hints[0].vi);
            told.push(format!("{} {at}: {hint}", finding.code));
            if follow(spec, finding.code, &at, hint).is_none() {
                let _ = writeln!(wrong, "{start}: nothing to carry out in {told:?}");
                return;
            }
            // an item that is deleted gives its place to the next
            if !hint.starts_with("xóa") {
                earlier.insert(at);
            }
        }
    }
    let _ = writeln!(wrong, "{start}: no end after {told:?}");
}

#[test]
fn every_hint_is_accepted_when_it_is_followed() {
    let (good, mut wrong, mut followed) = (whole(), String::new(), 0);
    let mut places = Vec::new();
    pointers("", &good, &mut places);
    for place in places {
        for value in wrong_values() {
            let mut spec = good.clone();
            *spec.pointer_mut(&place).unwrap() = value.clone();
            let mut faults = String::new();
            cure(&mut spec, &mut faults, &mut followed);
            for fault in faults.lines() {
                let told = fault.split_once("}: ").map_or(fault, |(_, told)| told);
                let _ =
                    writeln!(wrong, "{place} = {value}: {}", told.rsplit_once("}: ").map_or(told, |(_, told)| told));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} lines\n{}",
        wrong.lines().count(),
        wrong.lines().take(400).collect::<Vec<_>>().join("\n")
    );
    assert!(followed > 3000, "{followed}");
}
