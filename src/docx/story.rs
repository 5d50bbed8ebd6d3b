//! Stories: what blocks follow each other in the body (`word/document.xml`) as in a header or footer. Each such part has
//! relationships of its own.

use std::collections::BTreeSet;

use super::bookmark;
use super::ids::Ids;
use super::numbering::Numberings;
use super::package::Relations;
use super::properties::SectionProperties;
use super::style_names::StyleNames;
use super::xml::Xml;
use crate::error::WriteError;
use crate::model::{
    Block, BlockKind, Document, Footnote, Link, PageSetup, Part, PartKind, PartedLine, Parting, PartingKind, RowTurn,
    Section,
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
    pub(super) names: StyleNames,
    pub(super) numberings: Numberings,
    pub(super) ids: Ids,
    /// For each picture, whether a story shows it.
    pub(super) shown: Vec<bool>,
    /// Whether a story has signs in a typeface of their own, which goes into the file.
    pub(super) has_symbols: bool,
    /// The destinations that references lead to.
    pub(super) led_to: BTreeSet<&'a str>,
    /// The notes whose marks were written, in order.
    pub(super) notes: Vec<&'a Footnote>,
    /// Where pages end inside paragraphs, in order.
    partings: &'a [Parting],
}

impl<'a> Shared<'a> {
    pub(super) fn new(document: &'a Document, partings: &'a [Parting]) -> Self {
        let names = StyleNames::of(document);
        let numberings = Numberings::new(&document.lists, &names);
        Self {
            document,
            names,
            numberings,
            ids: Ids::default(),
            shown: vec![false; document.pictures.len()],
            has_symbols: false,
            led_to: bookmark::led_to(document),
            notes: Vec::new(),
            partings,
        }
    }
}

/// Width of the text block as a word processor computes it, from paper and margins in whole twips.
pub(super) fn text_column(page: &PageSetup) -> Length {
    page.width.round_to_twip() - page.margin_left.round_to_twip() - page.margin_right.round_to_twip()
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
    /// What stands between two page ends, of a paragraph in a row that goes on over pages.
    Between(Option<&'a PartedLine>, Option<&'a PartedLine>),
}

impl<'a> Keep<'a> {
    /// Where pages end inside the rows of a table.
    fn row_turns(self) -> &'a [RowTurn] {
        match self {
            Self::Parts(PartingKind::Rows(turns)) => turns,
            Self::AsSaid | Self::WithNext | Self::Parts(_) | Self::Between(..) => &[],
        }
    }
}

/// A bookmark around a part, from its first paragraph: by it a word processor that makes a table of contents anew (`TOC \b`)
/// knows where to look for headings. Its name begins with `_`, which keeps it out of Word's list of bookmarks.
#[derive(Debug)]
pub(super) struct PartMark {
    pub(super) name: String,
    /// Its id, once it has begun.
    open: Option<i64>,
}

/// A part that holds text, under construction.
#[derive(Debug)]
pub(super) struct Story<'a, 's> {
    pub(super) xml: Xml,
    pub(super) relations: Relations,
    pub(super) shared: &'s mut Shared<'a>,
    /// The hyperlink that is open.
    pub(super) open_link: Option<&'a Link>,
    /// The section that ends with the next paragraph (17.6.18).
    pub(super) section_end: Option<SectionProperties<'a>>,
    /// The bookmark around the part that is written, where a table of contents lists that part alone.
    pub(super) part_mark: Option<PartMark>,
}

impl<'a, 's> Story<'a, 's> {
    /// A part with the opening tag of its root up to the namespaces.
    pub(super) fn new(shared: &'s mut Shared<'a>, root: &'static str, capacity: usize) -> Self {
        let mut xml = Xml::with_capacity(capacity);
        xml.raw(root).raw(NAMESPACES);
        Self { xml, relations: Relations::default(), shared, open_link: None, section_end: None, part_mark: None }
    }

    /// Blocks one under the other in a column.
    pub(super) fn blocks(&mut self, blocks: &'a [Block], column: Length) -> Result<(), WriteError> {
        blocks.iter().try_for_each(|block| self.block(block, column, Keep::AsSaid))
    }

    /// What a section begins with, before its first block.
    pub(super) fn begin(&mut self, section: &Section) {
        if section.begins_with_spacer() {
            self.spacer(Keep::AsSaid);
        }
    }

    /// Blocks that flow from page to page: those of a section, or the first of them.
    pub(super) fn flow(&mut self, section: usize, blocks: &'a [Block], column: Length) -> Result<(), WriteError> {
        let partings = self.shared.partings;
        let mut partings = partings[partings.partition_point(|parting| parting.section < section)..].iter().peekable();
        for (index, block) in blocks.iter().enumerate() {
            if matches!(block.kind, BlockKind::Paragraph(_)) {
                self.open_part_mark();
            }
            let here = partings.next_if(|parting| (parting.section, parting.block) == (section, index));
            self.block(block, column, here.map_or(Keep::AsSaid, |parting| Keep::Parts(&parting.kind)))?;
        }
        Ok(())
    }

    /// What is written next is a part, the first one number 0.
    pub(super) fn begin_part(&mut self, number: usize, part: &Part) {
        // that of the main document lists what stands behind it too
        let lists_itself = part.kind != PartKind::Main && bookmark::has_contents(part);
        self.part_mark = lists_itself.then(|| PartMark { name: format!("_Part{number}"), open: None });
    }

    fn open_part_mark(&mut self) {
        if let Some(mark) = self.part_mark.as_mut().filter(|mark| mark.open.is_none()) {
            let id = self.shared.ids.bookmark();
            bookmark::start(&mut self.xml, &mark.name, id);
            mark.open = Some(id);
        }
    }

    /// The part is written.
    pub(super) fn end_part(&mut self) {
        if let Some(PartMark { open: Some(id), .. }) = self.part_mark.take() {
            bookmark::end(&mut self.xml, id);
        }
    }

    /// A section that another follows: its properties stand in its last paragraph.
    pub(super) fn section(
        &mut self,
        index: usize,
        section: &'a Section,
        properties: SectionProperties<'a>,
    ) -> Result<(), WriteError> {
        let column = text_column(&section.page);
        self.begin(section);
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
                let place = (index, others.len());
                let found = self.shared.partings.iter().find(|parting| (parting.section, parting.block) == place);
                self.table(table, found.map_or(&[], |parting| Keep::Parts(&parting.kind).row_turns()))?;
                self.section_end = Some(properties);
                self.spacer_below(last);
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
                self.table(table, keep.row_turns())?;
                self.spacer_below(block);
                Ok(())
            }
        }
    }
}
