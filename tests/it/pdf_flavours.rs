//! The kinds of PDF: what each may hold, and what it must not.

use std::sync::Arc;

use crate::compose_support::judge_pages;
use crate::corpus::{Sample, samples};
use crate::pdf_pages::{Look, Sheets, everything, png};
use crate::pdf_reader::{Pdf, Value};
use vanban::diag::Severity;
use vanban::font::FontBook;
use vanban::model::Picture;
use vanban::pages::Pages;
use vanban::pdf::{Flavour, Hints, PdfCache, PdfOptions, SignatureFields};
use vanban::rules::pages::Flattened;
use vanban::units::Length;
use vanban::{Options, Rendered};

const SOURCE: &[u8] = b"{\r\n  \"x\": \"\xe1\xbb\x87\"\n}";

fn options(flavour: Flavour) -> PdfOptions {
    let mut options = PdfOptions::default();
    options.flavour = flavour;
    options
}

fn write(pages: &Pages, options: &PdfOptions) -> Vec<u8> {
    vanban::pdf::write(pages, &FontBook::bundled().unwrap(), SOURCE, options, &mut PdfCache::default()).unwrap()
}

fn sample(name: &str) -> Sample {
    samples().into_iter().find(|sample| sample.name == name).unwrap()
}

fn render(sample: &Sample, flavour: Flavour) -> Rendered {
    let mut options = Options::default();
    options.pdf.flavour = flavour;
    sample.with(|spec, resources, _| vanban::render(spec, resources, &options)).unwrap()
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn names_lead_back_to_flavours() {
    for flavour in Flavour::ALL {
        assert_eq!(Flavour::from_name(flavour.name()), Some(flavour));
    }
    assert_eq!(Flavour::from_name("a-4"), None);
}

#[test]
fn pdf_1_4_has_neither_packed_objects_nor_transparency() {
    for flavour in Flavour::ALL {
        let bytes = write(&everything(), &options(flavour));
        let first = matches!(flavour, Flavour::A1a | Flavour::A1b);
        assert!(bytes.starts_with(if first { b"%PDF-1.4\n" } else { b"%PDF-1.7\n" }), "{flavour:?}");
        let pdf = Pdf::read(&bytes);
        let has = |key: &str| pdf.objects.values().any(|(value, _)| value.get(key).is_some());
        let is = |name: &str| {
            pdf.objects.values().any(|(value, _)| value.get("Type").is_some_and(|kind| kind.is_name(name)))
        };
        assert_eq!(is("ObjStm"), !first, "{flavour:?}");
        assert_eq!(has("SMask"), !first, "{flavour:?}");
        assert_eq!(pdf.pages()[0].get("Group").is_some(), !first, "{flavour:?}");
        assert_eq!(has("CIDSet"), first, "{flavour:?}");
    }
}

#[test]
fn the_cross_reference_table_finds_every_object() {
    let bytes = write(&everything(), &options(Flavour::A1b));
    let tail = String::from_utf8_lossy(&bytes[bytes.len() - 40..]).into_owned();
    let start: usize = tail.split("startxref\n").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
    let table = String::from_utf8_lossy(&bytes[start..]).into_owned();
    let mut lines = table.split_inclusive('\n');
    assert_eq!(lines.next(), Some("xref\n"));
    let count: usize = lines.next().unwrap().trim_end().strip_prefix("0 ").unwrap().parse().unwrap();
    for id in 0..count {
        let line = lines.next().unwrap();
        assert_eq!(line.len(), 20, "{line:?}");
        if line.contains(" n ") {
            let offset: usize = line[..10].parse().unwrap();
            assert!(bytes[offset..].starts_with(format!("{id} 0 obj\n").as_bytes()), "{id} is not at {offset}");
        }
    }
    assert_eq!(lines.next(), Some("trailer\n"));
}

#[test]
fn only_level_a_and_ua_are_tagged() {
    for flavour in Flavour::ALL {
        let pdf = Pdf::read(&write(&everything(), &options(flavour)));
        let tagged = matches!(flavour, Flavour::A2a | Flavour::A3a | Flavour::A1a);
        assert_eq!(pdf.catalog().get("StructTreeRoot").is_some(), tagged, "{flavour:?}");
        let content: String = pdf.data(pdf.pages()[0], "Contents").iter().map(|byte| char::from(*byte)).collect();
        assert_eq!(content.contains("BDC"), tagged, "{flavour:?}");
    }
}

#[test]
fn plain_claims_nothing() {
    let bytes = write(&everything(), &options(Flavour::Plain));
    assert!(!contains(&bytes, b"pdfaid") && !contains(&bytes, b"pdfuaid"));
    assert!(Pdf::read(&bytes).catalog().get("OutputIntents").is_none());
}

#[test]
fn the_specification_is_attached_byte_for_byte_as_the_source() {
    for flavour in Flavour::ALL {
        let pdf = Pdf::read(&write(&everything(), &options(flavour)));
        let Some(files) = pdf.catalog().get("AF") else {
            assert_ne!(flavour, Flavour::A3a);
            continue;
        };
        assert_eq!(flavour, Flavour::A3a);
        let file = pdf.resolve(&files.items()[0]);
        assert!(file.get("AFRelationship").unwrap().is_name("Source"));
        assert_eq!(file.get("F"), Some(&Value::Text(b"624-BC-STTTT.json".to_vec())));
        let embedded = file.get("EF").unwrap();
        assert_eq!(pdf.data(embedded, "F"), SOURCE);
        assert!(pdf.field(embedded, "F").unwrap().get("Subtype").unwrap().is_name("application#2Fjson"));
    }
}

/// A red pixel, a half red one, and one of nothing.
fn red() -> Arc<Picture> {
    png(3, 1, ::png::ColorType::Rgba, &[200, 0, 0, 255, 200, 0, 0, 128, 9, 9, 9, 0])
}

fn opaque() -> Arc<Picture> {
    png(1, 1, ::png::ColorType::Rgb, &[1, 2, 3])
}

/// A picture among words, which are drawn over it, and over another that is opaque.
fn with_picture(picture: Arc<Picture>, over_another: bool) -> Pages {
    let mut sheets = Sheets::new();
    sheets.pages.pictures = vec![picture, opaque()];
    let (x, y) = (Length::mm(50), Length::mm(60));
    sheets.text(x, y + Length::mm(4), "chữ trước hình", Look::default());
    if over_another {
        sheets.picture(1, x + Length::mm(29), y, Length::mm(30), Length::mm(10));
    }
    sheets.picture(0, x, y, Length::mm(30), Length::mm(10));
    sheets.text(x, y + Length::mm(5), "chữ sau hình", Look::default());
    sheets.pages
}

fn judge(pages: &Pages, flavour: Flavour) -> Vec<(&'static str, Severity)> {
    let pictures = vanban::pdf::flattened(pages, &options(flavour));
    let findings = judge_pages(pages, Some(&Flattened { flavour: flavour.name(), pictures }));
    findings.iter().map(|finding| (finding.code, finding.severity)).collect()
}

#[test]
fn a_transparent_picture_under_words_is_put_on_white() {
    let pages = with_picture(red(), false);
    assert_eq!(judge(&pages, Flavour::A1b), [("VB910", Severity::Warning)]);
    assert_eq!(judge(&pages, Flavour::A2a), []);
    let pdf = Pdf::read(&write(&pages, &options(Flavour::A1b)));
    let images = pdf.field(pdf.pages()[0], "Resources").unwrap().get("XObject").unwrap();
    assert_eq!(pdf.data(images, "P0"), [2, 200, 0, 0, 227, 127, 127, 255, 255, 255]);
}

#[test]
fn a_transparent_picture_over_another_is_refused_where_nothing_may_be_transparent() {
    assert_eq!(judge(&with_picture(red(), true), Flavour::A1a), [("VB911", Severity::Error)]);
    assert_eq!(judge(&with_picture(red(), true), Flavour::A3a), []);
    let rendered = render(&sample("thong-bao"), Flavour::A1b);
    assert!(
        rendered.findings.has_errors()
            && rendered.bytes(vanban::Format::Pdf).is_none()
            && rendered.bytes(vanban::Format::Docx).is_none()
    );
    let finding = rendered.findings.iter().find(|finding| finding.code == "VB911").unwrap();
    assert_eq!(finding.at.to_string(), "/signatures/0/seal/file");
}

#[test]
fn an_opaque_picture_may_lie_anywhere() {
    assert_eq!(judge(&with_picture(opaque(), true), Flavour::A1b), []);
}

#[test]
fn a_word_file_alone_may_have_transparent_pictures() {
    let mut options = Options::default();
    options.pdf.flavour = Flavour::A1b;
    options.formats = vec![vanban::Format::Docx];
    let rendered = sample("thong-bao").with(|spec, resources, _| vanban::render(spec, resources, &options)).unwrap();
    assert!(rendered.bytes(vanban::Format::Docx).is_some(), "{:?}", rendered.findings);
}

#[test]
fn hints_are_kept_on_demand() {
    let mut hinted = options(Flavour::A2a);
    hinted.hints = Hints::Keep;
    let (plain, hinted) = (write(&everything(), &options(Flavour::A2a)), write(&everything(), &hinted));
    let programs = |bytes: &[u8]| {
        let pdf = Pdf::read(bytes);
        let files = pdf.objects.values().filter(|(value, _)| value.get("Length1").is_some());
        files.filter(|(_, data)| contains(data, b"fpgm")).count()
    };
    assert_eq!((programs(&plain), programs(&hinted)), (0, 4));
    assert!(plain.len() < hinted.len());
}

#[test]
fn each_signature_block_has_empty_fields_for_signature_and_seal() {
    let report = sample("bao-cao-624");
    let pdf = Pdf::read(render(&report, Flavour::A2a).bytes(vanban::Format::Pdf).unwrap());
    let form = pdf.field(pdf.catalog(), "AcroForm").unwrap();
    let mut names = Vec::new();
    for field in form.get("Fields").unwrap().items() {
        let field = pdf.resolve(field);
        assert!(field.get("FT").unwrap().is_name("Sig") && field.get("V").is_none());
        assert_eq!(field.get("F"), Some(&Value::Number(132.0)), "printed and locked");
        assert!(field.get("AP").unwrap().get("N").is_some() && field.get("TU").is_some());
        let Some(Value::Text(name)) = field.get("T") else { panic!("no name") };
        names.push(String::from_utf8(name.clone()).unwrap());
    }
    assert_eq!(names, ["Signature1", "Seal1"]);

    let mut options = Options::default();
    options.pdf.signature_fields = SignatureFields::Omit;
    let without = report
        .with(|spec, resources, _| vanban::render(spec, resources, &options))
        .unwrap()
        .bytes(vanban::Format::Pdf)
        .unwrap()
        .to_vec();
    let pdf = Pdf::read(&without);
    assert!(pdf.catalog().get("AcroForm").is_none());
    assert!(!pdf.objects.values().any(|(value, _)| value.get("Subtype").is_some_and(|kind| kind.is_name("Widget"))));
}
