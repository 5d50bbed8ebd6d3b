//! Notes at the foot of pages: their numbers and marks, on which page they stand, what both files say of them.

use serde_json::{Value, json};
use vanban::diag::Diagnostics;
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Block, BlockKind, Document, Footnote, Inline, Paragraph, PartingKind, Role};
use vanban::pages::{ItemKind, LineEnd, Page, Pages, TextRun};
use vanban::rules;
use vanban::specification::Regulation;
use vanban::units::Length;

use crate::compose_support::{Composed, body, judge_pages, report_with};
use crate::docx_package::{Node, parts};
use crate::keeps;
use crate::words;

/// A text with a note.
fn noted(text: &str, note: &str) -> Value {
    json!({ "type": "paragraph", "text": [{ "text": text, "note": note }] })
}

fn pages_of(c: &Composed) -> Pages {
    layout(&mut c.document.clone(), &FontBook::bundled().unwrap())
}

fn runs(page: &Page) -> impl Iterator<Item = (Role, &TextRun)> {
    page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(run) => Some((item.role, run)),
        ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
    })
}

/// The text of a page: what flows, and its notes.
fn texts(pages: &Pages, page: &Page) -> (String, String) {
    let (mut text, mut notes) = (String::new(), String::new());
    for (role, run) in runs(page) {
        let out = if role == Role::FootnoteText { &mut notes } else { &mut text };
        out.push_str(pages.text_of(run));
        if run.ends_line.needs_space() {
            out.push(' ');
        }
    }
    (text, notes)
}

fn notes_in(document: &Document) -> Vec<&Footnote> {
    let blocks = document.sections().flat_map(|section| &section.blocks);
    let texts = blocks.filter_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => Some(text),
        BlockKind::Rule(_) | BlockKind::Table(_) => None,
    });
    let notes = texts.flat_map(|text| &text.inlines).filter_map(|inline| match inline {
        Inline::Note(note) => Some(&**note),
        _ => None,
    });
    notes.collect()
}

#[test]
fn notes_are_numbered_through_the_document_behind_the_word_they_belong_to() {
    let c = Composed::of(&report_with(&json!({
        "legal_basis": [["Căn cứ Luật Tổ chức chính quyền ", { "text": "địa phương", "note": "Đã được sửa đổi." }]],
        "body": [
            { "type": "section", "heading": [{ "text": "Kết quả", "note": "Đến ngày 30/9." }] },
            { "type": "paragraph", "text": ["Toàn tỉnh có ", { "text": "200 xã ", "note": "Sau sắp xếp." }, "và phường."] },
            { "type": "clause", "text": [{ "text": "Hết hiệu lực", "note": "Một.\nHai." }] }
        ]
    })));
    assert!(c.findings.is_empty(), "{:#?}", c.findings);
    // what ends a text stands behind the mark, white space too, so that no line begins with one
    assert_eq!(c.text(Role::LegalBasis), "Căn cứ Luật Tổ chức chính quyền địa phương[1].");
    let texts: Vec<String> = c.body().into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts[1..], ["I. KẾT QUẢ[2]", "Toàn tỉnh có 200 xã[3] và phường.", "1. Hết hiệu lực[4]./."]);
    let notes = notes_in(&c.document);
    let said: Vec<String> = notes.iter().map(|note| words::of_blocks(std::slice::from_ref(&note.block))).collect();
    assert_eq!(said, ["1 Đã được sửa đổi.\n", "2 Đến ngày 30/9.\n", "3 Sau sắp xếp.\n", "4 Một.\nHai.\n"]);
    let outline: Vec<String> = pages_of(&c).outline.into_iter().map(|entry| entry.title).collect();
    assert!(outline.iter().any(|title| title == "I. KẾT QUẢ"), "no mark in {outline:?}");
}

/// The numbers of the notes whose marks stand in the text of a page, and of those at its foot.
fn numbers(pages: &Pages, page: &Page) -> (Vec<String>, Vec<String>) {
    let (mut marks, mut notes) = (Vec::new(), Vec::new());
    for (role, run) in runs(page) {
        let Some(link) = run.link.map(|link| &pages.links[link as usize]) else { continue };
        let vanban::model::Link::Destination(name) = &link.target else { continue };
        let Some(number) = name.strip_prefix("footnote.") else { continue };
        assert_eq!(pages.text_of(run), number.trim_end_matches(".mark"));
        assert_eq!(role == Role::FootnoteText, number.ends_with(".mark"), "a mark leads to the note, its number back");
        let out = if role == Role::FootnoteText { &mut notes } else { &mut marks };
        out.push(number.trim_end_matches(".mark").to_owned());
    }
    (marks, notes)
}

