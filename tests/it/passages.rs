//! A finding about characters points at these characters as they are written: behind escapes, in decomposed letters, in runs.

use serde_json::json;
use vanban::diag::{Diagnostic, registry};
use vanban::font::FontBook;
use vanban::{Options, Resources};

use crate::compose_support::report_with;

/// What the findings of a kind point at, in a report whose `field` (an array or a string) is written as `raw`.
fn pointed(field: &str, raw: &str, code: &str) -> Vec<String> {
    let source = report_with(&json!({ field: "<raw>" })).to_string().replace("\"<raw>\"", raw);
    let fonts = FontBook::bundled().unwrap();
    let findings = vanban::check(source.as_bytes(), Resources::new(&fonts), &Options::new());
    let bytes = |finding: &Diagnostic| {
        let span = finding.span.unwrap_or_else(|| panic!("{raw}: {finding:?}"));
        source[span.start..span.end].to_owned()
    };
    findings.iter().filter(|finding| finding.code == code).map(bytes).collect()
}

/// A body of one paragraph, its text written as `raw`.
fn in_body(raw: &str, code: &str) -> Vec<String> {
    pointed("body", &format!(r#"[{{"type": "paragraph", "text": {raw}}}]"#), code)
}

#[test]
fn a_double_space_is_pointed_at_in_however_written_a_text() {
    let code = registry::DOUBLE_SPACE.code;
    for (raw, expected) in [
        (r#""Kính  gửi""#, "  "),
        (r#""Kính   gửi""#, "   "),
        (r#""K\u00ednh\n\"x\" \u0020gửi""#, r" \u0020"),
        ("\"Ki\u{301}nh  gửi\"", "  "),
        (r#""Ki\u0301nh  gửi""#, "  "),
        // what is dropped stands in front of it, or between
        (r#"" \u200bKính\u200b  gửi ""#, "  "),
        (r#""\u200bKính \u200b gửi""#, r" \u200b "),
        // runs
        (r#"["Một ", {"text": "hai  ba", "bold": true}]"#, "  "),
        (r#"[{"text": "Một  hai"}]"#, "  "),
        (r#"[{"lang": "en", "text": "Một  hai"}]"#, "  "),
    ] {
        assert_eq!(in_body(raw, code), [expected], "{raw}");
    }
    // decoration that is taken off stands in front of it
    assert_eq!(pointed("addressees", r#"["- Kho  bạc;"]"#, code), ["  "]);
    assert_eq!(pointed("legal_basis", r#"["– + Căn cứ  Luật;"]"#, code), ["  "]);
}

#[test]
fn a_character_without_glyph_is_pointed_at() {
    let code = registry::MISSING_GLYPH.code;
    for (raw, expected) in [
        (r#""Hồ sơ 漢 kèm theo""#, "漢"),
        (r#""Hồ sơ \u6f22 kèm theo""#, r"\u6f22"),
        (r#""Hồ sơ \ud840\udc00 kèm theo""#, r"\ud840\udc00"),
        (r#"["Hồ sơ ", {"text": "漢", "italic": true}]"#, "漢"),
    ] {
        assert_eq!(in_body(raw, code), [expected], "{raw}");
    }
    let section = r#"[{"type": "section", "heading": "Hồ sơ 漢", "id": "x"}, {"type": "paragraph", "text": "Hết."}]"#;
    assert_eq!(pointed("body", section, code), ["漢"]);
    assert_eq!(pointed("subject", r#""Hồ sơ 漢 kèm theo""#, code), ["漢"]);
    assert_eq!(pointed("recipients", r#"{"items": ["Kho bạc", "Cục 漢"]}"#, code), ["漢"]);
    let signatures = r#"[{"position": "Giám đốc", "signer": "Lê 漢 An"}]"#;
    assert_eq!(pointed("signatures", signatures, code), ["漢"]);
}

#[test]
fn characters_that_stop_or_are_dropped_are_pointed_at() {
    for (raw, code, expected) in [
        (r#""Kính gửi  ""#, registry::OUTER_SPACE.code, "  "),
        (r#""\n Kính gửi""#, registry::OUTER_SPACE.code, r"\n "),
        (r#""Kính gửi\u00a0""#, registry::OUTER_SPACE.code, r"\u00a0"),
        (r#""Kính\u200bgửi""#, registry::INVISIBLE_CHARACTER.code, r"\u200b"),
        (r#""Kính\tgửi""#, registry::BAD_CHARACTER.code, r"\t"),
        (r#""Kính\u202egửi""#, registry::TEXT_DIRECTION.code, r"\u202e"),
        (r#""\u00d0iện và Ðồng""#, registry::WRONG_D.code, r"\u00d0"),
        (r#""Số ??? ngày""#, registry::LEFT_PLACEHOLDER.code, "???"),
    ] {
        assert_eq!(in_body(raw, code), [expected], "{raw}");
    }
    assert_eq!(in_body(r#""a\u200bb\u200bc""#, registry::INVISIBLE_CHARACTER.code).len(), 2);
    assert_eq!(pointed("symbol", r#""BC-\nSNV""#, registry::LINE_BREAK.code), [r"\n"]);
}
