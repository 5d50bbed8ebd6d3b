//! Renders a specification from a file to a Word file and a PDF beside it.
//!
//! `cargo run --example render_file -- samples/bao-cao-624.json`
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "the library reads no files; its callers do")]
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;
use std::path::PathBuf;

use vanban::diag::{Lang, text};
use vanban::font::FontBook;
use vanban::{Options, Resources};

fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: render_file SPEC.json")?);
    let spec = std::fs::read(&path)?;
    let fonts = FontBook::bundled()?;
    let rendered = vanban::render(&spec, Resources::new(&fonts), &Options::new())?;
    print!("{}", text::print(&rendered.findings, &path.to_string_lossy(), &spec, Lang::En));
    // with an error among the findings there are no files
    for file in &rendered.files {
        let target = path.with_file_name(file.name());
        std::fs::write(&target, &file.bytes)?;
        println!("{}", target.display());
    }
    Ok(())
}
