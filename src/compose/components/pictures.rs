//! Pictures in the text: each on a line of its own in the middle, no larger than the column and the page, its caption under it.

use super::captions::{self, Captioned};
use crate::compose::picture::PictureFiles;
use crate::compose::{Composer, overrides, paragraph, ranges};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{Block, BlockKind, Inline, InlinePicture, Paragraph, Role};
use crate::picture::Pixels;
use crate::specification::PictureBlock;
use crate::units::Length;

/// Pixels of an inch of a picture whose width is not given, as on a screen.
const PIXELS_PER_INCH: i64 = 96;
const INCH: Length = Length::pt(72);
/// The most of a page's text block that a picture may take with its caption, percent: a chain of blocks that keep together has at
/// most nine tenths of it, and a line may stand above.
const MOST_OF_PAGE: i64 = 85;

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
    let page = c.page.clone();
    let column = page.text_width();
    let height = page.height - page.margin_top - page.margin_bottom;
    let under = caption.map_or(Length::ZERO, |caption| c.heights().of(caption, column));
    let most = (column, (height.scale(MOST_OF_PAGE, 100) - under).max(height / 4));
    let at_width = at.key("width");
    let asked = match &block.width {
        None => None,
        Some(text) => Some(overrides::length(text, &at_width, ranges::TEXT_PICTURE_WIDTH, c.out)?),
    };
    let (picture, px) = c.pictures.get(&block.file, PictureFiles::Any, &at.key("file"), c.out)?;
    let natural = INCH.scale(i64::from(px.0), PIXELS_PER_INCH);
    let (width, height) = fit(asked.unwrap_or(natural), most, px);
    if let Some(asked) = asked.filter(|asked| width < asked.round_to_twip()) {
        c.out.push(too_large(&at_width, asked, width));
    }
    let alternative_text = block.alternative_text.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
    Some(InlinePicture { picture, file: block.file.clone(), width, height, alternative_text })
}

/// The size of a picture that is so wide, or as large as there is room for; never nothing, however long and narrow it is.
fn fit(width: Length, (most_width, most_height): (Length, Length), (across, down): Pixels) -> (Length, Length) {
    let (across, down) = (i64::from(across), i64::from(down));
    let width = width.min(most_width);
    let height = width.scale(down, across);
    let (width, height) =
        if height <= most_height { (width, height) } else { (most_height.scale(across, down), most_height) };
    let whole = |length: Length| length.round_to_twip().max(Length::twip(1));
    (whole(width).min(most_width), whole(height).min(most_height))
}

fn too_large(at: &Pointer, asked: Length, fits: Length) -> Diagnostic {
    // what is advised must fit
    let (asked, most) = ((asked + Length::mm(1) / 2).to_mm(), fits.to_mm());
    let finding = Diagnostic::of(
        registry::PICTURE_WIDTH,
        at,
        phrase!(
            "rộng {asked} mm thì hình không vừa cột hoặc trang; hình được thu còn {most} mm",
            "{asked} mm wide the picture does not fit its column or page; it is made {most} mm wide"
        ),
    );
    if most < 1 {
        return finding.hint(phrase!("bỏ \"width\"", "leave out \"width\""));
    }
    finding.hint(phrase!(
        "viết nhiều nhất là \"{most}mm\", hoặc bỏ \"width\"",
        "write at most \"{most}mm\", or leave out \"width\""
    ))
}
