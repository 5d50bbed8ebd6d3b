//! Bytes and a path in, a whole file out or none: whatever happens (the process killed, the disk full, the power
//! cut), the name shows either what it showed before or the complete new file.
//!
//! Linux: the bytes go to a file that has no name yet (`O_TMPFILE`), reach the disk, and only then get their name;
//! where the process dies before, the kernel takes the file back. A system or file system without nameless files gets
//! a hidden file in the same folder instead, which a killed process leaves behind. Devices and pipes are written to,
//! never replaced.
//!
//! Why not a crate: `atomic-write-file` and `tempfile` know nameless files too, but replace or persist one file at a time.
//! Here both files of a document are staged before either gets its name, an existing name is refused by the kernel and not
//! by a look before, symbolic links are followed, and pipes and devices are written to.
//!
//! Says nothing to anybody: the caller puts an [`io::Error`] into words.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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
pub(crate) struct Staged {
    /// The name to give, symbolic links followed.
    target: PathBuf,
    existing: Existing,
    content: FileContent,
}

#[derive(Debug)]
enum FileContent {
    /// In a file without a name.
    #[cfg(target_os = "linux")]
    Nameless(File),
    /// In a file with a hidden name.
    Hidden(File, HiddenFile),
    /// For a device or a pipe: written when published.
    Stream(Vec<u8>),
}

