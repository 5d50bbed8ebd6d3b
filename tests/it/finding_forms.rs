//! The forms that findings are told in: with the line of the file and a mark, in colour, as workflow commands, as a SARIF log.

use serde_json::{Value, json};
use vanban::diag::sarif::SarifLog;
use vanban::diag::{Diagnostic, Diagnostics, Lang, LineIndex, Phrase, Place, Span, github, registry, text};

/// A finding about the first `meant` in a source.
fn about(source: &str, meant: &str) -> Diagnostics {
    let start = source.find(meant).unwrap();
    at(Span { start, end: start + meant.len() })
}

fn at(span: Span) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let message = Phrase::new("hai dấu cách", "two spaces");
    findings.push(Diagnostic::of(registry::DOUBLE_SPACE, "/a", message).span(span).hint(Phrase::new("bỏ", "drop")));
    findings
}

/// The numbered line and the line of the mark.
fn excerpt(source: &str, meant: &str) -> (String, String) {
    let printed = text::print_with_lines(&about(source, meant), "f.json", source.as_bytes(), Lang::En, false);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 6, "{printed}");
    (lines[3].to_owned(), lines[4].to_owned())
}

#[test]
fn the_mark_stands_under_what_is_meant() {
    let expected = |line: &str, mark: &str| (line.to_owned(), mark.to_owned());
    assert_eq!(excerpt("{\n \"a\": \"b  c\"\n}", "  c"), expected(" 2 |  \"a\": \"b  c\"", "   |         ^^^"));
    // marks stand on their letter
    let decomposed = "\"Hue\u{302}\u{301}  x\"";
    assert_eq!(excerpt(decomposed, "  "), expected(&format!(" 1 | {decomposed}"), "   |     ^^"));
    assert_eq!(excerpt("\"Huế\"", "ế"), expected(" 1 | \"Huế\"", "   |    ^"));
    // wide characters take two columns
    assert_eq!(excerpt("\"漢字x漢\"", "x漢"), expected(" 1 | \"漢字x漢\"", "   |      ^^^"));
    assert_eq!(excerpt("\t\"a\"", "a"), expected(" 1 |     \"a\"", "   |      ^"));
    // nothing under an empty span is marked by one
    let empty = text::print_with_lines(&at(Span { start: 3, end: 3 }), "f", b"abc", Lang::En, false);
    assert!(empty.contains("\n   |    ^\n"), "{empty}");
    // of several lines the first
    assert_eq!(excerpt("a [1,\n2] b", "[1,\n2]"), expected(" 1 | a [1,", "   |   ^^^"));
    assert_eq!(excerpt("a [1,\r\n2] b", "[1,\r\n2]"), expected(" 1 | a [1,", "   |   ^^^"));
}

/// What the file holds does not speak to the terminal.
#[test]
fn a_line_obeys_no_terminal() {
    let source = "\"a\u{1b}[2J\u{7f}\u{9b}1m\u{202e}b\u{200b}c\u{301}\" x";
    let (line, mark) = excerpt(source, "x");
    assert!(line.chars().all(|c| !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c)), "{line:?}");
    assert_eq!(mark, format!("   | {}^", " ".repeat(16)), "{line}");
    let (_, mark) = excerpt(source, "\u{200b}");
    assert!(mark.ends_with(" ^"), "what prints nothing is marked too");
    // a mark torn off its letter
    let source = "\"a \u{301}b\"";
    let (line, mark) = excerpt(source, "\u{301}b");
    assert_eq!((line.as_str(), mark.as_str()), (" 1 | \"a ◌\u{301}b\"", "   |    ^^"));
}

#[test]
fn long_lines_are_cut_around_the_place() {
    for before in [1, 10, 36, 37, 80, 2_000, 20_000] {
        for (unit, after) in [("ă", 0), ("漢", 30), ("x", 2_000), ("e\u{302}\u{301}", 20_000)] {
            let source = format!("{}  {}", unit.repeat(before), unit.repeat(after));
            let (line, mark) = excerpt(&source, "  ");
            let shown = unicode_columns(&line) - 4;
            assert!(shown <= 79, "{before} {unit} {after}: {shown} columns");
            let column = mark.find('^').unwrap();
            assert!(mark.ends_with("^^") && column <= 5 + 76, "{mark}");
            assert_eq!(line.contains(" | …"), unicode_columns(unit) * before > 40, "{before} {unit}: {line}");
        }
    }
    // a mark as long as the file
    let source = format!("a {}", "b".repeat(100_000));
    let (line, mark) = excerpt(&source, &source[2..]);
    assert!(unicode_columns(&line) <= 84 && mark.len() <= 84, "{line}\n{mark}");
    // one letter with marks without end
    let source = format!("\"e{}  x\"", "\u{301}".repeat(100_000));
    let (line, mark) = excerpt(&source, "  ");
    assert!(line.len() < 5_000 && mark.ends_with("^^"));
}

