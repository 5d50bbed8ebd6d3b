//! The record of the document (NĐ 30/2020, Phụ lục VI): what is given, what is derived, and what is too long.

use serde_json::{Value, json};
use vanban::diag::Severity::Warning;
use vanban::model::record::{FIELDS, Field, Record};
use vanban::pages::{Page, Pages};
use vanban::units::Length;

use crate::compose_support::{Composed, judge_pages, report, report_with};

fn record(spec: &Value) -> Record {
    let composed = Composed::of(spec);
    assert!(composed.codes().is_empty(), "{:#?}", composed.findings);
    composed.document.info.record
}

/// Every entry as a line.
fn lines(record: &Record) -> Vec<String> {
    record.entries().map(|entry| format!("{} {}", entry.dotted_name(), entry.text)).collect()
}

#[test]
fn the_document_itself_tells_most_of_the_record() {
    let expected = [
        "TypeName Báo cáo",
        "CodeNumber 07",
        "CodeNotation BC-SNV",
        "IssuedDate 2025-10-09",
        "OrganName Sở Nội vụ",
        "Subject Kết quả công tác quý III",
        "Language Tiếng Việt",
        "SignerInfo.1.Position Giám đốc",
        "SignerInfo.1.FullName Lê Văn An",
        "To.1.OrganName Lãnh đạo Sở",
    ];
    assert_eq!(lines(&record(&report())), expected);
}

#[test]
fn the_specification_gives_the_rest() {
    let given = json!({
        "organ_id": "H37.05", "file_catalog": 2025, "file_notation": "12/BC", "doc_ordinal": 7,
        "description": "Thay bản cũ", "priority": 0, "due_date": "2025-11-01",
        "to": [{ "organ_id": "H37", "organ_name": "UBND tỉnh" }, { "organ_name": "Sở Tài chính" }]
    });
    let copies = json!({ "archive": { "copies": 12 } });
    let record = record(&report_with(&json!({ "record": given, "recipients": copies })));
    let expected = [
        (Field::OrganId, 0, "H37.05"),
        (Field::FileCatalog, 0, "2025"),
        (Field::FileNotation, 0, "12/BC"),
        (Field::DocOrdinal, 0, "7"),
        (Field::Description, 0, "Thay bản cũ"),
        (Field::ToOrganId, 0, "H37"),
        (Field::ToOrganName, 0, "UBND tỉnh"),
        (Field::ToOrganName, 1, "Sở Tài chính"),
        (Field::Priority, 0, "0"),
        (Field::IssuedAmount, 0, "12"),
        (Field::DueDate, 0, "2025-11-01"),
    ];
    for (field, index, text) in expected {
        assert_eq!(record.get(field, index), Some(text), "{field:?} {index}");
    }
    assert_eq!(record.get(Field::ToOrganId, 1), None);
    // all but the number of pages, which comes with the pages
    let known: Vec<_> = FIELDS.iter().filter(|rule| record.get(rule.field, 0).is_none()).map(|r| r.name).collect();
    assert_eq!(known, ["PageAmount"]);
}

#[test]
fn receivers_are_addressees_and_recipients_each_once() {
    let record = record(&report_with(&json!({
        "doc_type": "submission",
        "addressees": ["Ủy ban nhân dân\ntỉnh", "Sở Tài chính"],
        "recipients": { "items": ["Như Điều 3", "Sở Tài chính", "UBND xã Như Khê", "Như Khê", "Lưu trữ tỉnh"] }
    })));
    let receivers: Vec<_> = (0..9).filter_map(|i| record.get(Field::ToOrganName, i)).collect();
    assert_eq!(receivers, ["Ủy ban nhân dân tỉnh", "Sở Tài chính", "UBND xã Như Khê", "Như Khê", "Lưu trữ tỉnh"]);
}

#[test]
fn a_stop_that_belongs_to_a_receivers_name_is_recorded() {
    let addressees = ["Samsung Co., Ltd.", "Apple Inc.", "Sở Nội vụ"];
    let record = record(&report_with(&json!({ "addressees": addressees })));
    let receivers: Vec<_> = (0..3).filter_map(|i| record.get(Field::ToOrganName, i)).collect();
    assert_eq!(receivers, ["Samsung Co., Ltd.", "Apple Inc.", "Sở Nội vụ"]);
}

#[test]
fn an_empty_list_of_receivers_is_none() {
    let record = record(&report_with(&json!({ "record": { "to": [] } })));
    assert_eq!(record.get(Field::ToOrganName, 0), None);
}

#[test]
fn the_signer_is_known_by_his_own_title() {
    let position = |signature: Value| {
        let record = Composed::of(&report_with(&json!({ "signatures": [signature] }))).document.info.record;
        record.get(Field::SignerPosition, 0).map(ToOwned::to_owned)
    };
    let deputy = json!({ "authority": ["TM. Ủy ban", "KT. Chủ tịch"], "position": "Phó Chủ tịch", "signer": "A" });
    assert_eq!(position(deputy).as_deref(), Some("Phó Chủ tịch"));
    assert_eq!(position(json!({ "authority": ["Q. Giám đốc"], "signer": "A" })).as_deref(), Some("Q. Giám đốc"));
}

