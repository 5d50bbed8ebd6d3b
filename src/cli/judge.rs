//! What the commands that read specifications share: fonts loaded once, a specification read, its findings told.

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::rc::Rc;

use vanban::diag::Lang;
use vanban::diag::sarif::SarifLog;
use vanban::specification::{DataFile, fill_with_rows};
use vanban::{Options, Rendered, Renderer, Resources, Stages, WriteError};

use super::args::{JudgingArgs, MessageFormat};
use super::console::{Failure, say_warning, visible_json};
use super::data;
use super::fonts;
use super::input::{self, Input};
use super::issuer_from;
use super::organ::Organ;
use super::pictures::FolderPictures;
use super::report::Stream;
use super::rows_from;

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
        self.organ = self.organ_name.as_deref().map(Organ::read).transpose()?.map(Rc::new);
        self.data = self.data_name.as_deref().map(data::read).transpose()?;
        Ok(())
    }

    /// Reads a specification, completes it from the organ files, its own first, and fills in its placeholders.
    pub(crate) fn read(&self, name: &OsStr) -> Result<Input, Failure> {
        let mut input = input::read(name)?;
        let own = issuer_from::read(&mut input);
        for organ in own.iter().chain(&self.organ) {
            if let Some((bytes, lent)) = organ.complete(&input.bytes) {
                input.bytes = bytes;
                input.lent.push(lent);
            }
        }
        let (folder, mut asked) = (input.folder.clone(), Vec::new());
        let mut rows = |from: &str, spans| rows_from::bring(&folder, from, spans, &mut asked);
        let filled = fill_with_rows(&input.bytes, self.data.as_ref(), &mut rows);
        input.others.extend(asked);
        if let Some(mut filled) = filled {
            let written = std::mem::replace(&mut input.bytes, std::mem::take(&mut filled.bytes));
            input.filled = Some((filled, written));
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
        self.stages(input, vanban::run_stages)
    }

    /// The findings and the pages of a specification.
    pub(crate) fn run_stages_to_pages(&self, input: &Input) -> Stages {
        self.stages(input, vanban::run_stages_to_pages)
    }

    fn stages(&self, input: &Input, run: fn(&[u8], Resources<'_>, &Options) -> Stages) -> Stages {
        if input.faults.has_errors() {
            return Stages { findings: input.faults.clone(), ..Stages::default() };
        }
        let pictures = FolderPictures::new(input.folder.clone());
        let resources = Resources::new(self.renderer.fonts()).pictures(&pictures);
        let mut stages = run(&input.bytes, resources, &self.options);
        stages.findings = input.as_written(stages.findings);
        stages
    }

    /// The files of a specification, and the pictures that were asked for.
    pub(crate) fn render(&mut self, input: &Input) -> (Result<Rendered, WriteError>, Vec<PathBuf>) {
        if input.faults.has_errors() {
            let mut rendered = Rendered::default();
            rendered.findings = input.faults.clone();
            return (Ok(rendered), Vec::new());
        }
        let pictures = FolderPictures::new(input.folder.clone());
        let rendered = self.renderer.render(&input.bytes, &pictures, &self.options).map(|mut rendered| {
            rendered.findings = input.as_written(rendered.findings);
            rendered
        });
        (rendered, pictures.into_asked())
    }
}