/// Checks all pages: every note once, in order, on the page of its mark, below the text; returns how many pages.
fn check_pages(c: &Composed, pages: &Pages) -> usize {
    let mut next = 1_usize;
    for page in &pages.pages {
        let (marks, notes) = numbers(pages, page);
        assert_eq!(marks, notes, "the notes of a page are those of its lines");
        for number in notes {
            assert_eq!(number, next.to_string());
            next += 1;
        }
        let bottom = page.height - Length::mm(20);
        let lowest = |of: &dyn Fn(Role) -> bool| runs(page).filter(|(role, _)| of(*role)).map(|(_, run)| run.y).max();
        let highest_note = runs(page).filter(|(role, _)| *role == Role::FootnoteText).map(|(_, run)| run.y).min();
        if let (Some(text), Some(note)) = (lowest(&|role| role != Role::FootnoteText), highest_note) {
            // 14 pt text, the separator of a 14 pt line, 10 pt notes
            assert!(text + Length::twip(60 + 322) < note, "text runs into the notes");
            let last = lowest(&|role| role == Role::FootnoteText).unwrap();
            let above_bottom = (bottom - last).to_twip();
            assert!((43..=45).contains(&above_bottom), "the last note ends at the margin: {above_bottom}");
        }
    }
    assert_eq!(next - 1, notes_in(&c.document).len(), "a note was lost");
    pages.pages.len()
}

#[test]
fn each_note_stands_on_the_page_of_its_line_and_none_is_lost() {
    let mut state = 20_261_127_u64;
    let mut random = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    for _ in 0..40 {
        let mut blocks = Vec::new();
        for _ in 0..4 + random(20) {
            let text = keeps::lines(1 + random(7));
            let mut runs = vec![json!({ "text": text })];
            for _ in 0..random(4) {
                let note = keeps::lines(1 + random(5));
                runs.push(json!({ "text": format!(" {}", keeps::lines(1 + random(3))), "note": note }));
            }
            blocks.push(match random(5) {
                0 => json!({ "type": "point", "text": runs }),
                1 => json!({ "type": "list", "items": [runs] }),
                2 => json!({ "type": "clause", "heading": "Tiêu đề", "text": runs }),
                _ => json!({ "type": "paragraph", "text": runs }),
            });
        }
        let c = Composed::of(&report_with(&json!({ "body": blocks, "signatures": keeps::signatures(1) })));
        let pages = pages_of(&c);
        assert_eq!(
            judge_pages(&pages, None).iter().map(|finding| finding.code).collect::<Vec<_>>(),
            Vec::<&str>::new()
        );
        check_pages(&c, &pages);
        let all: String =
            notes_in(&c.document).iter().map(|note| words::of_blocks(std::slice::from_ref(&note.block))).collect();
        let set: String = pages.pages.iter().map(|page| texts(&pages, page).1).collect();
        assert_eq!(words::split(&set), words::split(&all));
        // all that a Word file takes goes into it
        let (docx, _) = c.files();
        let Some(part) = parts(&docx).remove("word/footnotes.xml") else { continue };
        let text = |node: &Node| -> String { node.named("w:t").iter().map(|t| t.text.as_str()).collect() };
        let of_notes = notes_in(&c.document);
        let written = part.named("w:footnote");
        assert_eq!(written.len(), of_notes.len() + 2, "and two separators");
        for (note, footnote) in written[2..].iter().zip(&of_notes) {
            assert_eq!(note.get("w:id"), Some(footnote.number.to_string().as_str()));
            let said = words::of_blocks(std::slice::from_ref(&footnote.block));
            assert_eq!(format!("{}{}", footnote.number, text(note)).trim(), said.trim());
        }
    }
}

#[test]
fn ten_thousand_notes_cost_no_more_steps_than_lines() {
    let blocks: Vec<Value> = (0..10_000).map(|i| noted(&format!("Dòng {i}."), &format!("Chú thích {i}."))).collect();
    let c = body(&json!(blocks));
    let pages = pages_of(&c);
    check_pages(&c, &pages);
    assert!(pages.steps < 4 * 10_100, "{} steps", pages.steps);
}

#[test]
fn notes_that_no_page_holds_are_told() {
    let c = body(&json!([noted("Dòng.", &keeps::lines(300))]));
    assert_eq!(c.codes().iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["VB242"]);
}

