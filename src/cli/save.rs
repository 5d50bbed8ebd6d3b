//! A text that a command prints, or writes to the file of `-o`.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::args::SaveArgs;
use super::console::{Failure, print, visible_lines};
use super::output::Writer;
use super::write_whole::Existing;

/// Prints the text or writes it as a whole; never over `input`.
pub(crate) fn save(args: &SaveArgs, text: Vec<u8>, input: Option<&Path>) -> Result<(), Failure> {
    let Some(name) = args.output.as_ref().filter(|name| *name != "-" && *name != "/dev/stdout") else {
        return show(&text);
    };
    if name.is_empty() {
        return Err(Failure::new("tên đầu ra (-o) rỗng", "the output name (-o) is empty"));
    }
    let mut writer = Writer::new(if args.force { Existing::Replace } else { Existing::Refuse });
    input.into_iter().for_each(|input| writer.protect(input));
    writer.write("", &[(PathBuf::from(name), text)]).map(|_| ())
}

/// Prints a text byte for byte; to a terminal without what would speak to it.
fn show(text: &[u8]) -> Result<(), Failure> {
    if !io::stdout().is_terminal() {
        return print(text);
    }
    print(visible_lines(&String::from_utf8_lossy(text)).as_bytes())
}
