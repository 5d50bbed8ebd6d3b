//! What both kinds of SVG have in common: the page, pictures, lines, fields.

use std::fmt::Write as _;

use super::number::pt;
use crate::base64;
use crate::model::{Color, Picture, PictureFormat};
use crate::pages::{Item, ItemKind, Page, Pages};

/// Begins a page: white paper.
pub(super) fn begin(page: &Page, out: &mut String) {
    let (width, height) = (pt(page.width), pt(page.height));
    let _ = write!(
        out,
        r##"<svg xmlns="http://www.w3.org/2000/svg" class="vanban-page" viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt"><rect width="{width}" height="{height}" fill="#fff"/>"##
    );
}

/// Room for signatures, in which a reader finds what it is for; beneath the pictures that may stand there already. `at` gives the
/// attribute that says where an item comes from.
pub(super) fn fields(pages: &Pages, page: &Page, at: &dyn Fn(&Item) -> String, out: &mut String) {
    for item in &page.items {
        if let ItemKind::SignatureField { field, x, y, width, height } = item.kind {
            let (x, y, width, height) = (pt(x), pt(y), pt(width), pt(height));
            let _ = write!(
                out,
                r##"<rect class="vanban-field" x="{x}" y="{y}" width="{width}" height="{height}" fill="#eef3ff"{}>"##,
                at(item)
            );
            if let Some(field) = pages.signature_fields.get(field as usize) {
                out.push_str("<title>");
                escape(&field.tooltip, out);
                out.push_str("</title>");
            }
            out.push_str("</rect>");
        }
    }
}

/// What lies beneath the text: pictures, then lines.
pub(super) fn beneath(pages: &Pages, page: &Page, at: &dyn Fn(&Item) -> String, out: &mut String) {
    for item in &page.items {
        if let ItemKind::Image { picture, x, y, width, height } = item.kind
            && let Some(picture) = pages.pictures.get(picture)
        {
            let (x, y, width, height) = (pt(x), pt(y), pt(width), pt(height));
            let _ = write!(
                out,
                r#"<image x="{x}" y="{y}" width="{width}" height="{height}" preserveAspectRatio="none"{} href="{}"/>"#,
                at(item),
                data_address(picture)
            );
        }
    }
    for item in &page.items {
        if let ItemKind::Line { x, y, width, height, color } = item.kind {
            let (x, y, width, height) = (pt(x), pt(y), pt(width), pt(height));
            let _ = write!(out, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}"{}/>"#, fill(color));
        }
    }
}

/// The attribute of a colour; none for black.
pub(super) fn fill(color: Color) -> String {
    if color == Color::BLACK { String::new() } else { format!(r##" fill="#{}""##, color.hex()) }
}

/// A picture as an address that holds it.
fn data_address(picture: &Picture) -> String {
    let kind = match picture.format {
        PictureFormat::Png => "png",
        PictureFormat::Jpeg { .. } => "jpeg",
    };
    format!("data:image/{kind};base64,{}", base64::encode(&picture.bytes))
}

/// Text between tags. What XML 1.0 forbids of Unicode is no character; of control characters texts are free.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
}
