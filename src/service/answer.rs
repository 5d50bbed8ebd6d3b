//! What comes of a specification that was handed in.

use std::sync::Arc;

use serde_json::{Value, json};

use super::request::Request;
use crate::diag::{Diagnostics, Lang, LineIndex, Phrase};
use crate::error::Refusal;
use crate::intake::{HandedIn, Intake, MAX_ORGAN_BYTES, Organ, SharedFiles};
use crate::options::Format;
use crate::render::{Rendered, Renderer};
use crate::specification::{DataFile, Regulation};
use crate::stages::{file_names_by, run_stages_to_pages};

/// What came of a specification.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The findings.
    pub findings: Diagnostics,
    /// The files; none where a finding is an error.
    pub files: Vec<NamedFile>,
    /// How many pages, in all files of one format together; `None`: it was judged, and came to none.
    pub page_count: Option<usize>,
    /// The regulation that it follows.
    pub regulation: Option<Regulation>,
    intake: Intake,
    lang: Lang,
    name: String,
}

/// A file with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedFile {
    /// E.g. `624-BC-STTTT.pdf`.
    pub name: String,
    /// What it is.
    pub format: Format,
    /// The whole of it.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The findings as `--message-format json` has them.
    #[must_use]
    pub fn json_findings(&self) -> Vec<Value> {
        self.intake.json(&self.findings, &self.name, self.lang)
    }

    /// What is told beside the files: `findings`, `pages`, `regulation`.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "findings": self.json_findings(),
            "pages": self.page_count,
            "regulation": self.regulation.map(Regulation::name),
        })
    }
}

/// Judges a specification.
///
/// # Errors
/// What is wanted is not to be had: an option, or a file that an option names.
pub fn check(renderer: &Renderer, spec: Vec<u8>, mut handed: HandedIn, request: &Request) -> Result<Answer, Refusal> {
    let options = request.options()?;
    let intake = take(spec, &mut handed, request)?;
    let stages = intake.run(renderer.fonts(), &handed, &options, run_stages_to_pages);
    let pages: usize = stages.all_pages().map(|pages| pages.pages.len()).sum();
    Ok(Answer {
        findings: stages.findings,
        files: Vec::new(),
        page_count: (pages > 0).then_some(pages),
        regulation: stages.regulation,
        intake,
        lang: request.lang()?,
        name: request.file().to_owned(),
    })
}

/// Renders a specification.
///
/// # Errors
/// As [`check`]; or a file could not be made of a sound document, which is a fault of the program.
pub fn render(
    renderer: &mut Renderer,
    spec: Vec<u8>,
    mut handed: HandedIn,
    request: &Request,
) -> Result<Answer, Refusal> {
    let (options, pattern) = (request.options()?, request.pattern()?);
    let intake = take(spec, &mut handed, request)?;
    let rendered = intake.render(renderer, &handed, &options).map_err(|fault| {
        Refusal::new(format!("lỗi của chương trình: {fault}"), format!("a fault of the program: {fault}"))
    })?;
    let names = pattern.and_then(|pattern| file_names_by(intake.bytes(), &options, &pattern, request.stem()));
    let Rendered { findings, files, page_count, regulation } = rendered;
    let named = |mut file: crate::render::File| {
        if let Some(names) = &names {
            file.stem = format!("{}{}", names.stem, names.suffix(file.part));
        }
        NamedFile { name: file.name(), format: file.format, bytes: file.bytes }
    };
    Ok(Answer {
        findings,
        files: files.into_iter().map(named).collect(),
        page_count: Some(page_count),
        regulation,
        intake,
        lang: request.lang()?,
        name: request.file().to_owned(),
    })
}

/// Takes a specification in with what its options name.
pub(super) fn take(spec: Vec<u8>, handed: &mut HandedIn, request: &Request) -> Result<Intake, Refusal> {
    let organ = request.organ.as_deref().map(|name| organ(handed, name)).transpose()?.map(Arc::new);
    let data = request.data.as_deref().map(|name| data(handed, name)).transpose()?;
    Ok(Intake::new(spec, SharedFiles { organ: organ.as_ref(), data: data.as_ref() }, handed))
}

fn organ(handed: &HandedIn, name: &str) -> Result<Organ, Refusal> {
    let bytes = named(handed, "organ", name)?;
    if bytes.len() > MAX_ORGAN_BYTES {
        let limit = MAX_ORGAN_BYTES >> 10;
        return Err(Refusal::new(
            format!("tệp cơ quan {name} lớn hơn {limit} KiB"),
            format!("the organ file {name} is larger than {limit} KiB"),
        ));
    }
    Organ::parse(name.to_owned(), bytes.to_vec())
        .map_err(|fault| Refusal { message: fault.message, hint: fault.hints.into_iter().next() })
}

fn data(handed: &HandedIn, name: &str) -> Result<DataFile, Refusal> {
    let bytes = named(handed, "data", name)?;
    DataFile::read(bytes).map_err(|fault| {
        let start = fault.span.map_or(0, |span| span.start);
        let place = LineIndex::new(bytes).place(start);
        let place = format!("{name}:{}:{}", place.line, place.column);
        let Phrase { vi, en } = fault.message;
        Refusal {
            hint: fault.hints.into_iter().next(),
            ..Refusal::new(format!("{place}: {vi}"), format!("{place}: {en}"))
        }
    })
}

/// A file that an option names.
fn named<'a>(handed: &'a HandedIn, option: &str, name: &str) -> Result<&'a [u8], Refusal> {
    let found = handed.data.get(name).map(Vec::as_slice);
    found.ok_or_else(|| {
        Refusal::new(
            format!("{option}: không có tệp {name} trong các tệp đưa kèm"),
            format!("{option}: no file {name} was handed in"),
        )
        .hint("đưa kèm tệp đó, hoặc sửa tên", "hand it in, or mend the name")
    })
}
