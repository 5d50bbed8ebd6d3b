//! An appendix (phụ lục, Mẫu 2.1): `Phụ lục I`, its title in capitals, the line `(Kèm theo …)`, the text; on upright paper or across.

use super::accompanies;
use crate::compose::components::body;
use crate::compose::{Composer, fit, paragraph, wording};
use crate::diag::Pointer;
use crate::model::{Block, Role};
use crate::specification::{Appendix, NumberingSystem};

/// The blocks of an appendix.
pub(super) fn compose(c: &mut Composer<'_>, appendix: &Appendix, index: usize) -> Vec<Block> {
    let owner = Pointer::root().key("appendices").index(index);
    let mut blocks = Vec::new();
    let word = &c.profile.words.appendix.text;
    // one alone has no number (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1)
    let label = match c.spec.appendices.len() {
        0 | 1 => word.clone(),
        _ => format!("{word} {}", wording::roman(u32::try_from(index + 1).unwrap_or(u32::MAX))),
    };
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
