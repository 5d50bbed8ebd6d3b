//! `vanban verify`: a Word file, a PDF or one of each in; out comes whether they come from the same specification and whether
//! making them again gives the same bytes.

use serde_json::json;
use vanban::diag::Lang;
use vanban::verify::{self, Agreement, Files, Given, Verdict};

use super::args::{VerdictFormat, VerifyArgs};
use super::console::{Failure, Outcome, print, say_failure, say_warning, visible, visible_json};
use super::{fonts, input};

/// Runs the command.
pub(crate) fn run(args: &VerifyArgs, lang: Lang) -> Result<Outcome, Failure> {
    match (judge(args, lang), args.message_format) {
        (Ok(verdict), VerdictFormat::Text) => {
            let lines: String = verdict.lines().iter().map(|line| format!("{}\n", visible(lang.of(line)))).collect();
            print(lines.as_bytes())?;
            Ok(outcome(&verdict))
        }
        (Ok(verdict), VerdictFormat::Json) => {
            print(visible_json(&format!("{}\n", verdict.json(lang))).as_bytes())?;
            Ok(outcome(&verdict))
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
    let given: Vec<_> = inputs.iter().map(|input| Given { name: &input.name, bytes: &input.bytes }).collect();
    let files = Files::open(&given)?;
    let limit = verify::limit(given.iter().map(|file| file.bytes.len()).sum(), args.any_size);
    let fonts = fonts::load(&args.fonts)?;
    fonts.warnings.iter().for_each(|warning| say_warning(warning, lang));
    Ok(verify::judge(&files, &fonts.book, limit))
}

/// 0 all agree, 1 something differs, 2 something could not be judged and nothing differs.
fn outcome(verdict: &Verdict) -> Outcome {
    match verdict.agreement() {
        Agreement::Same | Agreement::Signed => Outcome::Done,
        Agreement::Different => Outcome::Findings,
        Agreement::Unknown => Outcome::Failed,
    }
}
