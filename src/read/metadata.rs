//! What a file says of itself, the same from either file: the XMP packet of a PDF, the document properties of a Word file.

use serde::{Serialize, Serializer};

use super::docx::DocxFile;
use super::pdf::PdfFile;
use super::xmp::{self, Property};
use super::{Fault, Kind, ReadError, docx, pdf, properties, record};
use crate::model::origin;
use crate::model::record::{NAMESPACE, Record};

const DC: &str = "http://purl.org/dc/elements/1.1/";
const XMP: &str = "http://ns.adobe.com/xap/1.0/";
const PDF: &str = "http://ns.adobe.com/pdf/1.3/";
const PDF_A: &str = "http://www.aiim.org/pdfa/ns/id/";
const PDF_UA: &str = "http://www.aiim.org/pdfua/ns/id/";

/// The namespaces of what we write.
const NAMESPACES: [&str; 7] = [DC, XMP, PDF, PDF_A, PDF_UA, NAMESPACE, origin::NAMESPACE];

/// What a file says of itself. As JSON the keys come in this order; `None` is null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Metadata {
    /// The kind of file.
    #[serde(serialize_with = "write_kind")]
    pub format: Kind,
    /// The standards that a PDF claims to meet, e.g. `PDF/A-2a, PDF/UA-1`.
    pub flavour: Option<String>,
    /// Document type and subject.
    pub title: Option<String>,
    /// Issuing organ.
    pub creator: Option<String>,
    /// Trích yếu.
    pub subject: Option<String>,
    /// Number and symbol as printed.
    pub identifier: Option<String>,
    /// BCP 47 tag of the text.
    pub language: Option<String>,
    /// The issue date as an instant (ISO 8601), as the file has it.
    pub created: Option<String>,
    /// The program that wrote the file last.
    pub producer: Option<String>,
    /// How many pages there are; in a Word file those that its properties tell.
    pub pages: Option<usize>,
    /// SHA-256 of the specification, in lower-case hexadecimal.
    pub specification_sha256: String,
    /// The regulation's short name.
    pub regulation: Option<String>,
    /// The part of the document that a file beside the main one holds, as a JSON Pointer into the specification, e.g. `/appendices/1`;
    /// `None` in the main file.
    pub part: Option<String>,
    /// The options a PDF was made with.
    pub options: Option<String>,
    /// The record (NĐ 30/2020/NĐ-CP, Phụ lục VI).
    #[serde(serialize_with = "record::serialize")]
    pub record: Record,
}

fn write_kind<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match kind {
        Kind::Docx => "docx",
        Kind::Pdf => "pdf",
    })
}

/// What a file says of itself.
///
/// # Errors
/// The file cannot be read, or another program made it.
pub fn metadata(bytes: &[u8]) -> Result<Metadata, ReadError> {
    match super::kind(bytes)? {
        Kind::Docx => metadata_of_docx(&docx::open(bytes)?),
        Kind::Pdf => metadata_of_pdf(&pdf::open(bytes)?),
    }
}

/// What a Word file says of itself.
///
/// # Errors
/// As [`metadata`].
pub fn metadata_of_docx(file: &DocxFile<'_>) -> Result<Metadata, ReadError> {
    let (core, extended) = (properties::core(file)?, properties::extended(file)?);
    let custom = properties::custom(file)?;
    let find = properties::find;
    let own = |name: &str| find(&custom, &format!("{}.{name}", origin::PREFIX));
    Ok(Metadata {
        format: Kind::Docx,
        flavour: None,
        title: find(&core, "title"),
        creator: find(&core, "creator"),
        subject: find(&core, "subject"),
        identifier: find(&core, "identifier"),
        language: find(&core, "language"),
        created: find(&core, "created"),
        producer: find(&extended, "Application"),
        pages: find(&extended, "Pages").and_then(|count| count.parse().ok()),
        specification_sha256: own(origin::SPECIFICATION).ok_or_else(not_ours)?,
        regulation: own(origin::REGULATION),
        part: own(origin::PART),
        options: own(origin::OPTIONS),
        record: record::of_custom(&custom),
    })
}

/// What a PDF says of itself.
///
/// # Errors
/// As [`metadata`].
pub fn metadata_of_pdf(file: &PdfFile<'_>) -> Result<Metadata, ReadError> {
    let packet = file.xmp()?.ok_or_else(not_ours)?;
    let properties = xmp::read(&packet, &NAMESPACES)?;
    let find = |namespace: &str, name: &str| {
        let found = properties.iter().find(|property| property.is(namespace, name));
        found.and_then(|property| property.value.text()).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    Ok(Metadata {
        format: Kind::Pdf,
        flavour: flavour(&properties),
        title: find(DC, "title"),
        creator: find(DC, "creator"),
        subject: find(DC, "description"),
        identifier: find(DC, "identifier"),
        language: find(DC, "language"),
        created: find(XMP, "CreateDate"),
        producer: find(PDF, "Producer"),
        pages: file.page_count()?,
        specification_sha256: find(origin::NAMESPACE, origin::SPECIFICATION).ok_or_else(not_ours)?,
        regulation: find(origin::NAMESPACE, origin::REGULATION),
        part: find(origin::NAMESPACE, origin::PART),
        options: find(origin::NAMESPACE, origin::OPTIONS),
        record: record::of_xmp(&properties),
    })
}

/// Whether two packets say the same but for the program that saved the file last, and when.
///
/// # Errors
/// As [`metadata`].
pub(super) fn same_beside_saving(one: &[u8], other: &[u8]) -> Result<bool, ReadError> {
    let saving = [(PDF, "Producer"), (XMP, "ModifyDate"), (XMP, "MetadataDate")];
    let said = |packet: &[u8]| {
        let mut properties = xmp::read(packet, &NAMESPACES)?;
        properties.retain(|property| !saving.iter().any(|(namespace, name)| property.is(namespace, name)));
        properties.sort();
        Ok(properties)
    };
    Ok(said(one)? == said(other)?)
}

/// The standards that the packet claims.
fn flavour(properties: &[Property]) -> Option<String> {
    let find = |namespace: &str, name: &str| {
        properties.iter().find(|property| property.is(namespace, name)).and_then(|property| property.value.text())
    };
    let pdf_a = find(PDF_A, "part").map(|part| {
        let level = find(PDF_A, "conformance").unwrap_or_default().to_lowercase();
        format!("PDF/A-{part}{level}")
    });
    let pdf_ua = find(PDF_UA, "part").map(|part| format!("PDF/UA-{part}"));
    let claims: Vec<String> = pdf_a.into_iter().chain(pdf_ua).collect();
    (!claims.is_empty()).then(|| claims.join(", "))
}

fn not_ours() -> ReadError {
    ReadError::new(
        Fault::NotOurs,
        "tệp không mang siêu dữ liệu của vanban",
        "the file does not carry vanban's metadata",
    )
    .hint(
        "không phải do vanban tạo, hoặc chương trình lưu tệp sau cùng đã bỏ các thuộc tính của nó",
        "vanban did not make it, or the program that saved it last dropped its properties",
    )
}
