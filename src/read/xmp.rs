//! An XMP packet (ISO 16684-1) as properties by namespace, however its RDF is written: prefixes, attributes in place of
//! elements. Properties of namespaces that nobody asks for are passed over, and so is what structures hold: we write none.

use super::ReadError;
use super::limits::MAX_XMP_VALUES;
use super::xml::{XmlElement, XmlItem, XmlReader};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// A property.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Property {
    pub(super) namespace: String,
    pub(super) name: String,
    pub(super) value: XmpValue,
}

/// The value of a property.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum XmpValue {
    /// Text without white space at its ends.
    Text(String),
    /// The items of an array of any kind.
    List(Vec<XmpValue>),
    /// A structure.
    Structure,
}

impl Property {
    /// Whether it is this property of this namespace.
    pub(super) fn is(&self, namespace: &str, name: &str) -> bool {
        self.name == name && self.namespace == namespace
    }
}

impl XmpValue {
    /// The text of a simple value, or of the first item.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(items) => items.first().and_then(Self::text),
            Self::Structure => None,
        }
    }

    /// The items of an array; anything else is an item by itself.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Text(_) | Self::Structure => std::slice::from_ref(self),
        }
    }
}

/// Reads the properties of the namespaces that are asked for.
///
/// # Errors
/// The packet is no well-formed XML, or holds too many values.
pub(super) fn read(packet: &[u8], namespaces: &[&str]) -> Result<Vec<Property>, ReadError> {
    let mut reader = Reader { xml: XmlReader::new(packet, "XMP")?, namespaces, room: MAX_XMP_VALUES };
    let mut properties = Vec::new();
    while let Some(item) = reader.xml.next()? {
        match item {
            XmlItem::Start(element) if element.is(RDF, "Description") => {
                reader.description(&element, &mut properties)?
            }
            // what stands around the descriptions: x:xmpmeta, rdf:RDF
            XmlItem::Start(_) | XmlItem::End | XmlItem::Text(_) => {}
        }
    }
    Ok(properties)
}

struct Reader<'a> {
    xml: XmlReader<'a>,
    namespaces: &'a [&'a str],
    /// How many values more are read.
    room: usize,
}

impl Reader<'_> {
    /// The properties of a description, up to its end.
    fn description(&mut self, start: &XmlElement, out: &mut Vec<Property>) -> Result<(), ReadError> {
        out.extend(self.attributes(start)?);
        self.members(out)
    }

    /// The elements up to the end of the one that began last, as properties.
    fn members(&mut self, out: &mut Vec<Property>) -> Result<(), ReadError> {
        while let Some(item) = self.xml.next()? {
            match item {
                XmlItem::End => return Ok(()),
                XmlItem::Text(_) => {}
                XmlItem::Start(element) if !self.namespaces.contains(&element.namespace.as_str()) => {
                    self.pass_over()?
                }
                XmlItem::Start(element) => {
                    let value = self.value(&element)?;
                    out.push(Property { namespace: element.namespace, name: element.name, value });
                }
            }
        }
        Ok(())
    }

    /// Attributes that are properties.
    fn attributes(&mut self, element: &XmlElement) -> Result<Vec<Property>, ReadError> {
        let mut properties = Vec::new();
        for (name, value) in element.attributes() {
            let Some((prefix, name)) = name.split_once(':') else { continue };
            let namespace = self.xml.namespace(prefix).to_owned();
            if self.namespaces.contains(&namespace.as_str()) {
                self.pay()?;
                let value = XmpValue::Text(value.trim().to_owned());
                properties.push(Property { namespace, name: name.to_owned(), value });
            }
        }
        Ok(properties)
    }

    /// The value of a property or an item, up to the end of its element.
    fn value(&mut self, element: &XmlElement) -> Result<XmpValue, ReadError> {
        self.pay()?;
        let is_resource = element.attributes().any(|(name, value)| {
            let (prefix, name) = name.split_once(':').unwrap_or_default();
            name == "parseType" && value == "Resource" && self.xml.namespace(prefix) == RDF
        });
        if is_resource {
            self.pass_over()?;
            return Ok(XmpValue::Structure);
        }
        let (mut text, mut found) = (String::new(), None);
        while let Some(item) = self.xml.next()? {
            match item {
                XmlItem::End => break,
                XmlItem::Text(piece) => text.push_str(&piece),
                XmlItem::Start(inner)
                    if inner.namespace == RDF && matches!(inner.name.as_str(), "Bag" | "Seq" | "Alt") =>
                {
                    found = Some(XmpValue::List(self.items()?));
                }
                XmlItem::Start(_) => {
                    self.pass_over()?;
                    found = Some(XmpValue::Structure);
                }
            }
        }
        Ok(found.unwrap_or_else(|| XmpValue::Text(text.trim().to_owned())))
    }

    /// The items of an array, up to its end.
    fn items(&mut self) -> Result<Vec<XmpValue>, ReadError> {
        let mut items = Vec::new();
        while let Some(item) = self.xml.next()? {
            match item {
                XmlItem::End => break,
                XmlItem::Text(_) => {}
                XmlItem::Start(element) if element.is(RDF, "li") => items.push(self.value(&element)?),
                XmlItem::Start(_) => self.pass_over()?,
            }
        }
        Ok(items)
    }

    /// Passes over the element that began last.
    fn pass_over(&mut self) -> Result<(), ReadError> {
        let mut open = 1;
        while open > 0 {
            match self.xml.next()? {
                Some(XmlItem::Start(_)) => open += 1,
                Some(XmlItem::End) => open -= 1,
                Some(XmlItem::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }

    fn pay(&mut self) -> Result<(), ReadError> {
        self.room = self.room.checked_sub(1).ok_or_else(|| {
            ReadError::too_large("siêu dữ liệu XMP có quá nhiều giá trị", "the XMP metadata has too many values")
        })?;
        Ok(())
    }
}
