//! Where the files of a run go, from what was typed: a folder, one file, or standard output.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::args::{FileFormat, RenderArgs};
use super::console::{Failure, reason};
use super::same_file::SameFile;
use super::write_whole::{self, Existing};

/// Where the files go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// Named after the documents, into a folder.
    Folder(PathBuf),
    /// One document, one format, one file.
    File(PathBuf, FileFormat),
    /// One document, one format.
    Stdout(FileFormat),
}

impl Output {
    /// Reads `-o` and `--to` together, for a run of so many documents.
    pub(crate) fn from_args(args: &RenderArgs, documents: usize) -> Result<Self, Failure> {
        let one_format = single(&args.to);
        let Some(typed) = &args.output else { return Ok(Self::Folder(PathBuf::new())) };
        let path = PathBuf::from(typed);
        let shown = path.display();
        if typed.is_empty() {
            return Err(Failure::new("tên đầu ra (-o) rỗng", "the output name (-o) is empty"));
        }
        if typed == "-" || typed == "/dev/stdout" {
            let format = one_format.ok_or_else(needs_one_format)?;
            return one_document(documents, "-").map(|()| Self::Stdout(format));
        }
        if path.is_dir() || ends_with_separator(&path) {
            return Ok(Self::Folder(path));
        }
        if let Some(format) = format_of(&path) {
            if let Some(other) = args.to.iter().find(|asked| **asked != format) {
                let (name, other) = (format.name(), other.name());
                return Err(Failure::new(
                    format!("-o {shown} là tệp {name}, không đi cùng --to {other}"),
                    format!("-o {shown} is a {name} file and does not go with --to {other}"),
                )
                .hint("ghi -o THƯ-MỤC/ để kết xuất cả hai", "write -o FOLDER/ to make both"));
            }
            return one_document(documents, &shown.to_string()).map(|()| Self::File(path, format));
        }
        if path.exists() {
            // a device, a pipe, or a file with another name
            let format = one_format.ok_or_else(needs_one_format)?;
            return one_document(documents, &shown.to_string()).map(|()| Self::File(path, format));
        }
        if path.extension().is_some() {
            return Err(Failure::new(
                format!("-o {shown}: tên tệp phải có đuôi .docx, .pdf, .svg hoặc .png"),
                format!("-o {shown}: a file name must end in .docx, .pdf, .svg or .png"),
            )
            .hint(
                format!("nếu đó là thư mục, ghi -o {shown}/"),
                format!("where a folder is meant, write -o {shown}/"),
            ));
        }
        Ok(Self::Folder(path))
    }

    /// Whether a document with several files has room for all: a stream, a device or a pipe takes one.
    pub(crate) fn takes_several(&self) -> bool {
        match self {
            Self::Folder(_) => true,
            Self::File(path, _) => fs::metadata(path).map_or(true, |metadata| metadata.is_file()),
            Self::Stdout(_) => false,
        }
    }

    /// Which files the library shall make.
    pub(crate) fn formats(&self, to: &[FileFormat]) -> Vec<vanban::Format> {
        self.asked(to).into_iter().filter_map(FileFormat::of_library).collect()
    }

    /// In which ways the pages shall be drawn, a file each.
    pub(crate) fn page_formats(&self, to: &[FileFormat]) -> Vec<FileFormat> {
        self.asked(to).into_iter().filter(|format| format.of_library().is_none()).collect()
    }

    /// What is asked for, each once; both files where nothing is said.
    fn asked(&self, to: &[FileFormat]) -> Vec<FileFormat> {
        match self {
            Self::File(_, format) | Self::Stdout(format) => vec![*format],
            Self::Folder(_) if to.is_empty() => vec![FileFormat::Docx, FileFormat::Pdf],
            Self::Folder(_) => FileFormat::ALL.into_iter().filter(|format| to.contains(format)).collect(),
        }
    }
}

/// The one format asked for; `None` for both.
fn single(to: &[FileFormat]) -> Option<FileFormat> {
    let first = *to.first()?;
    to.iter().all(|other| *other == first).then_some(first)
}

fn format_of(path: &Path) -> Option<FileFormat> {
    let extension = path.extension()?.to_str()?;
    FileFormat::ALL.into_iter().find(|format| extension.eq_ignore_ascii_case(format.name()))
}

fn ends_with_separator(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().last().is_some_and(|last| std::path::is_separator(char::from(*last)))
}

fn needs_one_format() -> Failure {
    Failure::new("đầu ra này chỉ nhận một tệp", "this output takes one file")
        .hint("ghi thêm --to docx hoặc --to pdf", "add --to docx or --to pdf")
}

