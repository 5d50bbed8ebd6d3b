//! The registry of findings: every kind stands once and is met in a test.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use vanban::diag::{FindingKind, registry};

use crate::malformed;

#[test]
fn every_code_and_every_name_stands_once_in_order() {
    let codes: Vec<&str> = registry::ALL.iter().map(|kind| kind.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "in order, none twice: {codes:?}");
    let names: BTreeSet<&str> = registry::ALL.iter().map(|kind| kind.name).collect();
    assert_eq!(names.len(), codes.len(), "a name stands twice");
    assert!(!codes.contains(&"VB045"), "retired: a code is never reused");
    for FindingKind { code, name, meaning, .. } in registry::ALL {
        let digits = code.strip_prefix("VB").unwrap();
        assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()), "{code}");
        assert!(name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_')), "{code}: {name}");
        assert!(meaning.ends_with('.'), "{code}: one sentence");
        assert_eq!(FindingKind::named(code), FindingKind::named(name));
    }
    assert_eq!(FindingKind::named("end_mark"), Some(&registry::END_MARK));
    assert_eq!(FindingKind::named("VB45"), None);
}

/// A kind is met where a test names its code as a finding's, or a case of [`malformed`](crate::malformed) expects it.
#[test]
fn every_kind_is_met_in_a_test() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let mut sources = String::new();
    for entry in fs::read_dir(tests).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "rs") && path.file_name().is_some_and(|name| name != "registry.rs") {
            let text = fs::read_to_string(path).unwrap();
            sources.extend(text.lines().filter(|line| !line.trim_start().starts_with("//")));
        }
    }
    let asserted: BTreeSet<&str> = malformed::asserted_codes().collect();
    let is_met = |kind: &&FindingKind| {
        let FindingKind { code, name, .. } = kind;
        let constant = format!("registry::{}.code", name.to_uppercase());
        asserted.contains(code) || sources.contains(&format!("\"{code}\"")) || sources.contains(&constant)
    };
    // a fault of the program that no input is known to provoke; random files assert that it is never met
    let kinds = registry::ALL.iter().filter(|kind| **kind != registry::UNEXPLAINED);
    let unmet: Vec<&str> = kinds.filter(|kind| !is_met(kind)).map(|kind| kind.code).collect();
    assert!(unmet.is_empty(), "kinds of findings that no test meets: {unmet:?}");
}
