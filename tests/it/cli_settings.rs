//! Defaults from `vanban.toml` and the environment, and the organ file.

use serde_json::{Value, json};

use crate::cli_run::{Folder, Ran, report, run, vanban};

fn run_with(folder: &Folder, variables: &[(&str, &str)], args: &[&str]) -> Ran {
    vanban(folder).args(args).envs(variables.iter().copied()).output().unwrap().into()
}

/// The sample report without some fields.
fn without(keys: &[&str]) -> String {
    let mut spec: Value = serde_json::from_str(&report()).unwrap();
    keys.iter().for_each(|key| drop(spec.as_object_mut().unwrap().remove(*key)));
    format!("{spec:#}")
}

#[test]
fn what_is_typed_goes_before_the_environment_and_that_before_the_file() {
    let folder = Folder::new("settings");
    folder.put("below/er/bc.json", report());
    folder.put("vanban.toml", "# of the office\nlang = \"en\"\noutput = \"from-file\"\n");
    // the file counts for all folders below its own, and its paths start there
    let render = |variables: &[(&str, &str)], more: &[&str]| {
        let args = [&["render", "bc.json", "--force"], more].concat();
        let mut command = vanban(&folder);
        let ran: Ran = command
            .current_dir(folder.path().join("below/er"))
            .args(args)
            .envs(variables.iter().copied())
            .output()
            .unwrap()
            .into();
        ran
    };
    render(&[], &[]).ended(0);
    assert_eq!(folder.names("from-file").len(), 2);
    render(&[("VANBAN_OUTPUT", "from-environment")], &[]).ended(0);
    assert_eq!(folder.names("below/er/from-environment").len(), 2);
    render(&[("VANBAN_OUTPUT", "from-environment")], &["-o", "typed"]).ended(0);
    assert_eq!(folder.names("below/er/typed").len(), 2);
    render(&[("VANBAN_OUTPUT", "")], &[]).ended(0);
    assert_eq!(folder.names("below/er").len(), 5, "an empty variable stands for none");

    let says = |variables: &[(&str, &str)], args: &[&str]| run_with(&folder, variables, args).ended(2).err;
    assert!(says(&[], &["check", "none.json"]).starts_with("error"));
    assert!(says(&[("VANBAN_LANG", "vi")], &["check", "none.json"]).starts_with("lỗi"));
    assert!(says(&[("VANBAN_LANG", "vi")], &["check", "none.json", "--lang", "en"]).starts_with("error"));
    assert!(says(&[], &["check", "--nonsense"]).starts_with("error"), "usage too");
    assert!(says(&[], &["check", "--nonsense", "--lang=vi"]).starts_with("lỗi"));
    assert!(says(&[("VANBAN_LANG", "fr")], &["check", "none.json"]).contains("VANBAN_LANG"));
}

#[test]
fn the_nearest_file_counts_and_its_faults_are_told_with_their_place() {
    let folder = Folder::new("settings");
    folder.put("bc.json", report());
    for (text, place, word) in [
        ("lang = \"en\"\nlangue = \"en\"\n", "vanban.toml:2:1", "langue"),
        ("\n  output = 3\n", "vanban.toml:2:12", "output"),
        ("lang = \"de\"\n", "vanban.toml:1:8", "de"),
        ("lang = \n", "vanban.toml:1:", "TOML"),
        ("[output]\nfolder = \"x\"\n", "vanban.toml:1:", "output"),
        ("lang = \"vi\"\nlang = \"en\"\n", "vanban.toml:2:1", "TOML"),
    ] {
        folder.put("vanban.toml", text);
        run(&folder, &["check", "bc.json"]).ended(2).says(&[place, word]);
        run(&folder, &["--help"]).ended(0);
    }
    folder.put("vanban.toml", "");
    run(&folder, &["check", "bc.json"]).ended(0);
}

