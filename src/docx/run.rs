//! What paragraphs hold: runs and their links, breaks, page numbers, pictures.

use std::ops::Range;

use super::drawing;
use super::fonts;
use super::link;
use super::package::{Relation, RelationId};
use super::properties::RunProperties;
use super::story::Story;
use super::styles;
use crate::error::WriteError;
use crate::model::{BlankKind, ContentsOf, Inline, Link, PageOf, PictureFormat, Run, Style, Typeface};
use crate::units::Length;

/// The part name of a picture.
pub(super) fn media_name(picture: usize, format: PictureFormat) -> String {
    let ending = match format {
        PictureFormat::Png => "png",
        PictureFormat::Jpeg { .. } => "jpg",
    };
    format!("media/image{}.{ending}", picture + 1)
}

impl<'a> Story<'a, '_> {
    /// One inline, in a paragraph of a style.
    pub(super) fn inline(&mut self, inline: &'a Inline, style: &Style) -> Result<(), WriteError> {
        match inline {
            Inline::Run(run) => {
                let mut at = 0;
                for blank in &run.blanks {
                    self.part(run, at..blank.start, style);
                    self.blank(blank.kind, run.text.get(blank.start..blank.end).unwrap_or_default());
                    at = blank.end;
                }
                self.part(run, at..run.text.len(), style);
            }
            Inline::LineBreak => {
                self.close_link();
                self.xml.raw("<w:r><w:br/></w:r>");
            }
            Inline::Tab => {
                // in a table of contents, where the number of the page follows, all of a line leads to its place
                if !matches!(self.open_link, Some(Link::Destination(_))) {
                    self.close_link();
                }
                self.xml.raw("<w:r><w:tab/></w:r>");
            }
            Inline::PageOf(page) => self.page_of(page, style),
            Inline::BeginContents(of) => self.begin_contents(*of),
            Inline::EndContents => {
                self.close_link();
                self.xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            Inline::PageNumber => {
                self.close_link();
                self.page_number();
            }
            Inline::Note(note) => {
                self.close_link();
                self.note_reference(note, style);
            }
            Inline::NoteNumber(_) => {
                self.close_link();
                self.note_number();
            }
            Inline::InlinePicture(picture) => {
                self.close_link();
                let image = self.image(picture.picture)?;
                drawing::write_inline(&mut self.xml, picture, self.shared.ids.drawing(), image);
            }
            Inline::Picture(picture) => {
                self.close_link();
                let image = self.image(picture.picture)?;
                drawing::write_picture(&mut self.xml, picture, self.shared.ids.drawing(), image);
            }
            // a word processor signs the whole file
            Inline::SignatureField(_) => {}
        }
        Ok(())
    }

    fn part(&mut self, run: &'a Run, part: Range<usize>, style: &Style) {
        for (text, letter_spacing) in run.stretches_in(part) {
            self.run(run, text, letter_spacing, style);
        }
    }

    /// Room to be filled in, as a content control (17.5.2.31): a click takes the whole of it, and what is typed takes its
    /// place. Its text is the same spaces as on paper, so that no line moves while it is empty. Plain text also for the date:
    /// no format of a date control writes `05` for a day and `3` for March, as the law does.
    fn blank(&mut self, kind: BlankKind, room: &str) {
        self.close_link();
        self.xml.raw("<w:sdt><w:sdtPr>").raw(match kind {
            BlankKind::Number => "<w:alias w:val=\"Số văn bản\"/><w:tag w:val=\"number\"/>",
            BlankKind::Day => "<w:alias w:val=\"Ngày ban hành\"/><w:tag w:val=\"issue_date.day\"/>",
            BlankKind::Month => "<w:alias w:val=\"Tháng ban hành\"/><w:tag w:val=\"issue_date.month\"/>",
        });
        let id = self.shared.ids.control();
        self.xml.attribute("<w:id w:val=\"", id).raw("/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>");
        self.run_of(RunProperties { style: Some(styles::PLACEHOLDER), ..RunProperties::default() }, room);
        self.xml.raw("</w:sdtContent></w:sdt>");
    }

    /// A run, or a part of its text, with so much letter-spacing; a number that word processors count is a field.
    pub(super) fn run(&mut self, run: &'a Run, text: &str, letter_spacing: Length, style: &Style) {
        let Some(sequence) = run.sequence.filter(|_| !text.is_empty()) else {
            return self.text_run(run, text, letter_spacing, style);
        };
        self.close_link();
        self.begin_field();
        self.xml.raw(" SEQ ").text(sequence).raw(" \\* ARABIC ");
        self.separate_field();
        self.text_run(run, text, letter_spacing, style);
        self.end_field();
    }

    fn text_run(&mut self, run: &'a Run, text: &str, letter_spacing: Length, style: &Style) {
        if text.is_empty() {
            return;
        }
        let link = run.link.as_ref();
        if link != self.open_link {
            self.close_link();
            match link {
                Some(Link::Address(address)) => {
                    let id = self.relations.to(Relation::Hyperlink, &link::uri(address));
                    self.xml.relation("<w:hyperlink r:id=\"", id).raw(" w:history=\"1\">");
                }
                Some(Link::Destination(name)) => {
                    self.xml.raw("<w:hyperlink w:anchor=\"").text(name).raw("\" w:history=\"1\">");
                }
                None => {}
            }
            self.open_link = link;
        }
        let (mut typeface, mut look) = (None, (run.bold, run.italic));
        if run.typeface == Typeface::Symbols {
            // one face, which no word processor is to thicken or slant: that would make its characters wider
            (typeface, look) = (Some(fonts::SYMBOLS), (Some(false), Some(false)));
            self.shared.has_symbols = true;
        }
        let properties = RunProperties {
            style: link.map(|_| styles::HYPERLINK),
            typeface,
            bold: look.0.filter(|bold| *bold != style.bold),
            italic: look.1.filter(|italic| *italic != style.italic),
            underline: run.underline,
            letter_spacing,
            script: run.script,
            language: run.language.as_deref(),
            ..RunProperties::default()
        };
        self.run_of(properties, text);
    }

    fn run_of(&mut self, properties: RunProperties<'_>, text: &str) {
        self.xml.raw("<w:r>");
        properties.write(&mut self.xml);
        // Word draws U+2011 in whatever font has the character, this element in the run's own with the hyphen's glyph
        for (i, piece) in text.split('\u{2011}').enumerate() {
            if i > 0 {
                self.xml.raw("<w:noBreakHyphen/>");
            }
            if !piece.is_empty() {
                let edges = [piece.as_bytes().first(), piece.as_bytes().last()];
                let spaced = edges.into_iter().flatten().any(u8::is_ascii_whitespace);
                self.xml.raw(if spaced { "<w:t xml:space=\"preserve\">" } else { "<w:t>" });
                self.xml.text(piece).raw("</w:t>");
            }
        }
        self.xml.raw("</w:r>");
    }

    /// The number of the page of a bookmark (PAGEREF, 17.16.5.46), which stands in the file as it is on the pages.
    fn page_of(&mut self, page: &PageOf, style: &Style) {
        let continues = matches!(self.open_link, Some(Link::Destination(name)) if *name == page.destination);
        if !continues {
            self.close_link();
        }
        self.begin_field();
        self.xml.raw(" PAGEREF ").text(&page.destination).raw(" \\h ");
        self.separate_field();
        let properties = RunProperties {
            bold: page.bold.filter(|bold| *bold != style.bold),
            italic: page.italic.filter(|italic| *italic != style.italic),
            underline: page.underline,
            ..RunProperties::default()
        };
        self.run_of(properties, &page.text());
        self.end_field();
    }

    /// The field whose result are the entries of a table of contents (TOC, 17.16.5.68): made already, so that Word asks nothing.
    fn begin_contents(&mut self, of: ContentsOf) {
        self.begin_field();
        match of {
            ContentsOf::Headings { levels } => {
                self.xml.attribute(" TOC \\o \"1-", i64::from(levels)).raw(" \\h \\z \\u ");
            }
            ContentsOf::Captions { sequence, .. } => {
                self.xml.raw(" TOC \\h \\z \\c \"").text(sequence).raw("\" ");
            }
        }
        // made anew, it lists what it lists now
        if let Some(mark) = &self.part_mark {
            self.xml.raw("\\b ").text(&mark.name).raw(" ");
        }
        self.separate_field();
    }

    fn begin_field(&mut self) {
        self.xml.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">");
    }

    fn separate_field(&mut self) {
        self.xml.raw("</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
    }

    fn end_field(&mut self) {
        self.xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    }

    pub(super) fn close_link(&mut self) {
        if self.open_link.take().is_some() {
            self.xml.raw("</w:hyperlink>");
        }
    }

    /// A PAGE field (17.16.5.44); `2` is what it shows until a word processor counts.
    pub(super) fn page_number(&mut self) {
        self.xml.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
        self.xml.raw("<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>");
        self.xml.raw("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>");
        self.xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    }

    /// The relation to a picture's file, which the package will hold.
    fn image(&mut self, picture: usize) -> Result<RelationId, WriteError> {
        let missing = || WriteError(format!("no picture {picture}"));
        let file = self.shared.document.pictures.get(picture).ok_or_else(missing)?;
        *self.shared.shown.get_mut(picture).ok_or_else(missing)? = true;
        Ok(self.relations.to(Relation::Image, &media_name(picture, file.format)))
    }
}
