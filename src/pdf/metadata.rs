//! What the file says of itself, twice: the information dictionary and the XMP packet (ISO 16684-1), from the same
//! fields. Neither has an entry for a field that is empty. The packet alone has the record of the document (NĐ 30/2020,
//! Phụ lục VI) and how the file was made.

mod extension;
mod options;
mod xmp;

use std::fmt::Write;

use pdf_writer::{Chunk, Date, Finish, Name, Ref, TextStr};

use super::PdfOptions;
use super::objects::{FileId, Objects};
use crate::model::record::{self, Record};
use crate::model::{Info, origin};
use xmp::Packet;

/// The program that makes the file.
const PRODUCER: &str = concat!("vanban ", env!("CARGO_PKG_VERSION"));

/// The fields.
pub(super) struct PdfMetadata<'a> {
    info: &'a Info,
    /// Midnight of the issue date in Việt Nam, +07:00; `None`: the draft has no full date.
    issued: Option<(u16, u8, u8)>,
    record: Record,
    options: &'a PdfOptions,
}

impl<'a> PdfMetadata<'a> {
    pub(super) fn of(info: &'a Info, page_count: usize, options: &'a PdfOptions) -> Self {
        let issued = info.issued.and_then(|(year, month, day)| {
            Some((u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
        });
        let issued = issued.filter(|date| date.0 <= 9999);
        Self { info, issued, record: info.record.with_pages(page_count), options }
    }

    /// Writes the information dictionary.
    pub(super) fn write_info(&self, chunk: &mut Chunk, id: Ref) {
        let mut dict = chunk.indirect(id).start::<pdf_writer::writers::DocumentInfo>();
        for (key, value) in [
            (b"Title".as_slice(), self.info.title.as_str()),
            (b"Author", &self.info.creator),
            (b"Subject", &self.info.subject),
            (b"Keywords", &self.info.notation),
        ] {
            if !value.is_empty() {
                dict.pair(Name(key), TextStr(value));
            }
        }
        // PDF/A-1 wants it letter for letter as in the packet (6.7.3), and a signing program may change one of them alone
        if self.options.flavour.demands().names_producer {
            dict.pair(Name(b"Producer"), TextStr(PRODUCER));
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
    pub(super) fn write_xmp(&self, objects: &mut Objects, id: Ref, content: FileId) {
        let packet = self.packet(content);
        let mut stream = objects.plain_stream(id, packet.as_bytes());
        stream.pair(Name(b"Type"), Name(b"Metadata"));
        stream.pair(Name(b"Subtype"), Name(b"XML"));
        stream.finish();
    }

    fn packet(&self, content: FileId) -> String {
        let info = self.info;
        let demands = self.options.flavour.demands();
        let mut namespaces = vec![
            ("dc", "http://purl.org/dc/elements/1.1/"),
            ("pdf", "http://ns.adobe.com/pdf/1.3/"),
            ("xmp", "http://ns.adobe.com/xap/1.0/"),
            ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
            (record::PREFIX, record::NAMESPACE),
            (origin::PREFIX, origin::NAMESPACE),
        ];
        if demands.pdf_a.is_some() {
            namespaces.push(("pdfaid", "http://www.aiim.org/pdfa/ns/id/"));
            namespaces.extend(extension::NAMESPACES);
        }
        if demands.pdf_ua {
            namespaces.push(extension::PDFUA);
        }
        let mut packet = Packet::begin(&namespaces);
        if let Some((part, conformance)) = demands.pdf_a {
            packet.property("pdfaid:part", &part.to_string());
            packet.property("pdfaid:conformance", &conformance.to_string());
        }
        if demands.pdf_ua {
            packet.property("pdfuaid:part", "1");
        }
        packet.property("dc:format", "application/pdf");
        packet.list("dc:language", "Bag", info.language);
        packet.in_any_language("dc:title", &info.title);
        packet.list("dc:creator", "Seq", &info.creator);
        packet.in_any_language("dc:description", &info.subject);
        packet.property("dc:identifier", &info.notation);
        packet.property("pdf:Keywords", &info.notation);
        packet.property("pdf:Producer", PRODUCER);
        if let Some((year, month, day)) = self.issued {
            let date = format!("{year:04}-{month:02}-{day:02}T00:00:00+07:00");
            packet.property("xmp:CreateDate", &date);
            packet.property("xmp:ModifyDate", &date);
        }
        let id = uuid(content);
        packet.property("xmpMM:DocumentID", &id);
        packet.property("xmpMM:InstanceID", &id);
        packet.record(&self.record);
        packet.property("vanban:SpecificationSHA256", &info.specification_sha256);
        packet.property("vanban:Regulation", info.regulation);
        packet.property("vanban:Options", &self.options.to_string());
        packet.property("vanban:Part", &info.part);
        if demands.pdf_a.is_some() {
            extension::write(&mut packet, demands.pdf_ua, !info.part.is_empty());
        }
        packet.finish()
    }
}

/// A name-based UUID (RFC 9562, version 8: ours to fill, here with the content's hash).
fn uuid(content: FileId) -> String {
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
