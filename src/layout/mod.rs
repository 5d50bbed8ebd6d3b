//! Document and fonts in, finished pages out: lines and pages as a word processor sets the Word file of the same document.

mod collect;
mod distribute;
mod finalize;
mod paragraph;
mod structure;
mod table;
mod typeset;

use crate::font::FontBook;
use crate::model::Document;
use crate::pages::Pages;

/// Lays a document out.
pub fn layout(document: &Document, fonts: &FontBook) -> Pages {
    let tagged = structure::Tagged::of(document);
    let mut setter = typeset::Typesetter::new(fonts, &document.styles, &tagged);
    let flow = collect::Flow::of(&document.blocks, &tagged.blocks, finalize::text_column(&document.page), &mut setter);
    let finalize::Finished { pages, overfull, marks, steps } = finalize::paginate(document, flow, &tagged, &mut setter);
    let typeset::Typesetter { text, signature_fields, .. } = setter;
    let structure::Tagged { structure, links, .. } = tagged;
    Pages {
        info: document.info.clone(),
        pages,
        text,
        pictures: document.pictures.clone(),
        links,
        signature_fields,
        outline: marks.outline,
        destinations: marks.destinations,
        structure,
        overfull,
        steps,
    }
}
