//! Judges of the text: what poppler and mutool take out of the PDF is what the document says, word for word, in reading
//! order, in NFC.
//!
//! `pdftotext -raw` and `mutool draw -F txt` both follow the order of the file, which is our reading order; pdftotext's
//! default order would interleave the two columns of the header. Every word of the normal form must come back with its
//! bounds: a space lost or moved is a fault. A word may come back in pieces only where a line can end inside it (after
//! a hyphen or a dash) and where raised or lowered text begins or ends.

use unicode_normalization::is_nfc;
use vanban::model::{Document, Role};
use vanban::pages::{Item, ItemKind, LineEnd, Page, Pages, Reading};
use vanban::specification::PartId;

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
        let text = String::from_utf8(output.stdout).unwrap();
        let text = words::squeeze(&without_notes(judged, &text)).to_lowercase();
        // the foot of page 1 may stand in the middle of a paragraph
        let furniture = &judged.document.parts[0].sections[0].furniture;
        let foot = words::squeeze(&words::of_blocks(&furniture.first_footer)).to_lowercase();
        let without_foot = if foot.is_empty() { text.clone() } else { text.replacen(&foot, "", 1) };
        let mut spec: serde_json::Value = serde_json::from_slice(&judged.sample.spec).unwrap();
        if judged.sample.file != PartId::Main {
            // what the file has its own part alone says
            let part = spec.pointer(&judged.sample.file.pointer().to_string()).unwrap().clone();
            let mut texts = Vec::new();
            collect(&part, &mut texts);
            check_texts(judged, &texts, &[&text]);
            continue;
        }
        for parts in ["attachments", "appendices"] {
            if let Some(parts) = spec.get_mut(parts).and_then(serde_json::Value::as_array_mut) {
                parts.retain(|part| part["own_file"] != true);
            }
        }
        // what a form does not print: it names the document in lists and in the metadata
        let unprinted = match spec["doc_type"].as_str().unwrap() {
            "introduction" | "leave_permit" => "subject",
            "contract" | "memorandum" | "agreement" => "issuer",
            _ => "",
        };
        spec.as_object_mut().unwrap().remove(unprinted);
        let mut texts = Vec::new();
        collect(&spec, &mut texts);
        check_texts(judged, &texts, &[&text, &without_foot]);
    }
}

/// One of the forms of the text has each of these.
fn check_texts(judged: &Judged, wanted: &[String], forms: &[&String]) {
    assert!(wanted.len() >= 8, "{}: the specification's texts were not found", judged.sample.name);
    for wanted in wanted {
        let squeezed = words::squeeze(wanted.trim_end_matches([';', '.', ','])).to_lowercase();
        let is_there = forms.iter().any(|text| text.contains(&squeezed));
        assert!(is_there, "{}: the PDF lacks {wanted:?}", judged.sample.name);
    }
}

/// The strings of a specification that are text, not settings.
fn collect(value: &serde_json::Value, out: &mut Vec<String>) {
    const SETTINGS: &[&str] = &[
        "align",
        "number_format",
        "size",
        "width",
        "height",
        "picture",
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
        "secrecy",
        "urgency",
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
    let texts = page_texts(judged, text);
    let mut out = String::new();
    for (text, page) in texts.iter().zip(&pages) {
        let text = text.trim_end();
        let is_numbered = page.items.iter().any(|item| item.role == Role::PageNumber);
        let number = page.number.to_string();
        let text = if is_numbered { text.strip_suffix(&number) } else { Some(text) };
        out.push_str(text.unwrap_or_else(|| panic!("{}: page {number} does not end with it", judged.sample.name)));
        // as it came
        out.push('\u{c}');
    }
    out
}

fn page_texts<'a>(judged: &Judged, text: &'a str) -> Vec<&'a str> {
    // each page ends with a form feed
    let texts: Vec<&str> = text.trim_end().split('\u{c}').collect();
    assert_eq!(texts.len(), judged.sample.stages().pages.unwrap().pages.len(), "{}", judged.sample.name);
    texts
}

