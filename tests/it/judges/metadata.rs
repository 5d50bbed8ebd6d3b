//! Judges of the metadata: poppler finds the packet that we read, LibreOffice keeps the record when it saves the Word file.

use std::path::Path;
use std::process::Command;

use vanban::read;

use super::{ask, judged, said, script};

#[test]
fn poppler_finds_the_packet() {
    for judged in judged().into_iter().flatten() {
        let output = ask("pdfinfo", ["-meta".as_ref(), judged.pdf.as_os_str()]);
        assert!(output.status.success(), "{}", said(&output));
        let theirs = String::from_utf8(output.stdout).unwrap();
        let bytes = std::fs::read(&judged.pdf).unwrap();
        let ours = read::pdf::open(&bytes).unwrap().xmp().unwrap().unwrap();
        assert_eq!(theirs.trim(), String::from_utf8(ours).unwrap().trim(), "{}", judged.sample.name);
        assert!(theirs.contains("<nd30:TypeName>"), "{}", judged.sample.name);
    }
}

#[test]
fn libreoffice_keeps_the_record() {
    let Some(all) = judged() else { return };
    // the sample whose record has a value of every kind
    let full = all.iter().find(|judged| judged.sample.name == "to-trinh").unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("saved-again");
    std::fs::create_dir_all(&folder).unwrap();
    let output =
        Command::new(script("soffice")).env("SOFFICE_TO", "docx").arg(&folder).arg(&full.docx).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let theirs = read::metadata(&std::fs::read(folder.join("to-trinh.docx")).unwrap()).unwrap();
    let ours = read::metadata(&std::fs::read(&full.docx).unwrap()).unwrap();
    assert!(
        theirs.producer.as_ref().is_some_and(|program| program.starts_with("LibreOffice")),
        "{:?}",
        theirs.producer
    );
    assert_eq!(read::Metadata { producer: None, ..theirs }, read::Metadata { producer: None, ..ours });
}
