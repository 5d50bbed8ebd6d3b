//! Layout values and widths far from the usual: ends of ranges are taken as they are told, what lies beyond is refused with
//! that range, and no finding speaks of what only another one brought about.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vanban::diag::{Diagnostic, Severity};
use vanban::font::FontBook;
use vanban::{Options, PictureError, PictureSource, Resources};

use crate::compose_support::report_with;

struct Pixel;

impl PictureSource for Pixel {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Ok(crate::pdf_pages::png(1, 1, png::ColorType::Grayscale, &[0]).bytes.clone())
    }
}

fn found(over: &Value) -> Vec<Diagnostic> {
    let fonts = FontBook::bundled().unwrap();
    let spec = report_with(over).to_string();
    let resources = Resources::new(&fonts).pictures(&Pixel);
    vanban::check(spec.as_bytes(), resources, &Options::default()).into_iter().collect()
}

fn layout(name: &str, value: &str) -> Vec<Diagnostic> {
    let mut over = json!({ "layout": {} });
    over["layout"][name] = json!(value);
    found(&over)
}

fn is_refused(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.code == "VB101")
}

const SIZES: [&str; 5] = ["body_size", "heading_size", "signer_size", "recipients_size", "page_number_size"];
const MARGINS: [&str; 4] = ["margin_top", "margin_bottom", "margin_left", "margin_right"];

#[test]
fn the_ends_of_a_range_are_taken_and_what_lies_beyond_is_refused() {
    let mut cases: Vec<(&str, &[&str], &[&str], &str)> = vec![
        ("paragraph_spacing", &["0mm", "100mm", "10cm"], &["-1mm", "100.1mm", "-0.1pt", "9999mm"], "0–100 mm"),
        (
            "line_spacing",
            &["0.5", "5", "single", "exactly 1pt", "exactly 200pt"],
            &["0.005", "0", "0.49", "5.01", "9999", "exactly 0.9pt", "exactly 201pt", "exactly 100mm", "exactly -1pt"],
            "0.5–5, exactly 1–200 pt",
        ),
        ("first_line_indent", &["0mm", "100mm"], &["-1mm", "101mm"], "0–100 mm"),
    ];
    for name in SIZES {
        cases.push((name, &["1pt", "72pt"], &["0.9pt", "72.1pt", "0pt", "-1pt", "9999mm"], "1–72 pt"));
    }
    for name in MARGINS {
        cases.push((name, &["0mm"], &["-0.1mm", "200.1mm", "9999mm"], "0–200 mm"));
    }
    for (name, taken, refused, range) in cases {
        for value in taken {
            assert!(!is_refused(&layout(name, value)), "{name} {value}");
        }
        for value in refused {
            let findings = layout(name, value);
            let [finding] = &findings[..] else { panic!("{name} {value}: {findings:#?}") };
            assert!(finding.code == "VB101" && finding.message.en.contains(range), "{name} {value}: {finding:?}");
        }
    }
}

#[test]
fn what_must_be_left_can_be_left() {
    let sides = |left: &str, right: &str| found(&json!({ "layout": { "margin_left": left, "margin_right": right } }));
    assert!(sides("75mm", "75mm").iter().all(|finding| finding.code != "VB103"), "60 mm are enough");
    assert!(sides("75.1mm", "75mm").iter().any(|finding| finding.code == "VB103"));
    let indent = |indent: &str| {
        found(&json!({ "layout": { "margin_left": "75mm", "margin_right": "75mm", "first_line_indent": indent } }))
    };
    assert!(!is_refused(&indent("30mm")));
    let refused = indent("30.1mm");
    let finding = refused.iter().find(|finding| finding.code == "VB101").unwrap();
    assert!(finding.message.en.contains("0–30 mm"), "{finding:?}");
}

#[test]
fn widths_of_pictures_and_fields_have_ranges_too() {
    let signed = |name: &str, value: Value| {
        let mut signature = json!({ "position": "Giám đốc", "signer": "Nguyễn Văn A" });
        signature[name] = value;
        found(&json!({ "number": 5, "signatures": [signature] }))
    };
    for (name, taken, refused) in [
        ("image", &["1mm", "26mm"][..], &["0.01mm", "0.9mm", "0mm", "-5mm", "160.1mm", "9999mm"][..]),
        ("seal", &["1mm", "36mm"], &["0.01mm", "0.9mm", "160.1mm"]),
    ] {
        for width in taken {
            assert_eq!(signed(name, json!({ "file": "a.png", "width": width })), [], "{name} {width}");
        }
        for width in refused {
            let findings = signed(name, json!({ "file": "a.png", "width": width }));
            let [finding] = &findings[..] else { panic!("{name} {width}: {findings:#?}") };
            assert!(finding.code == "VB101" && finding.message.en.contains("1–160 mm"), "{finding:?}");
        }
    }
    for size in ["width", "height"] {
        assert_eq!(signed("signature_field", json!({ size: "5mm" })), []);
        assert!(is_refused(&signed("signature_field", json!({ size: "4.9mm" }))));
    }
}

/// Numbers in a message that stand for lengths.
fn has_negative_length(text: &str) -> bool {
    let text = text.replace('−', "-");
    text.match_indices('-').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        // a value that was typed stands between quotes
        after.is_some_and(|c| c.is_ascii_digit()) && before.is_none_or(|c| c == ' ' || c == '(')
    })
}

#[test]
fn no_finding_speaks_of_what_another_brought_about() {
    let long = "Uỷ ban nhân dân thành phố ".repeat(6);
    let place = "Thị trấn Nông trường Việt Trung ".repeat(4);
    let mut seen = BTreeSet::new();
    for size in ["1pt", "13pt", "30pt", "72pt"] {
        for margin in ["0mm", "30mm", "75mm", "74mm"] {
            for spacing in ["single", "0.5", "5", "exactly 1pt", "exactly 200pt"] {
                for wide in [false, true] {
                    let mut over = json!({
                        "layout": {
                            "margin_left": margin, "margin_right": margin, "margin_top": margin, "margin_bottom": margin,
                            "national_name_size": size, "motto_size": size, "place_and_date_size": size, "issuer_size": size,
                            "parent_issuer_size": size, "number_size": size, "body_size": size, "signer_size": size,
                            "authority_size": size, "recipients_size": size, "subject_size": size, "doc_type_size": size,
                            "line_spacing": spacing, "first_line_indent": "25mm", "paragraph_spacing": "90mm",
                        },
                    });
                    if wide {
                        over["issuer"] = json!({ "name": long.trim(), "abbreviation": "UBNDTP" });
                        over["issue_place"] = json!(place.trim());
                    }
                    let findings = found(&over);
                    for finding in &findings {
                        seen.insert(finding.code);
                        let told = format!("{} {:?}", finding.message.en, finding.hints);
                        assert!(!has_negative_length(&told), "{over}: {told}");
                    }
                    let errors = |code: &str| {
                        findings.iter().any(|finding| finding.code == code && finding.severity == Severity::Error)
                    };
                    if errors("VB120") {
                        let followers = ["VB121", "VB122", "VB900", "VB106"];
                        let follows = |finding: &&Diagnostic| {
                            followers.contains(&finding.code) && !finding.at.to_string().starts_with("/signatures")
                        };
                        assert_eq!(findings.iter().find(follows), None, "{over}");
                    }
                }
            }
        }
    }
    assert!(seen.contains("VB120") && seen.contains("VB102"), "{seen:?}");
}
