//! What the PDF says of itself: the information dictionary and the XMP packet.

use std::collections::BTreeMap;

use crate::pdf_pages::{Look, Sheets};
use crate::pdf_reader::{Pdf, Value};
use quick_xml::Reader;
use quick_xml::events::Event;
use vanban::font::FontBook;
use vanban::pages::Pages;
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
