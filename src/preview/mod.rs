//! Pages to be looked at: SVG for a browser, SVG that stands alone, PNG; and where each thing on them comes from.
//!
//! A preview is made of the same finished pages as the PDF; it draws what they say and decides nothing.

mod canvas;
mod coverage;
mod faces;
mod glyph_cache;
mod glyphs;
mod markup;
mod number;
mod outline_svg;
mod pixels;
mod png_page;
mod sources;
mod text_svg;

pub use glyph_cache::GlyphCache;
pub use png_page::PngOptions;
pub use text_svg::{FAMILY, SIGNS_FAMILY, STYLE};

use std::collections::BTreeMap;

use crate::diag::{Diagnostics, Pointer};
use crate::error::WriteError;
use crate::font::FontBook;
use crate::pages::{Page, Pages};
use crate::units::Length;
use sources::MergedSources;

/// A document to be looked at: all pages of all files that it makes, those of the main file first.
///
/// Pages are there whatever was found, as far as the document could be laid out: while somebody writes, something is always missing.
#[derive(Debug)]
#[non_exhaustive]
pub struct Preview {
    /// The findings, as [`crate::check`] gives them.
    pub findings: Diagnostics,
    /// The pages, in order.
    pub pages: Vec<PreviewPage>,
    /// The places in the specification that something on the pages comes from, each once; `data-at` of [`Self::svg`] is an index into them.
    pub sources: Vec<PreviewSource>,
    /// The numbers, letters and signs in front of paragraphs, as they are printed (`Điều 1.`, `a)`, `-`), by the place of the paragraph.
    pub labels: BTreeMap<Pointer, String>,
    fonts: FontBook,
    files: Vec<Pages>,
    merged: MergedSources,
}

/// A page of a [`Preview`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PreviewPage {
    /// Its number among all pages, from 1.
    pub number: usize,
    /// Paper width.
    pub width: Length,
    /// Paper height.
    pub height: Length,
    /// The number that it counts in its part of the document, whether it is printed or not: appendices begin with 1 again.
    pub label: String,
    /// Which of the document's files it stands in, from 0.
    pub file: usize,
    index: usize,
}

/// Where something on the pages comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PreviewSource {
    /// The place in the specification, which is there; empty for the whole of it (words of the regulation).
    pub at: Pointer,
    /// The first page that it stands on: [`PreviewPage::number`].
    pub first_page: usize,
}

impl Preview {
    pub(crate) fn new(findings: Diagnostics, files: Vec<Pages>, fonts: &FontBook) -> Self {
        let mut pages = Vec::new();
        for (file, finished) in files.iter().enumerate() {
            for (index, page) in finished.pages.iter().enumerate() {
                let (number, label) = (pages.len() + 1, page.number.to_string());
                pages.push(PreviewPage { number, width: page.width, height: page.height, label, file, index });
            }
        }
        let (merged, sources) = MergedSources::of(&files);
        let labels = sources::labels(&files);
        Self { findings, pages, sources, labels, fonts: fonts.clone(), files, merged }
    }

    /// A page as SVG of `<text>`, about 7 KB: for whoever shows it with the faces ([`FAMILY`], [`SIGNS_FAMILY`]) and the rules of
    /// [`STYLE`]. What is content has `data-at="N"`, its index in [`Self::sources`]; a field for a signature a `<title>`.
    /// `None` where there is no such page; the first is 1.
    #[must_use]
    pub fn svg(&self, number: usize) -> Option<String> {
        let (file, pages, page) = self.page(number)?;
        let source = |item: &_| self.merged.number_of(file, item);
        Some(text_svg::draw(pages, page, &self.fonts, &source))
    }

    /// Rules of a style sheet (`@font-face`) that bring the faces of [`Self::svg`], those in use, inside: 0.4 MB to 2 MB. Whoever has the
    /// files of the faces at hand writes shorter ones.
    #[must_use]
    pub fn face_rules(&self) -> String {
        faces::rules(&self.files, &self.fonts)
    }

    /// A page as SVG of outlines, about 100 KB: it needs neither faces nor rules, so a file of it stands alone; its text is neither found
    /// nor selected, and fields for signatures are left out. `None` where there is no such page; the first is 1.
    #[must_use]
    pub fn outline_svg(&self, number: usize) -> Option<String> {
        let (_, pages, page) = self.page(number)?;
        Some(outline_svg::draw(pages, page, &self.fonts))
    }

    /// A page as PNG: grey, or in colours where something on it has one. Fields for signatures are left out: they are not on the
    /// paper. `None` where there is no such page; the first is 1.
    ///
    /// # Errors
    /// The PNG cannot be packed: a fault of the program.
    pub fn png(
        &self,
        number: usize,
        options: PngOptions,
        cache: &mut GlyphCache,
    ) -> Result<Option<Vec<u8>>, WriteError> {
        let Some((_, pages, page)) = self.page(number) else { return Ok(None) };
        png_page::draw(pages, page, &self.fonts, options, cache).map(Some)
    }

    fn page(&self, number: usize) -> Option<(usize, &Pages, &Page)> {
        let place = self.pages.get(number.checked_sub(1)?)?;
        let pages = self.files.get(place.file)?;
        Some((place.file, pages, pages.pages.get(place.index)?))
    }
}
