//! Tables of contents and the numbers of pages that texts name: what they list, that each number is that of the page in both
//! files, what word processors and readers find.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use vanban::diag::{Pointer, registry};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Link, Role};
use vanban::pages::{ItemKind, LineEnd, Pages, Tag, TextRun};

use crate::compose_support::{Composed, body, judge_pages, report_with};
use crate::docx_package::{Node, parts};
use crate::words;

const ENTRIES: [Role; 6] =
    [Role::Contents1, Role::Contents2, Role::Contents3, Role::Contents4, Role::Contents5, Role::CaptionEntry];

fn contents(more: &Value) -> Value {
    let mut block = json!({ "type": "contents" });
    more.as_object().unwrap().iter().for_each(|(key, value)| block[key] = value.clone());
    block
}

fn heading(kind: &str, text: &str) -> Value {
    json!({ "type": kind, "heading": text })
}

fn filler(sentences: usize) -> Value {
    json!({ "type": "paragraph", "text": "Cơ quan chủ trì tổng hợp kết quả và báo cáo. ".repeat(sentences).trim_end() })
}

/// Sections with clauses, each of so much text.
fn chapters(sections: usize, sentences: usize) -> Vec<Value> {
    (0..sections)
        .flat_map(|i| {
            let name = format!("Nhiệm vụ thứ {}", i + 1);
            [heading("section", &name), heading("clause", "Nội dung"), filler(sentences), heading("clause", "Kết quả")]
        })
        .chain([filler(3)])
        .collect()
}

fn pages_of(c: &Composed) -> Pages {
    layout(&mut c.document.clone(), &FontBook::bundled().unwrap())
}

/// A line of a table of contents as it stands on a page.
#[derive(Debug)]
struct Shown<'a> {
    role: Role,
    text: String,
    number: String,
    name: &'a str,
    runs: Vec<(TextRun, String)>,
}

/// The lines of all tables of contents, in the order of reading.
fn shown(pages: &Pages) -> Vec<Shown<'_>> {
    let mut lines: Vec<Shown<'_>> = Vec::new();
    let mut is_open = false;
    for item in pages.pages.iter().flat_map(|page| &page.items).filter(|item| ENTRIES.contains(&item.role)) {
        let ItemKind::Text(run) = item.kind else { continue };
        let text = pages.text_of(&run).to_owned();
        let Some(link) = run.link else {
            assert!(text.chars().all(|c| c == '.') && !text.is_empty(), "{text:?} does not lead to its place");
            lines.last_mut().unwrap().runs.push((run, text));
            continue;
        };
        let Link::Destination(name) = &pages.links[link as usize].target else { panic!("an address") };
        if !is_open {
            lines.push(Shown { role: item.role, text: String::new(), number: String::new(), name, runs: Vec::new() });
        }
        let line = lines.last_mut().unwrap();
        assert_eq!(line.name, name);
        // a line that is too long ends by hand; the last has the number behind its tab
        let is_number = line.runs.last().is_some_and(|(_, before)| before == " ");
        is_open = !is_number;
        match run.ends_line {
            LineEnd::Paragraph if is_number => line.number.clone_from(&text),
            LineEnd::Paragraph => line.text.push_str(&format!("{text} ")),
            LineEnd::None => line.text.push_str(&text),
            LineEnd::Space | LineEnd::Hard => panic!("a line of an entry ends by itself: {text:?}"),
        }
        line.runs.push((run, text));
    }
    lines
}

/// The number of the page of each place.
fn numbers(pages: &Pages) -> BTreeMap<&str, u32> {
    pages.destinations.iter().map(|found| (found.name.as_str(), pages.pages[found.page].number)).collect()
}

