//! Renders Vietnamese administrative documents (văn bản hành chính) from one JSON specification to a Word file and an
//! archivable PDF whose lines and pages agree, laid out as Nghị định 30/2020/NĐ-CP or Thông tư 01/2011/TT-BNV demand.
//!
//! The library is a pure function: it reads no file, clock, environment, network or system font. The same input gives
//! the same bytes on every machine.

#[cfg(any(feature = "docx", feature = "read"))]
mod base64;
mod checksum;
pub mod compose;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod deflate;
pub mod diag;
#[cfg(feature = "docx")]
pub mod docx;
pub mod font;
pub mod layout;
pub mod model;
pub mod pages;
#[cfg(feature = "pdf")]
pub mod pdf;
mod picture;
pub mod profile;
#[cfg(feature = "read")]
pub mod read;
pub mod rules;
pub mod schema;
pub mod specification;
pub mod units;

use diag::Diagnostics;
use font::FontBook;
use model::Document;
use pages::Pages;
use specification::{Regulation, Spec};

/// Why a picture could not be brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// No such file.
    NotFound,
    /// The path leaves the specification's folder.
    OutsideFolder,
    /// The file is larger than [`MAX_PICTURE_BYTES`].
    TooLarge,
    /// It cannot be read.
    Unreadable,
}

/// The largest picture file that is read.
pub const MAX_PICTURE_BYTES: usize = 8 << 20;

/// Brings the bytes of the pictures that a specification names: the library itself reads no file.
pub trait PictureSource {
    /// The bytes of the file `name`, which is relative to the specification and uses `/`.
    ///
    /// # Errors
    /// Why it cannot be brought.
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError>;
}

/// For documents without pictures.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPictures;

impl PictureSource for NoPictures {
    fn picture(&self, _name: &str) -> Result<Vec<u8>, PictureError> {
        Err(PictureError::NotFound)
    }
}

/// Why a file could not be made of a document that was laid out: a fault of the program, not of the specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(pub String);

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriteError {}

/// What a run needs beside the specification.
#[derive(Clone, Copy)]
pub struct Resources<'a> {
    /// The faces to lay out and embed.
    pub fonts: &'a FontBook,
    /// Brings pictures.
    pub pictures: &'a dyn PictureSource,
}

impl std::fmt::Debug for Resources<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Resources").field("fonts", self.fonts).finish_non_exhaustive()
    }
}

/// Which files to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formats {
    /// Both.
    Both,
    /// The Word file alone.
    Docx,
    /// The PDF alone.
    Pdf,
}

/// How to render.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// Which files to make.
    pub formats: Formats,
    /// The regulation to follow, whatever the specification says; `None`: the specification's, else the one in force on
    /// the issue date.
    pub regulation: Option<Regulation>,
    /// How to write the PDF.
    #[cfg(feature = "pdf")]
    pub pdf: pdf::PdfOptions,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            formats: Formats::Both,
            regulation: None,
            #[cfg(feature = "pdf")]
            pdf: pdf::PdfOptions::default(),
        }
    }
}

/// Every stage's result, as far as the findings let it come.
#[derive(Debug, Default)]
pub struct Stages {
    /// The typed specification.
    pub spec: Option<Spec>,
    /// The normal form.
    pub document: Option<Document>,
    /// The finished pages.
    pub pages: Option<Pages>,
    /// The findings so far, their spans filled in.
    pub findings: Diagnostics,
}

/// What came of rendering.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Rendered {
    /// The findings; where one is an error there are no files.
    pub findings: Diagnostics,
    /// The name for both files, without extension.
    pub file_stem: String,
    /// The Word file, where asked for.
    pub docx: Option<Vec<u8>>,
    /// The PDF, where asked for.
    pub pdf: Option<Vec<u8>>,
    /// How many pages.
    pub page_count: usize,
}

/// Runs the stages from the specification's bytes to the finished pages.
#[must_use]
pub fn run_stages(spec: &[u8], resources: Resources<'_>, options: &Options) -> Stages {
    let mut stages = Stages::default();
    if let Some(parsed) = specification::parse(spec, &mut stages.findings) {
        run_from(&parsed, spec, resources, options, &mut stages);
        stages.spec = Some(parsed.spec);
    }
    specification::locate(spec, &mut stages.findings);
    stages
}

