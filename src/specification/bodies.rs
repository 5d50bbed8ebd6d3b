//! The bodies of a specification: its own, those of the texts attached to it, those of its appendices. What is asked of one is asked of all.

use super::block::BodyBlock;
use super::doc_type::DocType;
use super::numbering_system::NumberingSystem;
use super::orientation::Orientation;
use super::part_id::PartId;
use super::types::Spec;

/// A body, and what is said of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpecBody<'a> {
    /// Whose it is.
    pub(crate) of: PartId,
    pub(crate) blocks: &'a [BodyBlock],
    /// How it is divided, where the specification says it.
    pub(crate) numbering: Option<NumberingSystem>,
    /// The type that it is the text of; an appendix has none.
    pub(crate) doc_type: Option<DocType>,
    /// The pages that it begins on.
    pub(crate) orientation: Orientation,
}

impl Spec {
    /// All bodies, in the order of printing.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = SpecBody<'_>> {
        let main = SpecBody {
            of: PartId::Main,
            blocks: &self.body,
            numbering: self.numbering,
            doc_type: Some(self.doc_type),
            orientation: Orientation::Portrait,
        };
        let attached = self.attachments.iter().enumerate().map(|(i, attached)| SpecBody {
            of: PartId::Attachment(i),
            blocks: &attached.body,
            numbering: attached.numbering,
            doc_type: Some(attached.doc_type),
            orientation: Orientation::Portrait,
        });
        let appendices = self.appendices.iter().enumerate().map(|(i, appendix)| SpecBody {
            of: PartId::Appendix(i),
            blocks: &appendix.body,
            numbering: appendix.numbering,
            doc_type: None,
            orientation: appendix.orientation.unwrap_or_default(),
        });
        std::iter::once(main).chain(attached).chain(appendices)
    }

    /// The blocks of all bodies, to be changed.
    pub(crate) fn bodies_mut(&mut self) -> impl Iterator<Item = (PartId, &mut Vec<BodyBlock>)> {
        let attached = self.attachments.iter_mut().enumerate();
        let attached = attached.map(|(i, attached)| (PartId::Attachment(i), &mut attached.body));
        let appendices = self.appendices.iter_mut().enumerate();
        let appendices = appendices.map(|(i, appendix)| (PartId::Appendix(i), &mut appendix.body));
        std::iter::once((PartId::Main, &mut self.body)).chain(attached).chain(appendices)
    }
}
