//! The stages in a row: specification, document, pages, each judged by its rules as soon as its result is there.

use crate::compose::{self, KnownPictures};
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
use crate::specification::{self, Regulation, Spec};

/// Every stage's result, as far as the findings let it come.
#[derive(Debug, Default)]
pub struct Stages {
    /// The typed specification.
    pub spec: Option<Spec>,
    /// The regulation that the later stages follow.
    pub regulation: Option<Regulation>,
    /// The normal form.
    pub document: Option<Document>,
    /// The finished pages.
    pub pages: Option<Pages>,
    /// The findings so far, their spans filled in.
    pub findings: Diagnostics,
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
    let Resources { fonts, pictures } = resources;
    let spec = &parsed.spec;
    let profile = match profile::get(options.regulation.unwrap_or_else(|| profile::in_force(spec))) {
        Ok(profile) => profile,
        Err(fault) => return stages.findings.push(fault.finding()),
    };
    stages.regulation = Some(profile.regulation);
    let context = rules::Context { profile, fonts };
    // what these stages find is told in the names as they were written, which only `parsed` knows
    let mut found = Diagnostics::default();
    rules::spec::check(spec, &context, &mut found);
    if let Some(mut document) = compose::compose(spec, profile, fonts, pictures, known, &mut found) {
        document.info.specification_sha256 = model::origin::sha256_hex(bytes);
        rules::document::check(&document, spec, &context, &mut found);
        if wanted != Wanted::Inspection {
            // all that is long of it
            parsed.spec.bodies_mut().for_each(|(_, blocks)| *blocks = Vec::new());
        }
        let pages = layout::layout(&mut document, fonts);
        rules::pages::check(&pages, flattened(&pages, options).as_ref(), &mut found);
        stages.document = (wanted != Wanted::Pages).then_some(document);
        stages.pages = Some(pages);
    }
    found.drop_consequences();
    parsed.report(found, &mut stages.findings);
    profile.cite(&mut stages.findings);
}

/// The name, without extension, that the files of a specification will have; `None` where it cannot be read. Costs reading alone.
#[must_use]
pub fn file_stem(spec: &[u8], options: &Options) -> Option<String> {
    let spec = specification::parse(spec, &mut Diagnostics::default())?.spec;
    let profile = profile::get(options.regulation.unwrap_or_else(|| profile::in_force(&spec))).ok()?;
    compose::file_stem(&spec, profile)
}

/// The name by a pattern, without extension, that the files of a specification will have; `stem` is the name of its own file.
/// `None` where it cannot be read. Costs reading alone.
#[must_use]
pub fn file_name(spec: &[u8], options: &Options, pattern: &compose::NamePattern, stem: &str) -> Option<String> {
    let spec = specification::parse(spec, &mut Diagnostics::default())?.spec;
    let profile = profile::get(options.regulation.unwrap_or_else(|| profile::in_force(&spec))).ok()?;
    pattern.name(&spec, profile, stem)
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
