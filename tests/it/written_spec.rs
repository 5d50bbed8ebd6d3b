//! A specification written back to JSON, and one built in Rust, against what the reader makes of them.

use serde_json::{Value, json};
use vanban::diag::Diagnostics;
use vanban::specification::{
    BodyBlock, DocType, FieldPlace, FieldSpec, IssueDate, Issuer, ListBlock, ListItem, Numbered, ParagraphBlock,
    RichRun, RichText, Signature, Spec, Subclause, Text, to_json,
};
use vanban::{Stages, docx, pdf};

use crate::compose_support::{report, report_with};
use crate::corpus::samples;
use crate::malformed;

fn read(json: &str) -> Spec {
    let mut findings = Diagnostics::default();
    let spec = malformed::judged(json.as_bytes(), &mut findings);
    assert!(!findings.has_errors(), "{json}: {findings:#?}");
    spec.unwrap()
}

fn text(raw: &str) -> Text {
    Text::new(raw).unwrap()
}

fn rich(raw: &str) -> RichText {
    RichText::from(text(raw))
}

/// Both files of a sample's stages, with the sample's own bytes embedded.
fn files(source: &[u8], mut stages: Stages, sha256: &str, fonts: &vanban::font::FontBook) -> (Vec<u8>, Vec<u8>) {
    let (mut document, mut pages) = (stages.document.take().unwrap(), stages.pages.take().unwrap());
    sha256.clone_into(&mut document.info.specification_sha256);
    sha256.clone_into(&mut pages.info.specification_sha256);
    let beside = docx::Beside { source, page_count: pages.pages.len(), partings: &pages.partings, symbols: &[] };
    let word = docx::write(&document, &beside, &mut docx::WordCache::default()).unwrap();
    let options = pdf::PdfOptions::default();
    (word, pdf::write(&pages, fonts, source, &options, &mut pdf::PdfCache::default()).unwrap())
}

#[test]
fn samples_written_and_read_again_are_the_same_and_make_the_same_files() {
    for sample in samples() {
        let first = sample.stages();
        let spec = first.spec.clone().unwrap();
        let json = to_json(&spec);
        assert_eq!(read(&json), spec, "{}", sample.name);
        let sha256 = first.document.as_ref().unwrap().info.specification_sha256.clone();
        sample.with(|source, resources, options| {
            let again = vanban::run_stages(json.as_bytes(), resources, options);
            let fonts = resources.fonts;
            assert!(
                files(source, again, &sha256, fonts) == files(source, first, &sha256, fonts),
                "{}: the files differ",
                sample.name
            );
        });
    }
}

#[test]
fn what_is_absent_is_not_written_and_what_is_there_keeps_its_order() {
    let spec = read(&report().to_string());
    let json = to_json(&spec);
    assert!(!json.contains("null") && !json.contains("[]") && !json.contains("\"layout\""), "{json}");
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), report());
    let fields: Vec<_> = ["doc_type", "issuer", "issue_place", "issue_date", "subject", "body", "signatures"]
        .iter()
        .map(|field| json.find(&format!("\n  \"{field}\":")))
        .collect();
    assert!(fields.iter().all(Option::is_some) && fields.is_sorted(), "{fields:?}: {json}");
}

/// Forms that the samples do not have, each as it is written again.
#[test]
fn every_form_of_a_value_is_written() {
    let changed = json!({
        "issue_date": "2024-05",
        "legal_basis": ["Luật", ["theo ", { "text": "Điều 5", "bold": true, "ref": "dieu" }, " này"]],
        "record": { "to": [] },
        "layout": { "body_size": "13pt" },
        "body": [
            { "type": "clause", "id": "dieu", "heading": "Tên", "text": [{ "text": "x", "italic": false }] },
            { "type": "subclause", "level": 1, "text": "sâu" },
            { "type": "list", "marker": "+", "items": ["một", ["hai", { "text": "2", "script": "superscript" }],
                { "text": "ba", "list": { "items": ["bốn"] } }] },
            { "type": "note", "text": "ghi chú" },
        ],
        "signatures": [
            { "position": "Giám đốc", "signer": "A", "signature_field": false, "seal_field": true },
            { "position": "Phó", "signer": "B", "signature_field": { "width": "40mm" } },
        ],
    });
    let spec = report_with(&changed);
    let json: Value = serde_json::from_str(&to_json(&read(&spec.to_string()))).unwrap();
    for (field, value) in changed.as_object().unwrap() {
        assert_eq!(&json[field], value, "{field}");
    }
}

