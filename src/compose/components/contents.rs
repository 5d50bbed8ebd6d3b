//! A table of contents where it stands: its title, and the place of its lines, which are known when all parts are composed.

use crate::compose::inlines::{Case, rich};
use crate::compose::{Composer, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, ContentsOf, Inline, Paragraph, Role, TabAlignment, TabStop};
use crate::specification::{ContentsBlock, Listed};

/// Levels of headings where the specification does not say how many.
const USUAL_LEVELS: u8 = 3;
/// The deepest level that has a style.
const DEEPEST_LEVEL: u8 = 5;

/// The title, and one paragraph that stands for all lines until [`crate::compose::contents`] puts them in.
pub(super) fn compose(c: &mut Composer<'_>, block: &ContentsBlock, at: &Pointer, out: &mut Vec<Block>) {
    let words = &c.profile.words;
    let (title, of) = match block.of.unwrap_or_default() {
        Listed::Headings => {
            let levels = block.levels.unwrap_or(USUAL_LEVELS).clamp(1, DEEPEST_LEVEL);
            (&words.contents, ContentsOf::Headings { levels })
        }
        Listed::Tables => {
            (&words.tables, ContentsOf::Captions { role: Role::TableCaption, sequence: &words.table.text })
        }
        Listed::Pictures => {
            (&words.pictures, ContentsOf::Captions { role: Role::PictureCaption, sequence: &words.picture.text })
        }
    };
    let title_at = at.key_where("title", block.title.is_some());
    let title = match &block.title {
        Some(title) => rich(title, Case::AsGiven, c.shown),
        None => vec![Inline::text(title.text.as_str())],
    };
    out.push(paragraph(Role::ContentsTitle, title_at, title));
    let tabs = vec![TabStop { position: c.text_width().down_to_twip(), alignment: TabAlignment::Right, dots: true }];
    let kind =
        BlockKind::Paragraph(Paragraph { inlines: vec![Inline::BeginContents(of)], tabs, ..Paragraph::default() });
    out.push(Block::new(Role::Contents1, kind, at.clone()));
}
