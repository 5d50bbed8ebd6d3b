//! `vanban render`: specifications in, a Word file and a PDF each out.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use vanban::diag::{Lang, Phrase};
use vanban::pdf::{Hints, SignatureFields};
use vanban::preview::GlyphCache;
use vanban::specification::PartId;
use vanban::{File, FileNames, NamePattern};

use super::args::{FileFormat, MessageFormat, RenderArgs};
use super::console::{Failure, Outcome, print, print_path, say};
use super::input;
use super::judge::Judge;
use super::open;
use super::output::{Output, Writer};
use super::page_files::{self, PageFault, PageFiles};
use super::progress::Progress;
use super::report::{Report, Stream};
use super::specs::{self, Named};
use super::taken_in::TakenIn;
use super::watch::{self, Sight, Watched};
use super::write_whole::Existing;

/// Whether the usual file systems of the machine take `a.pdf` and `A.pdf` for the same.
const IGNORES_CASE: bool = cfg!(any(windows, target_os = "macos"));

/// Runs the command. A specification that fails does not stop the others.
pub(crate) fn run(args: &RenderArgs, lang: Lang) -> Result<Outcome, Failure> {
    input::refuse_stdin_twice(&args.specs)?;
    let named = specs::expand(&args.specs, &args.judging);
    let output = Output::from_args(args, named.len())?;
    refuse_unfit(args, &output, named.len())?;
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
    named.iter().for_each(|named| writer.protect(Path::new(&named.name)));
    args.judging.organ.iter().for_each(|organ| writer.protect(Path::new(organ)));
    args.judging.data.iter().for_each(|data| writer.protect(Path::new(data)));
    let pattern = args.name.as_deref().map(name_pattern).transpose()?;
    let mut run =
        RenderRun { args, pattern, judge, output, writer, opened: false, glyphs: GlyphCache::new(), read: Vec::new() };
    run.refuse_same_names(&named)?;
    let mut worst = Outcome::Done;
    let mut progress = Progress::new(if args.quiet { 0 } else { named.len() }, lang);
    let mut watched = Watched::default();
    for Named { name, fault } in named {
        progress.step(&name);
        let sight = watch::sight(Path::new(&name));
        let outcome = run.render(&name, fault, &mut progress)?;
        worst = worst.max(outcome);
        watched.add(name, sight, std::mem::take(&mut run.read));
    }
    run.judge.finish(run.stream())?;
    if !args.watch {
        return Ok(worst);
    }
    Err(watched.follow(lang, |name| {
        let fault = run.judge.reload().err();
        run.render(name, fault, &mut progress)?;
        Ok(std::mem::take(&mut run.read))
    }))
}

/// Reads `--name`.
fn name_pattern(pattern: &str) -> Result<NamePattern, Failure> {
    NamePattern::new(pattern).map_err(|fault| {
        let Phrase { vi, en } = fault.phrase();
        let fields = NamePattern::FIELDS.map(|name| format!("{{{name}}}")).join(", ");
        Failure::new(format!("--name {pattern}: {vi}"), format!("--name {pattern}: {en}")).hint(
            format!("các trường: {fields}; thư mục ghi ở -o"),
            format!("the fields: {fields}; folders stand in -o"),
        )
    })
}

/// `--watch` and `--open` want files, and `--open` one document.
fn refuse_unfit(args: &RenderArgs, output: &Output, documents: usize) -> Result<(), Failure> {
    let to_stdout = matches!(output, Output::Stdout(_));
    if args.watch && args.specs.iter().any(|name| name == "-") {
        return Err(Failure::new(
            "--watch không đi cùng đầu vào chuẩn (-)",
            "--watch does not go with standard input (-)",
        )
        .hint("ghi tên tệp đặc tả", "name a file"));
    }
    for option in [args.watch.then_some("--watch"), args.open.then_some("--open")].into_iter().flatten() {
        if to_stdout {
            return Err(Failure::new(
                format!("{option} không đi cùng -o -"),
                format!("{option} does not go with -o -"),
            )
            .hint("ghi -o THƯ-MỤC/", "write -o FOLDER/"));
        }
    }
    if args.name.is_some() && !matches!(output, Output::Folder(_)) {
        return Err(Failure::new(
            "--name không đi cùng -o là một tệp hay -",
            "--name does not go with -o of one file or -",
        )
        .hint("ghi -o THƯ-MỤC/", "write -o FOLDER/"));
    }
    let asked = output.page_formats(&args.to);
    let is_png = asked.contains(&FileFormat::Png);
    let unfit = match () {
        () if args.dpi.is_some() && !is_png => Some(("--dpi", "--to png")),
        () if args.pages.is_some() && asked.is_empty() => Some(("--pages", "--to svg, --to png")),
        () => None,
    };
    if let Some((option, needs)) = unfit {
        return Err(Failure::new(
            format!("{option} chỉ đi cùng trang dạng hình"),
            format!("{option} goes with pages as pictures alone"),
        )
        .hint(format!("ghi thêm {needs}"), format!("add {needs}")));
    }
    if args.open && documents > 1 {
        return Err(Failure::new(
            format!("--open chỉ mở một văn bản, có {documents} bản đặc tả"),
            format!("--open opens one document, there are {documents} specifications"),
        )
        .hint("bỏ --open", "leave --open out"));
    }
    Ok(())
}

