//! What every document promises, whatever it says: either findings that stop it or both files; the same words at every stage;
//! nothing beyond its column or the paper.

use serde_json::Value;
use unicode_normalization::is_nfc;
use vanban::diag::Diagnostics;
use vanban::model::Block;
use vanban::pages::{Item, ItemKind, Page, Pages};
use vanban::specification::{self, Spec};
use vanban::units::Length;
use vanban::{Format, Rendered, Stages};

use crate::column_bounds;
use crate::pdf_reader::Pdf;
use crate::words;

/// What keeps a promise, or says which one is broken.
type Kept = Result<(), String>;

fn ensure(kept: bool, broken: impl FnOnce() -> String) -> Kept {
    if kept { Ok(()) } else { Err(broken()) }
}

/// Holds one document against its promises; tells whether files came of it.
pub(crate) fn judge(stages: &Stages, rendered: &Rendered) -> Result<bool, String> {
    let files = (rendered.bytes(Format::Docx), rendered.bytes(Format::Pdf));
    if rendered.findings.has_errors() {
        ensure(files == (None, None), || "files in spite of an error".to_owned())?;
        return Ok(false);
    }
    same_when_written(stages.spec.as_ref())?;
    let (Some(document), Some(pages)) = (&stages.document, &stages.pages) else {
        return Err("no error, yet no pages".to_owned());
    };
    let (Some(docx), Some(pdf)) = files else { return Err("no error, yet a file is missing".to_owned()) };
    let blocks: Vec<Block> = document.sections().flat_map(|section| section.blocks.iter().cloned()).collect();
    let content = words::of_blocks(&blocks);
    let margins = words::of_margins(document);
    ensure(is_nfc(&content), || "text that is not NFC".to_owned())?;
    nothing_lost(stages.spec.as_ref(), &content)?;
    let (page_content, page_margins) = words::of_pages(pages);
    same_words("pages", &content, &page_content)?;
    same_words("the margins of the pages", &margins, &page_margins)?;
    let (docx_content, docx_margins) = words::of_docx(docx);
    same_words("the Word file", &content, &docx_content)?;
    same_words("the margins in the Word file", &margins, &docx_margins)?;
    same_characters(pages, pdf)?;
    on_paper(pages)?;
    let outside = column_bounds::outside(document, pages);
    ensure(outside.is_empty(), || format!("beyond their columns: {outside:#?}"))?;
    let most = words::split(&content).len() + 2;
    ensure(rendered.page_count <= most, || format!("{} pages", rendered.page_count))?;
    Ok(true)
}

/// A specification written back to JSON reads as the same.
fn same_when_written(spec: Option<&Spec>) -> Kept {
    let json = spec.map(specification::to_json).unwrap_or_default();
    let again = specification::parse(json.as_bytes(), &mut Diagnostics::default());
    ensure(again.as_ref().map(|parsed| &parsed.spec) == spec, || format!("another specification: {json}"))
}

/// Every text of the body and of what follows it stands in the document.
fn nothing_lost(spec: Option<&Spec>, content: &str) -> Kept {
    let json = spec.map(specification::to_json).unwrap_or_default();
    let spec: Value = serde_json::from_str(&json).map_err(|fault| fault.to_string())?;
    let content = letters(content);
    let mut texts = Vec::new();
    ["body", "adoption", "closing_note"].into_iter().for_each(|field| collect(&spec[field], &mut texts));
    match texts.iter().find(|text| !content.contains(&letters(text))) {
        Some(lost) => Err(format!("the document lacks {lost:?}")),
        None => Ok(()),
    }
}

/// The fields whose texts are printed.
const TEXTS: [&str; 16] = [
    "text",
    "heading",
    "title",
    "list",
    "items",
    "label",
    "value",
    "beside",
    "caption",
    "header",
    "rows",
    "paragraphs",
    "notes",
    "name",
    "full_name",
    "fields",
];

/// The texts of blocks, run by run.
fn collect<'a>(value: &'a Value, out: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => out.push(text),
        Value::Array(values) => values.iter().for_each(|value| collect(value, out)),
        Value::Object(fields) => {
            let says = |name: &str| TEXTS.contains(&name);
            fields.iter().filter(|(name, _)| says(name)).for_each(|(_, value)| collect(value, out));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Letters and digits alone, all small: capitals, brackets and end marks are the program's matter.
fn letters(text: &str) -> String {
    // capitals first: ﬁ has two
    text.to_uppercase().to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn same_words(stage: &str, wanted: &str, got: &str) -> Kept {
    let (wanted, got) = (words::split(wanted), words::split(got));
    if let Some(i) = (0..wanted.len().max(got.len())).find(|&i| wanted.get(i) != got.get(i)) {
        let around = |words: &[String]| words[i.saturating_sub(4).min(words.len())..(i + 4).min(words.len())].join(" ");
        let message = format!("{stage}: the document says {:?}, here stands {:?}", around(&wanted), around(&got));
        return Err(message);
    }
    Ok(())
}

/// The PDF draws on each page the characters that the page says, in its order.
fn same_characters(pages: &Pages, pdf: &[u8]) -> Kept {
    let drawn = Pdf::read(pdf).text();
    ensure(drawn.len() == pages.pages.len(), || format!("{} pages in the PDF", drawn.len()))?;
    for (i, (page, drawn)) in pages.pages.iter().zip(drawn).enumerate() {
        let said: String = page
            .items
            .iter()
            .filter(|item| item.content().is_some())
            .filter_map(|item| if let ItemKind::Text(run) = &item.kind { Some(pages.text_of(run)) } else { None })
            .collect();
        let (said, drawn) = (words::squeeze(&said), words::squeeze(&drawn));
        ensure(said == drawn, || format!("page {} of the PDF: {said:?} is drawn as {drawn:?}", i + 1))?;
    }
    Ok(())
}

fn on_paper(pages: &Pages) -> Kept {
    for (i, page) in pages.pages.iter().enumerate() {
        for item in &page.items {
            ensure(is_inside(item, page), || format!("page {}: beyond the paper: {}", i + 1, describe(item, pages)))?;
        }
    }
    Ok(())
}

fn is_inside(item: &Item, page: &Page) -> bool {
    let (left, top, right, bottom) = match &item.kind {
        // capitals rise two thirds of the size above the baseline, and letters hang a fifth below it
        ItemKind::Text(run) => (run.x, run.y - run.size.scale(2, 3), run.x + run.width, run.y + run.size.scale(1, 5)),
        ItemKind::Line { x, y, width, height, .. } => (*x, *y, *x + *width, *y + *height),
        ItemKind::Image { x, y, width, height, .. } | ItemKind::SignatureField { x, y, width, height, .. } => {
            (*x, *y, *x + *width, *y + *height)
        }
    };
    // lines are set on paper of whole twips, as word processors have it
    let edge = page.width + Length::twip(1);
    left >= Length::ZERO && top >= Length::ZERO && right <= edge && bottom <= page.height
}

fn describe(item: &Item, pages: &Pages) -> String {
    match &item.kind {
        ItemKind::Text(run) => format!("{:?} {:?} {run:?}", item.role, pages.text_of(run)),
        ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => format!("{item:?}"),
    }
}
