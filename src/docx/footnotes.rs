//! Notes at the foot of the page (`word/footnotes.xml`, ECMA-376 Part 1, 17.11): notes of Word's own, in styles of its own, so
//! that it goes on counting them and a clerk can add one.

use super::package::{Package, Relation, Relations};
use super::properties::RunProperties;
use super::story::{Shared, Story, text_column};
use super::styles;
use crate::error::WriteError;
use crate::model::{Footnote, Style};
use crate::units::Length;

/// The part, beside the main part.
pub(super) const PART: &str = "word/footnotes.xml";

/// The line above the notes, in a paragraph of the default style, whose height word processors keep free whatever is said here;
/// the first two ids are Word's own for them.
const SEPARATORS: &str = concat!(
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\"",
    " w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>",
    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"",
    " w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>",
);

/// Writes the notes whose marks stand in the text, and says where they are; nothing where there are none. Returns the part.
///
/// # Errors
/// A note cannot be written.
pub(super) fn write<'a>(
    shared: &mut Shared<'a>,
    package: &mut Package<'a>,
    relations: &mut Relations,
) -> Result<Option<Vec<u8>>, WriteError> {
    let notes = std::mem::take(&mut shared.notes);
    if notes.is_empty() {
        return Ok(None);
    }
    relations.to(Relation::Footnotes, "footnotes.xml");
    let column = shared.document.sections().next().map_or(Length::ZERO, |section| text_column(&section.page));
    let mut story = Story::new(shared, "<w:footnotes", 1024 + notes.len() * 512);
    story.xml.raw(SEPARATORS);
    for note in notes {
        story.xml.attribute("<w:footnote w:id=\"", i64::from(note.number)).raw(">");
        story.blocks(std::slice::from_ref(&note.block), column)?;
        story.xml.raw("</w:footnote>");
    }
    story.xml.raw("</w:footnotes>");
    let xml = story.xml.finish()?;
    package.add_relations(PART, &story.relations)?;
    Ok(Some(xml))
}

impl<'a> Story<'a, '_> {
    /// The mark of a note in the text.
    pub(super) fn note_reference(&mut self, note: &'a Footnote, style: &Style) {
        self.shared.notes.push(note);
        self.xml.raw("<w:r>");
        RunProperties {
            style: Some(styles::FOOTNOTE_REFERENCE),
            bold: note.bold.filter(|bold| *bold != style.bold),
            italic: note.italic.filter(|italic| *italic != style.italic),
            ..RunProperties::default()
        }
        .write(&mut self.xml);
        self.xml.attribute("<w:footnoteReference w:id=\"", i64::from(note.number)).raw("/></w:r>");
    }

    /// The number that a note begins with.
    pub(super) fn note_number(&mut self) {
        self.xml.raw("<w:r>");
        RunProperties { style: Some(styles::FOOTNOTE_REFERENCE), ..RunProperties::default() }.write(&mut self.xml);
        self.xml.raw("<w:footnoteRef/></w:r>");
    }
}
