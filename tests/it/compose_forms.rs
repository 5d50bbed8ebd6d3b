//! Specification in, document out: the document types that have a form of their own (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.6–1.10, Phụ lục V).

use serde_json::{Value, json};
use vanban::diag::registry;
use vanban::model::{Inline, Role};

use crate::compose_support::{Composed, report_with};

/// A document of a type, with some fields replaced; nothing may be at fault but what the test looks for.
fn of_type(doc_type: &str, changes: &Value) -> Composed {
    let mut spec = report_with(changes);
    spec["doc_type"] = doc_type.into();
    Composed::of(&spec)
}

fn codes(c: &Composed) -> Vec<&str> {
    c.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn minutes_say_no_date_in_the_header_and_are_signed_by_secretary_and_chair() {
    let both = json!({ "signatures": [{ "signer": "Lê Thị Hoa" }, { "signer": "Trần Văn Bình" }] });
    let c = of_type("minutes", &both);
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::PlaceAndDate), Vec::<String>::new());
    assert_eq!(c.texts(Role::Number), ["Số: 07/BB-SNV"]);
    assert_eq!(c.texts(Role::Authority), ["THƯ KÝ", "CHỦ TỌA"]);
    // a signer with a title of his own has that; a chair may sign alone
    let own = json!({ "signatures": [{ "signer": "Lê Thị Hoa", "position": "Người ghi biên bản" }, { "signer": "Trần Văn Bình" }] });
    assert_eq!(of_type("minutes", &own).texts(Role::Authority), ["NGƯỜI GHI BIÊN BẢN", "CHỦ TỌA"]);
    let chair = json!({ "signatures": [{ "signer": "Trần Văn Bình" }] });
    assert_eq!(of_type("minutes", &chair).texts(Role::Authority), ["CHỦ TỌA"]);
    // elsewhere nobody knows what such a signer is
    let report = of_type("report", &chair);
    assert!(codes(&report).contains(&registry::NO_TITLE.code));
}

#[test]
fn parties_stand_above_the_titles_of_those_who_sign_for_them() {
    let two = [
        json!({ "position": "Giám đốc", "signer": "Lê Văn An" }),
        json!({ "position": "Tổng Giám đốc", "signer": "Lý Bá" }),
    ];
    let mut spec = report_with(&json!({ "doc_type": "contract", "signatures": two, "issue_date": "2025-03-05" }));
    spec.as_object_mut().unwrap().remove("recipients");
    let c = Composed::of(&spec);
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::Authority), ["ĐẠI DIỆN BÊN A|GIÁM ĐỐC", "ĐẠI DIỆN BÊN B|TỔNG GIÁM ĐỐC"]);
    assert_eq!(c.texts(Role::Issuer), Vec::<String>::new());
    assert_eq!(c.texts(Role::NationalName).len(), 1);
    assert_eq!(c.texts(Role::Number), ["Số: 07/HĐ-SNV"]);
    assert_eq!(c.texts(Role::Body)[0], "Hôm nay, ngày 05 tháng 3 năm 2025, tại Lạng Sơn, chúng tôi gồm:");
    let handover =
        json!({ "signatures": [{ "party": "bên giao", "signer": "A" }, { "party": "bên nhận", "signer": "B" }] });
    assert_eq!(of_type("minutes", &handover).texts(Role::Authority), ["ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN"]);
}

#[test]
fn a_telegram_lists_even_one_receiver() {
    let c = of_type("telegram", &json!({ "addressees": ["Chủ tịch UBND các xã"] }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::Addressees), ["Sở Nội vụ điện:"]);
    assert_eq!(c.texts(Role::LastAddressee), ["- Chủ tịch UBND các xã."]);
    let nobody = of_type("telegram", &json!({}));
    assert!(codes(&nobody).contains(&registry::NO_ADDRESSEES.code), "{:?}", codes(&nobody));
}

#[test]
fn an_invitation_names_its_guests_in_the_text() {
    let one = of_type("invitation", &json!({ "addressees": ["Ông Lê Văn Bình"] }));
    assert_eq!(codes(&one), Vec::<&str>::new());
    assert_eq!(one.texts(Role::Body)[0], "Sở Nội vụ trân trọng kính mời: Ông Lê Văn Bình.");
    let two = of_type("invitation", &json!({ "addressees": ["Sở A", "Sở B"] }));
    assert_eq!(two.texts(Role::Body)[..3], ["Sở Nội vụ trân trọng kính mời:", "- Sở A;", "- Sở B."]);
}

