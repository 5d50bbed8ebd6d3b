//! The program as its users meet it: commands, exit codes, languages, files and streams.

use std::collections::BTreeSet;
use std::fs;
use std::io::pipe;
use std::path::Path;

use crate::cli_run::{Folder, is_docx, is_pdf, report, report_numbered, run, run_script, run_with_input, vanban};

const BOTH: [&str; 2] = ["624-BC-STTTT.docx", "624-BC-STTTT.pdf"];

/// A report with an unknown field: an error in line 2.
fn faulty() -> String {
    report().replacen("{\n", "{\n  \"nonsense\": 1,\n", 1)
}

#[test]
fn renders_both_files_into_a_new_folder_and_names_them() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    let ran = run(&folder, &["render", "bc.json", "-o", "a/b/"]).ended(0);
    assert_eq!(ran.text(), format!("a/b/{}\na/b/{}\n", BOTH[0], BOTH[1]));
    assert_eq!(folder.names("a/b"), BOTH);
    assert!(is_docx(&folder.read("a/b/624-BC-STTTT.docx")));
    assert!(is_pdf(&folder.read("a/b/624-BC-STTTT.pdf")));
}

#[test]
fn without_output_the_files_go_to_the_current_folder() {
    let folder = Folder::new("cli");
    folder.put("in/bc.json", report());
    let ran = run(&folder, &["render", "in/bc.json", "-q"]).ended(0);
    assert_eq!(ran.text(), "");
    assert_eq!(folder.names(""), [BOTH[0], BOTH[1], "in"]);
}

#[test]
fn existing_files_are_replaced_only_by_force() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    folder.put("out/624-BC-STTTT.pdf", "old");
    let ran = run(&folder, &["render", "bc.json", "-o", "out"]).ended(2);
    let ran = ran.says(&["out/624-BC-STTTT.pdf", "--force", "đã có"]);
    assert!(!ran.err.contains(".docx"), "only the file in the way is named: {}", ran.err);
    assert_eq!(folder.names("out"), ["624-BC-STTTT.pdf"], "neither file is written where one is in the way");
    assert_eq!(folder.read("out/624-BC-STTTT.pdf"), b"old");
    run(&folder, &["render", "bc.json", "-o", "out", "--force"]).ended(0);
    assert!(is_pdf(&folder.read("out/624-BC-STTTT.pdf")));
    assert_eq!(folder.names("out"), BOTH);
}

#[test]
fn one_format_and_explicit_file_names() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "--to", "pdf", "-o", "one"]).ended(0);
    assert_eq!(folder.names("one"), [BOTH[1]]);
    run(&folder, &["render", "bc.json", "-o", "x.DOCX"]).ended(0);
    assert!(is_docx(&folder.read("x.DOCX")));
    run(&folder, &["render", "bc.json", "-o", "sub/x.pdf", "--to", "pdf"]).ended(0);
    assert!(is_pdf(&folder.read("sub/x.pdf")));
    run(&folder, &["render", "bc.json", "-o", "y.pdf", "--to", "docx"]).ended(2).says(&["y.pdf", "--to docx"]);
    run(&folder, &["render", "bc.json", "-o", "y.doc"]).ended(2).says(&["y.doc", ".docx", "y.doc/"]);
    run(&folder, &["render", "bc.json", "-o", ""]).ended(2);
    folder.put("other.json", report());
    run(&folder, &["render", "bc.json", "other.json", "-o", "y.pdf"]).ended(2).says(&["y.pdf", "2"]);
    assert!(!folder.names("").iter().any(|name| name.starts_with('y')), "{:?}", folder.names(""));
    // a folder may be called so
    fs::create_dir(folder.path().join("z.pdf")).unwrap();
    run(&folder, &["render", "bc.json", "-o", "z.pdf"]).ended(0);
    assert_eq!(folder.names("z.pdf"), BOTH);
}

