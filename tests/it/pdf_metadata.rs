//! What the PDF says of itself: the information dictionary and the XMP packet.

use std::collections::BTreeMap;

use crate::docx_package::{self, Node};
use crate::pdf_pages::{Look, Sheets};
use crate::pdf_reader::{Pdf, Value};
use quick_xml::Reader;
use quick_xml::events::Event;
use vanban::font::FontBook;
use vanban::model::record::{FIELDS, Field};
use vanban::pages::Pages;
use vanban::pdf::{Flavour, PdfCache, PdfOptions};
use vanban::units::Length;

fn sheets() -> Sheets {
    let mut sheets = Sheets::new();
    sheets.text(Length::pt(100), Length::pt(100), "a", Look::default());
    sheets
}

/// Both sets of properties: the dictionary's entries as text, and the packet's texts by element.
fn properties(pages: &Pages) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let pdf = Pdf::read(&crate::pdf_pages::write_pdf(pages, &FontBook::bundled().unwrap()).unwrap());
    let (trailer, _) = pdf.objects.values().find(|(value, _)| value.get("Info").is_some()).unwrap();
    let Value::Dictionary(info) = pdf.field(trailer, "Info").unwrap() else { panic!("/Info") };
    let info = info.iter().map(|(key, value)| (key.clone(), text(value))).collect();
    let packet = String::from_utf8(pdf.data(pdf.catalog(), "Metadata").to_vec()).unwrap();
    (info, elements(&packet))
}

fn text(value: &Value) -> String {
    let Value::Text(bytes) = value else { panic!("{value:?} is no string") };
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(bytes) => {
            let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.clone()).unwrap(),
    }
}

/// The text within each element, the containers of RDF left out.
fn elements(packet: &str) -> BTreeMap<String, String> {
    let mut reader = Reader::from_str(packet);
    let mut open: Vec<String> = Vec::new();
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                if !name.starts_with("rdf:") {
                    out.insert(name.clone(), String::new());
                    open.push(name);
                }
            }
            Event::End(end) if !end.name().as_ref().starts_with("rdf:") => drop(open.pop()),
            Event::Text(text) => {
                if let Some(name) = open.last() {
                    out.get_mut(name).unwrap().push_str(text.trim_matches('\n'));
                }
            }
            Event::GeneralRef(reference) => {
                let name = reference.into_inner();
                let text = quick_xml::escape::resolve_predefined_entity(&name).unwrap();
                out.get_mut(open.last().unwrap()).unwrap().push_str(text);
            }
            Event::Eof => return out,
            _ => {}
        }
    }
}

#[test]
fn dictionary_and_packet_say_the_same() {
    let (info, xmp) = properties(&sheets().pages);
    let pairs = [
        ("Title", "dc:title", "Báo cáo & <thử> nghiệm"),
        ("Author", "dc:creator", "Sở Thông tin và Truyền thông"),
        ("Subject", "dc:description", "V/v thử nghiệm"),
        ("Keywords", "pdf:Keywords", "624/BC-STTTT"),
        ("Producer", "pdf:Producer", concat!("vanban ", env!("CARGO_PKG_VERSION"))),
    ];
    for (key, element, expected) in pairs {
        assert_eq!(info[key], expected);
        assert_eq!(xmp[element], expected);
    }
    for (key, element) in [("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")] {
        assert_eq!(info[key], "D:20240520000000+07'00");
        assert_eq!(xmp[element], "2024-05-20T00:00:00+07:00");
    }
    assert_eq!((xmp["pdfaid:part"].as_str(), xmp["pdfaid:conformance"].as_str()), ("2", "A"));
    assert_eq!(xmp["dc:language"], "vi-VN");
}

#[test]
fn a_draft_has_no_date_and_an_empty_field_no_entry() {
    let mut sheets = sheets();
    sheets.pages.info.issued = None;
    sheets.pages.info.subject.clear();
    let (info, xmp) = properties(&sheets.pages);
    for key in ["CreationDate", "ModDate", "Subject"] {
        assert!(!info.contains_key(key), "{key}");
    }
    for element in ["xmp:CreateDate", "xmp:ModifyDate", "dc:description"] {
        assert!(!xmp.contains_key(element), "{element}");
    }
    assert!(info.contains_key("Title") && xmp.contains_key("dc:title"));
}

#[test]
fn the_identity_is_a_uuid_of_the_content() {
    let id = |sheets: &Sheets| properties(&sheets.pages).1["xmpMM:DocumentID"].clone();
    let first = id(&sheets());
    let parts: Vec<usize> = first.strip_prefix("uuid:").unwrap().split('-').map(str::len).collect();
    assert_eq!(parts, [8, 4, 4, 4, 12]);
    let mut other = sheets();
    other.pages.info.title.push('!');
    assert_eq!(first, id(&sheets()));
    assert_ne!(first, id(&other));
}

/// The packet's description, with its properties as children.
fn description(pages: &Pages) -> Node {
    description_as(pages, &PdfOptions::default())
}

/// The same with options.
fn description_as(pages: &Pages, options: &PdfOptions) -> Node {
    let fonts = FontBook::bundled().unwrap();
    let pdf = Pdf::read(&vanban::pdf::write(pages, &fonts, b"{}", options, &mut PdfCache::default()).unwrap());
    let packet = String::from_utf8(pdf.data(pdf.catalog(), "Metadata").to_vec()).unwrap();
    let xml = &packet[packet.find("?>").unwrap() + 2..packet.rfind("<?").unwrap()];
    docx_package::parse(xml.trim().as_bytes()).children.remove(0).children.remove(0)
}

