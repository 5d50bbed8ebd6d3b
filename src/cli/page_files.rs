//! Pages as pictures, a file each: `--to svg`, `--to png`.

use std::fmt;

use vanban::FileNames;
use vanban::preview::{GlyphCache, PngOptions, Preview, PreviewPage};

use super::args::FileFormat;
use super::console::Failure;

/// Pages from one to another, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageRange {
    first: usize,
    /// The last; absent: that of the document.
    last: Option<usize>,
}

/// Why a value cannot be read, in signs of no language: what would be.
#[derive(Debug)]
pub(crate) struct NotRead(&'static str);

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for NotRead {}

/// Reads the dots an inch.
pub(crate) fn parse_dpi(text: &str) -> Result<u16, NotRead> {
    text.parse().ok().filter(|dpi| PngOptions::DPI.contains(dpi)).ok_or(NotRead("10–600"))
}

/// Reads `1-3`, `2` or `4-`.
pub(crate) fn parse_range(text: &str) -> Result<PageRange, NotRead> {
    const EXAMPLES: NotRead = NotRead("1-3, 2, 4-");
    let number = |text: &str| text.trim().parse().ok().filter(|number| *number > 0).ok_or(EXAMPLES);
    let (first, last) = match text.split_once('-') {
        None => (number(text)?, Some(number(text)?)),
        Some((first, last)) if last.trim().is_empty() => (number(first)?, None),
        Some((first, last)) => (number(first)?, Some(number(last)?)),
    };
    if last.is_some_and(|last| last < first) { Err(EXAMPLES) } else { Ok(PageRange { first, last }) }
}

/// What is to be drawn of a document, and under which names.
pub(crate) struct PageFiles<'a> {
    pub(crate) formats: Vec<FileFormat>,
    pub(crate) dpi: Option<u16>,
    pub(crate) pages: Option<PageRange>,
    pub(crate) names: Option<&'a FileNames>,
}

/// Why pages cannot be drawn.
pub(crate) enum PageFault {
    /// The command asks for what there is not.
    Told(Box<Failure>),
    /// A fault of the program.
    Program(String),
}

impl PageFiles<'_> {
    /// The files, by name: `624-BC-STTTT-1.png`, the number that of the page in its file.
    pub(crate) fn draw(&self, preview: &Preview, glyphs: &mut GlyphCache) -> Result<Vec<(String, Vec<u8>)>, PageFault> {
        let count = preview.pages.len();
        let PageRange { first, last } = self.pages.unwrap_or(PageRange { first: 1, last: None });
        let last = last.unwrap_or(count);
        if first > count || last > count {
            return Err(PageFault::Told(Box::new(no_such_page(last.max(first), count))));
        }
        let mut files = Vec::new();
        for page in &preview.pages[first - 1..last] {
            for format in &self.formats {
                let bytes = self.page(preview, page, *format, glyphs)?;
                files.push((format!("{}.{}", self.name(preview, page), format.name()), bytes));
            }
        }
        Ok(files)
    }

    fn page(
        &self,
        preview: &Preview,
        page: &PreviewPage,
        format: FileFormat,
        glyphs: &mut GlyphCache,
    ) -> Result<Vec<u8>, PageFault> {
        let drawn = match format {
            FileFormat::Png => {
                let options = PngOptions::new().dpi(self.dpi.unwrap_or(PngOptions::new().dpi)).small();
                preview.png(page.number, options, glyphs).map_err(|e| PageFault::Program(e.0))?
            }
            FileFormat::Svg | FileFormat::Docx | FileFormat::Pdf => {
                preview.outline_svg(page.number).map(String::into_bytes)
            }
        };
        drawn.ok_or_else(|| PageFault::Program(format!("page {}", page.number)))
    }

    fn name(&self, preview: &Preview, page: &PreviewPage) -> String {
        let (stem, suffix) = self.names.map_or(("", ""), |names| {
            let suffix = names.suffixes.get(page.file).map_or("", |(_, suffix)| suffix.as_str());
            (names.stem.as_str(), suffix)
        });
        let in_file = preview.pages.iter().take(page.number).filter(|other| other.file == page.file).count();
        format!("{stem}{suffix}-{in_file}")
    }
}

/// One output takes one page.
pub(crate) fn only(mut drawn: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, Failure> {
    match (drawn.pop(), drawn.len()) {
        (Some((_, bytes)), 0) => Ok(bytes),
        (_, others) => {
            let count = others + 1;
            Err(Failure::new(
                format!("văn bản có {count} trang, đầu ra chỉ nhận một; không ghi tệp nào"),
                format!("the document has {count} pages, the output takes one; nothing was written"),
            )
            .hint("ghi --pages 1, hoặc -o THƯ-MỤC/", "write --pages 1, or -o FOLDER/"))
        }
    }
}

fn no_such_page(asked: usize, count: usize) -> Failure {
    Failure::new(
        format!("--pages: không có trang {asked}, văn bản có {count} trang"),
        format!("--pages: there is no page {asked}, the document has {count}"),
    )
    .hint(format!("ghi --pages 1-{count}"), format!("write --pages 1-{count}"))
}
