//! The package (ECMA-376 Part 2): parts in a fixed order, their content types and relationships.

use std::collections::BTreeMap;

use super::cache::WordCache;
use super::xml::Xml;
use crate::checksum::crc32;
use crate::error::WriteError;
use crate::zip_writer::{Data, Method, ZipWriter};

/// What a part is to the part that points to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Document,
    CoreProperties,
    ExtendedProperties,
    CustomProperties,
    CustomXml,
    CustomXmlProperties,
    Styles,
    Numbering,
    Settings,
    FontTable,
    Font,
    Header,
    Footer,
    Footnotes,
    Image,
    Hyperlink,
}

impl Relation {
    fn uri(self) -> &'static str {
        match self {
            Self::Document => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            Self::CoreProperties => {
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
            }
            Self::ExtendedProperties => {
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
            }
            Self::CustomProperties => {
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
            }
            Self::CustomXml => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml",
            Self::CustomXmlProperties => {
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
            }
            Self::Styles => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles",
            Self::Numbering => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering",
            Self::Settings => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings",
            Self::FontTable => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable",
            Self::Font => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font",
            Self::Header => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header",
            Self::Footer => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer",
            Self::Footnotes => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",
            Self::Image => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
            Self::Hyperlink => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        }
    }
}

/// Number of a relationship inside one part: `rId1`, `rId2`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RelationId(usize);

impl Xml {
    /// ` r:id="rId3"` and its like; `opening` is the literal up to and with the quote.
    pub(super) fn relation(&mut self, opening: &'static str, id: RelationId) -> &mut Self {
        self.raw(opening).raw("rId").attribute("", i64::try_from(id.0).unwrap_or(i64::MAX))
    }
}

/// What one part points to.
#[derive(Debug, Default)]
pub(super) struct Relations {
    items: Vec<(Relation, String)>,
    by_target: BTreeMap<String, usize>,
}

impl Relations {
    /// The relationship to a target, made once.
    pub(super) fn to(&mut self, relation: Relation, target: &str) -> RelationId {
        if let Some(known) = self.by_target.get(target) {
            return RelationId(*known);
        }
        self.items.push((relation, target.to_owned()));
        self.by_target.insert(target.to_owned(), self.items.len());
        RelationId(self.items.len())
    }

    fn write(&self) -> Result<Vec<u8>, WriteError> {
        let mut xml = Xml::with_capacity(200 + self.items.len() * 160);
        xml.raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (i, (relation, target)) in self.items.iter().enumerate() {
            xml.relation("<Relationship Id=\"", RelationId(i + 1));
            xml.raw(" Type=\"").raw(relation.uri()).raw("\" Target=\"").text(target).raw("\"");
            match relation {
                Relation::Hyperlink => xml.raw(" TargetMode=\"External\"/>"),
                Relation::Document
                | Relation::CoreProperties
                | Relation::ExtendedProperties
                | Relation::CustomProperties
                | Relation::CustomXml
                | Relation::CustomXmlProperties
                | Relation::Styles
                | Relation::Numbering
                | Relation::Settings
                | Relation::FontTable
                | Relation::Font
                | Relation::Header
                | Relation::Footer
                | Relation::Footnotes
                | Relation::Image => xml.raw("/>"),
            };
        }
        xml.raw("</Relationships>");
        xml.finish()
    }
}

/// What an entry of the zip holds.
#[derive(Debug)]
enum PackageEntry<'a> {
    /// XML, deflated.
    Xml(Vec<u8>),
    /// A font file, deflated.
    Font(Vec<u8>),
    /// A PNG or JPEG file, stored: deflating it again gains nothing.
    Picture(&'a [u8]),
}

/// The package under construction.
#[derive(Debug, Default)]
pub(super) struct Package<'a> {
    entries: Vec<(String, PackageEntry<'a>)>,
    content_types: Vec<(String, &'static str)>,
}

impl<'a> Package<'a> {
    /// Adds an XML part; `content_type` empty: the default for `.xml`.
    pub(super) fn add(&mut self, name: &str, content_type: &'static str, xml: Vec<u8>) {
        if !content_type.is_empty() {
            self.content_types.push((format!("/{name}"), content_type));
        }
        self.entries.push((name.to_owned(), PackageEntry::Xml(xml)));
    }

    /// Adds the relationships of a part; `source` empty: of the package. None: no entry.
    ///
    /// # Errors
    /// A target holds a forbidden character.
    pub(super) fn add_relations(&mut self, source: &str, relations: &Relations) -> Result<(), WriteError> {
        if relations.items.is_empty() {
            return Ok(());
        }
        let (folder, file) = source.rsplit_once('/').map_or(("", source), |(folder, file)| (folder, file));
        let slash = if folder.is_empty() { "" } else { "/" };
        self.entries.push((format!("{folder}{slash}_rels/{file}.rels"), PackageEntry::Xml(relations.write()?)));
        Ok(())
    }

    /// Adds a font file.
    pub(super) fn add_font(&mut self, name: &str, bytes: Vec<u8>) {
        self.entries.push((name.to_owned(), PackageEntry::Font(bytes)));
    }

    /// Adds a picture.
    pub(super) fn add_picture(&mut self, name: &str, bytes: &'a [u8]) {
        self.entries.push((name.to_owned(), PackageEntry::Picture(bytes)));
    }

    /// The zip.
    ///
    /// # Errors
    /// A content type or target cannot be written; the file would have 4 GiB.
    pub(super) fn finish(self, cache: &mut WordCache) -> Result<Vec<u8>, WriteError> {
        let mut zip = ZipWriter::default();
        cache.add_to(&mut zip, "[Content_Types].xml".to_owned(), self.content_types()?)?;
        for (name, entry) in self.entries {
            match entry {
                PackageEntry::Xml(xml) | PackageEntry::Font(xml) => cache.add_to(&mut zip, name, xml)?,
                PackageEntry::Picture(bytes) => {
                    let data = Data { method: Method::Stored, bytes, unpacked: bytes.len(), crc: crc32(bytes) };
                    zip.add(&name, &data)?;
                }
            }
        }
        zip.finish()
    }

    fn content_types(&self) -> Result<Vec<u8>, WriteError> {
        let mut xml = Xml::with_capacity(2048);
        xml.raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        xml.raw(
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
        );
        xml.raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        let has = |ending| {
            let is_such = |(name, entry): &(String, PackageEntry<'_>)| {
                matches!(entry, PackageEntry::Picture(_)) && name.ends_with(ending)
            };
            self.entries.iter().any(is_such)
        };
        if has(".png") {
            xml.raw("<Default Extension=\"png\" ContentType=\"image/png\"/>");
        }
        if has(".jpg") {
            xml.raw("<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>");
        }
        if self.entries.iter().any(|(_, entry)| matches!(entry, PackageEntry::Font(_))) {
            xml.raw("<Default Extension=\"odttf\" ContentType=\"");
            xml.raw("application/vnd.openxmlformats-officedocument.obfuscatedFont\"/>");
        }
        for (name, content_type) in &self.content_types {
            xml.raw("<Override PartName=\"").text(name).raw("\" ContentType=\"").raw(content_type).raw("\"/>");
        }
        xml.raw("</Types>");
        xml.finish()
    }
}
