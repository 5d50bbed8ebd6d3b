//! Specification in, document out: what stands behind a document in the same file (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1; Mẫu 1.3, 2.1, 2.2).

use serde_json::{Value, json};
use vanban::diag::registry;
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{BlockKind, PageNumbers, PartKind, Role};
use vanban::units::Length;

use crate::compose_support::{Composed, report_with};
use crate::docx_package::parts;
use crate::pdf_reader::Pdf;
use crate::sections::in_margins;

fn decision(changes: &Value) -> Composed {
    let mut spec = report_with(&json!({
        "doc_type": "decision", "number": 12, "issue_date": "2025-03-05",
        "legal_basis": ["Căn cứ Luật Tổ chức chính quyền địa phương"],
        "body": [{ "type": "article", "text": "Ban hành Quy chế và các phụ lục." }, { "type": "article", "text": "Thi hành." }],
        "attachments": [{ "doc_type": "regulation", "subject": "Làm việc của Sở", "body": [
            { "type": "article", "id": "pham_vi", "heading": "Phạm vi", "text": "Quy chế này." },
            { "type": "article", "text": "Hiệu lực." }
        ] }],
        "appendices": [
            { "title": "Danh mục", "body": [{ "type": "section", "heading": "Một" }, { "type": "section", "heading": "Hai" }] },
            { "title": "Biểu", "orientation": "landscape", "body": [{ "type": "section", "heading": "Ba" }] }
        ]
    }));
    for (key, value) in changes.as_object().unwrap() {
        spec[key] = value.clone();
    }
    Composed::of(&spec)
}

fn codes(c: &Composed) -> Vec<&str> {
    c.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn each_part_has_its_title_its_numbers_and_its_end() {
    let c = decision(&json!({}));
    assert_eq!(codes(&c), Vec::<&str>::new());
    let kinds: Vec<PartKind> = c.document.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, [PartKind::Main, PartKind::Attached, PartKind::Appendix, PartKind::Appendix]);
    assert_eq!(c.texts(Role::AttachedTitle), ["QUY CHẾ|Làm việc của Sở"]);
    assert_eq!(c.texts(Role::AppendixTitle), ["Phụ lục I|DANH MỤC", "Phụ lục II|BIỂU"]);
    let line = "(Kèm theo Quyết định số 12/QĐ-SNV ngày 05 tháng 3 năm 2025 của Sở Nội vụ)";
    for accompanies in c.texts(Role::Accompanies) {
        assert_eq!(accompanies.replace('|', " "), line);
    }
    assert_eq!(c.texts(Role::Accompanies).len(), 3);
    assert_eq!(
        c.texts(Role::ArticleText),
        ["Điều 1. Ban hành Quy chế và các phụ lục.", "Điều 2. Thi hành./.", "Điều 2. Hiệu lực./."]
    );
    assert_eq!(c.texts(Role::Article), ["Điều 1. Phạm vi"]);
    assert_eq!(c.texts(Role::Section), ["I. MỘT", "II. HAI./.", "I. BA./."]);
    // no number and no date stand in the header of an attached text
    assert_eq!(
        (c.texts(Role::Number).len(), c.texts(Role::PlaceAndDate).len(), c.texts(Role::Issuer).len()),
        (1, 1, 2)
    );
    let across = &c.document.parts[3].sections[0].page;
    assert_eq!((across.width, across.height), (Length::mm(297).round_to_twip(), Length::mm(210).round_to_twip()));
    let alone =
        decision(&json!({ "appendices": [{ "title": "Danh mục", "body": [{ "type": "paragraph", "text": "A" }] }] }));
    assert_eq!(alone.texts(Role::AppendixTitle), ["Phụ lục|DANH MỤC"]);
}

#[test]
fn an_electronic_document_and_a_draft_leave_number_and_date_open() {
    let electronic = decision(&json!({ "form": "electronic" }));
    let draft = decision(&json!({ "number": null, "issue_date": "2025" }));
    for c in [electronic, draft] {
        let line = c.texts(Role::Accompanies)[0].replace(['|', '\u{a0}'], " ");
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(line, "(Kèm theo Quyết định số /QĐ-SNV ngày tháng năm 2025 của Sở Nội vụ)");
    }
    let given = decision(
        &json!({ "appendices": [{ "title": "A", "accompanies": "Kèm theo Kế hoạch", "body": [{ "type": "paragraph", "text": "A" }] }] }),
    );
    assert_eq!(given.texts(Role::Accompanies)[1], "(Kèm theo Kế hoạch)");
}

