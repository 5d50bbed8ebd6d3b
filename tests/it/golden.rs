//! Expected texts, kept in `tests/golden`. A difference is shown line by line; `UPDATE=1` writes the texts anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::line_diff::line_diff;

/// Texts of one folder under comparison.
pub(crate) struct Goldens {
    folder: PathBuf,
    names: BTreeSet<String>,
    differing: Vec<String>,
}

impl Goldens {
    /// Those of `tests/golden/FOLDER`.
    pub(crate) fn of(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
        Self { folder, names: BTreeSet::new(), differing: Vec::new() }
    }

    /// Compares a text with the one kept in `NAME.txt`.
    pub(crate) fn compare(&mut self, name: &str, found: &str) {
        assert!(self.names.insert(format!("{name}.txt")), "{name} is compared twice");
        let path = self.folder.join(format!("{name}.txt"));
        if is_update() {
            fs::create_dir_all(&self.folder).unwrap();
            fs::write(&path, found).unwrap();
            return;
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if kept != found {
            self.differing.push(format!("{}\n{}", path.display(), line_diff(&kept, found)));
        }
    }

    /// Fails with what differs, and with files that nothing was compared with.
    pub(crate) fn finish(mut self) {
        assert!(!self.names.is_empty(), "nothing was compared");
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name().into_string().unwrap();
            if self.names.contains(&name) {
                continue;
            }
            if is_update() {
                fs::remove_file(entry.path()).unwrap();
            } else {
                self.differing.push(format!("{}\nnothing gives this text any more\n", entry.path().display()));
            }
        }
        assert!(
            self.differing.is_empty(),
            "{} texts changed (UPDATE=1 writes them anew):\n\n{}",
            self.differing.len(),
            self.differing.join("\n")
        );
    }
}

fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}
