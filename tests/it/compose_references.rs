//! Specification in, document out: names of headings, references, languages.

use serde_json::{Value, json};
use vanban::diag::Severity::Warning;
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Inline, Link, Role, Run};

use crate::compose_support::{Composed, body, report_with};
use crate::docx_package::parts;

/// A regulation with a body.
fn regulation(body: &Value) -> Composed {
    Composed::of(&report_with(&json!({ "doc_type": "regulation", "body": body })))
}

fn destinations(c: &Composed) -> Vec<String> {
    c.paragraphs().into_iter().filter_map(|(_, paragraph)| paragraph.destination.clone()).collect()
}

fn runs(c: &Composed, role: Role) -> Vec<Run> {
    let paragraphs = c.paragraphs().into_iter().filter(|(of, _)| *of == role);
    let runs = paragraphs.flat_map(|(_, paragraph)| &paragraph.inlines).filter_map(|inline| match inline {
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
}

#[test]
fn every_heading_has_a_readable_name() {
    let c = regulation(&json!([
        { "type": "chapter", "heading": "Quy định chung" },
        { "type": "section", "heading": "Một" },
        { "type": "article", "heading": "Phạm vi" },
        { "type": "clause", "heading": "Việc" },
        { "type": "clause", "text": "Không phải đề mục." },
        { "type": "chapter", "label": "Chương thứ nhất", "heading": "Lại nữa" },
        { "type": "section", "heading": "Hai" },
        { "type": "subsection", "heading": "Ba" },
        { "type": "article", "id": "Giai_thich_tu_ngu", "heading": "Giải thích" },
        { "type": "clause", "heading": "Từ" },
        { "type": "article", "label": "Điều 1.", "text": "Lần hai." }
    ]));
    assert_eq!(
        destinations(&c),
        [
            "quy_che",
            "chuong_I",
            "chuong_I_muc_1",
            "dieu_1",
            "dieu_1_1",
            "chuong_thu_nhat",
            "chuong_thu_nhat_muc_1",
            "chuong_thu_nhat_muc_1_tieu_muc_1",
            "Giai_thich_tu_ngu",
            "Giai_thich_tu_ngu_1",
            "dieu_1_2",
        ]
    );
    let c = Composed::of(&report_with(&json!({ "body": [
        { "type": "section", "heading": "Một" },
        { "type": "clause", "heading": "Việc" },
        { "type": "subclause", "heading": "Tiết" },
        { "type": "section", "id": "dieu_1", "heading": "Hai" },
        { "type": "paragraph", "id": "MUC_I", "text": "Đoạn." }
    ]})));
    assert_eq!(
        destinations(&c),
        ["bao_cao", "muc_I_2", "muc_I_2_1", "muc_I_2_1_1", "dieu_1", "MUC_I"],
        "capitals do not count"
    );
}

#[test]
fn names_made_here_are_short_and_unique() {
    let label = "Chương rất dài dòng với nhiều chữ không cần thiết";
    let blocks: Vec<Value> = (0..30).map(|_| json!({ "type": "chapter", "label": label, "heading": "A" })).collect();
    let names = destinations(&regulation(&json!(blocks)));
    let unique: std::collections::BTreeSet<_> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(unique.len(), 31);
    let is_name = |name: &String| {
        name.len() <= 40
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    assert!(names.iter().all(is_name), "{names:?}");
}

/// A regulation whose last article cites another.
fn citing(text: &str, target: &str) -> Composed {
    regulation(&json!([
        { "type": "chapter", "heading": "Quy định chung" },
        { "type": "article", "id": "pham_vi", "heading": "Phạm vi" },
        { "type": "article", "id": "nguyen_tac", "heading": "Nguyên tắc" },
        { "type": "clause", "text": "Một." },
        { "type": "clause", "id": "tiet_kiem", "text": "Hai:" },
        { "type": "point", "text": "Ba;" },
        { "type": "point", "id": "an_toan", "text": "Bốn." },
        { "type": "article", "text": ["Theo ", { "text": text, "ref": target }, " Quy chế này."] }
    ]))
}

#[test]
fn a_reference_leads_to_its_block() {
    let c = citing("Điều 2", "nguyen_tac");
    assert!(c.codes().is_empty(), "{:#?}", c.findings);
    let found = runs(&c, Role::ArticleText);
    assert_eq!(found[1].link, Some(Link::Destination("nguyen_tac".to_owned())));
    assert_eq!((found[1].text.as_str(), found[0].link.as_ref()), ("Điều 2", None));
}

#[test]
fn a_reference_that_cites_another_number_is_found() {
    for (text, target) in [
        ("Điều 2", "nguyen_tac"),
        ("khoản 2 Điều 2", "tiet_kiem"),
        ("điểm b khoản 2 Điều 2 Chương I", "an_toan"),
        ("các nguyên tắc", "nguyen_tac"),
        ("Điều 1 và Điều 2", "nguyen_tac"),
        ("2", "nguyen_tac"),
    ] {
        assert_eq!(citing(text, target).codes(), [], "{text}");
    }
    for (text, target, meant) in [
        ("Điều 1", "nguyen_tac", "Điều 2"),
        ("khoản 2 Điều 1", "tiet_kiem", "Điều 2"),
        ("khoản 1 Điều 2", "tiet_kiem", "khoản 2"),
        ("điểm a khoản 2", "an_toan", "điểm b"),
        ("1", "nguyen_tac", "Điều 2"),
    ] {
        let c = citing(text, target);
        assert_eq!(c.codes(), [("VB142", Warning)], "{text}");
        let finding = c.findings.iter().next().unwrap();
        assert_eq!(finding.at.as_str(), "/body/7/text/1/text");
        assert!(finding.hints[0].vi.contains(&format!("“{meant}”")), "{text}: {:?}", finding.hints);
        assert!(finding.span.is_some());
    }
    let message = citing("Điều 1", "nguyen_tac").findings.iter().next().unwrap().message.vi.clone();
    assert_eq!(message, "văn bản ghi “Điều 1”, chỗ được viện dẫn in là “Điều 2.” (Điều 2)");
}

#[test]
fn a_foreign_run_keeps_its_language_and_marks_stay_outside() {
    let foreign = json!({ "text": "Smart City", "lang": "en", "italic": true });
    let body = json!([{ "type": "note", "text": [foreign] }, { "type": "paragraph", "text": ["Đề án ", foreign] }]);
    let c = Composed::of(&report_with(&json!({ "body": body })));
    let told = |role| runs(&c, role).into_iter().map(|run| (run.text, run.language, run.italic)).collect::<Vec<_>>();
    let english = ("Smart City".to_owned(), Some("en".to_owned()), Some(true));
    assert_eq!(told(Role::Note), [("(".to_owned(), None, None), english.clone(), (")".to_owned(), None, None)]);
    let mark = ("./.".to_owned(), None, Some(true));
    assert_eq!(told(Role::Body), [("Đề án ".to_owned(), None, None), english, mark]);
}

#[test]
fn a_table_without_caption_is_led_to_in_both_files() {
    let blocks = json!([
        { "type": "paragraph", "text": ["Xem ", { "text": "bảng dưới", "ref": "so_lieu" }] },
        { "type": "table", "id": "so_lieu", "rows": [["Một", "Hai"]] }
    ]);
    let c = body(&blocks);
    let pages = layout(&mut c.document.clone(), &FontBook::bundled().unwrap());
    assert!(pages.destinations.iter().any(|destination| destination.name == "so_lieu"), "{:?}", pages.destinations);
    let (docx, _) = c.files();
    let bookmarks: Vec<_> = parts(&docx)["word/document.xml"]
        .named("w:bookmarkStart")
        .iter()
        .filter_map(|b| b.get("w:name").map(str::to_owned))
        .collect();
    assert_eq!(bookmarks, ["so_lieu"]);
}
