//! Judges of the Word file: the Open XML SDK validator, and XML itself.

use std::collections::BTreeSet;

use quick_xml::events::Event;

use super::{ask, judged, said, script};
use crate::words;

#[test]
fn open_xml_sdk_finds_no_error() {
    for judged in judged().into_iter().flatten() {
        let output = ask(script("openxml"), [&judged.docx]);
        let said = said(&output);
        let sound = output.status.success() && said.contains("\"ok\": true") && said.contains("\"errors\": []");
        assert!(sound, "{}: {said}", judged.sample.name);
    }
}

#[test]
fn every_part_is_well_formed() {
    for judged in judged().into_iter().flatten() {
        let parts = words::parts(&std::fs::read(&judged.docx).unwrap());
        let mut seen = 0;
        for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
            let text = std::str::from_utf8(part).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let legal =
                |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            assert!(text.chars().all(legal), "{}: {name} holds a character that XML forbids", judged.sample.name);
            let (mut depth, mut roots) = (0_i32, 0);
            words::each_event(part, |event| match event {
                Event::Start(_) => {
                    roots += i32::from(depth == 0);
                    depth += 1;
                }
                Event::Empty(_) => roots += i32::from(depth == 0),
                Event::End(_) => depth -= 1,
                _ => {}
            });
            assert_eq!((depth, roots), (0, 1), "{}: {name}", judged.sample.name);
            seen += 1;
        }
        assert!(seen >= 6, "{}: parts are missing", judged.sample.name);
    }
}

/// Word opens no file with a relationship that leads nowhere, or with an `r:id` that names none.
#[test]
fn every_relationship_leads_somewhere() {
    for judged in judged().into_iter().flatten() {
        let parts = words::parts(&std::fs::read(&judged.docx).unwrap());
        for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
            let (folder, file) = name.split_once("_rels/").unwrap();
            let mut ids = BTreeSet::new();
            words::each_event(part, |event| {
                let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
                if tag.name().as_ref() != "Relationship" {
                    return;
                }
                let value = |key: &str| words::attribute(tag, key);
                assert!(ids.insert(value("Id").unwrap()), "{name}: an id stands twice");
                if value("TargetMode").as_deref() != Some("External") {
                    let target = value("Target").unwrap();
                    let path = resolve(folder, &target);
                    assert!(parts.contains_key(&path), "{}: {name} leads to {path}", judged.sample.name);
                }
            });
            let source = format!("{folder}{}", file.trim_end_matches(".rels"));
            let Some(part) = parts.get(&source).filter(|_| !file.starts_with('.')) else { continue };
            words::each_event(part, |event| {
                let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
                for key in ["r:id", "r:embed", "r:link"] {
                    if let Some(id) = words::attribute(tag, key) {
                        assert!(ids.contains(&id), "{}: {source} names {id}", judged.sample.name);
                    }
                }
            });
        }
    }
}

/// A target relative to the folder of the part that names it.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}
