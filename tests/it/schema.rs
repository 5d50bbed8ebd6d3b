//! The JSON Schema: kept with the project, Vietnamese throughout, and of one mind with the reader.

use std::fs;

use serde_json::Value;
use vanban::diag::{Diagnostics, Severity, registry};
use vanban::profile::{self, Measure};
use vanban::schema::{schema, schema_text};
use vanban::specification::{DocType, Regulation};
use vanban::units::Length;

use crate::corpus::samples;
use crate::line_diff::line_diff;
use crate::malformed;

#[test]
fn the_kept_schema_is_the_generated_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/spec.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, schema_text()).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    let diff = line_diff(&kept, &schema_text());
    assert!(diff.is_empty(), "schemas/spec.schema.json is stale: UPDATE=1 cargo test --test it schema\n{diff}");
}

/// Whether a person who reads Vietnamese is spoken to.
fn is_vietnamese(text: &Value) -> bool {
    text.as_str().is_some_and(|text| text.chars().any(|c| c.is_alphabetic() && !c.is_ascii()))
}

/// Whether a form is one that an editor offers: a word or a kind of block.
fn form_is_word(form: &Value) -> bool {
    form["const"].is_string() || form["properties"]["type"]["const"].is_string()
}

/// The places below `schema` that an editor explains but that nobody has explained.
fn unexplained(at: &str, schema: &Value, out: &mut Vec<String>) {
    let mut ask = |at: String, schema: &Value| {
        if !is_vietnamese(&schema["title"]) || !is_vietnamese(&schema["description"]) {
            out.push(at);
        }
    };
    ask(at.to_owned(), schema);
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        ask(format!("{at}.{name}"), property);
    }
    let words = ["oneOf", "anyOf"].into_iter().filter_map(|form| schema[form].as_array()).flatten();
    for word in words.filter(|word| form_is_word(word)) {
        unexplained(&format!("{at}|{}", word["const"]), word, out);
    }
}

#[test]
fn everything_is_explained_in_vietnamese() {
    let schema = schema();
    let mut out = Vec::new();
    unexplained("", &schema, &mut out);
    // the fields that refer to these explain themselves
    let own = |name: &str| !["Text", "RichText"].contains(&name);
    for (name, definition) in schema["$defs"].as_object().unwrap().iter().filter(|(name, _)| own(name)) {
        unexplained(name, definition, &mut out);
    }
    assert!(out.is_empty(), "without a Vietnamese title or description: {out:#?}");
    assert!(schema["$defs"].as_object().unwrap().len() >= 20);
}

