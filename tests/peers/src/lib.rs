//! What the tests and the benchmarks share: the samples, and the words of a document.

use std::path::{Path, PathBuf};

use vanban::model::{Block, BlockKind, Document, Inline};
use vanban::{Options, PictureError, PictureSource, Rendered, Resources};

/// The folder of the samples.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples")
}

/// Pictures beside the samples.
pub struct SamplePictures;

impl PictureSource for SamplePictures {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        std::fs::read(samples().join(name)).map_err(|_| PictureError::NotFound)
    }
}

/// The bundled fonts.
pub fn fonts() -> vanban::font::FontBook {
    vanban::font::FontBook::bundled().expect("the bundled fonts are sound")
}

/// Renders a specification to both files.
pub fn render(spec: &[u8], fonts: &vanban::font::FontBook) -> Rendered {
    let resources = Resources { fonts, pictures: &SamplePictures };
    vanban::render(spec, resources, &Options::default()).expect("a sound sample")
}

/// The words of a document's blocks in reading order, labels left out.
pub fn words(document: &Document) -> Vec<String> {
    let mut text = String::new();
    blocks(&document.blocks, &mut text);
    text.split_whitespace().map(str::to_owned).collect()
}

fn blocks(all: &[Block], text: &mut String) {
    for block in all {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                for inline in &paragraph.inlines {
                    match inline {
                        Inline::Run(run) => text.push_str(&run.text),
                        Inline::LineBreak => text.push(' '),
                        Inline::PageNumber | Inline::Picture(_) | Inline::SignatureField(_) => {}
                    }
                }
                text.push(' ');
            }
            BlockKind::SideBySide(table) => {
                for cell in table.rows.iter().flatten() {
                    blocks(&cell.blocks, text);
                }
            }
            BlockKind::Rule(_) => {}
        }
    }
}

/// The real report with its body repeated.
pub fn report(times: usize) -> Vec<u8> {
    let text = std::fs::read(samples().join("bao-cao-624.json")).expect("the sample is there");
    let mut spec: serde_json::Value = serde_json::from_slice(&text).expect("the sample is JSON");
    if let Some(body) = spec["body"].as_array_mut() {
        let once = body.clone();
        for _ in 1..times {
            body.extend(once.iter().cloned());
        }
    }
    serde_json::to_vec(&spec).expect("JSON")
}
