//! Which regulation a finding rests on: the one that the document follows, and no other.

use serde_json::{Value, json};
use vanban::diag::{Diagnostics, FindingKind, registry};
use vanban::font::FontBook;
use vanban::specification::Regulation;
use vanban::{Options, PictureError, PictureSource, Resources};

use crate::compose_support::report_with;

/// What is asked for is no picture.
struct Text;

impl PictureSource for Text {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Ok(b"no picture".to_vec())
    }
}

fn check(spec: &Value, options: &Options) -> Diagnostics {
    let fonts = FontBook::bundled().unwrap();
    vanban::check(&serde_json::to_vec(spec).unwrap(), Resources::new(&fonts).pictures(&Text), options)
}

/// The clause that the finding of a kind rests on.
fn clause_of(kind: FindingKind, findings: &Diagnostics) -> Option<&str> {
    let found = findings.iter().find(|finding| finding.code == kind.code);
    found.unwrap_or_else(|| panic!("no {}: {findings:#?}", kind.name)).citation.as_deref()
}

/// A report with a fault on every topic.
fn faulty(date: &str) -> Value {
    let paragraph = |text: &str| json!({ "type": "paragraph", "text": text });
    report_with(&json!({
        "issue_date": date,
        "symbol": "7/BC-SNV",
        "issue_place": "lạng Sơn",
        "subject": "Kết quả.",
        "body": [paragraph("Một./. Hai."), { "type": "article", "heading": "Ba" }, paragraph("Hết")],
        "record": { "due_date": "1990-01-01", "description": "x".repeat(501) },
        "recipients": { "items": ["Lưu: VT"] },
        "signatures": [{
            "authority": ["TUQ. CHỦ TỊCH", "KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "signer": "TS. Lê Văn An",
            "image": { "file": "chu-ky.png" }
        }]
    }))
}

#[test]
fn findings_rest_on_the_regulation_of_the_issue_date() {
    let (now, then) =
        (check(&faulty("2025-05-15"), &Options::default()), check(&faulty("2015-05-15"), &Options::default()));
    let nd30 = |clause: &str| Some(format!("NĐ 30/2020/NĐ-CP, {clause}"));
    let tt01 = |clause: &str| Some(format!("TT 01/2011/TT-BNV, {clause}"));
    let element = |number: &str| nd30(&format!("Phụ lục I, Phần I, Mục II.{number}"));
    let expected = [
        (registry::SYMBOL_WITH_NUMBER, element("3"), tt01("Điều 8")),
        (registry::PLACE_FORM, element("4"), tt01("Điều 9")),
        (registry::SUBJECT_STOP, element("5"), tt01("Điều 10")),
        (registry::OTHER_NUMBERING, element("6"), tt01("Điều 11")),
        (registry::SIGNER_DEGREE, element("7"), tt01("Điều 12")),
        (registry::OWN_ARCHIVE, element("9"), tt01("Điều 14")),
        // the circular says nothing of these
        (registry::END_MARK, nd30("Phụ lục III, Mẫu 1.4"), None),
        (registry::DELEGATED_TWICE, nd30("Điều 13.3"), None),
        (registry::DUE_BEFORE_ISSUE, nd30("Phụ lục VI"), None),
        (registry::RECORD_LENGTH, nd30("Phụ lục VI"), None),
        (registry::PICTURE_NOT_PNG, element("7.d, II.8.a"), None),
    ];
    for (kind, of_now, of_then) in expected {
        assert_eq!(clause_of(kind, &now), of_now.as_deref(), "{}", kind.name);
        assert_eq!(clause_of(kind, &then), of_then.as_deref(), "{}", kind.name);
    }
    // what is said of them names no later decree either
    let typed = json!({
        "doc_type": "notice", "issue_date": "2015-05-15", "symbol": "tb–snv", "issue_place": "Tỉnh An Giang", "addressees": ["Bộ Nội vụ"],
        "signatures": [{ "authority": ["KT. GIÁM ĐỐC"], "position": "GIÁM ĐỐC", "signer": "Ông Lê Văn An" }]
    });
    let typed = check(&report_with(&typed), &Options::default());
    assert_eq!(clause_of(registry::SYMBOL_HYPHEN, &typed), tt01("Điều 8").as_deref());
    assert_eq!(clause_of(registry::UNUSUAL_ADDRESSEES, &typed), tt01("Điều 14").as_deref());
    assert_eq!(clause_of(registry::DEPUTY_AS_HEAD, &typed), tt01("Điều 12").as_deref());
    assert_eq!(clause_of(registry::SIGNER_FORM, &typed), tt01("Điều 12").as_deref());
    for finding in typed.iter() {
        let said = format!("{finding:?}");
        assert!(!said.contains("30/2020"), "a decree of a later year: {said}");
    }
    for finding in then.iter() {
        let citation = finding.citation.as_deref().unwrap_or_default();
        assert!(!citation.contains("30/2020"), "{}: a decree of a later year: {citation}", finding.code);
    }
}

/// A month or day that is still open counts as the last, for the layout and for the findings.
#[test]
fn one_regulation_rules_a_draft_with_an_open_date() {
    for (date, regulation, clause) in [
        ("2020", "nd30-2020", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5"),
        ("2020-03", "nd30-2020", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5"),
        ("2020-02", "tt01-2011", "TT 01/2011/TT-BNV, Điều 10"),
        ("2019", "tt01-2011", "TT 01/2011/TT-BNV, Điều 10"),
        ("2009-01-01", "tt01-2011", "TT 01/2011/TT-BNV, Điều 10"),
    ] {
        let c = crate::compose_support::Composed::of(&report_with(&json!({ "issue_date": date, "subject": "A." })));
        assert_eq!(c.document.info.regulation, regulation, "{date}");
        assert_eq!(clause_of(registry::SUBJECT_STOP, &c.findings), Some(clause), "{date}");
    }
}

#[test]
fn the_regulation_that_is_asked_for_is_cited() {
    let mut options = Options::default();
    options.regulation = Some(Regulation::Tt01);
    let findings = check(&report_with(&json!({ "subject": "A." })), &options);
    assert_eq!(clause_of(registry::SUBJECT_STOP, &findings), Some("TT 01/2011/TT-BNV, Điều 10"));
}

#[test]
fn a_regulation_of_another_time_is_told_with_the_day_and_its_clause() {
    let found = |date: &str, regulation: &str| {
        let findings =
            check(&report_with(&json!({ "issue_date": date, "regulation": regulation })), &Options::default());
        let wrong = findings.iter().find(|finding| finding.code == "VB034").cloned();
        wrong.map(|finding| (finding.message.vi, finding.message.en, finding.citation))
    };
    let clause = Some("NĐ 30/2020/NĐ-CP, Điều 37".to_owned());
    assert_eq!(
        found("2019-06-03", "nd30-2020"),
        Some((
            "Nghị định 30/2020/NĐ-CP không áp dụng cho văn bản ban hành trước ngày 05/3/2020".to_owned(),
            "Nghị định 30/2020/NĐ-CP does not govern documents issued before 5 March 2020".to_owned(),
            clause.clone()
        ))
    );
    assert_eq!(
        found("2020-03-05", "tt01-2011"),
        Some((
            "Thông tư 01/2011/TT-BNV không áp dụng cho văn bản ban hành từ ngày 05/3/2020 trở đi".to_owned(),
            "Thông tư 01/2011/TT-BNV does not govern documents issued after 5 March 2020".to_owned(),
            clause
        ))
    );
    // open dates, of which some day is right
    assert_eq!(found("2020", "tt01-2011"), None);
    assert_eq!(found("2020", "nd30-2020"), None);
}
