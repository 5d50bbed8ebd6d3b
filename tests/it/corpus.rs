//! The samples: every `samples/*.json`, its pictures beside it.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::font::FontBook;
use vanban::pdf::Flavour;
use vanban::specification::PartId;
use vanban::{Format, Options, PictureError, PictureSource, Rendered, Resources, Stages};

/// A specification on disk, or one of the files that it makes beside its main one.
pub(crate) struct Sample {
    /// File name without extension; behind it what tells a file beside the main one apart.
    pub(crate) name: String,
    /// Which of its files is looked at.
    pub(crate) file: PartId,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its bytes.
    pub(crate) spec: Vec<u8>,
}

impl Sample {
    /// Runs `work` with what rendering needs.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&[u8], Resources<'_>, &Options) -> T) -> T {
        let pictures = Folder(self.path.parent().unwrap().to_path_buf());
        let fonts = FontBook::bundled().unwrap();
        let only = (self.file != PartId::Main).then_some(self.file);
        let mut options = Options::default();
        options.only = only;
        work(&self.spec, Resources::new(&fonts).pictures(&pictures), &options)
    }

    /// Both files, first of all of those that the specification makes.
    pub(crate) fn render(&self) -> Rendered {
        let rendered = self.with(vanban::render).unwrap();
        assert!(!rendered.findings.has_errors(), "{}: {:#?}", self.name, rendered.findings);
        self.as_main(rendered)
    }

    /// A file beside the main one is looked at as if it were that.
    fn as_main(&self, mut rendered: Rendered) -> Rendered {
        if self.file != PartId::Main {
            rendered.files.iter_mut().for_each(|file| file.part = PartId::Main);
        }
        rendered
    }

    /// The PDF of a flavour; `None` where the flavour refuses what the sample shows (PDF/A-1 some transparent pictures).
    pub(crate) fn pdf(&self, flavour: Flavour) -> Option<Vec<u8>> {
        let mut rendered = self.with(|spec, resources, options| {
            let mut options = options.clone();
            options.formats = vec![Format::Pdf];
            options.pdf.flavour = flavour;
            self.as_main(vanban::render(spec, resources, &options).unwrap())
        });
        let first = matches!(flavour, Flavour::A1a | Flavour::A1b);
        assert!(
            first || rendered.bytes(Format::Pdf).is_some(),
            "{}: {}: {:#?}",
            self.name,
            flavour.name(),
            rendered.findings
        );
        rendered.take(Format::Pdf)
    }

    /// Every stage's result.
    pub(crate) fn stages(&self) -> Stages {
        let mut stages = self.with(vanban::run_stages);
        if self.file != PartId::Main {
            let own = stages.own_files.remove(0);
            (stages.document, stages.pages) = (own.document, own.pages);
        }
        stages
    }
}

/// Every sample, by name.
pub(crate) fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "json"));
    paths.sort();
    assert!(paths.len() >= 5, "samples/ lacks samples: {paths:?}");
    let read = |path: PathBuf| Sample {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        file: PartId::Main,
        spec: fs::read(&path).unwrap(),
        path,
    };
    paths.into_iter().map(read).collect()
}

/// Every file that the samples make: of each sample the main one, then those beside it.
pub(crate) fn sample_files() -> Vec<Sample> {
    let files = |sample: Sample| {
        let names = vanban::file_names(&sample.spec, &Options::default()).unwrap();
        let file = move |(file, suffix): (PartId, String)| Sample {
            name: format!("{}{suffix}", sample.name),
            file,
            spec: sample.spec.clone(),
            path: sample.path.clone(),
        };
        names.suffixes.into_iter().map(file).collect::<Vec<_>>()
    };
    samples().into_iter().flat_map(files).collect()
}

/// Brings pictures from a folder.
struct Folder(PathBuf);

impl PictureSource for Folder {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        fs::read(self.0.join(name)).map_err(|_| PictureError::NotFound)
    }
}
