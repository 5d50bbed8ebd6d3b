//! What the composer finds: layout values, pictures, characters without glyph.

use serde_json::{Value, json};
use vanban::diag::Diagnostic;
use vanban::diag::Severity::{Error, Warning};
use vanban::model::{Inline, LineSpacing, Role};
use vanban::units::Length;
use vanban::{PictureError, PictureSource};

use crate::compose_support::{Composed, report_with};

fn layout(values: Value) -> Composed {
    Composed::of(&report_with(&json!({ "layout": values })))
}

#[test]
fn legal_values_are_used_silently() {
    let c = layout(json!({
        "margin_left": "3.5cm", "margin_right": "20 mm", "body_size": "13.5pt", "first_line_indent": "1cm",
        "paragraph_spacing": "9pt", "line_spacing": "1,15"
    }));
    assert!(c.codes().is_empty(), "{:#?}", c.findings);
    assert_eq!(c.document.parts[0].sections[0].page.margin_left, Length::mm(35).round_to_twip());
    let body = c.document.styles.get(Role::Body);
    assert_eq!(body.size, Length::twip(270));
    assert_eq!(body.first_line_indent, Length::twip(567));
    assert_eq!(body.space_after, Length::pt(9));
    assert_eq!(body.line_spacing, LineSpacing::Multiple(276));
}

#[test]
fn values_outside_the_range_are_used_with_a_warning() {
    let c = layout(json!({ "margin_left": "25mm" }));
    assert_eq!(c.codes(), [("VB102", Warning)]);
    let finding = c.findings.iter().next().unwrap();
    assert_eq!(finding.at.as_str(), "/layout/margin_left");
    assert_eq!(finding.message.vi, "giá trị “25mm”, quy định 30–35 mm");
    assert!(finding.hints[0].vi.contains("30mm"), "{:?}", finding.hints);
    assert_eq!(finding.citation.as_deref(), Some("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3"));
    assert!(finding.span.is_some(), "it has a place in the file");
    assert_eq!(c.document.parts[0].sections[0].page.margin_left, Length::mm(25).round_to_twip());
}

#[test]
fn each_kind_of_value_is_judged() {
    let warned = [
        ("body_size", "12pt"),
        ("first_line_indent", "1.1cm"),
        ("paragraph_spacing", "3pt"),
        ("line_spacing", "2"),
        ("line_spacing", "exactly 15pt"),
        ("line_spacing", "exactly 30pt"),
        ("page_number_position", "bottom_right"),
        ("recipients_size", "12pt"),
        ("number_size", "14pt"),
    ];
    for (name, value) in warned {
        assert_eq!(layout(json!({ name: value })).codes(), [("VB102", Warning)], "{name}: {value}");
    }
    let wrong = [
        ("body_size", "14", "VB100"),
        ("body_size", "14px", "VB100"),
        ("body_size", "lớn", "VB100"),
        ("body_size", "0pt", "VB101"),
        ("body_size", "73pt", "VB101"),
        ("margin_top", "-5mm", "VB101"),
        ("paragraph_spacing", "99999pt", "VB100"),
        ("line_spacing", "0", "VB101"),
        ("line_spacing", "exactly 0pt", "VB101"),
        ("line_spacing", "double", "VB100"),
        ("page_number_position", "left", "VB100"),
        ("margin_left", "160mm", "VB103"),
    ];
    for (name, value, code) in wrong {
        let codes = layout(json!({ name: value })).codes();
        assert!(codes.contains(&(code, Error)), "{name}: {value}: {codes:?}");
    }
    assert!(layout(json!({ "line_spacing": "exactly 18pt" })).codes().is_empty());
}

#[test]
fn the_older_regulation_allows_an_exact_pitch_of_15_points() {
    let spec = report_with(&json!({ "issue_date": "2019-06-03", "layout": { "line_spacing": "exactly 15pt" } }));
    assert!(Composed::of(&spec).codes().is_empty());
}

#[test]
fn characters_without_glyph_are_found() {
    let c = Composed::of(&report_with(&json!({
        "body": [{ "type": "paragraph", "text": "Kết quả tốt 😀 trong quý 😀" }]
    })));
    let found: Vec<_> = c.findings.iter().filter(|f| f.code == "VB130").collect();
    assert_eq!(found.len(), 1, "once a character: {found:#?}");
    assert_eq!(found[0].severity, Error);
    assert_eq!(found[0].at.as_str(), "/body/0");
    assert!(found[0].message.vi.contains("U+1F600") && found[0].message.vi.contains("quả tốt 😀 trong"));
}

