//! Link annotations over the runs that lead somewhere (ISO 32000-1, 12.5.6.5): one for each line a link takes.

use pdf_writer::types::{ActionType, AnnotationFlags, AnnotationType};
use pdf_writer::{Name, Rect, Ref, Str, TextStr};

use super::content::pt;
use super::objects::Objects;
use super::tags::Tags;
use crate::font::FontBook;
use crate::model::Link;
use crate::pages::{ItemKind, LineEnd, Page, Pages, TextRun};
use crate::units::Length;

/// An area that can be clicked; y down from the top.
struct Area {
    link: u32,
    left: Length,
    right: Length,
    top: Length,
    bottom: Length,
    /// Whether the line went on after it.
    open: bool,
}

/// Writes the links of a page.
pub(super) fn write_all(
    pages: &Pages,
    page: &Page,
    page_ref: Ref,
    fonts: &FontBook,
    tags: &mut Option<Tags<'_>>,
    objects: &mut Objects,
) -> Vec<Ref> {
    let mut refs = Vec::new();
    for area in areas(page, fonts) {
        let Some(link) = pages.links.get(area.link as usize) else { continue };
        let id = objects.reserve();
        let mut annotation = objects.object(id).indirect(id).start::<pdf_writer::writers::Annotation>();
        annotation.subtype(AnnotationType::Link);
        annotation.rect(Rect::new(
            pt(area.left),
            pt(page.height - area.bottom),
            pt(area.right),
            pt(page.height - area.top),
        ));
        annotation.flags(AnnotationFlags::PRINT);
        annotation.border(0.0, 0.0, 0.0, None);
        match &link.target {
            Link::Address(address) => {
                annotation.contents(TextStr(address));
                annotation.action().action_type(ActionType::Uri).uri(Str(&escape(address)));
            }
            Link::Destination(name) => {
                annotation.contents(TextStr(link.text.trim()));
                annotation.pair(Name(b"Dest"), Str(name.as_bytes()));
            }
        }
        if let Some(key) = tags.as_mut().and_then(|tags| tags.annotate(link.element, page_ref, id)) {
            annotation.struct_parent(key);
        }
        refs.push(id);
    }
    refs
}

fn areas(page: &Page, fonts: &FontBook) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for item in &page.items {
        let ItemKind::Text(run) = &item.kind else { continue };
        let next = run.link.map(|link| area(link, run, fonts));
        let continues = match (areas.last_mut(), &next) {
            (Some(last), Some(next)) if last.open && last.link == next.link => {
                last.left = last.left.min(next.left);
                last.right = last.right.max(next.right);
                last.top = last.top.min(next.top);
                last.bottom = last.bottom.max(next.bottom);
                last.open = next.open;
                true
            }
            (Some(last), None) => {
                last.open = false;
                false
            }
            (Some(_) | None, _) => false,
        };
        if !continues {
            areas.extend(next);
        }
    }
    areas
}

fn area(link: u32, run: &TextRun, fonts: &FontBook) -> Area {
    let face = fonts.face(run.face);
    Area {
        link,
        left: run.x,
        right: run.x + run.width,
        top: run.y - face.to_length(i64::from(face.ascent()), run.size),
        bottom: run.y - face.to_length(i64::from(face.descent()), run.size),
        open: run.ends_line == LineEnd::None,
    }
}

/// The address in ASCII, as the action demands: everything else percent-encoded (RFC 3987, 3.1).
fn escape(address: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("%{byte:02X}").as_bytes());
        }
    }
    out
}