/// The results of the fields of a Word file that begin with a word, in order: (code, text).
fn fields(document: &Node, word: &str) -> Vec<(String, String)> {
    let mut open: Vec<(String, String, bool)> = Vec::new();
    let mut found = Vec::new();
    for node in document.all() {
        match node.name.as_str() {
            "w:fldChar" => match node.get("w:fldCharType").unwrap() {
                "begin" => open.push((String::new(), String::new(), false)),
                "separate" => open.last_mut().unwrap().2 = true,
                _ => {
                    let (code, text, _) = open.pop().expect("a field ends that has not begun");
                    found.extend(code.trim().starts_with(word).then_some((code, text)));
                }
            },
            "w:instrText" => open.last_mut().unwrap().0.push_str(&node.text),
            "w:t" => open.iter_mut().for_each(|(_, text, _)| text.push_str(&node.text)),
            _ => {}
        }
    }
    assert!(open.is_empty(), "a field has no end");
    found
}

#[test]
fn each_number_is_that_of_the_page_in_both_files() {
    let mut blocks = vec![contents(&json!({ "levels": 2 }))];
    blocks.extend(chapters(30, 60));
    let c = body(&json!(blocks));
    assert!(c.findings.is_empty(), "{:#?}", c.findings);
    let pages = pages_of(&c);
    assert!(pages.pages.len() > 20, "numbers of two figures: {}", pages.pages.len());
    let (lines, numbers) = (shown(&pages), numbers(&pages));
    assert_eq!(lines.len(), 30 * 3);
    for line in &lines {
        assert_eq!(line.number, numbers[line.name].to_string(), "{line:?}");
    }
    assert!(lines.windows(2).all(|pair| numbers[pair[0].name] <= numbers[pair[1].name]));
    assert_eq!(lines[3].text.trim_end(), "II. NHIỆM VỤ THỨ 2");
    assert_eq!(lines[4].text.trim_end(), "1. Nội dung");
    let word = parts(&c.files().0);
    let told: Vec<String> = fields(&word["word/document.xml"], "PAGEREF")
        .into_iter()
        .map(|(code, text)| format!("{code}= {text}"))
        .collect();
    let known: Vec<String> = lines.iter().map(|line| format!(" PAGEREF {} \\h = {}", line.name, line.number)).collect();
    assert_eq!(told, known);
}

#[test]
fn numbers_end_at_the_edge_of_the_text_and_dots_before_them() {
    let mut blocks = vec![contents(&json!({}))];
    blocks.extend(chapters(12, 120));
    blocks.push(heading("section", &"Tên đề mục rất dài phải xuống dòng ".repeat(4)));
    blocks.push(filler(1));
    let c = body(&json!(blocks));
    let (pages, page) = (pages_of(&c), &c.document.sections().next().unwrap().page);
    let edge = page.width - page.margin_right;
    let lines = shown(&pages);
    assert!(lines.iter().any(|line| line.number.len() == 1) && lines.iter().any(|line| line.number.len() == 2));
    for line in &lines {
        let of = |is: &dyn Fn(&str) -> bool| line.runs.iter().rev().find(|(_, text)| is(text)).map(|(run, _)| *run);
        let number = of(&|text| text == line.number).unwrap();
        let dots = of(&|text| text.starts_with("..")).unwrap_or_else(|| panic!("no dots: {line:?}"));
        let end = number.x + number.width;
        assert!((edge - end).to_twip().abs() <= 1, "{line:?}");
        assert_eq!(dots.x + dots.width, number.x);
        let text = of(&|text| text != " " && text != line.number && !text.starts_with("..")).unwrap();
        assert!(text.x + text.width <= dots.x, "dots run into the text: {line:?}");
        let dot = dots.width / i64::from(dots.text.1 - dots.text.0);
        assert!(dots.x - (text.x + text.width) < dot, "room for one dot more: {line:?}");
    }
}