#[test]
fn a_word_full_of_notes_loses_none() {
    let many: Vec<Value> = (0..200).map(|i| json!({ "text": format!("{i}"), "note": "Chú thích." })).collect();
    let c = body(&json!([{ "type": "paragraph", "text": many }]));
    let pages = pages_of(&c);
    assert!(check_pages(&c, &pages) > 4);
}

#[test]
fn a_note_has_no_note() {
    let nested = json!([{ "text": "Một", "note": "Hai." }]);
    let c = body(&json!([{ "type": "paragraph", "text": [{ "text": "Không.", "note": nested }] }]));
    assert_eq!(c.codes().iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["VB240"]);
    assert_eq!(c.findings.iter().next().unwrap().at.as_str(), "/body/0/text/0/note/0/note");
}

#[test]
fn a_note_in_a_table_or_a_margin_is_told() {
    let c = body(&json!([noted("Dòng.", "Chú thích.")]));
    let Block { kind: BlockKind::Paragraph(text), .. } =
        c.document.sections().next().unwrap().blocks.iter().find(|block| block.role == Role::Body).unwrap().clone()
    else {
        panic!("a paragraph");
    };
    let judge = |document: &Document| {
        let fonts = FontBook::bundled().unwrap();
        let profile = vanban::profile::get(Regulation::ALL[0]).unwrap();
        let mut found = Diagnostics::default();
        rules::document::check(document, &rules::Context { profile, fonts: &fonts }, &mut found);
        found.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(judge(&c.document), Vec::<&str>::new());
    let replace = |paragraph: &mut Paragraph| paragraph.inlines.clone_from(&text.inlines);
    let mut in_table = c.document.clone();
    let closing = in_table.parts[0].sections[0].blocks.iter_mut().find_map(|block| match &mut block.kind {
        BlockKind::Table(table) if block.role == Role::ClosingBlock => Some(table),
        _ => None,
    });
    let cell = &mut closing.unwrap().rows[0].cells[0].blocks;
    if let BlockKind::Paragraph(paragraph) = &mut cell[0].kind {
        replace(paragraph);
    }
    assert_eq!(judge(&in_table), ["VB241"]);
    let mut in_margin = c.document;
    if let BlockKind::Paragraph(paragraph) = &mut in_margin.parts[0].sections[0].furniture.header[0].kind {
        replace(paragraph);
    }
    assert_eq!(judge(&in_margin), ["VB241"]);
}

#[test]
fn the_files_have_notes_of_their_own_kind() {
    let c = body(&json!([{ "type": "paragraph", "text": [
        "Theo ", { "text": "báo cáo", "bold": true, "note": ["Xem ", { "text": "cổng thông tin", "link": "https://example.gov.vn" }] }, "."
    ] }]));
    let (docx, pdf) = c.files();
    let parts = parts(&docx);
    let reference = parts["word/document.xml"].named("w:footnoteReference");
    assert_eq!(reference.len(), 1);
    assert_eq!(reference[0].get("w:id"), Some("1"));
    let notes = parts["word/footnotes.xml"].dump();
    for expected in
        ["w:separator", "w:continuationSeparator", "FootnoteText", "FootnoteReference", "w:footnoteRef", "w:hyperlink"]
    {
        assert!(notes.contains(expected), "{expected} in {notes}");
    }
    assert!(parts["word/_rels/footnotes.xml.rels"].dump().contains("https://example.gov.vn"));
    assert!(parts["word/_rels/document.xml.rels"].dump().contains("relationships/footnotes"));
    assert!(parts["word/settings.xml"].dump().contains("w:footnotePr"));
    assert!(parts["[Content_Types].xml"].dump().contains("wordprocessingml.footnotes+xml"));
    assert!(!pdf.is_empty());
    let pages = pages_of(&c);
    let tags: Vec<_> = pages.structure.elements.iter().map(|element| format!("{:?}", element.tag)).collect();
    let at = |tag: &str| tags.iter().position(|t| t == tag).unwrap_or_else(|| panic!("{tag} in {tags:?}"));
    assert!(at("Reference") < at("Note") && at("Note") < tags.iter().rposition(|t| t == "Label").unwrap());
    // a document without notes says nothing of them
    let (plain, _) = body(&json!([{ "type": "paragraph", "text": "Không." }])).files();
    assert!(!crate::docx_package::parts(&plain).contains_key("word/footnotes.xml"));
}

/// `LibreOffice` 25.2 would leave the lines and send the note alone to the next page.
#[test]
fn a_paragraph_that_moves_for_its_note_begins_its_page_in_the_word_file() {
    let mut moved = 0;
    for fill in 20..30 {
        let mut blocks = vec![noted("Dòng một.", "Chú thích."); 1];
        blocks.extend(vec![json!({ "type": "paragraph", "text": "Dòng." }); fill]);
        blocks.push(noted(&keeps::lines(2), &keeps::lines(5)));
        let c = Composed::of(&report_with(&json!({ "body": blocks })));
        let says = pages_of(&c).partings.iter().any(|parting| parting.kind == PartingKind::Moved);
        let (docx, _) = c.files();
        let written = parts(&docx)["word/document.xml"].named("w:pageBreakBefore").len();
        assert_eq!(written, usize::from(says));
        moved += written;
    }
    assert!((1..10).contains(&moved), "{moved} of ten");
}

/// `LibreOffice` 7.4 takes less of a page for the separator: where the next line would find room there, the notes stand lower.
#[test]
fn a_page_with_notes_has_no_room_for_another_line_below_any_separator() {
    // measured: 0.1 cm above and below the line
    let (separator, smallest) = (Length::twip(322), Length::twip(124));
    let mut spaced = 0;
    for sentences in 1..14 {
        let mut blocks: Vec<Value> = (0..12)
            .map(|i| json!({ "type": "paragraph", "text": "Các phòng phối hợp thực hiện. ".repeat(7 + i % 4).trim_end() }))
            .collect();
        let first = "Cơ quan chủ trì báo cáo kết quả. ".repeat(sentences);
        blocks.insert(0, json!({ "type": "paragraph", "text": first.trim_end() }));
        blocks.insert(2, noted("Theo quy định hiện hành", "Nghị định của Chính phủ."));
        let c = body(&json!(blocks));
        let mut document = c.document.clone();
        let pages = layout(&mut document, &FontBook::bundled().unwrap());
        assert!(pages.pages.len() > 1);
        let page = &pages.pages[0];
        let text_bottom = runs(page).filter(|(role, _)| *role == Role::Body).map(|(_, run)| run.y).max().unwrap();
        let rule = page.items.iter().find_map(|item| match &item.kind {
            ItemKind::Line { y, .. } if item.role == Role::FootnoteText => Some(*y),
            _ => None,
        });
        let notes_top = rule.unwrap() + Length::twip(129);
        assert!(text_bottom + Length::twip(60) <= notes_top - separator, "text runs into the separator");
        // two lines begin a paragraph and two end it
        let body_lines = |page: &Page| -> Vec<LineEnd> {
            let ends = runs(page).filter(|(role, run)| *role == Role::Body && run.ends_line != LineEnd::None);
            ends.map(|(_, run)| run.ends_line).collect()
        };
        let begins = body_lines(page).last() == Some(&LineEnd::Paragraph);
        let left = body_lines(&pages.pages[1]).iter().position(|end| *end == LineEnd::Paragraph).unwrap() + 1;
        let (lines, gap) = if begins { (2, 120) } else { (if left == 2 { 2 } else { 1 }, 0) };
        // lines of 14 pt; the last ends so far below its baseline
        let next = text_bottom + Length::twip(gap + 322 * lines + 60);
        assert!(next > notes_top - smallest, "{sentences}: another line would have room");
        let BlockKind::Paragraph(note) = &notes_in(&document)[0].block.kind else { panic!("a note without text") };
        let extra = note.stretch.0;
        // in the Word file too, in place of what the style says
        let word = parts(&c.files().0);
        let spacing = word["word/footnotes.xml"].all().into_iter().filter(|node| node.name == "w:spacing");
        let told: Vec<&str> = spacing.filter_map(|node| node.get("w:before")).filter(|before| *before != "0").collect();
        let style = document.styles.get(notes_in(&document)[0].block.style).space_before;
        let known = (extra > Length::ZERO).then(|| (style + extra).to_twip().to_string());
        assert_eq!(told, known.iter().map(String::as_str).collect::<Vec<_>>());
        spaced += usize::from(extra > Length::ZERO);
    }
    assert!((1..13).contains(&spaced), "{spaced} of 13");
}

/// `LibreOffice` 7.4 leaves an empty line above a table that a document with notes begins with.
#[test]
fn a_document_with_notes_begins_with_a_paragraph() {
    let first_of = |block: Value| {
        let c = body(&json!([block]));
        let word = parts(&c.files().0);
        word["word/document.xml"].named("w:body")[0].children[0].name.clone()
    };
    assert_eq!(first_of(noted("Theo quy định", "Nghị định.")), "w:p");
    assert_eq!(first_of(json!({ "type": "paragraph", "text": "Theo quy định." })), "w:tbl");
}
