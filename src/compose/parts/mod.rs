//! What stands behind the document in the same file, each a part with pages of its own: attached texts, appendices.

mod accompanies;
mod appendix;
mod attached;

use super::Composer;
use crate::model::{Block, PageNumbers, PageSetup, Part, PartKind, Section};

/// The parts behind the main one, in the order of printing: texts that it issues, then its appendices.
pub(super) fn compose(c: &mut Composer<'_>) -> Vec<Part> {
    let spec = c.spec;
    let mut parts = Vec::new();
    for (index, attachment) in spec.attachments.iter().enumerate() {
        let blocks = attached::compose(c, attachment, index);
        parts.push(part(PartKind::Attached, c.page.clone(), blocks));
    }
    for (index, appendix) in spec.appendices.iter().enumerate() {
        let page = appendix::page(c.page, appendix);
        let blocks = appendix::compose(c, appendix, index, &page);
        parts.push(part(PartKind::Appendix, page, blocks));
    }
    parts
}

/// A part of one section; what stands in its margins is added with that of the main part.
fn part(kind: PartKind, page: PageSetup, blocks: Vec<Block>) -> Part {
    let numbers = PageNumbers::StartAt(1);
    Part { kind, sections: vec![Section { page, numbers, blocks, ..Section::default() }] }
}
