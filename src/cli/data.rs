//! `--data`: the file that placeholders are filled from.

use std::ffi::OsStr;

use vanban::diag::{LineIndex, Place};
use vanban::specification::DataFile;

use super::console::Failure;
use super::input;

/// Reads the file.
///
/// # Errors
/// It cannot be read, or is no object of JSON.
pub(crate) fn read(path: &OsStr) -> Result<DataFile, Failure> {
    let input = input::read(path)?;
    DataFile::read(&input.bytes).map_err(|fault| {
        let start = fault.span.map_or(0, |span| span.start);
        let Place { line, column } = LineIndex::new(&input.bytes).place(start);
        let place = format!("{}:{line}:{column}", input.name);
        let failure = Failure::new(format!("{place}: {}", fault.message.vi), format!("{place}: {}", fault.message.en));
        Failure { hint: fault.hints.into_iter().next(), ..failure }
    })
}
