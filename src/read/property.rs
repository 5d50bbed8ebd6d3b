//! Single simple properties of an XMP packet (ISO 16684-1).

use super::ReadError;
use super::xml::{Item, Xml};

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
