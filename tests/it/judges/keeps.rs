//! Twins at the ends of pages: whatever must keep together, the Word file ends its pages where the PDF does.

use std::ffi::OsString;
use std::path::Path;

use serde_json::{Value, json};

use super::twins::convert;
use super::{ask, judged, said, script};
use crate::compose_support::{Composed, report_with};
use crate::keeps::{headings_only, lines, paragraph, recipients, report_of, signatures};

/// Documents whose pages end near the closing block, in a chain of headings, or among the recipients.
fn family() -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for (count, fill) in [(3, 20), (4, 18), (5, 20), (9, 12), (9, 14), (9, 17), (9, 20), (34, 0), (38, 0), (80, 3)] {
        all.push((format!("paragraph-{count}-{fill}"), report_of(fill, paragraph(count))));
    }
    let text = lines(9);
    let kinds = [
        ("list", json!({ "type": "list", "items": ["Một", text] })),
        ("note", json!({ "type": "note", "text": text })),
        ("clause", json!({ "type": "clause", "heading": "Tổ chức thực hiện", "text": text })),
        ("heading", json!({ "type": "clause", "heading": lines(45) })),
    ];
    for (name, last) in kinds {
        all.push((format!("{name}-13"), report_of(13, last.clone())));
        all.push((format!("{name}-18"), report_of(18, last)));
    }
    for (signed, count, fill) in [(1, 50, 0), (1, 80, 12), (2, 60, 6), (3, 8, 12), (5, 30, 10)] {
        let mut spec = report_of(fill, paragraph(7));
        spec["signatures"] = signatures(signed);
        spec["recipients"] = recipients(count);
        all.push((format!("signatures-{signed}-recipients-{count}"), spec));
    }
    for count in [12, 30] {
        all.push((format!("headings-{count}"), headings_only(count)));
    }
    let kinds = ["part", "chapter", "section", "subsection", "article", "clause"];
    let mut nested: Vec<Value> = kinds.iter().map(|kind| json!({ "type": kind, "heading": lines(9) })).collect();
    nested.push(paragraph(6));
    all.push(("nested-headings".to_owned(), report_with(&json!({ "numbering": "articles", "body": nested }))));
    all
}

#[test]
fn pages_end_alike_in_both_files_whatever_keeps_together() {
    if judged().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keeps");
    std::fs::create_dir_all(&folder).unwrap();
    let mut files = Vec::new();
    for (name, spec) in family() {
        let (docx, pdf) = Composed::of(&spec).files();
        let path = folder.join(format!("{name}.docx"));
        std::fs::write(&path, docx).unwrap();
        std::fs::write(path.with_extension("pdf"), pdf).unwrap();
        files.push(path);
    }
    let office = folder.join("office");
    convert(&office, files.iter());
    let mut faults = String::new();
    for docx in files {
        let theirs = office.join(docx.file_name().unwrap()).with_extension("pdf");
        let name = docx.file_stem().unwrap().to_owned();
        let row: [OsString; 4] = ["--row".into(), name, docx.with_extension("pdf").into(), theirs.into()];
        let output = ask(script("twins.py"), row);
        if !output.status.success() {
            faults.push_str(&said(&output));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