#[test]
fn a_specification_built_in_rust_is_the_one_read() {
    let mut issuer = Issuer::new(text("UBND huyện Ba Vì"));
    issuer.abbreviation = Some(text("UBND"));
    let date = IssueDate::new(2024, Some(5), Some(15)).unwrap();
    let mut spec = Spec::new(DocType::Report, issuer, text("Ba Vi\u{300}"), date, text("Kết quả"));
    let mut article = Numbered::with_heading(rich("Tên"));
    article.text = Some(rich("Chữ"));
    let mut bold = RichRun::new("đậm ").unwrap();
    bold.bold = Some(true);
    let mut item = ListItem::new(rich("một"));
    item.list = Some(ListBlock::new(vec![ListItem::new(rich("hai"))]));
    spec.body = vec![
        BodyBlock::Clause(article),
        BodyBlock::Subclause(Subclause::with_text(rich("sâu"))),
        BodyBlock::Paragraph(ParagraphBlock::new(
            RichText::from_runs(vec![bold, RichRun::new("và thường").unwrap()]).unwrap(),
        )),
        BodyBlock::List(ListBlock::new(vec![item])),
    ];
    *spec.body[0].id_mut().unwrap() = Some(text("dau"));
    assert!(spec.body[3].id_mut().is_none(), "a list has no name");
    let mut signature = Signature::default();
    signature.position = Some(text("Chủ tịch"));
    signature.signer = Some(text("Nguyễn Văn A"));
    signature.seal_field = Some(FieldSpec::At(FieldPlace::default()));
    spec.signatures.push(signature);
    let written = json!({
        "doc_type": "report", "issuer": { "name": "UBND huyện Ba Vì", "abbreviation": "UBND" },
        "issue_place": "Ba Vì", "issue_date": "2024-05-15", "subject": "Kết quả",
        "body": [
            { "type": "clause", "id": "dau", "heading": "Tên", "text": "Chữ" },
            { "type": "subclause", "text": "sâu" },
            { "type": "paragraph", "text": [{ "text": "đậm ", "bold": true }, "và thường"] },
            { "type": "list", "items": [{ "text": "một", "list": { "items": ["hai"] } }] },
        ],
        "signatures": [{ "position": "Chủ tịch", "signer": "Nguyễn Văn A", "seal_field": {} }],
    });
    assert_eq!(serde_json::from_str::<Value>(&to_json(&spec)).unwrap(), written);
    assert_eq!(read(&written.to_string()), spec);
}

#[test]
fn no_unsound_text_or_date_can_be_built() {
    for raw in ["", " ", " a", "a ", "a\tb", "a\u{202e}b", "a\u{200b}b", "a\u{b}b"] {
        assert!(Text::new(raw).is_err() && RichText::try_from(raw).is_err(), "{raw:?}");
    }
    assert_eq!(Text::new("a\r\nb\rc").unwrap().as_str(), "a\nb\nc");
    assert_eq!(RichRun::new(" a ").unwrap().text(), " a ");
    assert!(RichRun::new("").is_err() && RichRun::new("a\u{7}").is_err());
    assert!(RichText::from_runs(Vec::new()).is_err());
    assert!(RichText::from_runs(vec![RichRun::new("a ").unwrap()]).is_err());
    for (year, month, day) in
        [(1944, None, None), (2024, None, Some(1)), (2024, Some(13), None), (2023, Some(2), Some(29))]
    {
        assert!(IssueDate::new(year, month, day).is_err(), "{year} {month:?} {day:?}");
    }
}

/// Signs one behind the other, of which a second reading must find none.
#[test]
fn all_signs_of_an_item_are_taken_off_at_once() {
    let given = json!({ "addressees": ["- – Sở Nội vụ;.", "Samsung Co., Ltd.", "A ; ;", "v.v.."] });
    let spec = read(&report_with(&given).to_string());
    let kept: Vec<&str> = spec.addressees.iter().map(Text::as_str).collect();
    assert_eq!(kept, ["Sở Nội vụ", "Samsung Co., Ltd.", "A", "v.v."]);
    assert_eq!(read(&to_json(&spec)), spec);
}
