//! `vanban dump`: what one stage made, as text for people who mend the program or want to know why.

use vanban::diag::Lang;
use vanban::model::Info;

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
        Stage::Model => Some(by_file(stages.documents(), |document| &document.info, vanban::model::dump)),
        Stage::Pages => Some(by_file(stages.all_pages(), |pages| &pages.info, vanban::pages::dump)),
    };
    let mut report = Report::new(&args.spec, Stream::Stderr);
    report.set_source(&input);
    report.findings = stages.findings;
    report.tell(&judge)?;
    judge.finish(Stream::Stderr)?;
    print(text.unwrap_or_default().as_bytes())?;
    Ok(report.outcome())
}

/// What is to be told of each file of a document, under its name where there are several.
fn by_file<'a, T: 'a>(files: impl Iterator<Item = &'a T>, info: fn(&T) -> &Info, dump: fn(&T) -> String) -> String {
    let files: Vec<&T> = files.collect();
    match files.as_slice() {
        [one] => dump(one),
        several => several.iter().map(|file| format!("=== {} ===\n{}", info(file).file_stem, dump(file))).collect(),
    }
}