#[test]
fn the_organ_file_stands_in_for_what_a_specification_lacks() {
    let folder = Folder::new("settings");
    let organ = json!({
        "$schema": "./spec.schema.json",
        "issuer": { "name": "Sở Nội vụ", "abbreviation": "SNV" },
        "issue_place": "An Giang",
    });
    folder.put("organ.json", organ.to_string());
    folder.put("bc.json", without(&["issuer", "issue_place", "symbol"]));
    run(&folder, &["check", "bc.json"]).ended(1).says(&["issuer", "issue_place"]);
    run(&folder, &["render", "bc.json", "--organ", "organ.json", "-o", "out"]).ended(0);
    assert_eq!(folder.names("out"), ["624-BC-SNV.docx", "624-BC-SNV.pdf"]);

    // what the files carry needs no organ file
    let carried = run(&folder, &["extract", "out/624-BC-SNV.docx"]).ended(0).out;
    let whole: Value = serde_json::from_slice(&carried).unwrap();
    assert_eq!((&whole["issuer"], &whole["issue_place"]), (&organ["issuer"], &organ["issue_place"]));
    let own: Value = serde_json::from_slice(&folder.read("bc.json")).unwrap();
    assert_eq!(whole["body"], own["body"]);
    run(&folder, &["verify", "out/624-BC-SNV.docx", "out/624-BC-SNV.pdf"]).ended(0);

    // a field of the specification's own is not touched, not even in part
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "--organ", "organ.json", "-o", "own"]).ended(0);
    assert_eq!(folder.names("own"), ["624-BC-STTTT.docx", "624-BC-STTTT.pdf"]);
    let carried = run(&folder, &["extract", "own/624-BC-STTTT.docx"]).ended(0).out;
    assert_eq!(carried, report().into_bytes(), "nothing lacks, nothing changes");
}

#[test]
fn the_organ_file_comes_from_the_settings_and_is_no_specification() {
    let folder = Folder::new("settings");
    folder.put("in/organ.json", r#"{ "issue_place": "An Giang" }"#);
    folder.put("in/bc.json", without(&["issue_place"]));
    folder.put("vanban.toml", "organ = \"in/organ.json\"\n");
    let ran = run(&folder, &["check", "in"]).ended(0);
    assert_eq!(ran.text().lines().count(), 1, "{}", ran.text());
    run(&folder, &["check", "in", "--organ", ""]).ended(1);
    run_with(&folder, &[("VANBAN_ORGAN", "none.json")], &["check", "in"]).ended(2).says(&["none.json"]);
}

#[test]
fn findings_name_the_file_that_they_are_in() {
    let folder = Folder::new("settings");
    folder.put("organ.json", "\u{feff}{\n  \"issue_place\": \"An Giang\",\n  \"nonsense\": 1\n}\n");
    let spec = without(&["issue_place"]).replacen("{\n", "{\n  \"subjekt\": 1,\n", 1);
    for spec in [spec.clone(), format!("\u{feff}{spec}"), spec.replace('\n', "\r\n"), spec.replace("\n ", " ")] {
        folder.put("bc.json", spec);
        let ran = run(&folder, &["check", "bc.json", "--organ", "organ.json"]).ended(1);
        let ran = ran.says(&["organ.json:3:", "/nonsense", "bc.json:", "/subjekt"]);
        assert!(!ran.err.contains("organ.json:2"), "{}", ran.err);
        let ran = run(&folder, &["check", "bc.json", "--organ", "organ.json", "--message-format", "json"]).ended(1);
        let told: Value = serde_json::from_str(ran.text().trim()).unwrap();
        for finding in told["findings"].as_array().unwrap() {
            let expected = if finding["pointer"] == "/nonsense" { "organ.json" } else { "bc.json" };
            assert_eq!(finding["file"], expected, "{finding}");
        }
    }
}

#[test]
fn an_organ_file_that_is_none_is_told_with_its_place() {
    let folder = Folder::new("settings");
    folder.put("bc.json", report());
    for text in ["[1]", "{\n  \"issuer\": \n}", "", "{} {}"] {
        folder.put("organ.json", text);
        run(&folder, &["check", "bc.json", "--organ", "organ.json"]).ended(2).says(&["organ.json:", "JSON"]);
    }
    // a specification that is no object is told as always
    folder.put("organ.json", "{\"issue_place\": \"An Giang\"}");
    folder.put("bc.json", "{ \"doc_type\": ");
    run(&folder, &["check", "bc.json", "--organ", "organ.json"]).ended(1).says(&["bc.json:1"]);
    folder.put("bc.json", "{}");
    run(&folder, &["check", "bc.json", "--organ", "organ.json"]).ended(1).says(&["doc_type"]);
}
