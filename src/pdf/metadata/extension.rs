//! The PDF/A extension schemas of a packet: what the properties are that XMP itself does not know (ISO 19005-1, 6.7.8;
//! ISO 19005-2 and -3, 6.6.2.3). All fields of the record are described, also those without a value, so that a records
//! system may fill them in later and the file stays PDF/A.

use super::xmp::Packet;
use crate::model::origin;
use crate::model::record::{self, FIELDS, FieldRule, Group, ValueType};

/// Prefix and namespace of the PDF/UA identification (ISO 14289-1, 5).
pub(super) const PDFUA: (&str, &str) = ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/");

/// What the descriptions are written with.
pub(super) const NAMESPACES: [(&str, &str); 5] = [
    ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    ("pdfaType", "http://www.aiim.org/pdfa/ns/type#"),
    ("pdfaField", "http://www.aiim.org/pdfa/ns/field#"),
];

/// The properties of our own: name and what it is.
const OWN: [(&str, &str); 3] = [
    (origin::SPECIFICATION, "SHA-256 của đặc tả, hệ 16"),
    (origin::REGULATION, "Quy định về thể thức"),
    (origin::OPTIONS, "Tùy chọn khi tạo tệp"),
];

/// Who says what a property holds (ISO 19005-1, table 5): the software, or a person.
const INTERNAL: &str = "internal";
const EXTERNAL: &str = "external";

/// Writes the descriptions of the record's fields, of our own properties, and of the PDF/UA identification where it is used.
pub(super) fn write(packet: &mut Packet, pdf_ua: bool) {
    packet.raw("<pdfaExtension:schemas><rdf:Bag>\n");
    if pdf_ua {
        begin_schema(packet, "PDF/UA", PDFUA);
        property(packet, "part", "Integer", INTERNAL, "Phần của ISO 14289");
        packet.raw("</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
    }
    write_record(packet);
    begin_schema(packet, "vanban", (origin::PREFIX, origin::NAMESPACE));
    for (name, description) in OWN {
        property(packet, name, "Text", INTERNAL, description);
    }
    packet.raw("</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
    packet.raw("</rdf:Bag></pdfaExtension:schemas>\n");
}

fn write_record(packet: &mut Packet) {
    begin_schema(packet, record::CLAUSE, (record::PREFIX, record::NAMESPACE));
    let mut last = None;
    for FieldRule { name, value_type, title, group, .. } in FIELDS {
        match group {
            None => property(packet, name, type_name(*value_type), EXTERNAL, title),
            Some(group) if last == Some(*group) => {}
            Some(group) if group.repeats() => {
                property(packet, group.name(), &format!("Seq {}", group.name()), EXTERNAL, group.title());
            }
            Some(group) => property(packet, group.name(), group.name(), EXTERNAL, group.title()),
        }
        last = *group;
    }
    packet.raw("</rdf:Seq></pdfaSchema:property>\n<pdfaSchema:valueType><rdf:Seq>\n");
    Group::ALL.into_iter().for_each(|group| value_type(packet, group));
    packet.raw("</rdf:Seq></pdfaSchema:valueType>\n</rdf:li>\n");
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

/// A structure: every field that the group may have.
fn value_type(packet: &mut Packet, group: Group) {
    packet.raw("<rdf:li rdf:parseType=\"Resource\">\n");
    packet.property("pdfaType:type", group.name());
    packet.property("pdfaType:namespaceURI", record::NAMESPACE);
    packet.property("pdfaType:prefix", record::PREFIX);
    packet.property("pdfaType:description", group.title());
    packet.raw("<pdfaType:field><rdf:Seq>\n");
    for FieldRule { name, value_type, title, .. } in FIELDS.iter().filter(|rule| rule.group == Some(group)) {
        packet.raw("<rdf:li rdf:parseType=\"Resource\">\n");
        packet.property("pdfaField:name", name);
        packet.property("pdfaField:valueType", type_name(*value_type));
        packet.property("pdfaField:description", title);
        packet.raw("</rdf:li>\n");
    }
    packet.raw("</rdf:Seq></pdfaType:field>\n</rdf:li>\n");
}

/// The XMP name of a type.
const fn type_name(of: ValueType) -> &'static str {
    match of {
        ValueType::Text => "Text",
        ValueType::Number => "Integer",
        ValueType::Date => "Date",
    }
}