#[test]
fn the_word_file_has_a_filled_field_that_asks_nothing() {
    let mut blocks = vec![contents(&json!({})), contents(&json!({ "of": "tables", "title": "Các bảng" }))];
    blocks.extend(chapters(2, 3));
    blocks.push(json!({ "type": "table", "caption": "Số liệu", "rows": [["1"]] }));
    blocks.push(json!({ "type": "table", "caption": "Riêng", "label": "Biểu A.", "rows": [["1"]] }));
    let c = body(&json!(blocks));
    assert!(c.findings.is_empty(), "{:#?}", c.findings);
    let word = parts(&c.files().0);
    let document = &word["word/document.xml"];
    let codes: Vec<String> = fields(document, "TOC").into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [" TOC \\o \"1-2\" \\h \\z \\u ", " TOC \\h \\z \\c \"Bảng\" "]);
    assert_eq!(fields(document, "SEQ"), [(" SEQ Bảng \\* ARABIC ".to_owned(), "1".to_owned())]);
    assert!(document.all().iter().all(|node| node.get("w:dirty").is_none()));
    assert!(word["word/settings.xml"].named("w:updateFields").is_empty());
    let bookmarks: Vec<&str> =
        document.named("w:bookmarkStart").iter().map(|node| node.get("w:name").unwrap()).collect();
    let anchors: Vec<&str> = document.named("w:hyperlink").iter().map(|node| node.get("w:anchor").unwrap()).collect();
    assert!(
        !anchors.is_empty() && anchors.iter().all(|anchor| bookmarks.contains(anchor)),
        "{anchors:?} {bookmarks:?}"
    );
    // a line is one link: text, tab and number
    assert_eq!(anchors.len(), 2 * 3 + 2);
    assert!(document.named("w:hyperlink").iter().all(|link| link.named("w:tab").len() == 1));
    let (words_of_file, _) = words::of_docx(&c.files().0);
    assert_eq!(words::split(&words_of_file), words::split(&words::of_blocks(&c.document.parts[0].sections[0].blocks)));
}

#[test]
fn readers_find_entries_inside_each_other_and_one_link_a_line() {
    let mut blocks = vec![contents(&json!({}))];
    blocks.extend(chapters(2, 2));
    let pages = pages_of(&body(&json!(blocks)));
    let elements = &pages.structure.elements;
    let count = |tag: Tag| elements.iter().filter(|element| element.tag == tag).count();
    assert_eq!((count(Tag::Contents), count(Tag::ContentsEntry)), (3, 6));
    assert_eq!((count(Tag::Reference), count(Tag::Link)), (6, 6));
    let links: Vec<&str> = pages.links.iter().map(|link| link.text.trim()).collect();
    assert_eq!(links[..2], ["I. NHIỆM VỤ THỨ 1", "1. Nội dung"]);
}

#[test]
fn the_main_document_lists_what_it_brings_along_and_other_parts_themselves() {
    let spec = report_with(&json!({
        "doc_type": "decision",
        "body": [contents(&json!({})), heading("article", "Ban hành"), filler(2), heading("article", "Hiệu lực"),
            { "type": "paragraph", "text": "Chi tiết tại phụ lục." }],
        "attachments": [{ "doc_type": "regulation", "subject": "Làm việc", "body": [
            contents(&json!({ "levels": 1 })), heading("chapter", "Quy định chung"), heading("article", "Phạm vi"), filler(1)] }],
        "appendices": [
            { "title": "Danh mục", "body": [heading("section", "Nhóm một"), filler(1)] },
            { "title": "Biểu mẫu", "body": [filler(1)] }]
    }));
    let pages = pages_of(&Composed::of(&spec));
    let lines: Vec<(Role, String)> =
        shown(&pages).into_iter().map(|line| (line.role, line.text.trim_end().to_owned())).collect();
    let told: Vec<(Role, &str)> = lines.iter().map(|(role, text)| (*role, text.as_str())).collect();
    assert_eq!(
        told,
        [
            (Role::Contents1, "Điều 1. Ban hành"),
            (Role::Contents1, "Điều 2. Hiệu lực"),
            (Role::Contents1, "QUY CHẾ Làm việc"),
            (Role::Contents2, "Chương I. QUY ĐỊNH CHUNG"),
            (Role::Contents3, "Điều 1. Phạm vi"),
            (Role::Contents1, "Phụ lục I. DANH MỤC"),
            (Role::Contents2, "I. NHÓM MỘT"),
            (Role::Contents1, "Phụ lục II. BIỂU MẪU"),
            // of the attached text
            (Role::Contents1, "Chương I. QUY ĐỊNH CHUNG"),
        ]
    );
}

