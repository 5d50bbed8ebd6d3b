//! Every character of a document has a glyph in the face it is set in, or there is a finding: nothing vanishes.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Document, Inline, Paragraph, Style};

/// Characters shown on each side of a missing one.
const CONTEXT: usize = 12;

/// Looks for characters without glyph: a finding for each character of each face, at its first place.
pub(super) fn check(document: &Document, fonts: &FontBook, out: &mut Diagnostics) {
    let mut search = Search { document, fonts, found: BTreeSet::new(), out };
    for section in document.sections() {
        search.blocks(section.blocks.iter());
        search.blocks(section.furniture.blocks());
    }
}

struct Search<'a> {
    document: &'a Document,
    fonts: &'a FontBook,
    found: BTreeSet<(FaceStyle, char)>,
    out: &'a mut Diagnostics,
}

impl Search<'_> {
    fn blocks<'b>(&mut self, blocks: impl Iterator<Item = &'b Block>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(paragraph) => {
                    self.paragraph(paragraph, self.document.styles.get(block.style), &block.at);
                }
                BlockKind::Rule(_) => {}
                BlockKind::Table(table) => {
                    for cell in table.rows.iter().flat_map(|row| &row.cells) {
                        self.cell(&cell.blocks);
                    }
                }
            }
        }
    }

    /// Cells may hold tables again.
    fn cell(&mut self, blocks: &[Block]) {
        self.blocks(blocks.iter());
    }

    fn paragraph(&mut self, paragraph: &Paragraph, style: &Style, at: &Pointer) {
        if let Some(label) = &paragraph.label {
            self.text(&label.text, FaceStyle::of(style.bold, style.italic), at);
        }
        for inline in &paragraph.inlines {
            if let Inline::Run(run) = inline {
                let face = FaceStyle::of(run.bold.unwrap_or(style.bold), run.italic.unwrap_or(style.italic));
                self.text(&run.text, face, at);
            }
        }
    }

    fn text(&mut self, text: &str, style: FaceStyle, at: &Pointer) {
        let face = self.fonts.face(style);
        for (i, c) in text.char_indices() {
            if face.glyph(c).is_none() && self.found.insert((style, c)) {
                self.out.push(missing(c, text, i, face.family(), at));
            }
        }
    }
}

fn missing(c: char, text: &str, byte: usize, family: &str, at: &Pointer) -> Diagnostic {
    let before: Vec<char> = text[..byte].chars().rev().take(CONTEXT).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[byte + c.len_utf8()..].chars().take(CONTEXT).collect();
    let code_point = format!("U+{:04X}", u32::from(c));
    Diagnostic::of(
        registry::MISSING_GLYPH,
        at,
        phrase!(
            "phông {family} không có chữ “{c}” ({code_point}) trong “{before}{c}{after}”",
            "the font {family} has no “{c}” ({code_point}), in “{before}{c}{after}”"
        ),
    )
    .hint(phrase!("thay ký tự này bằng chữ thường dùng", "use another character"))
}
