//! The faces that pages are set in, as rules of a style sheet.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::text_svg::{FAMILY, SIGNS_FAMILY};
use crate::base64;
use crate::font::{FaceStyle, FontBook};
use crate::pages::{ItemKind, Pages};

/// A rule for each face that some files use, with the face inside.
pub(super) fn rules(files: &[Pages], fonts: &FontBook) -> String {
    let items = files.iter().flat_map(|pages| &pages.pages).flat_map(|page| &page.items);
    let used: BTreeSet<FaceStyle> = items
        .filter_map(|item| match &item.kind {
            ItemKind::Text(run) => Some(run.face),
            ItemKind::Line { .. } | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
        })
        .collect();
    let mut rules = String::new();
    for face in used {
        let (family, weight, slant) = match face {
            FaceStyle::Regular => (FAMILY, "normal", "normal"),
            FaceStyle::Bold => (FAMILY, "bold", "normal"),
            FaceStyle::Italic => (FAMILY, "normal", "italic"),
            FaceStyle::BoldItalic => (FAMILY, "bold", "italic"),
            FaceStyle::Symbols => (SIGNS_FAMILY, "normal", "normal"),
        };
        let file = base64::encode(fonts.face(face).data());
        let _ = writeln!(
            rules,
            "@font-face{{font-family:{family};font-weight:{weight};font-style:{slant};src:url(data:font/ttf;base64,{file})}}"
        );
    }
    rules
}
