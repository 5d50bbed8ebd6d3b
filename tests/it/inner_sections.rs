//! Sections inside an article (`I.`, `1.`, `a)` below `Điều 1`), and phần with letters (`A.`).

use serde_json::{Value, json};
use vanban::model::Role;

use crate::compose_support::{Composed, report_with};
use crate::docx_package::parts;
use crate::words;

fn body(numbering: &str, blocks: &Value) -> Composed {
    Composed::of(&report_with(&json!({ "numbering": numbering, "body": blocks })))
}

fn codes(c: &Composed) -> Vec<&str> {
    c.findings.iter().map(|finding| finding.code).collect()
}

/// A decision that approves, twice; the second time behind a chapter that is divided.
fn approving() -> Value {
    json!([
        { "type": "article", "text": "Phê duyệt dự án với các nội dung sau:" },
        { "type": "section", "heading": "Thông tin chung" },
        { "type": "clause", "text": "Tên dự án: Cầu Ngã Ba." },
        { "type": "point", "text": "Dài 120 m;" },
        { "type": "point", "text": "Rộng 9 m." },
        { "type": "clause", "heading": "Nguồn vốn" },
        { "type": "subclause", "text": "Ngân sách tỉnh." },
        { "type": "section", "heading": "Tổ chức thực hiện" },
        { "type": "paragraph", "text": "Theo kế hoạch." },
        { "type": "article", "text": "Giao các đơn vị:" },
        { "type": "clause", "text": "Sở Xây dựng." },
        { "type": "clause", "text": "Sở Tài chính." },
        { "type": "article", "text": "Điều chỉnh các nội dung:" },
        { "type": "section", "heading": "Quy mô" },
        { "type": "clause", "text": "Hai nhịp." },
        { "type": "section", "heading": "Tiến độ" },
        { "type": "clause", "text": "Trước ngày 30 tháng 6." }
    ])
}

#[test]
fn sections_inside_an_article_count_from_one_in_each_article() {
    let c = body("articles", &approving());
    assert_eq!(codes(&c), Vec::<&str>::new());
    let of = |role| c.texts(role);
    assert_eq!(of(Role::InnerSection), ["I. THÔNG TIN CHUNG", "II. TỔ CHỨC THỰC HIỆN", "I. QUY MÔ", "II. TIẾN ĐỘ"]);
    let clauses = [
        "1. Tên dự án: Cầu Ngã Ba.",
        "1. Sở Xây dựng.",
        "2. Sở Tài chính.",
        "1. Hai nhịp.",
        "1. Trước ngày 30 tháng 6./.",
    ];
    assert_eq!(of(Role::ClauseText), clauses);
    assert_eq!(of(Role::Clause), ["2. Nguồn vốn"]);
    assert_eq!(of(Role::SubclauseText), ["2.1. Ngân sách tỉnh."]);
    assert_eq!(of(Role::Point), ["a) Dài 120 m;", "b) Rộng 9 m."]);
    let labels = ["Điều 1. ", "Điều 2. ", "Điều 3. "];
    let articles = of(Role::ArticleText);
    assert!(articles.len() == 3 && articles.iter().zip(labels).all(|(text, label)| text.starts_with(label)));
}

#[test]
fn a_section_that_articles_follow_divides_the_text() {
    let divided = json!([
        { "type": "chapter", "heading": "Quy định chung" },
        { "type": "section", "heading": "Phạm vi" },
        { "type": "article", "heading": "Phạm vi", "text": "Toàn tỉnh." },
        { "type": "section", "heading": "Đối tượng" },
        { "type": "article", "heading": "Đối tượng", "text": "Mọi tổ chức, gồm:" },
        { "type": "section", "heading": "Tổ chức trong tỉnh" },
        { "type": "clause", "text": "Sở, ban, ngành." },
        { "type": "section", "heading": "Tổ chức ngoài tỉnh" },
        { "type": "paragraph", "text": "Theo thỏa thuận." },
        { "type": "chapter", "heading": "Tổ chức thực hiện" },
        { "type": "article", "text": "Hiệu lực từ ngày ký." }
    ]);
    let c = body("articles", &divided);
    assert_eq!(codes(&c), Vec::<&str>::new());
    assert_eq!(c.texts(Role::DivisionSection), ["Mục 1|PHẠM VI", "Mục 2|ĐỐI TƯỢNG"]);
    assert_eq!(c.texts(Role::InnerSection), ["I. TỔ CHỨC TRONG TỈNH", "II. TỔ CHỨC NGOÀI TỈNH"]);
}

#[test]
fn word_counts_what_the_pages_show() {
    let c = body("articles", &approving());
    let (docx, _) = c.files();
    let (text, _) = words::of_docx(&docx);
    for line in [
        "I. THÔNG TIN CHUNG",
        "II. TỔ CHỨC THỰC HIỆN",
        "2.1. Ngân sách tỉnh.",
        "I. QUY MÔ",
        "1. Hai nhịp.",
        "2. Sở Tài chính.",
    ] {
        assert!(text.lines().any(|found| found.trim() == line), "{line}: {text}");
    }
    // counted, not typed
    let document = &parts(&docx)["word/document.xml"];
    let typed: String = document.named("w:t").iter().map(|node| node.text.as_str()).collect();
    assert!(!typed.contains("I. ") && !typed.contains("2.1."), "{typed}");
}

#[test]
fn lettered_parts_go_on_as_vietnamese_does() {
    let mut blocks: Vec<Value> =
        (1..=6).map(|n| json!({ "type": "part", "heading": format!("Phần thứ {n}") })).collect();
    blocks.insert(1, json!({ "type": "section", "heading": "Một" }));
    blocks.insert(3, json!({ "type": "section", "heading": "Hai" }));
    blocks.insert(4, json!({ "type": "clause", "text": "Ba." }));
    let c = body("lettered_sections", &blocks.into());
    assert_eq!(codes(&c), Vec::<&str>::new());
    let letters: Vec<String> =
        c.texts(Role::LetteredPart).iter().map(|text| text.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(letters, ["A.", "B.", "C.", "D.", "Đ.", "E."]);
    assert_eq!(c.texts(Role::Section), ["I. MỘT", "I. HAI"]);
    assert_eq!(c.texts(Role::ClauseText), ["1. Ba."]);
    let (text, _) = words::of_docx(&c.files().0);
    assert!(["A. PHẦN THỨ 1", "D. PHẦN THỨ 4", "Đ. PHẦN THỨ 5"].iter().all(|line| text.contains(line)), "{text}");
}

#[test]
fn letters_and_numerals_that_were_typed_are_told() {
    let c = body("lettered_sections", &json!([{ "type": "part", "heading": "A. Tình hình chung" }]));
    assert_eq!(codes(&c), ["VB079"]);
    let typed = json!([
        { "type": "article", "text": "Phê duyệt:" },
        { "type": "section", "heading": "I. Thông tin chung" },
        { "type": "clause", "text": "Tên dự án." }
    ]);
    assert_eq!(codes(&body("articles", &typed)), ["VB079"]);
}
