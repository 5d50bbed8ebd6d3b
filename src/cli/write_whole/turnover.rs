//! The moment in which the files of a document take the places of older ones.
//!
//! Under a lock on the folder a journal is written, which names the files, however many they are; each new file gets a hidden name;
//! then each is renamed to its place, one call behind the other, and the journal goes. No system renames two files in one call. Who is
//! killed between the calls leaves the journal, and it tells the next run in this folder what to do: while the first file waits,
//! nothing has appeared, and all goes; where it does not, the others are set in their places.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::unseen::{self, UnseenFile, rename_to_free_name};
use super::{Existing, StagedFile, Unpublished};

/// The journal: a symbolic link to nowhere, which a system makes and takes away in one call, or a file where there are none, or where
/// the names are too many for a link.
const JOURNAL: &str = ".vanban~";
/// The journal of many names while it is written.
const UNFINISHED: &str = ".vanban-journal~";
/// How long another run may hold the folder; what it does there takes a millisecond.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where a new file waits for its name.
fn waiting(folder: &Path, index: usize) -> PathBuf {
    folder.join(format!(".vanban-new-{index}~"))
}

/// What a new file replaces, until the others have followed.
fn replaced(folder: &Path, index: usize) -> PathBuf {
    folder.join(format!(".vanban-old-{index}~"))
}

/// Lets files appear in one folder: all of them or none. Each carries its place among all that are published.
pub(super) fn publish(folder: &Path, mut files: Vec<(usize, StagedFile)>) -> Result<(), Unpublished> {
    let Some(first) = files.first().map(|(at, _)| *at) else { return Ok(()) };
    let of_all = |error| Unpublished { at: first, error };
    let _lock = lock(folder).map_err(of_all)?;
    settle(folder).map_err(of_all)?;
    if files.iter().any(|(_, file)| matches!(file.content, UnseenFile::Hidden(..))) {
        unseen::sweep(folder);
    }
    for (at, file) in &files {
        if file.existing == Existing::Refuse && fs::symlink_metadata(&file.target).is_ok() {
            return Err(Unpublished { at: *at, error: io::ErrorKind::AlreadyExists.into() });
        }
    }
    if let [(at, file)] = files.as_mut_slice() {
        // alone, and with nothing in its place, it needs no other name before
        match file.content.name(&file.target) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && file.existing == Existing::Replace => {}
            named_or_failed => return named_or_failed.map_err(|error| Unpublished { at: *at, error }),
        }
    }
    // A file that is open keeps its blocks when its name goes: to free them takes longer than to rename, and waits until
    // everything is in its place.
    let _replaced: Vec<_> = files.iter().map(|(_, file)| File::open(&file.target)).collect();
    let result = turn_over(folder, &mut files);
    clear(folder, files.len());
    result
}

fn turn_over(folder: &Path, files: &mut [(usize, StagedFile)]) -> Result<(), Unpublished> {
    let Some(first) = files.first().map(|(at, _)| *at) else { return Ok(()) };
    let names: Vec<_> = files.iter().filter_map(|(_, file)| file.target.file_name()).collect();
    write_journal(&folder.join(JOURNAL), &names.join("/".as_ref()))
        .map_err(|error| Unpublished { at: first, error })?;
    let mut renames = Vec::new();
    for (i, (at, file)) in files.iter_mut().enumerate() {
        let name = waiting(folder, i);
        file.content.name(&name).map_err(|error| Unpublished { at: *at, error })?;
        renames.push(Rename { at: *at, name, target: &file.target, existing: file.existing });
    }
    // so that each can be put back where one behind it cannot follow; a file system without second names has to do without
    let behind = renames.len().saturating_sub(1);
    let old: Vec<_> = renames.iter().take(behind).enumerate().map(|(i, rename)| keep_old(folder, i, rename)).collect();
    for (i, rename) in renames.iter().enumerate() {
        if let Err(error) = rename.run() {
            for (earlier, old) in renames.iter().zip(&old).take(i) {
                let _ = match old {
                    Some(old) => fs::rename(old, earlier.target),
                    None => fs::remove_file(earlier.target),
                };
            }
            return Err(Unpublished { at: rename.at, error });
        }
    }
    Ok(())
}