#[test]
fn standard_input_and_output() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "-o", "file.pdf"]).ended(0);
    for output in ["-", "/dev/stdout"] {
        let ran = run_with_input(&folder, &["render", "-", "-o", output, "--to", "pdf"], report().as_bytes()).ended(0);
        assert_eq!(ran.out, folder.read("file.pdf"), "the same bytes whatever the way");
    }
    run_with_input(&folder, &["render", "-", "-o", "-"], report().as_bytes()).ended(2).says(&["--to docx", "--to pdf"]);
    run(&folder, &["render", "-", "-", "-o", "out"]).ended(2);
    let ran = run_with_input(&folder, &["check", "-"], faulty().as_bytes()).ended(1);
    assert!(ran.err.contains("stdin"), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_pipes_are_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "-o", "/dev/null", "--to", "pdf"]).ended(0);
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    run(&folder, &["render", "bc.json", "-o", "/dev/null"]).ended(2).says(&["--to docx"]);
    run(&folder, &["render", "bc.json", "-o", "/dev/full", "--to", "pdf"]).ended(2).says(&["/dev/full", "đĩa đầy"]);
    let script =
        "mkfifo pipe.pdf && { cat pipe.pdf > got & } && $VANBAN render bc.json -q -o pipe.pdf; r=$?; wait; exit $r";
    run_script(&folder, script).ended(0);
    assert!(is_pdf(&folder.read("got")));
    assert!(fs::metadata(folder.path().join("pipe.pdf")).unwrap().file_type().is_fifo());
    // a descriptor that leads to a file: what stands there stays
    run_script(&folder, "echo head > log; $VANBAN render bc.json -q --to pdf -o /dev/fd/7 7>>log").ended(0);
    assert!(folder.read("log").starts_with(b"head\n%PDF-"));
}

#[test]
fn a_fault_is_told_with_its_place_and_nothing_is_written() {
    let folder = Folder::new("cli");
    folder.put("bc.json", faulty());
    for command in [["render", "bc.json", "-o", "out"].as_slice(), &["check", "bc.json"]] {
        run(&folder, command).ended(1).says(&["bc.json:2:", "nonsense"]);
    }
    assert_eq!(folder.names(""), ["bc.json"]);
    let vi = run(&folder, &["check", "bc.json"]).err;
    let en = run(&folder, &["check", "bc.json", "--lang", "en"]).err;
    assert_ne!(vi, en);
    assert!(vi.contains("lỗi") && en.contains("error"), "{vi}\n{en}");
}

#[test]
fn one_bad_specification_does_not_stop_the_others() {
    let folder = Folder::new("cli");
    folder.put("1.json", report_numbered(1));
    folder.put("2.json", faulty());
    folder.put("3.json", report_numbered(3));
    let ran = run(&folder, &["render", "1.json", "2.json", "3.json", "-o", "out"]).ended(1).says(&["2.json:2:"]);
    assert_eq!(ran.text().lines().count(), 4);
    assert_eq!(folder.names("out").len(), 4);
    let ran = run(&folder, &["render", "missing.json", "2.json", "3.json", "-o", "again"]).ended(2);
    assert_eq!(ran.text().lines().count(), 2, "the worst code counts, the good one is written");
    let ran = run(&folder, &["check", "1.json", "2.json", "3.json"]).ended(1);
    assert_eq!(ran.text().lines().count(), 3, "one line a file: {}", ran.text());
}

#[test]
fn two_documents_of_one_name_do_not_replace_each_other() {
    let folder = Folder::new("cli");
    folder.put("a.json", report());
    folder.put("b.json", report().replace("Kết quả công tác", "Tình hình"));
    for more in [[].as_slice(), &["--force"]] {
        let args: Vec<&str> = ["render", "a.json", "b.json", "-o", "out"].iter().chain(more).copied().collect();
        run(&folder, &args).ended(2).says(&["a.json", "b.json", "624-BC-STTTT"]);
        assert_eq!(folder.names(""), ["a.json", "b.json"], "it is told before anything is written");
    }
    // what standard input gives is read once, so that the clash shows only when its turn comes
    let ran = run_with_input(&folder, &["render", "a.json", "-", "-o", "out", "--force"], report().as_bytes()).ended(2);
    ran.says(&["a.json", "<stdin>", "624-BC-STTTT"]);
    assert_eq!(folder.names("out"), BOTH);
}