struct RenderRun<'a> {
    args: &'a RenderArgs,
    /// How files are named; absent: after number and symbol.
    pattern: Option<NamePattern>,
    judge: Judge,
    output: Output,
    writer: Writer,
    /// Whether a document has been opened for the user already.
    opened: bool,
    /// The glyphs that were drawn.
    glyphs: GlyphCache,
    /// The other files that the last document was made of.
    read: Vec<(Sight, PathBuf)>,
}

impl RenderRun<'_> {
    /// Where standard output carries the document, the report goes beside it.
    fn stream(&self) -> Stream {
        if matches!(self.output, Output::Stdout(_)) { Stream::Stderr } else { Stream::Stdout }
    }

    /// Tells documents that would have the same files, before any file is written.
    fn refuse_same_names(&self, named: &[Named]) -> Result<(), Failure> {
        if named.len() < 2 || !matches!(self.output, Output::Folder(_)) {
            return Ok(());
        }
        let mut makers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        // what standard input gives can be read once only; the writer keeps it from replacing another's file
        for Named { name, .. } in named.iter().filter(|named| named.fault.is_none() && named.name != "-") {
            let Ok(input) = self.judge.read(name) else { continue };
            let Some(FileNames { stem, suffixes }) = self.names(&input) else { continue };
            for (_, suffix) in suffixes {
                let stem = format!("{stem}{suffix}");
                let stem = if IGNORES_CASE { stem.to_lowercase() } else { stem };
                makers.entry(stem).or_default().push(input.name.clone());
            }
        }
        let clashes: Vec<String> = makers
            .into_iter()
            .filter(|(_, names)| names.len() > 1)
            .map(|(stem, names)| format!("{stem} ← {}", names.join(", ")))
            .collect();
        if clashes.is_empty() {
            return Ok(());
        }
        let shown = clashes.join("; ");
        Err(Failure::new(
            format!("nhiều bản đặc tả cùng cho một tên tệp: {shown}; không ghi tệp nào"),
            format!("several specifications make the same file name: {shown}; nothing was written"),
        )
        .hint(
            "sửa số, ký hiệu; ghi vào thư mục khác; hoặc đặt tên theo bản đặc tả: --name '{stem}'",
            "mend number or symbol; write to another folder; or name them after the specifications: --name '{stem}'",
        ))
    }

    /// The names of a document's files, without extension.
    fn names(&self, input: &TakenIn) -> Option<FileNames> {
        let options = &self.judge.options;
        match &self.pattern {
            None => vanban::file_names(input.bytes(), options),
            Some(pattern) => vanban::file_names_by(input.bytes(), options, pattern, &input.stem()),
        }
    }

    /// Where the files of a document go, by `-o`: into a folder under their own names or those of `--name`; else the main file under the
    /// name given, the others beside it under that name and what tells them apart.
    fn places(&self, input: &TakenIn, files: Vec<File>) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
        let has_own_files = files.iter().any(|file| file.part != PartId::Main);
        if has_own_files && !self.output.takes_several() {
            return Err(several_files(files.iter().map(File::name)));
        }
        let wanted = has_own_files || self.pattern.is_some();
        let names = if wanted { self.names(input) } else { None };
        let suffix = |file: &File| names.as_ref().map_or("", |names| names.suffix(file.part));
        let place = |mut file: File| match &self.output {
            Output::Stdout(_) => Ok((PathBuf::from("-"), file.bytes)),
            Output::File(path, _) => Ok((beside(path, suffix(&file)), file.bytes)),
            Output::Folder(folder) => {
                if let Some(names) = names.as_ref().filter(|_| self.pattern.is_some()) {
                    file.stem = format!("{}{}", names.stem, suffix(&file));
                }
                Ok((folder.join(safe_name(input, &file)?), file.bytes))
            }
        };
        files.into_iter().map(place).collect()
    }

    /// The pages as pictures, where they are asked for.
    fn pages(&mut self, input: &TakenIn) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
        let formats = self.output.page_formats(&self.args.to);
        if formats.is_empty() {
            return Ok(Vec::new());
        }
        let names = self.names(input);
        let (preview, _) = self.judge.preview(input);
        let wanted = PageFiles { formats, dpi: self.args.dpi, pages: self.args.pages, names: names.as_ref() };
        let drawn = wanted.draw(&preview, &mut self.glyphs).map_err(|e| match e {
            PageFault::Told(failure) => *failure,
            PageFault::Program(what) => internal(input, &what),
        })?;
        match &self.output {
            Output::Folder(folder) => Ok(drawn.into_iter().map(|(name, bytes)| (folder.join(name), bytes)).collect()),
            Output::File(path, _) => Ok(vec![(path.clone(), page_files::only(drawn)?)]),
            Output::Stdout(_) => Ok(vec![(PathBuf::from("-"), page_files::only(drawn)?)]),
        }
    }

    fn render(&mut self, name: &OsStr, fault: Option<Failure>, progress: &mut Progress) -> Result<Outcome, Failure> {
        let mut report = Report::new(name, self.stream());
        if let Err(failure) = fault.map_or_else(|| self.render_into(name, &mut report), Err) {
            report.failure = Some(failure);
        }
        progress.clear();
        report.tell(&self.judge)?;
        if self.judge.format == MessageFormat::Text && !self.args.quiet {
            say(&report.older_regulation(self.judge.lang));
            for path in &report.written {
                print_path(path)?;
            }
        }
        if self.args.open && !self.opened && !report.written.is_empty() {
            self.opened = true;
            open::open(&report.written)?;
        }
        Ok(report.outcome())
    }

    fn render_into(&mut self, name: &OsStr, report: &mut Report) -> Result<(), Failure> {
        let input = self.judge.read(name)?;
        report.set_source(&input);
        let (rendered, pictures) = self.judge.render(&input);
        pictures.iter().for_each(|path| self.writer.protect(path));
        // looked at before anything is told: who reads the report may change a file at once
        let judging = &self.args.judging;
        let shared = [&judging.organ, &judging.data].into_iter().flatten().map(PathBuf::from);
        let organs = input.others.iter().cloned();
        organs.clone().for_each(|organ| self.writer.protect(&organ));
        self.read = pictures.into_iter().chain(shared).chain(organs).map(|path| (watch::sight(&path), path)).collect();
        let rendered = rendered.map_err(|e| internal(&input, &e.0))?;
        report.pages = Some(rendered.page_count);
        report.regulation = rendered.regulation;
        report.findings = rendered.findings;
        if report.findings.has_errors() {
            return Ok(());
        }
        let mut files = self.places(&input, rendered.files)?;
        files.extend(self.pages(&input)?);
        if matches!(self.output, Output::Stdout(_)) {
            return files.iter().try_for_each(|(_, bytes)| print(bytes));
        }
        report.written = self.writer.write(&input.name, &files)?;
        Ok(())
    }
}