/// Made anew in a word processor, a table of contents lists what it listed: the bookmark that it names holds the headings of its
/// part and no others.
#[test]
fn the_field_of_a_part_is_confined_to_it() {
    let part = |name: &str| {
        let body = json!([contents(&json!({})), heading("chapter", name), heading("article", "Phạm vi"), filler(1)]);
        json!({ "doc_type": "regulation", "subject": "Làm việc", "body": body })
    };
    let spec = report_with(&json!({
        "doc_type": "decision",
        "body": [contents(&json!({})), heading("article", "Ban hành"), filler(2)],
        "attachments": [part("Một"), part("Hai")],
        "appendices": [{ "title": "Biểu mẫu", "body": [heading("section", "Ba"), filler(1)] }]
    }));
    let word = parts(&Composed::of(&spec).files().0);
    let document = &word["word/document.xml"];
    let codes: Vec<String> = fields(document, "TOC").into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes[0].split_once("\\b"), None);
    let (mut open, mut held): (BTreeMap<&str, &str>, BTreeMap<&str, String>) = Default::default();
    for node in document.all() {
        match node.name.as_str() {
            "w:bookmarkStart" => drop(open.insert(node.get("w:id").unwrap(), node.get("w:name").unwrap())),
            "w:bookmarkEnd" => drop(open.remove(node.get("w:id").unwrap()).expect("a bookmark ends that has begun")),
            "w:t" => open.values().for_each(|name| held.entry(name).or_default().push_str(&node.text)),
            _ => {}
        }
    }
    assert!(open.is_empty());
    for (code, own, others) in [(&codes[1], "MỘT", ["HAI", "BA"]), (&codes[2], "HAI", ["MỘT", "BA"])] {
        let name = code.trim().rsplit_once("\\b ").unwrap().1;
        let held = &held[name];
        assert!(held.contains(own) && held.contains("Phạm vi"), "{held}");
        assert!(others.iter().all(|other| !held.contains(other)), "{held}");
    }
}

#[test]
fn the_number_of_a_page_in_the_text_stands_as_if_it_were_typed() {
    let text = |number: Value| {
        let text = |i: usize| {
            let words = "theo quy định ".repeat(i % 7 + 1);
            json!({ "type": "paragraph", "text": ["Thực hiện ", words, number.clone(), ", gửi về cơ quan chủ trì trước ngày 15."] })
        };
        let mut blocks: Vec<Value> = (0..25).map(text).collect();
        blocks.extend((0..14).map(|_| filler(60)));
        blocks.push(json!({ "type": "section", "id": "dich", "heading": "Tổ chức" }));
        blocks.push(json!({ "type": "paragraph", "text": [{ "text": "Xem trang ", "page_of": "dich" }] }));
        body(&json!(blocks))
    };
    let named = text(json!({ "text": "(trang ", "page_of": "dich" }));
    assert!(named.findings.is_empty(), "{:#?}", named.findings);
    let pages = pages_of(&named);
    let number = numbers(&pages)["dich"];
    assert!(number >= 10, "{number}");
    let typed = pages_of(&text(json!(format!("(trang {number}"))));
    let ends = |pages: &Pages| -> Vec<String> {
        let (content, _) = words::of_pages(pages);
        words::split(&content)
    };
    assert_eq!(ends(&pages)[..400], ends(&typed)[..400]);
    let text = ends(&pages).join(" ");
    assert!(text.contains(&format!("Xem trang {number}./.")), "{}", &text[text.len() - 300..]);
    let lines = |pages: &Pages| -> Vec<(usize, i64)> {
        let runs = pages.pages.iter().enumerate().flat_map(|(at, page)| page.items.iter().map(move |item| (at, item)));
        let ys = runs.filter_map(|(at, item)| match &item.kind {
            ItemKind::Text(run) if item.role == Role::Body => Some((at, run.y.to_twip())),
            _ => None,
        });
        let mut ys: Vec<_> = ys.collect();
        ys.dedup();
        ys
    };
    assert_eq!(lines(&pages), lines(&typed));
    let word = parts(&named.files().0);
    let fields = fields(&word["word/document.xml"], "PAGEREF");
    assert_eq!(fields.len(), 26);
    assert!(
        fields.iter().all(|(code, text)| code == " PAGEREF dich \\h " && *text == number.to_string()),
        "{fields:?}"
    );
}

