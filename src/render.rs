//! From a specification to files.

use crate::compose::KnownPictures;
use crate::diag::Diagnostics;
#[cfg(feature = "docx")]
use crate::docx;
use crate::error::WriteError;
#[cfg(feature = "docx")]
use crate::font::FaceStyle;
use crate::font::FontBook;
use crate::options::{Format, Options};
#[cfg(feature = "pdf")]
use crate::pdf;
#[cfg(feature = "preview")]
use crate::preview::Preview;
#[cfg(all(feature = "read", any(feature = "docx", feature = "pdf")))]
use crate::read_back;
use crate::resources::{PictureSource, Resources};
use crate::specification::{PartId, Regulation, Spec, to_json};
use crate::stages::{FileStages, Wanted, run_stages_for, run_stages_to_pages};

/// What came of rendering.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Rendered {
    /// The findings; where one is an error there are no files.
    pub findings: Diagnostics,
    /// The files asked for, in that order: those of the main file, then those of each attached text and appendix with a file of its own.
    pub files: Vec<File>,
    /// How many pages, in all files of one format together.
    pub page_count: usize,
    /// The regulation that it follows: the one asked for, or the one in force on the issue date.
    pub regulation: Option<Regulation>,
}

/// A file, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The part of the document that it begins with: [`PartId::Main`] in the main file.
    pub part: PartId,
    /// Its name without extension, from number and symbol, e.g. `624-BC-STTTT`, `624-BC-STTTT-phu-luc-II`; safe on every system.
    pub stem: String,
    /// How many pages it has.
    pub page_count: usize,
    /// What it is.
    pub format: Format,
    /// The whole of it.
    pub bytes: Vec<u8>,
}

impl File {
    /// Its name, e.g. `624-BC-STTTT.docx`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}", self.stem, self.format.extension())
    }
}

impl Rendered {
    /// The bytes of the main file in a format, where there is one.
    #[must_use]
    pub fn bytes(&self, format: Format) -> Option<&[u8]> {
        let mut main = self.files.iter().filter(|file| file.part == PartId::Main);
        main.find(|file| file.format == format).map(|file| file.bytes.as_slice())
    }

    /// Takes the bytes of the main file in a format out.
    #[cfg_attr(
        not(any(feature = "docx", feature = "pdf")),
        allow(unreachable_code, reason = "a build without formats has no file to take")
    )]
    pub fn take(&mut self, format: Format) -> Option<Vec<u8>> {
        let index = self.files.iter().position(|file| file.part == PartId::Main && file.format == format)?;
        Some(self.files.remove(index).bytes)
    }
}

/// Judges a specification: the findings that rendering it would make.
#[must_use]
pub fn check(spec: &[u8], resources: Resources<'_>, options: &Options) -> Diagnostics {
    run_stages_to_pages(spec, resources, options).findings
}

/// The pages of a specification, to be looked at: JSON in UTF-8. For several, see [`Renderer`].
///
/// ```
/// # #[cfg(feature = "bundled-fonts")] {
/// let spec = r#"{ "doc_type": "notice", "subject": "Lịch nghỉ", "issue_date": "2026-04-20", "issue_place": "Hà Nội",
///     "issuer": { "name": "Sở Nội vụ" }, "body": [{ "type": "paragraph", "text": "Nghỉ từ 30/4." }] }"#;
/// let fonts = vanban::font::FontBook::bundled()?;
/// let preview = vanban::preview(spec.as_bytes(), vanban::Resources::new(&fonts), &vanban::Options::new());
/// let page = preview.svg(1).unwrap_or_default();
/// let source = preview.sources.iter().position(|source| source.at.as_str() == "/body/0").unwrap_or_default();
/// assert!(page.contains(&format!(r#"data-at="{source}">Nghỉ từ 30/4."#)));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[cfg(feature = "preview")]
#[must_use]
pub fn preview(spec: &[u8], resources: Resources<'_>, options: &Options) -> Preview {
    preview_with(spec, resources, options, &mut KnownPictures::default())
}

#[cfg(feature = "preview")]
fn preview_with(spec: &[u8], resources: Resources<'_>, options: &Options, known: &mut KnownPictures) -> Preview {
    let mut stages = run_stages_for(Wanted::Pages, spec, resources, options, known);
    let files = stages.take_files().into_iter().filter_map(|file| file.pages).collect();
    Preview::new(stages.findings, files, resources.fonts)
}

/// Renders a specification: JSON in UTF-8. With an error among the findings there are no files. For several, see [`Renderer`].
///
/// # Errors
/// A file could not be made of a sound document: a fault of the program.
pub fn render(spec: &[u8], resources: Resources<'_>, options: &Options) -> Result<Rendered, WriteError> {
    render_with(spec, resources, options, &mut Caches::default())
}