#[test]
fn every_example_is_valid() {
    let schema = schema();
    let mut seen = 0;
    let mut todo = vec![&schema];
    while let Some(node) = todo.pop() {
        match node {
            Value::Object(object) => {
                for example in object.get("examples").and_then(Value::as_array).into_iter().flatten() {
                    seen += 1;
                    assert!(is_valid(&schema, node, example), "{} has the example {example}", node["title"]);
                }
                todo.extend(object.values());
            }
            Value::Array(items) => todo.extend(items),
            _ => {}
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn schema_and_reader_agree_on_every_sample() {
    let schema = schema();
    for sample in samples() {
        let value = serde_json::from_slice(&sample.spec).unwrap();
        assert!(is_valid(&schema, &schema, &value), "{}", sample.name);
        let mut findings = Diagnostics::default();
        assert!(malformed::judged(&sample.spec, &mut findings).is_some());
        assert!(!findings.has_errors(), "{}: {findings:#?}", sample.name);
    }
}

/// What JSON Schema can say too, with the same words for both.
const SHAPE: &[&str] = &[
    registry::NOT_AN_OBJECT.code,
    registry::UNKNOWN_FIELD.code,
    registry::MISSING_FIELD.code,
    registry::WRONG_TYPE.code,
    registry::UNKNOWN_WORD.code,
    registry::NOT_OFFERED.code,
    registry::BARE_LENGTH.code,
    registry::DAY_WITHOUT_MONTH.code,
    registry::YEAR_RANGE.code,
    registry::DATE_FORM.code,
    registry::NUMBER_ZERO.code,
    registry::EMPTY_BODY.code,
    registry::NO_SIGNATURE.code,
    registry::EMPTY_LIST.code,
    registry::EMPTY_UNIT.code,
    registry::SUBCLAUSE_LEVEL.code,
    registry::BAD_ID.code,
];

#[test]
fn schema_and_reader_agree_on_what_is_malformed() {
    let schema = schema();
    let (mut valid, mut invalid) = (0, 0);
    for (name, bytes) in malformed::files() {
        let Ok(value) = serde_json::from_slice::<Value>(&bytes) else { continue };
        let mut findings = Diagnostics::default();
        let _ = malformed::judged(&bytes, &mut findings);
        let is_misshapen = findings.iter().any(|finding| SHAPE.contains(&finding.code));
        if is_valid(&schema, &schema, &value) {
            valid += 1;
            assert!(!is_misshapen, "{name}: the reader refuses what the schema allows: {findings:#?}");
        } else {
            invalid += 1;
            let refused = findings.iter().any(|finding| finding.severity == Severity::Error);
            assert!(refused, "{name}: the schema refuses what the reader allows");
        }
    }
    assert!(valid > 40 && invalid > 40, "{valid} valid, {invalid} invalid");
}

/// Whether a value satisfies a schema: the keywords that ours uses, an unknown one being a fault of this test.
fn is_valid(root: &Value, schema: &Value, value: &Value) -> bool {
    let Value::Object(keywords) = schema else { return schema == &Value::Bool(true) };
    keywords.iter().all(|(keyword, asked)| match keyword.as_str() {
        "$ref" => {
            let target = root.pointer(asked.as_str().unwrap().trim_start_matches('#')).unwrap();
            is_valid(root, target, value)
        }
        "type" => match asked {
            Value::Array(types) => types.iter().any(|asked| is_of_type(asked, value)),
            asked => is_of_type(asked, value),
        },
        "const" => asked == value,
        "anyOf" => asked.as_array().unwrap().iter().any(|one| is_valid(root, one, value)),
        "oneOf" => asked.as_array().unwrap().iter().filter(|one| is_valid(root, one, value)).count() == 1,
        "properties" => value
            .as_object()
            .into_iter()
            .flatten()
            .all(|(name, member)| asked.get(name).is_none_or(|property| is_valid(root, property, member))),
        "required" => value.as_object().is_none_or(|object| {
            asked.as_array().unwrap().iter().all(|name| object.contains_key(name.as_str().unwrap()))
        }),
        "dependentRequired" => value.as_object().is_none_or(|object| {
            asked.as_object().unwrap().iter().all(|(name, needed)| {
                !object.contains_key(name)
                    || needed.as_array().unwrap().iter().all(|n| object.contains_key(n.as_str().unwrap()))
            })
        }),
        "additionalProperties" => {
            assert_eq!(asked, &Value::Bool(false));
            value.as_object().into_iter().flatten().all(|(name, _)| keywords["properties"].get(name).is_some())
        }
        "items" => value.as_array().into_iter().flatten().all(|item| is_valid(root, asked, item)),
        "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= asked.as_u64().unwrap()),
        "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= asked.as_u64().unwrap()),
        "maxLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 <= asked.as_u64().unwrap()),
        "minimum" => value.as_f64().is_none_or(|number| number >= asked.as_f64().unwrap()),
        "maximum" => value.as_f64().is_none_or(|number| number <= asked.as_f64().unwrap()),
        "pattern" => value.as_str().is_none_or(|text| matches(asked.as_str().unwrap(), text)),
        "$schema"
        | "$id"
        | "$defs"
        | "title"
        | "description"
        | "examples"
        | "defaultSnippets"
        | "patternErrorMessage" => true,
        other => panic!("the schema uses {other:?}, which this test does not know"),
    })
}

fn is_of_type(asked: &Value, value: &Value) -> bool {
    match asked.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}"),
    }
}

/// The schema's patterns, each by what it means.
fn matches(pattern: &str, text: &str) -> bool {
    if pattern.starts_with("^[^\\u0000-\\u0009") {
        return !text.chars().any(|c| match c {
            '\r' | '\n' => false,
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
            _ => false,
        });
    }
    if pattern.starts_with("^(19(4[5-9]") {
        let parts: Vec<_> = text.split('-').collect();
        let widths: Vec<_> = parts.iter().map(|part| part.len()).collect();
        let in_range = |i: usize, most: u32| {
            parts.get(i).is_none_or(|part| part.parse().is_ok_and(|n: u32| (1..=most).contains(&n)))
        };
        return [4, 2, 2].starts_with(&widths)
            && text.bytes().all(|b| b == b'-' || b.is_ascii_digit())
            && parts[0].parse().is_ok_and(|year: u32| (1945..=2199).contains(&year))
            && in_range(1, 12)
            && in_range(2, 31);
    }
    let plain = |c: char| c.is_ascii_alphanumeric();
    if pattern == "^[A-Za-z_][A-Za-z0-9_]{0,39}$" {
        return (1..=40).contains(&text.len())
            && !text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| plain(c) || c == '_');
    }
    if pattern.starts_with("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}|") {
        let parts: Vec<_> = text.split('-').collect();
        let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect();
        return (2..=3).contains(&lengths[0])
            && parts[0].chars().all(|c| c.is_ascii_alphabetic())
            && parts.iter().all(|part| (1..=8).contains(&part.len()) && part.chars().all(plain))
            && lengths.windows(2).all(|pair| pair != [1, 1])
            && lengths.last() != Some(&1);
    }
    if pattern == r"^[^/\\:]+(/[^/\\:]+)*$" {
        return !text.contains(['\\', ':']) && text.split('/').all(|part| !part.is_empty());
    }
    if pattern == "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)" {
        let text = text.to_lowercase();
        return ["http://", "https://", "mailto:"].iter().any(|scheme| text.starts_with(scheme));
    }
    if let Some(names) = pattern.strip_prefix("^([Rr][Ee][Ss]").and_then(|_| pattern.get(2..pattern.len() - 2)) {
        return names.split('|').any(|name| is_spelled(name, text));
    }
    panic!("the schema uses the pattern {pattern}, which this test does not know")
}

