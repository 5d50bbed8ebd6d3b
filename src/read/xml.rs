//! XML 1.0 with namespaces, within limits: borrowed events, no document type, so no entity but the five of XML itself.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;

use super::ReadError;
use super::limits::{MAX_STORY_EVENTS, MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, MAX_XML_EVENTS, MAX_XML_NAMESPACES};

/// What comes next.
#[derive(Debug)]
pub(crate) enum XmlItem<'a> {
    /// An element begins.
    Start(XmlElement),
    /// The element that began last and is still open ends.
    End,
    /// Text, or a piece of it.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
#[derive(Debug)]
pub(crate) struct XmlElement {
    /// Its namespace; empty for none.
    pub(crate) namespace: String,
    /// Its name without prefix.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl XmlElement {
    /// Whether it is this element of this namespace.
    pub(crate) fn is(&self, namespace: &str, name: &str) -> bool {
        self.name == name && self.namespace == namespace
    }

    /// The attributes by their names as written, prefix and all; declarations of namespaces are left out.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of an attribute by its name as written, prefix and all.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// A part that is being read.
pub(crate) struct XmlReader<'a> {
    reader: Reader<&'a [u8]>,
    /// Declarations in force, innermost last: depth, prefix, namespace.
    declared: Vec<(usize, String, String)>,
    depth: usize,
    /// How many events may still come.
    room: usize,
    /// An empty element began; its end comes next.
    ends: bool,
    part: &'a str,
}

impl std::fmt::Debug for XmlReader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("XmlReader").field("part", &self.part).field("depth", &self.depth).finish_non_exhaustive()
    }
}

impl<'a> XmlReader<'a> {
    /// Begins to read; `part` is its name in messages.
    ///
    /// # Errors
    /// It is no UTF-8.
    pub(crate) fn new(bytes: &'a [u8], part: &'a str) -> Result<Self, ReadError> {
        let text = std::str::from_utf8(bytes).map_err(|_| broken(part, "không phải UTF-8", "no UTF-8"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Ok(Self {
            reader: Reader::from_str(text),
            declared: Vec::new(),
            depth: 0,
            room: MAX_XML_EVENTS,
            ends: false,
            part,
        })
    }

    /// Begins to read a story, which may be longer than metadata.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub(crate) fn story(bytes: &'a [u8], part: &'a str) -> Result<Self, ReadError> {
        Self::new(bytes, part).map(|xml| Self { room: MAX_STORY_EVENTS, ..xml })
    }

    /// The next item; `None` at the end.
    ///
    /// # Errors
    /// It is no well-formed XML, has a document type, an entity that XML does not know, or more depth, attributes or
    /// namespaces than allowed.
    pub(crate) fn next(&mut self) -> Result<Option<XmlItem<'a>>, ReadError> {
        if std::mem::take(&mut self.ends) {
            return self.end().map(Some);
        }
        loop {
            self.room = self.room.checked_sub(1).ok_or_else(|| self.too_long())?;
            let event = self.reader.read_event().map_err(|_| self.malformed())?;
            return match event {
                Event::Start(start) => self.start(&start).map(Some),
                Event::Empty(start) => {
                    self.ends = true;
                    self.start(&start).map(Some)
                }
                Event::End(_) => self.end().map(Some),
                Event::Text(text) => Ok(Some(XmlItem::Text(text.xml10_content()))),
                Event::CData(text) => Ok(Some(XmlItem::Text(text.xml10_content()))),
                Event::GeneralRef(reference) => self.reference(&reference).map(Some),
                Event::DocType(_) => Err(broken(self.part, "có DOCTYPE", "it has a DOCTYPE")),
                Event::Eof if self.depth > 0 => Err(self.malformed()),
                Event::Eof => Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
        }
    }

    /// The namespace of a prefix here; empty for none.
    pub(crate) fn namespace(&self, prefix: &str) -> &str {
        self.declared.iter().rev().find(|(_, own, _)| own == prefix).map_or("", |(_, _, namespace)| namespace)
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<XmlItem<'a>, ReadError> {
        self.depth += 1;
        if self.depth > MAX_XML_DEPTH {
            return Err(broken(self.part, "lồng quá sâu", "it is nested too deeply"));
        }
        let mut attributes = Vec::new();
        // the check for duplicates takes quadratic time, and who reads the first of two is right as well
        for (count, attribute) in start.attributes().with_checks(false).enumerate() {
            if count >= MAX_XML_ATTRIBUTES {
                return Err(broken(self.part, "quá nhiều thuộc tính", "it has too many attributes"));
            }
            let attribute = attribute.map_err(|_| self.malformed())?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| self.malformed())?.into_owned();
            let QName(name) = attribute.key;
            match if name == "xmlns" { Some("") } else { name.strip_prefix("xmlns:") } {
                Some(prefix) => self.declare(prefix, value)?,
                None => attributes.push((name.to_owned(), value)),
            }
        }
        let QName(name) = start.name();
        let (prefix, name) = name.split_once(':').unwrap_or(("", name));
        Ok(XmlItem::Start(XmlElement {
            namespace: self.namespace(prefix).to_owned(),
            name: name.to_owned(),
            attributes,
        }))
    }

    fn declare(&mut self, prefix: &str, namespace: String) -> Result<(), ReadError> {
        if self.declared.len() >= MAX_XML_NAMESPACES {
            return Err(broken(self.part, "quá nhiều không gian tên", "it declares too many namespaces"));
        }
        self.declared.push((self.depth, prefix.to_owned(), namespace));
        Ok(())
    }

    fn end(&mut self) -> Result<XmlItem<'a>, ReadError> {
        while self.declared.last().is_some_and(|(depth, _, _)| *depth == self.depth) {
            self.declared.pop();
        }
        self.depth = self.depth.checked_sub(1).ok_or_else(|| self.malformed())?;
        Ok(XmlItem::End)
    }

    fn reference(&self, reference: &BytesRef<'_>) -> Result<XmlItem<'a>, ReadError> {
        if let Some(c) = reference.resolve_char_ref().map_err(|_| self.malformed())? {
            return Ok(XmlItem::Text(Cow::Owned(c.to_string())));
        }
        let text = match &**reference {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            _ => return Err(broken(self.part, "có thực thể lạ", "it has an unknown entity")),
        };
        Ok(XmlItem::Text(Cow::Borrowed(text)))
    }

    fn too_long(&self) -> ReadError {
        let part = self.part;
        ReadError::too_large(format!("{part}: quá nhiều phần tử"), format!("{part}: too many elements"))
    }

    fn malformed(&self) -> ReadError {
        broken(self.part, "không phải XML đúng", "it is no well-formed XML")
    }
}

fn broken(part: &str, vi: &str, en: &str) -> ReadError {
    ReadError::damaged(format!("{part}: {vi}"), format!("{part}: {en}"))
}
