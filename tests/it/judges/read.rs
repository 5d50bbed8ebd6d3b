//! Our readers on files that other programs have saved: what they rename, pack anew and encrypt.

use std::path::Path;

use super::{ask, judged, said, script};
use crate::cli_run::{Folder, run};

/// A program's work on the files of a sample whose name has `word` in it.
fn worked_on(word: &str, work: impl Fn(&Folder)) -> Option<Folder> {
    let judged = judged()?.iter().find(|one| one.sample.name.contains(word)).unwrap();
    let folder = Folder::new("read");
    folder.put("a.docx", std::fs::read(&judged.docx).unwrap());
    folder.put("a.pdf", std::fs::read(&judged.pdf).unwrap());
    folder.put("a.json", &judged.sample.spec);
    work(&folder);
    Some(folder)
}

fn qpdf(folder: &Folder, arguments: &[&str]) {
    let arguments = arguments.iter().map(|argument| match argument.ends_with(".pdf") {
        true => folder.path().join(argument).into_os_string(),
        false => argument.into(),
    });
    let output = ask("qpdf", arguments);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn a_word_file_with_pictures_saved_by_libreoffice() {
    let convert = |folder: &Folder| {
        let (from, to) = (folder.path().join("a.docx"), folder.path().join("saved"));
        let arguments = ["--headless".as_ref(), "--convert-to".as_ref(), "docx".as_ref(), "--outdir".as_ref()];
        let arguments: Vec<&Path> = arguments.into_iter().chain([to.as_path(), from.as_path()]).collect();
        ask(script("soffice"), arguments);
    };
    let Some(folder) = worked_on("thong-bao", convert) else { return };
    assert_eq!(run(&folder, &["extract", "saved/a.docx"]).ended(0).out, folder.read("a.json"));
    let verdict = run(&folder, &["verify", "saved/a.docx", "a.pdf"]).ended(1).text();
    assert!(verdict.contains("saved/a.docx: KHÁC") && verdict.contains("LibreOffice"), "{verdict}");
    assert!(verdict.contains("a.pdf: kết xuất lại ra đúng từng byte"), "pictures are found again: {verdict}");
}

#[test]
fn pdfs_encrypted_and_packed_anew_by_qpdf() {
    let work = |folder: &Folder| {
        qpdf(folder, &["--encrypt", "", "owner", "256", "--", "a.pdf", "locked.pdf"]);
        qpdf(folder, &["--linearize", "a.pdf", "linear.pdf"]);
        qpdf(folder, &["--qdf", "--object-streams=disable", "a.pdf", "plain.pdf"]);
    };
    let Some(folder) = worked_on("bao-cao", work) else { return };
    for command in ["extract", "verify", "metadata"] {
        run(&folder, &[command, "locked.pdf"]).ended(2).says(&["locked.pdf", "mật khẩu", "qpdf --decrypt"]);
    }
    for name in ["linear.pdf", "plain.pdf"] {
        let verdict = run(&folder, &["verify", "a.docx", name]).ended(1).text();
        assert!(verdict.contains("cùng một bản đặc tả") && verdict.contains(&format!("{name}: KHÁC")), "{verdict}");
    }
}
