//! `vanban metadata` as its users meet it.

use serde_json::Value;

use crate::cli_run::{Folder, report, run, run_with_input};

/// The keys of the outermost object in the order in which they are printed.
fn keys(text: &str) -> Vec<&str> {
    let outermost = text.lines().filter_map(|line| line.strip_prefix("  \""));
    outermost.filter_map(|line| line.split_once('"')).map(|(key, _)| key).collect()
}

#[test]
fn metadata_of_both_files_are_printed_alike() {
    let folder = Folder::new("metadata");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json"]).ended(0);
    let mut records = Vec::new();
    for (file, format) in [("624-BC-STTTT.docx", "docx"), ("624-BC-STTTT.pdf", "pdf")] {
        let ran = run(&folder, &["metadata", file]).ended(0);
        let text = ran.text();
        let expected = [
            "format",
            "flavour",
            "title",
            "creator",
            "subject",
            "identifier",
            "language",
            "created",
            "producer",
            "pages",
            "specification_sha256",
            "regulation",
            "options",
            "record",
        ];
        assert_eq!(keys(&text), expected);
        assert!(text.ends_with("}\n"));
        let metadata: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(metadata["format"], format);
        assert_eq!(metadata["identifier"], "624/BC-STTTT");
        records.push(metadata["record"].clone());
        let piped = run_with_input(&folder, &["metadata", "-"], &folder.read(file)).ended(0);
        assert_eq!(piped.text(), text);
    }
    assert_eq!(records[0], records[1]);
    assert_eq!(records[0]["CodeNotation"], "BC-STTTT");
}

#[test]
fn what_cannot_be_read_is_said_in_both_languages() {
    let folder = Folder::new("metadata");
    folder.put("bc.json", report());
    folder.put("cut.pdf", "%PDF-1.7\n%%EOF");
    run(&folder, &["metadata", "bc.json"]).ended(2).says(&["bc.json", "không phải tệp .docx hay .pdf", "gợi ý"]);
    run(&folder, &["metadata", "bc.json", "--lang", "en"]).ended(2).says(&[
        "bc.json",
        "neither a .docx nor a .pdf",
        "hint",
    ]);
    run(&folder, &["metadata", "cut.pdf"]).ended(2).says(&["cut.pdf", "hỏng"]);
    run(&folder, &["metadata", "none.pdf"]).ended(2).says(&["none.pdf"]);
    run(&folder, &["metadata"]).ended(2).says(&["FILE"]);
}
