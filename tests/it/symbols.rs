//! The face of the signs that the text's face has not: chosen character by character, in both files, at the same width.

use std::io::Read;

use read_fonts::{FontRef, TableProvider};
use serde_json::json;
use vanban::font::{FaceStyle, FontBook};
use vanban::model::{Inline, Run, Typeface};
use vanban::units::Length;

use crate::compose_support::{Composed, report_with};
use crate::pdf_reader::Pdf;

/// What offices type and Liberation Serif has not.
const SIGNS: &str = "☐☑☒✓✔✗✘℃℉ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❿⁰⁺⁻⁼₊₋₌◆◇★☆⇒⇐☎➢➤❖❑\
    ∈∉⊂∪∅∀∃≅⊥∥∠△";

fn one_paragraph(text: &serde_json::Value) -> serde_json::Value {
    report_with(&json!({ "body": [{ "type": "paragraph", "text": text }] }))
}

/// The runs of the body's first paragraph, the closing mark left out.
fn runs(composed: &Composed) -> Vec<Run> {
    let blocks = composed.document.sections().flat_map(|section| &section.blocks);
    let paragraphs = blocks.filter(|block| block.at.as_str() == "/body/0");
    let inlines = paragraphs.flat_map(|block| match &block.kind {
        vanban::model::BlockKind::Paragraph(paragraph) => paragraph.inlines.clone(),
        _ => Vec::new(),
    });
    inlines.filter_map(|inline| if let Inline::Run(run) = inline { Some(run) } else { None }).collect()
}

fn files(spec: &serde_json::Value) -> (Vec<u8>, Vec<u8>) {
    let composed = Composed::of(spec);
    assert!(!composed.findings.has_errors(), "{:#?}", composed.findings);
    composed.files()
}

fn part(docx: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut bytes = Vec::new();
    zip.by_name(name).ok()?.read_to_end(&mut bytes).unwrap();
    Some(bytes)
}

fn xml(docx: &[u8], name: &str) -> String {
    String::from_utf8(part(docx, name).unwrap()).unwrap()
}

#[test]
fn the_face_has_what_offices_type_and_nothing_that_text_is_made_of() {
    let fonts = FontBook::bundled().unwrap();
    for style in FaceStyle::ALL {
        for c in SIGNS.chars() {
            assert_eq!(fonts.face_of(c, style), FaceStyle::Symbols, "{style:?} {c}");
        }
        for c in "aĐế1 .–…“”²³₂½№‰µΩ≤≥≠≈∑√∞∂●○■□▪►→±×÷°€™".chars()
        {
            assert_eq!(fonts.face_of(c, style), style, "{c}");
            assert!(fonts.face(style).glyph(c).is_some(), "{c}");
        }
    }
    // the composer looks no lower
    let signs = fonts.face(FaceStyle::Symbols);
    assert!(('!'..'\u{2000}').all(|c| c == '\u{a0}' || signs.glyph(c).is_none()));
}

#[test]
fn a_line_with_signs_is_as_high_as_one_without() {
    let fonts = FontBook::bundled().unwrap();
    let (text, signs) = (fonts.face(FaceStyle::Regular), fonts.face(FaceStyle::Symbols));
    for size in 6..40 {
        let size = Length::pt(size);
        assert_eq!((text.line_height(size), text.baseline(size)), (signs.line_height(size), signs.baseline(size)));
    }
    // each word processor reads others of the three
    let metrics = |face: &vanban::font::Face| {
        let os2 = FontRef::new(face.data()).unwrap().os2().unwrap();
        let typographic = (os2.s_typo_ascender(), os2.s_typo_descender(), os2.s_typo_line_gap());
        (typographic, os2.us_win_ascent(), os2.us_win_descent())
    };
    assert_eq!(metrics(text), metrics(signs));
}

#[test]
fn signs_are_measured_in_their_own_face() {
    let fonts = FontBook::bundled().unwrap();
    let width = |text: &str, style| fonts.measure(text, style, Length::pt(14));
    for style in FaceStyle::ALL {
        assert_eq!(width("a☐b", style), width("ab", style) + width("☐", FaceStyle::Symbols));
    }
    assert!(width("☐", FaceStyle::Bold) > Length::pt(5));
}

#[test]
fn a_run_is_cut_where_its_face_changes() {
    let spec =
        one_paragraph(&json!([{ "text": "Có ☐☑ không ℃", "bold": true }, { "text": "⁻", "script": "superscript" }]));
    let composed = Composed::of(&spec);
    assert!(composed.codes().is_empty(), "{:#?}", composed.findings);
    let runs: Vec<_> = runs(&composed).into_iter().map(|run| (run.text, run.bold, run.typeface)).collect();
    let expected = [
        ("Có ", Some(true), Typeface::Text),
        ("☐☑", Some(true), Typeface::Symbols),
        (" không ", Some(true), Typeface::Text),
        ("℃", Some(true), Typeface::Symbols),
        ("⁻", None, Typeface::Symbols),
    ];
    let expected: Vec<_> = expected.map(|(text, bold, typeface)| (text.to_owned(), bold, typeface)).into();
    assert_eq!(runs[..5], expected);
}

