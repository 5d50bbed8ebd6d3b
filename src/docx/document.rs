//! The text: paragraphs and rules, in the body (`word/document.xml`) as in a header or footer. Each such part is a story
//! with relationships of its own.

use std::collections::BTreeSet;

use super::bookmark;
use super::drawing;
use super::ids::Ids;
use super::link;
use super::numbering::Numberings;
use super::package::{Relation, Relations};
use super::parting::parted;
use super::properties::{
    Indents, NumberReference, ParagraphProperties, ParagraphSpacing, RunProperties, SectionProperties, to_eighth_pt,
};
use super::styles;
use super::xml::Xml;
use crate::error::WriteError;
use crate::model::{
    Block, BlockKind, Document, FloatingPicture, Inline, LineSpacing, Link, PageSetup, Paragraph, Parting, PartingKind,
    RULE_HEIGHT, Role, Rule, Run, Section, Style,
};
use crate::units::Length;

/// The namespaces that a story's root element declares.
const NAMESPACES: &str = concat!(
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"",
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"",
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">",
);

/// What the stories of a document share.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) document: &'a Document,
    pub(super) numberings: Numberings,
    pub(super) ids: Ids,
    /// For each picture, whether a story shows it.
    pub(super) shown: Vec<bool>,
    /// The destinations that references lead to.
    led_to: BTreeSet<&'a str>,
    /// Where pages end inside paragraphs, in order.
    partings: &'a [Parting],
}

impl<'a> Shared<'a> {
    pub(super) fn new(document: &'a Document, partings: &'a [Parting]) -> Self {
        Self {
            document,
            numberings: Numberings::new(&document.lists),
            ids: Ids::default(),
            shown: vec![false; document.pictures.len()],
            led_to: bookmark::led_to(document),
            partings,
        }
    }
}

/// Width of the text block as a word processor computes it, from paper and margins in whole twips.
pub(super) fn text_column(page: &PageSetup) -> Length {
    page.width.round_to_twip() - page.margin_left.round_to_twip() - page.margin_right.round_to_twip()
}

/// The part name of a picture.
pub(super) fn media_name(picture: usize) -> String {
    format!("media/image{}.png", picture + 1)
}

/// Whether a block may part from the next one, beyond what its style says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep<'a> {
    /// As the block itself says.
    AsSaid,
    /// It never does.
    WithNext,
    /// A page ends inside it, or under it.
    Parts(&'a PartingKind),
}

/// A part that holds text, under construction.
#[derive(Debug)]
pub(super) struct Story<'a, 's> {
    pub(super) xml: Xml,
    pub(super) relations: Relations,
    pub(super) shared: &'s mut Shared<'a>,
    /// The hyperlink that is open.
    open_link: Option<&'a Link>,
    /// The section that ends with the next paragraph (17.6.18).
    section_end: Option<SectionProperties<'a>>,
}

impl<'a, 's> Story<'a, 's> {
    /// A part with the opening tag of its root up to the namespaces.
    pub(super) fn new(shared: &'s mut Shared<'a>, root: &'static str, capacity: usize) -> Self {
        let mut xml = Xml::with_capacity(capacity);
        xml.raw(root).raw(NAMESPACES);
        Self { xml, relations: Relations::default(), shared, open_link: None, section_end: None }
    }

    /// Blocks one under the other in a column.
    pub(super) fn blocks(&mut self, blocks: &'a [Block], column: Length) -> Result<(), WriteError> {
        blocks.iter().try_for_each(|block| self.block(block, column, Keep::AsSaid))
    }

    /// Blocks that flow from page to page: those of a section, or the first of them.
    pub(super) fn flow(&mut self, section: usize, blocks: &'a [Block], column: Length) -> Result<(), WriteError> {
        let partings = self.shared.partings;
        let mut partings = partings[partings.partition_point(|parting| parting.section < section)..].iter().peekable();
        for (index, block) in blocks.iter().enumerate() {
            let here = partings.next_if(|parting| (parting.section, parting.block) == (section, index));
            self.block(block, column, here.map_or(Keep::AsSaid, |parting| Keep::Parts(&parting.kind)))?;
        }
        Ok(())
    }

    /// A section that another follows: its properties stand in its last paragraph.
    pub(super) fn section(
        &mut self,
        index: usize,
        section: &'a Section,
        properties: SectionProperties<'a>,
    ) -> Result<(), WriteError> {
        let column = text_column(&section.page);
        let Some((last, others)) = section.blocks.split_last() else {
            self.section_end = Some(properties);
            self.spacer(Keep::AsSaid);
            return Ok(());
        };
        self.flow(index, others, column)?;
        match &last.kind {
            BlockKind::Paragraph(_) | BlockKind::Rule(_) => {
                self.section_end = Some(properties);
                self.block(last, column, Keep::AsSaid)
            }
            // the spacer under the table is the last paragraph: no line more that could begin a page
            BlockKind::Table(table) => {
                self.table(table)?;
                self.section_end = Some(properties);
                self.spacer(Keep::AsSaid);
                Ok(())
            }
        }
    }

