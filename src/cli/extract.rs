//! `vanban extract`: a Word file or a PDF in, its specification out, byte for byte.

use std::path::PathBuf;

use vanban::read;

use super::args::ExtractArgs;
use super::console::{Failure, Outcome, print};
use super::input;
use super::output::Writer;
use super::write_whole::Existing;

/// Runs the command.
pub(crate) fn run(args: &ExtractArgs) -> Result<Outcome, Failure> {
    let input = input::read_document(&args.file)?;
    let source = read::source(&input.bytes).map_err(|e| input::unreadable(&input.name, &e))?;
    match &args.output {
        None => print(&source)?,
        Some(name) if name == "-" || name == "/dev/stdout" => print(&source)?,
        Some(name) => {
            let existing = if args.force { Existing::Replace } else { Existing::Refuse };
            let files = [(PathBuf::from(name), source)];
            Writer::new(existing).write(&input.name, &files)?;
        }
    }
    Ok(Outcome::Done)
}
