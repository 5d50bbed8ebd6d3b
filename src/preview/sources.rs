//! Where things come from, over all files of a document.

use std::collections::BTreeMap;

use super::PreviewSource;
use crate::diag::Pointer;
use crate::pages::{Item, Pages};

/// For each file the numbers of its sources among those of all files.
#[derive(Debug)]
pub(super) struct MergedSources(Vec<Vec<usize>>);

impl MergedSources {
    /// Those of some files, and the table that they are numbers in. What only artifacts come from is left out.
    pub(super) fn of(files: &[Pages]) -> (Self, Vec<PreviewSource>) {
        let mut all: Vec<PreviewSource> = Vec::new();
        let mut known: BTreeMap<&Pointer, usize> = BTreeMap::new();
        let mut numbers = Vec::with_capacity(files.len());
        let mut page_number = 0;
        for pages in files {
            let mut of_file = vec![usize::MAX; pages.sources.len()];
            for page in &pages.pages {
                page_number += 1;
                for item in page.items.iter().filter(|item| item.content().is_some()) {
                    let Some(number) = of_file.get_mut(item.source.0 as usize).filter(|number| **number == usize::MAX)
                    else {
                        continue;
                    };
                    let Some(at) = pages.pointer_of(item.source) else { continue };
                    *number = *known.entry(at).or_insert_with(|| {
                        all.push(PreviewSource { at: at.clone(), first_page: page_number });
                        all.len() - 1
                    });
                }
            }
            numbers.push(of_file);
        }
        (Self(numbers), all)
    }

    /// The number of where an item of a file comes from; none of an artifact.
    pub(super) fn number_of(&self, file: usize, item: &Item) -> Option<usize> {
        item.content()?;
        self.0.get(file)?.get(item.source.0 as usize).copied().filter(|number| *number != usize::MAX)
    }
}

/// The labels of all files; of several at one place the first.
pub(super) fn labels(files: &[Pages]) -> BTreeMap<Pointer, String> {
    let mut all = BTreeMap::new();
    for pages in files {
        for label in &pages.labels {
            if let Some(at) = pages.pointer_of(label.source) {
                all.entry(at.clone()).or_insert_with(|| pages.label_text(label).to_owned());
            }
        }
    }
    all
}
