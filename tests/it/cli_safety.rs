//! What the command line must not do: write over what it reads, let a name speak to the terminal, lose a name, stop for want
//! of threads.

use std::fs;

use crate::cli_run::{Folder, report, report_numbered, run, run_script};

#[cfg(unix)]
#[test]
fn what_is_read_is_never_written_over() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("inputs");
    let mut spec: serde_json::Value = serde_json::from_str(&report()).unwrap();
    spec["signatures"][0]["image"] = serde_json::json!({ "file": "ky.png" });
    let png = include_bytes!("../../samples/pictures/chu-ky.png");
    folder.put("ky.png", png);
    let spec = spec.to_string();
    folder.put("bc.json", &spec);
    fs::hard_link(folder.path().join("bc.json"), folder.path().join("hard.pdf")).unwrap();
    symlink("bc.json", folder.path().join("soft.docx")).unwrap();
    for (output, format) in
        [("bc.json", "pdf"), ("./bc.json", "docx"), ("hard.pdf", "pdf"), ("soft.docx", "docx"), ("ky.png", "png")]
    {
        for force in [&["--force"][..], &[]] {
            let mut args = vec!["render", "bc.json", "-o", output, "--to", format];
            args.extend(force);
            run(&folder, &args).ended(2);
            assert_eq!(folder.read("bc.json"), spec.as_bytes(), "{output}");
            assert_eq!(folder.read("ky.png"), png, "{output}");
        }
        let args = ["render", "bc.json", "-o", output, "--to", format, "--force"];
        run(&folder, &args).ended(2).says(&[output, "tệp đầu vào"]);
    }
    // the output of an earlier document is the input of a later one
    folder.put("624-BC-STTTT.pdf", report_numbered(5));
    run(&folder, &["render", "bc.json", "624-BC-STTTT.pdf", "-o", ".", "--force"]).ended(2).says(&["tệp đầu vào"]);
    assert_eq!(folder.read("624-BC-STTTT.pdf"), report_numbered(5).as_bytes());
    run(&folder, &["render", "bc.json", "--to", "docx", "-o", "x.docx"]).ended(0);
    let docx = folder.read("x.docx");
    run(&folder, &["extract", "x.docx", "-o", "x.docx", "--force"]).ended(2).says(&["tệp đầu vào"]);
    assert_eq!(folder.read("x.docx"), docx);
}

#[cfg(unix)]
#[test]
fn names_do_not_speak_to_the_terminal() {
    let folder = Folder::new("escapes");
    let name = "a\u{1b}[31mb\u{202e}c.json";
    folder.put(name, report());
    folder.put("broken\u{1b}[2J.json", "{");
    let is_mute = |text: &str| !text.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{7}']);
    for args in [
        &["check", name][..],
        &["check", "broken\u{1b}[2J.json"],
        &["render", name, "-o", "out\u{1b}]0;x\u{7}"],
        &["render", "--nothing\u{1b}[31m"],
        &["--lang", "en", "render", "--nothing\u{1b}[31m"],
        &["render", name, "--pdf", "\u{1b}[31m"],
        &["\u{9b}31m"],
        &["new", "\u{1b}[31m"],
        &["verify", name],
        &["extract", name],
        &["metadata", "\u{1b}[31m.pdf"],
    ] {
        let ran = run(&folder, args);
        assert!(is_mute(&ran.text()) && is_mute(&ran.err), "{args:?}: {:?} {:?}", ran.text(), ran.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_told_whole() {
    let folder = Folder::new("bytes");
    folder.put("bc.json", report());
    let script =
        "d=$(printf 'h\\303\\372'); mkdir \"$d\"; cp bc.json \"$d/b\\377.json\" 2>/dev/null || cp bc.json \"$d/b.json\"
        $VANBAN render --message-format json \"$d\"/b*.json -o \"$d\"";
    let ran = run_script(&folder, script);
    let report: serde_json::Value = serde_json::from_str(ran.text().lines().next().unwrap()).unwrap();
    assert_eq!(report["outcome"], "done", "{report}");
    assert!(report["file_encoded"].as_str().is_some_and(|name| name.starts_with("h%C3%FA/b")), "{report}");
    assert_eq!(report["written_encoded"][0], "h%C3%FA/624-BC-STTTT.docx", "{report}");
    let plain = run(&folder, &["render", "--message-format", "json", "bc.json", "-o", "out"]);
    assert!(!plain.text().contains("_encoded"), "{}", plain.text());
}

/// A user who may start no more processes still gets both files. (The limit does not bind who may do everything.)
#[cfg(target_os = "linux")]
#[test]
fn where_no_thread_can_start_there_are_files_all_the_same() {
    let folder = Folder::new("threads");
    folder.put("bc.json", report());
    run_script(&folder, "ulimit -u 1; exec $VANBAN render bc.json -o out").ended(0);
    assert_eq!(folder.names("out"), ["624-BC-STTTT.docx", "624-BC-STTTT.pdf"]);
}
