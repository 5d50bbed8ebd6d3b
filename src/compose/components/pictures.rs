//! Pictures in the text: each on a line of its own in the middle, no larger than the column and the page, its caption under it.

use super::captions::{self, Captioned};
use crate::compose::picture::PictureFiles;
use crate::compose::picture_size::AskedSize;
use crate::compose::{Composer, paragraph, ranges};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Inline, InlinePicture, Paragraph, Role};
use crate::specification::PictureBlock;
use crate::units::Length;

/// The most of a page's text block that a picture may take with its caption, percent: a chain of blocks that keep together has at
/// most nine tenths of it, and a line may stand above.
pub(super) const MOST_OF_PAGE: i64 = 85;

/// The picture on a page, and its caption.
pub(super) fn compose(c: &mut Composer<'_>, block: &PictureBlock, at: &Pointer, out: &mut Vec<Block>) {
    let caption = block.caption.as_ref().map(|caption| {
        let inlines = captions::compose(c, Captioned::Picture, caption, block.label.as_ref(), block.numbered);
        paragraph(Role::PictureCaption, at.key("caption"), inlines)
    });
    if let Some(picture) = set(c, block, caption.as_ref(), at) {
        let inlines = vec![Inline::InlinePicture(picture)];
        let keep_with_next = caption.is_some().then_some(true);
        let kind = BlockKind::Paragraph(Paragraph { inlines, keep_with_next, ..Paragraph::default() });
        out.push(Block::new(Role::Picture, kind, at.clone()));
    }
    out.extend(caption);
}

/// The picture in its printed size.
fn set(c: &mut Composer<'_>, block: &PictureBlock, caption: Option<&Block>, at: &Pointer) -> Option<InlinePicture> {
    let (column, height) = (c.text_width(), c.page_height());
    let under = caption.map_or(Length::ZERO, |caption| c.heights().of(caption, column));
    let most = (column, (height.scale(MOST_OF_PAGE, 100) - under).max(height / 4));
    let asked = AskedSize::read((block.width.as_deref(), None), ranges::TEXT_PICTURE_SIDE, at, c.out)?;
    let (picture, px) = c.pictures.get(&block.file, PictureFiles::Any, &at.key("file"), c.out)?;
    let (width, height) = asked.fit(most, px, c.out);
    let alternative_text = block.alternative_text.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
    Some(InlinePicture { picture, file: block.file.clone(), width, height, alternative_text })
}
