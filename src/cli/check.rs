//! `vanban check`: specifications in, findings out, no file.

use vanban::diag::Lang;

use super::args::{CheckArgs, MessageFormat};
use super::console::{Failure, Outcome, print};
use super::input;
use super::judge::Judge;
use super::line_report::LineReport;
use super::progress::Progress;
use super::report::{Report, Stream};
use super::specs::{self, Named};

/// Runs the command. A specification that fails does not stop the others.
pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Outcome, Failure> {
    input::refuse_stdin_twice(&args.specs)?;
    let mut judge = Judge::new(&args.judging, lang)?;
    judge.options.pdf.flavour = args.flavour.pdf;
    let mut worst = Outcome::Done;
    let named = specs::expand(&args.specs, &args.judging);
    let mut progress = Progress::new(named.len(), lang);
    for Named { name, fault } in named {
        progress.step(&name);
        let mut report = Report::new(&name, Stream::Stdout);
        match fault.map_or_else(|| judge.read(&name), Err) {
            Err(failure) => report.failure = Some(failure),
            Ok(input) => {
                report.set_source(&input);
                let stages = judge.run_stages_to_pages(&input);
                let pages: Vec<_> = stages.all_pages().collect();
                report.pages = (!pages.is_empty()).then(|| pages.iter().map(|pages| pages.pages.len()).sum());
                report.lines = (args.explain_lines && !pages.is_empty()).then(|| LineReport::of(&pages));
                report.regulation = stages.regulation;
                report.findings = stages.findings;
            }
        }
        progress.clear();
        report.tell(&judge)?;
        if judge.format == MessageFormat::Text && !args.quiet && report.failure.is_none() {
            print(report.summary(lang).as_bytes())?;
        }
        if let (MessageFormat::Text, Some(lines)) = (judge.format, &report.lines) {
            print(lines.text(lang).as_bytes())?;
        }
        worst = worst.max(report.outcome());
    }
    judge.finish(Stream::Stdout)?;
    Ok(worst)
}
