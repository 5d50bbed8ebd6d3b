//! Sections of hand-made documents: paper, margins and page numbers of their own, in both files.

use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{Document, Furniture, PageNumbers, Role, Section};
use vanban::pages::{ItemKind, Pages, Reading};

use crate::docx_package::{Node, parts};
use crate::docx_sample::{document, empty_line, page_number, section, text};
use crate::layout_tables::{data, spanned};
use crate::pdf_reader::{Pdf, Value};

/// An upright section of two pages, then one across that begins with 1 again, then an upright one that goes on.
pub(crate) fn three_sections() -> Document {
    let lines = |count: usize| (1..=count).map(|n| text(Role::Body, &format!("Dòng {n}."))).collect();
    let mut document = document(lines(60));
    let mut across = section(vec![text(Role::Contact, "Bảng kê"), data(60)]);
    std::mem::swap(&mut across.page.width, &mut across.page.height);
    across.numbers = PageNumbers::StartAt(1);
    let footer = Furniture {
        first_footer: vec![text(Role::Contact, "Chân trang đầu")],
        footer: page_number(),
        ..Furniture::default()
    };
    let last = Section { furniture: footer, ..section(vec![spanned(), text(Role::Body, "Hết.")]) };
    document.parts[0].sections.extend([across, last]);
    document
}

fn set(document: &Document) -> Pages {
    let pages = layout(&mut document.clone(), &FontBook::bundled().unwrap());
    assert_eq!(pages.overfull, []);
    pages
}

/// What a page prints in its margins.
pub(crate) fn in_margins(pages: &Pages, page: usize) -> Vec<String> {
    let items = pages.pages[page].items.iter().filter(|item| item.role == Role::PageNumber);
    let texts = items.filter_map(|item| match item.kind {
        ItemKind::Text(run) => {
            assert_eq!(item.reading, Reading::Pagination);
            Some(pages.text_of(&run).to_owned())
        }
        ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
    });
    texts.collect()
}

#[test]
fn a_section_begins_a_page_of_its_own_shape_and_number() {
    let pages = set(&three_sections());
    let shapes: Vec<(bool, u32)> = pages.pages.iter().map(|page| (page.width > page.height, page.number)).collect();
    assert_eq!(shapes, [(false, 1), (false, 2), (true, 1), (true, 2), (false, 3)]);
    let printed: Vec<Vec<String>> = (0..5).map(|page| in_margins(&pages, page)).collect();
    assert_eq!(printed, [vec![], vec!["2".to_owned()], vec![], vec!["2".to_owned()], vec![]]);
    let bytes = crate::pdf_pages::write_pdf(&pages, &FontBook::bundled().unwrap()).unwrap();
    let pdf = Pdf::read(&bytes);
    let is_across = |page: &&Value| {
        let corners = pdf.field(page, "MediaBox").unwrap().items();
        corners[2].number() > corners[3].number()
    };
    assert_eq!(pdf.pages().iter().map(is_across).collect::<Vec<_>>(), [false, false, true, true, false]);
}

#[test]
fn word_has_the_properties_of_a_section_in_its_last_paragraph() {
    let document = three_sections();
    let source = vanban::docx::Beside { source: b"{}", page_count: 5, partings: &[], symbols: &[] };
    let parts = parts(&vanban::docx::write(&document, &source, &mut vanban::docx::WordCache::default()).unwrap());
    let root = &parts["word/document.xml"];
    let sections: Vec<&Node> = root.named("w:sectPr");
    assert_eq!(sections.len(), 3);
    let paper = |node: &Node| node.child("w:pgSz").unwrap().get("w:orient").map(ToOwned::to_owned);
    assert_eq!(sections.iter().map(|n| paper(n)).collect::<Vec<_>>(), [None, Some("landscape".to_owned()), None]);
    let first = |node: &Node| node.child("w:pgNumType").and_then(|n| n.get("w:start")).map(ToOwned::to_owned);
    assert_eq!(sections.iter().map(|n| first(n)).collect::<Vec<_>>(), [None, Some("1".to_owned()), None]);
    // two in paragraphs, and no paragraph was added for them: the last line, and the spacer under the table
    let paragraphs: Vec<&Node> = root.named("w:p").into_iter().filter(|p| !p.named("w:sectPr").is_empty()).collect();
    assert_eq!(paragraphs.iter().map(|p| p.named("w:t").len()).collect::<Vec<_>>(), [1, 0]);
    let count = |name: &str| root.named(name).len();
    assert_eq!((count("w:headerReference"), count("w:footerReference")), (4, 2));
    assert_eq!((count("w:tblHeader"), count("w:gridSpan"), count("w:vMerge")), (1, 1, 2));
}

#[test]
fn text_begins_below_a_header_higher_than_its_margin() {
    let tall = |lines: usize| {
        let mut document = document(vec![text(Role::Body, "chữ")]);
        let header = (0..lines).map(|_| text(Role::Contact, "đầu trang")).collect();
        document.parts[0].sections[0].furniture =
            Furniture { first_header: header, header: empty_line(), ..Furniture::default() };
        let pages = set(&document);
        let found = pages.pages[0].items.iter().find_map(|item| match item.kind {
            ItemKind::Text(run) if pages.text_of(&run) == "chữ" => Some(run.y),
            _ => None,
        });
        found.unwrap()
    };
    assert_eq!(tall(0), tall(1));
    assert!(tall(9) > tall(6) && tall(6) > tall(1));
}
