//! Reads a Word file back: the entries of its zip, and each XML part as a tree.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;

/// An element.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    /// Name with prefix, e.g. `w:p`.
    pub(crate) name: String,
    /// Attributes in the order of the file.
    pub(crate) attributes: Vec<(String, String)>,
    /// Elements inside.
    pub(crate) children: Vec<Node>,
    /// Character data directly inside, entities resolved.
    pub(crate) text: String,
}

impl Node {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|c| c.name == name)
    }

    /// `w:val` of the first child of a name.
    pub(crate) fn val(&self, name: &str) -> Option<&str> {
        self.child(name).and_then(|c| c.get("w:val"))
    }

    /// This element and all inside it, in the order of the file.
    pub(crate) fn all(&self) -> Vec<&Node> {
        let mut found = vec![self];
        for child in &self.children {
            found.extend(child.all());
        }
        found
    }

    /// All elements of a name, this one included.
    pub(crate) fn named(&self, name: &str) -> Vec<&Node> {
        self.all().into_iter().filter(|n| n.name == name).collect()
    }

    /// Indented text, one element a line.
    pub(crate) fn dump(&self) -> String {
        let mut out = String::new();
        self.dump_into(&mut out, 0);
        out
    }

    fn dump_into(&self, out: &mut String, depth: usize) {
        let _ = write!(out, "{:1$}{2}", "", depth * 2, self.name);
        for (name, value) in self.attributes.iter().filter(|(name, _)| !name.starts_with("xmlns")) {
            let _ = write!(out, " {name}={value:?}");
        }
        if !self.text.is_empty() {
            let _ = write!(out, " | {}", self.text);
        }
        out.push('\n');
        for child in &self.children {
            child.dump_into(out, depth + 1);
        }
    }
}

/// One entry of the zip.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its name.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Year, month, day, hour, minute, second.
    pub(crate) date: (u16, u8, u8, u8, u8, u8),
    /// Unix mode.
    pub(crate) mode: Option<u32>,
    /// Whether it is stored as it is.
    pub(crate) stored: bool,
}

/// The entries in the order of the file.
pub(crate) fn entries(docx: &[u8]) -> Vec<Entry> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..zip.len())
        .map(|i| {
            let mut file = zip.by_index(i).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let d = file.last_modified().unwrap();
            Entry {
                name: file.name().unwrap().into_owned(),
                bytes,
                date: (d.year(), d.month(), d.day(), d.hour(), d.minute(), d.second()),
                mode: file.unix_mode(),
                stored: file.compression() == zip::CompressionMethod::Stored,
            }
        })
        .collect()
}

/// Every XML part by name.
pub(crate) fn parts(docx: &[u8]) -> BTreeMap<String, Node> {
    entries(docx)
        .into_iter()
        .filter(|e| !e.name.to_ascii_lowercase().ends_with(".png"))
        .map(|e| (e.name, parse(&e.bytes)))
        .collect()
}

/// One XML part.
pub(crate) fn parse(bytes: &[u8]) -> Node {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) => open.push(node(&e)),
            Event::Empty(e) => open.last_mut().unwrap().children.push(node(&e)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(t) => open.last_mut().unwrap().text.push_str(&t),
            Event::GeneralRef(entity) => {
                let reference = format!("&{};", &*entity);
                open.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&reference).unwrap());
            }
            Event::Eof => break,
            Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    let mut document = open.pop().unwrap();
    assert_eq!(document.children.len(), 1, "one root");
    document.children.remove(0)
}

fn node(start: &quick_xml::events::BytesStart<'_>) -> Node {
    let attributes: Vec<(String, String)> = start
        .attributes()
        .map(|a| {
            let a = a.unwrap();
            (a.key.as_ref().to_owned(), quick_xml::escape::unescape(&a.value).unwrap().into_owned())
        })
        .collect();
    Node { name: start.name().as_ref().to_owned(), attributes, ..Node::default() }
}
