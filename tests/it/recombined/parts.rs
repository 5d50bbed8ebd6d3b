//! What a document has beside its text: stamps, a table of contents, footnotes, pages across, attached texts, appendices, and
//! the certificate of a copy.

use serde_json::{Value, json};

use super::body::{self, Numbering};
use super::chance::Chance;
use super::{Kind, Passages};

/// Characters in an attached text or an appendix.
const LENGTH: (usize, usize) = (1200, 4000);

const ATTACHED: &[&str] = &["regulation", "rules", "plan", "scheme"];

pub(super) fn add(spec: &mut Value, passages: &Passages, chance: &mut Chance) {
    note_paragraphs(spec, passages, chance);
    turn_pages(spec, chance);
    if chance.in_hundred(40) && !spec["body"][0]["heading"].is_null() {
        list_contents(spec, chance);
    }
    if chance.in_hundred(60) {
        spec["marks"] = marks(chance);
    }
    if chance.in_hundred(60) {
        let doc_type = chance.one_of(ATTACHED);
        let numbering =
            if matches!(doc_type, "regulation" | "rules") { Numbering::Articles } else { Numbering::Sections };
        let body = body::blocks(passages, Kind::Natural, numbering, LENGTH, chance);
        spec["attachments"] = json!([{ "doc_type": doc_type, "subject": heading(passages, chance), "body": body }]);
    }
    let appendices = chance.between(0, 2);
    spec["appendices"] = (0..appendices).map(|_| appendix(passages, chance)).collect();
    if chance.in_hundred(50) && !spec["number"].is_null() {
        spec["copy"] = copy(spec, chance);
    }
}

fn heading(passages: &Passages, chance: &mut Chance) -> String {
    passages.all[chance.below(passages.all.len())].heading.clone()
}

/// Notes behind some paragraphs.
fn note_paragraphs(spec: &mut Value, passages: &Passages, chance: &mut Chance) {
    for block in spec["body"].as_array_mut().unwrap() {
        let Some(text) = block["text"].as_str().filter(|_| chance.in_hundred(12)) else { continue };
        let sentence = &passages.sentences[chance.below(passages.sentences.len())];
        block["text"] = json!([{ "text": text, "note": format!("Theo đó: {sentence}.") }]);
    }
}

/// Pages across from somewhere in the text on, and upright again.
fn turn_pages(spec: &mut Value, chance: &mut Chance) {
    let blocks = spec["body"].as_array_mut().unwrap();
    if blocks.len() < 6 || !chance.in_hundred(30) {
        return;
    }
    let (first, last) = (blocks.len() / 3, blocks.len() * 2 / 3);
    blocks.insert(last, json!({ "type": "page_setup", "orientation": "portrait" }));
    blocks.insert(first, json!({ "type": "page_setup", "orientation": "landscape" }));
}

/// A table of contents in front of the text, on a page of its own.
fn list_contents(spec: &mut Value, chance: &mut Chance) {
    let levels = chance.between(1, 3);
    let blocks = spec["body"].as_array_mut().unwrap();
    blocks.splice(0..0, [json!({ "type": "contents", "levels": levels }), json!({ "type": "page_break" })]);
}

fn marks(chance: &mut Chance) -> Value {
    let mut marks = json!({});
    if chance.in_hundred(50) {
        marks["urgency"] = chance.one_of(&["extremely_urgent", "very_urgent", "urgent"]).into();
    }
    if chance.in_hundred(50) {
        marks["secrecy"] = chance.one_of(&["top_secret", "secret", "confidential"]).into();
    }
    if marks == json!({}) || chance.in_hundred(30) {
        marks["circulation"] = chance.one_of(&["Lưu hành nội bộ", "Xem xong trả lại"]).into();
    }
    marks
}

fn appendix(passages: &Passages, chance: &mut Chance) -> Value {
    let kind = if chance.in_hundred(50) { Kind::Tables } else { Kind::Natural };
    let body = body::blocks(passages, kind, Numbering::Sections, LENGTH, chance);
    let orientation = chance.one_of(&["portrait", "landscape"]);
    json!({ "title": heading(passages, chance), "orientation": orientation, "body": body })
}

fn copy(spec: &Value, chance: &mut Chance) -> Value {
    let kind = chance.one_of(&["certified_copy", "relayed_copy", "extract_copy"]);
    if chance.in_hundred(30) {
        return json!({ "kind": kind, "signed_at": "2026-12-20T09:30:00+07:00" });
    }
    json!({
        "kind": kind,
        "number": chance.between(1, 300),
        "issue_date": "2026-12-20",
        "issuer": { "parents": ["UBND tỉnh Lạng Sơn"], "name": "Sở Tài chính", "abbreviation": "STC" },
        "recipients": { "items": ["Các phòng, đơn vị thuộc Sở"] },
        "signature": spec["signatures"][0],
        "own_page": chance.in_hundred(30),
    })
}