    /// One block.
    pub(super) fn block(&mut self, block: &'a Block, column: Length, keep: Keep<'a>) -> Result<(), WriteError> {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => self.paragraph(paragraph, block, keep),
            BlockKind::Rule(rule) => {
                self.rule(rule, block, column, keep);
                Ok(())
            }
            BlockKind::Table(table) => {
                self.table(table)?;
                self.spacer(Keep::AsSaid);
                Ok(())
            }
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph, block: &Block, keep: Keep<'a>) -> Result<(), WriteError> {
        let style = self.shared.document.styles.get(block.style);
        let label = self.label(paragraph, block.role, style)?;
        let keeping = paragraph.keeping(style);
        let with_next = match keep {
            Keep::AsSaid => keeping.with_next,
            Keep::WithNext => true,
            Keep::Parts(_) => false,
        };
        let properties = ParagraphProperties {
            style: Some(self.shared.document.styles.named(block.style).id),
            keep_next: (with_next != style.keep_with_next).then_some(with_next),
            keep_lines: (keeping.together != style.keep_together).then_some(keeping.together),
            numbering: label.numbering,
            indents: label.indents,
            ..ParagraphProperties::default()
        };
        let bookmark = paragraph.destination.as_deref().filter(|name| self.shared.led_to.contains(name));
        let bookmark = bookmark.map(|name| (name, self.shared.ids.bookmark()));
        match keep {
            Keep::Parts(PartingKind::Forced(line)) => {
                let (above, below) = parted(properties, block.role, style, &self.shared.numberings);
                self.paragraph_of(&above, bookmark, |story| story.inlines_above(paragraph, line, style))?;
                let below = ParagraphProperties { section: self.section_end.take(), ..below };
                self.paragraph_of(&below, None, |story| story.inlines_below(paragraph, line, style))
            }
            Keep::AsSaid | Keep::WithNext | Keep::Parts(PartingKind::Unforced) => {
                let properties = ParagraphProperties { section: self.section_end.take(), ..properties };
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

    pub(super) fn inline(&mut self, inline: &'a Inline, style: &Style) -> Result<(), WriteError> {
        match inline {
            Inline::Run(run) => {
                for (text, letter_spacing) in run.stretches() {
                    self.run(run, text, letter_spacing, style);
                }
            }
            Inline::LineBreak => {
                self.close_link();
                self.xml.raw("<w:r><w:br/></w:r>");
            }
            Inline::PageNumber => {
                self.close_link();
                self.page_number();
            }
            Inline::Picture(picture) => {
                self.close_link();
                self.picture(picture)?;
            }
            // a word processor signs the whole file
            Inline::SignatureField(_) => {}
        }
        Ok(())
    }

    /// A run, or a part of its text, with so much letter-spacing.
    pub(super) fn run(&mut self, run: &'a Run, text: &str, letter_spacing: Length, style: &Style) {
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
        let properties = RunProperties {
            style: link.map(|_| styles::HYPERLINK),
            bold: run.bold.filter(|bold| *bold != style.bold),
            italic: run.italic.filter(|italic| *italic != style.italic),
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

    fn close_link(&mut self) {
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

    fn picture(&mut self, picture: &FloatingPicture) -> Result<(), WriteError> {
        let Some(shown) = self.shared.shown.get_mut(picture.picture) else {
            return Err(WriteError(format!("no picture {}", picture.picture)));
        };
        *shown = true;
        let image = self.relations.to(Relation::Image, &media_name(picture.picture));
        drawing::write_picture(&mut self.xml, picture, self.shared.ids.drawing(), image);
        Ok(())
    }

    /// A drawn line: the top border of an empty paragraph, whose indents give it its place and length.
    fn rule(&mut self, rule: &Rule, block: &Block, column: Length, keep: Keep<'_>) {
        let style = self.shared.document.styles.get(block.style);
        let keep_next = rule.keep_with_next || keep == Keep::WithNext;
        let left = rule.left.round_to_twip();
        let right = column - left - rule.width.round_to_twip();
        // the border adds its thickness to the height of the line
        let line = RULE_HEIGHT - Length::pt(1) * to_eighth_pt(rule.thickness) / 8;
        self.xml.raw("<w:p>");
        ParagraphProperties {
            style: Some(self.shared.document.styles.named(block.style).id),
            keep_next: (keep_next && !style.keep_with_next).then_some(true),
            top_border: Some(rule.thickness),
            spacing: Some(ParagraphSpacing {
                before: style.space_before,
                after: style.space_after,
                line: LineSpacing::Exactly(line.max(Length::twip(1))),
            }),
            indents: Some(Indents { left, right, first_line: Length::ZERO }),
            section: self.section_end.take(),
            ..ParagraphProperties::default()
        }
        .write(&mut self.xml);
        self.xml.raw("</w:p>");
    }

    /// The smallest paragraph: after a table, and in an empty cell.
    pub(super) fn spacer(&mut self, keep: Keep<'_>) {
        self.xml.raw("<w:p>");
        ParagraphProperties {
            style: Some(styles::SPACER),
            keep_next: (keep == Keep::WithNext).then_some(true),
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
