//! Files that came with a specification, where there is no folder.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::FilesBeside;
use crate::error::PictureError;
use crate::resources::{MAX_PICTURE_BYTES, PictureSource};

/// The files that were handed in with a specification, each by the name that the specification has for it.
#[derive(Clone, Debug, Default)]
pub struct HandedIn {
    /// Pictures.
    pub pictures: BTreeMap<String, Vec<u8>>,
    /// Organ files, files of rows, the data of placeholders.
    pub data: BTreeMap<String, Vec<u8>>,
}

impl PictureSource for HandedIn {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        brought(&self.pictures, name, MAX_PICTURE_BYTES)
    }
}

impl FilesBeside for HandedIn {
    fn file(&mut self, name: &str, limit: usize) -> Result<Vec<u8>, PictureError> {
        brought(&self.data, name, limit)
    }
}

/// Refuses what a folder would refuse, so that a specification is judged alike wherever its files come from.
fn brought(files: &BTreeMap<String, Vec<u8>>, name: &str, limit: usize) -> Result<Vec<u8>, PictureError> {
    if leaves_folder(Path::new(name)) {
        return Err(PictureError::OutsideFolder);
    }
    match files.get(name) {
        None => Err(PictureError::NotFound),
        Some(bytes) if bytes.len() > limit => Err(PictureError::TooLarge),
        Some(bytes) => Ok(bytes.clone()),
    }
}

/// Whether a path as it is written climbs above where it starts.
#[must_use]
pub fn leaves_folder(path: &Path) -> bool {
    let mut depth = 0_usize;
    for component in path.components() {
        match component {
            Component::Prefix(_) | Component::RootDir => return true,
            Component::CurDir => {}
            Component::Normal(_) => depth += 1,
            Component::ParentDir if depth == 0 => return true,
            Component::ParentDir => depth -= 1,
        }
    }
    false
}
