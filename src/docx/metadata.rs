//! Document properties: `docProps/core.xml` (ECMA-376 Part 2, 11), `docProps/app.xml` and `docProps/custom.xml` (Part 1,
//! 15.2.12), which holds the record of the document (NĐ 30/2020, Phụ lục VI) under dotted names. No clock: the only dates are
//! those of the document.

use chrono::{Days, NaiveDate};

use super::xml::Xml;
use crate::error::WriteError;
use crate::model::record::ValueType;
use crate::model::{Document, Info, origin};

/// The core properties.
///
/// # Errors
/// A forbidden character.
pub(super) fn write_core(document: &Document) -> Result<Vec<u8>, WriteError> {
    let info = &document.info;
    let mut xml = Xml::with_capacity(1536);
    xml.raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"");
    xml.raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"");
    xml.raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    for (open, value, close) in [
        ("<dc:title>", info.title.as_str(), "</dc:title>"),
        ("<dc:subject>", &info.subject, "</dc:subject>"),
        ("<dc:creator>", &info.creator, "</dc:creator>"),
        ("<dc:identifier>", &info.notation, "</dc:identifier>"),
        ("<dc:language>", info.language, "</dc:language>"),
    ] {
        if !value.is_empty() {
            xml.element(open, value, close);
        }
    }
    if let Some(instant) = issue_instant(info) {
        xml.element("<dcterms:created xsi:type=\"dcterms:W3CDTF\">", &instant, "</dcterms:created>");
        xml.element("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">", &instant, "</dcterms:modified>");
    }
    xml.raw("</cp:coreProperties>");
    xml.finish()
}

/// Midnight of the issue date in Vietnam (UTC+7), in UTC as Word writes it.
fn issue_instant(info: &Info) -> Option<String> {
    let (year, month, day) = info.issued?;
    let eve = NaiveDate::from_ymd_opt(year, month, day)?.checked_sub_days(Days::new(1))?;
    Some(format!("{}T17:00:00Z", eve))
}

/// The extended properties.
///
/// # Errors
/// None known.
pub(super) fn write_app(page_count: usize) -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(256);
    xml.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">");
    xml.element("<Pages>", &page_count.to_string(), "</Pages>");
    xml.raw("<Application>vanban</Application></Properties>");
    xml.finish()
}

/// The custom properties: the record, then where the file comes from.
///
/// # Errors
/// A forbidden character.
pub(super) fn write_custom(info: &Info, page_count: usize) -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(4096);
    xml.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"");
    xml.raw(" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">");
    let mut properties = CustomProperties { xml, next: FIRST_ID };
    for entry in info.record.with_pages(page_count).entries() {
        properties.add(&entry.dotted_name(), entry.rule().value_type, &entry.text);
    }
    for (name, value) in [
        (origin::SPECIFICATION, info.specification_sha256.as_str()),
        (origin::REGULATION, info.regulation),
        (origin::PART, &info.part),
    ] {
        properties.add(&format!("{}.{name}", origin::PREFIX), ValueType::Text, value);
    }
    let mut xml = properties.xml;
    xml.raw("</Properties>");
    xml.finish()
}

/// The first `pid`; 0 and 1 have other uses.
const FIRST_ID: i64 = 2;

struct CustomProperties {
    xml: Xml,
    next: i64,
}

impl CustomProperties {
    fn add(&mut self, name: &str, value_type: ValueType, value: &str) {
        if value.is_empty() {
            return;
        }
        let xml = &mut self.xml;
        xml.raw("<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\"").attribute(" pid=\"", self.next);
        xml.raw(" name=\"").text(name).raw("\">");
        match value_type {
            ValueType::Number if value.parse::<i32>().is_ok() => xml.element("<vt:i4>", value, "</vt:i4>"),
            // a number too large for `vt:i4` is kept as it is
            ValueType::Text | ValueType::Number => xml.element("<vt:lpwstr>", value, "</vt:lpwstr>"),
            // a day has no hour: Word writes the one at which it is the same day nearly everywhere
            ValueType::Date => xml.raw("<vt:filetime>").text(value).raw("T10:00:00Z</vt:filetime>"),
        };
        xml.raw("</property>");
        self.next += 1;
    }
}
