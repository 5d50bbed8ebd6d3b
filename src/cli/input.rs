//! Specifications and finished documents from files and from standard input: bytes in memory, within a limit, and the
//! folder that pictures are relative to.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use vanban::read::{ReadError, file_too_large, limits::MAX_FILE_BYTES};

use super::console::{Failure, reason};

/// The largest specification that is read: a 300-page report has half a megabyte.
const MAX_SPEC_BYTES: u64 = 64 << 20;

/// A file as read.
#[derive(Debug)]
pub(crate) struct Input {
    /// As the user typed it; for standard input a word in angle brackets.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// Other files that it names are looked for here.
    pub(crate) folder: PathBuf,
}

/// Reads the specification called `name`; `-` is standard input.
pub(crate) fn read(name: &OsStr) -> Result<Input, Failure> {
    read_at_most(name, MAX_SPEC_BYTES, specification_too_large)
}

/// Reads the Word file or PDF called `name`; `-` is standard input.
pub(crate) fn read_document(name: &OsStr) -> Result<Input, Failure> {
    read_at_most(name, MAX_FILE_BYTES as u64, |shown| unreadable(shown, &file_too_large()))
}

/// Says of which file the library says why it cannot be read.
pub(crate) fn unreadable(name: &str, error: &ReadError) -> Failure {
    let (vi, en) = (&error.message.vi, &error.message.en);
    let failure = Failure::new(format!("{name}: {vi}"), format!("{name}: {en}"));
    Failure { hint: error.hint.clone(), ..failure }
}

fn read_at_most(name: &OsStr, limit: u64, too_large: impl Fn(&str) -> Failure) -> Result<Input, Failure> {
    if name == "-" {
        let bytes = read_within_limit(io::stdin().lock(), limit, "stdin")?.ok_or_else(|| too_large("stdin"))?;
        return Ok(Input { name: "<stdin>".to_owned(), bytes, folder: PathBuf::from(".") });
    }
    let path = Path::new(name);
    let shown = path.display().to_string();
    if fs::metadata(path).is_ok_and(|metadata| metadata.is_dir()) {
        let example = path.join("*.json").display().to_string();
        return Err(Failure::new(
            format!("{shown} là thư mục, cần tệp"),
            format!("{shown} is a folder, a file is needed"),
        )
        .hint(format!("ghi tên tệp, ví dụ {example}"), format!("name the files, e.g. {example}")));
    }
    let file = File::open(path).map_err(|e| cannot_read(&shown, &e))?;
    let bytes = read_within_limit(file, limit, &shown)?.ok_or_else(|| too_large(&shown))?;
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(Input { name: shown, bytes, folder: folder.to_owned() })
}

/// Refuses standard input named twice: the second reading would find it empty.
pub(crate) fn refuse_stdin_twice(names: &[OsString]) -> Result<(), Failure> {
    if names.iter().filter(|name| *name == "-").count() > 1 {
        return Err(Failure::new(
            "“-” (đầu vào chuẩn) chỉ được ghi một lần",
            "“-” (standard input) can be named only once",
        ));
    }
    Ok(())
}

/// `None`: there is more.
fn read_within_limit(source: impl Read, limit: u64, name: &str) -> Result<Option<Vec<u8>>, Failure> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes).map_err(|e| cannot_read(name, &e))?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

fn specification_too_large(name: &str) -> Failure {
    let limit = MAX_SPEC_BYTES >> 20;
    Failure::new(
        format!("{name} lớn hơn {limit} MiB, cỡ lớn nhất của một bản đặc tả"),
        format!("{name} is larger than {limit} MiB, the limit of a specification"),
    )
    .hint("tách thành nhiều văn bản", "divide it into several documents")
}

fn cannot_read(name: &str, error: &io::Error) -> Failure {
    let why = reason(error);
    let failure = Failure::new(format!("không đọc được {name}: {}", why.vi), format!("cannot read {name}: {}", why.en));
    match error.kind() {
        io::ErrorKind::NotFound => failure.hint(
            "kiểm tra tên tệp và thư mục hiện thời; vanban new TYPE in một bản mẫu",
            "check the name and the current folder; vanban new TYPE prints a starter",
        ),
        io::ErrorKind::PermissionDenied => failure.hint(
            format!("xin quyền đọc, ví dụ: chmod u+r {name}"),
            format!("get the right to read it, e.g. chmod u+r {name}"),
        ),
        _ => failure,
    }
}
