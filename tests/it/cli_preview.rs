//! `render --to svg|png` and `vanban preview`.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::cli_run::{Folder, report, report_numbered, run, run_with_input, vanban};
use crate::docx_package::parse;
use crate::preview_png::Bitmap;

/// A report of some pages.
fn long_report() -> String {
    let blocks: Vec<String> =
        (0..60).map(|i| format!(r#"{{ "type": "clause", "text": "Nội dung thứ {i} của báo cáo." }}"#)).collect();
    let mut spec: serde_json::Value = serde_json::from_str(&report()).unwrap();
    spec["body"] = serde_json::from_str(&format!("[{}]", blocks.join(","))).unwrap();
    spec.to_string()
}

#[test]
fn pages_are_files_of_their_own() {
    let folder = Folder::new("page-files");
    folder.put("bc.json", long_report());
    run(&folder, &["render", "bc.json", "--to", "svg,png", "-o", "all"]).ended(0);
    let stem = report_stem(&folder);
    let expected: Vec<String> =
        (1..=3).flat_map(|page| ["png", "svg"].map(|end| format!("{stem}-{page}.{end}"))).collect();
    assert_eq!(folder.names("all"), expected);
    run(&folder, &["render", "bc.json", "--to", "png", "--pages", "2-", "--dpi", "48", "-o", "some"]).ended(0);
    assert_eq!(folder.names("some"), [format!("{stem}-2.png"), format!("{stem}-3.png")]);
    let page = Bitmap::of(&folder.read(&format!("some/{stem}-2.png")));
    assert_eq!((page.width, page.height), (397, 561));
    let svg = parse(&folder.read(&format!("all/{stem}-1.svg")));
    assert!(svg.named("text").is_empty() && svg.named("use").len() > 500, "it stands alone");
    // beside the usual files
    run(&folder, &["render", "bc.json", "--to", "pdf,png", "--pages", "1", "-o", "both"]).ended(0);
    assert_eq!(folder.names("both"), [format!("{stem}-1.png"), format!("{stem}.pdf")]);
}

/// What files of the report are named after.
fn report_stem(folder: &Folder) -> String {
    run(folder, &["render", "bc.json", "--to", "pdf", "-o", "named"]).ended(0);
    folder.names("named").remove(0).strip_suffix(".pdf").unwrap().to_owned()
}

#[test]
fn one_output_takes_one_page() {
    let folder = Folder::new("one-page");
    folder.put("bc.json", long_report());
    run(&folder, &["render", "bc.json", "-o", "a.png"]).ended(2).says(&["3 trang", "--pages 1"]);
    assert!(!folder.path().join("a.png").exists());
    run(&folder, &["render", "bc.json", "-o", "a.png", "--pages", "1"]).ended(0);
    assert_eq!(Bitmap::of(&folder.read("a.png")).width, 794);
    run(&folder, &["render", "bc.json", "-o", "b.svg", "--pages", "3"]).ended(0);
    let printed = run(&folder, &["render", "bc.json", "-o", "-", "--to", "svg", "--pages", "3"]).ended(0).out;
    assert_eq!(printed, folder.read("b.svg"));
}

#[test]
fn what_does_not_fit_is_told() {
    let folder = Folder::new("unfit-pages");
    folder.put("bc.json", report());
    run(&folder, &["render", "bc.json", "--to", "png", "--pages", "2-3"]).ended(2).says(&["trang 3", "--pages 1-1"]);
    run(&folder, &["render", "bc.json", "--pages", "1"]).ended(2).says(&["--pages", "--to svg"]);
    run(&folder, &["render", "bc.json", "--dpi", "96", "--to", "svg"]).ended(2).says(&["--dpi", "--to png"]);
    for (option, value) in [("--dpi", "9"), ("--dpi", "601"), ("--pages", "0"), ("--pages", "3-1"), ("--pages", "a")] {
        run(&folder, &["render", "bc.json", "--to", "png", option, value]).ended(2).says(&[option, value]);
    }
    folder.put("bad.json", report().replace("issue_date", "issue_dat"));
    run(&folder, &["render", "bad.json", "--to", "png", "-o", "out"]).ended(1);
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_preview_is_one_page_that_stands_alone() {
    let folder = Folder::new("preview");
    folder.put("bc.json", long_report());
    assert_eq!(run(&folder, &["preview", "bc.json"]).ended(0).text(), "bc.html\n");
    let html = String::from_utf8(folder.read("bc.html")).unwrap();
    assert!(html.starts_with("<!doctype html>"));
    assert_eq!(html.matches("<svg ").count(), 3);
    assert!(html.contains("@font-face{font-family:vanban;") && html.contains("white-space:pre"));
    assert!(html.contains(">Nội dung thứ 7 của báo cáo.</text>"));
    let outside = html.replace("http://www.w3.org/2000/svg", "");
    assert!(!outside.contains("http:") && !outside.contains("https:") && !html.contains("<script"));
    // made again it replaces itself, and nothing else
    run(&folder, &["preview", "bc.json"]).ended(0);
    folder.put("mine.html", "<p>của tôi</p>");
    run(&folder, &["preview", "bc.json", "-o", "mine.html"]).ended(2).says(&["mine.html", "--force"]);
    assert_eq!(folder.read("mine.html"), "<p>của tôi</p>".as_bytes());
    run(&folder, &["preview", "bc.json", "-o", "mine.html", "--force"]).ended(0);
    let printed = run_with_input(&folder, &["preview", "-", "-o", "-"], long_report().as_bytes()).ended(0).out;
    assert!(printed.starts_with(b"<!doctype html>"));
    run_with_input(&folder, &["preview", "-", "--watch"], b"{}").ended(2).says(&["--watch"]);
    run(&folder, &["preview", "bc.json", "-o", "-", "--open"]).ended(2).says(&["--open", "-o -"]);
}

#[test]
fn a_preview_shows_what_there_is_and_says_what_is_missing() {
    let folder = Folder::new("preview-findings");
    let mut spec: serde_json::Value = serde_json::from_str(&report()).unwrap();
    spec.as_object_mut().unwrap().remove("subject");
    folder.put("bc.json", spec.to_string());
    run(&folder, &["preview", "bc.json"]).ended(1).says(&["VB012"]);
    let html = String::from_utf8(folder.read("bc.html")).unwrap();
    assert!(html.contains("class=\"error\"") && html.contains("VB012") && html.contains("<svg "));
    folder.put("none.json", "{");
    run(&folder, &["preview", "none.json"]).ended(1);
    assert!(!String::from_utf8(folder.read("none.html")).unwrap().contains("<svg "));
    run(&folder, &["preview", "absent.json"]).ended(2);
    assert!(!folder.path().join("absent.html").exists());
}

#[test]
fn a_preview_follows_its_specification() {
    let folder = Folder::new("preview-watch");
    folder.put("bc.json", report_numbered(1));
    let mut command = vanban(&folder);
    command.args(["preview", "bc.json", "--watch", "--message-format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.next().unwrap().unwrap();
    let first = String::from_utf8(folder.read("bc.html")).unwrap();
    assert!(first.contains("Số: 01/") && first.contains("http-equiv=\"refresh\""));
    folder.put("bc.json", report_numbered(2));
    lines.next().unwrap().unwrap();
    assert!(String::from_utf8(folder.read("bc.html")).unwrap().contains("Số: 02/"));
    child.kill().unwrap();
    child.wait().unwrap();
}
