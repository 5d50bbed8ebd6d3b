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
    assert_eq!(run(&folder, &["extract", "any.name", "--anyway"]).ended(0).out, b"{}");
    run(&folder, &["extract", "any.name"]).ended(1).says(&["any.name", "không so được"]);
}

#[test]
fn existing_files_are_replaced_only_by_force() {
    let folder = Folder::new("extract");
    folder.put("a.pdf", pdf_with_source(b"{}"));
    folder.put("b.json", "old");
    run(&folder, &["extract", "a.pdf", "-o", "b.json"]).ended(2).says(&["b.json", "--force"]);
    assert_eq!(folder.read("b.json"), b"old");
    run(&folder, &["extract", "a.pdf", "-o", "b.json", "--force", "--anyway"]).ended(0);
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

/// The parts of a Word file, one of them changed.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).unwrap();
        let mut data = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut data).unwrap();
        let own = part.name().unwrap().into_owned();
        if own == name {
            let text = String::from_utf8(data).unwrap();
            let changed = change(&text);
            assert_ne!(changed, text, "{name} did not change");
            data = changed.into_bytes();
        }
        parts.push((own, data));
    }
    let entries: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (name.as_str(), data.as_slice())).collect();
    zip(&entries)
}

const STORY: &str = "word/document.xml";
const APPLICATION: &str = "docProps/app.xml";

/// A folder with `bc.json`, `a.docx` and the PDF/A-3a `a.pdf`, which carries it too.
fn made() -> Folder {
    let folder = Folder::new("extract");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "-o", "a.docx"]).ended(0);
    run(&folder, &["render", "bc.json", "-o", "a.pdf", "--pdf", "a-3a"]).ended(0);
    folder
}

#[test]
fn a_word_file_whose_text_was_edited() {
    let folder = made();
    let word = folder.read("a.docx");
    let program = |text: &str| text.replace(">vanban<", ">Microsoft Office Word<");
    let edits: [(&str, &str); 5] = [
        ("chương trình công tác", "kế hoạch công tác"),
        ("Nguyễn Văn A", "Nguyễn Văn B"),
        ("Số: 624", "Số: 625"),
        ("Giám đốc", ""),
        ("quý I", "quý I và quý II"),
    ];
    for (from, to) in edits {
        let upper = from.to_uppercase();
        let edited = with_part(&word, STORY, |text| text.replace(from, to).replace(&upper, &to.to_uppercase()));
        folder.put("edited.docx", &edited);
        let ran = run(&folder, &["extract", "edited.docx"]).ended(1).says(&["edited.docx", "đã bị sửa", "--anyway"]);
        assert_eq!(ran.out, report().as_bytes());
        folder.put("saved.docx", with_part(&edited, APPLICATION, program));
        let en = ["extract", "saved.docx", "--lang", "en"];
        run(&folder, &en).ended(1).says(&["saved.docx was edited with Microsoft Office Word", "the old text", "hint"]);
        let ran = run(&folder, &["extract", "saved.docx", "--anyway"]).ended(0).says(&["cảnh báo", "đã bị sửa"]);
        assert_eq!(ran.out, report().as_bytes());
    }
    let edited = with_part(&word, STORY, |text| text.replace("chương trình công tác", "kế hoạch công tác"));
    folder.put("edited.docx", edited);
    let said = run(&folder, &["extract", "edited.docx"]).ended(1).err;
    assert!(said.contains("“Thực hiện kế hoạch công tác") && said.contains("“Thực hiện chương trình"), "{said}");
}

/// Tracked changes count as made; words parted into other runs, and other looks, are the same words.
#[test]
fn a_word_file_that_was_only_saved_again() {
    let folder = made();
    let word = folder.read("a.docx");
    let word_2013 = |text: &str| text.replace(">vanban<", ">Microsoft Office Word<");
    let parted = |text: &str| text.replace("chương trình", "chương</w:t></w:r><w:r><w:t xml:space=\"preserve\"> trình");
    let kept = |text: &str| {
        let deleted = "<w:p><w:moveFrom w:id=\"9\" w:author=\"a\"><w:r><w:t>old</w:t></w:r></w:moveFrom></w:p>";
        let other = "<w:p><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>";
        text.replacen("<w:body>", &format!("<w:body>{deleted}{other}"), 1)
    };
    for bytes in
        [with_part(&word, STORY, parted), with_part(&word, STORY, kept), with_part(&word, APPLICATION, word_2013)]
    {
        folder.put("saved.docx", bytes);
        let ran = run(&folder, &["extract", "saved.docx"]).ended(0).says(&["cảnh báo", "saved.docx"]);
        assert_eq!((ran.out.as_slice(), ran.err.lines().count()), (report().as_bytes(), 1), "{}", ran.err);
    }
    let old = with_part(&word, "customXml/item1.xml", |text| {
        let (head, rest) = text.split_once(" story=\"").unwrap();
        format!("{head}{}", rest.split_once('"').unwrap().1)
    });
    // a file of a version that did not tell the hash of the text: compared by its words
    folder.put("old.docx", &old);
    assert_eq!(run(&folder, &["extract", "old.docx"]).ended(0).out, report().as_bytes());
    folder.put("old.docx", with_part(&old, STORY, |text| text.replace("chương trình", "kế hoạch")));
    run(&folder, &["extract", "old.docx"]).ended(1).says(&["đã bị sửa"]);
    // and one that cannot be made again to be compared
    let unknown = with_part(&old, "docProps/custom.xml", |text| text.replace("nd30-2020", "nd99"));
    folder.put("old.docx", unknown);
    run(&folder, &["extract", "old.docx"]).ended(1).says(&["không so được", "nd99", "--anyway"]);
}

