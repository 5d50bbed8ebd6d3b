//! What the commands that read specifications share: fonts loaded once, a specification read, its findings told.

use vanban::diag::Lang;
use vanban::font::FontBook;
use vanban::spec::Regulation;
use vanban::{Options, Resources};

use super::args::{JudgingArgs, MessageFormat, RegulationName};
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
    book: FontBook,
}

impl Judge {
    pub(crate) fn new(args: &JudgingArgs, lang: Lang) -> Result<Self, Failure> {
        let fonts = fonts::load(&args.fonts)?;
        fonts.warnings.iter().for_each(|warning| say_warning(warning, lang));
        let mut options = Options::default();
        options.regulation = args.regulation.map(|name| match name {
            RegulationName::Nd30 => Regulation::Nd30,
            RegulationName::Tt01 => Regulation::Tt01,
        });
        Ok(Self { lang, format: args.message_format, options, book: fonts.book })
    }

    /// Hands a specification's resources to `work`.
    pub(crate) fn with_resources<T>(&self, input: &Input, work: impl FnOnce(Resources<'_>) -> T) -> T {
        let pictures = FolderPictures::new(input.folder.clone());
        work(Resources { fonts: &self.book, pictures: &pictures })
    }
}
