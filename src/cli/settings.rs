//! What a user or an office has decided once: defaults from the environment (`VANBAN_LANG`, `VANBAN_OUTPUT`, `VANBAN_ORGAN`) and
//! from the nearest `vanban.toml`, looked for in the current folder and those above it. What is typed goes before the
//! environment, the environment before the file; an empty value stands for "none" and hides what comes after it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::ValueEnum as _;
use toml::de::{DeTable, DeValue};
use vanban::diag::{LineIndex, Place};

use super::args::LangName;
use super::console::{Failure, reason};

/// The name of the file.
const FILE_NAME: &str = "vanban.toml";

/// A file of three lines; what is larger is something else.
const MAX_BYTES: u64 = 64 << 10;

/// The defaults, each `None` where nobody set it.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) lang: Option<LangName>,
    /// The folder for rendered files.
    pub(crate) output: Option<OsString>,
    /// The file with the organ's fields.
    pub(crate) organ: Option<OsString>,
}

impl Settings {
    /// Reads the environment and the file.
    ///
    /// # Errors
    /// The file cannot be read, is no TOML, or has a key or value that means nothing.
    pub(crate) fn load() -> Result<Self, Failure> {
        let mut settings = match std::env::current_dir().ok().and_then(|folder| nearest(&folder)) {
            Some(path) => read(&path)?,
            None => Self::default(),
        };
        if let Some(name) = std::env::var_os("VANBAN_LANG") {
            settings.lang = language(&name)?;
        }
        // relative to the current folder, as if typed
        settings.output = std::env::var_os("VANBAN_OUTPUT").or(settings.output);
        settings.organ = std::env::var_os("VANBAN_ORGAN").or(settings.organ);
        Ok(settings)
    }
}

fn nearest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
}

fn language(name: &OsString) -> Result<Option<LangName>, Failure> {
    if name.is_empty() {
        return Ok(None);
    }
    let found = name.to_str().and_then(|name| LangName::from_str(name, false).ok());
    found.map(Some).ok_or_else(|| {
        let shown = name.to_string_lossy();
        Failure::new(format!("VANBAN_LANG không nhận “{shown}”"), format!("VANBAN_LANG does not take “{shown}”"))
            .hint("đặt vi hoặc en", "set it to vi or en")
    })
}

fn read(path: &Path) -> Result<Settings, Failure> {
    let shown = path.display();
    let cannot_read = |e: &io::Error| {
        let why = reason(e);
        Failure::new(format!("không đọc được {shown}: {}", why.vi), format!("cannot read {shown}: {}", why.en))
    };
    let size = fs::metadata(path).map_err(|e| cannot_read(&e))?.len();
    if size > MAX_BYTES {
        return Err(Failure::new(
            format!("{shown} lớn hơn {} KiB, không phải tệp cài đặt của vanban", MAX_BYTES >> 10),
            format!("{shown} is larger than {} KiB and no settings of vanban", MAX_BYTES >> 10),
        ));
    }
    let text = fs::read_to_string(path).map_err(|e| cannot_read(&e))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    parse(&text, path, folder)
}

/// Reads the text of the file; paths in it start from `folder`.
fn parse(text: &str, path: &Path, folder: &Path) -> Result<Settings, Failure> {
    let at = |span: Range<usize>| {
        let Place { line, column } = LineIndex::new(text.as_bytes()).place(span.start);
        format!("{}:{line}:{column}", path.display())
    };
    let table = DeTable::parse(text).map_err(|e| {
        let place = at(e.span().unwrap_or_default());
        Failure::new(
            format!("{place}: không đúng cú pháp TOML: {}", e.message()),
            format!("{place}: no valid TOML: {}", e.message()),
        )
        .hint("mỗi dòng một mục, ví dụ: lang = \"vi\"", "one entry a line, e.g. lang = \"vi\"")
    })?;
    let mut settings = Settings::default();
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        if !["lang", "output", "organ"].contains(&name) {
            let place = at(key.span());
            return Err(Failure::new(
                format!("{place}: không có mục “{name}”"),
                format!("{place}: there is no key “{name}”"),
            )
            .hint("các mục: lang, output, organ", "the keys: lang, output, organ"));
        }
        let place = at(value.span());
        let DeValue::String(word) = value.get_ref() else {
            return Err(Failure::new(
                format!("{place}: “{name}” phải là chuỗi ký tự"),
                format!("{place}: “{name}” must be a string"),
            )
            .hint(format!("đặt trong ngoặc kép: {name} = \"…\""), format!("put it in quotes: {name} = \"…\"")));
        };
        let below = || if word.is_empty() { OsString::new() } else { folder.join(word.as_ref()).into_os_string() };
        match name {
            "output" => settings.output = Some(below()),
            "organ" => settings.organ = Some(below()),
            _ => {
                let found = LangName::from_str(word, false).map_err(|_| {
                    Failure::new(
                        format!("{place}: lang không nhận “{word}”"),
                        format!("{place}: lang does not take “{word}”"),
                    )
                    .hint("ghi lang = \"vi\" hoặc lang = \"en\"", "write lang = \"vi\" or lang = \"en\"")
                })?;
                settings.lang = Some(found);
            }
        }
    }
    Ok(settings)
}
