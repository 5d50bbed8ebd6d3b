//! Underlined runs: a line at the place that the font names in the PDF, an attribute of the text's tag, `w:u` in the Word file.

use serde_json::json;
use vanban::font::{FaceStyle, FontBook};
use vanban::layout::layout;
use vanban::pages::{Item, ItemKind, Pages, Reading, Tag};
use vanban::units::Length;

use crate::compose_support::{Composed, body};
use crate::docx_package::parts;
use crate::pdf_reader::Pdf;
use crate::pdf_structure::structure;

fn pages_of(c: &Composed) -> Pages {
    layout(&mut c.document.clone(), &FontBook::bundled().unwrap())
}

/// Left end, upper edge, right end and thickness of each line under the text of the body.
fn lines(pages: &Pages) -> Vec<(Length, Length, Length, Length)> {
    let of = |item: &Item| match item.kind {
        ItemKind::Line { x, y, width, height: thickness, .. } if item.role == vanban::model::Role::Body => {
            assert_eq!(item.reading, Reading::Layout);
            Some((x, y, x + width, thickness))
        }
        _ => None,
    };
    pages.pages.iter().flat_map(|page| &page.items).filter_map(of).collect()
}

/// Left end, baseline and right end of each run whose text is asked for.
fn runs(pages: &Pages, text: &str) -> Vec<(Length, Length, Length)> {
    let of = |item: &Item| match &item.kind {
        ItemKind::Text(run) if text.contains(pages.text_of(run)) => Some((run.x, run.y, run.x + run.width)),
        _ => None,
    };
    pages.pages.iter().flat_map(|page| &page.items).filter_map(of).collect()
}

#[test]
fn the_line_stands_where_the_font_wants_it_and_is_as_long_as_the_text() {
    let c =
        body(&json!([{ "type": "paragraph", "text": ["Mời ", { "text": "đúng giờ", "underline": true }, " đến dự"] }]));
    let pages = pages_of(&c);
    let [(x, y, end, thickness)] = lines(&pages)[..] else { panic!("one line") };
    let [(left, baseline, right)] = runs(&pages, "đúng giờ")[..] else { panic!("one run") };
    assert_eq!((x, end), (left, right));
    let fonts = FontBook::bundled().unwrap();
    let size = c.document.styles.base().size;
    let (below, thick) = fonts.face(FaceStyle::Regular).underline(size);
    // Liberation Serif: underlinePosition -123, underlineThickness 100 of 2048 units
    assert_eq!((below, thick), (size.scale(123, 2048), size.scale(100, 2048)));
    assert_eq!((y, thickness), (baseline + below, thick));
}

#[test]
fn one_line_goes_on_under_runs_of_one_face_and_each_line_of_text_has_its_own() {
    let long =
        "Thời hạn nộp hồ sơ là mười lăm ngày làm việc kể từ ngày nhận được thông báo này; quá thời hạn nói trên ";
    let underlined = |text: &str| json!({ "text": text, "underline": true });
    let c = body(&json!([{ "type": "paragraph", "text": [
        underlined(long), { "text": "cơ quan", "underline": true, "link": "https://chinhphu.vn" }, underlined(" không giải quyết")
    ] }]));
    let pages = pages_of(&c);
    let lines = lines(&pages);
    let mut baselines: Vec<Length> =
        runs(&pages, &format!("{long}cơ quan không giải quyết")).iter().map(|run| run.1).collect();
    baselines.dedup();
    assert!(baselines.len() > 1);
    assert_eq!(lines.len(), baselines.len(), "{lines:?}");
}

#[test]
fn a_raised_run_has_the_line_of_its_neighbours() {
    let c = body(&json!([{ "type": "paragraph", "text": [
        { "text": "120 m", "underline": true }, { "text": "2", "underline": true, "script": "superscript" }, " đất"
    ] }]));
    assert_eq!(lines(&pages_of(&c)).len(), 1);
}

#[test]
fn a_mark_that_the_program_adds_is_not_underlined() {
    let c = body(
        &json!([{ "type": "paragraph", "text": ["Hạn cuối: ", { "text": "15/5/2026", "underline": true, "bold": true }] }]),
    );
    let pages = pages_of(&c);
    let [(_, _, end, _)] = lines(&pages)[..] else { panic!("one line") };
    let [(_, _, date_end)] = runs(&pages, "15/5/2026")[..] else { panic!("one run") };
    assert_eq!(end, date_end);
    assert_eq!(c.body_texts(), ["Hạn cuối: 15/5/2026./."]);
}

#[test]
fn both_files_say_that_it_is_underlined() {
    let c = body(
        &json!([{ "type": "paragraph", "text": ["Mời ", { "text": "đúng giờ", "underline": true, "link": "https://chinhphu.vn" }, "."] }]),
    );
    let spans: Vec<_> =
        pages_of(&c).structure.elements.into_iter().filter(|element| element.tag == Tag::Span).collect();
    let underlined =
        |element: &vanban::pages::Element| element.remarks.as_ref().is_some_and(|remarks| remarks.underline);
    assert_eq!(spans.iter().filter(|span| underlined(span)).count(), 1);
    let (docx, pdf) = c.files();
    let story = &parts(&docx)["word/document.xml"];
    let values: Vec<_> = story.named("w:u").iter().map(|u| u.get("w:val").map(str::to_owned)).collect();
    assert_eq!(values, [Some("single".to_owned())]);
    let document = structure(&Pdf::read(&pdf));
    let said: Vec<_> =
        document.all().into_iter().filter(|node| node.attributes.contains_key("TextDecorationType")).collect();
    assert_eq!(
        said.iter().map(|node| (node.tag.as_str(), node.text())).collect::<Vec<_>>(),
        [("Span", "đúng giờ".to_owned())]
    );
}
