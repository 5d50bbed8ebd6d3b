//! `vanban serve` as an integrator meets it: the bytes, findings and verdicts of the command line, over HTTP.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::corpus::samples;
use crate::serve_support::{Reply, Service, form};

const PDF: &str = "application/pdf";
const ZIP: &str = "application/zip";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("samples/{name}.json"))).unwrap()
}

/// The files of a zip, by name.
fn unzipped(reply: &Reply) -> Vec<(String, Vec<u8>)> {
    assert_eq!(reply.header("content-type"), Some(ZIP), "{}", String::from_utf8_lossy(&reply.body));
    let mut zip = zip::ZipArchive::new(Cursor::new(reply.body.as_slice())).unwrap();
    (0..zip.len())
        .map(|i| {
            let (mut file, mut bytes) = (zip.by_index(i).unwrap(), Vec::new());
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// What the program tells of a specification in a folder.
fn told_by_program(folder: &Path, args: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    let out = command.current_dir(folder).args(args).args(["--message-format", "json"]).output().unwrap();
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn every_sample_gives_the_files_of_the_command_line() {
    let service = Service::start(&[]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/pictures");
    let pictures: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (format!("pictures/{}", path.file_name().unwrap().display()), fs::read(path).unwrap()))
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    for sample in samples().into_iter().filter(|sample| seen.insert(sample.path.clone())) {
        let mut fields = vec![("spec", None, sample.spec.as_slice())];
        fields.extend(pictures.iter().map(|(name, bytes)| ("picture", Some(name.as_str()), bytes.as_slice())));
        let (header, body) = form(&fields);
        let reply = service.ask("POST /v1/render", &[header, "Accept: */*"], &body);
        assert_eq!(reply.status, 200, "{}: {reply:?}", sample.name);
        let rendered =
            sample.with(|spec, resources, _| vanban::render(spec, resources, &vanban::Options::new())).unwrap();
        let mut expected: Vec<_> = rendered.files.iter().map(|file| (file.name(), file.bytes.clone())).collect();
        let mut made = unzipped(&reply);
        let findings = made.pop().unwrap();
        assert_eq!(findings.0, "findings.json");
        expected.sort();
        made.sort();
        let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&made), names(&expected), "{}", sample.name);
        assert!(made == expected, "{}: other bytes", sample.name);
        assert_eq!(reply.header("vanban-pages").unwrap(), rendered.page_count.to_string());
    }
}

#[test]
fn accept_and_options_choose_the_files() {
    let (service, spec) = (Service::start(&[]), sample("to-trinh"));
    let cases = [
        ("", "*/*", ZIP),
        ("", PDF, PDF),
        ("", DOCX, DOCX),
        ("?formats=pdf", "*/*", PDF),
        ("?formats=docx", "", DOCX),
        ("?formats=pdf", ZIP, ZIP),
        ("?formats=docx,pdf", "application/pdf;q=0.1, application/zip;q=0.2", ZIP),
    ];
    for (query, accept, expected) in cases {
        let reply = service.render(query, accept, &spec);
        assert_eq!((reply.status, reply.header("content-type")), (200, Some(expected)), "{query} {accept}");
    }
    let reply = service.render(
        "?formats=pdf&pdf=a-3a&name=%7Bstem%7D-s%E1%BB%91&file=t%E1%BB%9D%20tr%C3%ACnh.json",
        "*/*",
        &spec,
    );
    let name = reply.header("content-disposition").unwrap();
    assert!(name.ends_with("filename*=UTF-8''to-trinh-so.pdf"), "{name}");
    assert!(reply.body.windows(13).any(|word| word == b"/EmbeddedFile"), "PDF/A-3a carries the specification");
    for (query, accept, kind) in [
        ("", "text/html", "not-acceptable"),
        ("?formats=pdf", DOCX, "not-acceptable"),
        ("?formats=odt", "*/*", "options"),
        ("?pdf=a-9z", "*/*", "options"),
        ("?nummer=1", "*/*", "options"),
        ("?lang=fr", "*/*", "options"),
        ("?data=khong-co.json", "*/*", "options"),
    ] {
        assert_eq!(service.render(query, accept, &spec).problem(), kind, "{query} {accept}");
    }
}

#[test]
fn findings_have_the_form_of_the_command_line() {
    let service = Service::start(&[]);
    let folder = std::env::temp_dir().join(format!("vanban-serve-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let warned = String::from_utf8(sample("to-trinh")).unwrap().replace("Kính", "Kính ");
    let specs = ["", "{}", "{\"doc_type\": \"poem\"}", "[[[", "null", warned.as_str()];
    for spec in specs {
        fs::write(folder.join("a.json"), spec).unwrap();
        for (lang, query) in [("vi", "?file=a.json"), ("en", "?file=a.json&lang=en")] {
            let expected = told_by_program(&folder, &["check", "a.json", "--lang", lang]);
            let reply =
                service.ask(&format!("POST /v1/check{query}"), &["Content-Type: application/json"], spec.as_bytes());
            assert_eq!(reply.status, 200);
            for member in ["findings", "pages", "regulation"] {
                assert_eq!(reply.json()[member], expected[member], "{spec}");
            }
            if expected["outcome"] == "findings" {
                let reply = service.render(query, "*/*", spec.as_bytes());
                assert_eq!((reply.status, reply.problem()), (422, "findings".to_owned()));
                assert_eq!(reply.json()["findings"], expected["findings"]);
                assert_eq!(reply.header("content-language"), Some(lang));
            }
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn pages_can_be_looked_at() {
    let (service, spec) = (Service::start(&[]), sample("quy-che"));
    let headers = ["Content-Type: application/json"];
    let all = service.ask("POST /v1/preview", &headers, &spec).json();
    let pages = all["page_count"].as_u64().unwrap();
    assert!(pages > 1 && all["svg"].as_array().unwrap().len() as u64 == pages, "{all}");
    let second = service.ask("POST /v1/preview?pages=2", &headers, &spec).json();
    assert_eq!(second["svg"], json!([all["svg"][1]]));
    assert!(second["svg"][0]["text"].as_str().unwrap().starts_with("<svg"));
    assert_eq!((&second["page_count"], &second["sources"]), (&all["page_count"], &all["sources"]));
    assert_eq!(service.ask("POST /v1/preview?pages=a-b", &headers, &spec).problem(), "options");
    let unfinished = service.ask("POST /v1/preview", &headers, b"{").json();
    assert_eq!((&unfinished["page_count"], unfinished["findings"].as_array().unwrap().len()), (&json!(0), 1));
}

#[test]
fn files_come_back_out_and_are_judged() {
    let (service, spec) = (Service::start(&[]), sample("to-trinh"));
    let docx = service.render("", DOCX, &spec).body;
    let pdf = service.render("", PDF, &spec).body;
    let binary = ["Content-Type: application/octet-stream"];
    let reply = service.ask("POST /v1/extract", &binary, &docx);
    assert_eq!((reply.status, reply.header("vanban-standing")), (200, Some("kept")));
    assert!(reply.body == spec);
    assert_eq!(service.ask("POST /v1/extract", &binary, &pdf).problem(), "unreadable");
    assert_eq!(service.ask("POST /v1/extract", &binary, b"no file").problem(), "unreadable");

    let (header, both) = form(&[("file", Some("a.docx"), &docx), ("file", Some("a.pdf"), &pdf)]);
    let verdict = service.ask("POST /v1/verify", &[header], &both).json();
    assert_eq!((&verdict["outcome"], &verdict["same_specification"]), (&json!("same"), &json!(true)), "{verdict}");
    assert_eq!(verdict["docx"]["file"], "a.docx");
    assert_eq!(service.ask("POST /v1/extract", &[header], &both).problem(), "malformed");
    let metadata = service.ask("POST /v1/metadata", &binary, &pdf).json();
    assert_eq!(metadata["regulation"], "nd30-2020", "{metadata}");
}

#[test]
fn a_changed_word_file_gives_its_old_text_only_where_that_is_wanted() {
    let (service, spec) = (Service::start(&[]), sample("to-trinh"));
    let docx = retyped(&service.render("", DOCX, &spec).body);
    let binary = ["Content-Type: application/octet-stream"];
    let reply = service.ask("POST /v1/extract", &binary, &docx);
    assert_eq!((reply.status, reply.problem()), (409, "changed".to_owned()));
    let reply = service.ask("POST /v1/extract?anyway=true", &binary, &docx);
    assert_eq!((reply.status, reply.header("vanban-standing")), (200, Some("edited")));
    assert!(reply.body == spec);
}

/// A Word file into which somebody has typed.
fn retyped(docx: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut entries = Vec::new();
    for i in 0..zip.len() {
        let (mut file, mut bytes) = (zip.by_index(i).unwrap(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        if name == "word/document.xml" {
            bytes = String::from_utf8(bytes).unwrap().replacen("</w:t>", " thêm vào</w:t>", 1).into_bytes();
        }
        entries.push((name, bytes));
    }
    let entries: Vec<_> = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    crate::read_support::zip(&entries)
}

#[test]
fn files_that_a_specification_names_come_in_the_form() {
    let service = Service::start(&[]);
    let mut spec: Value = serde_json::from_slice(&sample("to-trinh")).unwrap();
    spec["body"] = json!([
        { "type": "table", "rows_from": "bang/so-lieu.csv" },
        { "type": "paragraph", "text": "Số xã: {{số}}" },
        { "type": "picture", "file": "pictures/tang-truong.png", "alternative_text": "Tăng trưởng" },
    ]);
    let spec = spec.to_string();
    let picture = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/pictures/tang-truong.png")).unwrap();
    let fields: [(&str, Option<&str>, &[u8]); 5] = [
        ("spec", None, spec.as_bytes()),
        ("data", Some("bang/so-lieu.csv"), "Huyện,Xã\nChâu Phú,13\n".as_bytes()),
        ("data", Some("d.json"), "{\"số\": 13}".as_bytes()),
        ("picture", Some("pictures/tang-truong.png"), &picture),
        ("options", None, b"{\"data\": \"d.json\", \"formats\": [\"docx\"]}"),
    ];
    let (header, body) = form(&fields);
    let reply = service.ask("POST /v1/render", &[header], &body);
    assert_eq!(
        (reply.status, reply.header("content-type")),
        (200, Some(DOCX)),
        "{}",
        String::from_utf8_lossy(&reply.body)
    );
    let carried = service.ask("POST /v1/extract", &["Accept: application/zip", "Content-Type: x/y"], &reply.body);
    let files = unzipped(&carried);
    assert_eq!(
        files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["spec.json", "pictures/tang-truong.png"]
    );
    assert!(String::from_utf8_lossy(&files[0].1).contains("Châu Phú") && files[1].1 == picture);

    let (header, lacking) = form(&fields[..3]);
    let problem = service.ask("POST /v1/check?data=d.json", &[header], &lacking).json();
    assert_eq!(problem["findings"][0]["pointer"], "/body/2/file", "{problem}");
    let twice = form(&[fields[0], fields[0]]).1;
    let no_name = form(&[fields[0], ("picture", None, b"x")]).1;
    let other = form(&[fields[0], ("seal", Some("a.png"), b"x")]).1;
    let no_spec = form(&fields[1..2]).1;
    let no_options = form(&[fields[0], ("options", None, b"[]")]).1;
    for body in [twice, no_name, other, no_spec, no_options, b"--here".to_vec()] {
        assert_eq!(service.ask("POST /v1/render", &[header], &body).problem(), "malformed");
    }
    let wrong = service.ask("POST /v1/render", &["Content-Type: application/x-www-form-urlencoded"], b"spec=1");
    assert_eq!((wrong.status, wrong.problem()), (415, "media-type".to_owned()));
}

#[test]
fn what_there_is_to_know_can_be_asked_for() {
    let service = Service::start(&["--lang", "en"]);
    assert_eq!(service.get("/healthz").body, b"ok\n");
    assert_eq!(service.get("/readyz").status, 200);
    assert_eq!(service.get("/v1/schema").body, vanban::schema::schema_text().as_bytes());
    let types = service.get("/v1/types").json();
    assert!(types["types"].as_array().unwrap().len() > 25);
    assert_eq!(service.get("/v1/types?regulation=nd99").problem(), "options");
    let lost = service.get("/../etc/passwd?x=1");
    assert_eq!((lost.status, lost.problem()), (404, "not-found".to_owned()));
    assert_eq!(lost.header("content-language"), Some("en"));
    let wrong = service.ask("DELETE /v1/render", &[], b"");
    assert_eq!((wrong.status, wrong.problem(), wrong.header("allow")), (405, "method".to_owned(), Some("POST")));
    assert_eq!(wrong.header("x-content-type-options"), Some("nosniff"));
    let metrics = String::from_utf8(service.get("/metrics").body).unwrap();
    assert!(metrics.contains("vanban_requests_total{path=\"other\",status=\"404\"} 1\n"), "{metrics}");
    assert!(
        metrics.lines().all(|line| line.starts_with("# ") || line.rsplit_once(' ').unwrap().1.parse::<f64>().is_ok())
    );
    let ids: Vec<_> = (0..2).map(|_| service.get("/healthz").header("x-request-id").unwrap().to_owned()).collect();
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn the_description_holds_together() {
    let service = Service::start(&[]);
    let document = service.get("/v1/openapi.json").json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut references = Vec::new();
    collect_references(&document, &mut references);
    assert!(references.len() > 50, "{}", references.len());
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference} leads out"));
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    for (path, operations) in document["paths"].as_object().unwrap() {
        for method in operations.as_object().unwrap().keys() {
            let line = format!("{} {path}", method.to_uppercase());
            let reply = service.ask(&line, &["Content-Type: application/octet-stream"], b"x");
            assert!(![404, 405, 500].contains(&reply.status), "{line}: {reply:?}");
            let status = reply.status.to_string();
            assert!(operations[method]["responses"].get(&status).is_some(), "{line}: {status} is not described");
        }
    }
}

fn collect_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect_references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_references(item, found)),
        _ => {}
    }
}

/// The form: its files as they are, nothing else, under a policy that lets nothing of anybody else in; no page where its engine is missing.
#[test]
fn the_form_is_handed_out() {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/dist");
    let service = Service::start(&[]);
    let has_engine = service.get("/vanban.wasm").status == 200;
    assert_eq!(service.get("/").status, if has_engine { 200 } else { 404 });
    let page = service.get("/index.html");
    assert!(page.body == fs::read(dist.join("index.html")).unwrap(), "{page:?}");
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(page.header("content-security-policy").unwrap().starts_with("default-src 'none'; script-src 'self'"));
    let script = service.get("/main.js");
    assert!(script.body == fs::read(dist.join("main.js")).unwrap());
    let known = service.ask("GET /main.js", &[&format!("If-None-Match: {}", script.header("etag").unwrap())], b"");
    assert_eq!((known.status, known.body.len()), (304, 0));
    assert_eq!(service.ask("POST /main.js", &[], b"x").status, 405);
    assert_eq!(service.get("/../Cargo.toml").status, 404);
}

/// A service sees what offices write; its log may be read by others.
#[cfg(unix)]
#[test]
fn nothing_of_a_document_is_logged() {
    let service = Service::start(&[]);
    let spec = String::from_utf8(sample("to-trinh")).unwrap().replace("Kính", "BÍMẬT ");
    assert_eq!(service.render("?file=BIMAT.json", "*/*", spec.as_bytes()).status, 200);
    assert_eq!(service.render("?BIMAT=1", "*/*", b"{\"BIMAT\": 1}").status, 400);
    let (header, body) = form(&[("spec", None, spec.as_bytes()), ("BIMAT", Some("BIMAT.png"), b"BIMAT")]);
    assert_eq!(service.ask("POST /v1/render", &[header, "X-BIMAT: BIMAT"], &body).status, 400);
    assert_eq!(service.get("/BIMAT?BIMAT").status, 404);
    service.terminate();
    let (status, log) = service.wait();
    assert!(status.success(), "{log}");
    assert!(log.lines().count() == 4 && !log.contains("BÍMẬT") && !log.contains("BIMAT"), "{log}");
    for line in log.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        assert!(line["id"].is_string() && line["ms"].is_number() && line["status"].is_number(), "{line}");
    }
}
