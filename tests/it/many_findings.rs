//! Thousands of faults of one kind: the first are listed, the rest is counted with its weight, nothing else is crowded out, and the
//! work does not grow with their number but with the file.

use std::collections::BTreeMap;

use serde_json::Value;
use vanban::diag::{Diagnostics, MOST_OF_A_KIND, Severity, registry};
use vanban::font::FontBook;
use vanban::specification::{locate, parse};
use vanban::{Options, Resources, profile, rules};

use crate::malformed::GOOD;

/// A good specification with `block(i)` put `count` times at the front of its body.
fn with_blocks(count: usize, block: impl Fn(usize) -> String) -> String {
    let blocks: String = (0..count).map(|i| format!("{},\n", block(i))).collect();
    GOOD.replace("\"body\": [", &format!("\"body\": [{blocks}"))
}

/// How many of each kind are listed, and of the word about the rest.
fn listed(findings: &Diagnostics) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    findings.iter().for_each(|finding| *counts.entry(finding.code).or_default() += 1);
    counts
}

fn checked(json: &str) -> Diagnostics {
    let fonts = FontBook::bundled().unwrap();
    vanban::check(json.as_bytes(), Resources::new(&fonts), &Options::new())
}

#[test]
fn a_full_list_of_warnings_refuses_nothing() {
    for count in [49, 50, 51, 300] {
        let json = with_blocks(count, |i| format!("{{\"type\": \"paragraph\", \"text\": \"Ý {i} \"}}"));
        // the picture of the signature is not at hand
        let json = json.replace(", \"image\": {\"file\": \"chu-ky.png\"}", "");
        let fonts = FontBook::bundled().unwrap();
        let rendered = vanban::render(json.as_bytes(), Resources::new(&fonts), &Options::new()).unwrap();
        assert!(!rendered.findings.has_errors(), "{count}");
        assert_eq!(rendered.files.len(), 2, "{count}: both files are there");
        assert_eq!(rendered.findings.count(Severity::Warning), count, "all are counted");
        let listed = listed(&rendered.findings);
        assert_eq!(listed[registry::OUTER_SPACE.code], count.min(MOST_OF_A_KIND));
        assert_eq!(listed.contains_key(registry::TOO_MANY.code), count > MOST_OF_A_KIND);
        if let Some(rest) = rendered.findings.iter().find(|finding| finding.code == registry::TOO_MANY.code) {
            assert_eq!(rest.severity, Severity::Warning);
            assert_eq!(rendered.findings.iter().last(), Some(rest), "it stands behind those it counts");
            let message = format!("VB024: 50 places are listed, there are {} more", count - MOST_OF_A_KIND);
            assert_eq!(rest.message.en, message);
        }
    }
}

#[test]
fn a_full_list_of_errors_is_an_error() {
    let json = with_blocks(80, |_| "{\"type\": \"paragraph\", \"text\": 1}".to_owned());
    let json = json.replace(", \"image\": {\"file\": \"chu-ky.png\"}", "");
    let findings = checked(&json);
    assert_eq!(findings.count(Severity::Error), 80);
    let rest: Vec<_> = findings.iter().filter(|finding| finding.code == registry::TOO_MANY.code).collect();
    assert!(matches!(rest[..], [rest] if rest.severity == Severity::Error), "{rest:?}");
}

/// Warnings in thousands stand in front of one error: it is found, and listed.
#[test]
fn many_warnings_hide_no_error() {
    let good = with_blocks(3000, |i| format!("{{\"type\": \"paragraph\", \"text\": \"Ý  {i} \\u200b \"}}"));
    for (from, to, code) in [
        ("\"number\": 624", "\"number\": \"624\"", registry::WRONG_TYPE.code),
        ("\"type\": \"point\", \"text\"", "\"type\": \"point\", \"colour\": 1, \"text\"", registry::UNKNOWN_FIELD.code),
        ("\"text\": \"Ý thứ nhất.\"", "\"text\": \"Ý\\tthứ nhất.\"", registry::BAD_CHARACTER.code),
        ("\"signer\": \"Lê Hải Yến\"", "\"signer\": \"Lê\\nHải Yến\"", registry::LINE_BREAK.code),
        ("\"marker\": \"-\", ", "\"marker\": \"?\", ", registry::UNKNOWN_WORD.code),
    ] {
        let json = good.replace(from, to);
        assert_ne!(json, good, "{from}");
        let mut findings = Diagnostics::default();
        judge(&json, &mut findings);
        let listed = listed(&findings);
        assert_eq!(listed.get(code), Some(&1), "{code}: {listed:?}");
        for code in [registry::OUTER_SPACE, registry::DOUBLE_SPACE, registry::INVISIBLE_CHARACTER] {
            assert_eq!(listed[code.code], MOST_OF_A_KIND, "{listed:?}");
        }
    }
}

