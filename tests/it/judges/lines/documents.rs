//! What is compared: the samples, and documents made at random of real text.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::font::FontBook;
use vanban::{Format, Options, Resources};

use super::side_by_side::side_by_side;
use crate::judges::Judged;
use crate::recombined::{Kind, Passages, Texts, specification};
use crate::text_pictures::Files;

/// Word files, their PDFs beside them.
pub(super) struct Documents {
    pub(super) name: String,
    pub(super) files: Vec<PathBuf>,
    /// How many lines in 100 000 may differ in an engine.
    pub(super) allowed: usize,
    /// Whether the table has a row for each of them.
    pub(super) one_by_one: bool,
}

impl Documents {
    pub(super) fn samples<'a>(all: impl Iterator<Item = &'a Judged>) -> Self {
        let folder = folder("samples");
        let mut files = Vec::new();
        for judged in all {
            let docx = folder.join(judged.docx.file_name().unwrap());
            fs::copy(&judged.docx, &docx).unwrap();
            fs::copy(&judged.pdf, docx.with_extension("pdf")).unwrap();
            files.push(docx);
        }
        Self { name: "samples".to_owned(), files, allowed: 0, one_by_one: true }
    }

    /// So many documents from a seed on; each specification stands beside its files.
    pub(super) fn recombined(texts: Texts, kind: Kind, seed: u64, count: usize, allowed: usize) -> Self {
        let label = format!("{kind:?}").to_lowercase();
        let folder = folder(&label);
        let passages = Passages::read(texts);
        let seeds: Vec<u64> = (seed..).take(count).collect();
        let files = side_by_side(&seeds, |seed| {
            let spec = specification(&passages, kind, *seed);
            let docx = folder.join(format!("{label}-{seed}.docx"));
            fs::write(docx.with_extension("json"), format!("{spec:#}")).unwrap();
            render(spec.to_string().as_bytes(), &docx);
            docx
        });
        Self { name: format!("{label}, {count} documents"), files, allowed, one_by_one: false }
    }
}

fn render(spec: &[u8], docx: &Path) {
    let fonts = FontBook::bundled().unwrap();
    let rendered = vanban::render(spec, Resources::new(&fonts).pictures(&Files), &Options::default()).unwrap();
    assert!(!rendered.findings.has_errors(), "{}: {:#?}", docx.display(), rendered.findings);
    fs::write(docx, rendered.bytes(Format::Docx).unwrap()).unwrap();
    fs::write(docx.with_extension("pdf"), rendered.bytes(Format::Pdf).unwrap()).unwrap();
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lines").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