#[test]
fn the_word_file_carries_the_face_of_its_signs() {
    let (docx, _) = files(&one_paragraph(&json!([{ "text": "Có ☐", "bold": true }])));
    let body = xml(&docx, "word/document.xml");
    let run = "<w:r><w:rPr><w:rFonts w:ascii=\"Vanban Symbols\" w:eastAsia=\"Vanban Symbols\" \
        w:hAnsi=\"Vanban Symbols\" w:cs=\"Vanban Symbols\"/></w:rPr><w:t>☐</w:t></w:r>";
    assert!(body.contains(run), "{body}");
    let fonts = FontBook::bundled().unwrap();
    let signs = fonts.face(FaceStyle::Symbols);
    let table = xml(&docx, "word/fontTable.xml");
    assert!(table.contains(&format!("w:name=\"{}\"", signs.family())), "{table}");
    assert!(xml(&docx, "word/_rels/fontTable.xml.rels").contains("fonts/font1.odttf"));
    assert!(xml(&docx, "word/settings.xml").contains("<w:embedTrueTypeFonts/>"));
    // ECMA-376 Part 1, 17.8.1: the first 32 bytes are hidden with the key, its bytes from the last to the first
    let key = table.split("w:fontKey=\"{").nth(1).unwrap().split('}').next().unwrap().replace('-', "");
    let key: Vec<u8> = (0..16).rev().map(|i| u8::from_str_radix(&key[2 * i..2 * i + 2], 16).unwrap()).collect();
    let mut font = part(&docx, "word/fonts/font1.odttf").unwrap();
    for (i, byte) in font.iter_mut().take(32).enumerate() {
        *byte ^= key[i % 16];
    }
    assert!(font == signs.data(), "the embedded font is another");
}

#[test]
fn signs_are_never_thickened_or_slanted() {
    // the subject is bold
    let spec = report_with(&json!({
        "subject": "Về mục ☐",
        "body": [{ "type": "paragraph", "text": [{ "text": "a ☑", "italic": true }] }],
    }));
    let (docx, _) = files(&spec);
    let body = xml(&docx, "word/document.xml");
    let before = |sign: &str| body.split(sign).next().unwrap().rsplit("<w:r>").next().unwrap().to_owned();
    assert!(before("☐").contains("<w:b w:val=\"0\"/>"), "{}", before("☐"));
    assert!(!before("☑").contains("<w:i"), "{}", before("☑"));
}

#[test]
fn a_word_file_without_signs_carries_no_font() {
    let (docx, pdf) = files(&one_paragraph(&json!("Không có ký hiệu – “nào” cả…")));
    assert_eq!(part(&docx, "word/fonts/font1.odttf"), None);
    assert!(!xml(&docx, "word/settings.xml").contains("embedTrueTypeFonts"));
    assert!(!xml(&docx, "[Content_Types].xml").contains("odttf"));
    assert!(!String::from_utf8_lossy(&pdf).contains("VanbanSymbols"));
}

#[test]
fn signs_are_copied_from_the_pdf_as_written() {
    let (_, pdf) = files(&one_paragraph(&json!(format!("Chọn {SIGNS} xong"))));
    let text: String = Pdf::read(&pdf).text().concat().split_whitespace().collect();
    assert!(text.contains(&format!("Chọn{SIGNS}xong")), "{text}");
}

#[test]
fn a_character_that_no_face_has_is_told_with_its_plain_form() {
    for (c, expected) in [
        ("Ａ", "viết “A”"),
        ("⑴", "viết “(1)”"),
        ("㉑", "viết “(21)”"),
        ("㎡", "viết “m²”"),
        ("㎪", "viết “kPa”"),
        ("㎨", "viết “m/s²”"),
        ("𝐀", "viết “A”"),
        ("ⱼ", "viết {\"text\": \"j\", \"script\": \"subscript\"}"),
        ("ⱽ", "viết {\"text\": \"V\", \"script\": \"superscript\"}"),
        ("\u{f0fc}", "viết “✓”"),
        ("\u{e123}", "ký tự này là hình riêng"),
        ("✅", "viết “✓”"),
        ("😀", "ký tự này là biểu tượng cảm xúc"),
        ("漢", "thay bằng ký tự thường dùng"),
    ] {
        let composed = Composed::of(&one_paragraph(&json!(format!("Chữ {c} này"))));
        let found: Vec<_> = composed.findings.iter().filter(|finding| finding.code == "VB130").collect();
        let [finding] = found.as_slice() else { panic!("{c}: {found:#?}") };
        assert!(finding.hints[0].vi.starts_with(expected), "{c}: {:?}", finding.hints);
    }
}

#[test]
fn faces_of_ones_own_are_joined_by_the_signs() {
    let bundled = FontBook::bundled().unwrap();
    let own = FontBook::new(FaceStyle::ALL.map(|style| bundled.face(style).data().to_vec())).unwrap();
    assert_eq!(own.face_of('☐', FaceStyle::Italic), FaceStyle::Symbols);
    assert_eq!(
        own.measure("℃", FaceStyle::Bold, Length::pt(14)),
        bundled.measure("℃", FaceStyle::Bold, Length::pt(14))
    );
}
