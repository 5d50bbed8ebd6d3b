//! The text of an XMP packet (ISO 16684-1): properties, arrays and structures in RDF/XML.

use std::fmt::Write as _;

use crate::model::record::{Entry, Member, PREFIX, Record};

/// A packet under construction. A property without value is not written.
pub(super) struct Packet(String);

impl Packet {
    /// Opens a packet with its one description.
    pub(super) fn begin(namespaces: &[(&str, &str)]) -> Self {
        let mut packet = Self(String::with_capacity(8192));
        packet.raw(concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
            "<rdf:Description rdf:about=\"\"",
        ));
        for (prefix, uri) in namespaces {
            // writing to a String cannot fail
            let _ = write!(packet.0, "\n xmlns:{prefix}=\"{uri}\"");
        }
        packet.raw(">\n");
        packet
    }

    /// The packet.
    pub(super) fn finish(mut self) -> String {
        self.raw("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        self.0
    }

    /// Markup as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// A simple property, or a field of a structure.
    pub(super) fn property(&mut self, name: &str, value: &str) {
        self.wrapped(&format!("<{name}>"), value, &format!("</{name}>\n"));
    }

    /// An array (`Bag` or `Seq`) of one item.
    pub(super) fn list(&mut self, name: &str, kind: &str, value: &str) {
        let open = format!("<{name}><rdf:{kind}><rdf:li>");
        self.wrapped(&open, value, &format!("</rdf:li></rdf:{kind}></{name}>\n"));
    }

    /// A text without language.
    pub(super) fn in_any_language(&mut self, name: &str, value: &str) {
        let open = format!("<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">");
        self.wrapped(&open, value, &format!("</rdf:li></rdf:Alt></{name}>\n"));
    }

    fn wrapped(&mut self, open: &str, value: &str, close: &str) {
        if !value.is_empty() {
            self.raw(open);
            escape(value, &mut self.0);
            self.raw(close);
        }
    }

    /// The record: groups are structures, a group that repeats is an ordered array of them.
    pub(super) fn record(&mut self, record: &Record) {
        for member in record.members() {
            match member {
                Member::Value(entry) => self.entry(entry),
                Member::Group(group, entries) => {
                    let name = format!("{PREFIX}:{}", group.name());
                    self.raw(&format!("<{name} rdf:parseType=\"Resource\">\n"));
                    entries.into_iter().for_each(|entry| self.entry(entry));
                    self.raw(&format!("</{name}>\n"));
                }
                Member::List(group, items) => {
                    let name = format!("{PREFIX}:{}", group.name());
                    self.raw(&format!("<{name}><rdf:Seq>\n"));
                    for entries in items {
                        self.raw("<rdf:li rdf:parseType=\"Resource\">\n");
                        entries.into_iter().for_each(|entry| self.entry(entry));
                        self.raw("</rdf:li>\n");
                    }
                    self.raw(&format!("</rdf:Seq></{name}>\n"));
                }
            }
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.property(&format!("{PREFIX}:{}", entry.rule().name), &entry.text);
    }
}

/// Text for XML 1.0; characters that XML cannot hold are left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}
