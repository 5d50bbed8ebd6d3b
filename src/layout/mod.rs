//! Document and fonts in, finished pages out: lines and pages as a word processor sets the Word file of the same document.

mod collect;
mod distribute;
mod finalize;
mod frames;
mod notes;
mod paragraph;
mod parting;
mod row_keeps;
mod settle;
mod split_row;
mod structure;
mod table;
mod table_lines;
mod tabs;
mod typeset;
mod underlines;

use crate::font::FontBook;
use crate::model::{Document, Headings};
use crate::pages::Pages;
use finalize::Finished;
use structure::Tagged;
use typeset::Typesetter;

/// Lays a document out. The letter-spacing that settles its lines is written into its runs, in place of what they had, for
/// the Word file.
pub fn layout(document: &mut Document, fonts: &FontBook) -> Pages {
    let tagged = Tagged::of(document);
    let mut setter = Typesetter::new(fonts, &document.styles, Headings::of(document), &tagged, document.line_breaks);
    let mut finished = Finished::default();
    for (section, tags) in Document::sections_of(&mut document.parts).zip(&tagged.sections) {
        finished.add_section(section, tags, &mut setter);
    }
    let Typesetter { text, signature_fields, ragged, lines_in_doubt, .. } = setter;
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
    let Tagged { structure, links, .. } = tagged;
    Pages {
        info: document.info.clone(),
        pages,
        text,
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
        steps,
    }
}
