//! docx-rs and printpdf read every sample.

use std::fs;

use vanban::{Options, Resources};
use vanban_peers::{SamplePictures, fonts, render, samples, words};

fn all_samples() -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<_> = fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    found.sort();
    assert!(found.len() >= 5, "the samples are missing");
    found
}

/// Collects the text of docx-rs's own dump, a blank after each paragraph and break.
fn texts(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        serde_json::Value::Object(members) => match members.get("type").and_then(|t| t.as_str()) {
            Some("text") => out.push_str(members["data"]["text"].as_str().unwrap()),
            Some("break" | "tab") => out.push(' '),
            Some("paragraph") => {
                texts(&members["data"]["children"], out);
                out.push(' ');
            }
            _ => members.values().for_each(|member| texts(member, out)),
        },
        _ => {}
    }
}

#[test]
fn docx_rs_reads_every_sample_and_finds_the_same_words() {
    let fonts = fonts();
    for (name, spec) in all_samples() {
        let resources = Resources::new(&fonts).pictures(&SamplePictures);
        let document = vanban::run_stages(&spec, resources, &Options::default()).document.unwrap();
        let file = render(&spec, &fonts).bytes(vanban::Format::Docx).unwrap().to_vec();
        let read = docx_rs::read_docx(&file).unwrap_or_else(|e| panic!("{name}: {e}"));
        let dump: serde_json::Value = serde_json::from_str(&read.json()).unwrap();
        let mut text = String::new();
        // the body alone: the header is in there too, below the section
        texts(&dump["document"]["children"], &mut text);
        let found: Vec<&str> = text.split_whitespace().collect();
        let expected = words(&document);
        let differs = found.iter().zip(&expected).position(|(found, expected)| found != expected);
        assert_eq!((differs, found.len()), (None, expected.len()), "{name}");
    }
}

#[test]
fn printpdf_reads_every_sample() {
    let fonts = fonts();
    for (name, spec) in all_samples() {
        let rendered = render(&spec, &fonts);
        let mut pages = 0;
        // an appendix may have a file of its own
        for file in rendered.files.iter().filter(|file| file.format == vanban::Format::Pdf) {
            let mut warnings = Vec::new();
            let options = printpdf::PdfParseOptions::default();
            let read = printpdf::PdfDocument::parse(&file.bytes, &options, &mut warnings)
                .unwrap_or_else(|e| panic!("{name}, {}: {e}", file.name()));
            assert_eq!(read.pages.len(), file.page_count, "{name}, {}", file.name());
            pages += file.page_count;
        }
        assert_eq!(pages, rendered.page_count, "{name}");
    }
}
