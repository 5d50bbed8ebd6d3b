//! `vanban verify`: what it says of files as they were made, signed, edited, exchanged and damaged.

use serde_json::Value;

use crate::cli_run::{Folder, report, report_numbered, run};
use crate::read_support::{PdfText, docx};
use crate::signed_pdf::{Update, object_with};

/// A folder with `a.docx` and `a.pdf`, made from one specification.
fn made(specification: &str) -> Folder {
    let folder = Folder::new("verify");
    folder.put("a.json", specification);
    run(&folder, &["render", "a.json", "-o", "a.docx"]).ended(0);
    run(&folder, &["render", "a.json", "-o", "a.pdf"]).ended(0);
    folder
}

fn json(folder: &Folder, args: &[&str], code: i32) -> Value {
    let args: Vec<&str> = ["verify", "--message-format", "json"].iter().chain(args).copied().collect();
    let ran = run(folder, &args).ended(code);
    assert_eq!((ran.err.as_str(), ran.text().lines().count()), ("", 1));
    serde_json::from_str(&ran.text()).unwrap()
}

#[test]
fn files_as_they_were_made() {
    let folder = made(&report());
    for files in [["a.docx", "a.pdf"].as_slice(), &["a.pdf", "a.docx"]] {
        let args: Vec<&str> = ["verify"].iter().chain(files).copied().collect();
        let vi = run(&folder, &args).ended(0).text();
        assert_eq!(vi.lines().count(), 3, "{vi}");
        assert!(vi.contains("cùng một bản đặc tả") && vi.matches("đúng từng byte").count() == 2, "{vi}");
        let en = run(&folder, &[&args, ["--lang", "en"].as_slice()].concat()).ended(0).text();
        assert!(en.contains("the same specification") && en.matches("byte for byte").count() == 2, "{en}");
    }
    let verdict = json(&folder, &["a.docx", "a.pdf"], 0);
    assert_eq!(verdict["outcome"], "same");
    assert_eq!(verdict["same_specification"], true);
    assert_eq!(verdict["docx"]["specification_sha256"], verdict["pdf"]["specification_sha256"]);
    run(&folder, &["verify", "a.docx"]).ended(0);
    let alone = run(&folder, &["verify", "a.pdf"]).ended(2).text();
    assert!(alone.contains("không kiểm tra được") && alone.contains(".docx"), "{alone}");
    assert_eq!(json(&folder, &["a.pdf"], 2)["outcome"], "unknown");
}

#[test]
fn pictures_and_another_regulation_come_out_of_the_files() {
    let folder = Folder::new("verify");
    let picture = include_bytes!("../../samples/pictures/dau.png");
    let other = include_bytes!("../../samples/pictures/chu-ky.png");
    folder.put("seal.png", picture);
    // the same file under another name, and a name that XML cannot hold as it is
    folder.put("again & \"again\".png", picture);
    folder.put("sign.png", other);
    let signature = |image: &str| {
        format!(
            r#"{{ "position": "Giám đốc", "signer": "Nguyễn Văn A", "image": {{ "file": "{image}" }}, "seal": {{ "file": "seal.png" }} }}"#
        )
    };
    let both = format!("{}, {}", signature("sign.png"), signature("again & \\\"again\\\".png"));
    let specification = report().replace(r#"{ "position": "Giám đốc", "signer": "Nguyễn Văn A" }"#, &both);
    assert!(specification.contains("sign.png"));
    folder.put("a.json", specification);
    run(&folder, &["render", "a.json", "-o", "out/", "--regulation", "tt01-2011"]).ended(0);
    let names = ["out/624-BC-STTTT.docx", "out/624-BC-STTTT.pdf"];
    std::fs::remove_file(folder.path().join("seal.png")).unwrap();
    let said = run(&folder, &["verify", names[0], names[1]]).ended(0).text();
    assert_eq!(said.matches("đúng từng byte").count(), 2, "{said}");
}

#[test]
fn files_of_two_documents() {
    let (folder, other) = (made(&report()), made(&report_numbered(7)));
    folder.put("b.pdf", other.read("a.pdf"));
    let said = run(&folder, &["verify", "a.docx", "b.pdf"]).ended(1).text();
    assert!(said.contains("KHÁC bản đặc tả"), "{said}");
    let verdict = json(&folder, &["a.docx", "b.pdf"], 1);
    assert_eq!(
        (&verdict["same_specification"], &verdict["docx"]["bytes"]),
        (&Value::Bool(false), &Value::from("same"))
    );
    folder.put("b.docx", other.read("a.docx"));
    run(&folder, &["verify", "a.docx", "b.docx"]).ended(2).says(&["a.docx", "b.docx", "cùng một loại"]);
}

#[test]
fn a_word_file_that_was_edited() {
    let folder = made(&report());
    let bytes = folder.read("a.docx");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).unwrap();
        let mut data = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut data).unwrap();
        parts.push((part.name().unwrap().into_owned(), data));
    }
    for (_, data) in parts.iter_mut().filter(|(name, _)| name == "word/document.xml") {
        *data = String::from_utf8(data.clone()).unwrap().replace("chương trình", "kế hoạch").into_bytes();
    }
    let entries: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (name.as_str(), data.as_slice())).collect();
    folder.put("edited.docx", crate::read_support::zip(&entries));
    let said = run(&folder, &["verify", "edited.docx", "a.pdf"]).ended(1).text();
    assert!(said.contains("KHÁC: mang bản đặc tả"), "{said}");
    assert!(said.contains("a.pdf: kết xuất lại ra đúng từng byte"), "{said}");
    let app = parts.iter().find(|(name, _)| name == "docProps/app.xml").unwrap();
    let app = String::from_utf8(app.1.clone()).unwrap().replace(">vanban<", ">LibreOffice/25.2<");
    let saved: Vec<(&str, &[u8])> = entries
        .iter()
        .map(|(name, data)| (*name, if *name == "docProps/app.xml" { app.as_bytes() } else { data }))
        .collect();
    folder.put("saved.docx", crate::read_support::zip(&saved));
    let said = run(&folder, &["verify", "saved.docx"]).ended(1).text();
    assert!(said.contains("lưu lại bằng LibreOffice/25.2"), "{said}");
}

