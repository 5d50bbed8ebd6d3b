//! `--open`: hands a file to the program that the system has for its kind.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::console::{Failure, reason};

/// The system's own program for that. Explorer, not `start`: to that a `&` in a name would end the command.
const OPENER: &str = if cfg!(windows) {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Opens the PDF of a document, or its Word file where there is no PDF.
pub(crate) fn open(written: &[PathBuf]) -> Result<(), Failure> {
    let is_pdf = |path: &&PathBuf| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    let Some(path) = written.iter().find(is_pdf).or_else(|| written.first()) else { return Ok(()) };
    // a name that begins with a dash is no option
    let path = if path.is_relative() { Path::new(".").join(path) } else { path.clone() };
    let started =
        Command::new(OPENER).arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let why = match started {
        // Explorer ends with 1 whatever came of it
        Ok(status) if status.success() || cfg!(windows) => return Ok(()),
        Ok(status) => (format!("{OPENER}: {status}"), format!("{OPENER}: {status}")),
        Err(e) => {
            let why = reason(&e);
            (format!("{OPENER}: {}", why.vi), format!("{OPENER}: {}", why.en))
        }
    };
    let shown = path.display();
    Err(Failure::new(
        format!("đã ghi {shown} nhưng không mở được ({})", why.0),
        format!("{shown} was written but could not be opened ({})", why.1),
    )
    .hint("mở tệp bằng chương trình khác", "open the file with a program of your own"))
}
