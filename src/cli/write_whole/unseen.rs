//! Bytes that are down on the disk and cannot be seen yet.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::destination::folder_of;

/// A file out of sight.
#[derive(Debug)]
pub(super) enum UnseenFile {
    /// It has no name: where the process dies, the kernel takes it back.
    #[cfg(target_os = "linux")]
    Nameless(File),
    /// It has a hidden name in the folder of its target, and is locked while its writer lives.
    Hidden(File, HiddenFile),
}

/// A hidden file that goes when it is dropped, unless it was given away.
#[derive(Debug)]
pub(super) struct HiddenFile {
    path: PathBuf,
    given_away: bool,
}

impl Drop for HiddenFile {
    fn drop(&mut self) {
        if !self.given_away {
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl UnseenFile {
    /// A file with these bytes for a target, without a name where the file system has such.
    pub(super) fn new(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        if let Some(file) = nameless_file(folder_of(target))? {
            fill(&file, bytes, target)?;
            return Ok(Self::Nameless(file));
        }
        Self::hidden(target, bytes)
    }

    /// The way of a system or file system without nameless files.
    pub(super) fn hidden(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        let (file, hidden) = hidden_file(folder_of(target))?;
        fill(&file, bytes, target)?;
        Ok(Self::Hidden(file, hidden))
    }

    /// An error that the file system puts off until the bytes go down to the disk is still ours.
    pub(super) fn sync(&self) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => file.sync_all(),
            Self::Hidden(file, _) => file.sync_all(),
        }
    }

    /// Gives it a name that is free.
    pub(super) fn name(&mut self, name: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => {
                use rustix::fs::{AtFlags, CWD};
                rustix::fs::linkat(CWD, descriptor_path(file), CWD, name, AtFlags::SYMLINK_FOLLOW)
                    .map_err(io::Error::from)
            }
            Self::Hidden(_, hidden) => {
                rename_to_free_name(&hidden.path, name)?;
                hidden.given_away = true;
                Ok(())
            }
        }
    }
}

fn fill(mut file: &File, bytes: &[u8], target: &Path) -> io::Result<()> {
    file.write_all(bytes)?;
    take_permissions(file, target);
    Ok(())
}

/// Gives the new file the owner and the permissions of the one it will replace: a report that only its owner may read
/// stays so. As far as the system lets us; where it does not, the new file has those of any new file.
#[cfg(unix)]
fn take_permissions(file: &File, target: &Path) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let (Ok(old), Ok(new)) = (fs::metadata(target), file.metadata()) else { return };
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        let _ = std::os::unix::fs::fchown(file, Some(old.uid()), Some(old.gid()));
    }
    let _ = file.set_permissions(fs::Permissions::from_mode(old.mode() & 0o777));
}

#[cfg(not(unix))]
fn take_permissions(_file: &File, _target: &Path) {}

/// `None` where the file system, or a system without `/proc` to name it later, has no nameless files.
#[cfg(target_os = "linux")]
fn nameless_file(folder: &Path) -> io::Result<Option<File>> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;
    let mode = Mode::from_raw_mode(0o666);
    match rustix::fs::open(folder, OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC, mode) {
        Ok(fd) if descriptor_path(&fd).exists() => Ok(Some(fd.into())),
        Ok(_) | Err(Errno::OPNOTSUPP | Errno::ISDIR | Errno::INVAL | Errno::NOSYS) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

#[cfg(target_os = "linux")]
fn descriptor_path(file: &impl std::os::fd::AsRawFd) -> PathBuf {
    PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

/// More hidden files of one process than this are none of ours.
const MAX_NAMES: usize = 1000;

/// What begins the names of hidden files and folders.
const HIDDEN: &str = ".vanban-";

fn hidden_file(folder: &Path) -> io::Result<(File, HiddenFile)> {
    // no name comes twice in a process, so that one which was swept is never taken for another's
    static SERIAL: AtomicU32 = AtomicU32::new(0);
    for _ in 0..MAX_NAMES {
        let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
        let name = OsString::from(format!("{HIDDEN}{}-{serial}~", std::process::id()));
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
            Ok(file) => {
                // how others know that its writer lives; a file system without locks has it swept by hand
                let is_held = !matches!(file.try_lock(), Err(TryLockError::WouldBlock));
                // a sweep may have come between the two calls
                if is_held && path.exists() {
                    return Ok((file, HiddenFile { path, given_away: false }));
                }
            }
        }
    }
    Err(io::Error::other("no free name for a temporary file"))
}

/// Takes away the hidden files in a folder whose writers have died.
pub(super) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_hidden = name.to_str().is_some_and(|name| name.starts_with(HIDDEN) && name.ends_with('~'));
        // held until it is gone: a writer that has made it and not yet locked it sees that, and makes another
        if is_hidden
            && let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(target_os = "linux")]
pub(super) fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags};
    use rustix::io::Errno;
    match rustix::fs::renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => link_to_free_name(from, to),
        other => other.map_err(io::Error::from),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    link_to_free_name(from, to)
}

fn link_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(e),
        // a file system without hard links: look, then rename
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}
