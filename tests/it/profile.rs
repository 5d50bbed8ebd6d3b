//! The regulations as data: complete, in their own range, with a clause each.

use std::collections::BTreeSet;

use serde_json::Value;
use vanban::diag::{Severity, Topic};
use vanban::profile::{self, Measure, MeasureFault, Profile};
use vanban::specification::Regulation;
use vanban::units::Length;

const DATA: [(&str, &str); 2] = [
    ("nd30-2020", include_str!("../../src/profile/data/nd30-2020.json")),
    ("tt01-2011", include_str!("../../src/profile/data/tt01-2011.json")),
];

#[test]
fn each_regulation_can_be_read_and_its_defaults_are_legal() {
    for regulation in [Regulation::Nd30, Regulation::Tt01] {
        // reading refuses a default outside its range, a missing and an unknown key
        let profile = profile::get(regulation).unwrap();
        assert_eq!(profile.regulation, regulation);
        assert_eq!(profile.doc_types.len(), 29);
    }
}

#[test]
fn every_value_names_its_clause() {
    fn walk(name: &str, value: &Value, seen: &mut usize) {
        let Some(object) = value.as_object() else { return };
        if object.contains_key("default") {
            *seen += 1;
            let source = object.get("source").and_then(Value::as_str).unwrap_or_default();
            assert!(source.contains("NĐ 30/2020") || source.contains("TT 01/2011"), "{name}: {source:?}");
        }
        for (key, inner) in object {
            walk(&format!("{name}/{key}"), inner, seen);
        }
    }
    for (name, text) in DATA {
        let mut seen = 0;
        walk(name, &serde_json::from_str(text).unwrap(), &mut seen);
        assert!(seen >= 40, "{name}: {seen} values");
    }
}

#[test]
fn the_layout_values_are_those_a_specification_may_override() {
    let schema: Value = serde_json::to_value(schemars::schema_for!(vanban::specification::LayoutOverrides)).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    for (name, text) in DATA {
        let data: Value = serde_json::from_str(text).unwrap();
        let mut overridden = keys(&schema["properties"]);
        // no regulation says how lines end
        assert!(overridden.remove("line_breaks"));
        assert_eq!(keys(&data["layout"]), overridden, "{name}");
        assert_eq!(data["name"], name);
    }
}

/// A topic without a clause says so by null: a missing one is a fault of the data.
#[test]
fn every_regulation_speaks_of_every_topic() {
    for (name, text) in DATA {
        let data: Value = serde_json::from_str(text).unwrap();
        let regulation = if name == "nd30-2020" { Regulation::Nd30 } else { Regulation::Tt01 };
        let profile = profile::get(regulation).unwrap();
        let clauses = data["clauses"].as_object().unwrap();
        assert_eq!(clauses.len(), Topic::ALL.len(), "{name}");
        for topic in Topic::ALL {
            let key = serde_json::to_value(topic).unwrap();
            let told = clauses.get(key.as_str().unwrap()).unwrap_or_else(|| panic!("{name}: nothing on {topic:?}"));
            assert_eq!(profile.clause(*topic), told.as_str(), "{name}: {topic:?}");
            assert!(
                told.is_null() || told.as_str().is_some_and(|clause| clause.starts_with(&profile.title)),
                "{name}: {told}"
            );
        }
    }
}

#[test]
fn broken_data_is_a_fault_of_the_program_and_says_where() {
    let data = DATA[0].1;
    let broken = [
        (data.replace("\"30mm\", \"min\"", "\"29mm\", \"min\""), "29mm"),
        (data.replacen("\"title\"", "\"tilte\"", 1), "tilte"),
        (data[..data.find("\"looks\"").unwrap()].to_owned(), "EOF"),
    ];
    for (text, named) in broken {
        assert_ne!(text, data);
        let finding = Profile::read(&text).unwrap_err().finding();
        assert_eq!((finding.code, finding.severity), ("VB109", Severity::Error));
        assert!(finding.message.en.contains(named), "{named}: {}", finding.message.en);
    }
}