#[test]
fn an_introduction_has_no_subject_under_its_title_and_a_leave_permit_room_to_confirm() {
    let introduction = of_type("introduction", &json!({}));
    assert_eq!(introduction.texts(Role::Subject), Vec::<String>::new());
    assert_eq!(introduction.texts(Role::OpeningLine), ["Sở Nội vụ trân trọng giới thiệu:"]);
    assert_eq!(introduction.document.info.subject, "Kết quả công tác quý III");
    let permit = of_type("leave_permit", &json!({}));
    assert_eq!(permit.texts(Role::Confirmation).len(), 1);
    let without = of_type("leave_permit", &json!({ "confirmation": false }));
    assert_eq!(without.texts(Role::Confirmation), Vec::<String>::new());
    let elsewhere = of_type("report", &json!({ "confirmation": false }));
    assert_eq!(codes(&elsewhere), [registry::NOT_PRINTED.code]);
}

#[test]
fn a_decision_says_who_decides_above_the_bases_and_the_word_below_them() {
    let bases = json!(["Căn cứ Luật A", "Theo đề nghị của Chánh Văn phòng"]);
    let articles =
        json!([{ "type": "article", "text": "Bổ nhiệm ông A." }, { "type": "article", "text": "Thi hành." }]);
    let deputy = json!([{ "authority": ["KT. Giám đốc"], "position": "Phó Giám đốc", "signer": "Lê Thị Hoa" }]);
    let changes =
        json!({ "legal_basis": bases, "body": articles, "signatures": deputy, "subject": "Về việc bổ nhiệm" });
    let c = of_type("decision", &changes);
    assert_eq!(codes(&c), Vec::<&str>::new());
    let roles: Vec<Role> = c.document.parts[0].sections[0].blocks.iter().map(|block| block.role).collect();
    let (base, article) = (Role::LegalBasis, Role::ArticleText);
    assert_eq!(roles[4..], [Role::AuthorityLine, base, base, Role::Enactment, article, article, Role::ClosingBlock]);
    assert_eq!(c.texts(Role::AuthorityLine), ["GIÁM ĐỐC SỞ NỘI VỤ"]);
    assert_eq!(c.texts(Role::Enactment), ["QUYẾT ĐỊNH:"]);
    assert_eq!(c.texts(Role::Number), ["Số: 07/QĐ-SNV"]);
    assert_eq!(c.texts(Role::ArticleText)[1], "Điều 2. Thi hành./.");
    let resolution = of_type("resolution", &changes);
    assert_eq!(resolution.texts(Role::AuthorityLine), ["SỞ NỘI VỤ"]);
    assert_eq!(resolution.texts(Role::Enactment), ["QUYẾT NGHỊ:"]);
    let given =
        of_type("decision", &json!({ "authority_line": "Chủ tịch UBND tỉnh", "legal_basis": bases, "body": articles }));
    assert_eq!(given.texts(Role::AuthorityLine), ["CHỦ TỊCH UBND TỈNH"]);
    assert_eq!(codes(&of_type("report", &json!({ "authority_line": "A" }))), [registry::NOT_PRINTED.code]);
}

#[test]
fn a_council_names_its_session_and_a_subject_may_have_a_line_in_parentheses() {
    let given = json!({ "session": "Khóa VIII - Kỳ họp thứ 3", "subject_note": "Áp dụng từ tháng 6" });
    let c = of_type("resolution", &given);
    assert_eq!(c.texts(Role::Session), ["KHÓA VIII - KỲ HỌP THỨ 3"]);
    assert_eq!(c.texts(Role::SubjectNote), ["(Áp dụng từ tháng 6)"]);
    let all = vanban::model::dump(&c.document);
    let order = ["Issuer “", "Session “", "IssuerRule", "Number “", "Subject “", "SubjectNote “", "SubjectRule"];
    let places: Vec<usize> = order.iter().filter_map(|role| all.find(role)).collect();
    assert_eq!(places.len(), order.len(), "{all}");
    assert!(places.is_sorted(), "{all}");
    assert_eq!(of_type("resolution", &json!({ "subject_note": "(a)" })).texts(Role::SubjectNote), ["(a)"]);
    // no organ stands above a contract, no subject under the number of a letter but its own
    assert!(codes(&of_type("contract", &json!({ "session": "Khóa I" }))).contains(&registry::NOT_PRINTED.code));
    assert!(codes(&of_type("letter", &json!({ "subject_note": "a" }))).contains(&registry::NOT_PRINTED.code));
}