/// A path with a suffix in front of its extension.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    if suffix.is_empty() {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(suffix);
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

/// One output has no place for the files of a document that has several.
fn several_files(names: impl Iterator<Item = String>) -> Failure {
    let shown = names.collect::<Vec<_>>().join(", ");
    Failure::new(
        format!("văn bản này có nhiều tệp ({shown}), đầu ra chỉ nhận một; không ghi tệp nào"),
        format!("this document has several files ({shown}), the output takes one; nothing was written"),
    )
    .hint("ghi -o THƯ-MỤC/, hoặc bỏ \"own_file\"", "write -o FOLDER/, or leave \"own_file\" out")
}

/// The library promises a name that stays in the folder; a file system is worth a second look.
fn safe_name(input: &TakenIn, file: &File) -> Result<String, Failure> {
    let name = file.name();
    if Path::new(&name).file_name() == Some(OsStr::new(&name)) {
        Ok(name)
    } else {
        Err(internal(input, &format!("file name “{name}”")))
    }
}

fn internal(input: &TakenIn, what: &str) -> Failure {
    let name = &input.name;
    Failure::new(
        format!("lỗi của chương trình khi kết xuất {name}: {what}"),
        format!("a fault of the program while making {name}: {what}"),
    )
    .hint("xin báo cho những người phát triển vanban, kèm bản đặc tả", "please report it with the specification")
}