fn one_document(documents: usize, shown: &str) -> Result<(), Failure> {
    if documents == 1 {
        return Ok(());
    }
    Err(Failure::new(
        format!("-o {shown} chỉ nhận một văn bản, có {documents} bản đặc tả"),
        format!("-o {shown} takes one document, there are {documents} specifications"),
    )
    .hint("ghi -o THƯ-MỤC/", "write -o FOLDER/"))
}

/// The files of one run, so that none of them replaces another.
#[derive(Debug)]
pub(crate) struct Writer {
    existing: Existing,
    /// What the run reads, and may not replace.
    inputs: BTreeSet<SameFile>,
    /// Each file written and the specification it came from.
    written: BTreeMap<PathBuf, String>,
}

impl Writer {
    pub(crate) fn new(existing: Existing) -> Self {
        Self { existing, inputs: BTreeSet::new(), written: BTreeMap::new() }
    }

    /// Keeps a file that the run reads from being replaced, by whatever name.
    pub(crate) fn protect(&mut self, input: &Path) {
        self.inputs.extend(SameFile::of(input));
    }

    /// Writes the files of the document that came from `spec`: all of them or none.
    pub(crate) fn write(&mut self, spec: &str, files: &[(PathBuf, Vec<u8>)]) -> Result<Vec<PathBuf>, Failure> {
        self.refuse_inputs(files)?;
        self.refuse_taken(spec, files)?;
        let mut staged = Vec::new();
        for (path, bytes) in files {
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                fs::create_dir_all(folder).map_err(|e| cannot_create_folder(folder, &e))?;
            }
            staged.push(write_whole::stage(path, bytes, self.existing(path)).map_err(|e| cannot_write(path, &e))?);
        }
        match write_whole::publish(staged) {
            Ok(()) => {}
            // who read the pipe has what he wanted
            Err(stopped) if stopped.error.kind() == io::ErrorKind::BrokenPipe => {}
            Err(stopped) => return Err(cannot_write(&files[stopped.at].0, &stopped.error)),
        }
        let written: Vec<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
        self.written.extend(written.iter().map(|path| (path.clone(), spec.to_owned())));
        Ok(written)
    }

    /// What a run has written it may write anew, when the specification has changed under its eyes.
    fn existing(&self, path: &Path) -> Existing {
        if self.written.contains_key(path) { Existing::Replace } else { self.existing }
    }

    fn refuse_inputs(&self, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
        let is_input = |path: &Path| SameFile::of(path).is_some_and(|id| self.inputs.contains(&id));
        let Some((path, _)) = files.iter().find(|(path, _)| is_input(path)) else { return Ok(()) };
        let shown = path.display();
        Err(Failure::new(
            format!("{shown} là tệp đầu vào; không ghi đè lên"),
            format!("{shown} is an input of this run, which is never written over"),
        )
        .hint("đổi -o", "change -o"))
    }

    /// Names everything that is in the way at once.
    fn refuse_taken(&self, spec: &str, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
        for (path, _) in files {
            if let Some(other) = self.written.get(path).filter(|other| *other != spec) {
                let shown = path.display();
                return Err(Failure::new(
                    format!("{spec} và {other} cùng cho tệp {shown}; giữ tệp của {other}"),
                    format!("{spec} and {other} both make {shown}; that of {other} is kept"),
                )
                .hint(
                    "sửa số, ký hiệu, hoặc ghi vào thư mục khác",
                    "mend number or symbol, or write to another folder",
                ));
            }
        }
        let in_the_way: Vec<String> = files
            .iter()
            .filter(|(path, _)| self.existing(path) == Existing::Refuse && write_whole::is_taken(path))
            .map(|(path, _)| path.display().to_string())
            .collect();
        if in_the_way.is_empty() { Ok(()) } else { Err(exists(&in_the_way.join(", "))) }
    }
}

fn exists(shown: &str) -> Failure {
    Failure::new(format!("{shown} đã có; không ghi tệp nào"), format!("{shown} exists; nothing was written"))
        .hint("ghi thêm --force để thay, hoặc đổi -o", "add --force to replace, or change -o")
}

fn cannot_create_folder(folder: &Path, error: &io::Error) -> Failure {
    let (shown, why) = (folder.display(), reason(error));
    Failure::new(
        format!("không tạo được thư mục {shown}: {}", why.vi),
        format!("cannot create the folder {shown}: {}", why.en),
    )
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (shown, why) = (path.display(), reason(error));
    if error.kind() == io::ErrorKind::AlreadyExists {
        return exists(&shown.to_string());
    }
    let failure =
        Failure::new(format!("không ghi được {shown}: {}", why.vi), format!("cannot write {shown}: {}", why.en));
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            failure.hint("chọn thư mục khác bằng -o", "choose another folder with -o")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            failure.hint("dọn bớt chỗ, hoặc chọn ổ đĩa khác bằng -o", "make room, or choose another disk with -o")
        }
        _ => failure,
    }
}
