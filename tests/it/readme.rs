//! The two READMEs name what the schema names: document types, fields, blocks; and show every sample.

use serde_json::Value;
use vanban::schema::schema;

use crate::corpus::samples;

const READMES: [(&str, &str); 2] =
    [("README.md", include_str!("../../README.md")), ("README.vi.md", include_str!("../../README.vi.md"))];

/// The row of a table whose first cell holds a word in backquotes.
fn row<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let holds = |cell: &str| cell.contains(&format!("`{word}`"));
    text.lines().filter(|line| line.starts_with('|')).find(|line| line.split('|').nth(1).is_some_and(holds))
}

/// The numbers that stand before a word.
fn numbers_before(text: &str, word: &str) -> Vec<usize> {
    text.match_indices(word).filter_map(|(at, _)| text[..at].split(' ').next_back()?.parse().ok()).collect()
}

fn alternatives<'a>(schema: &'a Value, definition: &str) -> Vec<&'a Value> {
    let definition = &schema["$defs"][definition];
    let all = definition["oneOf"].as_array().or_else(|| definition["anyOf"].as_array()).unwrap();
    // a document type may also be written by its Vietnamese name, which is no word of its own
    all.iter().filter(|one| one.get("const").or_else(|| one.get("properties")).is_some()).collect()
}

#[test]
fn document_types_are_named_and_counted() {
    let schema = schema();
    let types = alternatives(&schema, "DocType");
    for (name, text) in READMES {
        let told = row(text, "doc_type").unwrap_or_else(|| panic!("{name}: no row of doc_type"));
        for word in &types {
            let title = word["title"].as_str().unwrap().split(" (").next().unwrap().to_lowercase();
            let entry = format!("`{}` ({title})", word["const"].as_str().unwrap());
            assert!(told.contains(&entry), "{name}: no {entry}");
        }
        // the field itself and its words
        assert_eq!(told.matches('`').count(), 2 * (1 + types.len()), "{name}: a word that is no type: {told}");
        let counts: Vec<usize> =
            [" types", " document types", " loại"].iter().flat_map(|word| numbers_before(text, word)).collect();
        assert_eq!(counts, [types.len(); 2], "{name}");
    }
}

#[test]
fn fields_and_blocks_have_their_rows() {
    let schema = schema();
    let fields = schema["properties"].as_object().unwrap().keys().map(String::as_str);
    let blocks =
        alternatives(&schema, "BodyBlock").into_iter().map(|block| block["properties"]["type"]["const"].as_str());
    // `$schema` is the editor's, told above the tables
    let words: Vec<&str> = fields.filter(|field| *field != "$schema").chain(blocks.map(Option::unwrap)).collect();
    assert!(words.len() > 25, "{words:?}");
    for (name, text) in READMES {
        let absent: Vec<_> = words.iter().filter(|word| row(text, word).is_none()).collect();
        assert!(absent.is_empty(), "{name}: without a row: {absent:?}");
    }
}

/// Every sample has a small preview (`cargo run --example sample_previews`), which the galleries show; every type has a sample.
#[test]
fn samples_are_shown_and_every_type_has_one() {
    let schema = schema();
    let mut types: Vec<&str> =
        alternatives(&schema, "DocType").iter().map(|word| word["const"].as_str().unwrap()).collect();
    for sample in samples() {
        let preview = sample.path.with_file_name("preview").join(&sample.name).with_extension("png");
        let size = std::fs::metadata(&preview).map(|file| file.len()).unwrap_or_default();
        assert!((1..=80_000).contains(&size), "{}: {size} bytes", preview.display());
        for (name, text) in READMES {
            let shown = format!("samples/preview/{}.png", sample.name);
            let linked = format!("](samples/{}.json)", sample.name);
            assert!(text.contains(&shown) && text.contains(&linked), "{name}: {} is not in the gallery", sample.name);
        }
        let spec: Value = serde_json::from_slice(&sample.spec).unwrap();
        types.retain(|word| *word != spec["doc_type"]);
    }
    assert!(types.is_empty(), "without a sample: {types:?}");
}
