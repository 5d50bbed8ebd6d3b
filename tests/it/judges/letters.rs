//! Signs of the second face and marks on letters, before the judges: on the same lines in both files, at the same places.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::{ask, compliant, judged, said, script, twins};
use crate::compose_support::{Composed, report_with};

#[test]
fn signs_and_marks_are_without_fault_and_the_same_in_both_files() {
    if judged().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
    fs::create_dir_all(&folder).unwrap();
    let (docx, pdf) = (folder.join("letters.docx"), folder.join("letters.pdf"));
    let form = "Đánh dấu ☐ Đồng ý ☑ Không đồng ý ☒ Ý kiến khác ✓ vào phiếu, gửi về Sở Nội vụ trước ngày 20 tháng 5 để tổng hợp; ";
    let list = "① đo 25℃ trên 30 m², ② theo Mục Ⅱ, ③ ghi NO₃⁻ và Ca²⁺ ⇒ kết quả ★; ";
    let names = "Buôn Čư̆ M'gar, Krông Ana, Kbŭê̆ r, êđê: ê̆ ô̆ ơ̆ ư̆, o̤ n̄ N̄ m̄ đ̆ Đ̆ ở các buôn làng trong tỉnh; ";
    let paragraph = |text: &str| json!({ "type": "paragraph", "text": text.repeat(3).trim_end() });
    let looks = json!({ "type": "paragraph", "text": [
        { "text": form, "bold": true }, { "text": list, "italic": true }, { "text": names, "bold": true, "italic": true },
    ] });
    let composed = Composed::of(&report_with(&json!({
        "subject": "Về phiếu ☐ lấy ý kiến ở Čư̆ M'gar",
        "body": [paragraph(form), paragraph(list), paragraph(names), looks],
    })));
    let (word, file) = composed.files();
    fs::write(&docx, word).unwrap();
    fs::write(&pdf, file).unwrap();

    let output = ask(script("openxml"), [&docx]);
    assert!(said(&output).contains("\"errors\": []"), "{}", said(&output));
    compliant("2a", std::slice::from_ref(&pdf));
    compliant("ua1", std::slice::from_ref(&pdf));
    let text = ask("pdftotext", [pdf.as_os_str(), "-".as_ref()]);
    let text = said(&text).split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [form, list, names] {
        assert!(text.contains(words.trim_end()), "{words} in {text}");
    }
    let office = folder.join("office");
    twins::convert(&office, [&docx].into_iter());
    let theirs = office.join("letters.pdf");
    // the font that the Word file carries, and no other, draws the signs
    let fonts = said(&ask("pdffonts", [&theirs]));
    assert!(fonts.contains("VanbanSymbols"), "{fonts}");
    assert!(fonts.lines().skip(2).all(|line| line.contains("Liberation") || line.contains("Vanban")), "{fonts}");
    let row: [OsString; 4] = ["--row".into(), "letters".into(), pdf.into(), theirs.into()];
    // a mark above a letter raises the box of its word, so of the places only the lines are compared
    let compared = said(&ask(script("twins.py"), row));
    let agree = compared.split_whitespace().nth(3).and_then(|lines| lines.split_once('/'));
    assert!(agree.is_some_and(|(same, all)| same == all), "{compared}");
}