/// The stages after reading; each is judged by its rules as soon as its result is there.
fn run_from(
    parsed: &specification::Parsed<'_>,
    bytes: &[u8],
    resources: Resources<'_>,
    options: &Options,
    stages: &mut Stages,
) {
    let Resources { fonts, pictures } = resources;
    let findings = &mut stages.findings;
    let spec = &parsed.spec;
    let profile = match profile::get(options.regulation.unwrap_or_else(|| profile::in_force(spec))) {
        Ok(profile) => profile,
        Err(fault) => return findings.push(fault.finding()),
    };
    let context = rules::Context { profile, fonts };
    let mut of_spec = Diagnostics::default();
    rules::spec::check(spec, &context, &mut of_spec);
    parsed.report(of_spec, findings);
    if let Some(mut document) = compose::compose(spec, profile, fonts, pictures, findings) {
        document.info.specification_sha256 = model::origin::sha256_hex(bytes);
        rules::document::check(&document, spec, &context, findings);
        let pages = layout::layout(&document, fonts);
        rules::pages::check(&pages, flattened(&pages, options).as_ref(), &context, findings);
        stages.document = Some(document);
        stages.pages = Some(pages);
    }
    profile.cite(findings);
}

/// What writing the PDF that is asked for would change of the pages.
#[cfg(feature = "pdf")]
fn flattened(pages: &Pages, options: &Options) -> Option<rules::pages::Flattened> {
    let is_written = options.formats != Formats::Docx;
    is_written.then(|| rules::pages::Flattened {
        flavour: options.pdf.flavour.name(),
        pictures: pdf::flattened(pages, &options.pdf),
    })
}

/// No PDF is written.
#[cfg(not(feature = "pdf"))]
fn flattened(_pages: &Pages, _options: &Options) -> Option<rules::pages::Flattened> {
    None
}

/// Judges a specification: the findings that rendering it would make.
#[must_use]
pub fn check(spec: &[u8], resources: Resources<'_>, options: &Options) -> Diagnostics {
    run_stages(spec, resources, options).findings
}

/// Renders a specification. With an error among the findings there are no files. For several, see [`Renderer`].
///
/// # Errors
/// A file could not be made of a sound document: a fault of the program.
#[cfg(all(feature = "docx", feature = "pdf"))]
pub fn render(spec: &[u8], resources: Resources<'_>, options: &Options) -> Result<Rendered, WriteError> {
    render_with(spec, resources, options, &mut Caches::default())
}

/// Renders any number of specifications in the same faces. What they have in common (subsets of faces, pictures,
/// parts of the Word file) is made once; at most 33 MiB are kept. The files are those that [`render`] makes, byte for byte.
#[cfg(all(feature = "docx", feature = "pdf"))]
#[derive(Debug)]
pub struct Renderer {
    fonts: FontBook,
    caches: Caches,
}

/// What earlier documents left for the next.
#[cfg(all(feature = "docx", feature = "pdf"))]
#[derive(Debug, Default)]
struct Caches {
    docx: docx::Cache,
    pdf: pdf::Cache,
}

#[cfg(all(feature = "docx", feature = "pdf"))]
impl Renderer {
    /// A renderer with nothing to remember yet.
    #[must_use]
    pub fn new(fonts: FontBook) -> Self {
        Self { fonts, caches: Caches::default() }
    }

    /// The faces it lays out and embeds.
    #[must_use]
    pub fn fonts(&self) -> &FontBook {
        &self.fonts
    }

    /// Renders a specification, as [`render`] does.
    ///
    /// # Errors
    /// A file could not be made of a sound document: a fault of the program.
    pub fn render(
        &mut self,
        spec: &[u8],
        pictures: &dyn PictureSource,
        options: &Options,
    ) -> Result<Rendered, WriteError> {
        render_with(spec, Resources { fonts: &self.fonts, pictures }, options, &mut self.caches)
    }
}

#[cfg(all(feature = "docx", feature = "pdf"))]
fn render_with(
    spec: &[u8],
    resources: Resources<'_>,
    options: &Options,
    caches: &mut Caches,
) -> Result<Rendered, WriteError> {
    let stages = run_stages(spec, resources, options);
    let mut rendered = Rendered { findings: stages.findings, ..Rendered::default() };
    let (Some(document), Some(pages)) = (stages.document, stages.pages) else { return Ok(rendered) };
    rendered.file_stem.clone_from(&document.info.file_stem);
    rendered.page_count = pages.pages.len();
    if rendered.findings.has_errors() {
        return Ok(rendered);
    }
    if options.formats != Formats::Pdf {
        let beside = docx::Beside { source: spec, page_count: rendered.page_count };
        rendered.docx = Some(docx::write(&document, &beside, &mut caches.docx)?);
    }
    if options.formats != Formats::Docx {
        rendered.pdf = Some(pdf::write(&pages, resources.fonts, spec, &options.pdf, &mut caches.pdf)?);
    }
    Ok(rendered)
}

/// The example in the README compiles and runs.
#[cfg(all(doctest, feature = "bundled-fonts", feature = "docx", feature = "pdf"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// Likewise in Vietnamese.
#[cfg(all(doctest, feature = "bundled-fonts", feature = "docx", feature = "pdf"))]
#[doc = include_str!("../README.vi.md")]
struct ReadmeVi;
