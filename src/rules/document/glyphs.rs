//! Every character of a document has a glyph in the face it is set in, or there is a finding: nothing vanishes.

use std::collections::BTreeSet;

use super::plain_form::PlainForm;
use crate::diag::{Diagnostic, Diagnostics, Phrase, Pointer, phrase, registry};
use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Document, Inline, Paragraph, Style, Typeface};

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

    /// Cells may hold tables again, and texts notes.
    fn cell(&mut self, blocks: &[Block]) {
        self.blocks(blocks.iter());
    }

    fn paragraph(&mut self, paragraph: &Paragraph, style: &Style, at: &Pointer) {
        if let Some(label) = &paragraph.label {
            self.text(&label.text, FaceStyle::of(style.bold, style.italic), at);
        }
        for inline in &paragraph.inlines {
            if let Inline::Note(note) = inline {
                self.cell(std::slice::from_ref(&note.block));
            }
            if let Inline::Run(run) = inline {
                let face = match run.typeface {
                    Typeface::Text => FaceStyle::of(run.bold.unwrap_or(style.bold), run.italic.unwrap_or(style.italic)),
                    Typeface::Symbols => FaceStyle::Symbols,
                };
                self.text(&run.text, face, at);
            }
        }
    }

    fn text(&mut self, text: &str, style: FaceStyle, at: &Pointer) {
        let face = self.fonts.face(style);
        for (i, c) in text.char_indices() {
            // a line break where none may stand is told as such
            if c != '\n' && face.glyph(c).is_none() && self.found.insert((style, c)) {
                let finding = missing(c, text, i, face.family(), at);
                self.out.push(self.hint(finding, c, style));
            }
        }
    }
}

impl Search<'_> {
    /// Names what to write instead, where there is something that can be printed.
    fn hint(&self, finding: Diagnostic, c: char, style: FaceStyle) -> Diagnostic {
        let has = |c| self.fonts.face(self.fonts.face_of(c, style)).glyph(c).is_some();
        let form = PlainForm::of(c).filter(|form| form.text().chars().all(has));
        finding.hint(match form {
            Some(PlainForm::Text(text)) => phrase!("viết “{text}”", "write “{text}”"),
            Some(PlainForm::Superscript(text)) => scripted(&text, "superscript"),
            Some(PlainForm::Subscript(text)) => scripted(&text, "subscript"),
            Some(PlainForm::Private) => phrase!(
                "ký tự này là hình riêng của một phông như Wingdings: thay bằng ký hiệu Unicode, ví dụ ☐, ☑, ✓, •",
                "it is a private picture of a font such as Wingdings: use a sign of Unicode, such as ☐, ☑, ✓, •"
            ),
            Some(PlainForm::Emoji) => phrase!(
                "ký tự này là biểu tượng cảm xúc: bỏ đi hoặc thay bằng lời hay ký hiệu, ví dụ ✓, ★, ☎",
                "it is an emoji: drop it, or use a word or a sign, such as ✓, ★, ☎"
            ),
            None => phrase!("thay bằng ký tự thường dùng", "use another character"),
        })
    }
}

fn scripted(text: &str, script: &str) -> Phrase {
    let run = format!("{{\"text\": \"{text}\", \"script\": \"{script}\"}}");
    phrase!("viết {run}", "write {run}")
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
            "phông {family} không có ký tự “{c}” ({code_point}) trong “{before}{c}{after}”",
            "the font {family} has no “{c}” ({code_point}), in “{before}{c}{after}”"
        ),
    )
    .within(text, byte..byte + c.len_utf8())
}
