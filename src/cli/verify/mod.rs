//! `vanban verify`: a Word file, a PDF or one of each in; out comes whether they come from the same specification and whether
//! making them again gives the same bytes.

pub(crate) mod files;
pub(crate) mod verdict;
pub(crate) mod words;

use serde_json::json;
use vanban::diag::Lang;

use super::args::{VerdictFormat, VerifyArgs};
use super::console::{Failure, Outcome, print, say_failure, say_warning, visible_json};
use super::{fonts, input, remake};
use files::Files;
use verdict::Verdict;

/// Runs the command.
pub(crate) fn run(args: &VerifyArgs, lang: Lang) -> Result<Outcome, Failure> {
    match (judge(args, lang), args.message_format) {
        (Ok(verdict), VerdictFormat::Text) => {
            print(words::text(&verdict, lang).as_bytes())?;
            Ok(verdict.outcome())
        }
        (Ok(verdict), VerdictFormat::Json) => {
            print(visible_json(&format!("{}\n", words::json(&verdict, lang))).as_bytes())?;
            Ok(verdict.outcome())
        }
        (Err(failure), VerdictFormat::Text) => {
            say_failure(&failure, lang);
            Ok(Outcome::Failed)
        }
        (Err(failure), VerdictFormat::Json) => {
            let failure = json!({
                "message": lang.of(&failure.message),
                "hint": failure.hint.as_ref().map(|hint| lang.of(hint)),
            });
            let failed = json!({ "outcome": "failed", "failure": failure });
            print(visible_json(&format!("{failed}\n")).as_bytes())?;
            Ok(Outcome::Failed)
        }
    }
}

fn judge(args: &VerifyArgs, lang: Lang) -> Result<Verdict, Failure> {
    input::refuse_stdin_twice(&args.files)?;
    let inputs = args.files.iter().map(|name| input::read_document(name)).collect::<Result<Vec<_>, _>>()?;
    let files = Files::open(&inputs)?;
    let limit = remake::limit(inputs.iter().map(|input| input.bytes.len()).sum(), args.any_size);
    let fonts = fonts::load(&args.fonts)?;
    fonts.warnings.iter().for_each(|warning| say_warning(warning, lang));
    Ok(verdict::judge(&files, &fonts.book, limit))
}
