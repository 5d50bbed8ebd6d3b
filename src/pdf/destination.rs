//! Named destinations (ISO 32000-1, 12.3.2.3): places that the outline, links and other files name.

use pdf_writer::{Finish, Name, Obj, Ref};

use super::content::pt;
use super::objects::Objects;
use super::trees;
use crate::error::WriteError;
use crate::model::Link;
use crate::pages::Pages;

/// A place on a page.
struct Spot {
    page: Ref,
    top: f32,
}

/// Writes the name tree of all destinations; `None` where there is none.
///
/// # Errors
/// A destination is on no page, or has the name of another; a link leads to none.
pub(super) fn write(pages: &Pages, page_refs: &[Ref], objects: &mut Objects) -> Result<Option<Ref>, WriteError> {
    let mut named = Vec::with_capacity(pages.destinations.len());
    for destination in &pages.destinations {
        let (Some(page), Some(&page_ref)) = (pages.pages.get(destination.page), page_refs.get(destination.page)) else {
            return Err(WriteError(format!("the destination {} is on no page", destination.name)));
        };
        named.push((destination.name.clone(), Spot { page: page_ref, top: pt(page.height - destination.y) }));
    }
    named.sort_by(|a, b| a.0.cmp(&b.0));
    if let Some(twice) = named.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(WriteError(format!("the destination {} is there twice", twice[0].0)));
    }
    for link in &pages.links {
        let Link::Destination(name) = &link.target else { continue };
        if named.binary_search_by(|(known, _)| known.cmp(name)).is_err() {
            return Err(WriteError(format!("a link leads to {name}, which is not there")));
        }
    }
    Ok((!named.is_empty()).then(|| trees::write_names(&named, objects, write_place)))
}

/// `[page /XYZ 0 top null]`: the top left corner, the zoom unchanged.
fn write_place(obj: Obj<'_>, place: &Spot) {
    let mut array = obj.array();
    array.item(place.page).item(Name(b"XYZ")).item(0).item(place.top);
    array.push().primitive(pdf_writer::Null);
    array.finish();
}