fn as_flavour(flavour: Flavour) -> PdfOptions {
    let mut options = PdfOptions::default();
    options.flavour = flavour;
    options
}

/// Pages whose record has a value for every field, two signers and two receivers.
fn full_record() -> Sheets {
    let mut sheets = sheets();
    for rule in FIELDS {
        let text = match rule.value_type {
            vanban::model::record::ValueType::Text => format!("<{}> & ế", rule.name),
            vanban::model::record::ValueType::Number => "12".to_owned(),
            vanban::model::record::ValueType::Date => "2026-03-15".to_owned(),
        };
        sheets.pages.info.record.set(rule.field, 0, text);
    }
    sheets.pages.info.record.set(Field::SignerFullName, 1, "B");
    sheets.pages.info.record.set(Field::ToOrganName, 1, "C");
    sheets.pages.info.specification_sha256 = "ab".repeat(32);
    sheets
}

#[test]
fn the_record_is_in_the_packet_with_its_groups() {
    let packet = description(&full_record().pages);
    let text = |name: &str| packet.child(name).unwrap().text.clone();
    assert_eq!(text("nd30:TypeName"), "<TypeName> & ế");
    assert_eq!(text("nd30:DueDate"), "2026-03-15");
    assert_eq!(text("nd30:PageAmount"), "1", "counted from the pages");
    assert_eq!(text("vanban:SpecificationSHA256"), "ab".repeat(32));
    assert_eq!(text("vanban:Regulation"), "nd30-2020");
    assert!(text("vanban:Options").starts_with("pdf=a-"));
    assert_eq!(text("nd30:FileCode.OrganId"), "<OrganId> & ế");
    assert_eq!(text("nd30:FileCode.FileCatalog"), "12");
    let items = |name: &str| -> Vec<String> {
        let array = packet.child(name).unwrap().child("rdf:Seq").unwrap();
        array.children.iter().map(|item| item.text.clone()).collect()
    };
    // an empty item keeps the place of an entry without the field
    assert_eq!(items("nd30:SignerInfo.Position"), ["<Position> & ế"]);
    assert_eq!(items("nd30:SignerInfo.FullName"), ["<FullName> & ế", "B"]);
    assert_eq!(items("nd30:To.OrganName").last().unwrap(), "C");
    // one element a field, and none for what has no value
    let of_record = |node: &Node| node.children.iter().filter(|c| c.name.starts_with("nd30:")).count();
    assert_eq!(of_record(&packet), FIELDS.len());
    assert_eq!(of_record(&description(&sheets().pages)), 1, "the number of pages alone");
}

#[test]
fn the_extension_schema_describes_every_field_with_its_type() {
    let packet = description(&sheets().pages);
    let schemas = packet.child("pdfaExtension:schemas").unwrap().child("rdf:Bag").unwrap();
    let schema = |prefix: &str| {
        let of = |node: &&Node| node.child("pdfaSchema:prefix").is_some_and(|p| p.text == prefix);
        schemas.children.iter().find(of).unwrap()
    };
    let described = |node: &Node, kind: &str| -> BTreeMap<String, String> {
        let text = |item: &Node, name: &str| item.child(&format!("{kind}:{name}")).unwrap().text.clone();
        node.child("rdf:Seq")
            .unwrap()
            .children
            .iter()
            .map(|item| (text(item, "name"), text(item, "valueType")))
            .collect()
    };
    let nd30 = schema("nd30");
    let properties = described(nd30.child("pdfaSchema:property").unwrap(), "pdfaProperty");
    // programs that write the packet anew when they sign lose the prefixes that PDF/A demands in value types
    assert!(nd30.child("pdfaSchema:valueType").is_none());
    for rule in FIELDS {
        let expected = match rule.value_type {
            vanban::model::record::ValueType::Text => "Text",
            vanban::model::record::ValueType::Number => "Integer",
            vanban::model::record::ValueType::Date => "Date",
        };
        let found = &properties[&rule.flat_name()];
        assert_eq!(found.strip_prefix("Seq ").unwrap_or(found), expected, "{}", rule.name);
        assert_eq!(found.starts_with("Seq "), rule.repeats(), "{}", rule.name);
    }
    assert_eq!(properties.len(), FIELDS.len());
    let own = described(schema("vanban").child("pdfaSchema:property").unwrap(), "pdfaProperty");
    assert_eq!(own.keys().collect::<Vec<_>>(), ["Options", "Regulation", "SpecificationSHA256"]);
}

#[test]
fn each_flavour_claims_what_it_is() {
    let sheets = sheets();
    let claims = |flavour: Flavour| {
        let packet = description_as(&sheets.pages, &as_flavour(flavour));
        let text = |name: &str| packet.child(name).map_or("", |node| node.text.as_str()).to_owned();
        assert_eq!(text("vanban:Options"), format!("pdf={};hints=strip;signature-fields=reserve", flavour.name()));
        let described: Vec<_> = packet.named("pdfaSchema:prefix").iter().map(|node| node.text.clone()).collect();
        (text("pdfaid:part") + &text("pdfaid:conformance"), text("pdfuaid:part"), described.join(" "))
    };
    let found: Vec<_> = Flavour::ALL.into_iter().map(claims).collect();
    let expected = [
        ("2A", "1", "pdfuaid nd30 vanban"),
        ("3A", "1", "pdfuaid nd30 vanban"),
        ("2B", "", "nd30 vanban"),
        ("1A", "", "nd30 vanban"),
        ("1B", "", "nd30 vanban"),
        ("", "", ""),
    ];
    let found: Vec<_> = found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(found, expected);
}
