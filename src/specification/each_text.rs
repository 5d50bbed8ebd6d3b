//! Every rich text of a specification and every block that may carry an id, each with its place.

use super::block::{BodyBlock, ListItem};
use super::rich::{RichRun, RichText};
use super::text::Text;
use super::types::{ListBlock, Spec};
use crate::diag::Pointer;

/// A place in the specification, made into a pointer only where it is needed.
type Place<'a> = &'a dyn Fn() -> Pointer;

/// Calls a function for each run of each rich text, in reading order, with its place where it is written as an object.
pub(crate) fn each_run<'a>(spec: &'a Spec, call: &mut dyn FnMut(&'a RichRun, Place<'_>)) {
    for (i, basis) in spec.legal_basis.iter().enumerate() {
        each(basis, &|| Pointer::root().key("legal_basis").index(i), call);
    }
    for (i, block) in spec.body.iter().enumerate() {
        let at = || Pointer::root().key("body").index(i);
        let (heading, text) = match block {
            BodyBlock::Paragraph(block) | BodyBlock::Note(block) => (None, Some(&block.text)),
            BodyBlock::Part(block)
            | BodyBlock::Chapter(block)
            | BodyBlock::Section(block)
            | BodyBlock::Subsection(block) => (Some(&block.heading), None),
            BodyBlock::Article(block) | BodyBlock::Clause(block) => (block.heading.as_ref(), block.text.as_ref()),
            BodyBlock::Subclause(block) => (block.heading.as_ref(), block.text.as_ref()),
            BodyBlock::Point(block) => (None, Some(&block.text)),
            BodyBlock::List(list) => {
                each_item(list, &at, call);
                continue;
            }
        };
        for (text, name) in [(heading, "heading"), (text, "text")] {
            if let Some(text) = text {
                each(text, &|| at().key(name), call);
            }
        }
    }
}

fn each_item<'a>(list: &'a ListBlock, at: Place<'_>, call: &mut dyn FnMut(&'a RichRun, Place<'_>)) {
    for (i, ListItem { text, list }) in list.items.iter().enumerate() {
        let item = || at().key("items").index(i);
        each(text, &|| if list.is_some() { item().key("text") } else { item() }, call);
        if let Some(list) = list {
            each_item(list, &|| item().key("list"), call);
        }
    }
}

fn each<'a>(text: &'a RichText, at: Place<'_>, call: &mut dyn FnMut(&'a RichRun, Place<'_>)) {
    for (i, run) in text.0.iter().enumerate() {
        call(run, &|| at().index(i));
    }
}

/// Changes each run of each rich text.
pub(super) fn each_run_mut(spec: &mut Spec, call: &mut dyn FnMut(&mut RichRun)) {
    let mut each = |text: &mut RichText| text.0.iter_mut().for_each(&mut *call);
    spec.legal_basis.iter_mut().for_each(&mut each);
    for block in &mut spec.body {
        each_text_mut(block, &mut each);
    }
}

fn each_text_mut(block: &mut BodyBlock, each: &mut dyn FnMut(&mut RichText)) {
    match block {
        BodyBlock::Paragraph(block) | BodyBlock::Note(block) => each(&mut block.text),
        BodyBlock::Part(block)
        | BodyBlock::Chapter(block)
        | BodyBlock::Section(block)
        | BodyBlock::Subsection(block) => each(&mut block.heading),
        BodyBlock::Article(block) | BodyBlock::Clause(block) => {
            block.heading.iter_mut().chain(&mut block.text).for_each(each);
        }
        BodyBlock::Subclause(block) => block.heading.iter_mut().chain(&mut block.text).for_each(each),
        BodyBlock::Point(block) => each(&mut block.text),
        BodyBlock::List(list) => each_item_mut(list, each),
    }
}

fn each_item_mut(list: &mut ListBlock, each: &mut dyn FnMut(&mut RichText)) {
    for ListItem { text, list } in &mut list.items {
        each(text);
        if let Some(list) = list {
            each_item_mut(list, each);
        }
    }
}

impl BodyBlock {
    /// The name by which references call the block.
    #[must_use]
    pub fn id(&self) -> Option<&Text> {
        match self {
            Self::Paragraph(block) | Self::Note(block) => block.id.as_ref(),
            Self::Part(block) | Self::Chapter(block) | Self::Section(block) | Self::Subsection(block) => {
                block.id.as_ref()
            }
            Self::Article(block) | Self::Clause(block) => block.id.as_ref(),
            Self::Subclause(block) => block.id.as_ref(),
            Self::Point(block) => block.id.as_ref(),
            Self::List(_) => None,
        }
    }

    /// Takes the name off.
    pub(super) fn forget_id(&mut self) {
        match self {
            Self::Paragraph(block) | Self::Note(block) => block.id = None,
            Self::Part(block) | Self::Chapter(block) | Self::Section(block) | Self::Subsection(block) => {
                block.id = None;
            }
            Self::Article(block) | Self::Clause(block) => block.id = None,
            Self::Subclause(block) => block.id = None,
            Self::Point(block) => block.id = None,
            Self::List(_) => {}
        }
    }
}