/// What judging counts: how often the file was read, and how many of its values were looked at to find the places.
fn judge(json: &str, findings: &mut Diagnostics) -> (usize, usize) {
    let mut rounds = 0;
    if let Some(parsed) = parse(json.as_bytes(), findings) {
        rounds = parsed.rounds();
        let fonts = FontBook::bundled().unwrap();
        let profile = profile::get(profile::in_force(&parsed.spec)).unwrap();
        let mut found = Diagnostics::default();
        rules::spec::check(&parsed.spec, &rules::Context { profile, fonts: &fonts }, &mut found);
        parsed.report(found, findings);
    }
    (rounds, locate(json.as_bytes(), findings))
}

fn values(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Object(members) => members.values().map(values).sum(),
        _ => 0,
    }
}

/// What is at fault, the i-th block that has the fault, and its code.
type Family<'a> = (&'a str, &'a dyn Fn(usize) -> String, &'a str);

/// One fault more of the same kind costs no other reading.
#[test]
fn the_work_grows_with_the_file_alone() {
    let families: &[Family] = &[
        ("spaces at the end", &|i| format!("{{\"type\": \"paragraph\", \"text\": \"Ý {i} \"}}"), "VB024"),
        ("double spaces", &|i| format!("{{\"type\": \"paragraph\", \"text\": \"Ý  {i}\"}}"), "VB027"),
        ("one name for all", &|_| "{\"type\": \"paragraph\", \"id\": \"x\", \"text\": \"Ý\"}".to_owned(), "VB091"),
        (
            "references to nothing",
            &|i| {
                format!(
                    "{{\"type\": \"paragraph\", \"id\": \"x{i}\", \"text\": [{{\"text\": \"Ý\", \"ref\": \"y{i}\"}}]}}"
                )
            },
            "VB092",
        ),
        ("unknown fields", &|i| format!("{{\"type\": \"paragraph\", \"khac{i}\": 1, \"text\": \"Ý\"}}"), "VB010"),
        ("misspelt fields", &|_| "{\"type\": \"paragraph\", \"txet\": \"Ý\"}".to_owned(), "VB010"),
        ("doubled fields", &|_| "{\"type\": \"paragraph\", \"text\": \"Ý\", \"text\": \"Ý\"}".to_owned(), "VB011"),
        ("missing fields", &|_| "{\"type\": \"paragraph\"}".to_owned(), "VB012"),
        ("missing types", &|_| "{\"text\": \"Ý\"}".to_owned(), "VB012"),
        ("numbers for texts", &|i| format!("{{\"type\": \"point\", \"text\": {i}}}"), "VB013"),
        ("numbers for blocks", &|i| i.to_string(), "VB013"),
        ("unknown types", &|i| format!("{{\"type\": \"zzzz{i}\", \"text\": \"Ý\"}}"), "VB014"),
        (
            "levels out of range",
            &|i| format!("{{\"type\": \"subclause\", \"level\": {}, \"text\": \"Ý\"}}", i + 300),
            "VB015",
        ),
        ("tabs", &|_| "{\"type\": \"paragraph\", \"text\": \"a\\tb\"}".to_owned(), "VB020"),
        ("empty texts", &|_| "{\"type\": \"paragraph\", \"text\": \"\"}".to_owned(), "VB025"),
        ("empty runs", &|_| "{\"type\": \"paragraph\", \"text\": [\"a\", \"\"]}".to_owned(), "VB025"),
        ("runs of white space", &|_| "{\"type\": \"paragraph\", \"text\": [\"a\", \" \"]}".to_owned(), "VB024"),
        ("bare words", &|_| "{\"type\": \"paragraph\", \"text\": khong}".to_owned(), "VB004"),
        ("foreign quotes", &|_| "{\"type\": \"paragraph\", \"text\": 'a'}".to_owned(), "VB004"),
    ];
    for (family, block, code) in families {
        let work = |count: usize| {
            let json = with_blocks(count, block);
            let mut findings = Diagnostics::default();
            let (rounds, steps) = judge(&json, &mut findings);
            let listed = listed(&findings);
            assert!(listed[code] <= MOST_OF_A_KIND, "{family}: {listed:?}");
            assert!(findings.count(Severity::Error) + findings.count(Severity::Warning) >= count - 1, "{family}");
            if let Ok(value) = serde_json::from_str::<Value>(&json) {
                assert!(steps <= values(&value), "{family}: {steps} steps");
            }
            rounds
        };
        let (few, many) = (work(60), work(1200));
        assert_eq!(few, many, "{family}: readings of the file");
        assert!(many <= 10, "{family}: {many} readings");
    }
}
