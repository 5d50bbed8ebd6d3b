//! Documents of any number, made of real text by a seed: passages of law and of reports under headings, as clauses, points,
//! lists and paragraphs, in any type, size, spacing and margin that the regulation allows.

mod body;
pub(crate) mod chance;
mod frame;
mod parts;
mod passages;
mod pictures;
mod rich;
mod table;

use serde_json::Value;
use vanban::font::FontBook;
use vanban::{Options, Resources};

pub(crate) use passages::{Passages, Texts};

use crate::text_pictures::Files;
use chance::Chance;

/// What the text of a document is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As the source has it.
    Natural,
    /// With bold and italic words, links, scripts, addresses, numbers of documents, quotes, dashes, foreign words.
    Rich,
    /// As the source has it, much of it in tables.
    Tables,
    /// As the source has it, with stamps, contents, notes, pages across, attached texts, appendices, as a copy.
    Parts,
    /// With pictures among the words, and in the cells of tables.
    Pictures,
}

/// The specification that a seed makes.
pub(crate) fn specification(passages: &Passages, kind: Kind, seed: u64) -> Value {
    frame::document(passages, kind, &mut Chance::new(seed))
}

/// A generator whose documents are refused, or all alike, would prove nothing.
#[test]
fn recombined_documents_render_and_differ() {
    let fonts = FontBook::bundled().unwrap();
    let resources = Resources::new(&fonts).pictures(&Files);
    for texts in Texts::ALL {
        let passages = Passages::read(texts);
        for kind in [Kind::Natural, Kind::Rich, Kind::Tables, Kind::Parts, Kind::Pictures] {
            let mut shapes = std::collections::BTreeSet::new();
            for seed in 0..12 {
                let spec = specification(&passages, kind, seed);
                assert_eq!(spec, specification(&passages, kind, seed));
                let stages = vanban::run_stages(spec.to_string().as_bytes(), resources, &Options::default());
                assert!(!stages.findings.has_errors(), "{texts:?} {kind:?} {seed}: {:#?}", stages.findings);
                let pages = stages.pages.unwrap().pages.len();
                let most = if kind == Kind::Parts { 20 } else { 8 };
                assert!((2..=most).contains(&pages), "{texts:?} {kind:?} {seed}: {pages} pages");
                shapes.insert((spec["doc_type"].to_string(), spec["layout"].to_string(), pages));
            }
            assert!(shapes.len() > 8, "{shapes:?}");
        }
    }
}