#[test]
fn a_resolution_says_who_adopted_it_and_when() {
    let adopted = |adoption: Value| {
        let session = "KHÓA XVIII - KỲ HỌP THỨ 5";
        let mut given = json!({ "session": session, "issue_date": "2026-07-20", "adoption": adoption });
        given["issuer"] = json!({ "name": "Hội đồng nhân dân tỉnh", "abbreviation": "HĐND" });
        given["legal_basis"] = json!(["Căn cứ Luật Tổ chức chính quyền địa phương"]);
        of_type("resolution", &given)
    };
    let usual = adopted(json!({ "date": "2026-07-10", "effective_date": "2026-08-01" }));
    assert_eq!(codes(&usual), Vec::<&str>::new());
    assert_eq!(
        usual.text(Role::Adoption),
        "Nghị quyết này được Hội đồng nhân dân tỉnh khóa XVIII, kỳ họp thứ 5 thông qua ngày 10 tháng 7 năm 2026 và có hiệu lực từ ngày 01 tháng 8 năm 2026./."
    );
    assert!(!usual.text(Role::Body).contains("./."), "the mark ends the last sentence alone");
    let own = json!({ "organ": "Hội đồng nhân dân tỉnh A", "session": "khóa I", "date": "2026-07" });
    assert_eq!(
        adopted(own).text(Role::Adoption),
        "Nghị quyết này được Hội đồng nhân dân tỉnh A khóa I thông qua ngày      tháng 7 năm 2026./."
    );
    for typed in ["Nghị quyết có hiệu lực từ ngày ký.", "Nghị quyết có hiệu lực từ ngày ký./."]
    {
        assert_eq!(adopted(json!(typed)).text(Role::Adoption), "Nghị quyết có hiệu lực từ ngày ký./.");
    }
    let torn = adopted(json!("Nghị quyết có hiệu lực từ ngày ký ././."));
    assert_eq!(torn.text(Role::Adoption), "Nghị quyết có hiệu lực từ ngày ký./.");
    assert_eq!(codes(&torn), [registry::OWN_DECORATION.code]);
    let late = adopted(json!({ "date": "2026-07-21", "effective_date": "2026-07-01" }));
    assert_eq!(codes(&late), [registry::ADOPTION_DATES.code; 2]);
    assert_eq!(codes(&of_type("report", &json!({ "adoption": "Câu" }))), [registry::NOT_PRINTED.code]);
}

#[test]
fn lines_behind_the_end_mark_stand_between_text_and_signature() {
    let c = of_type("report", &json!({ "closing_note": "(Gửi kèm theo danh sách)\nĐầu mối: Văn phòng Sở." }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::ClosingNote), ["(Gửi kèm theo danh sách)", "Đầu mối: Văn phòng Sở."]);
    assert_eq!(c.text(Role::Body), "Nội dung báo cáo./.");
    let all = vanban::model::dump(&c.document);
    let places = ["Body ", "ClosingNote ", "ClosingBlock"].map(|role| all.find(role).unwrap());
    assert!(places.is_sorted(), "{all}");
    let marked = of_type("report", &json!({ "closing_note": "(Gửi kèm theo danh sách)./." }));
    assert_eq!(codes(&marked), [registry::END_MARK.code]);
}

