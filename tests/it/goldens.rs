//! The documents and the pages of all samples as text. `UPDATE=1` writes the expected texts anew.

use std::fs;
use std::path::Path;

use crate::corpus::samples;

/// Compares what each sample gives with the files of a folder.
fn compare(stage: &str, found: impl Fn(vanban::Stages) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(stage);
    let mut differing = Vec::new();
    for sample in samples() {
        let stages = sample.stages();
        assert!(stages.findings.is_empty(), "{}: {:#?}", sample.name, stages.findings);
        let found = found(stages);
        let path = folder.join(format!("{}.txt", sample.name));
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, found).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != found {
            differing.push(sample.name);
        }
    }
    assert!(differing.is_empty(), "{stage} changed (UPDATE=1 writes it anew): {differing:?}");
}

#[test]
fn samples_compose_as_expected() {
    compare("model", |stages| vanban::model::dump(&stages.document.unwrap()));
}

#[test]
fn samples_are_laid_out_as_expected() {
    compare("pages", |stages| vanban::pages::dump(&stages.pages.unwrap()));
}
