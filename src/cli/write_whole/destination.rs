//! What the path of an output leads to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a path leads to.
pub(super) enum TargetFile {
    /// A device, a pipe, or a descriptor of a process (`/dev/stdout`).
    Stream,
    Folder,
    File {
        resolved: PathBuf,
    },
    Nothing {
        resolved: PathBuf,
    },
}

/// As many symbolic links as Linux follows.
const MAX_LINKS: usize = 40;

pub(super) fn destination(path: &Path) -> io::Result<TargetFile> {
    let mut resolved = path.to_owned();
    for _ in 0..MAX_LINKS {
        if is_descriptor(&resolved) {
            return Ok(TargetFile::Stream);
        }
        let kind = match fs::symlink_metadata(&resolved) {
            Ok(metadata) => metadata.file_type(),
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(TargetFile::Nothing { resolved }),
            Err(e) => return Err(e),
        };
        if kind.is_symlink() {
            let link = fs::read_link(&resolved)?;
            resolved = folder_of(&resolved).join(link);
        } else if kind.is_dir() {
            return Ok(TargetFile::Folder);
        } else if kind.is_file() {
            return Ok(TargetFile::File { resolved });
        } else {
            return Ok(TargetFile::Stream);
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// The entries of `/proc/<id>/fd` look like symbolic links to files, and must not be replaced as such.
fn is_descriptor(path: &Path) -> bool {
    cfg!(target_os = "linux") && folder_of(path).canonicalize().is_ok_and(|folder| folder.starts_with("/proc"))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