#[test]
fn a_plan_is_approved_at_its_head() {
    let signature = json!({ "authority": ["KT. Chủ tịch"], "position": "Phó Chủ tịch", "signer": "Đỗ Văn Ba" });
    let approved = |approval: Value| of_type("plan", &json!({ "approval": approval }));
    let c = approved(json!({ "date": "2025-10-20", "signature": signature }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.text(Role::ApprovalWord), "PHÊ DUYỆT");
    assert_eq!(c.text(Role::ApprovalDate), "Ngày 20 tháng 10 năm 2025");
    assert_eq!(c.text(Role::ApprovalTitle), "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH");
    assert_eq!(c.texts(Role::Signer), ["Đỗ Văn Ba", "Lê Văn An"]);
    assert_eq!(c.texts(Role::Authority), ["GIÁM ĐỐC"], "the title at the end");
    let all = vanban::model::dump(&c.document);
    let order = ["HeaderBlock", "ApprovalBlock", "DocType ", "ClosingBlock"].map(|role| all.find(role).unwrap());
    assert!(order.is_sorted(), "{all}");
    let row = |c: &Composed| {
        c.tables(Role::ApprovalBlock)[0].rows[0].cells.iter().map(|cell| cell.blocks.len()).collect::<Vec<_>>()
    };
    assert_eq!(row(&c), [5, 0]);
    let right = approved(json!({ "side": "right", "word": "Phê duyệt của Hiệu trưởng", "signature": signature }));
    assert_eq!(row(&right), [0, 5]);
    assert_eq!(right.text(Role::ApprovalWord), "PHÊ DUYỆT CỦA HIỆU TRƯỞNG");
    assert_eq!(right.text(Role::ApprovalDate), "Ngày      tháng      năm 2025", "room for handwriting");
    let paragraphs = right.paragraphs();
    let (_, date) = paragraphs.iter().find(|(role, _)| *role == Role::ApprovalDate).unwrap();
    let [Inline::Run(run)] = &date.inlines[..] else { panic!("{date:?}") };
    let blanks: Vec<&str> = run.blanks.iter().map(|blank| &run.text[blank.start..blank.end]).collect();
    assert_eq!(blanks, ["    ", "    "]);
    // its signature is judged like others, and fields have names of their own
    let faulty = approved(
        json!({ "date": "2025-10-01", "signature": { "authority": ["K/T Chủ tịch"], "signer": "TS. Đỗ Ba" } }),
    );
    let found = codes(&faulty);
    for code in [registry::SLASH_PREFIX.code, registry::APPROVAL_DATE.code, registry::DEPUTY_WITHOUT_POSITION.code] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    let names: Vec<String> = c
        .paragraphs()
        .iter()
        .flat_map(|(_, paragraph)| &paragraph.inlines)
        .filter_map(|inline| match inline {
            Inline::SignatureField(field) => Some(field.name.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["Signature2", "Seal2", "Signature1", "Seal1"]);
    let elsewhere = of_type("report", &json!({ "approval": { "signature": signature } }));
    assert_eq!(codes(&elsewhere), [registry::NOT_PRINTED.code]);
}

#[test]
fn a_head_decides_whoever_signs_and_a_collective_as_the_organ() {
    let line = |organ: &str, authority: &[&str], position: Option<&str>| {
        let signature = json!({ "authority": authority, "position": position, "signer": "A" });
        let issuer = json!({ "name": organ, "abbreviation": "A" });
        of_type("decision", &json!({ "issuer": issuer, "signatures": [signature] }))
            .texts(Role::AuthorityLine)
            .join("/")
    };
    assert_eq!(line("Sở Nội vụ", &[], Some("Giám đốc")), "GIÁM ĐỐC SỞ NỘI VỤ");
    assert_eq!(line("Sở Nội vụ", &["KT. Giám đốc"], Some("Phó Giám đốc")), "GIÁM ĐỐC SỞ NỘI VỤ");
    assert_eq!(line("Sở Nội vụ", &["Q. Giám đốc"], None), "GIÁM ĐỐC SỞ NỘI VỤ");
    assert_eq!(line("Sở Nội vụ", &["TL. Giám đốc", "KT. Chánh Văn phòng"], Some("Phó")), "GIÁM ĐỐC SỞ NỘI VỤ");
    assert_eq!(line("UBND tỉnh\nAn Giang", &["TM. Ủy ban nhân dân"], Some("Chủ tịch")), "UBND TỈNH AN GIANG");
    assert_eq!(line("Thủ tướng Chính phủ", &[], Some("Thủ tướng")), "THỦ TƯỚNG CHÍNH PHỦ");
    assert_eq!(line("Sở Nội vụ", &[], Some("Giám đốc Sở Nội vụ")), "GIÁM ĐỐC SỞ NỘI VỤ");
    assert_eq!(line("Sở Nội vụ", &[], None), "SỞ NỘI VỤ");
}

#[test]
fn a_letter_says_its_subject_under_the_number_and_names_no_type() {
    let archive = json!({ "items": ["UBND tỉnh"], "archive": { "units": ["VTLT"] } });
    let letter = |changes: &Value| {
        let mut all =
            json!({ "addressees": ["Các sở"], "recipients": archive, "subject": "hướng dẫn công tác văn thư" });
        for (key, value) in changes.as_object().unwrap() {
            all[key] = value.clone();
        }
        of_type("letter", &all)
    };
    let c = letter(&json!({}));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::Number), ["Số: 07/SNV-VTLT"]);
    assert_eq!(c.texts(Role::LetterSubject).join(" ").replace('|', " "), "V/v hướng dẫn công tác văn thư");
    assert_eq!((c.texts(Role::DocType), c.texts(Role::Subject)), (Vec::new(), Vec::new()));
    assert_eq!(c.document.info.title, "Công văn hướng dẫn công tác văn thư");
    // what the program adds is not printed twice, and told
    for typed in [
        "V/v hướng dẫn công tác văn thư",
        "V/v: về việc hướng dẫn công tác văn thư",
        "Về việc hướng dẫn công tác văn thư",
    ] {
        let typed = letter(&json!({ "subject": typed }));
        assert_eq!(typed.texts(Role::LetterSubject), c.texts(Role::LetterSubject));
        assert_eq!(codes(&typed), [registry::OWN_DECORATION.code]);
    }
    // `CV` is no abbreviation; an organ may be called like a type
    let found = letter(&json!({ "symbol": "CV-SNV" }));
    assert_eq!(codes(&found), [registry::OTHER_ABBREVIATION.code]);
    let finding = found.findings.iter().next().unwrap();
    assert_eq!(finding.hints[0].vi, "đặt \"symbol\": \"SNV\"");
    assert_eq!(codes(&letter(&json!({ "symbol": "BC-VP" }))), Vec::<&str>::new());
    assert_eq!(codes(&letter(&json!({ "addressees": [] }))), [registry::NO_ADDRESSEES.code]);
}

#[test]
fn a_thu_cong_is_called_by_its_subject_and_has_no_number() {
    let mut spec = report_with(&json!({ "doc_type": "official_correspondence", "subject": "Thư khen" }));
    spec.as_object_mut().unwrap().remove("number");
    let c = Composed::of(&spec);
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::DocType), ["THƯ KHEN"]);
    assert_eq!(c.texts(Role::Number), Vec::<String>::new());
    assert_eq!(c.document.info.file_stem, "Thu-cong-2025-10-09-SNV");
    let numbered = of_type("official_correspondence", &json!({}));
    assert_eq!(codes(&numbered), [registry::NOT_PRINTED.code]);
}

