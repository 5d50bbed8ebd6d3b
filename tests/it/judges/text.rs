//! Judges of the text: what poppler and mutool take out of the PDF is what the document says, word for word, in reading
//! order, in NFC.
//!
//! `pdftotext -raw` and `mutool draw -F txt` both follow the order of the file, which is our reading order; pdftotext's
//! default order would interleave the two columns of the header. Every word of the normal form must come back with its
//! bounds: a space lost or moved is a fault. A word may come back in pieces only where a line can end inside it (after
//! a hyphen or a dash) and where raised or lowered text begins or ends.

use unicode_normalization::is_nfc;
use vanban::model::{Document, Role};

use super::{Judged, ask, judged, said};
use crate::words;

#[test]
fn pdftotext_gives_every_word_in_order() {
    for judged in judged().into_iter().flatten() {
        let output = ask(
            "pdftotext",
            ["-raw".as_ref(), "-enc".as_ref(), "UTF-8".as_ref(), judged.pdf.as_os_str(), "-".as_ref()],
        );
        assert!(output.status.success(), "{}", said(&output));
        compare(judged, "pdftotext", &String::from_utf8(output.stdout).unwrap());
    }
}

#[test]
fn mutool_gives_every_word_in_order() {
    for judged in judged().into_iter().flatten() {
        let output =
            ask("mutool", ["draw".as_ref(), "-q".as_ref(), "-F".as_ref(), "txt".as_ref(), judged.pdf.as_os_str()]);
        assert!(output.status.success(), "{}", said(&output));
        let text = String::from_utf8(output.stdout).unwrap();
        // it draws this word of its own into each empty signature field
        let text: String = text.split_inclusive('\n').filter(|line| line.trim() != "SIGN").collect();
        compare(judged, "mutool", &text);
    }
}

/// Every text of the specification, as typed (capitals aside), stands in what pdftotext gives.
#[test]
fn every_text_of_the_specification_is_in_the_pdf() {
    for judged in judged().into_iter().flatten() {
        let output = ask(
            "pdftotext",
            ["-raw".as_ref(), "-enc".as_ref(), "UTF-8".as_ref(), judged.pdf.as_os_str(), "-".as_ref()],
        );
        let pages = without_page_numbers(judged, &String::from_utf8(output.stdout).unwrap());
        let text = words::squeeze(&pages).to_lowercase();
        // the foot of page 1 may stand in the middle of a paragraph
        let furniture = &judged.document.parts[0].sections[0].furniture;
        let foot = words::squeeze(&words::of_blocks(&furniture.first_footer)).to_lowercase();
        let without_foot = if foot.is_empty() { text.clone() } else { text.replacen(&foot, "", 1) };
        let mut spec: serde_json::Value = serde_json::from_slice(&judged.sample.spec).unwrap();
        // what a form does not print: it names the document in lists and in the metadata
        let unprinted = match spec["doc_type"].as_str().unwrap() {
            "introduction" | "leave_permit" => "subject",
            "contract" | "memorandum" | "agreement" => "issuer",
            _ => "",
        };
        spec.as_object_mut().unwrap().remove(unprinted);
        let mut texts = Vec::new();
        collect(&spec, &mut texts);
        assert!(texts.len() >= 8, "{}: the specification's texts were not found", judged.sample.name);
        for wanted in texts {
            let squeezed = words::squeeze(wanted.trim_end_matches([';', '.', ','])).to_lowercase();
            let is_there = text.contains(&squeezed) || without_foot.contains(&squeezed);
            assert!(is_there, "{}: the PDF lacks {wanted:?}", judged.sample.name);
        }
    }
}

/// The strings of a specification that are text, not settings.
fn collect(value: &serde_json::Value, out: &mut Vec<String>) {
    const SETTINGS: &[&str] = &[
        "align",
        "number_format",
        "size",
        "width",
        "orientation",
        "$schema",
        "doc_type",
        "regulation",
        "numbering",
        "issue_date",
        "date",
        "effective_date",
        "layout",
        "form",
        "type",
        "marker",
        // what the words of the regulation stand for
        "joint_form",
        "kind",
        "signed_at",
        "link",
        "id",
        "ref",
        "page_of",
        "of",
        "lang",
        "signature_field",
        "seal_field",
        "record",
        "script",
        "file",
        "alternative_text",
        "image",
        "seal",
        "abbreviation",
    ];
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
        serde_json::Value::Object(fields) => {
            fields
                .iter()
                .filter(|(key, _)| !SETTINGS.contains(&key.as_str()))
                .for_each(|(_, field)| collect(field, out));
        }
        _ => {}
    }
}

/// The extracted text without the number at the end of each page that has one.
fn without_page_numbers(judged: &Judged, text: &str) -> String {
    let pages = judged.sample.stages().pages.unwrap().pages;
    // each page ends with a form feed
    let texts: Vec<&str> = text.trim_end().split('\u{c}').collect();
    assert_eq!(texts.len(), pages.len(), "{}", judged.sample.name);
    let mut out = String::new();
    for (text, page) in texts.iter().zip(&pages) {
        let text = text.trim_end();
        let is_numbered = page.items.iter().any(|item| item.role == Role::PageNumber);
        let number = page.number.to_string();
        let text = if is_numbered { text.strip_suffix(&number) } else { Some(text) };
        out.push_str(text.unwrap_or_else(|| panic!("{}: page {number} does not end with it", judged.sample.name)));
        out.push('\n');
    }
    out
}

fn compare(judged: &Judged, who: &str, extracted: &str) {
    let name = &judged.sample.name;
    assert!(is_nfc(extracted), "{name}: {who} gives text that is not NFC");
    let mut got = words::split(&without_page_numbers(judged, extracted));
    // the dots of a tab are no text; nobody writes so many
    got.retain(|word| word.len() < 4 || word.chars().any(|c| c != '.'));
    let wanted = expected(&judged.document, judged);
    let scripts = words::has_scripts(&judged.document);
    let mut at = 0;
    for (i, word) in wanted.iter().enumerate() {
        let context = || format!("{name}: {who}, after {:?}", wanted[i.saturating_sub(6)..i].join(" "));
        let mut rest = word.as_str();
        while !rest.is_empty() {
            let piece = got.get(at).unwrap_or_else(|| panic!("{}: the text ends before {word:?}", context()));
            let after = rest.strip_prefix(piece.as_str());
            rest = after.unwrap_or_else(|| panic!("{}: {word:?} was expected, {piece:?} came", context()));
            let may_part = scripts || piece.ends_with(['-', '–', '—', '…', '?', '!']);
            assert!(rest.is_empty() || may_part, "{}: {word:?} came in pieces: {piece:?}", context());
            at += 1;
        }
    }
    assert_eq!(at, got.len(), "{name}: {who} gives more: {:?}", &got[at..got.len().min(at + 12)]);
}

/// The words of the document in the order of the file: page 1's foot (ô số 13) stands at the end of page 1.
fn expected(document: &Document, judged: &Judged) -> Vec<String> {
    let sections = document.parts.iter().flat_map(|part| &part.sections);
    let mut content: Vec<String> = sections.flat_map(|one| words::split(&words::of_blocks(&one.blocks))).collect();
    let foot = words::split(&words::of_blocks(&document.parts[0].sections[0].furniture.first_footer));
    if !foot.is_empty() {
        let mut pages = judged.sample.stages().pages.unwrap();
        pages.pages.truncate(1);
        let (first_page, _) = words::of_pages(&pages);
        let first = words::split(&first_page).len();
        content.splice(first..first, foot);
    }
    content
}
