//! `vanban metadata`: a Word file or a PDF in, what it says of itself out, as JSON.

use vanban::read;

use super::args::MetadataArgs;
use super::console::{Failure, Outcome, print, visible_json};
use super::input;

/// Runs the command.
pub(crate) fn run(args: &MetadataArgs) -> Result<Outcome, Failure> {
    let input = input::read_document(&args.file)?;
    let metadata = read::metadata(&input.bytes).map_err(|e| input::unreadable(&input.name, &e))?;
    let json = serde_json::to_string_pretty(&metadata)
        .map_err(|e| Failure::new(format!("không viết được JSON: {e}"), format!("cannot write JSON: {e}")))?;
    print(visible_json(&format!("{json}\n")).as_bytes())?;
    Ok(Outcome::Done)
}
