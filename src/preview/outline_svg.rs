//! A page as SVG of outlines: it needs no face, so it may stand alone; ten times as large as that of text, and nothing in it is
//! found or selected. Room for signatures is left out: it is not on the paper.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::glyphs;
use super::markup::{self, fill};
use super::number::{pt, scale};
use crate::font::{FaceStyle, FontBook, OutlineSegment};
use crate::pages::{ItemKind, Page, Pages, TextRun};
use crate::units::Length;

/// The glyphs that are met, those without ink too.
type Outlines = BTreeMap<(FaceStyle, u16), Vec<OutlineSegment>>;

/// Draws a page: each glyph once as a path, in font units, and a reference to it wherever it stands.
pub(super) fn draw(pages: &Pages, page: &Page, fonts: &FontBook) -> String {
    let mut used = Outlines::new();
    let mut words = String::new();
    for item in &page.items {
        if let ItemKind::Text(run) = &item.kind {
            text(pages, run, fonts, &mut used, &mut words);
        }
    }
    let mut out = String::with_capacity(words.len() * 3);
    markup::begin(page, &mut out);
    out.push_str("<defs>");
    for ((face, glyph), outline) in used.iter().filter(|(_, outline)| !outline.is_empty()) {
        let _ = write!(out, r#"<path id="{}{glyph}" d=""#, letter(*face));
        path(outline, &mut out);
        out.push_str("\"/>");
    }
    out.push_str("</defs>");
    markup::beneath(pages, page, &|_| String::new(), &mut out);
    out.push_str(&words);
    out.push_str("</svg>");
    out
}

/// The glyphs of a run, in its own units: x is whole, y is up.
fn text(pages: &Pages, run: &TextRun, fonts: &FontBook, used: &mut Outlines, out: &mut String) {
    let em = i64::from(fonts.face(run.face).units_per_em());
    let size = run.size.to_emu().max(1);
    let units = |length: Length| (length.to_emu() * em + size / 2).div_euclid(size);
    let mut is_open = false;
    glyphs::each(pages, run, fonts, |placed| {
        let outline = || fonts.face(run.face).outline(placed.glyph);
        if used.entry((run.face, placed.glyph)).or_insert_with(outline).is_empty() {
            return;
        }
        if !is_open {
            let scale = scale(run.size, em);
            let (x, y) = (pt(run.x), pt(run.y));
            let _ = write!(out, r#"<g transform="translate({x} {y}) scale({scale} -{scale})"{}>"#, fill(run.color));
            is_open = true;
        }
        let _ = write!(out, r##"<use href="#{}{}" x="{}""##, letter(run.face), placed.glyph, units(placed.x - run.x));
        if placed.y != run.y {
            let _ = write!(out, r#" y="{}""#, units(run.y - placed.y));
        }
        out.push_str("/>");
    });
    if is_open {
        out.push_str("</g>");
    }
}

fn letter(face: FaceStyle) -> char {
    match face {
        FaceStyle::Regular => 'r',
        FaceStyle::Bold => 'b',
        FaceStyle::Italic => 'i',
        FaceStyle::BoldItalic => 'z',
        FaceStyle::Symbols => 's',
    }
}

/// The outline as path data; places are whole units, for those of composite glyphs that are turned may fall between.
fn path(outline: &[OutlineSegment], out: &mut String) {
    for segment in outline {
        let _ = match *segment {
            OutlineSegment::Move((x, y)) => write!(out, "M{} {}", x.round(), y.round()),
            OutlineSegment::Line((x, y)) => write!(out, "L{} {}", x.round(), y.round()),
            OutlineSegment::Curve((a, b), (x, y)) => {
                write!(out, "Q{} {} {} {}", a.round(), b.round(), x.round(), y.round())
            }
            OutlineSegment::Close => write!(out, "Z"),
        };
    }
}