/// Renders a specification that was built in Rust. The files carry it as the JSON that [`to_json`] writes, and are those that
/// [`render`] makes of that JSON, byte for byte.
///
/// # Errors
/// As [`render`].
pub fn render_spec(spec: &Spec, resources: Resources<'_>, options: &Options) -> Result<Rendered, WriteError> {
    render(to_json(spec).as_bytes(), resources, options)
}

/// Renders any number of specifications in the same faces. What they have in common (subsets of faces, pictures,
/// parts of the Word file) is made once; at most 49 MiB are kept. The files are those that [`render`] makes, byte for byte.
#[derive(Debug)]
pub struct Renderer {
    fonts: FontBook,
    caches: Caches,
}

/// What earlier documents left for the next.
#[derive(Debug, Default)]
struct Caches {
    pictures: KnownPictures,
    #[cfg(feature = "docx")]
    docx: docx::WordCache,
    #[cfg(feature = "pdf")]
    pdf: pdf::PdfCache,
}

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
        let resources = Resources::new(&self.fonts).pictures(pictures);
        render_with(spec, resources, options, &mut self.caches)
    }

    /// The pages of a specification, as [`preview`] gives them.
    #[cfg(feature = "preview")]
    pub fn preview(&mut self, spec: &[u8], pictures: &dyn PictureSource, options: &Options) -> Preview {
        let resources = Resources::new(&self.fonts).pictures(pictures);
        preview_with(spec, resources, options, &mut self.caches.pictures)
    }

    /// Renders a specification that was built in Rust, as [`render_spec`] does.
    ///
    /// # Errors
    /// As [`render_spec`].
    pub fn render_spec(
        &mut self,
        spec: &Spec,
        pictures: &dyn PictureSource,
        options: &Options,
    ) -> Result<Rendered, WriteError> {
        self.render(to_json(spec).as_bytes(), pictures, options)
    }
}

#[cfg_attr(
    not(all(feature = "docx", feature = "pdf")),
    allow(unused_variables, unused_mut, reason = "what a format needs, a build without it does not")
)]
fn render_with(
    spec: &[u8],
    resources: Resources<'_>,
    options: &Options,
    caches: &mut Caches,
) -> Result<Rendered, WriteError> {
    let mut stages = run_stages_for(Wanted::Files, spec, resources, options, &mut caches.pictures);
    let files = stages.take_files();
    let mut rendered = Rendered { findings: stages.findings, regulation: stages.regulation, ..Rendered::default() };
    rendered.page_count = files.iter().filter_map(|file| file.pages.as_ref()).map(|pages| pages.pages.len()).sum();
    if rendered.findings.has_errors() {
        return Ok(rendered);
    }
    for file in files {
        write_file(file, spec, resources, options, caches, &mut rendered)?;
    }
    Ok(rendered)
}

/// Writes one file of a document in each format.
#[cfg_attr(
    not(all(feature = "docx", feature = "pdf")),
    allow(unused_variables, unused_mut, reason = "what a format needs, a build without it does not")
)]
fn write_file(
    file: FileStages,
    spec: &[u8],
    resources: Resources<'_>,
    options: &Options,
    caches: &mut Caches,
    rendered: &mut Rendered,
) -> Result<(), WriteError> {
    let FileStages { part, document: Some(document), pages: Some(pages) } = file else { return Ok(()) };
    let (stem, page_count) = (document.info.file_stem.clone(), pages.pages.len());
    // given up once it is written: of a long document it takes as much room as what is still to be made
    let mut document = Some(document);
    let before = rendered.files.len();
    #[cfg_attr(
        not(any(feature = "docx", feature = "pdf")),
        allow(unreachable_code, reason = "a build without formats has none to write")
    )]
    for &format in &options.formats {
        if rendered.files.iter().skip(before).any(|file| file.format == format) {
            continue;
        }
        let bytes = match format {
            #[cfg(feature = "docx")]
            Format::Docx => {
                let symbols = resources.fonts.face(FaceStyle::Symbols).data();
                let beside = docx::Beside { source: spec, page_count, partings: &pages.partings, symbols };
                let Some(document) = document.take() else { continue };
                docx::write(&document, &beside, &mut caches.docx)?
            }
            #[cfg(feature = "pdf")]
            Format::Pdf => pdf::write(&pages, resources.fonts, spec, &options.pdf, &mut caches.pdf)?,
        };
        #[cfg(all(feature = "read", any(feature = "docx", feature = "pdf")))]
        if let Some(finding) = read_back::judge(spec, format, &bytes)
            && !rendered.findings.iter().any(|known| *known == finding)
        {
            rendered.findings.push(finding);
        }
        rendered.files.push(File { part, stem: stem.clone(), page_count, format, bytes });
    }
    Ok(())
}
