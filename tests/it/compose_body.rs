//! The body: headings and numbers of both systems, points, lists, notes, rich text, the end mark.

use serde_json::{Value, json};
use vanban::model::{Inline, Role, Script};

use crate::compose_support::{Composed, body, report_with};

fn articles(blocks: &Value) -> Composed {
    Composed::of(&report_with(&json!({ "numbering": "articles", "body": blocks })))
}

fn heading(kind: &str) -> Value {
    json!({ "type": kind, "heading": "Tên" })
}

fn text(kind: &str) -> Value {
    json!({ "type": kind, "text": "Lời văn." })
}

#[test]
fn sections_count_i_1_1_1() {
    let c = body(&json!([
        heading("section"),
        heading("clause"),
        { "type": "subclause", "heading": "Tên" },
        { "type": "subclause", "level": 2, "text": "Lời văn." },
        { "type": "subclause", "heading": "Tên" },
        text("clause"),
        heading("section"),
        text("clause"),
    ]));
    let expected = [
        (Role::Section, "I. TÊN"),
        (Role::Clause, "1. Tên"),
        (Role::Subclause1, "1.1. Tên"),
        (Role::SubclauseText, "1.1.1. Lời văn."),
        (Role::Subclause1, "1.2. Tên"),
        (Role::ClauseText, "2. Lời văn."),
        (Role::Section, "II. TÊN"),
        (Role::ClauseText, "1. Lời văn./."),
    ];
    assert_eq!(c.body(), expected.map(|(role, text)| (role, text.to_owned())));
    let is_counted = |(role, paragraph): &(Role, &vanban::model::Paragraph)| {
        role.heading_rank().is_none() || paragraph.label.is_some()
    };
    assert!(c.paragraphs().iter().all(is_counted), "Word counts every one of these headings");
}

#[test]
fn articles_run_through_chapters() {
    let c = articles(&json!([
        heading("part"),
        heading("chapter"),
        heading("article"),
        text("clause"),
        text("clause"),
        heading("article"),
        heading("chapter"),
        heading("section"),
        heading("subsection"),
        heading("article"),
        text("clause"),
        heading("section"),
        heading("article"),
        text("point"),
    ]));
    assert_eq!(
        c.body_texts(),
        [
            "Phần I|TÊN",
            "Chương I|TÊN",
            "Điều 1. Tên",
            "1. Lời văn.",
            "2. Lời văn.",
            "Điều 2. Tên",
            "Chương II|TÊN",
            "Mục 1|TÊN",
            "Tiểu mục 1|TÊN",
            "Điều 3. Tên",
            "1. Lời văn.",
            "Mục 2|TÊN",
            "Điều 4. Tên",
            "a) Lời văn./.",
        ]
    );
}

#[test]
fn only_the_label_of_an_article_without_heading_is_bold() {
    let c = articles(&json!([text("article")]));
    let (_, paragraph) = c.paragraphs().into_iter().find(|(role, _)| *role == Role::ArticleText).unwrap();
    assert_eq!(paragraph.label.as_ref().unwrap().text, "Điều 1.");
    assert!(c.document.styles.get(Role::ArticleText).bold, "the label follows the style");
    for inline in &paragraph.inlines {
        let Inline::Run(run) = inline else { panic!("{inline:?}") };
        assert_eq!(run.bold, Some(false), "{}", run.text);
    }
}

#[test]
fn a_heading_with_text_has_the_text_below() {
    let c = body(&json!([{ "type": "clause", "heading": "Tên", "text": "Lời văn." }]));
    let expected = [(Role::Clause, "1. Tên".to_owned()), (Role::Body, "Lời văn./.".to_owned())];
    assert_eq!(c.body(), expected);
    assert!(c.document.styles.get(Role::Clause).keep_with_next);
}

#[test]
fn labels_typed_by_hand_are_kept_and_counted_on() {
    let c = body(&json!([
        heading("section"),
        { "type": "subclause", "label": "1. 1", "heading": "Tên" },
        { "type": "clause", "label": "5.", "text": "Lời văn." },
        text("clause"),
        { "type": "section", "label": "V.", "heading": "Tên" },
        heading("section"),
    ]));
    let expected = ["I. TÊN", "1. 1 Tên", "5. Lời văn.", "6. Lời văn.", "V. TÊN", "VI. TÊN./."];
    assert_eq!(c.body_texts(), expected);
}

#[test]
fn subclauses_without_clause_take_the_number_of_their_section() {
    let c =
        body(&json!(
            [heading("section"), text("subclause"), text("subclause"), heading("section"), text("subclause"),]
        ));
    let expected = ["I. TÊN", "1.1. Lời văn.", "1.2. Lời văn.", "II. TÊN", "2.1. Lời văn./."];
    assert_eq!(c.body_texts(), expected);
}

