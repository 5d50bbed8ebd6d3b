//! The PDF: draws what the pages say, decides nothing. PDF/A-2b (ISO 19005-2) on PDF 1.7 (ISO 32000-1), its text
//! extractable character by character.

mod content;
mod deflate;
mod flavour;
mod font;
mod icc;
mod image;
mod link;
mod metadata;
mod objects;
mod outline;
mod page;
mod to_unicode;
mod truetype;
mod usage;

pub use flavour::Flavour;

use pdf_writer::types::{NumberingStyle, OutputIntentSubtype, PageMode};
use pdf_writer::{Finish, Name, Ref, TextStr};

use crate::WriteError;
use crate::font::FontBook;
use crate::pages::Pages;
use metadata::Metadata;
use objects::Objects;
use usage::Usage;

/// How to write a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PdfOptions {
    /// The kind of PDF.
    pub flavour: Flavour,
    /// Whether the embedded fonts keep their hints.
    pub hints: Hints,
    /// Whether empty signature fields are reserved.
    pub signature_fields: SignatureFields,
}

/// Whether embedded fonts keep their hints (glyph programs), which screens of today ignore.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hints {
    /// Left out: half of a font's bytes.
    #[default]
    Strip,
    /// Kept.
    Keep,
}

/// Whether empty signature fields are reserved where the signature and the seal stand (ô số 7c, 8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignatureFields {
    /// A field for each.
    #[default]
    Reserve,
    /// None.
    Omit,
}

/// Writes pages.
///
/// The file carries the document's date of issue as its date of creation (midnight in Việt Nam); a draft without a full
/// date carries none, for the library knows no clock.
///
/// # Errors
/// There is no page; a face may not be embedded, lacks a character or cannot be subset; a picture cannot be decoded or
/// is too large; the outline names a page that is not there.
pub fn write(pages: &Pages, fonts: &FontBook) -> Result<Vec<u8>, WriteError> {
    if pages.pages.is_empty() {
        return Err(WriteError("a PDF needs at least one page".to_owned()));
    }
    let mut objects = Objects::new();
    let catalog = objects.reserve();
    let info = objects.reserve();
    let page_tree = objects.reserve();
    let page_refs: Vec<Ref> = pages.pages.iter().map(|_| objects.reserve()).collect();

    let usage = Usage::of(pages, fonts)?;
    let images = image::write_all(pages, &mut objects)?;
    let resources = objects.reserve();
    page::write_all(pages, fonts, &usage, &page::Refs { page_tree, pages: &page_refs, resources }, &mut objects);
    let font_refs = font::write_all(&usage, fonts, &mut objects)?;
    write_resources(&mut objects, resources, &font_refs, &images);
    let outline = outline::write(pages, &page_refs, &mut objects)?;
    let profile = icc::write(&mut objects);

    let options = PdfOptions { flavour: Flavour::A2b, ..PdfOptions::default() };
    let metadata = Metadata::of(&pages.info, pages.pages.len(), &options);
    metadata.write_info(objects.object(info), info);
    let xmp = objects.reserve();
    let labels = objects.reserve();
    objects.object(labels).indirect(labels).start::<pdf_writer::writers::PageLabel>().style(NumberingStyle::Arabic);
    write_catalog(&mut objects, catalog, &CatalogParts { page_tree, labels, outline, profile, xmp }, pages);

    let digest = objects.digest();
    metadata.write_xmp(&mut objects, xmp, digest);
    Ok(objects.finish(catalog, info, digest))
}

/// The one resource dictionary that all pages name; PDF/A-2, 6.2.2 wants it named by each page and not inherited.
fn write_resources(objects: &mut Objects, id: Ref, fonts: &[(&'static str, Ref)], images: &[Option<Ref>]) {
    let mut resources = objects.object(id).indirect(id).start::<pdf_writer::writers::Resources>();
    if !fonts.is_empty() {
        let mut dict = resources.fonts();
        for (name, font) in fonts {
            dict.pair(Name(name.as_bytes()), *font);
        }
    }
    if images.iter().any(Option::is_some) {
        let mut dict = resources.x_objects();
        for (index, image) in images.iter().enumerate() {
            if let Some(image) = image {
                dict.pair(Name(image::name(index).as_bytes()), *image);
            }
        }
    }
}

/// What the catalog points to.
struct CatalogParts {
    page_tree: Ref,
    labels: Ref,
    outline: Option<Ref>,
    profile: Ref,
    xmp: Ref,
}

fn write_catalog(objects: &mut Objects, id: Ref, parts: &CatalogParts, pages: &Pages) {
    let mut catalog = objects.object(id).indirect(id).start::<pdf_writer::writers::Catalog>();
    catalog.pages(parts.page_tree);
    catalog.page_labels().nums().insert(0, parts.labels);
    if let Some(outline) = parts.outline {
        catalog.outlines(outline).page_mode(PageMode::UseOutlines);
    }
    catalog.lang(TextStr(pages.info.language));
    catalog.viewer_preferences().display_doc_title(true);
    catalog.metadata(parts.xmp);
    let mut intents = catalog.output_intents();
    let mut intent = intents.push();
    intent.subtype(OutputIntentSubtype::PDFA);
    intent.output_condition_identifier(TextStr("sRGB"));
    intent.info(TextStr(icc::DESCRIPTION));
    intent.dest_output_profile(parts.profile);
    intent.finish();
}
