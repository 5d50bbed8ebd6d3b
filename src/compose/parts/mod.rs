//! What stands behind the document in the same file, each a part with pages of its own: attached texts, appendices; and what
//! makes all of it a copy.

mod accompanies;
mod appendix;
mod attached;
pub(super) mod copy;

use super::{Composer, sections};
use crate::model::{Block, PageNumbers, Part, PartKind};
use crate::specification::Orientation;

/// The parts behind the main one, in the order of printing: texts that it issues, then its appendices.
pub(super) fn compose(c: &mut Composer<'_>) -> Vec<Part> {
    let spec = c.spec;
    let mut parts = Vec::new();
    for (index, attachment) in spec.attachments.iter().enumerate() {
        let compose = |c: &mut Composer<'_>| attached::compose(c, attachment, index);
        parts.push(part(c, PartKind::Attached, Orientation::Portrait, compose));
    }
    for (index, appendix) in spec.appendices.iter().enumerate() {
        let compose = |c: &mut Composer<'_>| appendix::compose(c, appendix, index);
        parts.push(part(c, PartKind::Appendix, appendix.orientation.unwrap_or_default(), compose));
    }
    parts
}

/// A part that begins on pages of this direction; what stands in its margins is added with that of the main part.
fn part(
    c: &mut Composer<'_>,
    kind: PartKind,
    orientation: Orientation,
    compose: impl FnOnce(&mut Composer<'_>) -> Vec<Block>,
) -> Part {
    let page = c.papers.of(orientation);
    c.page = page;
    let blocks = compose(c);
    let turns = std::mem::take(&mut c.turns);
    Part { kind, sections: sections::of_part(blocks, page, turns, PageNumbers::StartAt(1)) }
}