#[test]
fn a_normative_decision_holds_its_year() {
    let decision = |changes: &Value| {
        let mut all = json!({
            "symbol": "2025/QĐ-UBND", "number": 15, "legal_basis": ["Căn cứ Luật Tổ chức chính quyền địa phương"],
        });
        for (key, value) in changes.as_object().unwrap() {
            all[key] = value.clone();
        }
        of_type("decision", &all)
    };
    let c = decision(&json!({}));
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::Number), ["Số: 15/2025/QĐ-UBND"]);
    assert_eq!(c.document.info.file_stem, "15-2025-QD-UBND");
    let hint = |c: &Composed| c.findings.iter().next().unwrap().hints[0].vi.to_string();
    let other_year = decision(&json!({ "symbol": "2024/QĐ-UBND" }));
    assert_eq!(codes(&other_year), [registry::OTHER_YEAR.code]);
    assert_eq!(hint(&other_year), "viết \"2025/QĐ-UBND\"");
}

#[test]
fn a_number_between_two_others_has_a_letter_wherever_it_stands() {
    let attached =
        json!([{ "doc_type": "regulation", "subject": "Làm việc", "body": [{ "type": "article", "text": "Chung." }] }]);
    let c = of_type(
        "decision",
        &json!({ "number_suffix": "a", "attachments": attached, "legal_basis": ["Căn cứ Luật A"] }),
    );
    assert!(!c.findings.has_errors(), "{:#?}", c.findings);
    assert_eq!(c.texts(Role::Number), ["Số: 07a/QĐ-SNV"]);
    assert!(c.texts(Role::Accompanies)[0].contains("số 07a/QĐ-SNV"));
    assert_eq!((c.document.info.notation.as_str(), c.document.info.file_stem.as_str()), ("07a/QĐ-SNV", "07a-QD-SNV"));
    let wrong = |changes: &Value| {
        let c = Composed::of(&report_with(changes));
        codes(&c).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&json!({ "number_suffix": "bis" })), [registry::NUMBER_SUFFIX.code]);
    assert_eq!(wrong(&json!({ "number": null, "number_suffix": "a" })), [registry::NUMBER_SUFFIX.code]);
}