/// Gives what a file replaces a second name; `None` where nothing is replaced or there are no second names.
fn keep_old(folder: &Path, index: usize, rename: &Rename<'_>) -> Option<PathBuf> {
    let old = replaced(folder, index);
    fs::hard_link(rename.target, &old).is_ok().then_some(old)
}

/// A file that waits, and the place it goes to.
struct Rename<'a> {
    at: usize,
    name: PathBuf,
    target: &'a Path,
    existing: Existing,
}

impl Rename<'_> {
    fn run(&self) -> io::Result<()> {
        match self.existing {
            Existing::Replace => fs::rename(&self.name, self.target),
            Existing::Refuse => rename_to_free_name(&self.name, self.target),
        }
    }
}

/// Ends what a run that was killed has begun.
fn settle(folder: &Path) -> io::Result<()> {
    let Some(names) = read_journal(&folder.join(JOURNAL))? else { return Ok(()) };
    let has_begun = fs::symlink_metadata(waiting(folder, 0)).is_err();
    for (i, name) in names.iter().enumerate().filter(|_| has_begun) {
        let (new, target) = (waiting(folder, i), folder.join(name));
        // what somebody has written since, such as a signature, is newer than what waits
        let changed = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified());
        let is_newer = changed(&target).is_ok_and(|target| changed(&new).is_ok_and(|new| target > new));
        if fs::symlink_metadata(&new).is_ok() && !is_newer {
            fs::rename(&new, &target)?;
        }
    }
    clear(folder, names.len());
    Ok(())
}

/// Takes away every hidden file of a turnover, the journal last.
fn clear(folder: &Path, count: usize) {
    for i in 0..count {
        let _ = fs::remove_file(waiting(folder, i));
        let _ = fs::remove_file(replaced(folder, i));
    }
    let _ = fs::remove_file(folder.join(UNFINISHED));
    let _ = fs::remove_file(folder.join(JOURNAL));
}

fn write_journal(journal: &Path, names: &OsStr) -> io::Result<()> {
    #[cfg(unix)]
    match std::os::unix::fs::symlink(names, journal) {
        // longer than a link may be
        Err(e) if e.kind() == io::ErrorKind::InvalidFilename => {}
        written_or_failed => return written_or_failed,
    }
    // a name shows the whole journal or none
    let unfinished = journal.with_file_name(UNFINISHED);
    fs::write(&unfinished, names.as_encoded_bytes())?;
    fs::rename(&unfinished, journal)
}

/// The names in the journal; `None` where there is none.
fn read_journal(journal: &Path) -> io::Result<Option<Vec<OsString>>> {
    let names = match fs::read_link(journal) {
        // no link: a file
        Err(e) if e.kind() != io::ErrorKind::NotFound => fs::read(journal).map(|names| split(&names)),
        link => link.map(|link| link.iter().map(ToOwned::to_owned).collect()),
    };
    match names {
        Ok(names) => Ok(Some(names)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

#[cfg(unix)]
fn split(names: &[u8]) -> Vec<OsString> {
    use std::os::unix::ffi::OsStrExt as _;
    names.split(|byte| *byte == b'/').map(|name| OsStr::from_bytes(name).to_owned()).collect()
}

#[cfg(not(unix))]
fn split(names: &[u8]) -> Vec<OsString> {
    String::from_utf8_lossy(names).split('/').map(OsString::from).collect()
}

/// Keeps other runs of the program out of the folder while it is held; the kernel lets go where the process dies. `None` on
/// systems that cannot lock a folder (Windows) and on file systems without locks: there two runs that write one name at the same
/// moment may mix.
fn lock(folder: &Path) -> io::Result<Option<File>> {
    let Ok(held) = File::open(folder) else { return Ok(None) };
    let start = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        match held.try_lock() {
            Ok(()) => return Ok(Some(held)),
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                std::thread::sleep(pause);
                pause = (pause * 2).min(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(io::ErrorKind::ResourceBusy, "another run holds the folder"));
            }
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
}
