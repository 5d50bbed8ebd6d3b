//! Bookmarks (ECMA-376 Part 1, 17.13.6): the places that references inside the document lead to. A destination that none leads
//! to stays out of the file, so that a clerk's list of bookmarks is short.

use std::collections::BTreeSet;

use super::xml::Xml;
use crate::model::{Block, BlockKind, Document, Inline, Link, Part};

/// The destinations that references lead to.
pub(super) fn led_to(document: &Document) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for section in document.sections() {
        section.blocks.iter().chain(section.furniture.blocks()).for_each(|block| collect(block, &mut names));
    }
    names
}

/// Whether a part has a table of contents.
pub(super) fn has_contents(part: &Part) -> bool {
    let mut blocks = part.sections.iter().flat_map(|section| &section.blocks);
    blocks.any(|block| match &block.kind {
        // it stands in front of the first entry
        BlockKind::Paragraph(paragraph) => matches!(paragraph.inlines.first(), Some(Inline::BeginContents(_))),
        BlockKind::Rule(_) | BlockKind::Table(_) => false,
    })
}

fn collect<'a>(block: &'a Block, names: &mut BTreeSet<&'a str>) {
    match &block.kind {
        BlockKind::Paragraph(paragraph) => {
            for inline in &paragraph.inlines {
                names.extend(destination(inline));
                if let Inline::Note(note) = inline {
                    collect(&note.block, names);
                }
            }
        }
        BlockKind::Rule(_) => {}
        BlockKind::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|cell| &cell.blocks).for_each(|block| collect(block, names));
        }
    }
}

fn destination(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Run(run) => match &run.link {
            Some(Link::Destination(name)) => Some(name),
            Some(Link::Address(_)) | None => None,
        },
        Inline::PageOf(page) => Some(&page.destination),
        Inline::LineBreak
        | Inline::Tab
        | Inline::PageNumber
        | Inline::BeginContents(_)
        | Inline::EndContents
        | Inline::Note(_)
        | Inline::NoteNumber(_)
        | Inline::InlinePicture(_)
        | Inline::Picture(_)
        | Inline::SignatureField(_) => None,
    }
}

/// Where a bookmark begins: behind the properties of its paragraph.
pub(super) fn start(xml: &mut Xml, name: &str, id: i64) {
    xml.attribute("<w:bookmarkStart w:id=\"", id).raw(" w:name=\"").text(name).raw("\"/>");
}

/// Where it ends.
pub(super) fn end(xml: &mut Xml, id: i64) {
    xml.attribute("<w:bookmarkEnd w:id=\"", id).raw("/>");
}
