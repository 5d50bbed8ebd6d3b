//! Judges of the PDF: qpdf, veraPDF, pdffonts.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::pdf::Flavour;

use super::{as_claimed, ask, compliant, judged, said, script};
use crate::property::random_files;

#[test]
fn qpdf_finds_no_fault() {
    for judged in judged().into_iter().flatten() {
        let output = ask("qpdf", ["--check".as_ref(), judged.pdf.as_os_str()]);
        // 3 is "warnings": a clean file has none
        assert_eq!(output.status.code(), Some(0), "{}: {}", judged.sample.name, said(&output));
    }
}

/// The default: PDF/A-2a and PDF/UA-1.
#[test]
fn vera_pdf_finds_every_sample_compliant_with_2a_and_ua1() {
    let Some(all) = judged() else { return };
    let files: Vec<PathBuf> = all.iter().map(|judged| judged.pdf.clone()).collect();
    compliant("2a", &files);
    compliant("ua1", &files);
}

/// What no sample shows: random documents, each as strange as the specification allows.
#[test]
fn random_documents_are_2a_and_ua1_and_word_files_without_fault() {
    if judged().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random");
    fs::create_dir_all(&folder).unwrap();
    let mut pdfs = Vec::new();
    for (index, (docx, pdf)) in random_files(24).into_iter().enumerate() {
        let path = folder.join(format!("{index}.pdf"));
        fs::write(&path, pdf).unwrap();
        let word = path.with_extension("docx");
        fs::write(&word, docx).unwrap();
        let output = ask(script("openxml"), [&word]);
        assert!(said(&output).contains("\"errors\": []"), "{}: {}", word.display(), said(&output));
        pdfs.push(path);
    }
    compliant("2a", &pdfs);
    compliant("ua1", &pdfs);
}

/// The other flavours: of a sample with transparent pictures, which PDF/A-1 refuses, and of one without pictures.
#[test]
fn vera_pdf_finds_every_flavour_to_be_what_it_claims() {
    let names = |flavour| match flavour {
        Flavour::A2a => Some("2a"),
        Flavour::A3a => Some("3a"),
        Flavour::A2b => Some("2b"),
        Flavour::A1a => Some("1a"),
        Flavour::A1b => Some("1b"),
        // plain claims nothing
        _ => None,
    };
    let (mut files, mut accessible) = (Vec::new(), Vec::new());
    for judged in judged().into_iter().flatten() {
        if !["thong-bao", "bao-cao-624"].contains(&judged.sample.name.as_str()) {
            continue;
        }
        for flavour in Flavour::ALL {
            let Some(name) = names(flavour) else { continue };
            let file = judged.pdf.with_extension(format!("{}.pdf", flavour.name()));
            let Some(pdf) = judged.sample.pdf(flavour) else { continue };
            fs::write(&file, pdf).unwrap();
            if flavour == Flavour::A3a {
                accessible.push(file.clone());
            }
            files.push((file, name));
        }
    }
    assert!(files.is_empty() || files.len() >= 8, "flavours are missing: {files:?}");
    as_claimed(&files);
    compliant("ua1", &accessible);
}

/// A PDF that shows the same everywhere carries its fonts; one that can be searched says what its glyphs mean.
#[test]
fn every_font_is_embedded_as_a_subset_with_its_text() {
    for judged in judged().into_iter().flatten() {
        let output = ask("pdffonts", [&judged.pdf]);
        assert!(output.status.success(), "{}", said(&output));
        let table = String::from_utf8(output.stdout).unwrap();
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert!(!rows.is_empty(), "{}: no font", judged.sample.name);
        for row in rows {
            // … emb sub uni object generation
            let columns: Vec<&str> = row.split_whitespace().rev().take(5).collect();
            let (unicode, subset, embedded) = (columns[2], columns[3], columns[4]);
            assert_eq!((embedded, subset, unicode), ("yes", "yes", "yes"), "{}: {row}", judged.sample.name);
            let (tag, name) = row.split_once('+').expect("a subset has a tag");
            assert!(tag.len() == 6 && tag.chars().all(|c| c.is_ascii_uppercase()), "{}: {row}", judged.sample.name);
            // boxes to be ticked are signs of a face of our own
            let is_known = ["Liberation", "VanbanSymbols"].iter().any(|known| name.starts_with(known));
            assert!(is_known, "{}: {row}", judged.sample.name);
        }
    }
}
