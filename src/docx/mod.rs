//! The Word file: WordprocessingML (ECMA-376 Part 1, transitional) of our own in an Open Packaging Conventions zip.
//!
//! In goes the normal form of a document, out come the bytes of a `.docx` with the same words. Every look is a named style,
//! every running number a native one, so that a clerk can go on editing.

/// Content types of parts, after this beginning.
macro_rules! wordprocessing {
    ($kind:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.wordprocessingml.", $kind, "+xml")
    };
}

mod bookmark;
mod cache;
mod drawing;
mod fonts;
mod footnotes;
mod header_footer;
mod ids;
mod latent_styles;
mod link;
mod metadata;
mod numbering;
mod package;
mod paragraph;
mod parting;
mod properties;
mod run;
mod settings;
mod source;
mod story;
mod style_names;
mod styles;
mod table;
mod xml;

use crate::error::WriteError;
use crate::model::origin::{sha256_hex, story_hash};
use crate::model::{Document, Parting};
pub use cache::WordCache;
use package::{Package, Relation, Relations};
use story::{Shared, Story, text_column};

/// What goes into the file beside the document.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The bytes of the specification, kept in a custom XML part.
    pub source: &'a [u8],
    /// How many pages the document has, for its properties: a word processor knows only when it has laid them out.
    pub page_count: usize,
    /// Where its pages end inside paragraphs that keep with the next block, in order.
    pub partings: &'a [Parting],
    /// The font file of the signs; it goes into the file of a document that has any.
    pub symbols: &'a [u8],
}

/// Writes a document. What `cache` holds makes no difference to the bytes.
///
/// # Errors
/// The document breaks a promise of the model: a label without its list, a picture without its file, a row with too many
/// cells, or a character that XML forbids.
pub fn write(document: &Document, beside: &Beside<'_>, cache: &mut WordCache) -> Result<Vec<u8>, WriteError> {
    let mut package = Package::default();
    let mut relations = Relations::default();
    relations.to(Relation::Document, "word/document.xml");
    relations.to(Relation::CoreProperties, "docProps/core.xml");
    relations.to(Relation::ExtendedProperties, "docProps/app.xml");
    relations.to(Relation::CustomProperties, "docProps/custom.xml");
    package.add_relations("", &relations)?;
    let story = write_word(document, beside, &mut package)?;
    write_source(beside.source, &document.info.specification_sha256, &story, &mut package)?;
    package.add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        metadata::write_core(document)?,
    );
    package.add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        metadata::write_app(beside.page_count)?,
    );
    package.add(
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        metadata::write_custom(&document.info, beside.page_count)?,
    );
    package.finish(cache)
}

/// What is called `word/`; comes back with the hash of the main part.
fn write_word<'a>(
    document: &'a Document,
    beside: &Beside<'a>,
    package: &mut Package<'a>,
) -> Result<String, WriteError> {
    let mut shared = Shared::new(document, beside.partings);
    let (body, mut relations) = write_body(&mut shared, package)?;
    let notes = footnotes::write(&mut shared, package, &mut relations)?;
    let has_notes = notes.is_some();
    let story = story_hash(&sha256_hex(&body), notes.as_deref().map(sha256_hex).as_deref());
    package.add("word/document.xml", wordprocessing!("document.main"), body);
    package.add_relations("word/document.xml", &relations)?;
    if let Some(notes) = notes {
        package.add(footnotes::PART, wordprocessing!("footnotes"), notes);
    }
    package.add(
        "word/styles.xml",
        wordprocessing!("styles"),
        styles::write(document, &shared.names, &shared.numberings)?,
    );
    package.add("word/numbering.xml", wordprocessing!("numbering"), shared.numberings.write(document, &shared.names)?);
    package.add(
        "word/settings.xml",
        wordprocessing!("settings"),
        settings::write(document, shared.has_symbols, has_notes)?,
    );
    fonts::write(shared.has_symbols.then_some(beside.symbols), package)?;
    for (i, picture) in document.pictures.iter().enumerate().filter(|(i, _)| shared.shown[*i]) {
        package.add_picture(&format!("word/{}", run::media_name(i, picture.format)), &picture.bytes);
    }
    Ok(story)
}

/// The main part and what it points to; headers and footers go into the package before it.
fn write_body<'a>(shared: &mut Shared<'a>, package: &mut Package<'a>) -> Result<(Vec<u8>, Relations), WriteError> {
    let document = shared.document;
    let mut relations = Relations::default();
    relations.to(Relation::Styles, "styles.xml");
    relations.to(Relation::Numbering, "numbering.xml");
    relations.to(Relation::Settings, "settings.xml");
    relations.to(Relation::FontTable, "fontTable.xml");
    relations.to(Relation::CustomXml, "../customXml/item1.xml");
    let mut properties = Vec::new();
    for section in document.sections() {
        properties.push(header_footer::write(section, shared, package, &mut relations)?);
    }
    let blocks: usize = document.sections().map(|section| section.blocks.len()).sum();
    let mut story = Story::new(shared, "<w:document", 4096 + blocks * 512);
    story.relations = relations;
    story.xml.raw("<w:body>");
    let mut last = None;
    let count = properties.len();
    let mut rest = properties.into_iter().enumerate();
    for (number, part) in document.parts.iter().enumerate() {
        story.begin_part(number, part);
        for (section, (index, properties)) in part.sections.iter().zip(&mut rest) {
            if index + 1 < count {
                story.section(index, section, properties)?;
            } else {
                story.begin(section);
                story.flow(index, &section.blocks, text_column(&section.page))?;
                last = Some(properties);
            }
        }
        story.end_part();
    }
    if let Some(last) = last {
        last.write(&mut story.xml);
    }
    story.xml.raw("</w:body></w:document>");
    Ok((story.xml.finish()?, story.relations))
}

fn write_source(source: &[u8], sha256: &str, story: &str, package: &mut Package<'_>) -> Result<(), WriteError> {
    let mut relations = Relations::default();
    relations.to(Relation::CustomXmlProperties, "itemProps1.xml");
    package.add("customXml/item1.xml", "", source::write_item(source, sha256, story)?);
    package.add_relations("customXml/item1.xml", &relations)?;
    package.add(
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        source::write_item_properties()?,
    );
    Ok(())
}
