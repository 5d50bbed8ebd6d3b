//! Specification in, document out: what runs say beyond their look: typed labels, what abbreviations stand for.

use serde_json::json;
use vanban::model::{Inline, Role, Run, RunPart};

use crate::compose_support::{Composed, body, report_with};

/// The runs of the paragraphs of a role.
fn runs(c: &Composed, role: Role) -> Vec<Vec<Run>> {
    let paragraphs = c.paragraphs().into_iter().filter(|(of, _)| *of == role);
    let runs = paragraphs.map(|(_, paragraph)| {
        let runs = paragraph.inlines.iter().filter_map(|inline| match inline {
            Inline::Run(run) => Some(run.clone()),
            Inline::LineBreak
            | Inline::Tab
            | Inline::InlinePicture(_)
            | Inline::PageNumber
            | Inline::PageOf(_)
            | Inline::BeginContents(_)
            | Inline::EndContents
            | Inline::Note(_)
            | Inline::NoteNumber(_)
            | Inline::Picture(_)
            | Inline::SignatureField(_) => None,
        });
        runs.collect()
    });
    runs.collect()
}

/// The typed label of each paragraph of a role.
fn labels(c: &Composed, role: Role) -> Vec<Option<String>> {
    let label = |runs: &Vec<Run>| {
        assert!(runs.iter().skip(1).all(|run| run.part == RunPart::Text), "{runs:?}");
        runs.first().filter(|run| run.part == RunPart::Label).map(|run| run.text.clone())
    };
    runs(c, role).iter().map(label).collect()
}

/// Text and expansion of the runs that have one.
fn expansions(c: &Composed, role: Role) -> Vec<(String, &'static str)> {
    runs(c, role).into_iter().flatten().filter_map(|run| Some((run.text, run.expansion?))).collect()
}

#[test]
fn typed_labels_are_runs_of_their_own() {
    let c = body(&json!([
        { "type": "clause", "heading": "Việc chung" },
        { "type": "point", "text": "Một;" },
        { "type": "point", "text": [{ "text": "Hai", "bold": true }, ";"] },
        { "type": "clause", "label": "1. 1", "heading": "Việc riêng" },
        { "type": "paragraph", "text": "a) Chữ gõ tay." }
    ]));
    assert_eq!(labels(&c, Role::Point), [Some("a) ".to_owned()), Some("b) ".to_owned())]);
    assert_eq!(labels(&c, Role::Clause), [None, Some("1. 1 ".to_owned())], "a counted label is no run");
    assert_eq!(labels(&c, Role::Body), [None]);
    assert_eq!(c.texts(Role::Point), ["a) Một;", "b) Hai;"]);
}

#[test]
fn dashes_of_addressees_and_recipients_are_labels() {
    let c = Composed::of(&report_with(&json!({ "addressees": ["Bộ Nội vụ", "Sở Tài chính"] })));
    let dash = Some("- ".to_owned());
    for role in [Role::AddresseeItem, Role::LastAddressee, Role::RecipientItem] {
        assert!(labels(&c, role).iter().all(|label| *label == dash), "{role:?}");
    }
    assert_eq!(labels(&c, Role::Addressees), [None]);
    assert_eq!(c.texts(Role::RecipientItem), ["- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT."]);
}

#[test]
fn authority_says_what_its_abbreviation_stands_for() {
    let of = |line: &str| {
        let signature = json!({ "authority": [line], "position": "Q. Giám đốc", "signer": "Lê Văn An" });
        let c = Composed::of(&report_with(&json!({ "signatures": [signature] })));
        assert_eq!(c.text(Role::Authority), format!("{}|Q. GIÁM ĐỐC", line.to_uppercase()), "letter for letter");
        expansions(&c, Role::Authority)
    };
    for (line, short, long) in [
        ("TM. Ủy ban", "TM.", "Thay mặt"),
        ("KT. Chủ tịch", "KT.", "Ký thay"),
        ("TL. Giám đốc", "TL.", "Thừa lệnh"),
        ("TUQ. Giám đốc", "TUQ.", "Thừa ủy quyền"),
        ("Q. Giám đốc", "Q.", "Quyền"),
    ] {
        assert_eq!(of(line), [(short.to_owned(), long)], "only the lines of authority, not the position");
    }
    assert_eq!(of("Giám đốc"), []);
}

#[test]
fn the_records_office_and_the_type_say_what_they_stand_for() {
    let c = Composed::of(&report_with(&json!({})));
    assert_eq!(expansions(&c, Role::RecipientItem), [("VT".to_owned(), "Văn thư")]);
    assert_eq!(expansions(&c, Role::Number), [("BC".to_owned(), "Báo cáo")]);
    assert_eq!(c.text(Role::Number), "Số: 07/BC-SNV");
    let recipients = json!({ "items": ["Sở VT"], "archive": { "office": "VTLT", "units": ["VT"] } });
    let c = Composed::of(&report_with(&json!({ "symbol": "BCX-SNV", "recipients": recipients })));
    assert_eq!(expansions(&c, Role::RecipientItem), [], "another office");
    assert_eq!(expansions(&c, Role::Number), [], "another abbreviation that begins alike");
}
