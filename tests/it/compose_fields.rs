//! Specification in, document out: room for digital signatures, and what pictures say to those who cannot see them.

use serde_json::{Value, json};
use vanban::diag::Severity::{Error, Warning};
use vanban::model::{FloatingPicture, Inline, Role, SignatureField};
use vanban::units::Length;
use vanban::{NoPictures, PictureError, PictureSource};

use crate::compose_support::{Composed, report_with};

/// The sample's signature and seal.
struct Files;

impl PictureSource for Files {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        match name {
            "chu-ky.png" => Ok(include_bytes!("../../samples/pictures/chu-ky.png").to_vec()),
            "dau.png" => Ok(include_bytes!("../../samples/pictures/dau.png").to_vec()),
            _ => Err(PictureError::NotFound),
        }
    }
}

/// A report signed once, with some fields of the signature set.
fn signed(changes: &Value) -> Composed {
    let mut signature = json!({ "position": "Giám đốc", "signer": "Lê Văn An" });
    for (key, value) in changes.as_object().unwrap() {
        signature[key] = value.clone();
    }
    Composed::with(&report_with(&json!({ "signatures": [signature] })), &Files)
}

fn in_rooms<T>(c: &Composed, pick: impl Fn(&Inline) -> Option<T>) -> Vec<T> {
    let rooms = c.paragraphs().into_iter().filter(|(role, _)| *role == Role::SignatureRoom);
    rooms.flat_map(|(_, room)| room.inlines.iter().filter_map(&pick).collect::<Vec<_>>()).collect()
}

fn fields(c: &Composed) -> Vec<SignatureField> {
    in_rooms(c, |inline| match inline {
        Inline::SignatureField(field) => Some(field.clone()),
        Inline::Run(_)
        | Inline::LineBreak
        | Inline::Tab
        | Inline::InlinePicture(_)
        | Inline::PageNumber
        | Inline::PageOf(_)
        | Inline::BeginContents(_)
        | Inline::EndContents
        | Inline::Note(_)
        | Inline::NoteNumber(_)
        | Inline::Picture(_) => None,
    })
}

fn pictures(c: &Composed) -> Vec<FloatingPicture> {
    in_rooms(c, |inline| match inline {
        Inline::Picture(float) => Some(float.clone()),
        Inline::Run(_)
        | Inline::LineBreak
        | Inline::Tab
        | Inline::InlinePicture(_)
        | Inline::PageNumber
        | Inline::PageOf(_)
        | Inline::BeginContents(_)
        | Inline::EndContents
        | Inline::Note(_)
        | Inline::NoteNumber(_)
        | Inline::SignatureField(_) => None,
    })
}

fn near(a: Length, b: Length) -> bool {
    (a - b).to_emu().abs() <= Length::twip(2).to_emu()
}

#[test]
fn fields_stand_where_signature_and_seal_would() {
    let c = signed(&json!({}));
    assert!(c.codes().is_empty(), "{:#?}", c.findings);
    let [signature, seal] = &fields(&c)[..] else { panic!("two fields") };
    assert_eq!((signature.name.as_str(), signature.tooltip.as_str()), ("Signature1", "Chữ ký của Lê Văn An"));
    assert_eq!((seal.name.as_str(), seal.tooltip.as_str()), ("Seal1", "Dấu của Sở Nội vụ"));
    let column = c.tables(Role::ClosingBlock)[0].columns[1];
    assert!(near(signature.width, Length::mm(40)) && near(signature.x * 2 + signature.width, column), "{signature:?}");
    assert!(near(signature.height, Length::mm(26)) && near(signature.y, Length::ZERO), "{signature:?}");
    assert!(near(seal.width, Length::mm(36)) && near(seal.height, Length::mm(36)), "{seal:?}");
    assert!(near(seal.x + seal.width, signature.x + signature.width / 3), "over the left third");
    assert!(near(seal.y * 2 + seal.height, Length::mm(26)), "in the middle of the room");
}

#[test]
fn fields_cover_the_pictures_that_are_given() {
    let c = signed(&json!({ "image": { "file": "chu-ky.png", "width": "50mm" }, "seal": { "file": "dau.png" } }));
    let (fields, pictures) = (fields(&c), pictures(&c));
    assert_eq!((fields.len(), pictures.len()), (2, 2));
    for (field, picture) in fields.iter().zip(&pictures) {
        assert_eq!((field.x, field.y), (picture.x, picture.y));
        assert_eq!((field.width, field.height), (picture.width, picture.height));
        assert_eq!(field.tooltip, picture.alternative_text);
    }
}

