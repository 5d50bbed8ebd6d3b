//! Every kind of finding is explained in Vietnamese and English, and its example has the fault and loses it.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::diag::explanation::{ALL, Example, list, nearest, print};
use vanban::diag::{FindingKind, Lang, registry};
use vanban::font::FontBook;
use vanban::{Options, Resources};

use crate::compose_support::report;

#[test]
fn every_kind_is_explained_once_and_in_order() {
    let codes: Vec<&str> = registry::ALL.iter().map(|kind| kind.code).collect();
    let explained: Vec<&str> = ALL.iter().map(|explanation| explanation.code).collect();
    assert_eq!(explained, codes, "a row in diag/explanation.rs for each kind");
    for explanation in ALL {
        assert!(explanation.meaning.ends_with('.'), "{}: one sentence", explanation.code);
    }
    let meanings: BTreeSet<&str> = ALL.iter().map(|explanation| explanation.meaning).collect();
    assert_eq!(meanings.len(), ALL.len(), "no two kinds mean the same");
}

/// The codes of a report with these members in place of its own.
fn codes(members: &str) -> BTreeSet<&'static str> {
    let mut base = report();
    // keys that the example names go, as it may name one twice
    let named: Vec<String> = base.as_object().unwrap().keys().cloned().collect();
    for name in named {
        if members.starts_with(&format!("\"{name}\":")) {
            base.as_object_mut().unwrap().remove(&name);
        }
    }
    let rest = base.to_string();
    let json = format!("{{{members}, {}", rest.strip_prefix('{').unwrap());
    let fonts = FontBook::bundled().unwrap();
    let findings = vanban::check(json.as_bytes(), Resources::new(&fonts), &Options::new());
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn examples_have_the_fault_and_lose_it() {
    let examples: Vec<(&str, Example)> = ALL.iter().filter_map(|e| Some((e.code, e.example?))).collect();
    assert!(examples.len() > 55, "{}", examples.len());
    for (code, Example { wrong, right }) in examples {
        let (bad, good) = (codes(wrong), codes(right));
        assert!(bad.contains(code), "{code}: {wrong} has {bad:?}");
        assert!(!good.contains(code), "{code}: {right} has it still");
        // what is right but for pictures, which are not at hand
        let others: Vec<_> = good.iter().filter(|code| !["VB110", "VB066"].contains(*code)).collect();
        assert!(others.is_empty(), "{code}: {right} has {others:?}");
        let _: Value = serde_json::from_str(&format!("{{{right}}}")).unwrap();
    }
    assert!(
        codes(&json!({ "number": 7 }).to_string().replace(['{', '}'], "")).is_empty(),
        "the report itself is sound"
    );
}

#[test]
fn what_is_nearest_is_told() {
    for (typed, code) in [
        ("VB61", "VB061"),
        ("vb 061", "VB061"),
        ("61", "VB061"),
        ("VB045", "VB044"),
        ("end-mark", "VB077"),
        ("double spaces", "VB027"),
        ("mising_field", "VB012"),
        ("VB999", "VB911"),
    ] {
        assert_eq!(nearest(typed).map(|kind| kind.code), Some(code), "{typed}");
    }
}

#[test]
fn explanations_print_in_both_languages() {
    let kind = FindingKind::named("VB040").unwrap();
    assert_eq!(
        print(kind, Lang::Vi),
        "VB040 number_zero (lỗi)\n\n  Số văn bản là 0.\n  Bản dự thảo bỏ trường \"number\".\n\n  Sai:\n    \"number\": 0\n  Đúng:\n    \"number\": 7\n"
    );
    assert!(
        print(kind, Lang::En)
            .starts_with("VB040 number_zero (error)\n\n  Number 0.\n  A draft leaves \"number\" out.\n")
    );
    for lang in [Lang::Vi, Lang::En] {
        let list = list(lang);
        assert_eq!(list.lines().count(), registry::ALL.len());
        assert!(list.lines().zip(registry::ALL).all(|(line, kind)| line.starts_with(kind.code)));
    }
}
