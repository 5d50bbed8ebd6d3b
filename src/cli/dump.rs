//! `vanban dump`: what one stage made, as text for people who mend the program or want to know why.

use vanban::diag::Lang;

use super::args::{DumpArgs, Stage};
use super::console::{Failure, Outcome, print};
use super::judge::Judge;
use super::report::{Report, Stream};

/// Runs the command.
pub(crate) fn run(args: &DumpArgs, lang: Lang) -> Result<Outcome, Failure> {
    let judge = Judge::new(&args.judging, lang)?;
    let input = judge.read(&args.spec)?;
    let stages = judge.run_stages(&input);
    let text = match args.stage {
        Stage::Spec => stages.spec.as_ref().map(|spec| format!("{spec:#?}\n")),
        Stage::Model => stages.document.as_ref().map(vanban::model::dump),
        Stage::Pages => stages.pages.as_ref().map(vanban::pages::dump),
    };
    let mut report = Report::new(&args.spec, Stream::Stderr);
    report.set_source(&input);
    report.findings = stages.findings;
    report.tell(&judge)?;
    judge.finish(Stream::Stderr)?;
    print(text.unwrap_or_default().as_bytes())?;
    Ok(report.outcome())
}
