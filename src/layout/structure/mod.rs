//! The logical structure of a document, told before anything is set: which element each piece of text belongs to. Setting
//! only reads it, so that text can be set twice, out of order, or repeated on every page, and is still read once.

mod tagger;

use std::collections::BTreeMap;

use crate::model::{Block, BlockKind, Document, Inline, Paragraph, Purpose, Role, Scope, Section, Table};
use crate::pages::{ContentId, LinkUse, Structure, Tag};
use tagger::Tagger;

/// A document's structure, and what each of its blocks is in it.
#[derive(Debug, Default)]
pub(super) struct Tagged {
    pub(super) structure: Structure,
    /// The links that [`InlineTag::link`] points to.
    pub(super) links: Vec<LinkUse>,
    /// Of the document's sections.
    pub(super) sections: Vec<SectionTags>,
    /// Of the notes, by number.
    pub(super) notes: BTreeMap<u32, BlockTags>,
    inlines: Vec<InlineTag>,
}

/// What the blocks of a section are in the structure; those of its other pages' margins belong to the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SectionTags {
    pub(super) blocks: Vec<BlockTags>,
    pub(super) first_header: Vec<BlockTags>,
    pub(super) first_footer: Vec<BlockTags>,
}

/// What a block is in the structure; shaped like the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BlockTags {
    /// A paragraph: its label, and where its inlines begin in [`Tagged`].
    Paragraph { label: Option<ContentId>, inlines: usize },
    /// A drawn line, which means nothing to a reader.
    Rule,
    /// The blocks of each cell, row by row.
    Table(Vec<Vec<Vec<BlockTags>>>),
}

impl BlockTags {
    /// Of the blocks of a table's cell.
    pub(super) fn of_cell(&self, row: usize, column: usize) -> &[BlockTags] {
        match self {
            Self::Table(rows) => rows.get(row).and_then(|cells| cells.get(column)).map_or(&[], Vec::as_slice),
            Self::Paragraph { .. } | Self::Rule => &[],
        }
    }
}

/// What an inline is in the structure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct InlineTag {
    /// `None`: it means nothing to a reader.
    pub(super) content: Option<ContentId>,
    /// Index into [`Tagged::links`].
    pub(super) link: Option<u32>,
}

/// What a paragraph is in the structure.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ParagraphTags<'a> {
    pub(super) label: Option<ContentId>,
    inlines: &'a [InlineTag],
}

impl ParagraphTags<'_> {
    /// Of the inline at an index; nothing in a paragraph that belongs to the page.
    pub(super) fn inline(&self, index: usize) -> InlineTag {
        self.inlines.get(index).copied().unwrap_or_default()
    }
}

impl Tagged {
    /// The structure of a document: of each section what stands at the top of its first page, the text in its order, then
    /// what stands at the foot of its first page.
    pub(super) fn of(document: &Document) -> Self {
        let mut walk = StructureWalk { tagger: Tagger::new(), notes: BTreeMap::new(), inlines: Vec::new() };
        let sections = document.sections().map(|section| walk.section(section)).collect();
        let (structure, links) = walk.tagger.finish();
        Self { structure, links, sections, notes: walk.notes, inlines: walk.inlines }
    }

    /// What a paragraph is; a block of another kind, or none, belongs to the page.
    pub(super) fn paragraph(&self, tags: Option<&BlockTags>) -> ParagraphTags<'_> {
        match tags {
            Some(&BlockTags::Paragraph { label, inlines }) => {
                ParagraphTags { label, inlines: self.inlines.get(inlines..).unwrap_or_default() }
            }
            Some(BlockTags::Rule | BlockTags::Table(_)) | None => ParagraphTags::default(),
        }
    }
}

/// Goes through the blocks in reading order.
struct StructureWalk {
    tagger: Tagger,
    notes: BTreeMap<u32, BlockTags>,
    inlines: Vec<InlineTag>,
}

