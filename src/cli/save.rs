//! A text that a command prints, or writes to the file of `-o`.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::args::SaveArgs;
use super::console::{Failure, print, visible_lines};
use super::output::Writer;
use super::write_whole::{Existing, is_taken};

/// Prints the text or writes it as a whole; never over `input`.
pub(crate) fn save(args: &SaveArgs, text: Vec<u8>, input: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = named_output(args)? else { return show(&text) };
    let mut writer = writer(args);
    input.into_iter().for_each(|input| writer.protect(input));
    writer.write("", &[(path, text)]).map(|_| ())
}

/// Prints the text, or writes it to a file and another beside it that it names; one of that name that is there already stays,
/// unless files are to be replaced.
pub(crate) fn save_with(args: &SaveArgs, text: Vec<u8>, (name, beside): (&str, &[u8])) -> Result<(), Failure> {
    let Some(path) = named_output(args)? else { return show(&text) };
    let other = path.with_file_name(name);
    let mut files = vec![(path, text)];
    if other != files[0].0 && (args.force || !is_taken(&other)) {
        files.push((other, beside.to_vec()));
    }
    writer(args).write("", &files).map(|_| ())
}

/// The file of `-o`; `None` for standard output.
fn named_output(args: &SaveArgs) -> Result<Option<PathBuf>, Failure> {
    let Some(name) = args.output.as_ref().filter(|name| *name != "-" && *name != "/dev/stdout") else {
        return Ok(None);
    };
    if name.is_empty() {
        return Err(Failure::new("tên đầu ra (-o) rỗng", "the output name (-o) is empty"));
    }
    Ok(Some(PathBuf::from(name)))
}

fn writer(args: &SaveArgs) -> Writer {
    Writer::new(if args.force { Existing::Replace } else { Existing::Refuse })
}

/// Prints a text byte for byte; to a terminal without what would speak to it.
fn show(text: &[u8]) -> Result<(), Failure> {
    if !io::stdout().is_terminal() {
        return print(text);
    }
    print(visible_lines(&String::from_utf8_lossy(text)).as_bytes())
}
