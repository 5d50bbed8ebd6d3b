//! Metadata out of both files: equal records, however another program writes the same properties; and files that are refused.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Value, json};
use vanban::model::origin::sha256_hex;
use vanban::model::record::{Field, Record};
use vanban::read::{Fault, Kind, Metadata, metadata};

use crate::corpus::{sample_files, samples};
use crate::read_support::{PdfText, docx};

#[track_caller]
fn refused(bytes: &[u8], fault: Fault) {
    let start = Instant::now();
    let error = metadata(bytes).unwrap_err();
    assert_eq!(error.fault, fault, "{error}");
    assert!(!error.message.vi.is_empty() && error.message.vi != error.message.en && error.hint.is_some());
    // 200 ms in a release build
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
}

/// A PDF with this packet.
fn pdf(packet: &str) -> Vec<u8> {
    PdfText::new()
        .object(1, "<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R>>")
        .object(2, "<</Type/Pages/Kids[]/Count 7>>")
        .stream(3, "/Type/Metadata/Subtype/XML", packet.as_bytes())
        .table("/Root 1 0 R/Size 4")
}

/// A packet with properties in the usual prefixes.
fn packet(properties: &str) -> String {
    format!(
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
         <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''\
         \n xmlns:nd30='urn:vanban:nd30-2020:phu-luc-vi#' xmlns:vanban='urn:vanban:render#'>\
         <vanban:SpecificationSHA256>ab</vanban:SpecificationSHA256>{properties}</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
}

/// The metadata as `vanban metadata` prints them.
fn json(metadata: &Metadata) -> Value {
    serde_json::to_value(metadata).unwrap()
}

#[test]
fn both_files_of_a_specification_have_the_record_of_its_document() {
    for sample in sample_files() {
        let rendered = sample.render();
        let word = metadata(rendered.bytes(vanban::Format::Docx).unwrap()).unwrap();
        let pdf = metadata(rendered.bytes(vanban::Format::Pdf).unwrap()).unwrap();
        let stages = sample.stages();
        let info = stages.document.unwrap().info;
        let pages = stages.pages.unwrap().pages.len();
        let expected = info.record.with_pages(pages);
        assert_eq!(word.record, expected, "{}", sample.name);
        assert_eq!(pdf.record, expected, "{}", sample.name);
        for (metadata, format) in [(&word, Kind::Docx), (&pdf, Kind::Pdf)] {
            assert_eq!(metadata.format, format);
            assert_eq!(metadata.title.as_deref(), Some(info.title.as_str()));
            assert_eq!(metadata.creator.as_deref(), Some(info.creator.as_str()));
            assert_eq!(metadata.subject.as_deref(), Some(info.subject.as_str()));
            assert_eq!(metadata.identifier.as_deref(), Some(info.notation.as_str()));
            assert_eq!(metadata.language.as_deref(), Some("vi-VN"));
            assert_eq!(metadata.pages, Some(pages));
            assert_eq!(metadata.specification_sha256, sha256_hex(&sample.spec));
            assert_eq!(metadata.regulation.as_deref(), Some(info.regulation));
            assert_eq!(metadata.created.is_some(), info.issued.is_some());
        }
        assert_eq!(pdf.flavour.as_deref(), Some("PDF/A-2a, PDF/UA-1"));
        assert_eq!(pdf.options.as_deref(), Some("pdf=a-2a;hints=strip;signature-fields=reserve"));
        assert_eq!(pdf.producer.as_deref(), Some(concat!("vanban ", env!("CARGO_PKG_VERSION"))));
        assert_eq!((word.flavour, word.options, word.producer.as_deref()), (None, None, Some("vanban")));
    }
}

#[test]
fn the_record_has_the_structure_of_the_decree() {
    let sample = samples().into_iter().find(|sample| sample.name == "to-trinh").unwrap();
    let record = json(&metadata(sample.render().bytes(vanban::Format::Pdf).unwrap()).unwrap())["record"].take();
    assert_eq!(record["FileCode"], json!({ "OrganId": "H37.66.05", "FileCatalog": 2026, "FileNotation": "03/KT-CTN" }));
    assert_eq!(record["CodeNumber"], "05", "a string, as the decree has it");
    assert_eq!((&record["Priority"], &record["DueDate"]), (&json!(1), &json!("2026-03-15")));
    assert_eq!(record["SignerInfo"], json!([{ "Position": "Phó Chủ tịch", "FullName": "Nông Thị Mai" }]));
    assert_eq!(record["To"][1], json!({ "OrganId": "H37.10", "OrganName": "Sở Tài chính tỉnh Lạng Sơn" }));
}

/// Prefixes, attributes for elements, other arrays, empty items: all the same RDF. A structure of the name of a text is none.
#[test]
fn a_packet_that_another_program_wrote_anew_reads_the_same() {
    let ours = packet(
        "<nd30:Subject>A &amp; “B”</nd30:Subject><nd30:PageAmount>3</nd30:PageAmount>\
         <nd30:FileCode.FileCatalog>2026</nd30:FileCode.FileCatalog>\
         <nd30:To.OrganId><rdf:Seq><rdf:li>H1</rdf:li></rdf:Seq></nd30:To.OrganId>\
         <nd30:To.OrganName><rdf:Seq><rdf:li>X</rdf:li><rdf:li>Y</rdf:li></rdf:Seq></nd30:To.OrganName>",
    );
    let theirs = "<?xml version='1.0'?><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <r:Description xmlns:v='urn:vanban:render#' v:SpecificationSHA256='ab'/>\
         <r:Description r:about='' xmlns:a='urn:vanban:nd30-2020:phu-luc-vi#' a:Subject='A &amp; “B”' a:PageAmount='3'>\
         <other xmlns='urn:other'><a:Subject>no</a:Subject></other>\
         <a:FileCode.FileCatalog>2026</a:FileCode.FileCatalog>\
         <a:To.OrganId>\n <r:Bag>\n <r:li>H1</r:li><r:li/></r:Bag></a:To.OrganId>\
         <a:To.OrganName><r:Seq><r:li>X</r:li>\n<r:li>\n<![CDATA[Y]]></r:li></r:Seq></a:To.OrganName>\
         <a:Subject><r:Description><a:Subject>no</a:Subject></r:Description></a:Subject>\
         </r:Description></r:RDF>";
    let (ours, theirs) = (metadata(&pdf(&ours)).unwrap(), metadata(&pdf(theirs)).unwrap());
    assert_eq!(json(&ours), json(&theirs));
    assert_eq!(ours.record.get(Field::Subject, 0), Some("A & “B”"));
    assert_eq!(ours.record.get(Field::ToOrganName, 1), Some("Y"));
    assert_eq!(ours.pages, Some(7), "from the page tree");
}

const CUSTOM: &str = "xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' \
     xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'";

/// A Word file with these custom properties: name, type, text.
fn word_file(properties: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut custom = format!("<?xml version='1.0' encoding='UTF-8'?>\n<Properties {CUSTOM}>");
    for (name, kind, text) in properties {
        write!(custom, "<property pid='2' name='{name}'><vt:{kind}>{text}</vt:{kind}></property>").unwrap();
    }
    custom += "</Properties>";
    docx(&[("docProps/custom.xml", custom.as_bytes())])
}

#[test]
fn properties_that_a_word_processor_wrote_anew_read_the_same() {
    let metadata = metadata(&word_file(&[
        ("To.2.OrganName", "lpwstr", "B"),
        ("DueDate", "filetime", "2026-03-15T10:00:00Z"),
        ("DocOrdinal", "r8", "7"),
        ("To.1.OrganName", "lpwstr", "A &amp; C"),
        ("FileCode.FileCatalog", "r8", "99999999999999999999"),
        ("vanban.SpecificationSHA256", "lpwstr", "ab"),
        // not of the record
        ("To.0.OrganName", "lpwstr", "x"),
        ("To.x.OrganName", "lpwstr", "x"),
        ("To.OrganName", "lpwstr", "x"),
        ("FileCode.1.FileCatalog", "i4", "1"),
        ("Checked by", "lpwstr", "x"),
        ("Language", "lpwstr", ""),
    ]))
    .unwrap();
    let expected = json!({
        "FileCode": { "FileCatalog": "99999999999999999999" }, "DocOrdinal": 7,
        "To": [{ "OrganName": "A & C" }, { "OrganName": "B" }], "DueDate": "2026-03-15",
    });
    assert_eq!(json(&metadata)["record"], expected);
    assert_eq!((metadata.title, metadata.pages), (None, None), "the parts are not there");
}

#[test]
fn files_of_others_are_refused() {
    refused(b"", Fault::NotOurs);
    refused(b"{\"doc_type\": \"report\"}", Fault::NotOurs);
    refused(&docx(&[]), Fault::NotOurs);
    refused(&word_file(&[("Subject", "lpwstr", "A")]), Fault::NotOurs);
    let without = PdfText::new().object(1, "<</Type/Catalog>>").table("/Root 1 0 R/Size 2");
    refused(&without, Fault::NotOurs);
    refused(&pdf(&packet("").replace("urn:vanban:render#", "urn:other")), Fault::NotOurs);
}

#[test]
fn damaged_and_wicked_metadata_is_refused_at_once() {
    let broken = packet("<nd30:Subject>");
    refused(&pdf(&broken), Fault::Damaged);
    let entities = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>".to_owned() + &packet("&b;");
    refused(&pdf(&entities), Fault::Damaged);
    refused(&pdf(&packet("<nd30:Subject>&b;</nd30:Subject>")), Fault::Damaged);
    let deep = "<nd30:To.OrganName><rdf:Seq><rdf:li>".repeat(10_000);
    refused(&pdf(&packet(&deep)), Fault::Damaged);
    refused(&pdf(&packet(&"<nd30:To/>".repeat(200_000))), Fault::TooLarge);
    let long = "x".repeat(8 << 20);
    let unknown = "<z/>".repeat(100_000);
    assert_eq!(metadata(&pdf(&packet(&unknown))).unwrap().record, Record::default(), "passed over");
    refused(&pdf(&packet(&unknown.repeat(3))), Fault::TooLarge);
    refused(&pdf(&packet(&format!("<nd30:Subject>{long}</nd30:Subject>"))), Fault::TooLarge);
    let many: Vec<String> = (0..50_000).rev().map(|i| format!("To.{i}.OrganName")).collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), "lpwstr", "x")).collect();
    refused(&word_file(&many), Fault::TooLarge);
    refused(&word_file(&[("vanban.SpecificationSHA256", "lpwstr", &long)]), Fault::TooLarge);
    refused(&docx(&[("docProps/custom.xml", b"<Properties><property>")]), Fault::Damaged);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens to the bytes of a packet or of the properties, reading ends and does not panic.
    #[test]
    fn mutated_metadata_never_panics(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 1..8)) {
        let fields = "<nd30:Subject>A &amp; B</nd30:Subject><nd30:To><rdf:Seq><rdf:li rdf:parseType='Resource'>\
            <nd30:OrganName>X</nd30:OrganName></rdf:li></rdf:Seq></nd30:To><nd30:FileCode nd30:FileCatalog='2026'/>";
        let custom = format!("<Properties {CUSTOM}><property pid='2' name='To.1.OrganName'><vt:lpwstr>A</vt:lpwstr></property>\
            <property pid='3' name='vanban.SpecificationSHA256'><vt:lpwstr>ab</vt:lpwstr></property></Properties>");
        let changed = |text: &str| {
            let mut bytes = text.as_bytes().to_vec();
            for (at, byte, kind) in &edits {
                let at = at.index(bytes.len());
                match kind {
                    0 => bytes[at] = *byte,
                    1 => bytes.insert(at, *byte),
                    2 => drop(bytes.remove(at)),
                    _ => bytes[at] = b"<>/&;:'\" =x"[usize::from(*byte) % 11],
                }
            }
            bytes
        };
        let packet = PdfText::new()
            .object(1, "<</Type/Catalog/Metadata 3 0 R>>")
            .stream(3, "/Type/Metadata/Subtype/XML", &changed(&packet(fields)))
            .table("/Root 1 0 R/Size 4");
        for file in [packet, docx(&[("docProps/custom.xml", &changed(&custom))])] {
            if let Ok(metadata) = metadata(&file) {
                prop_assert!(json(&metadata)["record"].is_object());
            }
        }
    }
}