#[test]
fn points_follow_the_vietnamese_alphabet() {
    let c = body(&Value::Array(vec![text("point"); 25]));
    let letters: Vec<String> = c.body_texts().iter().map(|t| t.split(')').next().unwrap().to_owned()).collect();
    let alphabet = "a b c d đ e g h i k l m n o p q r s t u v x y aa bb";
    assert_eq!(letters.join(" "), alphabet);
    assert!(c.document.lists.is_empty(), "Word has no such numbers");
}

#[test]
fn points_start_anew_after_a_number() {
    let c = body(&json!([
        text("clause"), text("point"), text("paragraph"), text("point"), text("clause"), text("point"),
        { "type": "point", "label": "đ)", "text": "Lời văn." }, text("point"),
    ]));
    let starts: Vec<String> = c.body_texts().iter().map(|t| t.chars().take(2).collect()).collect();
    assert_eq!(starts, ["1.", "a)", "Lờ", "b)", "2.", "a)", "đ)", "e)"]);
}

#[test]
fn lists_change_their_sign_inside() {
    let inner = json!({ "items": ["ba", { "text": "bốn", "list": { "items": ["năm"] } }] });
    let c = body(&json!([
        { "type": "list", "items": ["một", { "text": "hai", "list": inner }] },
        { "type": "list", "marker": "+", "items": ["sáu"] },
        { "type": "list", "items": ["bảy"] },
    ]));
    assert_eq!(c.body_texts(), ["- một", "- hai", "+ ba", "+ bốn", "- năm", "+ sáu", "- bảy./."]);
    assert_eq!(c.document.lists.len(), 2, "one list a sign");
    let levels = c.paragraphs().iter().filter_map(|(_, p)| p.label.as_ref().map(|l| l.level)).collect::<Vec<_>>();
    assert_eq!(levels, [0, 0, 1, 1, 2, 0, 0]);
}

#[test]
fn notes_stand_in_parentheses() {
    let c = body(&json!([
        { "type": "note", "text": "Có phụ lục kèm theo" }, { "type": "note", "text": "(Đã có)" }, text("paragraph"),
    ]));
    assert_eq!(c.texts(Role::Note), ["(Có phụ lục kèm theo)", "(Đã có)"]);
    assert!(c.document.styles.get(Role::Note).italic);
}

#[test]
fn the_end_mark_stands_once_whatever_ends_the_body() {
    let last = |block: Value| body(&json!([block])).body_texts().pop().unwrap();
    let paragraph = |text: &str| json!({ "type": "paragraph", "text": text });
    assert_eq!(last(paragraph("Xong")), "Xong./.");
    assert_eq!(last(paragraph("Xong.")), "Xong./.");
    assert_eq!(last(paragraph("Xong;")), "Xong./.");
    assert_eq!(last(paragraph("Xong./.")), "Xong./.");
    assert_eq!(last(paragraph("thường xuyên...")), "thường xuyên..../.");
    assert_eq!(last(json!({ "type": "note", "text": "Ghi chú" })), "(Ghi chú)./.");
    assert_eq!(last(json!({ "type": "list", "items": ["một;", "hai."] })), "- hai./.");
    assert_eq!(last(json!({ "type": "clause", "text": "Lời." })), "1. Lời./.");
    assert_eq!(
        last(json!({ "type": "paragraph", "text": ["Xong ", { "text": "rồi.", "bold": true }] })),
        "Xong rồi./."
    );
}

#[test]
fn rich_text_keeps_its_look() {
    let c = body(&json!([{ "type": "paragraph", "text": [
        "60 m", { "text": "3", "script": "superscript" }, " nước, xem ",
        { "text": "langson.gov.vn", "link": "https://langson.gov.vn", "italic": true }
    ] }]));
    let (_, paragraph) = c.paragraphs().into_iter().find(|(role, _)| *role == Role::Body).unwrap();
    let runs: Vec<_> = paragraph
        .inlines
        .iter()
        .map(|inline| match inline {
            Inline::Run(run) => (run.text.as_str(), run.script, run.italic, run.link.clone()),
            other => panic!("{other:?}"),
        })
        .collect();
    let link = Some(vanban::model::Link::Address("https://langson.gov.vn".to_owned()));
    assert_eq!(
        runs,
        [
            ("60 m", Script::Baseline, None, None),
            ("3", Script::Super, None, None),
            (" nước, xem ", Script::Baseline, None, None),
            ("langson.gov.vn", Script::Baseline, Some(true), link),
            ("./.", Script::Baseline, None, None),
        ],
        "the end mark does not belong to the link"
    );
}
