//! Twins: the PDF that LibreOffice makes of our .docx shows the same words at the same places as our own PDF. The table
//! goes to `target/twins.txt`.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{ask, judged, said, script, spaced};
use crate::compose_support::{Composed, report_with};

/// Has LibreOffice convert Word files into a folder, in one start.
pub(super) fn convert<'a>(folder: &Path, files: impl Iterator<Item = &'a PathBuf>) {
    let _ = std::fs::remove_dir_all(folder);
    let mut arguments = vec![folder.as_os_str().to_owned()];
    arguments.extend(files.map(|file| file.clone().into_os_string()));
    let converted = ask(script("soffice"), arguments);
    assert!(converted.status.success(), "LibreOffice: {}", said(&converted));
}

/// Two signatures with the recipients below them stay together in both files, wherever the page ends.
#[test]
fn signatures_and_recipients_below_them_part_in_neither_file() {
    if judged().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("signatures");
    std::fs::create_dir_all(&folder).unwrap();
    let mut files = Vec::new();
    for paragraphs in 20..28 {
        let text = json!({ "type": "paragraph", "text": "Các phòng, đơn vị thuộc Sở thực hiện." });
        let composed = Composed::of(&report_with(&json!({
            "body": vec![text; paragraphs],
            "recipients": { "items": ["Lãnh đạo Sở", "Các phòng, đơn vị"] },
            "signatures": [
                { "position": "Giám đốc Sở Nội vụ", "signer": "Lê Văn An" },
                { "position": "Giám đốc Sở Tài chính", "signer": "Trần Thị Bình" },
            ],
        })));
        let (docx, pdf) = composed.files();
        let docx_path = folder.join(format!("{paragraphs}.docx"));
        std::fs::write(&docx_path, docx).unwrap();
        std::fs::write(docx_path.with_extension("pdf"), pdf).unwrap();
        files.push(docx_path);
    }
    let office = folder.join("office");
    convert(&office, files.iter());
    for docx in files {
        let theirs = office.join(docx.file_name().unwrap()).with_extension("pdf");
        let row: [OsString; 4] =
            ["--row".into(), "signatures".into(), docx.with_extension("pdf").into(), theirs.into()];
        let output = ask(script("twins.py"), row);
        assert!(output.status.success(), "{}", said(&output));
    }
}

/// Parts and pages with margins of their own, on paper upright and across.
#[test]
fn pages_with_margins_of_their_own_show_the_same() {
    if judged().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("margins");
    std::fs::create_dir_all(&folder).unwrap();
    let text = json!({ "type": "paragraph", "text": "Các phòng, đơn vị thuộc Sở phối hợp thực hiện kế hoạch theo phụ lục kèm theo, báo cáo kết quả trước ngày 15 hằng tháng để tổng hợp." });
    let setup = |orientation: &str, margins: serde_json::Value| json!({ "type": "page_setup", "orientation": orientation, "margins": margins });
    let composed = Composed::of(&report_with(&json!({
        "body": [text, setup("landscape", json!({ "top": "25mm", "left": "35mm" })), text, setup("portrait", json!({ "right": "20mm" })), text],
        "attachments": [{ "doc_type": "plan", "subject": "Kiểm kê", "margins": { "left": "35mm", "right": "20mm" },
            "issuer": { "parents": ["Sở Nội vụ"], "name": "Trung tâm Lưu trữ lịch sử" }, "body": vec![text.clone(); 20] }],
        "appendices": [{ "title": "Biểu", "orientation": "landscape", "margins": { "bottom": "25mm", "left": "35mm" }, "body": vec![text.clone(); 20] }],
    })));
    let (docx, pdf) = composed.files();
    let docx_path = folder.join("margins.docx");
    std::fs::write(&docx_path, docx).unwrap();
    std::fs::write(docx_path.with_extension("pdf"), pdf).unwrap();
    let office = folder.join("office");
    convert(&office, [&docx_path].into_iter());
    let row: [OsString; 4] =
        ["--row".into(), "margins".into(), docx_path.with_extension("pdf").into(), office.join("margins.pdf").into()];
    let output = ask(script("twins.py"), row);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn the_word_file_and_the_pdf_show_the_same() {
    let (Some(samples), Some(spaced)) = (judged(), spaced()) else { return };
    let all = || samples.iter().chain(spaced);
    let office = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    convert(&office, all().map(|judged| &judged.docx));

    let headings = ask(script("twins.py"), ["--headings"]);
    let mut table = String::from_utf8(headings.stdout).unwrap();
    let mut faults = String::new();
    for judged in all() {
        let name = judged.sample.name.as_str();
        let theirs = office.join(judged.docx.file_name().unwrap()).with_extension("pdf");
        let row: [OsString; 6] =
            ["--show".into(), "12".into(), "--row".into(), name.into(), (&judged.pdf).into(), theirs.into()];
        let output = ask(script("twins.py"), row);
        let said = said(&output);
        let _ = writeln!(table, "{}", said.lines().next().unwrap_or_default());
        if !output.status.success() {
            let _ = writeln!(faults, "{said}");
        }
    }
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("target/twins.txt"), &table).unwrap();
    assert!(faults.is_empty(), "{table}\n{faults}");
}