/// Whether a text is spelled as an expression of sets of letters says, one set a letter; `[ _-]+` may stand for many.
fn is_spelled(expression: &str, text: &str) -> bool {
    let Some(first) = expression.chars().next() else { return text.is_empty() };
    let (set, behind) =
        if first == '[' { expression[1..].split_once(']').unwrap() } else { expression.split_at(first.len_utf8()) };
    let Some(rest) = text.strip_prefix(|c| set.contains(c)) else { return false };
    match behind.strip_prefix('+') {
        Some(behind) => is_spelled(behind, rest.trim_start_matches(|c| set.contains(c))),
        None => is_spelled(behind, rest),
    }
}

#[test]
fn document_types_are_called_in_the_schema_as_in_the_reader() {
    let schema = schema();
    for name in [
        "report",
        "BC",
        "bc",
        "Báo cáo",
        "BÁO CÁO",
        "bao_cao",
        "bao-cao",
        "Bao  cao",
        "QyĐ",
        "qyd",
        "ĐA",
        "Giấy ủy quyền",
    ] {
        assert!(is_valid(&schema, &schema["$defs"]["DocType"], &name.into()), "{name}");
        assert!(DocType::named(name).is_some(), "{name}");
    }
    for name in ["", "b", "BCC", "Báo", "Nghị định", "table"] {
        assert!(!is_valid(&schema, &schema["$defs"]["DocType"], &name.into()), "{name}");
        assert_eq!(DocType::named(name), None, "{name}");
    }
}

/// A range typed by hand would go on standing where the regulation's data have changed.
#[test]
fn the_ranges_of_layout_values_are_those_of_the_regulations() {
    let schema = schema();
    let values = &schema["$defs"]["LayoutOverrides"]["properties"];
    let mut seen = 0;
    for regulation in Regulation::ALL {
        let profile = profile::get(*regulation).unwrap();
        for (name, range) in profile.layout.ranges() {
            let description = values[name]["description"].as_str().unwrap();
            assert!(description.contains(&range), "{name}: {description:?} does not say {range:?}");
            seen += 1;
        }
    }
    // no regulation says how lines end
    assert_eq!(seen, 2 * (values.as_object().unwrap().len() - 1));
    let same = values["number_size"]["description"].as_str().unwrap();
    assert_eq!(same, "Quy định: 13 pt.");
    let differs = values["heading_size"]["description"].as_str().unwrap();
    let each = "13–14 pt (NĐ 30/2020/NĐ-CP); 12–14 pt (TT 01/2011/TT-BNV)";
    assert_eq!(differs, format!("Cho phần, chương, mục, tiểu mục. Quy định: {each}."));
}

#[test]
fn the_examples_of_layout_values_are_the_defaults_of_the_newest_regulation() {
    let schema = schema();
    let data: Value = serde_json::from_str(include_str!("../../src/profile/data/nd30-2020.json")).unwrap();
    for (name, value) in schema["$defs"]["LayoutOverrides"]["properties"].as_object().unwrap() {
        if name == "line_breaks" {
            continue;
        }
        let value = value["examples"][0].as_str().unwrap();
        let default = data["layout"][name]["default"].as_str();
        let default = default.or(data["layout"][name]["multiple"]["default"].as_str()).unwrap();
        let twips = |text| Length::read(text).map(Length::to_twip);
        assert!(value == default || twips(value).is_ok_and(|length| twips(default) == Ok(length)), "{name}: {value}");
    }
}
