//! What no document needs and would cost more memory than its size warrants is refused, before it costs it; what real
//! documents need is not.

use serde_json::{Value, json};
use vanban::diag::Diagnostics;
use vanban::font::FontBook;
use vanban::{Options, Resources, specification};

use crate::compose_support::report_with;

fn codes_of(spec: &[u8]) -> Vec<(&'static str, String)> {
    let fonts = FontBook::bundled().unwrap();
    let found = vanban::check(spec, Resources::new(&fonts), &Options::default());
    found.iter().map(|finding| (finding.code, finding.at.to_string())).collect()
}

fn codes(body: &Value) -> Vec<(&'static str, String)> {
    codes_of(report_with(&json!({ "body": body })).to_string().as_bytes())
}

/// Whether reading takes it as far as rendering goes on.
fn is_read(body: &Value) -> bool {
    let spec = report_with(&json!({ "body": body })).to_string();
    specification::parse(spec.as_bytes(), &mut Diagnostics::default()).is_some()
}

fn paragraph(text: impl Into<Value>) -> Value {
    json!({ "type": "paragraph", "text": text.into() })
}

fn paragraphs(text: &str, count: usize) -> Value {
    (0..count).map(|_| paragraph(text)).collect()
}

#[test]
fn a_million_parts_that_say_nothing_are_refused_at_once() {
    let lines = vec!["a"; 60_000].join("\n");
    for body in [
        paragraphs("a", 200_000),
        json!([{ "type": "list", "items": vec!["a"; 100_000] }]),
        json!([paragraph(vec!["a "; 100_000])]),
        json!([paragraph(lines)]),
        json!((0..60_000).map(|_| json!({})).collect::<Vec<_>>()),
    ] {
        assert_eq!(codes(&body), [("VB104", String::new())], "{}", &body.to_string()[..100]);
    }
    // nor is it read any further where it is malformed, or where the fields are no fields
    let malformed = format!("{{\"body\": [{}", "[1],".repeat(60_000));
    assert_eq!(codes_of(malformed.as_bytes()), [("VB104", String::new())]);
    let fields: Vec<String> = (0..400_000).map(|i| format!("\"k{i}\":0")).collect();
    assert_eq!(codes_of(format!("{{{}}}", fields.join(",")).as_bytes()), [("VB104", String::new())]);
    let escaped = "a\\u000A".repeat(40_000);
    assert_eq!(codes_of(format!("{{\"subject\": \"{escaped}\"}}").as_bytes()), [("VB104", String::new())]);
}

#[test]
fn documents_of_thousands_of_pages_are_read() {
    let line = "bảo đảm tiến độ và chất lượng các nhiệm vụ được giao, cụ thể như sau:";
    assert!(is_read(&paragraphs(line, 130_000)), "three thousand pages of nothing but single lines");
    assert!(is_read(&paragraphs("a", 10_000)), "ten thousand paragraphs of a letter");
    let rows = |count: usize, cell: &str| json!([{ "type": "table", "rows": vec![vec![cell; 6]; count] }]);
    assert!(is_read(&rows(10_000, "")), "ten thousand rows of six empty cells");
    assert!(is_read(&rows(100_000, "12.345,6")), "a hundred thousand rows of numbers");
    assert_eq!(codes(&rows(100_000, "")), [("VB104", String::new())]);
    assert!(is_read(&json!([{ "type": "list", "items": vec!["a"; 20_000] }])));
    assert!(is_read(&json!([paragraph("a\\n".repeat(60_000))])), "a backslash and a letter are no line break");
    let long: String = line.repeat(6_000).chars().take(150_000).collect();
    assert!(is_read(&json!([paragraph(long)])), "forty pages without a paragraph's end");
}

#[test]
fn a_text_without_end_is_refused_with_its_place() {
    let marks = format!("a{}", "\u{301}".repeat(200_000));
    for text in ["a".repeat(300_000), "ab ".repeat(100_000) + "c", marks] {
        let spec = report_with(&json!({ "body": [paragraph("đầu"), paragraph(text)] })).to_string();
        let fonts = FontBook::bundled().unwrap();
        let found = vanban::check(spec.as_bytes(), Resources::new(&fonts), &Options::default());
        let found: Vec<_> = found.iter().map(|finding| (finding.code, finding.span.unwrap().start)).collect();
        let longest = spec.match_indices('"').zip(spec.match_indices('"').skip(1)).max_by_key(|(a, b)| b.0 - a.0);
        assert_eq!(found, [("VB105", longest.unwrap().0.0)]);
    }
    // so are runs that are one together
    let runs = vec!["ab ".repeat(50_000), "cd ".repeat(50_000), "ef".to_owned()];
    assert_eq!(codes(&json!([paragraph("đầu"), paragraph(runs)])), [("VB105", "/body/1/text".to_owned())]);
}

#[test]
fn letters_too_large_for_their_column_end_somewhere() {
    let layout =
        json!({ "margin_left": "75mm", "margin_right": "75mm", "body_size": "72pt", "line_breaks": "natural" });
    let body: Vec<Value> = (0..4).map(|_| paragraph("abcd ".repeat(20_000) + "c")).collect();
    let spec = report_with(&json!({ "body": body, "layout": layout })).to_string();
    let found = codes_of(spec.as_bytes());
    let errors: Vec<_> = found.iter().filter(|(code, _)| *code == "VB106").collect();
    assert_eq!(errors, [&("VB106", "/body/3".to_owned())], "{found:?}");
}