/// Lines and pages are looked at a few times however long the table of contents is: no clock, the steps are counted.
#[test]
fn a_table_of_contents_longer_than_its_document_is_set_once() {
    let of = |headings: usize| {
        let mut blocks = vec![contents(&json!({}))];
        blocks.extend((0..headings).map(|i| heading("section", &format!("Mục {i}"))));
        blocks.push(filler(1));
        let pages = pages_of(&body(&json!(blocks)));
        let (lines, numbers) = (shown(&pages), numbers(&pages));
        assert_eq!(lines.len(), headings);
        assert!(lines.iter().all(|line| line.number == numbers[line.name].to_string()));
        (pages.steps, pages.pages.len())
    };
    let ((few, _), (many, count)) = (of(500), of(2000));
    assert!(count > 90 && many <= 4 * few + 100 && many <= 4 * 2 * 2000 + 100, "{few} {many}");
}

#[test]
fn what_cannot_be_listed_or_found_is_told() {
    let told = |blocks: &Value| -> Vec<(&'static str, String)> {
        let fonts = FontBook::bundled().unwrap();
        let spec = serde_json::to_vec(&report_with(&json!({ "body": blocks }))).unwrap();
        let rendered = vanban::render(&spec, vanban::Resources::new(&fonts), &vanban::Options::default()).unwrap();
        rendered.findings.iter().map(|finding| (finding.code, finding.at.as_str().to_owned())).collect()
    };
    let one = |code: &'static str, at: &str| vec![(code, at.to_owned())];
    let section = heading("section", "Một");
    assert_eq!(told(&json!([contents(&json!({})), filler(1)])), one(registry::EMPTY_CONTENTS.code, "/body/0"));
    let pictures = contents(&json!({ "of": "pictures" }));
    assert_eq!(told(&json!([pictures, section, filler(1)])), one(registry::EMPTY_CONTENTS.code, "/body/0"));
    let deep = contents(&json!({ "levels": 6 }));
    assert_eq!(told(&json!([deep, section, filler(1)])), one(registry::CONTENTS_LEVELS.code, "/body/0/levels"));
    let twice = json!([contents(&json!({})), section, contents(&json!({})), filler(1)]);
    assert_eq!(told(&twice), one(registry::SECOND_CONTENTS.code, "/body/2"));
    let lost = json!([section, { "type": "paragraph", "text": [{ "text": "Xem trang ", "page_of": "khong_co" }] }]);
    assert_eq!(told(&lost), one(registry::UNKNOWN_REFERENCE.code, "/body/1/text/0/page_of"));
}

#[test]
fn a_number_without_a_solution_is_told() {
    let pages = Pages { unsettled_numbers: vec![Pointer::root().key("body").index(3)], ..Pages::default() };
    let findings = judge_pages(&pages, None);
    let told: Vec<_> = findings.iter().map(|finding| (finding.code, finding.at.as_str())).collect();
    assert!(told.contains(&(registry::UNSETTLED_NUMBER.code, "/body/3")), "{told:?}");
}
