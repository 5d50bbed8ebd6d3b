//! `vanban extract`: a Word file or a PDF in, its specification out, byte for byte. Where the file was changed since it was
//! made, the specification is that of the old text, and that is told.

use std::path::Path;

use vanban::diag::Lang;
use vanban::verify::{self, Given, Standing};

use super::args::ExtractArgs;
use super::console::{Failure, Outcome, say_failure, say_warned};
use super::fonts;
use super::input;
use super::save::save;

/// Runs the command.
pub(crate) fn run(args: &ExtractArgs, lang: Lang) -> Result<Outcome, Failure> {
    let input = input::read_document(&args.file)?;
    let fonts = fonts::load(&args.fonts)?;
    let given = Given { name: &input.name, bytes: &input.bytes };
    let extracted = verify::extract(given, &fonts.book, args.any_size)?;
    save(&args.save, extracted.specification, Some(Path::new(&args.file)))?;
    Ok(tell(&input.name, &extracted.standing, args.anyway, lang))
}

/// Tells how the file stands to its specification.
fn tell(name: &str, standing: &Standing, anyway: bool, lang: Lang) -> Outcome {
    let Some(told) = standing.told(name) else { return Outcome::Done };
    if anyway || standing.is_harmless() {
        say_warned(&Failure { message: told.message, hint: None }, lang);
        Outcome::Done
    } else {
        say_failure(&told.into(), lang);
        Outcome::Findings
    }
}
