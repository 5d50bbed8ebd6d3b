//! `--watch` and `--open`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::Receiver;
use std::time::Duration;

use serde_json::{Value, json};

use crate::cli_run::{Folder, report, report_numbered, run_script, vanban};

/// A program that watches; it is ended when it is dropped.
struct Watching {
    child: Child,
    /// The lines it prints.
    lines: Receiver<String>,
}

/// Far more than the busiest machine needs.
const PATIENCE: Duration = Duration::from_secs(180);

impl Watching {
    fn start(folder: &Folder, args: &[&str]) -> Self {
        let mut command = vanban(folder);
        command.args(["render", "--watch", "-o", "out", "--message-format", "json"]).args(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = std::sync::mpsc::channel();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// Waits for the next report.
    fn report(&mut self) -> Value {
        let line = self.lines.recv_timeout(PATIENCE).expect("a report");
        serde_json::from_str(&line).unwrap()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn what_changes_is_rendered_again_without_force() {
    let folder = Folder::new("watch");
    folder.put("a.json", report_numbered(1));
    folder.put("b.json", report_numbered(2));
    let mut watching = Watching::start(&folder, &["a.json", "b.json"]);
    assert_eq!(
        (watching.report()["outcome"].clone(), watching.report()["outcome"].clone()),
        (json!("done"), json!("done"))
    );
    let before = folder.read("out/02-BC-STTTT.pdf");
    let first = folder.read("out/01-BC-STTTT.pdf");
    folder.put("b.json", report_numbered(2).replace("Kết quả công tác", "Tình hình"));
    let told = watching.report();
    assert_eq!((&told["file"], &told["outcome"]), (&json!("b.json"), &json!("done")));
    assert_ne!(folder.read("out/02-BC-STTTT.pdf"), before);
    assert_eq!(folder.read("out/01-BC-STTTT.pdf"), first, "the other one is left alone");

    // half a file is told and survived, a file that goes comes back
    let whole = report_numbered(2);
    folder.put("b.json", &whole[..whole.len() / 2]);
    assert_eq!(watching.report()["outcome"], "findings");
    fs::remove_file(folder.path().join("b.json")).unwrap();
    folder.put("c.json", &whole);
    fs::rename(folder.path().join("c.json"), folder.path().join("b.json")).unwrap();
    assert_eq!(watching.report()["outcome"], "done");
    assert_eq!(folder.read("out/02-BC-STTTT.pdf"), before);
}

#[test]
fn pictures_and_the_organ_file_are_followed_too() {
    let folder = Folder::new("watch");
    let mut spec: Value = serde_json::from_str(&report()).unwrap();
    spec["signatures"][0]["image"] = json!({ "file": "ky.png" });
    spec.as_object_mut().unwrap().remove("issue_place");
    folder.put("bc.json", spec.to_string());
    folder.put("organ.json", "{ \"issue_place\": \"An Giang\" }");
    let mut watching = Watching::start(&folder, &["bc.json", "--organ", "organ.json"]);
    assert_eq!(watching.report()["outcome"], "findings", "there is no picture yet");
    folder.put("ky.png", include_bytes!("../../samples/pictures/chu-ky.png"));
    assert_eq!(watching.report()["outcome"], "done");
    folder.put("organ.json", "{ \"issue_place\": ");
    assert_eq!(watching.report()["outcome"], "failed");
    folder.put("organ.json", "{ \"issue_place\": \"Hậu Giang\" }");
    assert_eq!(watching.report()["outcome"], "done");
}

#[test]
fn existing_files_of_others_are_not_replaced_by_watching() {
    let folder = Folder::new("watch");
    folder.put("bc.json", report());
    folder.put("out/624-BC-STTTT.pdf", "mine");
    let mut watching = Watching::start(&folder, &["bc.json"]);
    assert_eq!(watching.report()["outcome"], "failed");
    folder.put("bc.json", report() + "\n");
    assert_eq!(watching.report()["outcome"], "failed");
    assert_eq!(folder.read("out/624-BC-STTTT.pdf"), b"mine");
}

#[cfg(target_os = "linux")]
#[test]
fn the_result_is_opened_by_the_system() {
    let folder = Folder::new("open");
    folder.put("bc.json", report());
    folder.put("-dash/bc.json", report());
    folder.put("bin/xdg-open", "#!/bin/sh\nprintf '%s\\n' \"$1\" >> opened\n");
    run_script(&folder, "chmod +x bin/xdg-open").ended(0);
    let open =
        |args: &str| run_script(&folder, &format!("PATH=\"$PWD/bin:$PATH\" \"$VANBAN\" render bc.json --open {args}"));
    open("-o out").ended(0);
    open("-o word --to docx").ended(0);
    open("-o ./-dash/").ended(0);
    open("-o out").ended(2);
    let opened = String::from_utf8(folder.read("opened")).unwrap();
    let opened: Vec<&str> = opened.lines().collect();
    assert_eq!(
        opened,
        ["./out/624-BC-STTTT.pdf", "./word/624-BC-STTTT.docx", "././-dash/624-BC-STTTT.pdf"],
        "what was not written is not opened"
    );
    folder.put("bin/xdg-open", "#!/bin/sh\nexit 3\n");
    open("-o again").ended(2).says(&["xdg-open", "again/624-BC-STTTT.pdf"]);
    assert_eq!(folder.names("again").len(), 2, "the files are there");
}