/// Columns, by a count of this test's own for the few characters it uses.
fn unicode_columns(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if ('\u{300}'..='\u{36f}').contains(&c) {
                0
            } else if c >= '\u{2e80}' {
                2
            } else {
                1
            }
        })
        .sum()
}

#[test]
fn colour_only_adds_codes() {
    let source = "{\n \"a\": \"b  c\"\n}";
    let plain = text::print_with_lines(&about(source, "  c"), "f.json", source.as_bytes(), Lang::Vi, false);
    let coloured = text::print_with_lines(&about(source, "  c"), "f.json", source.as_bytes(), Lang::Vi, true);
    assert!(coloured.contains("\u{1b}[1;33mcảnh báo[VB027]\u{1b}[0m") && coloured.contains("\u{1b}[1;33m^^^\u{1b}[0m"));
    let mut bare = String::new();
    for (i, part) in coloured.split("\u{1b}[").enumerate() {
        bare.push_str(if i == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(bare, plain);
}

#[test]
fn an_index_tells_the_places_that_counting_tells() {
    let source =
        format!("\u{feff}a\r\nbế{}\n\n{}", "c👨\u{200d}👩x\u{200b}".repeat(400), "d漢e\u{302}\u{301}".repeat(700));
    let index = LineIndex::new(source.as_bytes());
    let (mut line, mut column, mut code_points) = (1, 1, 1);
    use unicode_segmentation::UnicodeSegmentation;
    for (at, cluster) in source.grapheme_indices(true) {
        if at > 0 {
            assert_eq!(index.place(at), Place { line, column }, "byte {at}");
            assert_eq!(index.code_point_column(at), code_points, "byte {at}");
        }
        if cluster.ends_with('\n') {
            (line, column, code_points) = (line + 1, 1, 1);
        } else if cluster != "\u{feff}" {
            column += usize::from(cluster != "\u{200b}");
            code_points += cluster.chars().count();
        }
    }
}

#[test]
fn workflow_commands_are_escaped() {
    let source = "{\n \"ế\": \"b  c\"\n}";
    let printed = github::print(&about(source, "  c"), "a,b:c%\n.json", source.as_bytes(), Lang::En);
    assert_eq!(
        printed,
        "::warning file=a%2Cb%3Ac%25%0A.json,line=2,endLine=2,col=9,endColumn=12,title=VB027::two spaces%0Adrop\n"
    );
    let several = github::print(&about(source, "  c\"\n}"), "f", source.as_bytes(), Lang::En);
    assert!(several.starts_with("::warning file=f,line=2,endLine=3,col=9,title="), "{several}");
    assert_eq!(github::failure("f", "no 100 %\nat all"), "::error file=f::no 100 %25%0Aat all\n");
}

#[test]
fn a_sarif_log_is_one_run_of_all_files() {
    let source = "{\n \"e\u{302}\": \"b  c\"\n}";
    let mut log = SarifLog::new(Lang::En);
    log.add(&about(source, "  c"), "thư mục/a.json", source.as_bytes());
    log.add(&about(source, "b"), "/tuyệt/b.json", source.as_bytes());
    log.add(&about(source, "b"), "C:\\x\\b.json", source.as_bytes());
    log.add_failure("c.json", "cannot be read");
    let log = log.finish();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!((&run["columnKind"], &run["tool"]["driver"]["name"]), (&json!("unicodeCodePoints"), &json!("vanban")));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 1);
    let rule = json!({
        "id": "VB027", "name": "double_space", "shortDescription": { "text": "Several spaces in a row." },
        "defaultConfiguration": { "level": "warning" },
    });
    assert_eq!(rules[0], rule);
    let results = run["results"].as_array().unwrap();
    let result = json!({
        "ruleId": "VB027", "ruleIndex": 0, "level": "warning", "message": { "text": "two spaces\ndrop" },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": "th%C6%B0%20m%E1%BB%A5c/a.json" },
                "region": { "startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 13, "byteOffset": 12, "byteLength": 3 },
            },
            "logicalLocations": [{ "fullyQualifiedName": "/a" }],
        }],
    });
    assert_eq!(results[0], result);
    let uri = |result: &Value| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(uri(&results[1]), "file:///tuy%E1%BB%87t/b.json");
    assert_eq!(uri(&results[2]), "file:///C:/x/b.json");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"][0]["message"]["text"], "cannot be read");
}
