//! The parts of a file, each with pages of its own: the document, attached texts, appendices; and what makes all of it a copy.

mod accompanies;
mod appendix;
mod attached;
pub(super) mod copy;
pub(super) mod signing_line;

use super::components::{self, Composed};
use super::{Composer, sections};
use crate::model::{Block, PageNumbers, Part, PartKind};
use crate::specification::{Orientation, PartId};

/// The parts that stand in the file that is composed, in the order of printing: the document, the texts that it issues, its appendices;
/// and the foot of page 1.
pub(super) fn of_file(c: &mut Composer<'_>) -> (Vec<Part>, Vec<Block>) {
    match c.file {
        PartId::Main => {
            let (main, first_footer) = main(c);
            let (texts, appendices) = (0..c.spec.attachments.len(), 0..c.spec.appendices.len());
            let behind = texts.map(PartId::Attachment).chain(appendices.map(PartId::Appendix));
            let here: Vec<PartId> = behind.filter(|part| c.spec.file_of(*part) == c.file).collect();
            let behind = here.into_iter().filter_map(|id| behind_others(c, id, PageNumbers::StartAt(1)));
            (std::iter::once(main).chain(behind).collect(), first_footer)
        }
        alone => (behind_others(c, alone, PageNumbers::GoOn).into_iter().collect(), Vec::new()),
    }
}

/// The document itself, and the foot of its page 1.
fn main(c: &mut Composer<'_>) -> (Part, Vec<Block>) {
    let page = c.page.clone();
    let mut composed = Composed::default();
    for component in &c.template.order {
        components::compose(*component, c, &mut composed);
    }
    let turns = std::mem::take(&mut c.turns);
    let sections = sections::of_part(composed.blocks, &page, turns, PageNumbers::GoOn);
    (Part { kind: PartKind::Main, sections }, composed.first_footer)
}

/// An attached text or an appendix.
fn behind_others(c: &mut Composer<'_>, id: PartId, numbers: PageNumbers) -> Option<Part> {
    let spec = c.spec;
    let margins_at = id.pointer().key("margins");
    match id {
        PartId::Main => None,
        PartId::Attachment(index) => {
            let text = spec.attachments.get(index)?;
            c.margins = text.margins.as_ref().map(|margins| (margins, margins_at));
            let compose = |c: &mut Composer<'_>| attached::compose(c, text, index);
            Some(part(c, PartKind::Attached, Orientation::Portrait, numbers, compose))
        }
        PartId::Appendix(index) => {
            let appendix = spec.appendices.get(index)?;
            c.margins = appendix.margins.as_ref().map(|margins| (margins, margins_at));
            let compose = |c: &mut Composer<'_>| appendix::compose(c, appendix, index);
            Some(part(c, PartKind::Appendix, appendix.orientation.unwrap_or_default(), numbers, compose))
        }
    }
}

/// A part that begins on pages of this direction; what stands in its margins is added with that of the main part.
fn part(
    c: &mut Composer<'_>,
    kind: PartKind,
    orientation: Orientation,
    numbers: PageNumbers,
    compose: impl FnOnce(&mut Composer<'_>) -> Vec<Block>,
) -> Part {
    let page = c.pages(orientation, None);
    c.page = page.clone();
    let blocks = compose(c);
    let turns = std::mem::take(&mut c.turns);
    Part { kind, sections: sections::of_part(blocks, &page, turns, numbers) }
}
