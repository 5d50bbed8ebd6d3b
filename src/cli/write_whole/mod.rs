//! Bytes and paths in, whole files out or none: whatever happens (the process killed, the disk full, the power cut), a name
//! shows either what it showed before or the complete new file. The files of one document appear together, and so do those
//! of any other run that writes the same names at the same moment.
//!
//! Linux: the bytes go to files that have no name yet (`O_TMPFILE`), reach the disk, and only then get their names, one rename
//! behind the other, under a lock on the folder (`turnover`). A process that is killed between the two renames leaves the second
//! file hidden beside them; the next run that writes there sets it in its place. A system or file system without
//! nameless files gets hidden files instead, which a killed process leaves behind and the next run takes away. Devices and
//! pipes are written to, never replaced.
//!
//! Why not a crate: `atomic-write-file` and `tempfile` know nameless files too, but replace or persist one file at a time.
//! Here both files of a document are staged before either gets its name, an existing name is refused by the kernel and not
//! by a look before, symbolic links are followed, and pipes and devices are written to.
//!
//! Says nothing to anybody: the caller puts an [`io::Error`] into words.

mod destination;
mod turnover;
mod unseen;

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use destination::{TargetFile, destination, folder_of};
use unseen::UnseenFile;

/// What to do where the name is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Leave it and fail with [`io::ErrorKind::AlreadyExists`].
    Refuse,
    /// Put the new file in its place, with the old one's permissions. A symbolic link stays; what it points to changes.
    Replace,
}

/// Bytes that are ready to appear under their name.
#[derive(Debug)]
pub(crate) enum Staged {
    /// In a file out of sight.
    File(StagedFile),
    /// For a device or a pipe: written when published.
    Stream(PathBuf, Vec<u8>),
}

/// A file out of sight, and its place.
#[derive(Debug)]
pub(crate) struct StagedFile {
    /// The name to give, symbolic links followed.
    target: PathBuf,
    existing: Existing,
    content: UnseenFile,
}

/// Writes `bytes` out of sight, in the folder of `path`.
///
/// # Errors
/// The folder does not exist or cannot be written to, the disk is full, `path` is a folder; with
/// [`Existing::Refuse`], `path` exists.
pub(crate) fn stage(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<Staged> {
    let target = match destination(path)? {
        TargetFile::Stream => return Ok(Staged::Stream(path.to_owned(), bytes.to_vec())),
        TargetFile::Folder => return Err(io::ErrorKind::IsADirectory.into()),
        TargetFile::File { .. } if existing == Existing::Refuse => return Err(io::ErrorKind::AlreadyExists.into()),
        TargetFile::File { resolved } | TargetFile::Nothing { resolved } => resolved,
    };
    let content = UnseenFile::new(&target, bytes)?;
    Ok(Staged::File(StagedFile { target, existing, content }))
}

/// [`stage`] in the way of a system or file system without nameless files.
#[allow(dead_code, reason = "the tests go this way on every system")]
pub(crate) fn stage_hidden(target: PathBuf, bytes: &[u8], existing: Existing) -> io::Result<Staged> {
    let content = UnseenFile::hidden(&target, bytes)?;
    Ok(Staged::File(StagedFile { target, existing, content }))
}

/// Whether a file stands in the way at `path`.
pub(crate) fn is_taken(path: &Path) -> bool {
    matches!(destination(path), Ok(TargetFile::File { .. }))
}

/// Why the files have not appeared.
#[derive(Debug)]
pub(crate) struct Unpublished {
    /// Which one could not, as its place among those staged.
    pub(crate) at: usize,
    pub(crate) error: io::Error,
}

/// Lets the files appear under their names, once all of them are down on the disk: all that stand in one folder, or none.
///
/// # Errors
/// The disk is full; with [`Existing::Refuse`], a name was taken since; a folder cannot be changed.
pub(crate) fn publish(staged: Vec<Staged>) -> Result<(), Unpublished> {
    sync_all(&staged)?;
    let mut folders: Vec<(PathBuf, Vec<(usize, StagedFile)>)> = Vec::new();
    for (at, staged) in staged.into_iter().enumerate() {
        match staged {
            // first of all, for it cannot be taken back
            Staged::Stream(path, bytes) => pour(&path, &bytes).map_err(|error| Unpublished { at, error })?,
            Staged::File(file) => {
                let folder = folder_of(&file.target).to_owned();
                match folders.iter_mut().find(|(known, _)| *known == folder) {
                    Some((_, files)) => files.push((at, file)),
                    None => folders.push((folder, vec![(at, file)])),
                }
            }
        }
    }
    for (folder, files) in folders {
        turnover::publish(&folder, files)?;
        // The files are in their places and whole. A folder that cannot be synced takes no more than the promise that a power
        // cut in the next seconds does not bring the old names back.
        sync_folder(&folder);
    }
    Ok(())
}

/// Waits for the disk once for all files, not once for each; one after the other where no thread can start.
fn sync_all(staged: &[Staged]) -> Result<(), Unpublished> {
    let results: Vec<io::Result<()>> = match staged {
        [one, others @ ..] if !others.is_empty() => std::thread::scope(|scope| {
            let start = |other| std::thread::Builder::new().spawn_scoped(scope, move || Staged::sync(other)).ok();
            let waiting: Vec<_> = others.iter().map(|other| (other, start(other))).collect();
            let stopped = || Err(io::Error::other("a thread stopped"));
            let others = waiting.into_iter().map(|(other, thread)| match thread {
                Some(thread) => thread.join().unwrap_or_else(|_| stopped()),
                None => other.sync(),
            });
            std::iter::once(one.sync()).chain(others).collect()
        }),
        one_or_none => one_or_none.iter().map(Staged::sync).collect(),
    };
    for (at, result) in results.into_iter().enumerate() {
        result.map_err(|error| Unpublished { at, error })?;
    }
    Ok(())
}

impl Staged {
    fn sync(&self) -> io::Result<()> {
        match self {
            Self::File(file) => file.content.sync(),
            Self::Stream(..) => Ok(()),
        }
    }
}

fn pour(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut stream = OpenOptions::new().append(true).open(path)?;
    stream.write_all(bytes).and_then(|()| stream.flush())
}

fn sync_folder(folder: &Path) {
    // not every system lets a folder be opened, nor every file system let it be synced
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
