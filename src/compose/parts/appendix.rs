//! An appendix (phụ lục, Mẫu 2.1): `Phụ lục I`, its title in capitals, the line `(Kèm theo …)`, the text; on upright paper or across.

use super::accompanies;
use crate::compose::components::body;
use crate::compose::{Composer, fit, names, paragraph};
use crate::model::{Block, Role};
use crate::specification::{Appendix, NumberingSystem, PartId};

/// The blocks of an appendix.
pub(super) fn compose(c: &mut Composer<'_>, appendix: &Appendix, index: usize) -> Vec<Block> {
    let owner = PartId::Appendix(index).pointer();
    let mut blocks = Vec::new();
    let label = names::appendix_label(c.spec, c.profile, index);
    let of_type = c.type_of(Role::AppendixTitle);
    let most = c.profile.composition.subject_width.default.of(c.text_width());
    let mut lines = vec![label];
    lines.extend(of_type.balance(&appendix.title.as_str().to_uppercase(), most));
    blocks.push(paragraph(Role::AppendixTitle, owner.key("title"), fit::inlines(lines)));
    accompanies::compose(c, appendix.accompanies.as_ref(), &owner, c.text_width(), &mut blocks);
    let numbering = appendix.numbering.unwrap_or(NumberingSystem::Sections);
    body::of_part(c, &appendix.body, numbering, &owner.key("body"), &mut blocks);
    blocks
}
