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
            "part",
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

/// No value of a file and no name of one speaks to the terminal: neither as text nor in JSON.
#[test]
fn nothing_that_is_read_speaks_to_the_terminal() {
    let folder = Folder::new("metadata");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "-o", "a.docx"]).ended(0);
    run(&folder, &["render", "bc.json", "-o", "a.pdf", "--pdf", "plain"]).ended(0);
    let hostile = "\u{1b}]0;x\u{7}\u{9b}2J\u{7f}\u{202e}";
    let speaks = |text: &str| text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}');
    let packet = String::from_utf8_lossy(&folder.read("a.pdf")).into_owned();
    let at = packet.find("<pdf:Producer>").unwrap();
    let value = &packet[at + 14..at + packet[at..].find("</pdf").unwrap()];
    // as long as before, so that the file stays whole
    let mut pdf = folder.read("a.pdf");
    let start = pdf.windows(14).position(|window| window == b"<pdf:Producer>").unwrap() + 14;
    let mut changed = "\u{9b}\u{7f}\u{202e}".as_bytes().to_vec();
    changed.resize(value.len(), b' ');
    pdf[start..start + value.len()].copy_from_slice(&changed);
    folder.put("b.pdf", pdf);
    let metadata = run(&folder, &["metadata", "b.pdf"]).ended(0).text();
    assert!(!speaks(&metadata) && metadata.contains("\\u009b\\u007f\\u202e"), "{metadata}");
    let read: Value = serde_json::from_str(&metadata).unwrap();
    assert_eq!(read["producer"], "\u{9b}\u{7f}\u{202e}");
    let name = format!("{hostile}.pdf");
    folder.put(&name, folder.read("b.pdf"));
    folder.put(&format!("{hostile}.docx"), folder.read("a.docx"));
    folder.put(&format!("{hostile}.txt"), "x");
    for file in [name, format!("{hostile}.docx"), format!("{hostile}.txt"), format!("{hostile}.none")] {
        for command in [&["verify"] as &[&str], &["verify", "--message-format", "json"], &["metadata"], &["extract"]] {
            let ran = run(&folder, &[command, &[file.as_str()]].concat());
            let said = ran.text() + &ran.err;
            assert!(!said.is_empty() && !speaks(&said), "{command:?}: {said:?}");
        }
    }
}
