//! Judges of the Word file: the Open XML SDK validator, and XML itself.

use std::collections::BTreeSet;
use std::path::Path;

use quick_xml::events::Event;
use vanban::font::FontBook;
use vanban::{Options, PictureError, PictureSource, Resources};

use super::{ask, judged, said, script};
use crate::words;

#[test]
fn open_xml_sdk_finds_no_error() {
    for judged in judged().into_iter().flatten() {
        let output = ask(script("openxml"), [&judged.docx]);
        let said = said(&output);
        let sound = output.status.success() && said.contains("\"ok\": true") && said.contains("\"errors\": []");
        assert!(sound, "{}: {said}", judged.sample.name);
    }
}

/// What no sample has together: references everywhere, languages, pictures with texts of their own.
const REFERENCES: &str = r#"{"doc_type":"report","numbering":"articles","issuer":{"parents":["UBND tỉnh Lạng Sơn"],"name":"Sở Nội vụ","abbreviation":"SNV"},"number":3,"issue_place":"Lạng Sơn","issue_date":"2026-01-15","subject":"Thử mọi thứ","addressees":["Bộ Nội vụ","Sở Tài chính"],
"legal_basis":[["Căn cứ ",{"text":"Điều 1","ref":"pham_vi"}," Luật"]],
"body":[{"type":"part","id":"phan","heading":["Phần ",{"text":"overview","lang":"en-GB","ref":"note"}]},{"type":"chapter","heading":"Chung"},{"type":"article","id":"pham_vi","heading":["Phạm vi theo ",{"text":"khoản 2","ref":"k2"}]},{"type":"clause","text":"A."},{"type":"clause","id":"k2","text":[{"text":"Điều 2","ref":"d2","bold":true}," và ",{"text":"x","lang":"zh-Hans","script":"superscript","link":"https://a.vn/ă"}]},{"type":"point","id":"p1","text":"b"},{"type":"subclause","id":"s1","text":"c"},{"type":"article","id":"d2","text":[{"text":"điểm a","ref":"p1"},{"text":" tiết 2.1","ref":"s1"}]},{"type":"list","items":[[{"text":"Phần I","ref":"phan"}]]},{"type":"note","id":"note","text":"Ghi chú"},{"type":"paragraph","text":"Hết"}],
"recipients":{"items":["A"]},
"signatures":[{"authority":["TM. Ủy ban"],"position":"Chủ tịch","signer":"Lê A","image":{"file":"chu-ky.png","alternative_text":"Chữ ký < 2 & dấu > 1"},"seal":{"file":"dau.png"},"signature_field":{"width":"45mm"},"seal_field":false},{"authority":["KT. Giám đốc"],"position":"Phó Giám đốc","signer":"Lê B"}]}"#;

#[test]
fn open_xml_sdk_finds_no_error_among_references() {
    if judged().is_none() {
        return;
    }
    let fonts = FontBook::bundled().unwrap();
    let pictures = SamplePictures;
    let resources = Resources::new(&fonts).pictures(&pictures);
    let rendered = vanban::render(REFERENCES.as_bytes(), resources, &Options::default()).unwrap();
    assert!(rendered.findings.is_empty(), "{:#?}", rendered.findings);
    let docx = rendered.bytes(vanban::Format::Docx).unwrap().to_vec();
    let text = String::from_utf8(words::parts(&docx)["word/document.xml"].clone()).unwrap();
    assert_eq!((text.matches("<w:bookmarkStart").count(), text.matches("w:anchor=").count()), (7, 7));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("references.docx");
    std::fs::write(&path, docx).unwrap();
    let output = ask(script("openxml"), [&path]);
    assert!(said(&output).contains("\"errors\": []"), "{}", said(&output));
}

/// The pictures beside the samples.
struct SamplePictures;

impl PictureSource for SamplePictures {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        let path = format!("{}/samples/pictures/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).map_err(|_| PictureError::NotFound)
    }
}

#[test]
fn every_part_is_well_formed() {
    for judged in judged().into_iter().flatten() {
        let parts = words::parts(&std::fs::read(&judged.docx).unwrap());
        let mut seen = 0;
        for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
            let text = std::str::from_utf8(part).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let legal =
                |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            assert!(text.chars().all(legal), "{}: {name} holds a character that XML forbids", judged.sample.name);
            let (mut depth, mut roots) = (0_i32, 0);
            words::each_event(part, |event| match event {
                Event::Start(_) => {
                    roots += i32::from(depth == 0);
                    depth += 1;
                }
                Event::Empty(_) => roots += i32::from(depth == 0),
                Event::End(_) => depth -= 1,
                _ => {}
            });
            assert_eq!((depth, roots), (0, 1), "{}: {name}", judged.sample.name);
            seen += 1;
        }
        assert!(seen >= 6, "{}: parts are missing", judged.sample.name);
    }
}

/// Word opens no file with a relationship that leads nowhere, or with an `r:id` that names none.
#[test]
fn every_relationship_leads_somewhere() {
    for judged in judged().into_iter().flatten() {
        let parts = words::parts(&std::fs::read(&judged.docx).unwrap());
        for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
            let (folder, file) = name.split_once("_rels/").unwrap();
            let mut ids = BTreeSet::new();
            words::each_event(part, |event| {
                let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
                if tag.name().as_ref() != "Relationship" {
                    return;
                }
                let value = |key: &str| words::attribute(tag, key);
                assert!(ids.insert(value("Id").unwrap()), "{name}: an id stands twice");
                if value("TargetMode").as_deref() != Some("External") {
                    let target = value("Target").unwrap();
                    let path = resolve(folder, &target);
                    assert!(parts.contains_key(&path), "{}: {name} leads to {path}", judged.sample.name);
                }
            });
            let source = format!("{folder}{}", file.trim_end_matches(".rels"));
            let Some(part) = parts.get(&source).filter(|_| !file.starts_with('.')) else { continue };
            words::each_event(part, |event| {
                let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
                for key in ["r:id", "r:embed", "r:link"] {
                    if let Some(id) = words::attribute(tag, key) {
                        assert!(ids.contains(&id), "{}: {source} names {id}", judged.sample.name);
                    }
                }
            });
        }
    }
}

/// A target relative to the folder of the part that names it.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}
