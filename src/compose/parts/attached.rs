//! An attached text (văn bản kèm theo, Mẫu 1.3): the organ's header without number and date, its title, the line `(Kèm theo …)`, the text.

use super::accompanies;
use crate::compose::components::{body, header};
use crate::compose::{Composer, fit, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::specification::{AttachedText, NumberingSystem};

/// The blocks of an attached text.
pub(super) fn compose(c: &mut Composer<'_>, attachment: &AttachedText, index: usize) -> Vec<Block> {
    let owner = Pointer::root().key("attachments").index(index);
    let template = c.profile.doc_types.get(&attachment.doc_type);
    let mut blocks = Vec::new();
    header::compose(
        c,
        header::HeaderForm { has_number: false, has_date: false, ..header::HeaderForm::USUAL },
        &mut blocks,
    );
    let width = c.text_width();
    let of_type = c.type_of(Role::AttachedTitle);
    let title = template.map_or(attachment.doc_type.title(), |template| &template.title);
    let mut lines = vec![title.to_uppercase()];
    let most = c.profile.composition.subject_width.default.of(width);
    lines.extend(of_type.balance(attachment.subject.as_str(), most));
    blocks.push(paragraph(Role::AttachedTitle, owner.key("subject"), fit::inlines(lines)));
    accompanies::compose(c, attachment.accompanies.as_ref(), &owner, width, &mut blocks);
    let usual = template.map_or(NumberingSystem::Sections, |template| template.numbering);
    body::of_part(c, &attachment.body, attachment.numbering.unwrap_or(usual), &owner.key("body"), &mut blocks);
    blocks
}
