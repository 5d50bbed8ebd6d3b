//! Builds small PDFs and zips by hand, sound ones and wicked ones.

use std::io::Write as _;

/// A PDF under construction: objects one after the other, then cross-reference sections.
pub(crate) struct PdfText {
    pub(crate) bytes: Vec<u8>,
    /// Object, offset.
    offsets: Vec<(u32, usize)>,
}

impl PdfText {
    pub(crate) fn new() -> Self {
        Self { bytes: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), offsets: Vec::new() }
    }

    /// Goes on behind a finished file.
    pub(crate) fn after(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec(), offsets: Vec::new() }
    }

    /// Adds an object.
    pub(crate) fn object(mut self, number: u32, body: &str) -> Self {
        self.offsets.push((number, self.bytes.len()));
        write!(self.bytes, "{number} 0 obj\n{body}\nendobj\n").unwrap();
        self
    }

    /// Adds a stream; `entries` stand in its dictionary beside its length.
    pub(crate) fn stream(mut self, number: u32, entries: &str, data: &[u8]) -> Self {
        self.offsets.push((number, self.bytes.len()));
        write!(self.bytes, "{number} 0 obj\n<<{entries}/Length {}>>\nstream\n", data.len()).unwrap();
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
        self
    }

    /// Adds a deflated stream.
    pub(crate) fn deflated(self, number: u32, entries: &str, data: &[u8]) -> Self {
        self.stream(number, &format!("{entries}/Filter/FlateDecode"), &deflate(data))
    }

    /// Ends with a table; `trailer` stands in its dictionary.
    pub(crate) fn table(mut self, trailer: &str) -> Vec<u8> {
        let at = self.bytes.len();
        writeln!(self.bytes, "xref").unwrap();
        for (number, offset) in &self.offsets {
            write!(self.bytes, "{number} 1\n{offset:010} 00000 n \n").unwrap();
        }
        write!(self.bytes, "trailer\n<<{trailer}>>\nstartxref\n{at}\n%%EOF\n").unwrap();
        self.bytes
    }

    /// Ends with a cross-reference stream numbered `number`; `packed` are objects in object streams: (object, container,
    /// index).
    pub(crate) fn xref_stream(mut self, number: u32, packed: &[(u32, u32, u16)], trailer: &str) -> Vec<u8> {
        let at = self.bytes.len();
        self.offsets.push((number, at));
        let mut rows: Vec<(u32, [u8; 7])> = Vec::new();
        for (object, offset) in &self.offsets {
            let [a, b, c, d] = u32::try_from(*offset).unwrap().to_be_bytes();
            rows.push((*object, [1, a, b, c, d, 0, 0]));
        }
        for (object, container, index) in packed {
            let ([a, b, c, d], [e, f]) = (container.to_be_bytes(), index.to_be_bytes());
            rows.push((*object, [2, a, b, c, d, e, f]));
        }
        let index: Vec<String> = rows.iter().map(|(object, _)| format!("{object} 1")).collect();
        let data: Vec<u8> = rows.iter().flat_map(|(_, row)| *row).collect();
        let entries = format!("/Type/XRef/Size 100/W[1 4 2]/Index[{}]{trailer}", index.join(" "));
        let mut bytes = self.deflated(number, &entries, &data).bytes;
        write!(bytes, "startxref\n{at}\n%%EOF\n").unwrap();
        bytes
    }
}

/// A small PDF with an attached source.
pub(crate) fn pdf_with_source(source: &[u8]) -> Vec<u8> {
    PdfText::new()
        .object(1, "<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R/AF[4 0 R]>>")
        .object(2, "<</Type/Pages/Kids[]/Count 0>>")
        .stream(3, "/Type/Metadata/Subtype/XML", b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
        .object(4, "<</Type/Filespec/F(spec.json)/UF(spec.json)/AFRelationship/Source/EF<</F 5 0 R/UF 5 0 R>>>>")
        .deflated(5, "/Type/EmbeddedFile", source)
        .table("/Root 1 0 R/Size 6")
}

/// Where the newest cross-reference section of a PDF stands.
pub(crate) fn startxref(pdf: &[u8]) -> usize {
    let at = pdf.windows(9).rposition(|window| window == b"startxref").unwrap();
    std::str::from_utf8(&pdf[at + 9..pdf.len() - 6]).unwrap().trim().parse().unwrap()
}

pub(crate) fn deflate(data: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(data).unwrap();
    packer.finish().unwrap()
}

/// A zip of deflated entries.
pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, data) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(data).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file of the two parts without which it is none, and of others.
pub(crate) fn docx(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut all: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<document/>")];
    all.extend_from_slice(entries);
    zip(&all)
}