#[test]
fn a_number_that_no_column_holds_is_told() {
    let c = Composed::of(&report_with(&json!({ "symbol": format!("BC-{}", "SNVNHATHINH".repeat(3)) })));
    let found: Vec<_> = c.findings.iter().filter(|f| f.code == "VB121").collect();
    assert_eq!(found.len(), 1, "{:#?}", c.findings);
    assert_eq!((found[0].severity, found[0].at.as_str()), (Warning, "/symbol"));
    assert!(found[0].message.vi.contains("“Số: 07/BC-SNVNHATHINHSNVNHATHINHSNVNHATHINH”"), "{}", found[0].message.vi);
}

#[test]
fn a_word_wider_than_its_column_is_told() {
    let word = "Nghiêng".repeat(12);
    let named = Composed::of(&report_with(&json!({ "issuer": { "name": word, "abbreviation": "SNV" } })));
    let signed = Composed::of(&report_with(&json!({ "signatures": [{ "position": word, "signer": "Lê Văn An" }] })));
    for (c, at) in [(named, "/issuer/name"), (signed, "/signatures/0")] {
        let found: Vec<_> = c.findings.iter().filter(|f| f.code == "VB122").collect();
        assert_eq!(found.len(), 1, "{:#?}", c.findings);
        assert_eq!((found[0].severity, found[0].at.as_str()), (Warning, at));
    }
}

/// Pictures under the names that say what is wrong with them.
pub(crate) struct Files;

const SIGNATURE: &[u8] = include_bytes!("../../samples/pictures/chu-ky.png");
const SEAL: &[u8] = include_bytes!("../../samples/pictures/dau.png");

impl PictureSource for Files {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        match name {
            "chu-ky.png" | "cung-la-chu-ky.png" => Ok(SIGNATURE.to_vec()),
            "dau.png" => Ok(SEAL.to_vec()),
            "jpeg.png" => Ok(b"\xff\xd8\xff\xe0 JFIF".to_vec()),
            // a frame of four components, one scan
            "muc-in.jpg" => Ok([
                &b"\xff\xd8\xff\xc0\x00\x14\x08\x00\x01\x00\x01\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00"[..],
                b"\xff\xda\x00\x02\x12\xff\xd9",
            ]
            .concat()),
            "rong.png" => Ok(Vec::new()),
            "cut.png" => Ok(SIGNATURE[..SIGNATURE.len() / 2].to_vec()),
            "loi.png" => {
                let mut bytes = SIGNATURE.to_vec();
                let middle = bytes.len() / 2;
                bytes[middle] ^= 0xff;
                Ok(bytes)
            }
            "bom.png" => Ok(bomb()),
            "lon.png" => Err(PictureError::TooLarge),
            "ngoai.png" => Err(PictureError::OutsideFolder),
            "cam.png" => Err(PictureError::Unreadable),
            _ => Err(PictureError::NotFound),
        }
    }
}

/// A PNG that says it has 30 000 × 30 000 pixels; its checksum is right.
fn bomb() -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(30_000u32.to_be_bytes());
    header.extend(30_000u32.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    let sum = !header.iter().fold(u32::MAX, |mut sum, byte| {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
        sum
    });
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(header);
    png.extend(sum.to_be_bytes());
    png
}

fn signed(image: Value, seal: Value) -> Composed {
    let signature = json!({ "position": "Giám đốc", "signer": "Lê Văn An", "image": image, "seal": seal });
    Composed::with(&report_with(&json!({ "signatures": [signature] })), &Files)
}

fn floats(c: &Composed) -> Vec<(usize, Length, Length, Length, Length)> {
    let (_, room) = c.paragraphs().into_iter().find(|(role, _)| *role == Role::SignatureRoom).unwrap();
    let pictures = room.inlines.iter().filter_map(|inline| match inline {
        Inline::Picture(float) => Some((float.picture, float.x, float.y, float.width, float.height)),
        Inline::SignatureField(_) => None,
        other => panic!("{other:?}"),
    });
    pictures.collect()
}

