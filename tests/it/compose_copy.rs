//! Specification in, document out: copies (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II; Phụ lục III, Mẫu 3.1, 3.2).

use serde_json::{Value, json};
use vanban::diag::registry;
use vanban::model::{BlockKind, PageNumbers, Role, dump};
use vanban::units::Length;

use crate::compose_support::{self, Composed, report_with};
use crate::pdf_reader::Pdf;

/// A report that is a copy, with some fields of the copy replaced; `null` takes a field out.
fn copy(changes: &Value) -> Composed {
    let mut copy = json!({
        "kind": "certified_copy", "number": 5, "issue_date": "2026-02-03",
        "issuer": { "name": "Sở Tài chính", "abbreviation": "STC" },
        "recipients": { "items": ["Các phòng"] },
        "signature": { "authority": ["TL. GIÁM ĐỐC"], "position": "Chánh Văn phòng", "signer": "Lê Hải Yến" }
    });
    for (key, value) in changes.as_object().unwrap() {
        copy[key] = value.clone();
    }
    copy.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    Composed::of(&report_with(&json!({ "copy": copy })))
}

fn codes(c: &Composed) -> Vec<&str> {
    c.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_copy_stands_below_a_line_over_the_full_width_behind_the_document() {
    let c = copy(&json!({}));
    assert_eq!(codes(&c), Vec::<&str>::new());
    let section = c.document.parts.last().unwrap().sections.last().unwrap();
    let [.., line, block] = section.blocks.as_slice() else { panic!("no copy") };
    assert_eq!((line.role, block.role), (Role::CopyRule, Role::CopyBlock));
    let BlockKind::Rule(rule) = &line.kind else { panic!("no line") };
    assert_eq!((rule.left, rule.width, rule.keep_with_next), (Length::ZERO, section.page.text_width(), true));
    assert_eq!(c.texts(Role::CopyKind), ["SAO Y"]);
    assert_eq!(c.texts(Role::Number), ["Số: 07/BC-SNV", "Số: 05/SY-STC"]);
    assert_eq!(c.texts(Role::PlaceAndDate)[1], "Lạng Sơn, ngày 03 tháng 02 năm 2026");
    assert_eq!(c.texts(Role::Issuer), ["SỞ NỘI VỤ", "SỞ TÀI CHÍNH"]);
    assert_eq!(c.texts(Role::Authority)[1], "TL. GIÁM ĐỐC|CHÁNH VĂN PHÒNG");
    assert_eq!(c.texts(Role::Signer), ["Lê Văn An", "Lê Hải Yến"]);
    assert_eq!(c.document.info.file_stem, "07-BC-SNV-sao-y");
    // both blocks have room for digital signatures of their own
    let dump = dump(&c.document);
    for field in ["Signature1", "Signature2", "Seal1", "Seal2"] {
        assert_eq!(dump.matches(field).count(), 1, "{field}");
    }
}

#[test]
fn what_a_copy_does_not_say_is_that_of_the_document() {
    let c = copy(&json!({ "issuer": null, "kind": "relayed_copy", "number": null, "recipients": null }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::Issuer), ["SỞ NỘI VỤ", "SỞ NỘI VỤ"]);
    assert_eq!(c.texts(Role::ParentIssuer).len(), 2);
    assert_eq!(c.texts(Role::CopyKind), ["SAO LỤC"]);
    assert!(c.texts(Role::Number)[1].ends_with("/SL-SNV"));
    assert_eq!(c.texts(Role::RecipientsLabel).len(), 1);
}

#[test]
fn an_organ_that_is_said_to_sign_for_a_copy_is_printed() {
    let signature = json!({ "organ": "Văn phòng Sở", "position": "Chánh Văn phòng", "signer": "Lê Hải Yến" });
    let c = copy(&json!({ "signature": signature }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::Authority)[1], "VĂN PHÒNG SỞ|CHÁNH VĂN PHÒNG");
}

#[test]
fn a_copy_is_called_as_the_regulation_of_its_own_day_has_it() {
    let of_day = |day: &str| {
        let c = Composed::of(&report_with(&json!({
            "issue_date": "2015-03-02",
            "copy": { "kind": "certified_copy", "number": 1, "issue_date": day, "signature": { "position": "Chánh Văn phòng" } }
        })));
        assert_eq!(c.document.info.regulation, "tt01-2011");
        c.texts(Role::CopyKind)
    };
    assert_eq!(of_day("2016-01-05"), ["SAO Y BẢN CHÍNH"]);
    assert_eq!(of_day("2026-01-05"), ["SAO Y"]);
}

#[test]
fn a_copy_may_stand_on_a_page_of_its_own() {
    let c = copy(&json!({ "own_page": true }));
    let sections = &c.document.parts[0].sections;
    assert_eq!(sections.len(), 2);
    assert_eq!(sections[1].numbers, PageNumbers::GoOn);
    assert!(sections[1].furniture.goes_on);
    let (_, pdf) = c.files();
    assert_eq!(Pdf::read(&pdf).pages().len(), 2);
    let (_, pdf) = copy(&json!({})).files();
    assert_eq!(Pdf::read(&pdf).pages().len(), 1);
}

#[test]
fn a_copy_stands_behind_the_last_part_in_its_column() {
    let mut spec = report_with(&json!({
        "body": [{ "type": "paragraph", "text": "Chi tiết tại Phụ lục." }],
        "appendices": [{ "title": "Biểu", "orientation": "landscape", "body": [{ "type": "paragraph", "text": "Số liệu." }] }]
    }));
    spec["copy"] = json!({ "kind": "extract_copy", "number": 2, "issue_date": "2026-02-03", "signature": { "position": "Chánh Văn phòng" } });
    let c = Composed::of(&spec);
    assert_eq!(codes(&c), Vec::<&str>::new());
    let section = c.document.parts[1].sections.last().unwrap();
    let rule = section.blocks.iter().find(|block| block.role == Role::CopyRule).unwrap();
    let BlockKind::Rule(rule) = &rule.kind else { panic!("no line") };
    assert_eq!(rule.width, section.page.text_width());
    assert!(section.page.width > section.page.height);
    assert!(c.texts(Role::Number)[1].ends_with("02/TrS-SNV"));
}

#[test]
fn an_electronic_copy_is_told_on_one_line_above_the_text() {
    let electronic = json!({
        "kind": "extract_copy", "issuer": { "name": "Sở Tài chính" }, "number": null, "issue_date": null,
        "recipients": null, "signature": null, "signed_at": "2026-02-03T14:05:09+07:00"
    });
    let c = copy(&electronic);
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::CopyKind), Vec::<String>::new());
    let furniture = &c.document.parts[0].sections[0].furniture;
    let [line] = furniture.first_header.as_slice() else { panic!("no line") };
    assert_eq!(line.role, Role::SigningLine);
    assert_eq!(c.document.styles.get(Role::SigningLine).size, Length::pt(10));
    let BlockKind::Paragraph(text) = &line.kind else { panic!("no text") };
    assert_eq!(compose_support::text(text), "Trích sao; Sở Tài chính; 03/02/2026; 14:05:09 +07:00");
    assert_eq!(c.document.info.file_stem, "07-BC-SNV-trich-sao");
}

