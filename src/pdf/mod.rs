//! The PDF: draws what the pages say, decides nothing. Which kind of PDF, says its [`Flavour`]; the text of each can be
//! extracted character by character.

mod attachment;
mod cache;
mod content;
mod destination;
mod flavour;
mod font;
mod icc;
mod image;
mod labels;
mod link;
mod metadata;
mod objects;
mod outline;
mod page;
mod signature_field;
mod srgb_curve;
mod tags;
mod to_unicode;
mod trees;
mod truetype;
mod usage;

pub use cache::PdfCache;
pub use flavour::Flavour;

use pdf_writer::types::{OutputIntentSubtype, PageMode};
use pdf_writer::writers::Catalog;
use pdf_writer::{Finish, Name, Ref, TextStr};

use crate::deflate::{Deflate, Wrapping};
use crate::error::WriteError;
use crate::font::FontBook;
use crate::pages::Pages;
use attachment::Attachment;
use image::Transparency;
use metadata::PdfMetadata;
use objects::{Objects, Trailer};
use tags::Tags;
use usage::Usage;

/// How hard streams are deflated. Measured on a report of three pages: the next levels win under 1 % of the size for a fifth
/// more time.
const LEVEL: u32 = 2;

/// How to write a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PdfOptions {
    /// The kind of PDF.
    pub flavour: Flavour,
    /// Whether the embedded fonts keep their hints.
    pub hints: Hints,
    /// Whether empty signature fields are reserved.
    pub signature_fields: SignatureFields,
}

impl PdfOptions {
    /// PDF/A-2a and PDF/UA-1, hints left out, a field for each signature.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Of this kind.
    #[must_use]
    pub fn flavour(self, flavour: Flavour) -> Self {
        Self { flavour, ..self }
    }

    /// With or without the fonts' hints.
    #[must_use]
    pub fn hints(self, hints: Hints) -> Self {
        Self { hints, ..self }
    }

