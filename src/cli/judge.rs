//! What the commands that read specifications share: fonts loaded once, a specification read, its findings told.

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::rc::Rc;

use vanban::diag::Lang;
use vanban::diag::sarif::SarifLog;
use vanban::{Options, Rendered, Renderer, Resources, Stages, WriteError};

use super::args::{JudgingArgs, MessageFormat};
use super::console::{Failure, say_warning, visible_json};
use super::fonts;
use super::input::{self, Input};
use super::organ::Organ;
use super::pictures::FolderPictures;
use super::report::Stream;

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
    organ: Option<Rc<Organ>>,
}

impl Judge {
    pub(crate) fn new(args: &JudgingArgs, lang: Lang) -> Result<Self, Failure> {
        let fonts = fonts::load(&args.fonts)?;
        fonts.warnings.iter().for_each(|warning| say_warning(warning, lang));
        let mut options = Options::default();
        options.regulation = args.regulation;
        let (organ_name, organ) = (args.organ.clone(), None);
        let renderer = Renderer::new(fonts.book);
        let sarif = RefCell::new(SarifLog::new(lang));
        let mut judge = Self { lang, format: args.message_format, options, renderer, sarif, organ_name, organ };
        judge.reload_organ()?;
        Ok(judge)
    }

    /// Reads the organ file anew.
    pub(crate) fn reload_organ(&mut self) -> Result<(), Failure> {
        self.organ = self.organ_name.as_deref().map(Organ::read).transpose()?.map(Rc::new);
        Ok(())
    }

    /// Reads a specification and completes it from the organ file.
    pub(crate) fn read(&self, name: &OsStr) -> Result<Input, Failure> {
        let mut input = input::read(name)?;
        if let Some((bytes, lent)) = self.organ.as_ref().and_then(|organ| organ.complete(&input.bytes)) {
            input.bytes = bytes;
            input.lent = Some(lent);
        }
        Ok(input)
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
    pub(crate) fn run_stages(&self, input: &Input) -> Stages {
        let pictures = FolderPictures::new(input.folder.clone());
        let resources = Resources::new(self.renderer.fonts()).pictures(&pictures);
        vanban::run_stages(&input.bytes, resources, &self.options)
    }

    /// The findings and the pages of a specification.
    pub(crate) fn run_stages_to_pages(&self, input: &Input) -> Stages {
        let pictures = FolderPictures::new(input.folder.clone());
        let resources = Resources::new(self.renderer.fonts()).pictures(&pictures);
        vanban::run_stages_to_pages(&input.bytes, resources, &self.options)
    }

    /// The files of a specification, and the pictures that were asked for.
    pub(crate) fn render(&mut self, input: &Input) -> (Result<Rendered, WriteError>, Vec<PathBuf>) {
        let pictures = FolderPictures::new(input.folder.clone());
        let rendered = self.renderer.render(&input.bytes, &pictures, &self.options);
        (rendered, pictures.into_asked())
    }
}
