//! The text of an XMP packet (ISO 16684-1): properties, arrays and structures in RDF/XML.

use std::fmt::Write as _;

use crate::model::record::{FIELDS, PREFIX, Record};

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

    /// The record: a property a field. A field of a group that repeats is an ordered array with an item for each entry of
    /// the group, empty where that entry lacks the field.
    ///
    /// Structures would need value types in the extension schema, and programs that write the packet anew when they sign
    /// (pyHanko) lose the prefixes that PDF/A demands there.
    pub(super) fn record(&mut self, record: &Record) {
        for rule in FIELDS {
            let mut entries = record.entries().filter(|entry| entry.field == rule.field).peekable();
            let Some(first) = entries.peek() else { continue };
            let name = format!("{PREFIX}:{}", rule.flat_name());
            if !rule.repeats() {
                self.property(&name, &first.text);
                continue;
            }
            self.raw(&format!("<{name}><rdf:Seq>\n"));
            let mut next = 0;
            for entry in entries {
                self.raw(&"<rdf:li></rdf:li>\n".repeat(entry.index.saturating_sub(next)));
                self.property("rdf:li", &entry.text);
                next = entry.index + 1;
            }
            self.raw(&format!("</rdf:Seq></{name}>\n"));
        }
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
