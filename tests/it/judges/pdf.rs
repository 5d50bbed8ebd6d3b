//! Judges of the PDF: qpdf, veraPDF, pdffonts.

use super::{ask, judged, said, script};

#[test]
fn qpdf_finds_no_fault() {
    for judged in judged().into_iter().flatten() {
        let output = ask("qpdf", ["--check".as_ref(), judged.pdf.as_os_str()]);
        // 3 is "warnings": a clean file has none
        assert_eq!(output.status.code(), Some(0), "{}: {}", judged.sample.name, said(&output));
    }
}

/// All files in one call: the start of Java costs more than a file.
#[test]
fn vera_pdf_finds_every_sample_compliant_with_2b() {
    let Some(all) = judged() else { return };
    let mut arguments = vec!["2b".as_ref()];
    arguments.extend(all.iter().map(|judged| judged.pdf.as_os_str()));
    let output = ask(script("verapdf"), arguments);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    assert_eq!(said.matches(": 2b compliant").count(), all.len(), "{said}");
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
            assert!(name.starts_with("Liberation"), "{}: {row}", judged.sample.name);
        }
    }
}