/// A hidden file that goes when it is dropped, unless it was given away.
#[derive(Debug)]
struct HiddenFile {
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

/// Writes `bytes` out of sight, in the folder of `path`.
///
/// # Errors
/// The folder does not exist or cannot be written to, the disk is full, `path` is a folder; with
/// [`Existing::Refuse`], `path` exists.
pub(crate) fn stage(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<Staged> {
    let target = match destination(path)? {
        TargetFile::Stream => {
            return Ok(Staged { target: path.to_owned(), existing, content: FileContent::Stream(bytes.to_vec()) });
        }
        TargetFile::Folder => return Err(io::ErrorKind::IsADirectory.into()),
        TargetFile::File { .. } if existing == Existing::Refuse => return Err(io::ErrorKind::AlreadyExists.into()),
        TargetFile::File { resolved } | TargetFile::Nothing { resolved } => resolved,
    };
    let folder = folder_of(&target);
    #[cfg(target_os = "linux")]
    if let Some(file) = nameless_file(folder)? {
        fill(&file, bytes, &target)?;
        return Ok(Staged { target, existing, content: FileContent::Nameless(file) });
    }
    stage_hidden(target, bytes, existing)
}

/// The way of a system or file system without nameless files.
pub(crate) fn stage_hidden(target: PathBuf, bytes: &[u8], existing: Existing) -> io::Result<Staged> {
    let (file, hidden) = hidden_file(folder_of(&target))?;
    fill(&file, bytes, &target)?;
    Ok(Staged { target, existing, content: FileContent::Hidden(file, hidden) })
}

/// Whether a file stands in the way at `path`.
pub(crate) fn is_taken(path: &Path) -> bool {
    matches!(destination(path), Ok(TargetFile::File { .. }))
}

/// Why not all files have appeared.
#[derive(Debug)]
pub(crate) struct Unpublished {
    /// How many have, the first ones.
    pub(crate) published: usize,
    /// Which one has not, as its place among those staged.
    pub(crate) at: usize,
    pub(crate) error: io::Error,
}

/// Lets the files appear under their names, one after the other, once all of them are down on the disk.
///
/// # Errors
/// The disk is full; with [`Existing::Refuse`], a name was taken since; a folder cannot be changed.
pub(crate) fn publish(staged: Vec<Staged>) -> Result<(), Unpublished> {
    sync_all(&staged)?;
    let mut folders: Vec<PathBuf> = Vec::new();
    for (at, staged) in staged.into_iter().enumerate() {
        let folder = folder_of(&staged.target).to_owned();
        let on_disk = !matches!(staged.content, FileContent::Stream(_));
        staged.name().map_err(|error| Unpublished { published: at, at, error })?;
        if on_disk && !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    // The files are in their places and whole. A folder that cannot be synced takes no more than the promise that a power cut
    // in the next seconds does not bring the old names back.
    folders.iter().for_each(|folder| sync_folder(folder));
    Ok(())
}

/// Waits for the disk once for all files, not once for each.
fn sync_all(staged: &[Staged]) -> Result<(), Unpublished> {
    let results: Vec<io::Result<()>> = match staged {
        [one] => vec![one.sync()],
        several => std::thread::scope(|scope| {
            let waiting: Vec<_> = several.iter().map(|staged| scope.spawn(|| staged.sync())).collect();
            let stopped = || Err(io::Error::other("a thread stopped"));
            waiting.into_iter().map(|thread| thread.join().unwrap_or_else(|_| stopped())).collect()
        }),
    };
    for (at, result) in results.into_iter().enumerate() {
        result.map_err(|error| Unpublished { published: 0, at, error })?;
    }
    Ok(())
}

impl Staged {
    /// An error that the file system puts off until the bytes go down to the disk is still ours.
    fn sync(&self) -> io::Result<()> {
        match &self.content {
            #[cfg(target_os = "linux")]
            FileContent::Nameless(file) => file.sync_all(),
            FileContent::Hidden(file, _) => file.sync_all(),
            FileContent::Stream(_) => Ok(()),
        }
    }

    fn name(self) -> io::Result<()> {
        match self.content {
            #[cfg(target_os = "linux")]
            FileContent::Nameless(file) => name_nameless(&file, &self.target, self.existing),
            FileContent::Hidden(_, hidden) => name_hidden(hidden, &self.target, self.existing),
            FileContent::Stream(bytes) => {
                let mut stream = OpenOptions::new().append(true).open(&self.target)?;
                stream.write_all(&bytes).and_then(|()| stream.flush())
            }
        }
    }
}

/// What a path leads to.
enum TargetFile {
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

fn destination(path: &Path) -> io::Result<TargetFile> {
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

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
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

fn sync_folder(folder: &Path) {
    // not every system lets a folder be opened, nor every file system let it be synced
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

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

/// Other runs that replace the same file at the same moment can make us begin again this often.
const MAX_RACES: usize = 1000;

#[cfg(target_os = "linux")]
fn name_nameless(file: &File, target: &Path, existing: Existing) -> io::Result<()> {
    let name_it = |name: &Path| {
        use rustix::fs::{AtFlags, CWD};
        rustix::fs::linkat(CWD, descriptor_path(file), CWD, name, AtFlags::SYMLINK_FOLLOW).map_err(io::Error::from)
    };
    match name_it(target) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists && existing == Existing::Replace => {}
        named_or_failed => return named_or_failed,
    }
    // A nameless file cannot be renamed over another: it first gets a hidden name. That is the same in every run, and what
    // has it is whole, so whoever finds it taken finishes what another run has begun, be it alive or killed, and then
    // goes on with his own.
    let hidden = hidden_name(target);
    for _ in 0..MAX_RACES {
        match name_it(&hidden) {
            Ok(()) => return finish(&hidden, target),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => finish(&hidden, target)?,
            Err(e) => return Err(e),
        }
    }
    Err(io::Error::other("other processes keep replacing the file"))
}

/// Renames the hidden file, unless another run has done so already.
#[cfg(target_os = "linux")]
fn finish(hidden: &Path, target: &Path) -> io::Result<()> {
    match fs::rename(hidden, target) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => fs::symlink_metadata(target).map(|_| ()),
        other => other,
    }
}

/// Short, whatever the length of the target's name: that may be the longest the file system has.
#[cfg(target_os = "linux")]
fn hidden_name(target: &Path) -> PathBuf {
    // FNV-1a, 64 bit
    let name = target.file_name().unwrap_or_default().as_encoded_bytes();
    let hash = name.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    folder_of(target).join(format!(".vanban-{hash:016x}~"))
}

fn hidden_file(folder: &Path) -> io::Result<(File, HiddenFile)> {
    for attempt in 0..MAX_RACES {
        let name = OsString::from(format!(".vanban-{}-{attempt}~", std::process::id()));
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
            Ok(file) => return Ok((file, HiddenFile { path, given_away: false })),
        }
    }
    Err(io::Error::other("no free name for a temporary file"))
}

fn name_hidden(mut hidden: HiddenFile, target: &Path, existing: Existing) -> io::Result<()> {
    match existing {
        Existing::Replace => fs::rename(&hidden.path, target)?,
        Existing::Refuse => rename_to_free_name(&hidden.path, target)?,
    }
    hidden.given_away = true;
    Ok(())
}

#[cfg(target_os = "linux")]
fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags};
    use rustix::io::Errno;
    match rustix::fs::renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => link_to_free_name(from, to),
        other => other.map_err(io::Error::from),
    }
}

#[cfg(not(target_os = "linux"))]
fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
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
