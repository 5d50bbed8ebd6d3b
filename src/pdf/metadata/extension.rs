//! The PDF/A extension schemas of a packet: what the properties are that XMP itself does not know (ISO 19005-1, 6.7.8;
//! ISO 19005-2 and -3, 6.6.2.3). All fields of the record are described, also those without a value, so that a records
//! system may fill them in later and the file stays PDF/A.

use super::xmp::Packet;
use crate::model::origin;
use crate::model::record::{self, FIELDS, ValueType};

/// Prefix and namespace of the PDF/UA identification (ISO 14289-1, 5).
pub(super) const PDFUA: (&str, &str) = ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/");

/// What the descriptions are written with.
pub(super) const NAMESPACES: [(&str, &str); 3] = [
    ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
];

/// The properties of our own: name and what it is.
const OWN: [(&str, &str); 3] = [
    (origin::SPECIFICATION, "SHA-256 của đặc tả, hệ 16"),
    (origin::REGULATION, "Quy định về thể thức"),
    (origin::OPTIONS, "Tùy chọn khi tạo tệp"),
];

/// That of the files beside the main one.
const PART: (&str, &str) = (origin::PART, "Phần của văn bản trong tệp này");

/// Who says what a property holds (ISO 19005-1, table 5): the software, or a person.
const INTERNAL: &str = "internal";
const EXTERNAL: &str = "external";

/// Writes the descriptions of the record's fields, of our own properties, and of the PDF/UA identification where it is used. Only a
/// file that `names_part` has the property for it.
pub(super) fn write(packet: &mut Packet, pdf_ua: bool, names_part: bool) {
    packet.raw("<pdfaExtension:schemas><rdf:Bag>\n");
    if pdf_ua {
        begin_schema(packet, "PDF/UA", PDFUA);
        property(packet, "part", "Integer", INTERNAL, "Phần của ISO 14289");
        packet.raw("</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
    }
    write_record(packet);
    begin_schema(packet, "vanban", (origin::PREFIX, origin::NAMESPACE));
    for (name, description) in OWN.into_iter().chain(names_part.then_some(PART)) {
        property(packet, name, "Text", INTERNAL, description);
    }
    packet.raw("</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
    packet.raw("</rdf:Bag></pdfaExtension:schemas>\n");
}

fn write_record(packet: &mut Packet) {
    begin_schema(packet, record::SCHEMA_TITLE, (record::PREFIX, record::NAMESPACE));
    for rule in FIELDS {
        let one = type_name(rule.value_type);
        let value_type = if rule.repeats() { format!("Seq {one}") } else { one.to_owned() };
        property(packet, &rule.flat_name(), &value_type, EXTERNAL, rule.title);
    }
    packet.raw("</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
}

/// Opens a schema up to its list of properties.
fn begin_schema(packet: &mut Packet, name: &str, (prefix, uri): (&str, &str)) {
    packet.raw("<rdf:li rdf:parseType=\"Resource\">\n");
    packet.property("pdfaSchema:schema", name);
    packet.property("pdfaSchema:namespaceURI", uri);
    packet.property("pdfaSchema:prefix", prefix);
    packet.raw("<pdfaSchema:property><rdf:Seq>\n");
}

fn property(packet: &mut Packet, name: &str, value_type: &str, category: &str, description: &str) {
    packet.raw("<rdf:li rdf:parseType=\"Resource\">\n");
    packet.property("pdfaProperty:name", name);
    packet.property("pdfaProperty:valueType", value_type);
    packet.property("pdfaProperty:category", category);
    packet.property("pdfaProperty:description", description);
    packet.raw("</rdf:li>\n");
}

/// The XMP name of a type.
const fn type_name(of: ValueType) -> &'static str {
    match of {
        ValueType::Text => "Text",
        ValueType::Number => "Integer",
        ValueType::Date => "Date",
    }
}