#[test]
fn the_fields_of_several_signatures_have_names_of_their_own() {
    let one = |signer: Value, more: Value| json!({ "position": "Giám đốc", "signer": signer, "seal_field": more });
    let signatures =
        json!([one(json!("Lê Một"), json!(true)), one(json!(null), json!(false)), one(json!("Lê Ba"), json!(null))]);
    let c = Composed::with(&report_with(&json!({ "signatures": signatures })), &NoPictures);
    let fields = fields(&c);
    let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["Signature1", "Seal1", "Signature2", "Signature3", "Seal3"], "a number is its block's");
    assert_eq!(fields[2].tooltip, "Chữ ký của người ký");
}

#[test]
fn a_field_has_the_place_that_is_given() {
    let c = signed(&json!({
        "signature_field": { "width": "60mm", "height": "2cm", "x": "-5mm", "y": "10mm" }, "seal_field": false
    }));
    assert!(c.codes().is_empty(), "{:#?}", c.findings);
    let [field] = &fields(&c)[..] else { panic!("one field") };
    let place = [field.x, field.y, field.width, field.height];
    assert_eq!(place, [-5, 10, 60, 20].map(|mm| Length::mm(mm).round_to_twip()));
    let c =
        signed(&json!({ "signature_field": { "width": "60mm" }, "seal_field": { "width": "30mm", "height": "30mm" } }));
    let [signature, seal] = &fields(&c)[..] else { panic!("two fields") };
    let column = c.tables(Role::ClosingBlock)[0].columns[1];
    assert!(near(signature.x * 2 + signature.width, column), "still in the middle");
    assert!(near(seal.x + seal.width, (column - Length::mm(40)) / 2 + Length::mm(40) / 3), "still over the third");
}

#[test]
fn a_field_is_large_enough_and_on_the_page() {
    let codes = |place: Value| signed(&json!({ "signature_field": place })).codes();
    assert_eq!(codes(json!({ "width": "5mm", "height": "5mm" })), []);
    assert_eq!(codes(json!({ "width": "4.9mm" })), [("VB101", Error)]);
    assert_eq!(codes(json!({ "height": "500mm" })), [("VB101", Error)]);
    assert_eq!(codes(json!({ "x": "4" })), [("VB100", Error)]);
    // the right column begins 109 mm from the left edge of the paper
    assert_eq!(codes(json!({ "x": "-60mm" })), []);
    assert_eq!(codes(json!({ "x": "-130mm" })), [("VB118", Error)]);
    assert_eq!(codes(json!({ "x": "80mm" })), [("VB118", Error)]);
    assert_eq!(codes(json!({ "y": "-20mm" })), [], "in the margin at the worst");
    assert_eq!(codes(json!({ "y": "-26mm" })), [("VB118", Error)]);
    assert_eq!(codes(json!({ "y": "60mm" })), [("VB118", Error)]);
    let c = signed(&json!({ "signature_field": { "x": "-130mm" } }));
    let finding = c.findings.iter().next().unwrap();
    assert_eq!(finding.at.as_str(), "/signatures/0/signature_field");
    assert!(finding.hints[0].vi.contains("\"x\" từ -"), "{:?}", finding.hints);
}

#[test]
fn a_picture_that_is_too_wide_does_not_push_its_field_off_the_page() {
    let c = signed(
        &json!({ "image": { "file": "chu-ky.png", "width": "160mm" }, "seal": { "file": "dau.png", "width": "160mm" } }),
    );
    assert_eq!(c.codes(), [("VB117", Warning), ("VB117", Warning)]);
    let table = c.tables(Role::ClosingBlock)[0];
    let column_left = c.document.parts[0].sections[0].page.margin_left + table.columns[0];
    for field in fields(&c) {
        let left = column_left + field.x;
        assert!(left >= Length::ZERO && left + field.width <= c.document.parts[0].sections[0].page.width, "{field:?}");
    }
}

#[test]
fn a_picture_may_say_what_it_shows() {
    let image = json!({ "file": "chu-ky.png", "alternative_text": "Chữ ký và bút phê của Giám đốc" });
    let c = signed(&json!({ "image": image, "seal": { "file": "dau.png" } }));
    let texts: Vec<String> = pictures(&c).into_iter().map(|picture| picture.alternative_text).collect();
    assert_eq!(texts, ["Chữ ký và bút phê của Giám đốc", "Dấu của Sở Nội vụ"]);
}
