//! Which files a run is about: folders and patterns, and what several of them have to do with each other.

use serde_json::Value;

use crate::cli_run::{Folder, report, report_numbered, run, run_script};

fn three_reports() -> Folder {
    let folder = Folder::new("many");
    for number in 1..=3 {
        folder.put(&format!("in/{number}.json"), report_numbered(number));
    }
    folder.put("in/deep/er/4.json", report_numbered(4));
    folder.put("in/spec.schema.json", "{}");
    folder.put("in/.hidden.json", "{}");
    folder.put("in/note.txt", "no specification");
    folder
}

/// The files that `check` told something of, in that order.
fn checked(folder: &Folder, args: &[&str]) -> Vec<String> {
    let ran = run(folder, &[&["check"], args].concat()).ended(0);
    ran.text().lines().map(|line| line.split(':').next().unwrap().replace('\\', "/")).collect()
}

#[test]
fn folders_and_patterns_stand_for_their_specifications() {
    let folder = three_reports();
    let direct = ["in/1.json", "in/2.json", "in/3.json"];
    assert_eq!(checked(&folder, &["in"]), direct);
    assert_eq!(checked(&folder, &["in/"]), direct);
    assert_eq!(checked(&folder, &["in/*.json"]), direct);
    assert_eq!(checked(&folder, &["in/[12].json"]), direct[..2]);
    assert_eq!(checked(&folder, &["i?/3.json", "in"]), ["in/3.json", "in/1.json", "in/2.json"], "each file once");
    let mut all = checked(&folder, &["**/*.json"]);
    all.sort();
    assert_eq!(all, ["in/1.json", "in/2.json", "in/3.json", "in/deep/er/4.json"]);
}

#[test]
fn a_file_of_the_very_name_is_no_pattern() {
    let folder = three_reports();
    folder.put("in/[1].json", report_numbered(11));
    assert_eq!(checked(&folder, &["in/[1].json"]), ["in/[1].json"]);
}

#[test]
fn a_word_that_leads_nowhere_does_not_stop_the_others() {
    let folder = three_reports();
    folder.put("empty/note.txt", "");
    for word in ["none/*.json", "empty", "in/[", "missing.json"] {
        let ran = run(&folder, &["check", word, "in"]).ended(2);
        assert_eq!(ran.text().lines().count(), 3, "{word}: {}", ran.text());
        ran.says(&[word]);
    }
}

#[test]
fn a_long_run_shows_no_progress_but_on_a_terminal() {
    let folder = Folder::new("many");
    for number in 1..=60 {
        folder.put(&format!("{number:02}.json"), report_numbered(number));
    }
    let ran = run(&folder, &["check", "."]).ended(0);
    assert_eq!(ran.text().lines().count(), 60);
    assert_eq!(ran.err, "");
    // `script` gives the program a terminal
    let ran = run_script(&folder, "command -v script >/dev/null || exit 9; script -qec \"$VANBAN check .\" /dev/null");
    if ran.code != Some(9) {
        let shown = ran.ended(0).text();
        assert!(shown.contains("60/60") && shown.contains('\r'), "{shown}");
    }
}

#[test]
fn every_clash_of_names_is_told_before_anything_is_written() {
    let folder = three_reports();
    folder.put("in/5.json", report_numbered(1));
    folder.put("in/6.json", report_numbered(2));
    let ran = run(&folder, &["render", "in", "-o", "out", "--force"]).ended(2);
    ran.says(&["in/1.json, in/5.json", "in/2.json, in/6.json"]);
    assert!(!folder.path().join("out").exists());
    folder.put("in/5.json", report_numbered(5));
    folder.put("in/6.json", report_numbered(6));
    run(&folder, &["render", "in", "-o", "out"]).ended(0);
    assert_eq!(folder.names("out").len(), 10);
}

#[test]
fn new_and_schema_write_files_as_render_does() {
    let folder = Folder::new("many");
    for args in [&["new", "BC"][..], &["schema"]] {
        let printed = run(&folder, args).ended(0).out;
        let saved = run(&folder, &[args, &["-o", "a/b.json"]].concat()).ended(0);
        assert_eq!((saved.text().as_str(), folder.read("a/b.json")), ("", printed.clone()));
        folder.put("a/b.json", "mine");
        run(&folder, &[args, &["-o", "a/b.json"]].concat()).ended(2).says(&["a/b.json", "--force"]);
        assert_eq!(folder.read("a/b.json"), b"mine");
        run(&folder, &[args, &["-o", "a/b.json", "--force"]].concat()).ended(0);
        assert_eq!(folder.read("a/b.json"), printed);
        std::fs::remove_file(folder.path().join("a/b.json")).unwrap();
        assert_eq!(run(&folder, &[args, &["-o", "-"]].concat()).ended(0).out, printed);
        run(&folder, &[args, &["-o", ""]].concat()).ended(2);
    }
}

#[test]
fn the_version_is_short_or_tells_what_the_build_is() {
    let folder = Folder::new("many");
    let short = run(&folder, &["-V"]).ended(0).text();
    assert_eq!(short, format!("vanban {}\n", env!("CARGO_PKG_VERSION")));
    let long = run(&folder, &["--version", "--lang", "en"]).ended(0).text();
    for word in [
        short.trim(),
        "features: cli, docx, pdf, preview, read, bundled-fonts, serve",
        "nd30-2020",
        std::env::consts::ARCH,
    ] {
        assert!(long.contains(word), "no {word:?} in {long}");
    }
}

#[test]
fn one_document_alone_goes_where_one_fits() {
    let folder = Folder::new("many");
    folder.put("in/1.json", report());
    run(&folder, &["render", "in/*.json", "-o", "one.pdf"]).ended(0);
    folder.put("in/2.json", report_numbered(2));
    run(&folder, &["render", "in/*.json", "-o", "two.pdf"]).ended(2).says(&["two.pdf", "2"]);
    run(&folder, &["render", "in/*.json", "--open"]).ended(2).says(&["--open"]);
    run(&folder, &["render", "in/1.json", "--open", "-o", "-", "--to", "pdf"]).ended(2).says(&["--open"]);
    run(&folder, &["render", "-", "--watch"]).ended(2).says(&["--watch"]);
}

/// An editor finds the schema that a new specification names.
#[test]
fn a_new_specification_has_its_schema_beside_it() {
    let folder = Folder::new("new");
    run(&folder, &["new", "BC", "-o", "van-ban/bc.json"]).ended(0);
    assert_eq!(folder.names("van-ban"), ["bc.json", "spec.schema.json"]);
    let spec: Value = serde_json::from_slice(&folder.read("van-ban/bc.json")).unwrap();
    assert_eq!(spec["$schema"], "./spec.schema.json");
    assert_eq!(folder.read("van-ban/spec.schema.json"), run(&folder, &["schema"]).ended(0).out);
    // one that is there stays, unless files are to be replaced
    folder.put("van-ban/spec.schema.json", "{}");
    run(&folder, &["new", "TB", "-o", "van-ban/tb.json"]).ended(0);
    assert_eq!(folder.read("van-ban/spec.schema.json"), b"{}");
    run(&folder, &["new", "TB", "-o", "van-ban/tb.json"]).ended(2).says(&["đã có"]);
    run(&folder, &["new", "TB", "-o", "van-ban/tb.json", "--force"]).ended(0);
    assert_ne!(folder.read("van-ban/spec.schema.json"), b"{}");
    assert!(run(&folder, &["new", "BC"]).ended(0).text().starts_with('{'), "printed without -o");
}
