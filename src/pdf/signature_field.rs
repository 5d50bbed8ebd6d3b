//! Empty signature fields (ISO 32000-1, 12.7.4.5): the places for the handwritten signature and for the seal, which a
//! signing program fills without adding a field of its own; a field that is added later breaks the tags.

use pdf_writer::types::{AnnotationFlags, FieldType, SigFlags};
use pdf_writer::{Finish, Name, Rect, Ref, TextStr};

use super::content::pt;
use super::objects::Objects;
use super::tags::Tags;
use crate::pages::{FieldName, ItemKind, Page, Pages};

/// Writes the fields of a page as widgets, one object each.
pub(super) fn write_all(
    pages: &Pages,
    page: &Page,
    page_ref: Ref,
    tags: &mut Option<Tags<'_>>,
    objects: &mut Objects,
) -> Vec<Ref> {
    let mut refs = Vec::new();
    for item in &page.items {
        let ItemKind::SignatureField { field, x, y, width, height } = &item.kind else { continue };
        let Some(FieldName { name, tooltip }) = pages.signature_fields.get(*field as usize) else { continue };
        let appearance = write_appearance([pt(*width), pt(*height)], objects);
        let id = objects.reserve();
        let mut field = objects.object(id).form_field(id);
        field.field_type(FieldType::Signature).partial_name(TextStr(name)).alternate_name(TextStr(tooltip));
        let mut widget = field.into_annotation();
        widget.rect(Rect::new(pt(*x), pt(page.height - *y - *height), pt(*x + *width), pt(page.height - *y)));
        // F = 132: printed, and not to be moved
        widget.flags(AnnotationFlags::PRINT | AnnotationFlags::LOCKED).page(page_ref);
        widget.appearance().normal().stream(appearance);
        if let Some(tags) = tags {
            let element = item.content().and_then(|content| tags.owner(content));
            if let Some(key) = element.and_then(|element| tags.annotate(element, page_ref, id)) {
                widget.struct_parent(key);
            }
        }
        widget.finish();
        refs.push(id);
    }
    refs
}

/// The look of an unsigned field: nothing. PDF/A wants one all the same (ISO 19005-2, 6.3.3).
fn write_appearance([width, height]: [f32; 2], objects: &mut Objects) -> Ref {
    let id = objects.reserve();
    let mut stream = objects.plain_stream(id, b"");
    stream.pair(Name(b"Type"), Name(b"XObject"));
    stream.pair(Name(b"Subtype"), Name(b"Form"));
    stream.pair(Name(b"BBox"), Rect::new(0.0, 0.0, width, height));
    stream.insert(Name(b"Resources")).dict().finish();
    stream.finish();
    id
}

/// Writes the form that the catalog names.
pub(super) fn write_form(fields: &[Ref], objects: &mut Objects) -> Option<Ref> {
    if fields.is_empty() {
        return None;
    }
    let id = objects.reserve();
    let mut form = objects.object(id).indirect(id).start::<pdf_writer::writers::Form<'_>>();
    form.fields(fields.iter().copied()).sig_flags(SigFlags::SIGNATURES_EXIST);
    Some(id)
}
