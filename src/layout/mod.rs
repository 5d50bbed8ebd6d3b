//! Document and fonts in, finished pages out: lines and pages as a word processor sets the Word file of the same document.

mod collect;
mod distribute;
mod finalize;
mod frames;
mod notes;
mod page_numbers;
mod paragraph;
mod parting;
mod row_keeps;
mod settle;
mod sources;
mod split_row;
mod structure;
mod table;
mod table_lines;
mod tabs;
mod typeset;
mod underlines;

use crate::diag::Pointer;
use crate::font::FontBook;
use crate::model::{Document, Headings};
use crate::pages::Pages;
use finalize::Finished;
use structure::Tagged;
use typeset::Typesetter;

/// Lays a document out. The letter-spacing that settles its lines is written into its runs, in place of what they had, for
/// the Word file.
pub fn layout(document: &mut Document, fonts: &FontBook) -> Pages {
    page_numbers::forget(document);
    let mut steps = 0;
    for passes in 1.. {
        let (mut pages, changed) = lay_out(document, fonts);
        steps += pages.steps;
        if changed.is_empty() || passes == page_numbers::MOST_PASSES {
            (pages.steps, pages.unsettled_numbers) = (steps, changed);
            return pages;
        }
    }
    Pages::default()
}

/// Lays a document out once, the numbers of pages in its text as wide as they are noted there. Comes back with the blocks where
/// that turned out to be wrong.
fn lay_out(document: &mut Document, fonts: &FontBook) -> (Pages, Vec<Pointer>) {
    let tagged = Tagged::of(document);
    let mut setter = Typesetter::new(fonts, &document.styles, Headings::of(document), &tagged, document.line_breaks);
    let mut finished = Finished::default();
    for (section, tags) in Document::sections_of(&mut document.parts).zip(&tagged.sections) {
        finished.add_section(section, tags, &mut setter);
    }
    let Typesetter { mut text, open_numbers, signature_fields, ragged, lines_in_doubt, sources, labels, .. } = setter;
    let Tagged { structure, mut links, .. } = tagged;
    page_numbers::fill(&open_numbers, fonts, &mut text, &mut links, &mut finished);
    let changed = page_numbers::note(document, &finished);
    let Finished {
        pages,
        overfull,
        overfull_notes,
        table_faults,
        cut_short,
        outline,
        destinations,
        partings,
        steps,
        ..
    } = finished;
    let pages = Pages {
        info: document.info.clone(),
        pages,
        text,
        sources: sources.into_pointers(),
        labels,
        pictures: document.pictures.clone(),
        signature_fields,
        links,
        outline,
        destinations,
        structure,
        overfull,
        overfull_notes,
        table_faults,
        cut_short,
        partings,
        ragged,
        lines_in_doubt,
        unsettled_numbers: Vec::new(),
        steps,
    };
    (pages, changed)
}
