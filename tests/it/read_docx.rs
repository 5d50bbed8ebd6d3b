//! The specification out of a Word file, and Word files that are none.

use vanban::model::origin::sha256_hex;
use vanban::read::limits::{MAX_PART_BYTES, MAX_SOURCE_BYTES};
use vanban::read::{Fault, Kind, docx, kind, source};

use crate::corpus::sample_files;
use crate::read_support::{docx as word_file, zip};

/// `customXml/item1.xml` as we write it.
fn item(source: &str, sha256: &str) -> String {
    format!("<source xmlns=\"urn:vanban:source\" encoding=\"base64\" sha256=\"{sha256}\">{source}</source>")
}

/// SHA-256 of `{}`, whose Base64 is `e30=`.
const BRACES: &str = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

#[track_caller]
fn refused(bytes: &[u8], fault: Fault) {
    let error = source(bytes).unwrap_err();
    assert_eq!(error.fault, fault, "{error}");
    assert!(!error.message.vi.is_empty() && error.message.vi != error.message.en);
}

#[test]
fn every_sample_comes_back_byte_for_byte() {
    for sample in sample_files() {
        let word_file = sample.render().bytes(vanban::Format::Docx).unwrap().to_vec();
        assert_eq!(kind(&word_file).unwrap(), Kind::Docx);
        assert!(source(&word_file).unwrap() == sample.spec, "{}", sample.name);
    }
}

#[test]
fn the_part_is_found_by_its_namespace() {
    let ours =
        format!("<?xml version=\"1.0\"?>\n<!-- saved -->{}", item("\n  e3\n0=", BRACES)).replace("source", "s:source");
    let ours = ours.replace("xmlns=\"urn:vanban:s:source\"", "xmlns:s=\"urn:vanban:source\"");
    let parts: [(&str, &[u8]); 5] = [
        ("customXml/item1.xml", b"<source xmlns='urn:other'>x</source>"),
        ("customXml/item2.xml", b"not XML at all \xff"),
        ("customXml/itemProps1.xml", b"<x/>"),
        ("customXml/_rels/item1.xml.rels", b"<x/>"),
        ("CustomXml/Item3.xml", ours.as_bytes()),
    ];
    assert_eq!(source(&word_file(&parts)).unwrap(), b"{}");
    refused(&word_file(&parts[..4]), Fault::NotOurs);
}

#[test]
fn a_changed_specification_is_refused() {
    assert_eq!(sha256_hex(b"{}"), BRACES);
    let good = item("e30=", BRACES);
    assert_eq!(source(&word_file(&[("customXml/item1.xml", good.as_bytes())])).unwrap(), b"{}");
    for (text, fault) in [
        (item("e30g", BRACES), Fault::Damaged),
        (item("e30", BRACES), Fault::Damaged),
        (item("e3=0", BRACES), Fault::Damaged),
        (item("e30=!", BRACES), Fault::Damaged),
        (item("e30=", ""), Fault::Damaged),
        (item("e30=<b/>", BRACES), Fault::Damaged),
        (item("e30=", BRACES).replace("base64", "rot13"), Fault::Unsupported),
        (item("e30=", BRACES).replace("</source>", ""), Fault::Damaged),
        (item("e30=&e;", BRACES), Fault::Damaged),
    ] {
        refused(&word_file(&[("customXml/item1.xml", text.as_bytes())]), fault);
    }
}

#[test]
fn a_document_type_expands_nothing() {
    let bomb = "<!DOCTYPE source [<!ENTITY a \"e30=\">]>".to_owned() + &item("&a;", BRACES);
    refused(&word_file(&[("customXml/item1.xml", bomb.as_bytes())]), Fault::NotOurs);
}

#[test]
fn files_that_are_no_word_files() {
    refused(b"", Fault::NotOurs);
    refused(b"\xff\xd8\xff\xe0 JFIF", Fault::NotOurs);
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 compound", Fault::Encrypted);
    refused(&zip(&[("a.txt", b"a")]), Fault::NotOurs);
    refused(&word_file(&[]), Fault::NotOurs);
    refused(b"PK\x03\x04", Fault::Damaged);
    assert_eq!(docx::open(b"%PDF-1.7").unwrap_err().fault, Fault::NotOurs);
}

#[test]
fn what_comes_out_is_counted() {
    // the part with the specification may be a third larger, in Base64
    let zeros = vec![b' '; MAX_SOURCE_BYTES / 3 * 4 + 4097];
    let bomb = word_file(&[("customXml/item1.xml", &zeros), ("customXml/item2.xml", &zeros[..MAX_PART_BYTES])]);
    assert!(bomb.len() < 50_000);
    refused(&bomb, Fault::TooLarge);
    let file = docx::open(&bomb).unwrap();
    assert_eq!(file.part("customXml/item1.xml").unwrap_err().fault, Fault::TooLarge);
    // large, but within the limit; and so only a few times
    assert_eq!(file.part("customXml/item2.xml").unwrap().unwrap().len(), MAX_PART_BYTES);
    assert_eq!(file.part("customXml/item2.xml").unwrap().unwrap().len(), MAX_PART_BYTES);
    assert_eq!(file.part("customXml/item2.xml").unwrap_err().fault, Fault::TooLarge);
}

#[test]
fn many_and_equal_entries() {
    let names: Vec<String> = (0..4095).map(|i| format!("customXml/{i}.xml")).collect();
    let mut entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"<a/>".as_slice())).collect();
    refused(&word_file(&entries), Fault::TooLarge);
    entries.truncate(4094);
    refused(&word_file(&entries), Fault::NotOurs);
    let twice = word_file(&[("customXml/item1.xml", b"<a/>"), ("customXml/ITEM1.xml", b"<b/>")]);
    refused(&twice, Fault::Damaged);
}

/// Where a signature stands last.
fn last(bytes: &[u8], signature: &[u8; 4]) -> usize {
    bytes.windows(4).rposition(|window| window == signature).unwrap()
}

#[test]
fn lies_in_the_directory() {
    let good = word_file(&[("customXml/item1.xml", item("e30=", BRACES).as_bytes())]);
    assert_eq!(source(&good).unwrap(), b"{}");
    let entry = last(&good, b"PK\x01\x02");
    let end = last(&good, b"PK\x05\x06");
    for (at, value, fault) in [
        (entry + 8, 1_u8, Fault::Encrypted),
        (entry + 10, 12, Fault::Unsupported),
        // CRC, packed size, unpacked size, local header
        (entry + 16, 0, Fault::Damaged),
        (entry + 21, 0xff, Fault::Damaged),
        (entry + 24, 1, Fault::Damaged),
        (entry + 27, 0xff, Fault::Damaged),
        (entry + 42, 1, Fault::Damaged),
        (entry + 45, 0xff, Fault::Damaged),
        // lengths of name and extra field
        (entry + 29, 0xff, Fault::Damaged),
        (entry + 30, 1, Fault::Damaged),
        // disk, counts, size, start, comment
        (end + 4, 1, Fault::Unsupported),
        (end + 8, 9, Fault::Unsupported),
        (end + 15, 1, Fault::Damaged),
        (end + 19, 0xff, Fault::Damaged),
        (end + 20, 1, Fault::Damaged),
    ] {
        let mut bad = good.clone();
        assert_ne!(bad[at], value, "nothing changes at {at}");
        bad[at] = value;
        refused(&bad, fault);
    }
}
