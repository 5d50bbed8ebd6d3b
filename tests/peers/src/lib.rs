//! What the tests and the benchmarks share: the samples, and the words of a document.

pub mod corpus;

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
    let resources = Resources::new(fonts).pictures(&SamplePictures);
    vanban::render(spec, resources, &Options::default()).expect("a sound sample")
}

/// The words of a document's blocks in reading order, labels left out.
pub fn words(document: &Document) -> Vec<String> {
    let mut text = String::new();
    document.sections().for_each(|section| blocks(&section.blocks, &mut text));
    text.split_whitespace().map(str::to_owned).collect()
}

fn blocks(all: &[Block], text: &mut String) {
    for block in all {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                for inline in &paragraph.inlines {
                    match inline {
                        Inline::Run(run) => text.push_str(&run.text),
                        Inline::LineBreak | Inline::Tab => text.push(' '),
                        Inline::PageOf(page) => text.push_str(&page.text()),
                        // a note stands in a part of its own
                        Inline::PageNumber
                        | Inline::Picture(_)
                        | Inline::InlinePicture(_)
                        | Inline::SignatureField(_)
                        | Inline::Note(_)
                        | Inline::NoteNumber(_)
                        | Inline::BeginContents(_)
                        | Inline::EndContents => {}
                    }
                }
                text.push(' ');
            }
            BlockKind::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    blocks(&cell.blocks, text);
                }
            }
            BlockKind::Rule(_) => {}
        }
    }
}

/// The real report: three pages as it is; with more asked for, the blocks of its body again and again until there are
/// so many.
pub fn report(pages: usize) -> Vec<u8> {
    let text = std::fs::read(samples().join("bao-cao-624.json")).expect("the sample is there");
    let spec: serde_json::Value = serde_json::from_slice(&text).expect("the sample is JSON");
    let body = spec["body"].as_array().expect("the sample has a body").clone();
    let fonts = fonts();
    let with_blocks = |count: usize| {
        let mut spec = spec.clone();
        spec["body"] = body.iter().cycle().take(count).cloned().collect();
        serde_json::to_vec(&spec).expect("JSON")
    };
    let resources = Resources::new(&fonts).pictures(&SamplePictures);
    let suffices = |spec: &[u8]| {
        let laid_out = vanban::run_stages(spec, resources, &Options::default()).pages;
        laid_out.expect("a sound sample").pages.len() >= pages
    };
    // the smallest number of blocks that suffices, by halves
    let (mut least, mut most) = (body.len(), body.len() * pages.max(1));
    while least < most {
        let half = usize::midpoint(least, most);
        if suffices(&with_blocks(half)) { most = half } else { least = half + 1 }
    }
    with_blocks(least)
}