#[test]
fn inputs_that_cannot_be_read() {
    let folder = Folder::new("cli");
    fs::create_dir(folder.path().join("dir")).unwrap();
    run(&folder, &["check", "none.json"]).ended(2).says(&["none.json", "không có tệp"]);
    run(&folder, &["check", "none.json", "--lang=en"]).ended(2).says(&["none.json", "no such file"]);
    let ran = run(&folder, &["check", "\u{1b}[31m.json"]).ended(2);
    assert!(!ran.err.contains('\u{1b}'), "a file name does not speak to the terminal");
    run(&folder, &["check", "dir"]).ended(2).says(&["dir", "thư mục", "*.json"]);
    let huge = fs::File::create(folder.path().join("huge.json")).unwrap();
    huge.set_len((64 << 20) + 1).unwrap();
    run(&folder, &["check", "huge.json"]).ended(2).says(&["huge.json", "64 MiB"]);
}

#[test]
fn outputs_that_cannot_be_written() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    folder.put("file", "text");
    run(&folder, &["render", "bc.json", "-o", "file/out/"]).ended(2).says(&["file/out"]);
    run(&folder, &["render", "bc.json", "-o", "file/x.pdf"]).ended(2).says(&["file"]);
    assert_eq!(folder.read("file"), b"text");
    // nobody can make a file there, whatever his rights
    #[cfg(target_os = "linux")]
    run(&folder, &["render", "bc.json", "-o", "/proc/"]).ended(2).says(&["/proc/624-BC-STTTT.docx"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_write_permission() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let all_powerful = fs::write(closed.join("probe"), "").is_ok();
    let ran = run(&folder, &["render", "bc.json", "-o", "closed"]);
    if all_powerful {
        ran.ended(0);
    } else {
        ran.ended(2).says(&["closed/624-BC-STTTT.docx", "không có quyền", "-o"]);
        assert!(folder.names("closed").is_empty());
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_reader_that_has_gone_is_no_failure_but_a_full_disk_is() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    let commands: [&[&str]; 4] =
        [&["schema"], &["render", "bc.json", "-o", "-", "--to", "pdf"], &["check", "bc.json"], &["--help"]];
    for command in commands {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let output = vanban(&folder).args(command).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        #[cfg(target_os = "linux")]
        {
            let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let output = vanban(&folder).args(command).stdout(full).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{command:?}");
            assert!(String::from_utf8_lossy(&output.stderr).contains("đĩa đầy"));
        }
    }
}

#[test]
fn findings_for_programs() {
    let folder = Folder::new("cli");
    folder.put("good.json", report());
    folder.put("bad.json", faulty());
    let ran = run(&folder, &["check", "good.json", "bad.json", "none.json", "--message-format", "json"]).ended(2);
    let text = ran.text();
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |key: &str| lines.iter().map(|line| line[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("file"), ["good.json", "bad.json", "none.json"]);
    assert_eq!(of("outcome"), ["done", "findings", "failed"]);
    assert_eq!(lines[0]["pages"], 1);
    assert_eq!(lines[1]["findings"][0]["severity"], "error");
    assert!(lines[2]["failure"]["message"].as_str().unwrap().contains("none.json"));
    assert_eq!(ran.err, "");
    let ran = run(&folder, &["render", "good.json", "-o", "out", "--message-format", "json"]).ended(0);
    let line: serde_json::Value = serde_json::from_str(&ran.text()).unwrap();
    assert_eq!(line["written"], serde_json::json!(["out/624-BC-STTTT.docx", "out/624-BC-STTTT.pdf"]));
    let ran = run(&folder, &["render", "good.json", "-o", "-", "--to", "pdf", "--message-format", "json"]).ended(0);
    assert!(is_pdf(&ran.out));
    assert!(serde_json::from_str::<serde_json::Value>(&ran.err).is_ok(), "{}", ran.err);
}

/// A slip in the year brings another regulation, which nobody asked for.
#[test]
fn the_regulation_that_was_applied_is_named() {
    let folder = Folder::new("cli");
    let dated = |year: &str| {
        let mut spec: serde_json::Value = serde_json::from_str(&report()).unwrap();
        spec["issue_date"] = serde_json::json!(format!("{year}-05-15"));
        spec.to_string()
    };
    folder.put("new.json", dated("2024"));
    folder.put("old.json", dated("2014"));
    let ran = run(&folder, &["check", "new.json", "old.json"]).ended(0);
    let text = ran.text();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("new.json: ") && lines[0].contains("30/2020"), "{text}");
    assert!(lines[1].starts_with("old.json: ") && lines[1].contains("01/2011"), "{text}");
    for (name, command) in
        [("nd30-2020", "check"), ("nd30-2020", "render"), ("tt01-2011", "check"), ("tt01-2011", "render")]
    {
        let file = if name == "nd30-2020" { "new.json" } else { "old.json" };
        let mut args = vec![command, file, "--message-format", "json"];
        args.extend((command == "render").then_some("--force"));
        let line: serde_json::Value = serde_json::from_str(&run(&folder, &args).ended(0).text()).unwrap();
        assert_eq!(line["regulation"], name, "{command}");
    }
    // of a document that follows the newest regulation there is nothing to say
    assert_eq!(run(&folder, &["render", "new.json", "--force"]).ended(0).err, "");
    let told = run(&folder, &["render", "old.json", "--force"]).ended(0).err;
    assert!(told.contains("old.json") && told.contains("01/2011"), "{told}");
    assert_eq!(run(&folder, &["render", "old.json", "--force", "--quiet"]).ended(0).err, "");
}

#[test]
fn every_starter_renders_at_once() {
    let folder = Folder::new("cli");
    let list = run(&folder, &["new", "--list"]).ended(0).text();
    let keys: Vec<&str> = list.lines().skip(1).map(|line| line.split_whitespace().next().unwrap()).collect();
    // every type that the schema knows
    let schema: serde_json::Value = serde_json::from_str(&run(&folder, &["schema"]).ended(0).text()).unwrap();
    let known =
        schema["$defs"]["DocType"]["anyOf"].as_array().unwrap().iter().filter_map(|word| word["const"].as_str());
    assert_eq!(keys.iter().copied().collect::<BTreeSet<_>>(), known.collect());
    for key in keys {
        let starter = run(&folder, &["new", key]).ended(0).text();
        let value: serde_json::Value = serde_json::from_str(&starter).unwrap();
        assert_eq!(value["doc_type"], *key);
        assert!(value["$schema"].is_string());
        let ran = run_with_input(&folder, &["render", "-", "-o", key], starter.as_bytes()).ended(0);
        let found = ran.err.lines().filter(|line| line.contains('['));
        let others: Vec<_> = found.filter(|line| line.starts_with("cảnh báo[") && !line.contains("VB078")).collect();
        assert_eq!(others, Vec::<&str>::new(), "{key}: a starter has no fault but what is still to be filled in");
        // what is to be replaced is told, so that none of it is printed for good
        let pointers =
            ["/issuer/parents/0", "/issuer/name", "/issuer/abbreviation", "/issue_place", "/recipients/items/0"];
        let more =
            ["/recipients/items/1", "/recipients/archive/units/0", "/signatures/0/position", "/signatures/0/signer"];
        for pointer in pointers.into_iter().chain(more).chain(value["addressees"].is_array().then_some("/addressees/0"))
        {
            let text = value.pointer(pointer).and_then(serde_json::Value::as_str).unwrap();
            assert!(ran.err.contains(&format!("“{text}”")), "{key}: nothing is told of {pointer}: {}", ran.err);
        }
        let last = value["body"].as_array().unwrap().len() - 1;
        assert!(ran.err.contains(&format!("/body/{last}/")), "{key}: {}", ran.err);
        let names = folder.names(key);
        assert_eq!(names.len(), 2, "{names:?}");
        assert!(is_pdf(&folder.read(&format!("{key}/{}", names[1]))));
    }
}

#[test]
fn a_type_goes_by_several_names() {
    let folder = Folder::new("cli");
    let report = run(&folder, &["new", "report"]).ended(0).text();
    for name in ["BC", "bc", "bao-cao", "bao_cao", "Báo cáo", "REPORT"] {
        assert_eq!(run(&folder, &["new", name]).ended(0).text(), report, "{name}");
    }
    let doc_type = |name: &str| {
        let value: serde_json::Value = serde_json::from_str(&run(&folder, &["new", name]).ended(0).text()).unwrap();
        value["doc_type"].as_str().unwrap().to_owned()
    };
    assert_eq!(doc_type("ĐA"), "project");
    assert_eq!(doc_type("DA"), "investment_project");
    assert_eq!(doc_type("QyĐ"), "rules");
    run(&folder, &["new", "nghị định"]).ended(2).says(&["report (BC)"]);
    run(&folder, &["new"]).ended(2);
}

#[test]
fn the_schema_is_json_schema() {
    let folder = Folder::new("cli");
    let schema: serde_json::Value = serde_json::from_str(&run(&folder, &["schema"]).ended(0).text()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(schema["properties"]["doc_type"].is_object());
}

#[test]
fn every_stage_can_be_seen() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    let mut seen = BTreeSet::new();
    for stage in ["spec", "model", "pages"] {
        let dump = run(&folder, &["dump", "--stage", stage, "bc.json"]).ended(0).text();
        assert!(dump.contains("Thực hiện"), "{stage}: {dump}");
        assert_eq!(dump, run(&folder, &["dump", "--stage", stage, "bc.json"]).ended(0).text());
        seen.insert(dump);
    }
    assert_eq!(seen.len(), 3);
    run(&folder, &["dump", "bc.json"]).ended(2).says(&["--stage"]);
    folder.put("bad.json", "{");
    run(&folder, &["dump", "--stage", "model", "bad.json"]).ended(1).says(&["bad.json:1:"]);
}

#[test]
fn help_in_two_languages() {
    let folder = Folder::new("cli");
    let commands =
        ["render", "check", "extract", "verify", "new", "schema", "fonts", "dump", "completions", "man", "help"];
    let whole = run(&folder, &["--help"]).ended(0).text();
    for command in commands {
        assert!(whole.contains(&format!("  {command} ")), "{whole}");
        let vi = run(&folder, &[command, "--help"]).ended(0).text();
        let en = run(&folder, &[command, "--help", "--lang", "en"]).ended(0).text();
        assert!(vi.contains("Cách dùng: vanban") && en.contains("Usage: vanban"), "{vi}{en}");
        for text in [&vi, &en] {
            let lines: Vec<&str> = text.lines().collect();
            for (i, line) in lines.iter().enumerate().filter(|(_, line)| line.trim_start().starts_with('-')) {
                let beside = line.trim_start().split_once("  ").is_some_and(|(_, text)| !text.trim().is_empty());
                let below = lines.get(i + 1).is_some_and(|next| next.starts_with("          "));
                assert!(beside || below, "{command}: nothing said of {line}");
            }
        }
        for word in ["Options", "Usage", "default:", "possible values"] {
            assert!(!vi.contains(word), "{word} in the Vietnamese help of {command}:\n{vi}");
        }
        assert_eq!(run(&folder, &["help", command]).ended(0).text().trim(), vi.trim());
        let man = run(&folder, &["man", command]).ended(0).text();
        assert!(man.contains(".TH vanban-") && man.contains(".SH \"TÊN\""), "{man}");
    }
    assert!(run(&folder, &["--version"]).ended(0).text().contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn mistakes_in_the_command_line() {
    let folder = Folder::new("cli");
    run(&folder, &[]).ended(2).says(&["Cách dùng"]);
    run(&folder, &["rendr"]).ended(2).says(&["lỗi: không có lệnh", "render"]);
    run(&folder, &["render"]).ended(2).says(&["lỗi: thiếu", "SPEC"]);
    run(&folder, &["render", "a", "--froce"]).ended(2).says(&["--froce", "--force"]);
    run(&folder, &["render", "a", "--to", "odt"]).ended(2).says(&["odt", "docx, pdf"]);
    run(&folder, &["fonts", "--fonts", "system", "--font-dir", "x"]).ended(2).says(&["không đi cùng"]);
    let en = run(&folder, &["--lang", "en", "render", "a", "--to", "odt"]).ended(2).err;
    assert!(en.contains("invalid value 'odt'") && !en.contains("lỗi"), "{en}");
}

#[test]
fn completions_for_every_shell() {
    let folder = Folder::new("cli");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&folder, &["completions", shell]).ended(0).text();
        assert!(script.contains("vanban") && script.contains("font-dir"), "{shell}");
    }
}

/// The bundled faces, copied into a folder; `change` may change each file's bytes.
fn faces(folder: &Folder, change: impl Fn(&mut Vec<u8>)) {
    for style in ["Regular", "Bold", "Italic", "BoldItalic"] {
        let name = format!("LiberationSerif-{style}.ttf");
        let mut bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(&name)).unwrap();
        change(&mut bytes);
        folder.put(&format!("faces/{name}"), bytes);
    }
}

/// Where a table of a font file begins.
fn table(font: &[u8], tag: &[u8; 4]) -> usize {
    let record = font[12..].chunks(16).find(|record| &record[..4] == tag).unwrap();
    usize::try_from(u32::from_be_bytes(record[8..12].try_into().unwrap())).unwrap()
}

#[test]
fn fonts_say_what_is_used_and_why() {
    let folder = Folder::new("cli");
    let bundled = run(&folder, &["fonts"]).ended(0).text();
    assert_eq!(bundled.matches("LiberationSerif").count(), 4);
    assert!(bundled.contains("đi kèm") && bundled.contains("--fonts bundled"), "{bundled}");
    faces(&folder, |_| ());
    let own = run(&folder, &["fonts", "--font-dir", "faces", "--lang", "en"]).ended(0);
    assert!(
        own.text().contains("faces/LiberationSerif-BoldItalic.ttf") && own.text().contains("why:"),
        "{}",
        own.text()
    );
    assert_eq!(own.err, "", "the same widths as Times New Roman");
    let system = run(&folder, &["fonts", "--fonts", "system"]).ended(0).text();
    assert!(system.contains("Times New Roman"), "found or not, it is named: {system}");
}

#[test]
fn a_font_folder_gives_the_same_files_as_the_bundled_faces() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    faces(&folder, |_| ());
    run(&folder, &["render", "bc.json", "-o", "a"]).ended(0);
    run(&folder, &["render", "bc.json", "-o", "b", "--font-dir", "faces"]).ended(0);
    assert_eq!(folder.read("a/624-BC-STTTT.pdf"), folder.read("b/624-BC-STTTT.pdf"));
}