#[test]
fn names_references_and_marks_are_judged_in_all_parts() {
    // a reference leads from one part into another; a name is given once
    let found = decision(&json!({ "appendices": [{ "title": "Phụ", "body": [
        { "type": "paragraph", "id": "pham_vi", "text": [{ "text": "Điều 1", "ref": "pham_vi" }, { "text": "x", "ref": "khong_co" }] },
        { "type": "paragraph", "text": "ngày 31 tháng 4 ././." }
    ] }] }));
    let at = |code: &str| {
        found.findings.iter().find(|finding| finding.code == code).map(|finding| finding.at.as_str().to_owned())
    };
    assert_eq!(at(registry::DOUBLED_ID.code).as_deref(), Some("/appendices/0/body/0/id"));
    assert_eq!(at(registry::UNKNOWN_REFERENCE.code).as_deref(), Some("/appendices/0/body/0/text/1/ref"));
    assert_eq!(at(registry::IMPOSSIBLE_DATE_IN_TEXT.code).as_deref(), Some("/appendices/0/body/1/text"));
    assert_eq!(at(registry::OWN_DECORATION.code).as_deref(), Some("/appendices/0/body/1/text"));
    let unmentioned = decision(&json!({ "body": [{ "type": "article", "text": "Ban hành Quy chế." }] }));
    assert_eq!(codes(&unmentioned), [registry::UNMENTIONED_APPENDIX.code]);
    let empty = report_with(&json!({ "appendices": [{ "title": "A", "body": [] }] }));
    assert!(codes(&Composed::of(&empty)).contains(&registry::EMPTY_BODY.code));
}

#[test]
fn a_link_into_another_part_is_the_bookmark_of_its_block() {
    let c = decision(
        &json!({ "body": [{ "type": "article", "text": ["Theo ", { "text": "Điều 1", "ref": "pham_vi" }, " và phụ lục."] }] }),
    );
    let named = |part: usize| {
        c.document.parts[part].sections[0].blocks.iter().any(|block| match &block.kind {
            BlockKind::Paragraph(paragraph) => paragraph.destination.as_deref() == Some("pham_vi"),
            BlockKind::Rule(_) | BlockKind::Table(_) => false,
        })
    };
    assert!(named(1) && !named(0));
}

#[test]
fn a_text_goes_on_on_pages_that_lie_across_and_its_page_numbers_go_on() {
    let turn = |orientation: &str| json!({ "type": "page_setup", "orientation": orientation });
    let text = |text: &str| json!({ "type": "paragraph", "text": text });
    let body = json!([
        text("Trước, xem phụ lục."),
        turn("landscape"),
        { "type": "field", "label": "Ngang" },
        turn("portrait"),
        text("Sau.")
    ]);
    let appendices = json!([{ "title": "Biểu", "orientation": "landscape", "body": [text("Ngang."), turn("portrait"), text("Dọc.")] }]);
    let issuer = json!({ "name": "Sở Nội vụ", "abbreviation": "SNV", "contact": { "phone": "024 3333 4444" } });
    let c = decision(&json!({ "issuer": issuer, "body": body, "attachments": [], "appendices": appendices }));
    assert_eq!(codes(&c), Vec::<&str>::new());
    let shapes = |part: usize| {
        let sections = c.document.parts[part].sections.iter();
        sections.map(|section| (section.page.width > section.page.height, section.numbers)).collect::<Vec<_>>()
    };
    assert_eq!(shapes(0), [(false, PageNumbers::GoOn), (true, PageNumbers::GoOn), (false, PageNumbers::GoOn)]);
    assert_eq!(shapes(1), [(true, PageNumbers::StartAt(1)), (false, PageNumbers::GoOn)]);
    // dots run to the edge of the page that they stand on
    let BlockKind::Paragraph(field) = &c.document.parts[0].sections[1].blocks[0].kind else { panic!() };
    assert!(field.tabs[0].position > Length::mm(200), "{:?}", field.tabs);

    let (docx, pdf) = c.files();
    let pdf = Pdf::read(&pdf);
    let pages = pdf.text();
    let set = layout(&mut c.document.clone(), &FontBook::bundled().unwrap());
    let printed: Vec<String> = (0..set.pages.len()).map(|page| in_margins(&set, page).concat()).collect();
    assert_eq!(printed, ["", "2", "3", "", "2"]);
    assert_eq!(pages.iter().filter(|page| page.contains("024 3333 4444")).count(), 1);

    let parts = parts(&docx);
    let sections = parts["word/document.xml"].named("w:sectPr");
    let references = |index: usize| {
        let children = sections[index].all();
        let count = |name: &str| children.iter().filter(|node| node.name == name).count();
        (count("w:headerReference"), count("w:footerReference"), count("w:titlePg"))
    };
    // what goes on takes over what is there; a part has feet of its own, or the contact would stand on its first page
    let found: Vec<_> = (0..sections.len()).map(references).collect();
    assert_eq!(found, [(2, 2, 1), (0, 0, 0), (0, 0, 0), (2, 2, 1), (0, 0, 0)]);
}

