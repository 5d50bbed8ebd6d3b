//! Specification in, document out: several organs issue together (văn bản liên tịch).

use serde_json::{Value, json};
use vanban::diag::registry;
use vanban::model::{Inline, Role};

use crate::compose_support::{Composed, report_with};

/// A joint plan of a report's organ and others, with some fields replaced.
fn joint(co_issuers: &Value, changes: &Value) -> Composed {
    let mut spec = report_with(changes);
    spec["doc_type"] = "plan".into();
    spec["co_issuers"] = co_issuers.clone();
    Composed::of(&spec)
}

fn codes(c: &Composed) -> Vec<&str> {
    c.findings.iter().map(|finding| finding.code).collect()
}

fn two() -> Value {
    json!([{ "position": "Giám đốc", "signer": "Lê Văn An" }, { "position": "Giám đốc", "signer": "Lê Văn Bình" }])
}

#[test]
fn every_organ_is_named_in_header_symbol_signatures_and_record() {
    let finance = json!([{ "name": "Sở Tài chính", "abbreviation": "STC" }]);
    let c = joint(&finance, &json!({ "joint_form": "intersectoral", "signatures": two() }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::ParentIssuer), ["UBND TỈNH LẠNG SƠN"]);
    assert_eq!(c.text(Role::Issuer), "SỞ NỘI VỤ - SỞ TÀI CHÍNH");
    assert_eq!(c.text(Role::Number), "Số: 07/KHLN-SNV-STC");
    assert_eq!(c.text(Role::DocType), "KẾ HOẠCH LIÊN NGÀNH");
    assert_eq!(c.texts(Role::Authority), ["SỞ NỘI VỤ|GIÁM ĐỐC", "SỞ TÀI CHÍNH|GIÁM ĐỐC"]);
    let info = &c.document.info;
    assert_eq!(info.creator, "Sở Nội vụ; Sở Tài chính");
    assert_eq!(info.file_stem, "07-KHLN-SNV-STC");
    assert!(info.title.starts_with("Kế hoạch liên ngành "), "{}", info.title);
    let value = |field| info.record.get(field, 0).unwrap_or_default();
    use vanban::model::record::Field;
    assert_eq!(value(Field::OrganName), "Sở Nội vụ; Sở Tài chính");
    assert_eq!(value(Field::TypeName), "Kế hoạch liên ngành");
    assert_eq!(value(Field::CodeNotation), "KHLN-SNV-STC");
}

#[test]
fn the_abbreviations_of_a_joint_type_say_what_they_stand_for() {
    let finance = json!([{ "name": "Sở Tài chính", "abbreviation": "STC" }]);
    let c = joint(&finance, &json!({ "joint_form": "joint", "signatures": two() }));
    let paragraphs = c.paragraphs();
    let (_, number) = paragraphs.iter().find(|(role, _)| *role == Role::Number).unwrap();
    let said: Vec<(&str, &str)> = number
        .inlines
        .iter()
        .filter_map(|inline| match inline {
            Inline::Run(run) => Some((run.text.as_str(), run.expansion?)),
            _ => None,
        })
        .collect();
    assert_eq!(said, [("KH", "Kế hoạch"), ("LT", "liên tịch")]);
}

#[test]
fn names_that_find_no_room_beside_each_other_stand_one_under_the_other() {
    let others = json!([
        { "name": "Sở Giáo dục và Đào tạo", "abbreviation": "SGDĐT" },
        { "name": "Kho bạc Nhà nước khu vực VI", "abbreviation": "KBNN" },
    ]);
    let c = joint(&others, &json!({ "signatures": [] }));
    let lines = c.text(Role::Issuer);
    let lines: Vec<&str> = lines.split('|').collect();
    assert_eq!(lines[0], "SỞ NỘI VỤ -");
    assert!(lines.join(" ").ends_with("ĐÀO TẠO - KHO BẠC NHÀ NƯỚC KHU VỰC VI"), "{lines:?}");
    assert!(lines.iter().all(|line| !line.starts_with('-')), "{lines:?}");
    // each below its own superiors where these differ
    let youth = json!([{ "name": "Tỉnh đoàn", "abbreviation": "TĐ", "parents": ["Trung ương Đoàn"] }]);
    let c = joint(&youth, &json!({ "signatures": two() }));
    assert_eq!(c.texts(Role::ParentIssuer), ["UBND TỈNH LẠNG SƠN", "TRUNG ƯƠNG ĐOÀN"]);
    assert_eq!(c.texts(Role::Issuer), ["SỞ NỘI VỤ -", "TỈNH ĐOÀN"]);
    assert_eq!(c.document.parts[0].sections.len(), 1);
}

