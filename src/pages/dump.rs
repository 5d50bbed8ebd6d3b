//! The golden text form of pages: a line for each item. Places are points from the top left corner of the page, to two
//! decimals; what is not said is the ordinary case.

use std::fmt::Write;

use super::{ContentId, Element, ElementId, Item, ItemKind, Kid, LineEnd, Page, Pages, Remarks, Structure, TextRun};
use crate::diag::Pointer;
use crate::font::FaceStyle;
use crate::model::{Color, Link};
use crate::units::Length;

/// Every page, then the labels, the outline and the logical structure.
///
/// A line of text is `x y +width size face role#content @pointer "words"`, the pointer that of its place in the specification, followed, where it has them, by the amount each space
/// is stretched by (`space`), its `link` and how its line ends: `~` with a swallowed space, `-` after a hyphen, nothing
/// between runs of one line, `¶` at the end of a paragraph.
#[must_use]
pub fn dump(pages: &Pages) -> String {
    let mut out = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let _ = writeln!(out, "page {} {} × {}", index + 1, Pt(page.width), Pt(page.height));
        dump_page(pages, page, &mut out);
    }
    for label in &pages.labels {
        let source = pages.pointer_of(label.source).map(Pointer::as_str).unwrap_or_default();
        let _ = writeln!(out, "label @{source} {:?}", pages.label_text(label));
    }
    for entry in &pages.outline {
        let depth = "  ".repeat(usize::from(entry.level));
        let _ =
            writeln!(out, "outline{depth}{} {:?} page {} at {}", entry.level, entry.title, entry.page + 1, Pt(entry.y));
    }
    if let Some(root) = pages.structure.elements.first() {
        dump_element(&pages.structure, root, 0, &mut out);
    }
    out
}

/// An element and those in it; `#n` is a content.
fn dump_element(structure: &Structure, element: &Element, depth: usize, out: &mut String) {
    let _ = write!(out, "{}{:?}", "  ".repeat(depth), element.tag);
    if let Some(Remarks { language, alternative_text, expansion, underline }) = element.remarks.as_deref() {
        for (name, value) in [("lang", language), ("alt", alternative_text), ("expansion", expansion)] {
            if let Some(value) = value {
                let _ = write!(out, " {name} {value:?}");
            }
        }
        out.push_str(if *underline { " underline" } else { "" });
    }
    for kid in &element.kids {
        if let Kid::Content(ContentId(content)) = kid {
            let _ = write!(out, " #{content}");
        }
    }
    out.push('\n');
    for kid in &element.kids {
        let Kid::Element(ElementId(index)) = kid else { continue };
        if let Some(inner) = structure.elements.get(*index as usize) {
            dump_element(structure, inner, depth + 1, out);
        }
    }
}

fn dump_page(pages: &Pages, page: &Page, out: &mut String) {
    for item in &page.items {
        let owner = owner(pages, item);
        let _ = match &item.kind {
            ItemKind::Text(run) => {
                let place = format!("{:>8} {:>8} +{}", Pt(run.x), Pt(run.y), Pt(run.width));
                writeln!(
                    out,
                    "{place} {} {} {owner} {:?}{}",
                    Pt(run.size),
                    face_name(run.face),
                    pages.text_of(run),
                    remarks(pages, run)
                )
            }
            ItemKind::Line { x, y, width, height, color } => {
                let color = if *color == Color::BLACK { String::new() } else { format!(" #{}", color.hex()) };
                writeln!(out, "{:>8} {:>8} +{} line {}{color} {owner}", Pt(*x), Pt(*y), Pt(*width), Pt(*height))
            }
            ItemKind::Image { picture, x, y, width, height } => {
                let (width, height) = (Pt(*width), Pt(*height));
                let place = format!("{:>8} {:>8} +{width}", Pt(*x), Pt(*y));
                writeln!(out, "{place} picture {picture} {width} × {height} {owner}")
            }
            ItemKind::SignatureField { field, x, y, width, height } => {
                let (width, height) = (Pt(*width), Pt(*height));
                let place = format!("{:>8} {:>8} +{width}", Pt(*x), Pt(*y));
                let called = pages.signature_fields.get(*field as usize);
                let called = called.map(|field| format!("{} {:?}", field.name, field.tooltip)).unwrap_or_default();
                writeln!(out, "{place} signature field {width} × {height} {owner} {called}")
            }
        };
    }
}

/// The role, the number of the content in the structure, and the place in the specification that it comes from.
fn owner(pages: &Pages, item: &Item) -> String {
    let content = item.content().map(|ContentId(content)| format!("#{content}")).unwrap_or_default();
    let source = pages.pointer_of(item.source).map(Pointer::as_str).unwrap_or_default();
    format!("{}{content} @{source}", item.role.name())
}

fn remarks(pages: &Pages, run: &TextRun) -> String {
    let mut remarks = String::new();
    if run.letter_spacing != Length::ZERO {
        let _ = write!(remarks, " letters {}", Pt(run.letter_spacing));
    }
    if run.space_extra != Length::ZERO {
        let _ = write!(remarks, " space {}", Pt(run.space_extra));
    }
    if let Some(link) = run.link {
        let _ = match pages.links.get(link as usize).map(|link| &link.target) {
            Some(Link::Address(address)) => write!(remarks, " link <{address}>"),
            Some(Link::Destination(name)) => write!(remarks, " link <#{name}>"),
            None => Ok(()),
        };
    }
    remarks.push_str(match run.ends_line {
        LineEnd::None => "",
        LineEnd::Space => " ~",
        LineEnd::Hard => " -",
        LineEnd::Paragraph => " ¶",
    });
    remarks
}

fn face_name(face: FaceStyle) -> &'static str {
    match face {
        FaceStyle::Regular => "regular",
        FaceStyle::Bold => "bold",
        FaceStyle::Italic => "italic",
        FaceStyle::BoldItalic => "bold-italic",
        FaceStyle::Symbols => "symbols",
    }
}

/// A length in points to two decimals, half away from zero.
struct Pt(Length);

impl std::fmt::Display for Pt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let emu = self.0.to_emu();
        let hundredths = (emu.abs() + 63) / 127;
        let sign = if emu < 0 && hundredths > 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100))
    }
}
