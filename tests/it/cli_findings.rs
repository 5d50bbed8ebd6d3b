//! Findings as the program tells them: with the line, in colour, for GitHub and for code scanners, and what a code means.

use serde_json::Value;

use crate::cli_run::{Folder, report, run, vanban};

/// A report with an unknown field in line 2.
fn faulty() -> String {
    report().replacen("{\n", "{\n  \"nonsense\": 1,\n", 1)
}

#[test]
fn the_line_is_shown_with_a_mark() {
    let folder = Folder::new("findings");
    folder.put("bad.json", faulty());
    run(&folder, &["check", "bad.json", "--lang", "en"])
        .ended(1)
        .says(&["--> bad.json:2:3  /nonsense\n   |\n 2 |   \"nonsense\": 1,\n   |   ^^^^^^^^^^\n  hint: "]);
}

/// The tests run the program without a terminal.
#[test]
fn colours_are_there_where_they_are_asked_for() {
    let folder = Folder::new("findings");
    folder.put("bad.json", faulty());
    let has_colour = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = vanban(&folder);
        command.args(args).env_remove("NO_COLOR").envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stderr).unwrap().contains('\u{1b}')
    };
    assert!(!has_colour(&["check", "bad.json"], &[]));
    assert!(has_colour(&["check", "bad.json", "--color", "always"], &[]));
    assert!(has_colour(&["check", "bad.json", "--color=always"], &[("NO_COLOR", "1"), ("TERM", "dumb")]), "asked for");
    assert!(!has_colour(&["check", "bad.json", "--color", "never"], &[]));
    assert!(has_colour(&["check", "none.json", "--color", "always"], &[]), "failures too");
    assert!(!has_colour(&["check", "none.json"], &[]));
    run(&folder, &["check", "bad.json", "--color", "red"]).ended(2).says(&["red"]);
}

#[test]
fn findings_for_github_go_where_the_json_goes() {
    let folder = Folder::new("findings");
    folder.put("bad.json", faulty());
    folder.put("good.json", report());
    let ran = run(&folder, &["check", "good.json", "bad.json", "none.json", "--message-format", "github"]).ended(2);
    let lines: Vec<String> = ran.text().lines().map(str::to_owned).collect();
    assert_eq!((lines.len(), ran.err.as_str()), (2, ""), "{lines:?}");
    assert!(
        lines[0].starts_with("::error file=bad.json,line=2,endLine=2,col=3,endColumn=13,title=VB010::"),
        "{lines:?}"
    );
    assert!(lines[1].starts_with("::error file=none.json::"), "{lines:?}");
    let ran = run(&folder, &["render", "bad.json", "-o", "-", "--to", "pdf", "--message-format", "github"]).ended(1);
    assert!(ran.out.is_empty() && ran.err.starts_with("::error file=bad.json,"), "{}", ran.err);
}

#[test]
fn a_sarif_log_is_one_document_for_all_files() {
    let folder = Folder::new("findings");
    folder.put("bad.json", faulty());
    folder.put("good.json", report());
    let ran = run(&folder, &["check", "good.json", "bad.json", "none.json", "--message-format", "sarif"]).ended(2);
    let log: Value = serde_json::from_slice(&ran.out).unwrap();
    let run_of = |log: &Value| log["runs"][0].clone();
    assert_eq!(log["version"], "2.1.0");
    let results = run_of(&log)["results"].as_array().unwrap().clone();
    assert_eq!(results.len(), 1);
    assert_eq!(results[0]["ruleId"], "VB010");
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!((&place["artifactLocation"]["uri"], &place["region"]["startLine"]), (&"bad.json".into(), &2.into()));
    assert_eq!(run_of(&log)["invocations"][0]["executionSuccessful"], false);
    let ran = run(&folder, &["render", "good.json", "-o", "out", "--message-format", "sarif"]).ended(0);
    let log: Value = serde_json::from_slice(&ran.out).unwrap();
    assert_eq!(run_of(&log)["results"], Value::Array(Vec::new()));
    assert_eq!(folder.names("out").len(), 2);
    run(&folder, &["verify", "out/624-BC-STTTT.pdf", "--message-format", "sarif"]).ended(2);
}

#[test]
fn codes_are_explained() {
    let folder = Folder::new("findings");
    for typed in ["VB061", "vb061", "slash_prefix", "SLASH_PREFIX"] {
        let ran = run(&folder, &["explain", typed]).ended(0);
        assert!(ran.text().starts_with("VB061 slash_prefix (lỗi)\n"), "{typed}: {}", ran.text());
    }
    let ran = run(&folder, &["explain", "VB061", "--lang", "en"]).ended(0);
    assert!(ran.text().contains("A prefix with a slash or without its dot."), "{}", ran.text());
    let all = run(&folder, &["explain"]).ended(0).text();
    assert_eq!(all.lines().count(), vanban::diag::registry::ALL.len());
    run(&folder, &["explain", "VB61", "--lang", "en"])
        .ended(2)
        .says(&["no code “VB61”", "did you mean VB061 (slash_prefix)?"]);
}
