//! A small strict reader of PDF (ISO 32000-1, 7.5): takes the metadata and the attached source out of a file, and tells what
//! was appended to it. Revisions that signing programs append are followed, the newest counts. It mends nothing: what
//! another program has to guess at is damaged.

mod budget;
mod file;
mod lexer;
mod object;
mod signing;
mod stream;
mod tree;
mod xref;

use super::limits::MAX_METADATA_BYTES;
use super::{Fault, Kind, ReadError};
use file::ObjectIndex;
use object::{Dictionary, Object};
pub use signing::{Signing, first_end, signing};

/// A PDF.
#[derive(Debug)]
pub struct PdfFile<'a> {
    bytes: &'a [u8],
    objects: ObjectIndex<'a>,
    catalog: Dictionary,
}

/// The signature fields of a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FoundFields {
    /// How many there are.
    pub fields: usize,
    /// How many of them hold a signature; whether it is valid only a signing program can say.
    pub signed: usize,
}

/// Opens a PDF: finds its objects and its newest catalog.
///
/// # Errors
/// It is no PDF, encrypted, damaged, or exceeds a limit.
pub fn open(bytes: &[u8]) -> Result<PdfFile<'_>, ReadError> {
    if super::kind(bytes)? != Kind::Pdf {
        return Err(ReadError::new(Fault::NotOurs, "không phải tệp PDF", "no PDF")
            .hint("đưa tệp .pdf do vanban tạo", "give a .pdf that vanban made"));
    }
    let objects = ObjectIndex::open(bytes)?;
    match objects.get(objects.xref.root)? {
        Object::Dictionary(catalog) if catalog.names("Type", "Catalog") => Ok(PdfFile { bytes, objects, catalog }),
        _ => Err(damaged("thiếu danh mục (Catalog)", "its catalog is missing")),
    }
}

impl PdfFile<'_> {
    /// The XMP packet of the document (14.3.2); `None`: there is none.
    ///
    /// # Errors
    /// Its stream is damaged or too large.
    pub fn xmp(&self) -> Result<Option<Vec<u8>>, ReadError> {
        match self.catalog.get("Metadata") {
            Some(Object::Reference(number)) => {
                let packet = self.objects.stream(*number)?.1;
                if packet.len() > MAX_METADATA_BYTES {
                    return Err(ReadError::too_large("siêu dữ liệu XMP quá dài", "the XMP metadata is too long"));
                }
                Ok(Some(packet))
            }
            _ => Ok(None),
        }
    }

    /// How many pages the page tree says it has (7.7.3.2); `None`: it does not say.
    ///
    /// # Errors
    /// Its root cannot be read.
    pub fn page_count(&self) -> Result<Option<usize>, ReadError> {
        let Some(root) = self.objects.dictionary(&self.catalog, "Pages")? else { return Ok(None) };
        root.count("Count")
    }

    /// The attached file that is the source of the document (ISO 19005-3, 6.8: `AFRelationship` is `Source`); `None`: there
    /// is none.
    ///
    /// # Errors
    /// Its stream is damaged or too large.
    pub fn attachment(&self) -> Result<Option<Vec<u8>>, ReadError> {
        let objects = &self.objects;
        let associated = objects.array(&self.catalog, "AF")?;
        let found = tree::walk(objects, associated, |specification| self.source_in(specification))?;
        if found.is_some() {
            return Ok(found);
        }
        let Some(names) = objects.dictionary(&self.catalog, "Names")? else { return Ok(None) };
        let root: Vec<Object> = names.get("EmbeddedFiles").cloned().into_iter().collect();
        tree::walk(objects, root, |node| {
            let pairs = objects.array(node, "Names")?;
            let values = pairs.chunks_exact(2).filter_map(<[Object]>::last).cloned().collect();
            tree::walk(objects, values, |specification| self.source_in(specification))
        })
    }

    /// The file that a file specification (7.11.3) embeds, if it is the source.
    fn source_in(&self, specification: &Dictionary) -> Result<Option<Vec<u8>>, ReadError> {
        if !specification.names("AFRelationship", "Source") {
            return Ok(None);
        }
        let Some(embedded) = self.objects.dictionary(specification, "EF")? else { return Ok(None) };
        match embedded.get("F").or_else(|| embedded.get("UF")) {
            Some(Object::Reference(number)) => Ok(Some(self.objects.stream(*number)?.1)),
            _ => Ok(None),
        }
    }

    /// Counts the signature fields.
    ///
    /// # Errors
    /// A form field cannot be read.
    pub fn signature_fields(&self) -> Result<FoundFields, ReadError> {
        let Some(form) = self.objects.dictionary(&self.catalog, "AcroForm")? else {
            return Ok(FoundFields::default());
        };
        let mut count = FoundFields::default();
        let fields = self.objects.array(&form, "Fields")?;
        tree::walk(&self.objects, fields, |field| {
            if field.names("FT", "Sig") {
                count.fields += 1;
                count.signed += usize::from(field.get("V").is_some_and(|value| *value != Object::Null));
            }
            Ok(None::<()>)
        })?;
        Ok(count)
    }

    /// Whether there is a signature field, filled or not.
    ///
    /// # Errors
    /// As [`signature_fields`](Self::signature_fields).
    pub fn has_signature_fields(&self) -> Result<bool, ReadError> {
        Ok(self.signature_fields()?.fields > 0)
    }

    /// How many revisions the file has; signing programs append one each.
    #[must_use]
    pub fn revisions(&self) -> usize {
        self.objects.xref.revisions
    }

    /// The first revision: what was written before anything was appended. Where its end is not marked, the whole file.
    #[must_use]
    pub fn first_revision(&self) -> &[u8] {
        let length = self.objects.xref.first_revision.unwrap_or(self.bytes.len());
        self.bytes.get(..length).unwrap_or(self.bytes)
    }
}

/// The PDF breaks its format; the words say where.
fn damaged(vi: &str, en: &str) -> ReadError {
    ReadError::damaged(format_args!("PDF: {vi}"), format_args!("PDF: {en}"))
}
