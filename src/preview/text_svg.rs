//! A page as SVG of `<text>`, one a run: small, found and selected like any text, exact as long as whoever shows it has the
//! faces and the rules of [`STYLE`].

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::markup::{self, escape, fill};
use super::number::{fine_pt, pt};
use crate::font::{FaceStyle, FontBook};
use crate::pages::{Item, ItemKind, Page, Pages, TextRun};
use crate::units::Length;

/// The rules that the SVG of [`super::Preview::svg`] needs in the style sheet of whoever shows it: without them white space at the ends of
/// runs falls away, and letters are kerned, which no word processor does here. (A page with a strict Content-Security-Policy
/// takes rules from its own sheet alone, so the SVG carries none.)
pub const STYLE: &str = ".vanban-page text{white-space:pre;font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision}";

/// The family by which the SVG names the faces of the text, in four styles: normal and bold, upright and italic. Where no face of that name
/// is loaded, families of the same widths stand in.
pub const FAMILY: &str = "vanban";

/// The family by which it names the face of signs (☐, ☒).
pub const SIGNS_FAMILY: &str = "vanban-signs";

/// Draws a page; `source` gives the number by which an item says where it comes from.
pub(super) fn draw(pages: &Pages, page: &Page, fonts: &FontBook, source: &dyn Fn(&Item) -> Option<usize>) -> String {
    let mut out = String::with_capacity(page.items.len() * 96);
    let at = |item: &Item| source(item).map(|source| format!(r#" data-at="{source}""#)).unwrap_or_default();
    markup::begin(page, &mut out);
    markup::fields(pages, page, &at, &mut out);
    markup::beneath(pages, page, &at, &mut out);
    let usual = usual_size(page);
    let _ = write!(
        out,
        r#"<g font-family="{FAMILY},'Liberation Serif','Times New Roman',serif" font-size="{}">"#,
        pt(usual)
    );
    for item in &page.items {
        if let ItemKind::Text(run) = &item.kind
            && run.text.0 < run.text.1
        {
            let _ = write!(out, r#"<text x="{}" y="{}""#, pt(run.x), pt(run.y));
            if run.size != usual {
                let _ = write!(out, r#" font-size="{}""#, pt(run.size));
            }
            text(pages, run, fonts, &at(item), &mut out);
        }
    }
    out.push_str("</g></svg>");
    out
}

/// The size that most runs of a page have: said once.
fn usual_size(page: &Page) -> Length {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for item in &page.items {
        if let ItemKind::Text(run) = &item.kind {
            *counts.entry(run.size.to_emu()).or_default() += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(Length::ZERO, |(size, _)| Length::emu(size))
}

/// The look and the words of a run.
fn text(pages: &Pages, run: &TextRun, fonts: &FontBook, at: &str, out: &mut String) {
    out.push_str(match run.face {
        FaceStyle::Regular => "",
        FaceStyle::Bold => r#" font-weight="bold""#,
        FaceStyle::Italic => r#" font-style="italic""#,
        FaceStyle::BoldItalic => r#" font-weight="bold" font-style="italic""#,
        FaceStyle::Symbols => "",
    });
    if run.face == FaceStyle::Symbols {
        let _ = write!(out, r#" font-family="{SIGNS_FAMILY}""#);
    }
    if run.letter_spacing != Length::ZERO {
        let _ = write!(out, r#" letter-spacing="{}""#, fine_pt(run.letter_spacing));
    }
    if run.space_extra != Length::ZERO {
        let _ = write!(out, r#" word-spacing="{}""#, fine_pt(run.space_extra));
    }
    let _ = write!(out, "{}{at}>", fill(run.color));
    words(pages.text_of(run), run, fonts, out);
    out.push_str("</text>");
}

/// The text of a run. Browsers widen no-break spaces with the others, which we do not; and a character that the face draws with
/// another's glyph they would take from another face.
fn words(text: &str, run: &TextRun, fonts: &FontBook, out: &mut String) {
    const NO_BREAK: char = '\u{a0}';
    let has_hyphen = !text.contains('\u{2011}') || fonts.face(run.face).has('\u{2011}');
    let shown = if has_hyphen { text.to_owned() } else { text.replace('\u{2011}', "-") };
    if run.space_extra == Length::ZERO {
        return escape(&shown, out);
    }
    for (i, part) in shown.split(NO_BREAK).enumerate() {
        if i > 0 {
            let _ = write!(out, r#"<tspan word-spacing="0">{NO_BREAK}</tspan>"#);
        }
        escape(part, out);
    }
}