#[test]
fn a_pdf_that_was_signed_or_extended() {
    let folder = Folder::new("verify");
    folder.put("a.json", report());
    run(&folder, &["render", "a.json", "-o", "a.docx"]).ended(0);
    run(&folder, &["render", "a.json", "-o", "a.pdf", "--pdf", "a-1b"]).ended(0);
    let pdf = folder.read("a.pdf");
    let signed = Update::signing(&pdf, "Signature1").finish();
    folder.put("signed.pdf", &signed);
    let appended = signed.len() - pdf.len();
    let said = run(&folder, &["verify", "a.docx", "signed.pdf"]).ended(0).text();
    assert!(said.contains("đúng từng byte") && said.contains("ĐÃ KÝ"), "{said}");
    assert!(said.contains(&format!("ghi thêm {appended} byte, 1 chữ ký số")), "{said}");
    assert!(said.contains("không kiểm tra mật mã"), "{said}");
    let en = run(&folder, &["verify", "a.docx", "signed.pdf", "--lang", "en"]).ended(0).text();
    assert!(en.contains("SIGNED") && en.contains("no cryptography"), "{en}");
    let verdict = json(&folder, &["a.docx", "signed.pdf"], 0);
    assert_eq!((&verdict["outcome"], &verdict["pdf"]["bytes"]), (&"signed".into(), &"signed".into()));
    assert_eq!((&verdict["pdf"]["appended_bytes"], &verdict["pdf"]["signed_fields"]), (&appended.into(), &1.into()));
    assert_eq!(verdict["pdf"]["signed_outside_reserved"], 0);
    assert_eq!(verdict["docx"]["bytes"], "same");
    // the signature alone proves nothing of the document
    assert_eq!(json(&folder, &["signed.pdf"], 2)["outcome"], "unknown");
    // a page replaced under a signature field that has a value
    let page = object_with(&pdf, &["/Type/Page/"]);
    let field = object_with(&pdf, &["/T(Signature1)"]);
    let replaced =
        Update::of(&pdf).edit(page, "/Contents ", "/Contents 900 0 R/Old ").edit(field, "/F 132", "/F 132/V(x)");
    folder.put("replaced.pdf", replaced.object(900, "<</Length 0>>\nstream\n\nendstream").finish());
    let said = run(&folder, &["verify", "a.docx", "replaced.pdf"]).ended(1).text();
    assert!(said.contains("KHÁC: sau đó bị ghi thêm"), "{said}");
    let verdict = json(&folder, &["a.docx", "replaced.pdf", "--lang", "en"], 1);
    assert_eq!((&verdict["outcome"], &verdict["pdf"]["bytes"]), (&"different".into(), &"different".into()));
    assert!(verdict["pdf"]["why"].as_str().unwrap().contains("signature"), "{verdict}");
    // the same without a signature
    folder.put("altered.pdf", Update::of(&pdf).object(900, "<<>>").finish());
    let said = run(&folder, &["verify", "a.docx", "altered.pdf"]).ended(1).text();
    assert!(said.contains("không có chữ ký số"), "{said}");
    // something behind the end that is no revision
    folder.put("tail.pdf", [&pdf, b"%more\n".as_slice()].concat());
    assert_eq!(json(&folder, &["a.docx", "tail.pdf"], 1)["pdf"]["appended_bytes"], 6);
    folder.put("signed-tail.pdf", [&signed, b"\n".as_slice()].concat());
    assert_eq!(json(&folder, &["a.docx", "signed-tail.pdf"], 1)["outcome"], "different");
    // a page changed in place, with and without a signature behind it
    let at = pdf.windows(8).position(|window| window == b"/MediaBo").unwrap();
    for (name, mut changed) in [("changed.pdf", pdf), ("signed-changed.pdf", signed)] {
        changed[at] ^= 1;
        folder.put(name, changed);
        assert_eq!(json(&folder, &["a.docx", name], 1)["outcome"], "different");
    }
}

#[test]
fn files_that_cannot_be_judged() {
    let folder = made(&report());
    folder.put("foreign.pdf", PdfText::new().object(1, "<</Type/Catalog>>").table("/Root 1 0 R"));
    folder.put("foreign.docx", docx(&[]));
    run(&folder, &["verify", "a.docx", "foreign.pdf"])
        .ended(2)
        .says(&["foreign.pdf", "không mang siêu dữ liệu của vanban"]);
    run(&folder, &["verify", "foreign.docx", "--lang", "en"])
        .ended(2)
        .says(&["foreign.docx", "carries no specification"]);
    run(&folder, &["verify"]).ended(2);
    run(&folder, &["verify", "a.docx", "a.pdf", "a.pdf"]).ended(2);
    run(&folder, &["verify", "-", "-"]).ended(2);
    let verdict = json(&folder, &["a.docx", "none.pdf"], 2);
    assert_eq!(verdict["outcome"], "failed");
    assert!(verdict["failure"]["message"].as_str().unwrap().contains("none.pdf"));
}
