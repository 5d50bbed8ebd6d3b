//! Which file a path leads to, whatever it is called: by another path, a link of either kind, or other letters where the file
//! system takes them for the same.

use std::fs;
use std::path::Path;

/// A file, told apart from every other one that exists at the moment. (The crate `same-file` keeps each file open for this; a run
/// may read more of them than a process may hold open.)
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SameFile(#[cfg(unix)] (u64, u64), #[cfg(not(unix))] std::path::PathBuf);

impl SameFile {
    /// The regular file that a path leads to; `None` where there is none.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Self::new(path, &metadata)
    }

    #[cfg(unix)]
    fn new(_path: &Path, metadata: &fs::Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self((metadata.dev(), metadata.ino())))
    }

    /// The name that the file system has for it; a hard link has another.
    #[cfg(not(unix))]
    fn new(path: &Path, _metadata: &fs::Metadata) -> Option<Self> {
        path.canonicalize().ok().map(Self)
    }
}
