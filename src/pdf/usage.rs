//! Which characters the pages show in which face, and the code each gets in the content streams.

use crate::error::WriteError;
use crate::font::{FaceStyle, FontBook};
use crate::pages::{ItemKind, Pages};

/// Codes are kept in pages of this many characters.
const PAGE: usize = 256;

/// The characters of one face, and the code (CID) of each: 1, 2, 3 … in the order of Unicode. A code stands for a character
/// and not for a glyph, so that what is copied is what was written where two characters share a glyph (space and
/// U+00A0, hyphen and U+2011).
#[derive(Default)]
pub(super) struct Codes {
    /// Code 1 first.
    pub(super) chars: Vec<char>,
    pages: Vec<Option<Box<[u16; PAGE]>>>,
}

impl Codes {
    /// The code of a character; 0 where the pages do not show it.
    pub(super) fn code(&self, c: char) -> u16 {
        match self.pages.get(c as usize / PAGE) {
            Some(Some(page)) => page[c as usize % PAGE],
            Some(None) | None => 0,
        }
    }

    fn mark(&mut self, c: char) {
        let index = c as usize / PAGE;
        if self.pages.len() <= index {
            self.pages.resize(index + 1, None);
        }
        self.pages[index].get_or_insert_with(|| Box::new([0; PAGE]))[c as usize % PAGE] = 1;
    }

    fn number(&mut self) -> Result<(), WriteError> {
        for (index, page) in self.pages.iter_mut().enumerate() {
            for (low, code) in page.iter_mut().flat_map(|page| page.iter_mut().enumerate()) {
                let c = u32::try_from(index * PAGE + low).ok().and_then(char::from_u32);
                if let (1.., Some(c)) = (*code, c) {
                    self.chars.push(c);
                    *code = u16::try_from(self.chars.len()).map_err(|_| too_many())?;
                }
            }
        }
        Ok(())
    }
}

fn too_many() -> WriteError {
    WriteError("more than 65535 different characters in one face".to_owned())
}

/// The codes of all faces.
#[derive(Default)]
pub(super) struct Usage([Codes; 5]);

impl Usage {
    /// Collects what the pages show.
    pub(super) fn of(pages: &Pages, fonts: &FontBook) -> Result<Self, WriteError> {
        let mut usage = Self::default();
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let ItemKind::Text(run) = &item.kind else { continue };
            let codes = &mut usage.0[index(run.face)];
            for c in pages.text_of(run).chars() {
                codes.mark(c);
            }
            if run.ends_line.needs_space() {
                codes.mark(' ');
            }
        }
        for style in FaceStyle::BOOK {
            let codes = &mut usage.0[index(style)];
            codes.number()?;
            let face = fonts.face(style);
            if let Some(c) = codes.chars.iter().find(|c| face.glyph(**c).is_none()) {
                return Err(WriteError(format!("{} has no glyph for U+{:04X}", face.postscript_name(), *c as u32)));
            }
        }
        Ok(usage)
    }

    /// The codes of one face.
    pub(super) fn codes(&self, style: FaceStyle) -> &Codes {
        &self.0[index(style)]
    }
}

fn index(style: FaceStyle) -> usize {
    match style {
        FaceStyle::Regular => 0,
        FaceStyle::Bold => 1,
        FaceStyle::Italic => 2,
        FaceStyle::BoldItalic => 3,
        FaceStyle::Symbols => 4,
    }
}
