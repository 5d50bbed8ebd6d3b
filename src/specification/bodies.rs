//! The bodies of a specification: its own, those of the texts attached to it, those of its appendices. What is asked of one is asked of all.

use super::block::BodyBlock;
use super::doc_type::DocType;
use super::numbering_system::NumberingSystem;
use super::orientation::Orientation;
use super::types::Spec;
use crate::diag::Pointer;

/// Which body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyOf {
    /// The document's own.
    Main,
    /// Of the attached text at an index.
    Attachment(usize),
    /// Of the appendix at an index.
    Appendix(usize),
}

impl BodyOf {
    /// What it is the body of: the document, an attached text, an appendix.
    pub(crate) fn owner(self) -> Pointer {
        match self {
            Self::Main => Pointer::root(),
            Self::Attachment(index) => Pointer::root().key("attachments").index(index),
            Self::Appendix(index) => Pointer::root().key("appendices").index(index),
        }
    }

    /// Where its blocks stand.
    pub(crate) fn at(self) -> Pointer {
        self.owner().key("body")
    }
}

/// A body, and what is said of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpecBody<'a> {
    pub(crate) of: BodyOf,
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
            of: BodyOf::Main,
            blocks: &self.body,
            numbering: self.numbering,
            doc_type: Some(self.doc_type),
            orientation: Orientation::Portrait,
        };
        let attached = self.attachments.iter().enumerate().map(|(i, attached)| SpecBody {
            of: BodyOf::Attachment(i),
            blocks: &attached.body,
            numbering: attached.numbering,
            doc_type: Some(attached.doc_type),
            orientation: Orientation::Portrait,
        });
        let appendices = self.appendices.iter().enumerate().map(|(i, appendix)| SpecBody {
            of: BodyOf::Appendix(i),
            blocks: &appendix.body,
            numbering: appendix.numbering,
            doc_type: None,
            orientation: appendix.orientation.unwrap_or_default(),
        });
        std::iter::once(main).chain(attached).chain(appendices)
    }

    /// The blocks of all bodies, to be changed.
    pub(crate) fn bodies_mut(&mut self) -> impl Iterator<Item = (BodyOf, &mut Vec<BodyBlock>)> {
        let attached = self.attachments.iter_mut().enumerate();
        let attached = attached.map(|(i, attached)| (BodyOf::Attachment(i), &mut attached.body));
        let appendices = self.appendices.iter_mut().enumerate();
        let appendices = appendices.map(|(i, appendix)| (BodyOf::Appendix(i), &mut appendix.body));
        std::iter::once((BodyOf::Main, &mut self.body)).chain(attached).chain(appendices)
    }
}
