//! What the file says of itself, twice: the information dictionary and the XMP packet (ISO 16684-1), from the same
//! fields. Neither has an entry for a field that is empty.

use std::fmt::Write;

use pdf_writer::{Chunk, Date, Finish, Name, Ref, TextStr};

use super::objects::{ContentId, Objects};
use crate::model::Info;

/// The program that makes the file.
const PRODUCER: &str = concat!("vanban ", env!("CARGO_PKG_VERSION"));

/// The fields.
pub(super) struct Metadata<'a> {
    info: &'a Info,
    /// Midnight of the issue date in Việt Nam, +07:00; `None`: the draft has no full date.
    issued: Option<(u16, u8, u8)>,
}

impl<'a> Metadata<'a> {
    pub(super) fn of(info: &'a Info) -> Self {
        let issued = info.issued.and_then(|(year, month, day)| {
            Some((u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
        });
        Self { info, issued: issued.filter(|date| date.0 <= 9999) }
    }

    /// Writes the information dictionary.
    pub(super) fn write_info(&self, chunk: &mut Chunk, id: Ref) {
        let mut dict = chunk.indirect(id).start::<pdf_writer::writers::DocumentInfo>();
        for (key, value) in [
            (b"Title".as_slice(), self.info.title.as_str()),
            (b"Author", &self.info.creator),
            (b"Subject", &self.info.subject),
            (b"Keywords", &self.info.notation),
            (b"Producer", PRODUCER),
        ] {
            if !value.is_empty() {
                dict.pair(Name(key), TextStr(value));
            }
        }
        if let Some(date) = self.date() {
            dict.creation_date(date).modified_date(date);
        }
    }

    /// Midnight of the issue date in Việt Nam; `None`: the draft has no full date.
    pub(super) fn date(&self) -> Option<Date> {
        let (year, month, day) = self.issued?;
        let date = Date::new(year).month(month).day(day).hour(0).minute(0).second(0);
        Some(date.utc_offset_hour(7).utc_offset_minute(0))
    }

    /// Writes the XMP packet, uncompressed so that archives can read it without a PDF parser.
    pub(super) fn write_xmp(&self, objects: &mut Objects, id: Ref, content: ContentId) {
        let packet = self.packet(content);
        let mut stream = objects.plain_stream(id, packet.as_bytes());
        stream.pair(Name(b"Type"), Name(b"Metadata"));
        stream.pair(Name(b"Subtype"), Name(b"XML"));
        stream.finish();
    }

    fn packet(&self, content: ContentId) -> String {
        let info = self.info;
        let mut xml = String::with_capacity(2048);
        xml.push_str(concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
            "<rdf:Description rdf:about=\"\"\n",
            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n",
            " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n",
            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n",
            " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n",
            "<pdfaid:part>2</pdfaid:part>\n",
            "<pdfaid:conformance>B</pdfaid:conformance>\n",
            "<dc:format>application/pdf</dc:format>\n",
        ));
        let mut property = |name: &str, value: &str, container: Option<(&str, &str)>| {
            if value.is_empty() {
                return;
            }
            let value = escape(value);
            xml.push_str(&match container {
                Some((kind, attributes)) => {
                    format!("<{name}><rdf:{kind}><rdf:li{attributes}>{value}</rdf:li></rdf:{kind}></{name}>\n")
                }
                None => format!("<{name}>{value}</{name}>\n"),
            });
        };
        let in_any_language = Some(("Alt", " xml:lang=\"x-default\""));
        property("dc:language", info.language, Some(("Bag", "")));
        property("dc:title", &info.title, in_any_language);
        property("dc:creator", &info.creator, Some(("Seq", "")));
        property("dc:description", &info.subject, in_any_language);
        property("pdf:Keywords", &info.notation, None);
        property("pdf:Producer", PRODUCER, None);
        if let Some((year, month, day)) = self.issued {
            let date = format!("{year:04}-{month:02}-{day:02}T00:00:00+07:00");
            property("xmp:CreateDate", &date, None);
            property("xmp:ModifyDate", &date, None);
        }
        let id = uuid(content);
        property("xmpMM:DocumentID", &id, None);
        property("xmpMM:InstanceID", &id, None);
        xml.push_str("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        xml
    }
}

/// A name-based UUID (RFC 9562, version 8: ours to fill, here with the content's hash).
fn uuid(content: ContentId) -> String {
    let mut text = String::from("uuid:");
    for (index, mut byte) in content.into_iter().enumerate() {
        match index {
            4 | 10 => text.push('-'),
            6 => {
                text.push('-');
                byte = byte & 0x0f | 0x80;
            }
            8 => {
                text.push('-');
                byte = byte & 0x3f | 0x80;
            }
            _ => {}
        }
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Text for XML 1.0; characters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
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
    out
}
