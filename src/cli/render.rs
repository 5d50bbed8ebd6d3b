//! `vanban render`: specifications in, a Word file and a PDF each out.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use vanban::File;
use vanban::diag::Lang;
use vanban::pdf::{Hints, SignatureFields};

use super::args::{MessageFormat, RenderArgs};
use super::console::{Failure, Outcome, print, print_path, say};
use super::input::{self, Input};
use super::judge::Judge;
use super::output::{Output, Writer};
use super::report::{Report, Stream};
use super::write_whole::Existing;

/// Runs the command. A specification that fails does not stop the others.
pub(crate) fn run(args: &RenderArgs, lang: Lang) -> Result<Outcome, Failure> {
    let output = Output::from_args(args)?;
    input::refuse_stdin_twice(&args.specs)?;
    if matches!(output, Output::Stdout(_)) && io::stdout().is_terminal() {
        return Err(Failure::new("không in tệp ra màn hình", "a file is not printed to a terminal")
            .hint("chuyển hướng: … -o - > văn-bản.pdf", "redirect it: … -o - > document.pdf"));
    }
    let mut judge = Judge::new(&args.judging, lang)?;
    judge.options.formats = output.formats(&args.to);
    judge.options.pdf.flavour = args.flavour.pdf;
    if args.no_signature_fields {
        judge.options.pdf.signature_fields = SignatureFields::Omit;
    }
    if args.keep_hints {
        judge.options.pdf.hints = Hints::Keep;
    }
    let existing = if args.force { Existing::Replace } else { Existing::Refuse };
    let mut writer = Writer::new(existing);
    args.specs.iter().for_each(|name| writer.protect(Path::new(name)));
    let mut run = RenderRun { args, judge, output, writer };
    let mut worst = Outcome::Done;
    for name in &args.specs {
        worst = worst.max(run.render(name)?);
    }
    Ok(worst)
}

struct RenderRun<'a> {
    args: &'a RenderArgs,
    judge: Judge,
    output: Output,
    writer: Writer,
}

impl RenderRun<'_> {
    fn render(&mut self, name: &OsStr) -> Result<Outcome, Failure> {
        // where standard output carries the document, the report goes beside it
        let stream = if matches!(self.output, Output::Stdout(_)) { Stream::Stderr } else { Stream::Stdout };
        let mut report = Report::new(name, stream);
        if let Err(failure) = self.render_into(name, &mut report) {
            report.failure = Some(failure);
        }
        report.tell(&self.judge)?;
        if self.judge.format == MessageFormat::Text && !self.args.quiet {
            say(&report.older_regulation(self.judge.lang));
            for path in &report.written {
                print_path(path)?;
            }
        }
        Ok(report.outcome())
    }

    fn render_into(&mut self, name: &OsStr, report: &mut Report) -> Result<(), Failure> {
        let input = input::read(name)?;
        report.set_source(&input);
        let (rendered, pictures) = self.judge.render(&input);
        pictures.iter().for_each(|path| self.writer.protect(path));
        let rendered = rendered.map_err(|e| internal(&input, &e.0))?;
        report.pages = Some(rendered.page_count);
        report.regulation = rendered.regulation;
        report.findings = rendered.findings;
        if report.findings.has_errors() {
            return Ok(());
        }
        match &self.output {
            Output::Stdout(_) => rendered.files.iter().try_for_each(|file| print(&file.bytes)),
            Output::File(path, _) => {
                let one = rendered.files.into_iter().map(|file| (path.clone(), file.bytes)).collect();
                self.write(&input, one, report)
            }
            Output::Folder(folder) => {
                let named = |file: File| Ok((folder.join(safe_name(&input, &file)?), file.bytes));
                let several = rendered.files.into_iter().map(named).collect::<Result<_, Failure>>()?;
                self.write(&input, several, report)
            }
        }
    }

    fn write(&mut self, input: &Input, files: Vec<(PathBuf, Vec<u8>)>, report: &mut Report) -> Result<(), Failure> {
        report.written = self.writer.write(&input.name, &files)?;
        Ok(())
    }
}

/// The library promises a name that stays in the folder; a file system is worth a second look.
fn safe_name(input: &Input, file: &File) -> Result<String, Failure> {
    let name = file.name();
    if Path::new(&name).file_name() == Some(OsStr::new(&name)) {
        Ok(name)
    } else {
        Err(internal(input, &format!("file name “{name}”")))
    }
}

fn internal(input: &Input, what: &str) -> Failure {
    let name = &input.name;
    Failure::new(
        format!("lỗi của chương trình khi kết xuất {name}: {what}"),
        format!("a fault of the program while making {name}: {what}"),
    )
    .hint("xin báo cho những người phát triển vanban, kèm bản đặc tả", "please report it with the specification")
}
