//! The golden text form of pages: a line for each item. Places are points from the top left corner of the page, to two
//! decimals; what is not said is the ordinary case.

use std::fmt::Write;

use super::{ItemKind, LineEnd, Page, Pages, TextRun};
use crate::font::FaceStyle;
use crate::model::Link;
use crate::units::Length;

/// Every page, then the outline.
///
/// A line of text is `x y +width size face role#block "words"`, followed, where it has them, by the amount each space
/// is stretched by (`space`), its `link` and how its line ends: `~` with a swallowed space, `-` after a hyphen, nothing
/// between runs of one line, `¶` at the end of a paragraph.
#[must_use]
pub fn dump(pages: &Pages) -> String {
    let mut out = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let _ = writeln!(out, "page {} {} × {}", index + 1, Pt(page.width), Pt(page.height));
        dump_page(pages, page, &mut out);
    }
    for entry in &pages.outline {
        let depth = "  ".repeat(usize::from(entry.level));
        let _ =
            writeln!(out, "outline{depth}{} {:?} page {} at {}", entry.level, entry.title, entry.page + 1, Pt(entry.y));
    }
    out
}

fn dump_page(pages: &Pages, page: &Page, out: &mut String) {
    for item in &page.items {
        let owner = format!("{}#{}", item.role.name(), item.block);
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
            ItemKind::Line { x, y, width, thickness } => {
                writeln!(out, "{:>8} {:>8} +{} line {} {owner}", Pt(*x), Pt(*y), Pt(*width), Pt(*thickness))
            }
            ItemKind::Image { picture, x, y, width, height, alternative_text } => {
                let (width, height) = (Pt(*width), Pt(*height));
                let place = format!("{:>8} {:>8} +{width}", Pt(*x), Pt(*y));
                writeln!(out, "{place} picture {picture} {width} × {height} {owner} {alternative_text:?}")
            }
        };
    }
}

fn remarks(pages: &Pages, run: &TextRun) -> String {
    let mut remarks = String::new();
    if run.space_extra != Length::ZERO {
        let _ = write!(remarks, " space {}", Pt(run.space_extra));
    }
    if let Some(link) = run.link {
        let _ = match pages.links.get(link as usize) {
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
