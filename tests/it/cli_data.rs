//! Placeholders filled from a data file, organ files that a specification names, files named by a pattern.

use serde_json::{Value, json};
use vanban::specification::DataFile;

use crate::cli_run::{Folder, report, run};

/// The sample report with some members set; `null` takes one away.
fn with(members: &Value) -> String {
    let mut spec: Value = serde_json::from_str(&report()).unwrap();
    for (key, value) in members.as_object().unwrap() {
        match value {
            Value::Null => drop(spec.as_object_mut().unwrap().remove(key)),
            value => drop(spec.as_object_mut().unwrap().insert(key.clone(), value.clone())),
        }
    }
    format!("{spec:#}")
}

/// The specification that a file carries.
fn carried(folder: &Folder, file: &str) -> Value {
    serde_json::from_slice(&run(folder, &["extract", file]).ended(0).out).unwrap()
}

#[test]
fn values_are_printed_as_they_are() {
    let folder = Folder::new("data");
    folder.put(
        "bc.json",
        with(&json!({
            "number": "{{số}}",
            "subject": "Kết quả của {{ tên }}",
            "addressees": "{{kính gửi}}",
            "body": [
                { "type": "paragraph", "text": "Tỷ lệ {{tỷ lệ}}%, mã {{mã}}." },
                { "type": "paragraph", "text": [{ "text": "Tên biến là {{{{tên}}, " }, { "text": "{{tên}}", "bold": true }] },
            ],
        })),
    );
    let data = json!({
        "$schema": "x",
        "số": 12,
        "tên": "Công ty \"A\\B\" <&> {{mã}} ¶\nChi nhánh",
        "tỷ lệ": 99.5,
        "ma\u{303}": "007",
        "kính gửi": ["Sở Nội vụ", "Sở {{mã}}"],
    });
    folder.put("data.json", format!("\u{feff}{data}"));
    run(&folder, &["render", "bc.json", "--data", "data.json", "-o", "out"]).ended(0);
    let spec = carried(&folder, "out/12-BC-STTTT.docx");
    assert_eq!(spec["number"], 12);
    assert_eq!(spec["subject"], format!("Kết quả của {}", data["tên"].as_str().unwrap()));
    assert_eq!(spec["addressees"], data["kính gửi"]);
    assert_eq!(spec["body"][0]["text"], "Tỷ lệ 99,5%, mã 007.");
    assert_eq!(spec["body"][1]["text"][0]["text"], "Tên biến là {{tên}}, ");
    assert_eq!(spec["body"][1]["text"][1]["text"], data["tên"]);
    run(&folder, &["verify", "out/12-BC-STTTT.docx", "out/12-BC-STTTT.pdf"]).ended(0);
}

