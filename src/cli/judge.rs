//! What the commands that read specifications share: fonts loaded once, a specification read, its findings told.

use std::path::PathBuf;

use vanban::diag::Lang;
use vanban::{Options, Rendered, Renderer, Resources, Stages, WriteError};

use super::args::{JudgingArgs, MessageFormat};
use super::console::{Failure, say_warning};
use super::fonts;
use super::input::Input;
use super::pictures::FolderPictures;

/// What stays the same for all specifications of a run.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(crate) lang: Lang,
    pub(crate) format: MessageFormat,
    pub(crate) options: Options,
    renderer: Renderer,
}

impl Judge {
    pub(crate) fn new(args: &JudgingArgs, lang: Lang) -> Result<Self, Failure> {
        let fonts = fonts::load(&args.fonts)?;
        fonts.warnings.iter().for_each(|warning| say_warning(warning, lang));
        let mut options = Options::default();
        options.regulation = args.regulation;
        Ok(Self { lang, format: args.message_format, options, renderer: Renderer::new(fonts.book) })
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

    /// The files of a specification, and the pictures that were read for them.
    pub(crate) fn render(&mut self, input: &Input) -> (Result<Rendered, WriteError>, Vec<PathBuf>) {
        let pictures = FolderPictures::new(input.folder.clone());
        let rendered = self.renderer.render(&input.bytes, &pictures, &self.options);
        (rendered, pictures.into_read())
    }
}
