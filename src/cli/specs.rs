//! Which specifications a run is about, from what was typed: files, folders (their `*.json`) and patterns with `*`, `?`, `[…]` and
//! `**`, which the shells of Windows leave to the program. Schemas (`*.schema.json`), hidden files, organ files and the data file
//! are no specifications where they were not named themselves; a file that is meant twice is taken once.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::Path;

use glob::MatchOptions;
use vanban::intake::named_in;

use super::args::JudgingArgs;
use super::console::{Failure, reason};
use super::input;
use super::same_file::SameFile;

/// A specification to work on, or the word typed that leads to none.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) name: OsString,
    pub(crate) fault: Option<Failure>,
}

/// The specifications meant, in the order typed; those of a folder or pattern by name.
pub(crate) fn expand(typed: &[OsString], judging: &JudgingArgs) -> Vec<Named> {
    let shared = [&judging.organ, &judging.data].into_iter().flatten();
    let shared: BTreeSet<SameFile> = shared.filter_map(|name| SameFile::of(Path::new(name))).collect();
    let mut seen = BTreeSet::new();
    let mut named = Vec::new();
    for word in typed {
        let several = match below(word) {
            Ok(several) => several,
            Err(fault) => {
                named.push(Named { name: word.clone(), fault: Some(fault) });
                continue;
            }
        };
        let Some(several) = several else {
            if SameFile::of(Path::new(word)).is_none_or(|id| seen.insert(id)) {
                named.push(Named { name: word.clone(), fault: None });
            }
            continue;
        };
        let organs: BTreeSet<SameFile> = several.iter().filter_map(|name| organ_of(Path::new(name))).collect();
        for name in several {
            let id = SameFile::of(Path::new(&name));
            let is_other = id.as_ref().is_some_and(|id| shared.contains(id) || organs.contains(id));
            if !is_other && id.is_none_or(|id| seen.insert(id)) {
                named.push(Named { name, fault: None });
            }
        }
    }
    named
}

/// The organ file that a specification names.
fn organ_of(spec: &Path) -> Option<SameFile> {
    let named = named_in(&input::read(spec.as_os_str()).ok()?.bytes)?;
    SameFile::of(&spec.parent()?.join(named.file?))
}

/// The files of a folder or pattern; `None` where the word names one file.
fn below(word: &OsStr) -> Result<Option<Vec<OsString>>, Failure> {
    let path = Path::new(word);
    if path.is_dir() {
        return in_folder(path).map(Some);
    }
    // a file may be called `[1].json`
    let pattern = word.to_str().filter(|text| text.contains(['*', '?', '[']) && fs::symlink_metadata(path).is_err());
    pattern.map(matching).transpose()
}

fn in_folder(folder: &Path) -> Result<Vec<OsString>, Failure> {
    let shown = folder.display();
    let cannot_read = |e: io::Error| {
        let why = reason(&e);
        Failure::new(
            format!("không đọc được thư mục {shown}: {}", why.vi),
            format!("cannot read the folder {shown}: {}", why.en),
        )
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot_read)? {
        let path = entry.map_err(cannot_read)?.path();
        let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_json && may_be_specification(&path) {
            names.push(path.into_os_string());
        }
    }
    if names.is_empty() {
        return Err(Failure::new(
            format!("thư mục {shown} không có bản đặc tả nào (*.json)"),
            format!("the folder {shown} has no specification (*.json)"),
        )
        .hint(
            format!("tìm cả trong các thư mục con: {}", folder.join("**").join("*.json").display()),
            format!("search its folders too: {}", folder.join("**").join("*.json").display()),
        ));
    }
    names.sort();
    Ok(names)
}

fn matching(pattern: &str) -> Result<Vec<OsString>, Failure> {
    let options = MatchOptions {
        case_sensitive: !cfg!(windows),
        require_literal_separator: true,
        require_literal_leading_dot: true,
    };
    let paths = glob::glob_with(pattern, options).map_err(|e| {
        Failure::new(format!("mẫu tên tệp {pattern} không hợp lệ"), format!("the pattern {pattern} is invalid: {e}"))
            .hint("dùng *, ?, [abc], hoặc ** cho mọi thư mục con", "use *, ?, [abc], or ** for all folders below")
    })?;
    // a folder below that cannot be read hides its files, as in a shell
    let found: Vec<OsString> =
        paths.flatten().filter(|path| may_be_specification(path)).map(|path| path.into_os_string()).collect();
    if found.is_empty() {
        return Err(Failure::new(format!("không có tệp nào khớp {pattern}"), format!("no file matches {pattern}"))
            .hint("kiểm tra mẫu tên tệp và thư mục hiện thời", "check the pattern and the current folder"));
    }
    Ok(found)
}

fn may_be_specification(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.is_file() && !name.starts_with('.') && !name.to_lowercase().ends_with(".schema.json")
}