/// The same, the notes of all pages behind the rest, heads of tables once, and no dots: what runs on over a page end is one text.
fn without_notes(judged: &Judged, text: &str) -> String {
    let pages = judged.sample.stages().pages.unwrap();
    let foot = words::letters(&margins_of_page_1(&judged.document));
    let (mut out, mut notes, mut before) = (String::new(), String::new(), 0);
    let text = without_page_numbers(judged, text);
    for (index, (text, end)) in text.split_terminator('\u{c}').zip(letters_by_page(judged)).enumerate() {
        let head = words::letters(&repeated(&pages, &pages.pages[index]));
        let content = end - before + if index == 0 { foot } else { 0 };
        before = end;
        let letters: Vec<char> = without_dots(words::split(text)).concat().chars().collect();
        let (_, rest) = letters.split_at(head);
        let (content, of_notes) = rest.split_at(content.min(rest.len()));
        out.extend(content);
        notes.extend(of_notes);
    }
    out + &notes
}

/// Words without the dots of tabs, which are no text; nobody writes so many.
fn without_dots(mut words: Vec<String>) -> Vec<String> {
    words.retain(|word| word.len() < 4 || word.chars().any(|c| c != '.'));
    words
}

/// The heads of tables that are repeated on a page.
fn repeated(pages: &Pages, page: &Page) -> String {
    let is_head = |item: &&Item| {
        item.reading == Reading::Pagination && ![Role::PageNumber, Role::FootnoteText].contains(&item.role)
    };
    let mut text = String::new();
    for item in page.items.iter().filter(is_head) {
        let ItemKind::Text(run) = &item.kind else { continue };
        text.push_str(pages.text_of(run));
        text.push_str(if run.ends_line == LineEnd::None { "" } else { " " });
    }
    text
}

/// What stands in the margins of page 1 (ô số 13, 14), behind its text in the order of the file.
fn margins_of_page_1(document: &Document) -> String {
    let furniture = &document.parts[0].sections[0].furniture;
    words::of_blocks(&furniture.first_header) + &words::of_blocks(&furniture.first_footer)
}

/// How many letters, those of notes not counted, stand up to the end of each page.
fn letters_by_page(judged: &Judged) -> Vec<usize> {
    let pages = judged.sample.stages().pages.unwrap();
    let apart = [Role::PageNumber, Role::Contact, Role::SigningLine, Role::FootnoteText];
    let mut sum = 0;
    let of_page = |page: &Page| {
        let items = page.items.iter().filter(|item| item.content().is_some() && !apart.contains(&item.role));
        sum += items
            .map(|item| match &item.kind {
                ItemKind::Text(run) => words::letters(pages.text_of(run)),
                _ => 0,
            })
            .sum::<usize>();
        sum
    };
    pages.pages.iter().map(of_page).collect()
}

fn compare(judged: &Judged, who: &str, extracted: &str) {
    let name = &judged.sample.name;
    assert!(is_nfc(extracted), "{name}: {who} gives text that is not NFC");
    let got = without_dots(words::split(&without_page_numbers(judged, extracted)));
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

/// The words of the document in the order of the file: at the top of each page the head of the table that goes on, at its end its
/// notes, and the margins of page 1.
fn expected(document: &Document, judged: &Judged) -> Vec<String> {
    let (text, notes) = words::with_notes_apart(document.sections().flat_map(|section| &section.blocks));
    let foot = words::split(&margins_of_page_1(document));
    let ends = letters_by_page(judged);
    let (mut words_left, mut notes) = (words::split(&text).into_iter().peekable(), notes.into_iter().peekable());
    let (mut out, mut letters) = (Vec::new(), 0);
    let pages = judged.sample.stages().pages.unwrap();
    for (page, end) in ends.into_iter().enumerate() {
        out.extend(words::split(&repeated(&pages, &pages.pages[page])));
        while let Some(word) = words_left.next_if(|_| letters < end) {
            letters += words::letters(&word);
            out.push(word);
        }
        while let Some((_, note)) = notes.next_if(|(at, _)| *at <= end) {
            out.extend(words::split(&note));
        }
        if page == 0 {
            out.extend(foot.iter().cloned());
        }
    }
    out.extend(words_left);
    out
}
