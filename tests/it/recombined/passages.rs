//! The texts in `tests/texts`, read.

use std::fs;

/// Which file of `tests/texts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Texts {
    /// Rules of line breaking may be found by looking at it.
    Known,
    /// It only judges: nobody changes a rule because of it.
    HeldBack,
}

impl Texts {
    pub(crate) const ALL: [Self; 2] = [Self::Known, Self::HeldBack];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::HeldBack => "held-back",
        }
    }
}

/// A heading and the paragraphs that stand below it in the source.
pub(super) struct Passage {
    pub(super) heading: String,
    pub(super) paragraphs: Vec<String>,
}

/// A file of texts.
pub(crate) struct Passages {
    pub(super) all: Vec<Passage>,
    /// Sentences of all paragraphs, without what ends them.
    pub(super) sentences: Vec<String>,
}

impl Passages {
    pub(crate) fn read(texts: Texts) -> Self {
        let path = format!("{}/tests/texts/{}.txt", env!("CARGO_MANIFEST_DIR"), texts.name());
        let text = fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let mut all: Vec<Passage> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("## ")) {
            if let Some(heading) = line.strip_prefix("# ") {
                all.push(Passage { heading: heading.to_owned(), paragraphs: Vec::new() });
            } else {
                all.last_mut().expect("a heading comes first").paragraphs.push(line.to_owned());
            }
        }
        assert!(all.iter().all(|passage| !passage.paragraphs.is_empty()), "{path}: a heading without paragraphs");
        let paragraphs = all.iter().flat_map(|passage| &passage.paragraphs);
        let sentences = paragraphs.flat_map(|paragraph| paragraph.split_inclusive(". "));
        let sentences = sentences.map(|sentence| sentence.trim_end_matches(['.', ';', ':', ' ']).to_owned());
        // shorter ones are ends of abbreviations and of lists
        let sentences = sentences.filter(|sentence| sentence.chars().count() > 40).collect();
        Self { all, sentences }
    }

    /// Every paragraph, as it stands in the file.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.all.iter().flat_map(|passage| &passage.paragraphs).map(String::as_str)
    }
}
