//! Files beside a specification that it names: regular files in its folder or below, read within a limit. A path that leaves the
//! folder is refused, by `..` and by symbolic links alike: a specification may come from somebody else.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use vanban::PictureError;
use vanban::intake::leaves_folder;

/// Reads the file called `name` of a folder, of at most so many bytes.
pub(crate) fn read(folder: &Path, name: &str, limit: usize) -> Result<Vec<u8>, PictureError> {
    let relative = Path::new(name);
    if leaves_folder(relative) {
        return Err(PictureError::OutsideFolder);
    }
    let folder = folder.canonicalize().map_err(|e| why(&e))?;
    let path = folder.join(relative).canonicalize().map_err(|e| why(&e))?;
    if !path.starts_with(&folder) {
        return Err(PictureError::OutsideFolder);
    }
    // asked before opening: to open a pipe or a device can block or do something
    if !fs::symlink_metadata(&path).map_err(|e| why(&e))?.is_file() {
        return Err(PictureError::Unreadable);
    }
    let file = open_without_waiting(&path).map_err(|e| why(&e))?;
    let metadata = file.metadata().map_err(|e| why(&e))?;
    if !metadata.is_file() {
        return Err(PictureError::Unreadable);
    }
    if metadata.len() > limit as u64 {
        return Err(PictureError::TooLarge);
    }
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|e| why(&e))?;
    if bytes.len() > limit {
        return Err(PictureError::TooLarge);
    }
    Ok(bytes)
}

#[cfg(unix)]
fn open_without_waiting(path: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    // the file may have been exchanged for a pipe or a link since it was looked at
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOFOLLOW;
    let flags = i32::try_from(flags.bits()).map_err(io::Error::other)?;
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open_without_waiting(path: &Path) -> io::Result<fs::File> {
    OpenOptions::new().read(true).open(path)
}

fn why(error: &io::Error) -> PictureError {
    match error.kind() {
        io::ErrorKind::NotFound => PictureError::NotFound,
        _ => PictureError::Unreadable,
    }
}
