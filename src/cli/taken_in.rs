//! A specification out of a file, with what it has from the files beside it.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use vanban::PictureError;
use vanban::intake::{FilesBeside, Intake, SharedFiles, leaves_folder};

use super::beside;
use super::input::Input;

/// A specification, ready to be judged and rendered.
#[derive(Debug)]
pub(crate) struct TakenIn {
    /// As the user typed it; for standard input a word in angle brackets.
    pub(crate) name: String,
    /// Pictures are looked for here.
    pub(crate) folder: PathBuf,
    /// The organ files and files of rows that it names itself, be they there or not.
    pub(crate) others: Vec<PathBuf>,
    /// Shared with the report, which points into its text.
    pub(crate) intake: Rc<Intake>,
}

impl TakenIn {
    pub(crate) fn new(input: Input, shared: SharedFiles<'_>) -> Self {
        let Input { name, bytes, folder } = input;
        let mut beside = FolderFiles { folder: &folder, asked: Vec::new() };
        let intake = Rc::new(Intake::new(bytes, shared, &mut beside));
        let others = beside.asked;
        Self { name, folder, others, intake }
    }

    /// The specification to render.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.intake.bytes()
    }

    /// The file's name without folder and extension.
    pub(crate) fn stem(&self) -> String {
        let stem = Path::new(self.name.trim_matches(['<', '>'])).file_stem();
        stem.unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The files of one folder and those below.
struct FolderFiles<'a> {
    folder: &'a Path,
    /// Those that were asked for.
    asked: Vec<PathBuf>,
}

impl FilesBeside for FolderFiles<'_> {
    fn file(&mut self, name: &str, limit: usize) -> Result<Vec<u8>, PictureError> {
        if !leaves_folder(Path::new(name)) {
            self.asked.push(self.folder.join(name));
        }
        beside::read(self.folder, name, limit)
    }

    fn shown(&self, name: &str) -> String {
        let shown = self.folder.join(name).display().to_string();
        shown.strip_prefix("./").map_or(shown.clone(), ToOwned::to_owned)
    }
}
