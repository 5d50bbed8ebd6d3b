//! `vanban extract`: the specification comes back, and files that carry none are refused with a reason.

use std::fs;

use crate::cli_run::{Folder, report, run, run_with_input};
use crate::read_support::{PdfText, pdf_with_source, zip};

#[test]
fn the_specification_comes_back_byte_for_byte() {
    let folder = Folder::new("extract");
    // line ends and spaces that a JSON or XML reader would not keep
    let odd = report().replace('\n', "\r\n") + " \t\n\n";
    folder.put("bc.json", &odd);
    run(&folder, &["render", "bc.json", "-o", "a.docx"]).ended(0);
    assert_eq!(run(&folder, &["extract", "a.docx"]).ended(0).out, odd.as_bytes());
    assert_eq!(run(&folder, &["extract", "a.docx", "-o", "-"]).ended(0).out, odd.as_bytes());
    let bytes = folder.read("a.docx");
    assert_eq!(run_with_input(&folder, &["extract", "-"], &bytes).ended(0).out, odd.as_bytes());
    let ran = run(&folder, &["extract", "a.docx", "-o", "deep/b.json"]).ended(0);
    assert_eq!((ran.text().as_str(), ran.err.as_str()), ("", ""));
    assert_eq!(folder.read("deep/b.json"), odd.as_bytes());
    folder.put("any.name", pdf_with_source(b"{}"));
    assert_eq!(run(&folder, &["extract", "any.name"]).ended(0).out, b"{}");
}

#[test]
fn existing_files_are_replaced_only_by_force() {
    let folder = Folder::new("extract");
    folder.put("a.pdf", pdf_with_source(b"{}"));
    folder.put("b.json", "old");
    run(&folder, &["extract", "a.pdf", "-o", "b.json"]).ended(2).says(&["b.json", "--force"]);
    assert_eq!(folder.read("b.json"), b"old");
    run(&folder, &["extract", "a.pdf", "-o", "b.json", "--force"]).ended(0);
    assert_eq!(folder.read("b.json"), b"{}");
    fs::create_dir(folder.path().join("dir")).unwrap();
    run(&folder, &["extract", "a.pdf", "-o", "dir"]).ended(2).says(&["dir", "thư mục"]);
}

#[test]
fn what_carries_no_specification() {
    let folder = Folder::new("extract");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "-o", "a.pdf"]).ended(0);
    run(&folder, &["extract", "a.pdf"]).ended(2).says(&["a.pdf", "PDF/A-3a", ".docx", "gợi ý"]);
    run(&folder, &["extract", "a.pdf", "--lang", "en"])
        .ended(2)
        .says(&["a.pdf: the PDF carries no specification", "hint"]);
    folder.put("empty", "");
    folder.put("picture.docx", b"\xff\xd8\xff\xe0\0\x10JFIF");
    folder.put("zip.docx", zip(&[("a.txt", b"a")]));
    folder.put("word.docx", zip(&[("[Content_Types].xml", b"<T/>"), ("word/document.xml", b"<d/>")]));
    folder.put("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    folder.put("cut.pdf", &folder.read("a.pdf")[..20_000]);
    folder.put("locked.pdf", PdfText::new().object(1, "<</Type/Catalog>>").table("/Root 1 0 R/Encrypt 2 0 R"));
    for (name, words) in [
        ("empty", "tệp rỗng"),
        ("picture.docx", "không phải tệp .docx hay .pdf"),
        ("zip.docx", "không phải tệp Word"),
        ("word.docx", "không mang bản đặc tả"),
        ("old.doc", "mật khẩu"),
        ("cut.pdf", "tệp hỏng"),
        ("locked.pdf", "mật khẩu"),
        ("none.docx", "không có tệp"),
    ] {
        let ran = run(&folder, &["extract", name, "-o", "out.json"]).ended(2).says(&[name, words, "gợi ý"]);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    }
    assert!(!folder.path().join("out.json").exists());
    let huge = fs::File::create(folder.path().join("huge.pdf")).unwrap();
    huge.set_len((64 << 20) + 1).unwrap();
    run(&folder, &["extract", "huge.pdf"]).ended(2).says(&["huge.pdf", "64 MiB"]);
}