#[test]
fn pages_that_turn_for_nothing_are_told() {
    let turn = |orientation: &str| json!({ "type": "page_setup", "orientation": orientation });
    let text = json!({ "type": "paragraph", "text": "Ban hành các phụ lục." });
    let body = json!([text, turn("portrait"), text, turn("landscape")]);
    let c = decision(&json!({ "body": body }));
    let told: Vec<&str> =
        c.findings.iter().filter(|f| f.code == registry::IDLE_PAGE_SETUP.code).map(|f| f.at.as_str()).collect();
    assert_eq!(told, ["/body/1", "/body/3"]);
    assert_eq!(c.document.parts[0].sections.len(), 1);
}

#[test]
fn an_attached_text_that_is_signed_has_a_closing_block_of_its_own() {
    let mut spec = json!({ "attachments": [{
        "doc_type": "regulation", "subject": "Làm việc của Sở",
        "body": [{ "type": "article", "text": "Chung." }],
        "recipients": { "items": ["Các phòng thuộc Sở"] },
        "signatures": [{ "authority": ["KT. TRƯỞNG PHÒNG"], "position": "Phó Trưởng phòng", "signer": "Lê Hải Yến" }]
    }] });
    let c = decision(&spec);
    assert_eq!(codes(&c), [registry::UNMENTIONED_APPENDIX.code; 0]);
    assert_eq!(c.texts(Role::Signer), ["Lê Văn An", "Lê Hải Yến"]);
    assert_eq!(c.texts(Role::Authority)[1], "KT. TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG");
    assert!(c.texts(Role::RecipientItem).contains(&"- Các phòng thuộc Sở;".to_owned()));
    // it stands in its own part, with room for a digital signature of its own, and its text stays with it
    let attached = &c.document.parts[1].sections[0].blocks;
    let [.., last, closing] = attached.as_slice() else { panic!("no closing block") };
    assert_eq!(closing.role, Role::ClosingBlock);
    assert!(matches!(&last.kind, BlockKind::Paragraph(text) if text.keep_with_next == Some(true)));
    let dump = vanban::model::dump(&c.document);
    assert_eq!((dump.matches("Signature1").count(), dump.matches("Signature2").count()), (1, 1));
    // two of them side by side, the names of rooms all different
    spec["attachments"][0]["signatures"] =
        json!([{ "position": "A", "signer": "Lê Văn Bình" }, { "position": "B", "signer": "Lê Văn Chính" }]);
    let c = decision(&spec);
    let dump = vanban::model::dump(&c.document);
    assert!((1..=3).all(|n| dump.matches(&format!("Signature{n}")).count() == 1), "{dump}");
    // judged like every signature
    spec["attachments"][0]["signatures"] = json!([{ "signer": "Lê Văn Bình" }]);
    spec["attachments"][0]["recipients"] = json!({ "items": ["Như trên"] });
    let c = decision(&spec);
    let mut found = codes(&c);
    found.sort_unstable();
    let mut expected = [registry::NO_TITLE.code, registry::AS_ABOVE_OF_NOTHING.code];
    expected.sort_unstable();
    assert_eq!(found, expected);
}