#[test]
fn copies_that_cannot_be_are_told() {
    let lacking = copy(&json!({ "issue_date": null, "signature": null, "issuer": { "name": "Sở Tài chính" } }));
    assert_eq!(codes(&lacking), [registry::COPY_INCOMPLETE.code; 3]);
    let early = copy(&json!({ "issue_date": "2025-10-08" }));
    assert_eq!(codes(&early), [registry::COPY_BEFORE_ORIGINAL.code]);
    let zero = copy(&json!({ "number": 0 }));
    assert_eq!(codes(&zero), [registry::NUMBER_ZERO.code]);
    let both = copy(&json!({ "signed_at": "2026-02-03 14:05" }));
    let not_printed = registry::NOT_PRINTED.code;
    assert_eq!(codes(&both), [not_printed, not_printed, not_printed, not_printed, registry::SIGNING_TIME.code]);
    let draft = Composed::of(&report_with(&json!({
        "number": null,
        "copy": { "kind": "certified_copy", "number": 1, "issue_date": "2026-01-05", "signature": { "position": "Chánh Văn phòng" } }
    })));
    assert_eq!(codes(&draft), [registry::COPY_OF_DRAFT.code]);
    let long = copy(&json!({
        "issuer": { "name": "Sở Tài chính ".repeat(30).trim_end() }, "number": null, "issue_date": null, "recipients": null,
        "signature": null, "signed_at": "2026-02-03T14:05:09+07:00"
    }));
    assert!(codes(&long).contains(&registry::SIGNING_LINE_TOO_LONG.code));
}
