//! Replays what the fuzzer learnt (`tests/fuzz`): none of it may panic.

use std::fs;
use std::path::Path;

#[allow(unreachable_pub, reason = "a library there, a module here")]
#[path = "../fuzz/src/targets.rs"]
mod targets;

/// Feeds every file of a folder to a target; there are at least `least` of them.
fn replay(folder: &str, least: usize, feed: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(folder);
    let entries: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(entries.len() >= least, "{} has {} files", folder.display(), entries.len());
    entries.iter().for_each(|path| feed(&fs::read(path).unwrap()));
}

#[test]
fn word_files() {
    replay("corpus/read_docx", 7, targets::read_docx);
}

#[test]
fn pdfs() {
    replay("corpus/read_pdf", 7, targets::read_pdf);
}

#[test]
fn specifications() {
    replay("corpus/render", 20, targets::render);
}

#[test]
fn documents() {
    replay("corpus/document", 20, targets::document);
}