impl StructureWalk {
    fn section(&mut self, section: &Section) -> SectionTags {
        let first_header = self.blocks(&section.furniture.first_header);
        let blocks = self.blocks(&section.blocks);
        let first_footer = self.blocks(&section.furniture.first_footer);
        SectionTags { blocks, first_header, first_footer }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<BlockTags> {
        let tag = |block: &Block| match &block.kind {
            BlockKind::Paragraph(paragraph) => self.paragraph(paragraph, block.role),
            BlockKind::Rule(_) => BlockTags::Rule,
            BlockKind::Table(table) => self.table(table),
        };
        blocks.iter().map(tag).collect()
    }

    fn paragraph(&mut self, paragraph: &Paragraph, role: Role) -> BlockTags {
        self.tagger.begin_paragraph(role, paragraph.label.as_ref());
        let label = paragraph.label.as_ref().and_then(|_| self.tagger.label());
        let start = self.inlines.len();
        for inline in &paragraph.inlines {
            let tag = match inline {
                Inline::Run(run) if !run.text.is_empty() => {
                    let (content, link) = self.tagger.run(run);
                    InlineTag { content, link }
                }
                Inline::InlinePicture(picture) => {
                    let content = match role {
                        Role::Picture => Some(self.tagger.picture(&picture.alternative_text)),
                        _ => self.tagger.picture_in_text(&picture.alternative_text),
                    };
                    InlineTag { content, link: None }
                }
                Inline::Tab | Inline::PageNumber => self.tagger.plain(),
                Inline::PageOf(page) => self.tagger.page_of(page),
                Inline::Note(note) => self.tagger.note_mark(note.number).unwrap_or_default(),
                Inline::NoteNumber(number) => self.tagger.note_number(*number),
                Inline::Run(_)
                | Inline::LineBreak
                | Inline::BeginContents(_)
                | Inline::EndContents
                | Inline::Picture(_)
                | Inline::SignatureField(_) => InlineTag::default(),
            };
            self.inlines.push(tag);
        }
        // what floats over a paragraph is read after its text
        for (index, inline) in paragraph.inlines.iter().enumerate() {
            let content = match inline {
                Inline::Picture(float) => self.tagger.figure(&float.alternative_text),
                Inline::SignatureField(_) => self.tagger.field(),
                Inline::Run(_)
                | Inline::LineBreak
                | Inline::InlinePicture(_)
                | Inline::Tab
                | Inline::PageNumber
                | Inline::PageOf(_)
                | Inline::BeginContents(_)
                | Inline::EndContents
                | Inline::Note(_)
                | Inline::NoteNumber(_) => {
                    continue;
                }
            };
            self.inlines[start + index].content = Some(content);
        }
        // and its notes after that
        for inline in &paragraph.inlines {
            if let Inline::Note(note) = inline {
                let opened = self.tagger.begin_note();
                let tags = self.blocks(std::slice::from_ref(&note.block));
                self.tagger.end_note(opened);
                self.notes.extend(tags.into_iter().next().map(|tags| (note.number, tags)));
            }
        }
        BlockTags::Paragraph { label, inlines: start }
    }

    fn table(&mut self, table: &Table) -> BlockTags {
        BlockTags::Table(match table.purpose {
            Purpose::Columns | Purpose::Rows => self.placing_table(table),
            Purpose::Data => self.data_table(table),
        })
    }

    /// A table that places things is a section; nothing is said of its rows.
    fn placing_table(&mut self, table: &Table) -> Vec<Vec<Vec<BlockTags>>> {
        let section = self.tagger.begin_section();
        let (mut rows, mut read) = (Vec::new(), Vec::new());
        let grid = table.grid().unwrap_or_default();
        // a list goes on in the next row of its column where nothing else is read in between
        let (mut lists, mut last_read) = (vec![Vec::new(); table.columns.len()], 0);
        for (index, (row, places)) in table.rows.iter().zip(grid.rows()).enumerate() {
            let mut cells = Vec::new();
            let begun = places.iter().filter(|place| place.row == index);
            for (cell, place) in row.cells.iter().zip(begun) {
                if table.purpose == Purpose::Columns || last_read == place.column {
                    self.tagger.go_on_with(std::mem::take(&mut lists[place.column]));
                }
                cells.push(self.blocks(&cell.blocks));
                let (kids, open) = self.tagger.take_cell(&section);
                if !kids.is_empty() {
                    last_read = place.column;
                }
                read.push((place.column, kids));
                lists[place.column] = open;
            }
            rows.push(cells);
        }
        if table.purpose == Purpose::Columns {
            // stable: what stands higher in a column is read first
            read.sort_by_key(|(column, _)| *column);
        }
        self.tagger.end_section(section, read.into_iter().flat_map(|(_, kids)| kids).collect());
        rows
    }

    fn data_table(&mut self, table: &Table) -> Vec<Vec<Vec<BlockTags>>> {
        let opened = self.tagger.begin_table();
        let mut rows = Vec::new();
        let (head, body) = table.rows.split_at(table.header_rows.min(table.rows.len()));
        for (group, tag, scope) in [(head, Tag::TableHead, Some(Scope::Column)), (body, Tag::TableBody, None)] {
            if group.is_empty() {
                continue;
            }
            let parent = self.tagger.rows(opened.element, tag);
            for row in group {
                let element = self.tagger.rows(parent, Tag::TableRow);
                let mut cells = Vec::new();
                for cell in &row.cells {
                    self.tagger.begin_cell(element, cell.heads.or(scope), cell);
                    cells.push(self.blocks(&cell.blocks));
                }
                rows.push(cells);
            }
        }
        self.tagger.end_table(opened);
        rows
    }
}