#[test]
fn a_title_that_names_its_organ_needs_no_line_for_it() {
    let committee = json!([{ "name": "Ủy ban nhân dân xã A", "abbreviation": "UBND" }]);
    let titles = |first: Value, second: Value| {
        let c = joint(&committee, &json!({ "signatures": [first, second] }));
        c.texts(Role::Authority)
    };
    let head = json!({ "authority": ["TM. Ủy ban nhân dân"], "position": "Chủ tịch" });
    let named = json!({ "position": "Giám đốc Sở Nội vụ" });
    assert_eq!(titles(named.clone(), head.clone()), ["GIÁM ĐỐC SỞ NỘI VỤ|", "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"]);
    // the leading organ on the right, as the signatures say themselves
    let own = json!({ "position": "Giám đốc", "organ": "Sở Nội vụ" });
    let other = json!({ "position": "Chủ tịch", "organ": "Ủy ban nhân dân xã A" });
    assert_eq!(titles(other, own), ["ỦY BAN NHÂN DÂN XÃ A|CHỦ TỊCH", "SỞ NỘI VỤ|GIÁM ĐỐC"]);
    // of one organ alone the line is printed where it is asked for
    let c = Composed::of(&report_with(
        &json!({ "signatures": [{ "organ": "Văn phòng Sở", "position": "Chánh Văn phòng" }] }),
    ));
    assert_eq!(c.texts(Role::Authority), ["VĂN PHÒNG SỞ|CHÁNH VĂN PHÒNG"]);
}

#[test]
fn heads_of_all_organs_decide() {
    let finance = json!([{ "name": "Sở Tài chính", "abbreviation": "STC" }]);
    let deputies = json!([
        { "authority": ["KT. Giám đốc"], "position": "Phó Giám đốc" },
        { "authority": ["KT. Giám đốc"], "position": "Phó Giám đốc" },
    ]);
    let mut spec = report_with(&json!({ "signatures": deputies, "legal_basis": ["Căn cứ Luật A"] }));
    spec["doc_type"] = "decision".into();
    spec["co_issuers"] = finance.clone();
    let c = Composed::of(&spec);
    assert_eq!(c.text(Role::AuthorityLine).replace('|', " "), "GIÁM ĐỐC SỞ NỘI VỤ - GIÁM ĐỐC SỞ TÀI CHÍNH");
    // a joint resolution of the years before, whose symbol holds the year
    spec["doc_type"] = "resolution".into();
    spec["joint_form"] = "joint".into();
    spec["symbol"] = "2025/NQLT-SNV-STC".into();
    let c = Composed::of(&spec);
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.text(Role::Number), "Số: 07/2025/NQLT-SNV-STC");
    assert_eq!(c.text(Role::AuthorityLine).replace('|', " "), "SỞ NỘI VỤ - SỞ TÀI CHÍNH");
}

#[test]
fn attached_texts_name_all_organs() {
    let finance = json!([{ "name": "Sở Tài chính", "abbreviation": "STC" }]);
    let text = json!([{ "type": "article", "text": "Nội dung." }]);
    let attached = json!([{ "doc_type": "regulation", "subject": "Phối hợp công tác", "body": text }]);
    let c = joint(&finance, &json!({ "joint_form": "joint", "signatures": two(), "attachments": attached }));
    assert_eq!(c.texts(Role::Issuer), ["SỞ NỘI VỤ - SỞ TÀI CHÍNH"; 2]);
    let line = c.text(Role::Accompanies).replace('|', " ");
    assert!(line.starts_with("(Kèm theo Kế hoạch liên tịch số 07/KHLT-SNV-STC ngày"), "{line}");
    assert!(line.ends_with("của Sở Nội vụ và Sở Tài chính)"), "{line}");
}

#[test]
fn what_a_joint_document_lacks_is_told() {
    let finance = json!([{ "name": "Sở Tài chính" }]);
    assert_eq!(codes(&joint(&finance, &json!({ "signatures": two(), "symbol": "KHLN-SNV-STC" }))), Vec::<&str>::new());
    let lone = joint(&json!([{ "name": "Sở Tài chính", "abbreviation": "STC" }]), &json!({}));
    assert_eq!(codes(&lone), [registry::JOINT_SIGNATURES.code]);
    let hint = &lone.findings.iter().next().unwrap().hints[0].vi;
    assert!(hint.contains("\"organ\": \"Sở Tài chính\""), "{hint}");
    let twice = joint(&json!([{ "name": "sở nội vụ", "abbreviation": "SNV" }]), &json!({ "signatures": two() }));
    assert_eq!(codes(&twice), [registry::JOINT_ORGANS.code]);
    let alone = Composed::of(&report_with(&json!({ "joint_form": "joint" })));
    assert_eq!(codes(&alone), [registry::JOINT_ORGANS.code]);
    // a letter names no type
    let letter =
        report_with(&json!({ "doc_type": "letter", "co_issuers": [{ "name": "Sở Tài chính", "abbreviation": "STC" }],
        "addressees": ["Bộ Nội vụ"], "signatures": two(), "joint_form": "joint",
        "recipients": { "items": ["Lãnh đạo Sở"], "archive": { "units": ["VP"] } } }));
    let letter = Composed::of(&letter);
    assert_eq!(codes(&letter), [registry::NOT_PRINTED.code]);
    assert_eq!(letter.text(Role::Number), "Số: 07/SNV-STC-VP");
}
