//! `vanban extract`: a Word file or a PDF in, its specification out, byte for byte.

use std::path::Path;

use vanban::read;

use super::args::ExtractArgs;
use super::console::{Failure, Outcome};
use super::input;
use super::save::save;

/// Runs the command.
pub(crate) fn run(args: &ExtractArgs) -> Result<Outcome, Failure> {
    let input = input::read_document(&args.file)?;
    let source = read::source(&input.bytes).map_err(|e| input::unreadable(&input.name, &e))?;
    save(&args.save, source, Some(Path::new(&args.file)))?;
    Ok(Outcome::Done)
}