#[test]
fn words_looks_and_templates_name_their_clauses() {
    let is_sourced = |value: &Value| {
        let source = value["source"].as_str().unwrap_or_default();
        source.contains("NĐ 30/2020") || source.contains("TT 01/2011")
    };
    for (name, text) in DATA {
        let data: Value = serde_json::from_str(text).unwrap();
        for table in ["words", "looks", "doc_types"] {
            for (key, value) in data[table].as_object().unwrap() {
                let each = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                // several words by name, each with a clause of its own
                let named = |value: &Value| value.as_object().is_some_and(|words| words.values().all(is_sourced));
                let has_clause = |value: &Value| is_sourced(value) || named(value);
                assert!(!each.is_empty() && each.iter().all(has_clause), "{name}: {table}/{key}");
            }
        }
    }
}

#[test]
fn looks_are_complete_and_name_sizes() {
    let data = DATA[0].1;
    let fault = |from: &str, to: &str| {
        assert!(data.contains(from), "{from}");
        Profile::read(&data.replacen(from, to, 1)).unwrap_err().0
    };
    assert!(fault("\"motto_rule\": { \"line\"", "\"motto_line\": { \"line\"").contains("no look for motto_rule"));
    let unknown = fault("\"looks\": {", "\"looks\": { \"stamp\": { \"source\": \"\" },");
    assert!(unknown.contains("a look for stamp, which is no role"), "{unknown}");
    let no_size = fault("\"size\": \"motto_size\"", "\"size\": \"margin_top\"");
    assert!(no_size.contains("margin_top is no size"), "{no_size}");
}

/// A word of the foot changed in the data must change in the explanation too.
#[test]
fn the_schema_tells_the_labels_of_the_contact() {
    let schema = vanban::schema::schema();
    for (name, text) in DATA {
        let data: Value = serde_json::from_str(text).unwrap();
        let lines = data["words"]["contact"]["lines"].as_array().unwrap();
        let items: Vec<&Value> = lines.iter().flat_map(|line| line.as_array().unwrap()).collect();
        assert_eq!(items.len(), 5);
        for item in items {
            let description = &schema["$defs"]["Contact"]["properties"][item["field"].as_str().unwrap()]["description"];
            let label = item["label"].as_str().unwrap().trim();
            assert!(description.as_str().unwrap().contains(label), "{name}: {description} without {label}");
        }
    }
}

#[test]
fn a_regulation_is_known_by_its_name() {
    for regulation in Regulation::ALL {
        assert_eq!(Regulation::from_name(regulation.name()), Some(*regulation));
        assert_eq!(serde_json::from_value::<Regulation>(regulation.name().into()).unwrap(), *regulation);
    }
    assert_eq!(Regulation::from_name("nd30"), None);
}

#[test]
fn abbreviations_differ_within_a_regulation() {
    for regulation in [Regulation::Nd30, Regulation::Tt01] {
        let types = &profile::get(regulation).unwrap().doc_types;
        let abbreviations = || types.values().filter_map(|words| words.abbreviation.as_deref());
        assert_eq!(abbreviations().collect::<BTreeSet<_>>().len(), abbreviations().count());
        // công văn and thư công have none
        assert_eq!(abbreviations().count(), types.len() - 2);
    }
}

#[test]
fn lengths_are_read_exactly() {
    let read = |text: &str| Length::read(text);
    assert_eq!(read("30mm"), Ok(Length::mm(30)));
    assert_eq!(read("1.27cm").unwrap().to_twip(), 720);
    assert_eq!(read("1,27 cm").unwrap().to_twip(), 720, "a decimal comma and a space");
    assert_eq!(read("13.5pt"), Ok(Length::twip(270)));
    assert_eq!(read("-5mm"), Ok(Length::mm(-5)));
    assert_eq!(read("30"), Err(MeasureFault::NoUnit));
    assert_eq!(read("30px"), Err(MeasureFault::UnknownUnit));
    for nonsense in ["", "mm", "1.2.3mm", "1e3mm", "12345mm", "0x1pt", ".5mm", "5.mm", "--5mm"] {
        assert!(read(nonsense).is_err(), "{nonsense}");
    }
}
