//! Keeping together with measure: a chain of blocks that keep with the next must find room on a page, or every word processor
//! breaks it at a place of its own.

use super::heights::Heights;
use crate::model::{Block, BlockKind, PageSetup, Role};
use crate::units::Length;

/// The most of a page's text block that a chain may take, percent; heights are estimated.
const MOST_OF_PAGE: i64 = 90;

/// Lines of a paragraph that stay together at a page end.
const MIN_LINES: i64 = 2;

/// Lets go of what need not keep together, from the end of a section upwards: a heading that heads nothing (one of its own rank
/// or above follows at once, or a page break), the first links of a chain that is higher than a page, a heading as long as a page.
pub(super) fn compose(blocks: &mut [Block], heights: Heights<'_>, page: &PageSetup) {
    let most = (page.height - page.margin_top - page.margin_bottom).scale(MOST_OF_PAGE, 100);
    let mut below = Below::default();
    for block in blocks.iter_mut().rev() {
        let style = heights.styles.get(block.style);
        let mut height = heights.of(block, page.text_width());
        let rank = rank(block.role);
        let keeps = match &mut block.kind {
            BlockKind::Paragraph(paragraph) => {
                let keeping = paragraph.keeping(style);
                if keeping.together && height > most {
                    paragraph.keep_together = Some(false);
                }
                if !paragraph.keeping(style).together {
                    height = height.min(heights.lines(style, MIN_LINES));
                }
                let heads_nothing = rank.zip(below.rank).is_some_and(|(own, next)| next <= own);
                let keeps = keeping.with_next && !heads_nothing && !below.begins_page && height + below.height <= most;
                if keeping.with_next && !keeps {
                    paragraph.keep_with_next = Some(false);
                }
                keeps
            }
            BlockKind::Rule(rule) => {
                rule.keep_with_next &= !below.begins_page && height + below.height <= most;
                rule.keep_with_next
            }
            BlockKind::Table(_) => false,
        };
        below = Below {
            rank,
            begins_page: block.begins_page(),
            height: if keeps { height + below.height } else { height },
        };
    }
}

/// What stands under a block.
#[derive(Debug, Default)]
struct Below {
    /// Its rank, where it is a heading.
    rank: Option<(u8, Role)>,
    /// Whether a page begins with it.
    begins_page: bool,
    /// How high it is with all that it keeps with.
    height: Length,
}

/// The rank of a heading of the body, and the order of roles where two share one (điều with a heading above điều without).
fn rank(role: Role) -> Option<(u8, Role)> {
    role.heading_rank().map(|rank| (rank, role))
}
