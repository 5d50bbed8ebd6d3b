//! Builds a specification in Rust instead of reading one, and prints it as JSON with the names of its files.
//!
//! `cargo run --example build_in_rust`
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use vanban::font::FontBook;
use vanban::specification::{
    BodyBlock, DocType, IssueDate, Issuer, ParagraphBlock, RichText, Signature, Spec, Text, to_json,
};
use vanban::{Options, Resources};

fn main() -> Result<(), Box<dyn Error>> {
    let mut issuer = Issuer::new(Text::new("Sở Nội vụ")?);
    issuer.abbreviation = Some(Text::new("SNV")?);
    let mut spec = Spec::new(
        DocType::Notice,
        issuer,
        Text::new("An Giang")?,
        // a draft leaves the day open
        IssueDate::new(2026, Some(5), None)?,
        Text::new("Lịch tiếp công dân")?,
    );
    let text = RichText::try_from("Sở tiếp công dân vào thứ Năm hằng tuần.")?;
    spec.body.push(BodyBlock::Paragraph(ParagraphBlock::new(text)));
    let mut signature = Signature::default();
    signature.position = Some(Text::new("Giám đốc")?);
    spec.signatures.push(signature);

    let fonts = FontBook::bundled()?;
    let rendered = vanban::render_spec(&spec, Resources::new(&fonts), &Options::new())?;
    println!("{}", to_json(&spec));
    for file in &rendered.files {
        println!("{}: {} bytes", file.name(), file.bytes.len());
    }
    Ok(())
}