#[test]
fn a_placeholder_without_a_value_is_an_error_that_names_it_and_its_place() {
    let folder = Folder::new("data");
    let spec = with(&json!({ "subject": "Kết quả của {{tên}}", "issue_date": "{{ngày}}" }));
    folder.put("bc.json", &spec);
    folder.put("data.json", r#"{ "ngày": null, "ten": "Sở Nội vụ" }"#);
    let place = |word: &str| {
        let (line, text) = spec.lines().enumerate().find(|(_, line)| line.contains(word)).unwrap();
        let column = text.split(word).next().unwrap().chars().count() + 1;
        format!("bc.json:{}:{column}", line + 1)
    };
    let ran = run(&folder, &["render", "bc.json", "--data", "data.json", "-o", "out"]).ended(1);
    let ran = ran.says(&[&place("{{tên}}"), &place("{{ngày}}"), "{{tên}} chưa có giá trị", "{{ten}}?", "VB271"]);
    assert_eq!(ran.err.matches("lỗi[").count(), 2, "nothing follows from them: {}", ran.err);
    assert!(!folder.path().join("out").exists());
    let ran = run(&folder, &["check", "bc.json"]).ended(1).says(&["VB270", "--data"]);
    assert_eq!(ran.err.matches("lỗi[").count(), 2, "{}", ran.err);
}

#[test]
fn findings_behind_a_value_keep_their_places() {
    let folder = Folder::new("data");
    let spec = "{ \"doc_type\": \"report\", \"subject\": \"{{dài}} {{danh sách}}\", \"nonsense\": 1, \"issue_place\": \"{{trắng}}\" }";
    folder.put("bc.json", spec);
    folder.put("data.json", json!({ "dài": "x".repeat(300), "trắng": " An Giang", "danh sách": ["a"] }).to_string());
    let ran = run(&folder, &["check", "bc.json", "--data", "data.json", "--message-format", "json"]).ended(1);
    let told: Value = serde_json::from_str(ran.text().trim()).unwrap();
    let column = |pointer: &str, code: Option<&str>| {
        let found = told["findings"].as_array().unwrap().iter();
        let mut found =
            found.filter(|finding| finding["pointer"] == pointer && code.is_none_or(|code| finding["code"] == code));
        found.next().unwrap_or_else(|| panic!("{pointer} {told:#}"))["column"].as_u64().unwrap()
    };
    let expected = |word: &str| (spec.split(word).next().unwrap().chars().count() + 1) as u64;
    assert_eq!(column("/nonsense", None), expected("\"nonsense\""));
    assert_eq!(column("/issue_place", None), expected("{{trắng}}"));
    assert_eq!(column("/subject", Some("VB272")), expected("{{danh sách}}"));
}

#[test]
fn a_data_file_that_is_none_is_told() {
    let folder = Folder::new("data");
    folder.put("in/bc.json", report());
    for (text, word) in
        [("[1]", "JSON"), ("{\n \"a\": 1,\n \"a\": 2}", ":3:2"), ("", "data.json:1:1"), ("{\"a\": ", "data.json:1:")]
    {
        folder.put("in/data.json", text);
        run(&folder, &["check", "in/bc.json", "--data", "in/data.json"]).ended(2).says(&["data.json", word]);
    }
    let code = |text: &str| DataFile::read(text.as_bytes()).map_err(|fault| fault.code);
    assert_eq!(["[1]", r#"{ "a": 1, " a": 2 }"#].map(code), [Err("VB273"), Err("VB273")]);
    // among the specifications of a folder it is none
    folder.put("in/data.json", "{}");
    assert_eq!(run(&folder, &["check", "in", "--data", "in/data.json"]).ended(0).text().lines().count(), 1);
}

#[test]
fn a_specification_names_its_organ_file() {
    let folder = Folder::new("data");
    let organ = json!({ "issuer": { "name": "Sở Nội vụ", "abbreviation": "SNV" }, "issue_place": "An Giang" });
    folder.put("in/co-quan.json", organ.to_string());
    let spec = |file: &str| with(&json!({ "issuer_from": file, "issuer": null, "issue_place": null, "symbol": null }));
    folder.put("in/bc.json", spec("co-quan.json"));
    assert_eq!(run(&folder, &["check", "in"]).ended(0).text().lines().count(), 1, "the organ file is no specification");
    run(&folder, &["render", "in/bc.json", "-o", "out"]).ended(0);
    let whole = carried(&folder, "out/624-BC-SNV.docx");
    assert_eq!((&whole["issuer"], whole.get("issuer_from")), (&organ["issuer"], None));
    run(&folder, &["verify", "out/624-BC-SNV.docx", "out/624-BC-SNV.pdf"]).ended(0);

    // it goes before the one of the command line, and its faults are told in it
    folder.put("organ.json", r#"{ "issue_place": "Hà Nội", "recipients": { "nonsense": 1 } }"#);
    folder.put("in/co-quan.json", "{\n  \"issuer\": { \"name\": \"Sở Nội vụ\", \"abbreviation\": \"SNV\" },\n  \"issue_place\": \"An Giang\",\n  \"fault\": 1\n}");
    let all = with(
        &json!({ "issuer_from": "co-quan.json", "issuer": null, "issue_place": null, "symbol": null, "recipients": null }),
    );
    folder.put("in/bc.json", all);
    let ran = run(&folder, &["check", "in/bc.json", "--organ", "organ.json"]).ended(1);
    ran.says(&["in/co-quan.json:4:", "/fault", "organ.json:1:", "/recipients/nonsense"]);
}

#[test]
fn an_organ_file_that_cannot_be_taken_is_told_at_its_name() {
    let folder = Folder::new("data");
    folder.put("co-quan.json", r#"{ "issue_place": "An Giang" }"#);
    folder.put("in/faulty.json", "{ \"issuer\": ");
    folder.put("in/large.json", format!("{{ \"a\": \"{}\" }}", "x".repeat(1 << 20)));
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("co-quan.json"), folder.path().join("in/link.json")).unwrap();
    let outside = folder.path().join("co-quan.json").display().to_string();
    for file in ["../co-quan.json", &outside, "none.json", "faulty.json", "large.json", "", "link.json"] {
        folder.put("in/bc.json", with(&json!({ "issuer_from": file })));
        let ran =
            run(&folder, &["render", "in/bc.json", "-o", "out"]).ended(1).says(&["VB275", "in/bc.json:", "gợi ý"]);
        assert_eq!(ran.err.matches("lỗi[").count(), 1, "{}", ran.err);
        if cfg!(not(unix)) && file == "large.json" {
            break;
        }
    }
    assert!(!folder.path().join("out").exists());
    folder.put("in/bc.json", with(&json!({ "issuer_from": 3 })));
    run(&folder, &["check", "in/bc.json"]).ended(1).says(&["VB275"]);
}

#[test]
fn files_are_named_by_a_pattern() {
    let folder = Folder::new("data");
    folder.put("Bản nháp.json", with(&json!({ "number": null })));
    folder.put("khác.json", with(&json!({ "number": null })));
    let render =
        |more: &[&str]| run(&folder, &[&["render", "Bản nháp.json", "khác.json", "--to", "pdf"], more].concat());
    // two drafts without numbers have one name
    render(&["-o", "out"]).ended(2).says(&["du-thao-BC-STTTT", "--name '{stem}'"]);
    render(&["-o", "out", "--name", "{type}"]).ended(2).says(&["BC ←"]);
    assert!(!folder.path().join("out").exists(), "told before anything is written");
    render(&["-o", "out", "--name", "{stem}"]).ended(0);
    assert_eq!(folder.names("out"), ["Ban-nhap.pdf", "khac.pdf"]);

    folder.put("bc.json", report());
    let one = |pattern: &str, output: &str| {
        run(&folder, &["render", "bc.json", "--to", "pdf", "--name", pattern, "-o", output])
    };
    one("{number}-{type}-{organ}", "one").ended(0);
    one("Số {number} {symbol} {year} {date}", "two").ended(0);
    let spec: Value = serde_json::from_str(&report()).unwrap();
    let date = spec["issue_date"].as_str().unwrap();
    assert_eq!(folder.names("one"), ["624-BC-STTTT.pdf"]);
    assert_eq!(folder.names("two"), [format!("So-624-BC-STTTT-{}-{date}.pdf", &date[..4])]);
    for (pattern, word) in [("{so}", "{number}"), ("a/{number}", "thư mục"), ("{number", "{"), ("", "rỗng")] {
        one(pattern, "three").ended(2).says(&["--name", word]);
    }
    one("{stem}", "x.pdf").ended(2).says(&["--name"]);
    assert!(!folder.path().join("three").exists());
}
