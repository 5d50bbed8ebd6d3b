//! The documents of the benchmarks are sound, of the length they are said to have, and differ.

use std::collections::BTreeSet;

use vanban_peers::corpus::{Corpus, TypeKey};
use vanban_peers::{fonts, render};

#[test]
fn documents_are_sound_and_differ() {
    let fonts = fonts();
    let specs = Corpus::new(1).batch(20, 3, TypeKey::First);
    for spec in &specs {
        let rendered = render(spec, &fonts);
        assert!(rendered.findings.is_empty(), "{:#?}", rendered.findings);
        assert_eq!(rendered.page_count, 3);
    }
    assert_eq!(specs.iter().collect::<BTreeSet<_>>().len(), specs.len());
    assert_eq!(specs, Corpus::new(1).batch(20, 3, TypeKey::First), "a seed gives the same documents");
    assert_ne!(specs, Corpus::new(2).batch(20, 3, TypeKey::First));
}

#[test]
fn long_documents_have_about_the_pages_asked_for() {
    let pages = render(&Corpus::new(1).document(300, TypeKey::First), &fonts()).page_count;
    assert!((290..=310).contains(&pages), "{pages}");
}

#[test]
fn the_place_of_the_key_changes_nothing_else() {
    let [first, last] = [TypeKey::First, TypeKey::Last].map(|key| Corpus::new(1).document(3, key));
    assert!(first.starts_with(b"{\"body\":[{\"type\":") && !last.starts_with(b"{\"body\":[{\"type\":"));
    let read = |spec: &[u8]| serde_json::from_slice::<serde_json::Value>(spec).unwrap();
    assert_eq!(read(&first), read(&last));
}
