//! Single properties: of an XMP packet (ISO 16684-1), of a Word file's custom properties.

use super::ReadError;
use super::xml::{Item, Xml};

const VARIANT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// The value of a property that stands as an element directly in an `rdf:Description`; `None`: there is none.
///
/// # Errors
/// The packet is no well-formed XML.
pub fn property(packet: &[u8], namespace: &str, name: &str) -> Result<Option<String>, ReadError> {
    let mut xml = Xml::new(packet, "XMP")?;
    // for each open element: whether it is an rdf:Description
    let mut open: Vec<bool> = Vec::new();
    while let Some(item) = xml.next()? {
        match item {
            Item::Start(element) if open.last() == Some(&true) && element.is(namespace, name) => {
                return xml.text().map(|text| Some(text.trim().to_owned()));
            }
            Item::Start(element) => open.push(element.is(RDF, "Description")),
            Item::End => drop(open.pop()),
            Item::Text(_) => {}
        }
    }
    Ok(None)
}

/// The text of a custom property of a Word file (ECMA-376 Part 1, 22.3.2.2) by its name; `None`: there is none.
///
/// # Errors
/// The part is no well-formed XML.
pub fn custom_property(part: &[u8], name: &str) -> Result<Option<String>, ReadError> {
    let mut xml = Xml::new(part, "docProps/custom.xml")?;
    let mut inside = false;
    while let Some(item) = xml.next()? {
        match item {
            Item::Start(element) if inside && element.is(VARIANT, "lpwstr") => return xml.text().map(Some),
            Item::Start(element) => inside = element.name == "property" && element.attribute("name") == Some(name),
            Item::End | Item::Text(_) => {}
        }
    }
    Ok(None)
}

/// The program that a Word file's extended properties (ECMA-376 Part 1, 22.2.2.1) name; `None`: none.
///
/// # Errors
/// The part is no well-formed XML.
pub fn application(part: &[u8]) -> Result<Option<String>, ReadError> {
    let mut xml = Xml::new(part, "docProps/app.xml")?;
    while let Some(item) = xml.next()? {
        if matches!(item, Item::Start(element) if element.name == "Application") {
            return xml.text().map(Some);
        }
    }
    Ok(None)
}
