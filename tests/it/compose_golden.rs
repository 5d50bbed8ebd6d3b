//! The documents of all samples as text. `UPDATE=1` writes the expected texts anew.

use std::fs;
use std::path::Path;

use vanban::model::dump;

use crate::corpus::samples;

#[test]
fn samples_compose_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/model");
    let mut differing = Vec::new();
    for sample in samples() {
        let stages = sample.stages();
        assert!(stages.findings.is_empty(), "{}: {:#?}", sample.name, stages.findings);
        let found = dump(&stages.document.unwrap());
        let path = folder.join(format!("{}.txt", sample.name));
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, found).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != found {
            differing.push(sample.name);
        }
    }
    assert!(differing.is_empty(), "documents changed (UPDATE=1 writes them anew): {differing:?}");
}
