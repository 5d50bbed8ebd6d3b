//! Pictures on lines that cannot become higher for them: word processors cut them off, or draw them over the line above.

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Document, Inline, LineSpacing, Paragraph, Style};
use crate::units::Length;

/// A line of a fixed height has its baseline so far below its top, percent.
const EXACT_BASELINE: i64 = 80;
/// A line spacing of one.
const SINGLE: u32 = 240;

pub(super) fn check(document: &Document, fonts: &FontBook, out: &mut Diagnostics) {
    let mut lines = TightLines { document, fonts, out };
    for section in document.sections() {
        section.blocks.iter().chain(section.furniture.blocks()).for_each(|block| lines.block(block));
    }
}

struct TightLines<'a> {
    document: &'a Document,
    fonts: &'a FontBook,
    out: &'a mut Diagnostics,
}

impl TightLines<'_> {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                self.paragraph(paragraph, self.document.styles.get(block.style), &block.at);
            }
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.cell(&cell.blocks));
            }
        }
    }

    /// Cells may hold tables again.
    fn cell(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn paragraph(&mut self, paragraph: &Paragraph, style: &Style, at: &Pointer) {
        let Some(most) = self.most(style) else { return };
        let heights = paragraph.inlines.iter().filter_map(|inline| match inline {
            Inline::InlinePicture(picture) => Some(picture.height),
            _ => None,
        });
        if let Some(height) = heights.max().filter(|height| *height > most) {
            self.out.push(too_high(height, most, at));
        }
    }

    /// The most that a picture may be high; `None` where lines become as high as it is.
    fn most(&self, style: &Style) -> Option<Length> {
        match style.line_spacing {
            LineSpacing::Multiple(SINGLE..) => None,
            // what is no higher than the letters changes nothing
            LineSpacing::Multiple(_) => {
                Some(self.fonts.face(FaceStyle::of(style.bold, style.italic)).baseline(style.size))
            }
            LineSpacing::Exactly(height) => Some(height.scale(EXACT_BASELINE, 100)),
        }
    }
}

fn too_high(height: Length, most: Length, at: &Pointer) -> Diagnostic {
    // what is advised must fit
    let (height, most) = (height.to_pt() + 1, most.to_pt());
    Diagnostic::of(
        registry::PICTURE_IN_TIGHT_LINES,
        at,
        phrase!(
            "hình ở đây cao {height} pt, mà giãn dòng cố định hoặc dưới dòng đơn chỉ chứa được hình cao {most} pt",
            "a picture here is {height} pt high, but lines of this fixed or narrow spacing have room for one of {most} pt only"
        ),
    )
    .hint(phrase!("viết \"height\": \"{most}pt\" hoặc thấp hơn", "write \"height\": \"{most}pt\" or less"))
    .hint(phrase!("hoặc đặt /layout/line_spacing là \"single\"", "or set /layout/line_spacing to \"single\""))
}
