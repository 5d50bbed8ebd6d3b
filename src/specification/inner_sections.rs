//! Which sections stand inside an article: `I.`, with `1.` and `a)` counted anew below it, where a decision approves something point by
//! point. The other sections of a text in articles divide it (`Mục 1`).

use super::block::BodyBlock;

/// For each block whether it is a section inside an article: it follows an article, and no article follows it at once.
pub(crate) fn inner_sections(blocks: &[BodyBlock]) -> Vec<bool> {
    let mut inner = vec![false; blocks.len()];
    // whether the next block begins articles of its own; of sections without a text between them the last one says it
    let mut holds_articles = false;
    for (i, block) in blocks.iter().enumerate().rev() {
        match block {
            BodyBlock::Section(_) => inner[i] = !holds_articles,
            BodyBlock::PageBreak(_) | BodyBlock::PageSetup(_) => {}
            other => holds_articles = matches!(other, BodyBlock::Article(_) | BodyBlock::Subsection(_)),
        }
    }
    let mut in_article = false;
    for (inner, block) in inner.iter_mut().zip(blocks) {
        *inner &= in_article;
        in_article = match block {
            BodyBlock::Article(_) => true,
            BodyBlock::Part(_) | BodyBlock::Chapter(_) | BodyBlock::Subsection(_) => false,
            BodyBlock::Section(_) => *inner,
            _ => in_article,
        };
    }
    inner
}