#[test]
fn the_seal_covers_the_left_third_of_the_signature() {
    let c = signed(json!({ "file": "chu-ky.png" }), json!({ "file": "dau.png" }));
    assert!(c.codes().is_empty(), "{:#?}", c.findings);
    let [(signature, x, y, width, height), (seal, seal_x, seal_y, seal_width, seal_height)] = floats(&c)[..] else {
        panic!("two pictures")
    };
    assert_ne!(signature, seal);
    let near = |a: Length, b: Length| (a - b).to_emu().abs() <= Length::twip(2).to_emu();
    assert!(near(width, Length::mm(40)) && near(seal_width, Length::mm(36)) && near(seal_height, Length::mm(36)));
    assert!(near(height * 480, width * 200), "it keeps its shape");
    let column = c.tables(Role::ClosingBlock)[0].columns[1];
    assert!(near(x * 2 + width, column), "in the middle of the column");
    assert!(near(seal_x + seal_width, x + width / 3), "over the left third");
    assert!(near(y * 2 + height, seal_y * 2 + seal_height), "on one level");
}

#[test]
fn a_file_used_twice_is_kept_once() {
    let c = signed(json!({ "file": "chu-ky.png" }), json!({ "file": "cung-la-chu-ky.png", "width": "20mm" }));
    assert_eq!(c.document.pictures.len(), 1);
    assert_eq!(floats(&c).iter().map(|f| f.0).collect::<Vec<_>>(), [0, 0]);
}

#[test]
fn pictures_that_cannot_be_used_are_errors() {
    let faults = [
        // said by the check of the specification, and not again
        ("../anh.png", "VB085"),
        ("khong-co.png", "VB110"),
        ("ngoai.png", "VB111"),
        ("lon.png", "VB112"),
        ("cam.png", "VB113"),
        ("jpeg.png", "VB114"),
        ("rong.png", "VB114"),
        ("cut.png", "VB115"),
        ("loi.png", "VB115"),
        ("bom.png", "VB116"),
    ];
    for (file, code) in faults {
        let c = signed(json!({ "file": file }), json!(null));
        assert_eq!(c.codes(), [(code, Error)], "{file}");
        let finding = c.findings.iter().next().unwrap();
        assert_eq!(finding.at.as_str(), "/signatures/0/image/file");
        assert!(!finding.hints.is_empty());
        assert!(floats(&c).is_empty() && c.document.pictures.is_empty(), "{file}");
    }
}

#[test]
fn widths_of_pictures_are_judged() {
    let codes = |width: &str| signed(json!({ "file": "chu-ky.png", "width": width }), json!(null)).codes();
    assert!(codes("50mm").is_empty());
    assert_eq!(codes("50"), [("VB100", Error)]);
    assert_eq!(codes("0mm"), [("VB101", Error)]);
    assert_eq!(codes("150mm"), [("VB117", Warning)]);
}

#[test]
fn an_addressee_or_recipient_of_signs_alone_is_an_error() {
    for signs in [".", ";.", "-", "- ;"] {
        let c = Composed::of(&report_with(&json!({ "addressees": [signs] })));
        assert!(c.codes().contains(&("VB025", Error)), "{signs}: {:?}", c.codes());
        let c = Composed::of(&report_with(&json!({ "recipients": { "items": [signs] } })));
        assert!(c.codes().contains(&("VB025", Error)), "{signs}: {:?}", c.codes());
    }
}

/// Later stages know fields by the names they were meant to have; a reader looks for what stands in the file.
#[test]
fn what_later_stages_find_is_told_in_the_names_as_written() {
    let mut spec = report_with(&json!({
        "layuot": { "margin_left": "10mm" },
        "bodi": [{ "type": "paragraph", "text": "xin chào 😀" }],
        "singatures": [{ "position": "Giám đốc", "signer": "Lê Văn An", "image": { "file": "khong-co.png" } }],
    }));
    for field in ["body", "signatures"] {
        spec.as_object_mut().unwrap().remove(field);
    }
    let c = Composed::with(&spec, &Files);
    let places: Vec<_> = c.findings.iter().map(|finding| (finding.code, finding.at.as_str())).collect();
    let expected = [("VB102", "/layuot/margin_left"), ("VB130", "/bodi/0"), ("VB110", "/singatures/0/image/file")];
    for place in expected {
        assert!(places.contains(&place), "{place:?}: {places:?}");
    }
    let start = |finding: &Diagnostic| finding.span.map(|span| span.start);
    assert!(c.findings.iter().all(|finding| start(finding) > Some(0)), "{:#?}", c.findings);
}
