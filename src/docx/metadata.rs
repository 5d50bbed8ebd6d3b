//! Document properties: `docProps/core.xml` (ECMA-376 Part 2, 11) and `docProps/app.xml`. No clock: the only date is the
//! issue date, where it is known.

use chrono::{Days, NaiveDate};

use super::xml::Xml;
use crate::WriteError;
use crate::model::{Document, Info};

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
pub(super) fn write_app() -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(256);
    xml.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">");
    xml.raw("<Application>vanban</Application></Properties>");
    xml.finish()
}
