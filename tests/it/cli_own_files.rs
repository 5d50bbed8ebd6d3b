//! The program on documents whose appendices have files of their own.

use crate::cli_run::{Folder, report, run};

const NAMES: [&str; 4] =
    ["624-BC-STTTT-phu-luc.docx", "624-BC-STTTT-phu-luc.pdf", "624-BC-STTTT.docx", "624-BC-STTTT.pdf"];

/// The report with an appendix in a file of its own.
fn two_files() -> String {
    let appendix = "{\n  \"appendices\": [{ \"title\": \"Danh mục\", \"own_file\": true, \"body\": [{ \"type\": \"paragraph\", \"text\": \"Hồ sơ của phụ lục.\" }] }],\n";
    report().replacen("{\n", appendix, 1)
}

fn folder() -> Folder {
    let folder = Folder::new("own-files");
    folder.put("bc.json", two_files());
    folder
}

#[test]
fn all_files_are_written_named_and_replaced_together() {
    let folder = folder();
    let ran = run(&folder, &["render", "bc.json", "-o", "out/"]).ended(0);
    let written: Vec<String> = ran.text().lines().map(|line| line.trim_start_matches("out/").to_owned()).collect();
    assert_eq!(written, [NAMES[2], NAMES[3], NAMES[0], NAMES[1]], "the main files come first");
    assert_eq!(folder.names("out"), NAMES);
    // any of them in the way stops all
    for name in NAMES {
        let blocked = Folder::new("own-files");
        blocked.put("bc.json", two_files());
        blocked.put(&format!("out/{name}"), "old");
        let ran = run(&blocked, &["render", "bc.json", "-o", "out"]).ended(2).says(&[name, "--force"]);
        assert_eq!(ran.err.matches("624-BC").count(), 1, "{}", ran.err);
        assert_eq!(blocked.names("out"), [name]);
        run(&blocked, &["render", "bc.json", "-o", "out", "--force"]).ended(0);
        assert!(blocked.read(&format!("out/{name}")) == folder.read(&format!("out/{name}")));
        assert_eq!(blocked.names("out"), NAMES);
    }
}

#[test]
fn a_name_given_by_hand_or_pattern_is_that_of_all() {
    let folder = folder();
    run(&folder, &["render", "bc.json", "-o", "x.pdf"]).ended(0);
    run(&folder, &["render", "bc.json", "-o", "Y.DOCX"]).ended(0);
    assert_eq!(folder.names(""), ["Y-phu-luc.DOCX", "Y.DOCX", "bc.json", "x-phu-luc.pdf", "x.pdf"]);
    run(&folder, &["render", "bc.json", "-o", "out/", "--name", "{stem}", "--to", "pdf"]).ended(0);
    assert_eq!(folder.names("out"), ["bc-phu-luc.pdf", "bc.pdf"]);
    assert!(folder.read("out/bc-phu-luc.pdf") == folder.read("x-phu-luc.pdf"));
}

#[test]
fn standard_output_takes_one_file() {
    let folder = folder();
    let ran = run(&folder, &["render", "bc.json", "-o", "-", "--to", "pdf"]).ended(2);
    let ran = ran.says(&["624-BC-STTTT.pdf, 624-BC-STTTT-phu-luc.pdf", "own_file", "-o"]);
    assert!(ran.out.is_empty());
    #[cfg(target_os = "linux")]
    run(&folder, &["render", "bc.json", "-o", "/dev/full", "--to", "pdf"]).ended(2).says(&["624-BC-STTTT-phu-luc.pdf"]);
}

#[test]
fn documents_that_would_have_one_file_are_told_before_anything_is_written() {
    let folder = folder();
    folder.put("other.json", two_files().replacen("Danh mục", "Danh sách", 1));
    let ran = run(&folder, &["render", "bc.json", "other.json", "-o", "out"]).ended(2);
    ran.says(&["624-BC-STTTT ← bc.json, other.json", "624-BC-STTTT-phu-luc ← bc.json, other.json"]);
    assert!(!folder.path().join("out").exists());
}

#[test]
fn each_file_is_verified_and_gives_the_specification_back() {
    let folder = folder();
    run(&folder, &["render", "bc.json", "-o", "out", "--pdf", "a-3a"]).ended(0);
    for stem in ["out/624-BC-STTTT", "out/624-BC-STTTT-phu-luc"] {
        let (docx, pdf) = (format!("{stem}.docx"), format!("{stem}.pdf"));
        let said = run(&folder, &["verify", &docx, &pdf]).ended(0).text();
        assert_eq!(said.matches("đúng từng byte").count(), 2, "{said}");
        run(&folder, &["verify", &docx]).ended(0);
        run(&folder, &["verify", &pdf]).ended(0);
        for file in [&docx, &pdf] {
            let given = run(&folder, &["extract", file]).ended(0);
            assert_eq!(given.text(), two_files());
        }
    }
    // two parts of one document are no pair
    let crossed = ["verify", "out/624-BC-STTTT.docx", "out/624-BC-STTTT-phu-luc.pdf"];
    let said = run(&folder, &crossed).ended(1).text();
    assert!(said.contains("cùng một bản đặc tả") && said.contains("hai phần KHÁC nhau"), "{said}");
    let json = run(&folder, &[&crossed[..], &["--message-format", "json"]].concat()).ended(1).text();
    assert!(json.contains("\"same_part\":false") && json.contains("\"outcome\":\"different\""), "{json}");
    let metadata = run(&folder, &["metadata", "out/624-BC-STTTT-phu-luc.docx"]).ended(0).text();
    assert!(metadata.contains("\"part\": \"/appendices/0\""), "{metadata}");
    assert!(run(&folder, &["metadata", "out/624-BC-STTTT.pdf"]).ended(0).text().contains("\"part\": null"));
}

#[test]
fn check_and_dump_cover_all_files() {
    let folder = folder();
    let checked = run(&folder, &["check", "bc.json", "--explain-lines", "--message-format", "json"]).ended(0).text();
    let alone = Folder::new("own-files");
    alone.put("bc.json", report());
    let count = |text: &str, key: &str| -> u64 {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        value.pointer(key).and_then(serde_json::Value::as_u64).unwrap_or_else(|| panic!("no {key} in {text}"))
    };
    let before = run(&alone, &["check", "bc.json", "--explain-lines", "--message-format", "json"]).ended(0).text();
    assert_eq!(count(&checked, "/pages"), count(&before, "/pages") + 1);
    assert!(count(&checked, "/lines/count") > count(&before, "/lines/count"));
    for stage in ["model", "pages"] {
        let dump = run(&folder, &["dump", "bc.json", "--stage", stage]).ended(0).text();
        let heads: Vec<&str> = dump.lines().filter(|line| line.starts_with("=== ")).collect();
        assert_eq!(heads, ["=== 624-BC-STTTT ===", "=== 624-BC-STTTT-phu-luc ==="]);
        let of_one = run(&alone, &["dump", "bc.json", "--stage", stage]).ended(0).text();
        assert!(!of_one.contains("=== "));
    }
}
