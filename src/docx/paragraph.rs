//! Paragraphs: what stands in the text, drawn lines, and the smallest ones under tables.

use super::bookmark;
use super::parting::{goes_on, parted};
use super::properties::{Indents, NumberReference, ParagraphProperties, ParagraphSpacing, to_eighth_pt};
use super::story::{Keep, Story};
use super::styles;
use crate::error::WriteError;
use crate::model::{Block, LineSpacing, Paragraph, PartingKind, RULE_HEIGHT, Role, Rule, Style};
use crate::units::Length;

impl<'a> Story<'a, '_> {
    /// A paragraph, in the style that Word knows its role by.
    pub(super) fn paragraph(
        &mut self,
        paragraph: &'a Paragraph,
        block: &Block,
        keep: Keep<'a>,
    ) -> Result<(), WriteError> {
        let keeping = paragraph.keeping(self.shared.document.styles.get(block.style));
        let role = self.shared.names.holder(self.shared.document.styles.named(block.style).role);
        let beyond_roles = self.shared.names.beyond_roles(block.style).map(|name| (name.id, name.number));
        let (id, style) = match beyond_roles {
            Some((id, _)) => (id, self.shared.document.styles.get(block.style)),
            None => (self.shared.names.id(role), self.shared.document.styles.get(role)),
        };
        let label = self.label(paragraph, role, style)?;
        let with_next = match keep {
            Keep::AsSaid | Keep::Between(..) | Keep::Parts(PartingKind::Moved | PartingKind::Rows(_)) => {
                keeping.with_next
            }
            Keep::WithNext => true,
            Keep::Parts(_) => false,
        };
        let properties = ParagraphProperties {
            style: Some(id),
            style_number: beyond_roles.map(|(_, number)| number),
            keep_next: (with_next != style.keep_with_next).then_some(with_next),
            keep_lines: (keeping.together != style.keep_together).then_some(keeping.together),
            page_break_before: paragraph.begins_page,
            numbering: label.numbering,
            tabs: &paragraph.tabs,
            indents: label.indents,
            ..ParagraphProperties::default()
        };
        let (above, below) = paragraph.stretch;
        let stretched = ParagraphSpacing {
            before: (above > Length::ZERO).then_some(style.space_before + above),
            after: (below > Length::ZERO).then_some(style.space_after + below),
            line: None,
        };
        let properties = ParagraphProperties {
            spacing: (paragraph.stretch != (Length::ZERO, Length::ZERO)).then_some(stretched),
            ..properties
        };
        let bookmark = paragraph.destination.as_deref().filter(|name| self.shared.led_to.contains(name));
        let bookmark = bookmark.map(|name| (name, self.shared.ids.bookmark()));
        match keep {
            Keep::Parts(PartingKind::Forced(line)) => {
                let (above, below) = parted(properties, role, style, &self.shared.numberings);
                self.paragraph_of(&above, bookmark, |story| story.inlines_above(paragraph, line, style))?;
                let below = ParagraphProperties { section: self.section_end.take(), ..below };
                self.paragraph_of(&below, None, |story| story.inlines_below(paragraph, line, style))
            }
            Keep::Between(from, to) => {
                let properties =
                    if from.is_some() { goes_on(properties, role, style, &self.shared.numberings) } else { properties };
                let bookmark = bookmark.filter(|_| from.is_none());
                self.paragraph_of(&properties, bookmark, |story| story.inlines_between(paragraph, from, to, style))
            }
            Keep::AsSaid
            | Keep::WithNext
            | Keep::Parts(PartingKind::Unforced | PartingKind::Moved | PartingKind::Rows(_)) => {
                let moved = matches!(keep, Keep::Parts(PartingKind::Moved));
                let section = self.section_end.take();
                let page_break_before = properties.page_break_before || moved;
                let properties = ParagraphProperties { page_break_before, section, ..properties };
                let all =
                    |story: &mut Self| paragraph.inlines.iter().try_for_each(|inline| story.inline(inline, style));
                self.paragraph_of(&properties, bookmark, all)
            }
        }
    }

    /// The element of a paragraph, with a bookmark around its inlines.
    fn paragraph_of(
        &mut self,
        properties: &ParagraphProperties<'_>,
        bookmark: Option<(&str, i64)>,
        inlines: impl FnOnce(&mut Self) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        self.xml.raw("<w:p>");
        properties.write(&mut self.xml);
        if let Some((name, id)) = bookmark {
            bookmark::start(&mut self.xml, name, id);
        }
        inlines(self)?;
        self.close_link();
        if let Some((_, id)) = bookmark {
            bookmark::end(&mut self.xml, id);
        }
        self.xml.raw("</w:p>");
        Ok(())
    }

    fn label(&mut self, paragraph: &Paragraph, role: Role, style: &Style) -> Result<LabelLook, WriteError> {
        let of_style = self.shared.numberings.of_style(role);
        let Some(label) = &paragraph.label else { return Ok(LabelLook::without_number(of_style, style)) };
        let (reference, level_role) = self.shared.numberings.of_label(label)?;
        if of_style == Some(reference) {
            return Ok(LabelLook::default());
        }
        // the indents of a number given directly go before those of the style
        let own = Indents::of(style);
        let differs = own != Indents::of(self.shared.document.styles.get(level_role));
        Ok(LabelLook { numbering: Some(reference), indents: differs.then_some(own) })
    }

    /// A drawn line: the top border of an empty paragraph, whose indents give it its place and length.
    pub(super) fn rule(&mut self, rule: &Rule, block: &Block, column: Length, keep: Keep<'_>) {
        let style = self.shared.document.styles.get(block.style);
        let keep_next = rule.keep_with_next || keep == Keep::WithNext;
        let left = rule.left.round_to_twip();
        let right = column - left - rule.width.round_to_twip();
        // the border adds its thickness to the height of the line
        let line = RULE_HEIGHT - Length::pt(1) * to_eighth_pt(rule.thickness) / 8;
        self.xml.raw("<w:p>");
        ParagraphProperties {
            style: Some(self.shared.names.id(self.shared.document.styles.named(block.style).role)),
            keep_next: (keep_next && !style.keep_with_next).then_some(true),
            top_border: Some(rule.thickness),
            spacing: Some(ParagraphSpacing {
                line: Some(LineSpacing::Exactly(line.max(Length::twip(1)))),
                ..ParagraphSpacing::of(style)
            }),
            indents: Some(Indents { left: Some(left), right: Some(right), first_line: Some(Length::ZERO) }),
            section: self.section_end.take(),
            ..ParagraphProperties::default()
        }
        .write(&mut self.xml);
        self.xml.raw("</w:p>");
    }

    /// The smallest paragraph below a table, with the space that its style asks for.
    pub(super) fn spacer_below(&mut self, table: &Block) {
        let after = self.shared.document.styles.get(table.style).space_after;
        self.write_spacer(Keep::AsSaid, Some(after).filter(|after| *after > Length::ZERO));
    }

    /// The smallest paragraph: in an empty cell.
    pub(super) fn spacer(&mut self, keep: Keep<'_>) {
        self.write_spacer(keep, None);
    }

    fn write_spacer(&mut self, keep: Keep<'_>, after: Option<Length>) {
        self.xml.raw("<w:p>");
        ParagraphProperties {
            style: Some(styles::SPACER),
            keep_next: (keep == Keep::WithNext).then_some(true),
            spacing: after.map(|after| ParagraphSpacing { before: None, after: Some(after), line: None }),
            section: self.section_end.take(),
            ..ParagraphProperties::default()
        }
        .write(&mut self.xml);
        self.xml.raw("</w:p>");
    }
}

/// What a paragraph says of its label, as far as its style does not.
#[derive(Debug, Default)]
struct LabelLook {
    numbering: Option<NumberReference>,
    indents: Option<Indents>,
}

impl LabelLook {
    /// Takes the number of the style off, which would take the indents with it in LibreOffice.
    fn without_number(of_style: Option<NumberReference>, style: &Style) -> Self {
        Self { numbering: of_style.map(|_| NumberReference::NONE), indents: of_style.map(|_| Indents::of(style)) }
    }
}
