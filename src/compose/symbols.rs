//! Characters that the text's face has not, and the face of signs has, become runs of their own in that face.

use crate::font::{FaceStyle, FontBook};
use crate::model::{Block, BlockKind, Inline, Run, RunPart, Section, Style, StyleSheet, Typeface};

/// Gives each character of a section its typeface.
pub(super) fn choose(section: &mut Section, styles: &StyleSheet, fonts: &FontBook) {
    in_blocks(section.blocks.iter_mut().chain(section.furniture.blocks_mut()), styles, fonts);
}

fn in_blocks<'a>(blocks: impl Iterator<Item = &'a mut Block>, styles: &StyleSheet, fonts: &FontBook) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(paragraph) => {
                in_inlines(&mut paragraph.inlines, styles.get(block.style), styles, fonts)
            }
            BlockKind::Rule(_) => {}
            BlockKind::Table(table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    in_cell(&mut cell.blocks, styles, fonts);
                }
            }
        }
    }
}

/// Cells may hold tables again, and texts notes.
fn in_cell(blocks: &mut [Block], styles: &StyleSheet, fonts: &FontBook) {
    in_blocks(blocks.iter_mut(), styles, fonts);
}

fn in_inlines(inlines: &mut Vec<Inline>, style: &Style, styles: &StyleSheet, fonts: &FontBook) {
    for inline in &mut *inlines {
        if let Inline::Note(note) = inline {
            in_cell(std::slice::from_mut(&mut note.block), styles, fonts);
        }
    }
    let has_sign = |inline: &Inline| matches!(inline, Inline::Run(run) if needs_signs(run, style, fonts));
    if !inlines.iter().any(has_sign) {
        return;
    }
    for inline in std::mem::take(inlines) {
        match inline {
            Inline::Run(run) if needs_signs(&run, style, fonts) => split(&run, style, fonts, inlines),
            other => inlines.push(other),
        }
    }
}

/// A label is one thing to a reader and stays whole.
fn needs_signs(run: &Run, style: &Style, fonts: &FontBook) -> bool {
    // nearly all text ends before the first sign, U+2000, whose bytes begin with E2
    run.part != RunPart::Label
        && run.text.bytes().any(|byte| byte >= 0xe2)
        && run.text.chars().any(|c| typeface(c, run, style, fonts) == Typeface::Symbols)
}

fn typeface(c: char, run: &Run, style: &Style, fonts: &FontBook) -> Typeface {
    let face = FaceStyle::of(run.bold.unwrap_or(style.bold), run.italic.unwrap_or(style.italic));
    if fonts.face_of(c, face) == FaceStyle::Symbols { Typeface::Symbols } else { Typeface::Text }
}

fn split(run: &Run, style: &Style, fonts: &FontBook, inlines: &mut Vec<Inline>) {
    let mut piece = Run { text: String::new(), ..run.clone() };
    for c in run.text.chars() {
        let typeface = typeface(c, run, style, fonts);
        if typeface != piece.typeface && !piece.text.is_empty() {
            let text = std::mem::take(&mut piece.text);
            inlines.push(Inline::Run(Run { text, ..piece.clone() }));
        }
        piece.typeface = typeface;
        piece.text.push(c);
    }
    inlines.push(Inline::Run(piece));
}
