//! Specifications from files and from standard input: bytes in memory, within a limit, and the folder that pictures are
//! relative to.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::console::{Failure, reason};

/// The largest specification that is read: a 300-page report has half a megabyte.
const MAX_SPEC_BYTES: u64 = 64 << 20;

/// A specification as read.
#[derive(Debug)]
pub(crate) struct Input {
    /// As the user typed it; for standard input a word in angle brackets.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// Pictures are looked for here.
    pub(crate) folder: PathBuf,
}

/// Reads the specification called `name`; `-` is standard input.
pub(crate) fn read(name: &OsStr) -> Result<Input, Failure> {
    if name == "-" {
        let bytes = read_within_limit(io::stdin().lock(), "stdin", "stdin")?;
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
    let bytes = read_within_limit(file, &shown, &shown)?;
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

fn read_within_limit(source: impl Read, vi_name: &str, en_name: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    source.take(MAX_SPEC_BYTES + 1).read_to_end(&mut bytes).map_err(|e| cannot_read(vi_name, &e))?;
    if bytes.len() as u64 > MAX_SPEC_BYTES {
        let limit = MAX_SPEC_BYTES >> 20;
        return Err(Failure::new(
            format!("{vi_name} lớn hơn {limit} MiB, cỡ lớn nhất của một bản đặc tả"),
            format!("{en_name} is larger than {limit} MiB, the limit of a specification"),
        )
        .hint("tách thành nhiều văn bản", "divide it into several documents"));
    }
    Ok(bytes)
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
