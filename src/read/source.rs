//! The specification inside a file, byte for byte: in a Word file a custom XML part, in a PDF an attached file.

use super::docx::DocxFile;
use super::pdf::PdfFile;
use super::xml::{XmlItem, XmlReader};
use super::{Fault, Kind, ReadError, docx, pdf};
use crate::base64::Decoder;
use crate::model::origin::sha256_hex;

/// The namespace of the custom XML part.
const NAMESPACE: &str = "urn:vanban:source";

/// What a Word file carries of how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The specification.
    pub specification: Vec<u8>,
    /// The SHA-256 of the main part as it was written; `None`: an older version wrote the file.
    pub story_sha256: Option<String>,
}

/// The specification that a file carries.
///
/// # Errors
/// The file cannot be read; it carries no specification, or not the one that was put in.
pub fn source(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    match super::kind(bytes)? {
        Kind::Docx => source_of_docx(&docx::open(bytes)?),
        Kind::Pdf => source_of_pdf(&pdf::open(bytes)?),
    }
}

/// The specification in a Word file.
///
/// # Errors
/// As [`source`].
pub fn source_of_docx(file: &DocxFile<'_>) -> Result<Vec<u8>, ReadError> {
    carried_by_docx(file).map(|carried| carried.specification)
}

/// What a Word file carries of how it was made. Word processors rename custom XML parts when they save, so each is looked
/// into.
///
/// # Errors
/// As [`source`].
pub fn carried_by_docx(file: &DocxFile<'_>) -> Result<Carried, ReadError> {
    for name in file.names().filter(|name| is_custom_xml(name)) {
        let Some(part) = file.carrier(name)? else { continue };
        if let Some(carried) = carried_in_part(&part, name)? {
            // a program that saves the file may drop its properties: they are no condition
            let metadata = super::metadata_of_docx(file);
            agrees(&carried.specification, metadata.ok().map(|metadata| metadata.specification_sha256))?;
            return Ok(carried);
        }
    }
    Err(ReadError::new(Fault::NotOurs, "tệp .docx không mang bản đặc tả", "the .docx carries no specification").hint(
        "không phải do vanban tạo, hoặc chương trình lưu tệp sau cùng đã bỏ phần XML riêng",
        "vanban did not make it, or the program that saved it last dropped its custom XML",
    ))
}

/// The specification in a PDF.
///
/// # Errors
/// As [`source`].
pub fn source_of_pdf(file: &PdfFile<'_>) -> Result<Vec<u8>, ReadError> {
    let source = file.attachment()?.ok_or_else(|| {
        ReadError::new(Fault::Missing, "tệp PDF không mang bản đặc tả", "the PDF carries no specification").hint(
            "chỉ PDF/A-3a (--pdf a-3a) và tệp .docx mang bản đặc tả; lấy từ tệp .docx cùng văn bản",
            "only PDF/A-3a (--pdf a-3a) and the .docx carry it; take it from the .docx of the same document",
        )
    })?;
    agrees(&source, super::metadata_of_pdf(file).ok().map(|metadata| metadata.specification_sha256))?;
    Ok(source)
}

/// A specification is the one that the metadata, where there are any, tell of.
fn agrees(source: &[u8], told: Option<String>) -> Result<(), ReadError> {
    if told.is_none_or(|told| told.eq_ignore_ascii_case(&sha256_hex(source))) {
        return Ok(());
    }
    Err(ReadError::new(
        Fault::Damaged,
        "bản đặc tả trong tệp không khớp mã SHA-256 mà tệp ghi trong siêu dữ liệu",
        "the specification in the file does not match the SHA-256 that its metadata tell",
    )
    .hint("lấy lại tệp từ nơi đã gửi hoặc từ bản lưu", "get the file again from its sender or from a backup"))
}

/// `customXml/item1.xml` and its like; not the properties beside it, not relationships.
fn is_custom_xml(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let file = name.strip_prefix("customxml/").and_then(|file| file.strip_suffix(".xml"));
    file.is_some_and(|file| !file.contains('/') && !file.starts_with("itemprops"))
}

/// `None`: the part is somebody else's, be it XML or not.
fn carried_in_part(part: &[u8], name: &str) -> Result<Option<Carried>, ReadError> {
    let Ok(mut xml) = XmlReader::new(part, name) else { return Ok(None) };
    let Ok(Some(XmlItem::Start(root))) = first_element(&mut xml) else { return Ok(None) };
    if !root.is(NAMESPACE, "source") {
        return Ok(None);
    }
    let changed = || {
        ReadError::new(
            Fault::Damaged,
            format!("bản đặc tả trong {name} đã bị sửa: không khớp mã SHA-256 đi kèm"),
            format!("the specification in {name} was changed: it does not match its SHA-256"),
        )
        .hint("lấy lại tệp từ nơi đã gửi hoặc từ bản lưu", "get the file again from its sender or from a backup")
    };
    if root.attribute("encoding") != Some("base64") {
        return Err(ReadError::new(
            Fault::Unsupported,
            format!("bản đặc tả trong {name} mã hóa theo cách lạ"),
            format!("the specification in {name} is encoded in an unknown way"),
        )
        .hint("dùng bản vanban mới hơn", "use a newer vanban"));
    }
    let source = base64_text(&mut xml)?.ok_or_else(changed)?;
    let expected = root.attribute("sha256").unwrap_or_default();
    if !sha256_hex(&source).eq_ignore_ascii_case(expected) {
        return Err(changed());
    }
    let story_sha256 = root.attribute("story").map(str::to_ascii_lowercase);
    Ok(Some(Carried { specification: source, story_sha256 }))
}

fn first_element<'a>(xml: &mut XmlReader<'a>) -> Result<Option<XmlItem<'a>>, ReadError> {
    loop {
        match xml.next()? {
            Some(XmlItem::Text(_)) => {}
            other => return Ok(other),
        }
    }
}

fn base64_text(xml: &mut XmlReader<'_>) -> Result<Option<Vec<u8>>, ReadError> {
    let mut decoder = Decoder::default();
    loop {
        match xml.next()? {
            Some(XmlItem::Text(piece)) if decoder.push(&piece).is_some() => {}
            Some(XmlItem::End) => return Ok(decoder.finish()),
            Some(XmlItem::Text(_) | XmlItem::Start(_)) | None => return Ok(None),
        }
    }
}
