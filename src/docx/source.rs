//! The specification inside the Word file, as a custom XML part (ECMA-376 Part 1, 15.2.5), so that the file can be made
//! again from itself.
//!
//! The bytes stand there in Base64 (RFC 4648, section 4). As plain XML text they would not come back: an XML reader makes
//! one line feed of CR LF, and word processors write custom XML anew when they save, with their own idea of white space and
//! of escapes. Letters and digits on one line survive all of that.

use super::xml::Xml;
use crate::{base64, error::WriteError};

/// Names the data in Word's object model (`ds:itemID`); the same in every file, as it is the same kind of data.
const ITEM_ID: &str = "{7D0A2C54-3B6F-4E0B-9C41-5A1E8F2B6D90}";

/// The part that holds the specification; `sha256`: the hash of its bytes in hexadecimal; `story`: that of the main part,
/// by which one knows later whether somebody edited the text.
///
/// # Errors
/// None known.
pub(super) fn write_item(source: &[u8], sha256: &str, story: &str) -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(source.len() / 3 * 4 + 256);
    xml.raw("<source xmlns=\"urn:vanban:source\" mediaType=\"application/json\" encoding=\"base64\" sha256=\"");
    xml.text(&sha256.to_ascii_uppercase());
    xml.raw("\" story=\"").text(&story.to_ascii_uppercase());
    xml.raw("\">").text(&base64::encode(source)).raw("</source>");
    xml.finish()
}

/// The properties of that part.
///
/// # Errors
/// None known.
pub(super) fn write_item_properties() -> Result<Vec<u8>, WriteError> {
    let mut xml = Xml::with_capacity(512);
    xml.raw("<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"");
    xml.raw(" ds:itemID=\"").raw(ITEM_ID);
    xml.raw("\"><ds:schemaRefs><ds:schemaRef ds:uri=\"urn:vanban:source\"/></ds:schemaRefs></ds:datastoreItem>");
    xml.finish()
}
