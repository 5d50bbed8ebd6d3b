//! A quotation of law: paragraphs as they are, in quotation marks.

use crate::compose::inlines::{Case, prepend, rich};
use crate::compose::paragraph;
use crate::compose::run_pictures::RunPictures;
use crate::diag::Pointer;
use crate::model::{Block, Inline, Role};
use crate::specification::QuotationBlock;

/// The paragraphs of a quotation.
pub(super) fn compose(quotation: &QuotationBlock, shown: &RunPictures, at: &Pointer, out: &mut Vec<Block>) {
    let last = quotation.paragraphs.len();
    for (i, text) in quotation.paragraphs.iter().enumerate() {
        let mut inlines = rich(text, Case::AsGiven, shown);
        if i == 0 && !quotation.is_opened() {
            let bold = inlines.iter().find_map(|inline| match inline {
                Inline::Run(run) => Some(run.bold),
                _ => None,
            });
            prepend(&mut inlines, "“", bold.flatten());
        }
        if i + 1 == last && !quotation.is_closed() {
            inlines.push(Inline::text("”"));
        }
        out.push(paragraph(Role::Quotation, at.key("paragraphs").index(i), inlines));
    }
}
