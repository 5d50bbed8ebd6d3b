//! What the commands that read specifications share: fonts loaded once, a specification read, its findings told.

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

use vanban::diag::Lang;
use vanban::diag::sarif::SarifLog;
use vanban::intake::{Organ, SharedFiles};
use vanban::preview::Preview;
use vanban::specification::DataFile;
use vanban::{Options, Rendered, Renderer, Resources, Stages, WriteError};

use super::args::{JudgingArgs, MessageFormat};
use super::console::{Failure, say_warning, visible_json};
use super::data;
use super::fonts;
use super::input;
use super::pictures::FolderPictures;
use super::report::Stream;
use super::taken_in::TakenIn;

/// What stays the same for all specifications of a run.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(crate) lang: Lang,
    pub(crate) format: MessageFormat,
    pub(crate) options: Options,
    renderer: Renderer,
    /// What is told of all specifications at the end.
    pub(crate) sarif: RefCell<SarifLog>,
    organ_name: Option<OsString>,
    organ: Option<Arc<Organ>>,
    data_name: Option<OsString>,
    data: Option<DataFile>,
}

impl Judge {
    pub(crate) fn new(args: &JudgingArgs, lang: Lang) -> Result<Self, Failure> {
        let fonts = fonts::load(&args.fonts)?;
        fonts.warnings.iter().for_each(|warning| say_warning(warning, lang));
        let mut options = Options::default();
        options.regulation = args.regulation;
        let renderer = Renderer::new(fonts.book);
        let sarif = RefCell::new(SarifLog::new(lang));
        let mut judge = Self {
            lang,
            format: args.message_format,
            options,
            renderer,
            sarif,
            organ_name: args.organ.clone(),
            organ: None,
            data_name: args.data.clone(),
            data: None,
        };
        judge.reload()?;
        Ok(judge)
    }

    /// Reads anew what is the same for all specifications: the organ file, the data.
    pub(crate) fn reload(&mut self) -> Result<(), Failure> {
        self.organ = self.organ_name.as_deref().map(read_organ).transpose()?.map(Arc::new);
        self.data = self.data_name.as_deref().map(data::read).transpose()?;
        Ok(())
    }

    /// Reads a specification, completes it from the organ files, its own first, and fills in its placeholders.
    pub(crate) fn read(&self, name: &OsStr) -> Result<TakenIn, Failure> {
        let shared = SharedFiles { organ: self.organ.as_ref(), data: self.data.as_ref() };
        Ok(TakenIn::new(input::read(name)?, shared))
    }

    /// Ends a run: a log of all specifications is one document.
    pub(crate) fn finish(&self, stream: Stream) -> Result<(), Failure> {
        if self.format != MessageFormat::Sarif {
            return Ok(());
        }
        let log = self.sarif.replace(SarifLog::new(self.lang)).finish();
        stream.write(&visible_json(&format!("{log:#}\n")))
    }

    /// Every stage of a specification.
    pub(crate) fn run_stages(&self, input: &TakenIn) -> Stages {
        self.stages(input, vanban::run_stages)
    }

    /// The findings and the pages of a specification.
    pub(crate) fn run_stages_to_pages(&self, input: &TakenIn) -> Stages {
        self.stages(input, vanban::run_stages_to_pages)
    }

    fn stages(&self, input: &TakenIn, run: fn(&[u8], Resources<'_>, &Options) -> Stages) -> Stages {
        let pictures = FolderPictures::new(input.folder.clone());
        input.intake.run(self.renderer.fonts(), &pictures, &self.options, run)
    }

    /// The files of a specification, and the pictures that were asked for.
    pub(crate) fn render(&mut self, input: &TakenIn) -> (Result<Rendered, WriteError>, Vec<PathBuf>) {
        let pictures = FolderPictures::new(input.folder.clone());
        let rendered = input.intake.render(&mut self.renderer, &pictures, &self.options);
        (rendered, pictures.into_asked())
    }

    /// The pages of a specification to be looked at, and the pictures that were asked for.
    pub(crate) fn preview(&mut self, input: &TakenIn) -> (Preview, Vec<PathBuf>) {
        let pictures = FolderPictures::new(input.folder.clone());
        let preview = input.intake.preview(&mut self.renderer, &pictures, &self.options);
        (preview, pictures.into_asked())
    }
}

/// Reads the file of `--organ`.
fn read_organ(path: &OsStr) -> Result<Organ, Failure> {
    let input = input::read(path)?;
    Organ::parse(input.name, input.bytes).map_err(|fault| {
        let hint = fault.hints.into_iter().next();
        Failure { message: fault.message, hint }
    })
}