#[test]
fn fonts_that_cannot_be_used() {
    let folder = Folder::new("cli");
    fs::create_dir(folder.path().join("empty")).unwrap();
    run(&folder, &["fonts", "--font-dir", "empty"]).ended(2).says(&["empty", ".ttf"]);
    run(&folder, &["fonts", "--font-dir", "none"]).ended(2).says(&["none", "không có"]);
    faces(&folder, |bytes| {
        let os2 = table(bytes, b"OS/2");
        // fsType: restricted licence embedding
        bytes[os2 + 8..os2 + 10].copy_from_slice(&[0, 2]);
    });
    run(&folder, &["fonts", "--font-dir", "faces"]).ended(2).says(&["giấy phép", "LiberationSerif"]);
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "-o", "out", "--font-dir", "faces"]).ended(2);
    assert!(!folder.path().join("out").exists());
    fs::remove_file(folder.path().join("faces/LiberationSerif-Bold.ttf")).unwrap();
    run(&folder, &["fonts", "--font-dir", "faces"]).ended(2).says(&["Liberation Serif", "bốn kiểu"]);
}

#[test]
fn fonts_of_other_widths_are_warned_of() {
    let folder = Folder::new("cli");
    folder.put("bc.json", report());
    faces(&folder, |bytes| {
        let head = table(bytes, b"head");
        bytes[head + 18..head + 20].copy_from_slice(&1900_u16.to_be_bytes());
    });
    run(&folder, &["fonts", "--font-dir", "faces"]).ended(0).says(&["cảnh báo", "đậm nghiêng", "Times New Roman"]);
    run(&folder, &["render", "bc.json", "-o", "out", "--font-dir", "faces"]).ended(0).says(&["cảnh báo"]);
}