#[test]
fn a_specification_that_contradicts_its_hash() {
    let folder = made();
    let word = folder.read("a.docx");
    let hash = vanban::model::origin::sha256_hex(report().as_bytes());
    let other = "0".repeat(64);
    folder.put("part.docx", with_part(&word, "customXml/item1.xml", |text| text.replace(&hash.to_uppercase(), &other)));
    folder.put("told.docx", with_part(&word, "docProps/custom.xml", |text| text.replace(&hash, &other)));
    let pdf = folder.read("a.pdf");
    let at = pdf.windows(64).position(|window| window == hash.as_bytes()).unwrap();
    let mut told = pdf;
    told[at..at + 64].copy_from_slice(other.as_bytes());
    folder.put("told.pdf", told);
    for name in ["part.docx", "told.docx", "told.pdf"] {
        let ran = run(&folder, &["extract", name, "-o", "out.json"]).ended(2).says(&[name, "không khớp", "SHA-256"]);
        assert!(ran.out.is_empty());
        run(&folder, &["extract", name, "--anyway"]).ended(2);
    }
    assert!(!folder.path().join("out.json").exists());
}

#[test]
fn a_pdf_that_was_changed_since_it_was_made() {
    let folder = made();
    assert_eq!(run(&folder, &["extract", "a.pdf"]).ended(0).out, report().as_bytes());
    let pdf = folder.read("a.pdf");
    let at = pdf.windows(9).position(|window| window == b"endstream").unwrap() - 9;
    let mut changed = pdf.clone();
    changed[at] ^= 1;
    folder.put("changed.pdf", changed);
    let ran = run(&folder, &["extract", "changed.pdf"]).ended(1).says(&["changed.pdf", "--anyway"]);
    assert_eq!(ran.out, report().as_bytes());
    assert_eq!(run(&folder, &["extract", "changed.pdf", "--anyway"]).ended(0).out, report().as_bytes());
    folder.put("tail.pdf", [pdf.as_slice(), b"%more\n"].concat());
    run(&folder, &["extract", "tail.pdf", "--lang", "en"]).ended(1).says(&["tail.pdf", "not as it was made"]);
}

/// What can be rendered can be read back, or is told while it is rendered.
#[test]
fn large_specifications_and_many_receivers() {
    let folder = Folder::new("extract");
    let padded = |mib: usize| report() + &" ".repeat(mib << 20);
    folder.put("large.json", padded(13));
    folder.put("huge.json", padded(17));
    let items: Vec<String> = (0..9000)
        .map(|i| format!("\"Ủy ban nhân dân xã số {i} thuộc tỉnh, và các đơn vị trực thuộc khác của xã\""))
        .collect();
    folder.put("many.json", report().replace("\"UBND tỉnh\"]", &format!("{}]", items.join(","))));
    for name in ["large", "many"] {
        let spec = folder.read(&format!("{name}.json"));
        for file in [format!("{name}.docx"), format!("{name}.pdf")] {
            let ran = run(&folder, &["render", &format!("{name}.json"), "-o", &file, "--pdf", "a-3a"]).ended(0);
            assert!(!ran.err.contains("VB145"), "{}", ran.err);
            assert_eq!(run(&folder, &["extract", &file]).ended(0).out, spec, "{file}");
            run(&folder, &["metadata", &file]).ended(0);
        }
    }
    run(&folder, &["render", "huge.json", "-o", "huge.docx"]).ended(0).says(&["VB145", "đọc lại"]);
    run(&folder, &["extract", "huge.docx"]).ended(2).says(&["huge.docx", "VB145"]);
}
