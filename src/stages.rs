//! The stages in a row: specification, document, pages, each judged by its rules as soon as its result is there.

use crate::compose::{self, FileNames, KnownPictures};
use crate::diag::Diagnostics;
use crate::layout;
use crate::model::{self, Document};
#[cfg(feature = "pdf")]
use crate::options::Format;
use crate::options::Options;
use crate::pages::Pages;
#[cfg(feature = "pdf")]
use crate::pdf;
use crate::profile;
use crate::resources::Resources;
use crate::rules;
use crate::specification::{self, PartId, Regulation, Spec};

/// Every stage's result, as far as the findings let it come.
#[derive(Debug, Default)]
pub struct Stages {
    /// The typed specification.
    pub spec: Option<Spec>,
    /// The regulation that the later stages follow.
    pub regulation: Option<Regulation>,
    /// The normal form of the main file.
    pub document: Option<Document>,
    /// The finished pages of the main file.
    pub pages: Option<Pages>,
    /// The same of each attached text and appendix with a file of its own, in the order of printing.
    pub own_files: Vec<FileStages>,
    /// The findings so far, their spans filled in.
    pub findings: Diagnostics,
}

/// The results for the file of a part.
#[derive(Debug, Default)]
pub struct FileStages {
    /// The part.
    pub part: PartId,
    /// The normal form.
    pub document: Option<Document>,
    /// The finished pages.
    pub pages: Option<Pages>,
}

impl Stages {
    /// The normal forms of all files, the main one first.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.document.iter().chain(self.own_files.iter().filter_map(|file| file.document.as_ref()))
    }

    /// The finished pages of all files, those of the main one first.
    pub fn all_pages(&self) -> impl Iterator<Item = &Pages> {
        self.pages.iter().chain(self.own_files.iter().filter_map(|file| file.pages.as_ref()))
    }

    /// The results of all files, taken out.
    pub(crate) fn take_files(&mut self) -> Vec<FileStages> {
        let main = FileStages { part: PartId::Main, document: self.document.take(), pages: self.pages.take() };
        std::iter::once(main).chain(std::mem::take(&mut self.own_files)).collect()
    }

    fn keep(&mut self, file: FileStages) {
        if file.part == PartId::Main {
            (self.document, self.pages) = (file.document, file.pages);
        } else {
            self.own_files.push(file);
        }
    }
}

/// Runs the stages from the specification's bytes to the finished pages.
#[must_use]
pub fn run_stages(spec: &[u8], resources: Resources<'_>, options: &Options) -> Stages {
    run_stages_for(Wanted::Inspection, spec, resources, options, &mut KnownPictures::default())
}

/// What is wanted of the stages. A result that nobody asks for is dropped as soon as the next stage has what it needs: of a
/// long document each is as large as all that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Every result.
    Inspection,
    /// Document and pages.
    Files,
    /// Pages.
    Pages,
}

/// Runs the stages for the findings and the pages alone: [`Stages::spec`] and [`Stages::document`] stay empty.
#[must_use]
pub fn run_stages_to_pages(spec: &[u8], resources: Resources<'_>, options: &Options) -> Stages {
    run_stages_for(Wanted::Pages, spec, resources, options, &mut KnownPictures::default())
}

/// Runs the stages; pictures that earlier documents had are known.
pub(crate) fn run_stages_for(
    wanted: Wanted,
    spec: &[u8],
    resources: Resources<'_>,
    options: &Options,
    known: &mut KnownPictures,
) -> Stages {
    let mut stages = Stages::default();
    if let Some(mut parsed) = specification::parse(spec, &mut stages.findings) {
        run_from(&mut parsed, wanted, spec, resources, options, known, &mut stages);
        stages.spec = (wanted == Wanted::Inspection).then_some(parsed.spec);
    }
    specification::locate(spec, &mut stages.findings);
    stages
}

/// The stages after reading; each is judged by its rules as soon as its result is there.
fn run_from(
    parsed: &mut specification::Parsed<'_>,
    wanted: Wanted,
    bytes: &[u8],
    resources: Resources<'_>,
    options: &Options,
    known: &mut KnownPictures,
    stages: &mut Stages,
) {
    let spec = &parsed.spec;
    let profile = match profile::get(options.regulation.unwrap_or_else(|| profile::in_force(spec))) {
        Ok(profile) => profile,
        Err(fault) => return stages.findings.push(fault.finding()),
    };
    stages.regulation = Some(profile.regulation);
    let context = rules::Context { profile, fonts: resources.fonts };
    // what these stages find is told in the names as they were written, which only `parsed` knows
    let mut found = Diagnostics::default();
    rules::spec::check(spec, &context, &mut found);
    let mut documents = Vec::new();
    let files = spec.files().filter(|file| options.only.is_none_or(|only| only == *file));
    for file in files.take(specification::MOST_FILES) {
        let told = found.len();
        if let Some(mut document) = compose::compose(spec, file, profile, resources, known, &mut found) {
            document.info.specification_sha256 = model::origin::sha256_hex(bytes);
            rules::document::check(&document, &context, &mut found);
            documents.push((file, document));
        }
        if file != PartId::Main {
            found.drop_repeated(told);
        }
    }
    rules::document::check_together(documents.iter().map(|(_, document)| document), spec, &mut found);
    if wanted != Wanted::Inspection {
        // all that is long of it
        parsed.spec.bodies_mut().for_each(|(_, blocks)| *blocks = Vec::new());
    }
    for (part, mut document) in documents {
        let mut pages = layout::layout(&mut document, resources.fonts);
        parsed.name_as_written(&mut pages.sources);
        let told = found.len();
        rules::pages::check(&pages, flattened(&pages, options).as_ref(), &mut found);
        if part != PartId::Main {
            found.drop_repeated(told);
        }
        let document = (wanted != Wanted::Pages).then_some(document);
        stages.keep(FileStages { part, document, pages: Some(pages) });
    }
    found.drop_consequences();
    parsed.report(found, &mut stages.findings);
    profile.cite(&mut stages.findings);
}

/// The names, without extension, that the files of a specification will have; `None` where it cannot be read. Costs reading alone.
#[must_use]
pub fn file_names(spec: &[u8], options: &Options) -> Option<FileNames> {
    let (spec, profile) = read(spec, options)?;
    compose::file_names(&spec, profile)
}

/// The same by a pattern; `stem` is the name of the specification's own file. `None` where it cannot be read. Costs reading alone.
#[must_use]
pub fn file_names_by(spec: &[u8], options: &Options, pattern: &compose::NamePattern, stem: &str) -> Option<FileNames> {
    let (spec, profile) = read(spec, options)?;
    Some(FileNames { stem: pattern.name(&spec, profile, stem)?, suffixes: compose::suffixes(&spec, profile) })
}

fn read(spec: &[u8], options: &Options) -> Option<(Spec, &'static profile::Profile)> {
    let spec = specification::parse(spec, &mut Diagnostics::default())?.spec;
    let profile = profile::get(options.regulation.unwrap_or_else(|| profile::in_force(&spec))).ok()?;
    Some((spec, profile))
}

/// What writing the PDF that is asked for would change of the pages.
#[cfg(feature = "pdf")]
fn flattened(pages: &Pages, options: &Options) -> Option<rules::pages::Flattened> {
    options.asks_for(Format::Pdf).then(|| rules::pages::Flattened {
        flavour: options.pdf.flavour.name(),
        pictures: pdf::flattened(pages, &options.pdf),
    })
}

/// No PDF is written.
#[cfg(not(feature = "pdf"))]
fn flattened(_pages: &Pages, _options: &Options) -> Option<rules::pages::Flattened> {
    None
}
