//! The pictures beside a specification.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use vanban::intake::leaves_folder;
use vanban::{MAX_PICTURE_BYTES, PictureError, PictureSource};

use super::beside;

/// The pictures of one folder.
#[derive(Debug)]
pub(crate) struct FolderPictures {
    folder: PathBuf,
    /// Those that were asked for.
    asked: Mutex<Vec<PathBuf>>,
}

impl FolderPictures {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, asked: Mutex::default() }
    }

    /// The paths of the pictures that were asked for, be they there or not.
    pub(crate) fn into_asked(self) -> Vec<PathBuf> {
        self.asked.into_inner().unwrap_or_default()
    }
}

impl PictureSource for FolderPictures {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        if let (Ok(mut asked), false) = (self.asked.lock(), leaves_folder(Path::new(name))) {
            asked.push(self.folder.join(name));
        }
        beside::read(&self.folder, name, MAX_PICTURE_BYTES)
    }
}
