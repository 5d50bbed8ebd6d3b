//! `vanban preview`: the pages of a specification as one HTML page that opens anywhere.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use vanban::diag::Lang;

use super::args::{MessageFormat, PreviewArgs};
use super::console::{Failure, Outcome, print, print_path};
use super::judge::Judge;
use super::open;
use super::output::Writer;
use super::preview_page::{self, MARK};
use super::report::{Report, Stream};
use super::taken_in::TakenIn;
use super::watch::{self, Sight, Watched};
use super::write_whole::Existing;

/// Runs the command.
pub(crate) fn run(args: &PreviewArgs, lang: Lang) -> Result<Outcome, Failure> {
    refuse_unfit(args)?;
    let mut run = PreviewRun { args, judge: Judge::new(&args.judging, lang)?, read: Vec::new() };
    let sight = watch::sight(Path::new(&args.spec));
    let (outcome, written) = run.show(None)?;
    run.judge.finish(run.stream())?;
    if args.open {
        open::open(&written.into_iter().collect::<Vec<_>>())?;
    }
    if !args.watch {
        return Ok(outcome);
    }
    let mut watched = Watched::default();
    watched.add(args.spec.clone(), sight, std::mem::take(&mut run.read));
    Err(watched.follow(lang, |_| {
        let fault = run.judge.reload().err();
        run.show(fault)?;
        Ok(std::mem::take(&mut run.read))
    }))
}

/// What follows a file, or opens one, needs files.
fn refuse_unfit(args: &PreviewArgs) -> Result<(), Failure> {
    if args.watch && args.spec == "-" {
        return Err(Failure::new(
            "--watch không đi cùng đầu vào chuẩn (-)",
            "--watch does not go with standard input (-)",
        )
        .hint("ghi tên tệp đặc tả", "name a file"));
    }
    let option = [args.watch.then_some("--watch"), args.open.then_some("--open")].into_iter().flatten().next();
    match option.filter(|_| to_stdout(args)) {
        Some(option) => {
            Err(Failure::new(format!("{option} không đi cùng -o -"), format!("{option} does not go with -o -"))
                .hint("ghi -o TỆP.html", "write -o FILE.html"))
        }
        None => Ok(()),
    }
}

fn to_stdout(args: &PreviewArgs) -> bool {
    args.save.output.as_ref().is_some_and(|name| name == "-" || name == "/dev/stdout")
}

struct PreviewRun<'a> {
    args: &'a PreviewArgs,
    judge: Judge,
    /// The other files that the pages were made of.
    read: Vec<(Sight, PathBuf)>,
}

impl PreviewRun<'_> {
    fn stream(&self) -> Stream {
        if to_stdout(self.args) { Stream::Stderr } else { Stream::Stdout }
    }

    /// Makes the page, unless something stands in the way, and tells what was found. Comes back with the file that was written.
    fn show(&mut self, fault: Option<Failure>) -> Result<(Outcome, Option<PathBuf>), Failure> {
        let mut report = Report::new(&self.args.spec, self.stream());
        let input = fault.map_or_else(|| self.judge.read(&self.args.spec), Err);
        let page = input.map(|input| self.page(&input, &mut report));
        let written = match page.and_then(|page| self.write(page)) {
            Ok(written) => written,
            Err(failure) => {
                report.failure = Some(failure);
                None
            }
        };
        report.written = written.iter().cloned().collect();
        report.tell(&self.judge)?;
        if self.judge.format == MessageFormat::Text {
            report.written.iter().try_for_each(|path| print_path(path))?;
        }
        Ok((report.outcome(), written))
    }

    /// The HTML, and where it goes by default; `None` where what completes the specification is at fault.
    fn page(&mut self, input: &TakenIn, report: &mut Report) -> Option<(String, PathBuf)> {
        report.set_source(input);
        let (preview, pictures) = self.judge.preview(input);
        let judging = &self.args.judging;
        let shared = [&judging.organ, &judging.data].into_iter().flatten().map(PathBuf::from);
        let others = pictures.into_iter().chain(shared).chain(input.others.iter().cloned());
        self.read = others.map(|path| (watch::sight(&path), path)).collect();
        let is_whole = !input.intake.faults().has_errors();
        let html = is_whole.then(|| preview_page::html(&preview, &input.stem(), self.judge.lang, self.args.watch));
        report.pages = is_whole.then_some(preview.pages.len());
        report.findings = preview.findings;
        let usual = PathBuf::from(format!("{}.html", input.stem()));
        Some((html?, usual))
    }

    /// Writes the page; nothing where there is none.
    fn write(&self, page: Option<(String, PathBuf)>) -> Result<Option<PathBuf>, Failure> {
        let Some((html, usual)) = page else { return Ok(None) };
        if to_stdout(self.args) {
            return print(html.as_bytes()).map(|()| None);
        }
        let path = match &self.args.save.output {
            Some(name) if name.is_empty() => {
                return Err(Failure::new("tên đầu ra (-o) rỗng", "the output name (-o) is empty"));
            }
            Some(name) => PathBuf::from(name),
            None => usual,
        };
        let path = if path.is_dir() { path.join(format!("{}.html", self.stem())) } else { path };
        let may_replace = self.args.save.force || is_preview(&path);
        let mut writer = Writer::new(if may_replace { Existing::Replace } else { Existing::Refuse });
        writer.protect(Path::new(&self.args.spec));
        self.read.iter().for_each(|(_, read)| writer.protect(read));
        writer.write(&self.args.spec.to_string_lossy(), &[(path.clone(), html.into_bytes())])?;
        Ok(Some(path))
    }

    fn stem(&self) -> String {
        let stem = Path::new(&self.args.spec).file_stem();
        stem.unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// Whether a file is a preview that was made before, which nobody has written by hand.
fn is_preview(path: &Path) -> bool {
    let mut begin = vec![0; MARK.len()];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut begin));
    read.is_ok() && begin == MARK.as_bytes()
}