    /// With or without signature fields.
    #[must_use]
    pub fn signature_fields(self, signature_fields: SignatureFields) -> Self {
        Self { signature_fields, ..self }
    }
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

/// The pictures that a PDF of this kind shows without their transparency: indexes into [`Pages::pictures`]. What cannot be
/// decoded is told when it is written.
#[must_use]
pub fn flattened(pages: &Pages, options: &PdfOptions) -> Vec<usize> {
    if options.flavour.demands().transparency {
        return Vec::new();
    }
    let is_transparent = |index: &usize| image::is_transparent(&pages.pictures[*index].bytes).unwrap_or(false);
    (0..pages.pictures.len()).filter(is_transparent).collect()
}

/// Writes pages; `source` is the specification, which some flavours carry along; `cache` spares work on the next document.
///
/// The file carries the document's date of issue as its date of creation (midnight in Việt Nam); a draft without a full
/// date carries none, for the library knows no clock.
///
/// # Errors
/// There is no page; a table's cells do not fill its rows; a face may not be embedded, lacks a character or cannot be subset; a picture cannot be decoded or
/// is too large; the outline or a link names a place that is not there.
pub fn write(
    pages: &Pages,
    fonts: &FontBook,
    source: &[u8],
    options: &PdfOptions,
    cache: &mut PdfCache,
) -> Result<Vec<u8>, WriteError> {
    if pages.pages.is_empty() {
        return Err(WriteError("a PDF needs at least one page".to_owned()));
    }
    if !pages.ragged.is_empty() {
        return Err(WriteError("the cells of a table do not fill its rows".to_owned()));
    }
    let demands = options.flavour.demands();
    let mut objects = Objects::new(cache.deflate.take().unwrap_or_else(|| Deflate::new(LEVEL, Wrapping::Zlib)));
    let catalog = objects.reserve();
    let info = objects.reserve();
    let page_tree = objects.reserve();
    let page_refs: Vec<Ref> = pages.pages.iter().map(|_| objects.reserve()).collect();

    let usage = Usage::of(pages, fonts)?;
    let transparency = if demands.transparency { Transparency::Keep } else { Transparency::Flatten };
    let images = image::write_all(pages, transparency, cache, &mut objects)?;
    let resources = objects.reserve();
    let mut tags = demands.tagged.then(|| Tags::of(pages, &mut objects));
    let refs = page::Refs { page_tree, pages: &page_refs, resources };
    let page_source = page::Source { pages, fonts, usage: &usage, options };
    let fields = page::write_all(&page_source, &refs, &mut tags, &mut objects);
    let font_refs = font::write_all(&usage, fonts, options, cache, &mut objects)?;
    write_resources(&mut objects, resources, &font_refs, &images);
    let metadata = PdfMetadata::of(&pages.info, pages.pages.len(), options);
    let attach = |objects: &mut Objects| attachment::write(&pages.info.file_stem, metadata.date(), source, objects);
    let parts = CatalogParts {
        page_tree,
        labels: labels::write(pages, &mut objects),
        outline: outline::write(pages, &page_refs, &mut objects)?,
        destinations: destination::write(pages, &page_refs, &mut objects)?,
        structure: tags.map(|tags| tags.write(&mut objects)),
        form: signature_field::write_form(&fields, &mut objects),
        attachment: demands.attaches_source.then(|| attach(&mut objects)),
        profile: demands.pdf_a.map(|_| icc::write(cache, &mut objects)),
        xmp: objects.reserve(),
    };
    metadata.write_info(objects.object(info), info);
    write_catalog(&mut objects, catalog, &parts, pages);

    let id = objects.digest();
    metadata.write_xmp(&mut objects, parts.xmp, id);
    let (file, deflate) = objects.finish(&Trailer { catalog, info, id }, &demands);
    cache.deflate = Some(deflate);
    Ok(file)
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
    destinations: Option<Ref>,
    structure: Option<Ref>,
    form: Option<Ref>,
    attachment: Option<Attachment>,
    profile: Option<Ref>,
    xmp: Ref,
}

fn write_catalog(objects: &mut Objects, id: Ref, parts: &CatalogParts, pages: &Pages) {
    let mut catalog = objects.object(id).indirect(id).start::<Catalog<'_>>();
    catalog.pages(parts.page_tree);
    catalog.pair(Name(b"PageLabels"), parts.labels);
    if let Some(outline) = parts.outline {
        catalog.outlines(outline).page_mode(PageMode::UseOutlines);
    }
    catalog.lang(TextStr(pages.info.language));
    catalog.viewer_preferences().display_doc_title(true);
    catalog.metadata(parts.xmp);
    write_names(&mut catalog, parts);
    if let Some(structure) = parts.structure {
        catalog.mark_info().marked(true);
        catalog.pair(Name(b"StructTreeRoot"), structure);
    }
    if let Some(form) = parts.form {
        catalog.pair(Name(b"AcroForm"), form);
    }
    if let Some(profile) = parts.profile {
        let mut intents = catalog.output_intents();
        let mut intent = intents.push();
        intent.subtype(OutputIntentSubtype::PDFA);
        intent.output_condition_identifier(TextStr("sRGB"));
        intent.info(TextStr(icc::DESCRIPTION));
        intent.dest_output_profile(profile);
        intent.finish();
    }
}

fn write_names(catalog: &mut Catalog<'_>, parts: &CatalogParts) {
    if parts.destinations.is_some() || parts.attachment.is_some() {
        let mut names = catalog.insert(Name(b"Names")).dict();
        if let Some(destinations) = parts.destinations {
            names.pair(Name(b"Dests"), destinations);
        }
        if let Some(attachment) = &parts.attachment {
            names.pair(Name(b"EmbeddedFiles"), attachment.names);
        }
    }
    if let Some(attachment) = &parts.attachment {
        catalog.insert(Name(b"AF")).array().item(attachment.file);
    }
}
