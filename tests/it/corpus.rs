//! The samples: every `samples/*.json`, its pictures beside it.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::font::FontBook;
use vanban::pdf::Flavour;
use vanban::{Format, Options, PictureError, PictureSource, Rendered, Resources, Stages};

/// A specification on disk.
pub(crate) struct Sample {
    /// File name without extension.
    pub(crate) name: String,
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
        work(&self.spec, Resources::new(&fonts).pictures(&pictures), &Options::default())
    }

    /// Both files.
    pub(crate) fn render(&self) -> Rendered {
        let rendered = self.with(vanban::render).unwrap();
        assert!(!rendered.findings.has_errors(), "{}: {:#?}", self.name, rendered.findings);
        rendered
    }

    /// The PDF of a flavour; `None` where the flavour refuses what the sample shows (PDF/A-1 some transparent pictures).
    pub(crate) fn pdf(&self, flavour: Flavour) -> Option<Vec<u8>> {
        let mut rendered = self.with(|spec, resources, options| {
            let mut options = options.clone();
            options.formats = vec![Format::Pdf];
            options.pdf.flavour = flavour;
            vanban::render(spec, resources, &options).unwrap()
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
        self.with(vanban::run_stages)
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
        spec: fs::read(&path).unwrap(),
        path,
    };
    paths.into_iter().map(read).collect()
}

/// Brings pictures from a folder.
struct Folder(PathBuf);

impl PictureSource for Folder {
    fn picture(&self, name: &str) -> Result<Vec<u8>, PictureError> {
        fs::read(self.0.join(name)).map_err(|_| PictureError::NotFound)
    }
}