#[test]
fn a_draft_has_neither_number_nor_date() {
    let spec = report_with(&json!({
        "number": null, "issue_date": "2025-10", "signatures": [{ "position": "Giám đốc" }]
    }));
    let record = record(&spec);
    for field in [Field::CodeNumber, Field::IssuedDate, Field::SignerFullName] {
        assert_eq!(record.get(field, 0), None, "{field:?}");
    }
    assert_eq!(record.get(Field::SignerPosition, 0), Some("Giám đốc"));
}

/// The finding's pointer for one value that is one character too long, where the specification holds it.
fn place_of_long(change: &Value, field: Field, index: usize) -> String {
    let c = Composed::of(&report_with(change));
    let rule = field.rule();
    let findings: Vec<_> = c.findings.iter().filter(|finding| finding.code == "VB141").collect();
    assert_eq!(findings.len(), 1, "{}: {:#?}", rule.name, c.findings);
    let finding = findings[0];
    let lengths = format!("{} ký tự, hệ thống quản lý văn bản chỉ nhận {}", rule.length + 1, rule.length);
    assert!(finding.message.vi.contains(&lengths), "{}: {}", rule.name, finding.message.vi);
    assert!(finding.message.vi.contains(rule.name) && finding.message.en.contains(rule.name));
    assert_eq!((finding.severity, finding.hints.len()), (Warning, 1));
    assert_eq!(finding.citation.as_deref(), Some("NĐ 30/2020/NĐ-CP, Phụ lục VI"));
    assert!(finding.span.is_some());
    let kept = c.document.info.record.get(field, index).unwrap();
    assert_eq!(kept.chars().count(), rule.length + 1, "kept whole");
    finding.at.to_string()
}

#[test]
fn values_longer_than_the_decree_has_them_are_remarked_and_kept() {
    // letters of several bytes: characters are counted
    let long = |field: Field| "ế".repeat(field.rule().length + 1);
    let text = |field: Field, key: &str| (field, json!({ "record": { (key): long(field) } }), format!("/record/{key}"));
    let number = |field: Field, key: &str, n: u32| (field, json!({ "record": { (key): n } }), format!("/record/{key}"));
    let cases = [
        text(Field::OrganId, "organ_id"),
        text(Field::FileNotation, "file_notation"),
        text(Field::Description, "description"),
        number(Field::FileCatalog, "file_catalog", 10_000),
        number(Field::DocOrdinal, "doc_ordinal", 1000),
        number(Field::Priority, "priority", 10),
        (Field::CodeNotation, json!({ "symbol": long(Field::CodeNotation) }), "/symbol".to_owned()),
        (Field::Subject, json!({ "subject": long(Field::Subject) }), "/subject".to_owned()),
        (
            Field::OrganName,
            json!({ "issuer": { "name": long(Field::OrganName), "abbreviation": "A" } }),
            "/issuer/name".to_owned(),
        ),
        (
            Field::ToOrganId,
            json!({ "record": { "to": [{ "organ_id": long(Field::ToOrganId), "organ_name": "A" }] } }),
            "/record/to/0/organ_id".to_owned(),
        ),
        (
            Field::ToOrganName,
            json!({ "recipients": { "items": [long(Field::ToOrganName)] } }),
            "/recipients/items/0".to_owned(),
        ),
        (
            Field::SignerPosition,
            json!({ "signatures": [{ "position": long(Field::SignerPosition), "signer": "A" }] }),
            "/signatures/0/position".to_owned(),
        ),
        (
            Field::SignerFullName,
            json!({ "signatures": [{ "position": "A", "signer": long(Field::SignerFullName) }] }),
            "/signatures/0/signer".to_owned(),
        ),
        (
            Field::IssuedAmount,
            json!({ "recipients": { "archive": { "copies": 1000 } } }),
            "/recipients/archive/copies".to_owned(),
        ),
    ];
    for (field, change, pointer) in &cases {
        assert_eq!(&place_of_long(change, *field, 0), pointer, "{field:?}");
    }
}

#[test]
fn a_value_as_long_as_the_decree_has_it_is_no_finding() {
    let of = |field: Field| "ế".repeat(field.rule().length);
    let given = json!({ "organ_id": of(Field::OrganId), "file_catalog": 9999, "doc_ordinal": 999, "priority": 9,
        "description": of(Field::Description) });
    let spec = report_with(&json!({ "record": given, "subject": of(Field::Subject) }));
    assert!(Composed::of(&spec).codes().is_empty());
}

#[test]
fn more_pages_than_three_digits_count_are_remarked() {
    let pages = |count: u32| {
        let page = |number| Page { width: Length::mm(210), height: Length::mm(297), number, items: Vec::new() };
        Pages { pages: (1..=count).map(page).collect(), ..Pages::default() }
    };
    assert!(judge_pages(&pages(999), None).is_empty());
    let findings = judge_pages(&pages(1000), None);
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.at.as_str())).collect();
    assert_eq!(found, [("VB141", "/body")]);
}
