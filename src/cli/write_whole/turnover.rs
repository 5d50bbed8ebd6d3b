//! The moment in which the files of a document take the places of older ones.
//!
//! Under a lock on the folder the new files get names in a hidden folder, the first in it, the others one level below; then each is
//! renamed to its place, one call behind the other. No system renames two files in one call. Who is killed between the calls
//! leaves the hidden folder, and it tells the next run what to do: with the first file in it nothing has appeared, and all goes;
//! without, the others are set in their places. So no mixed pair outlives the next run in its folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::content::{self, Content, rename_to_free_name};
use super::{Existing, StagedFile, Unpublished};

/// Where new files wait for their names.
const WAITING: &str = ".vanban~";
/// In it, those behind the first.
const OTHERS: &str = "others~";
/// In it, what the first replaces, until the others have followed.
const OLD: &str = "old~";
/// How long another run may hold the folder; what it does there takes a millisecond.
const PATIENCE: Duration = Duration::from_secs(60);

/// Lets files appear in one folder: all of them or none. Each carries its place among all that are published.
pub(super) fn publish(folder: &Path, mut files: Vec<(usize, StagedFile)>) -> Result<(), Unpublished> {
    let Some(first) = files.first().map(|(at, _)| *at) else { return Ok(()) };
    let of_all = |error| Unpublished { at: first, error };
    let _lock = lock(folder).map_err(of_all)?;
    let waiting = folder.join(WAITING);
    settle(&waiting, folder).map_err(of_all)?;
    if files.iter().any(|(_, file)| matches!(file.content, Content::Hidden(..))) {
        content::sweep(folder);
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
    let result = turn_over(&waiting, &mut files);
    if result.is_err() {
        let _ = fs::remove_dir_all(&waiting);
    }
    result
}

fn turn_over(waiting: &Path, files: &mut [(usize, StagedFile)]) -> Result<(), Unpublished> {
    let Some(first) = files.first().map(|(at, _)| *at) else { return Ok(()) };
    let others = waiting.join(OTHERS);
    fs::create_dir(waiting).map_err(|error| Unpublished { at: first, error })?;
    if files.len() > 1 {
        fs::create_dir(&others).map_err(|error| Unpublished { at: first, error })?;
    }
    let mut renames = Vec::new();
    for (i, (at, file)) in files.iter_mut().enumerate() {
        let place = if i == 0 { waiting } else { &others };
        let name = place.join(file.target.file_name().unwrap_or_default());
        file.content.name(&name).map_err(|error| Unpublished { at: *at, error })?;
        renames.push(Rename { at: *at, name, target: &file.target, existing: file.existing });
    }
    let old = (renames.len() > 1).then(|| keep_old(waiting, renames[0].target)).flatten();
    for (i, rename) in renames.iter().enumerate() {
        if let Err(error) = rename.run() {
            for earlier in &renames[..i] {
                let _ = match old.as_deref().filter(|_| earlier.existing == Existing::Replace) {
                    Some(old) => fs::rename(old, earlier.target),
                    None => fs::remove_file(earlier.target),
                };
            }
            return Err(Unpublished { at: rename.at, error });
        }
    }
    // empty but for what was replaced
    let _ = fs::remove_dir_all(waiting);
    Ok(())
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

/// Keeps what the first file replaces, so that it can be put back where the second cannot follow. `None` where there is nothing,
/// or the file system has no second names.
fn keep_old(waiting: &Path, target: &Path) -> Option<PathBuf> {
    let folder = waiting.join(OLD);
    let old = folder.join(target.file_name()?);
    fs::symlink_metadata(target).ok()?;
    fs::create_dir(&folder).and_then(|()| fs::hard_link(target, &old)).ok()?;
    Some(old)
}

/// Ends what a run that was killed has begun.
fn settle(waiting: &Path, folder: &Path) -> io::Result<()> {
    match fs::symlink_metadata(waiting) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(e),
        Ok(_) => {}
    }
    let others = waiting.join(OTHERS);
    let has_begun = files_in(waiting)?.is_empty();
    for file in files_in(&others).unwrap_or_default().into_iter().filter(|_| has_begun) {
        let target = folder.join(file.file_name().unwrap_or_default());
        // what somebody has written since, such as a signature, is newer than what waits
        let changed = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified());
        let is_newer = changed(&target).is_ok_and(|target| changed(&file).is_ok_and(|waits| target > waits));
        if !is_newer {
            fs::rename(&file, &target)?;
        }
    }
    fs::remove_dir_all(waiting)
}

/// The files in a folder, in the order of their names; not the folders.
fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
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
