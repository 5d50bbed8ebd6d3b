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
    replay("corpus/document", 20, |data| {
        targets::document(data);
    });
}

/// What a fuzzer would try first; `VANBAN_CASES` asks for a longer hunt.
#[test]
fn documents_of_random_bytes() {
    let cases = std::env::var("VANBAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40_u64);
    let mut made = 0;
    for case in 1..=cases {
        let mut state = case.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[3]
        };
        let length = 40 + usize::from(byte()) * 4;
        made += u64::from(targets::document(&(0..length).map(|_| byte()).collect::<Vec<_>>()));
    }
    // a generator that only makes faults would prove nothing
    assert!(made * 20 > cases, "{made} of {cases} documents made files");
}
