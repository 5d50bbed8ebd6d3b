//! An attached text (văn bản kèm theo, Mẫu 1.3): the organ's header without number and date, its title, the line `(Kèm theo …)`, the text.

use super::accompanies;
use crate::compose::components::{body, closing, header, recipients};
use crate::compose::{Composer, fit, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Role};
use crate::specification::{AttachedText, NumberingSystem, PartId};

/// The blocks of an attached text.
pub(super) fn compose(c: &mut Composer<'_>, attachment: &AttachedText, index: usize) -> Vec<Block> {
    let owner = PartId::Attachment(index).pointer();
    let template = c.profile.doc_types.get(&attachment.doc_type);
    let mut blocks = Vec::new();
    match &attachment.issuer {
        Some(issuer) => header::compose_of(c, issuer, &owner.key("issuer"), &mut blocks),
        None => {
            let form = header::HeaderForm { has_number: false, has_date: false, ..header::HeaderForm::USUAL };
            header::compose(c, form, &mut blocks);
        }
    }
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
    close(c, attachment, index, &owner, &mut blocks);
    blocks
}

/// Who signs the text itself and who receives it, where it says so.
fn close(c: &mut Composer<'_>, attachment: &AttachedText, index: usize, owner: &Pointer, blocks: &mut Vec<Block>) {
    if attachment.signatures.is_empty() && attachment.recipients.is_none() {
        return;
    }
    if let Some(BlockKind::Paragraph(last)) = blocks.last_mut().map(|block| &mut block.kind) {
        last.keep_with_next = Some(true);
    }
    let named = |given| recipients::Named { given, at: owner.key("recipients"), has_addressees: false };
    let of_text = closing::Closing {
        signatures: &attachment.signatures,
        at: owner.key("signatures"),
        recipients: attachment.recipients.as_ref().map(named),
        numbered: numbered_before(c, index),
        organ: attachment.issuer.as_ref().map(|issuer| issuer.name.as_str().replace('\n', " ")),
    };
    closing::of(c, &of_text, blocks);
}

/// How many signatures of the file have numbers of their own before those of an attached text: those of the document, of who approves
/// it, of a copy, of the texts before.
fn numbered_before(c: &Composer<'_>, index: usize) -> usize {
    let spec = c.spec;
    let copy = spec.copy.as_ref().and_then(|copy| copy.signature.as_ref());
    let of_document = spec.signatures.len() + usize::from(spec.approval.is_some()) + usize::from(copy.is_some());
    let is_here = |index: &usize| spec.file_of(PartId::Attachment(*index)) == c.file;
    let texts = spec.attachments.iter().enumerate().take(index).filter(|(index, _)| is_here(index));
    let before = texts.map(|(_, text)| text.signatures.len()).sum::<usize>();
    before + if c.file == PartId::Main { of_document } else { 0 }
}
