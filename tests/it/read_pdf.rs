//! Metadata and source out of PDFs of several builds, and PDFs that are refused.

use vanban::read::{Fault, Kind, kind, pdf, source};

use crate::corpus::sample_files;
use crate::read_support::{PdfText, deflate, pdf_with_source, startxref};

const CATALOG: &str = "<</Type/Catalog/AF[4 0 R]>>";
const SPECIFICATION: &str = "<</AFRelationship/Source/EF<</F 5 0 R>>>>";

#[track_caller]
fn refused(bytes: &[u8], fault: Fault) {
    let error = pdf::open(bytes).and_then(|file| file.attachment()).unwrap_err();
    assert_eq!(error.fault, fault, "{error}");
    assert!(!error.message.vi.is_empty() && error.message.vi != error.message.en);
}

#[test]
fn every_sample_opens() {
    for sample in sample_files() {
        let bytes = sample.render().bytes(vanban::Format::Pdf).unwrap().to_vec();
        assert_eq!(kind(&bytes).unwrap(), Kind::Pdf);
        let file = pdf::open(&bytes).unwrap();
        let xmp = file.xmp().unwrap().unwrap();
        assert!(xmp.starts_with(b"<?xpacket"), "{}", sample.name);
        assert_eq!(file.revisions(), 1);
        assert_eq!(file.first_revision().len(), bytes.len(), "{}", sample.name);
        assert_eq!(file.attachment().unwrap(), None);
        assert_eq!(source(&bytes).unwrap_err().fault, Fault::Missing);
    }
}

#[test]
fn the_source_is_found_by_its_relationship() {
    assert_eq!(source(&pdf_with_source(b"{}")).unwrap(), b"{}");
    // in the tree of names alone, behind another file, two levels down
    let tree = PdfText::new()
        .object(1, "<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>")
        .object(2, "<</Kids[2 0 R 3 0 R]>>")
        .object(3, "<</Names[(a)6 0 R(b)4 0 R]/Limits[(a)(b)]>>")
        .object(4, SPECIFICATION)
        .deflated(5, "", b"{}")
        .object(6, "<</AFRelationship/Data/EF<</F 7 0 R>>>>")
        .stream(7, "", b"other");
    assert_eq!(source(&tree.table("/Root 1 0 R")).unwrap(), b"{}");
    let none = PdfText::new().object(1, "<</Type/Catalog>>").table("/Root 1 0 R");
    assert_eq!(source(&none).unwrap_err().fault, Fault::Missing);
}

#[test]
fn object_streams_and_cross_reference_streams() {
    let members = format!("1 0 4 {} {CATALOG} {SPECIFICATION}", CATALOG.len() + 1);
    let first = members.find('<').unwrap();
    let pdf =
        PdfText::new().deflated(2, &format!("/Type/ObjStm/N 2/First {first}"), members.as_bytes()).stream(5, "", b"{}");
    let bytes = pdf.xref_stream(9, &[(1, 2, 0), (4, 2, 1)], "/Root 1 0 R");
    assert_eq!(source(&bytes).unwrap(), b"{}");
    assert_eq!(pdf::open(&bytes).unwrap().first_revision().len(), bytes.len());
}

#[test]
fn predictors_are_undone() {
    // rows of 3 bytes: none, left, above, mean, Paeth
    let packed = [0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1];
    let entries = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>";
    let pdf = PdfText::new().object(1, CATALOG).object(4, SPECIFICATION).stream(5, entries, &deflate(&packed));
    let expected = [1, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5];
    assert_eq!(source(&pdf.table("/Root 1 0 R")).unwrap(), expected);
}

#[test]
fn the_newest_revision_counts_and_the_first_is_known() {
    let old = pdf_with_source(b"{}");
    let at = startxref(&old);
    let new = PdfText::after(&old).deflated(5, "", b"[]").table(&format!("/Root 1 0 R/Prev {at}"));
    let file = pdf::open(&new).unwrap();
    assert_eq!(file.attachment().unwrap().unwrap(), b"[]");
    assert_eq!(file.revisions(), 2);
    assert_eq!(file.first_revision(), old);
    assert_eq!(source(file.first_revision()).unwrap(), b"{}");
}

#[test]
fn a_hybrid_file_is_read_by_both_its_tables() {
    let members = format!("4 0 {SPECIFICATION}");
    let pdf = PdfText::new().object(1, CATALOG).stream(5, "", b"{}").deflated(
        2,
        "/Type/ObjStm/N 1/First 4",
        members.as_bytes(),
    );
    let stream_at = pdf.bytes.len();
    let row = [2, 0, 2, 0];
    let pdf = pdf.stream(3, "/Type/XRef/Size 5/Index[4 1]/W[1 2 1]", &row);
    let bytes = pdf.table(&format!("/Root 1 0 R/XRefStm {stream_at}"));
    assert_eq!(source(&bytes).unwrap(), b"{}");
}

#[test]
fn signature_fields_are_counted() {
    let pdf = PdfText::new()
        .object(1, "<</Type/Catalog/AcroForm<</Fields[2 0 R 3 0 R 4 0 R]>>>>")
        .object(2, "<</FT/Sig/T(Signature1)/V null>>")
        .object(3, "<</FT/Sig/T(Signature2)/V 9 0 R>>")
        .object(4, "<</T(group)/Kids[5 0 R 4 0 R]>>")
        .object(5, "<</FT/Tx/T(text)>>")
        .table("/Root 1 0 R");
    let file = pdf::open(&pdf).unwrap();
    let fields = file.signature_fields().unwrap();
    assert_eq!((fields.fields, fields.signed), (2, 1));
    assert!(file.has_signature_fields().unwrap());
}

#[test]
fn encrypted_files_are_told_from_damaged_ones() {
    let pdf = PdfText::new().object(1, CATALOG).table("/Root 1 0 R/Encrypt 2 0 R");
    refused(&pdf, Fault::Encrypted);
}
