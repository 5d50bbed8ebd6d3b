//! The body (ô số 6): paragraphs, headings of both numbering systems, lists, notes, and the closing `./.`.

use super::fields::FieldLines;
use super::{checkboxes, contents, data_table, party, pictures, quotation};
use crate::compose::inlines::{self, Case, end_document, plain, prepend, rich};
use crate::compose::numbering::{NumberedLabel, Numbering};
use crate::compose::sections::{self, PageTurn};
use crate::compose::{Composer, paragraph};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Counting, Inline, Label, LabelSuffix, List, ListDefinition, Paragraph, Role};
use crate::specification::{
    BodyBlock, LineAlignment, ListBlock, Marker, NumberingSystem, RichText, Text, inner_sections,
};

/// Composes the body of a part behind the main one; its last paragraph ends with the end mark.
pub(in crate::compose) fn of_part(
    c: &mut Composer<'_>,
    blocks: &[BodyBlock],
    numbering: NumberingSystem,
    at: &Pointer,
    out: &mut Vec<Block>,
) {
    let start = out.len();
    of_blocks(c, blocks, numbering, at, out);
    end(c, start, at, out);
}

/// Composes blocks, without the end mark.
fn of_blocks(
    c: &mut Composer<'_>,
    blocks: &[BodyBlock],
    numbering: NumberingSystem,
    at: &Pointer,
    out: &mut Vec<Block>,
) {
    let fields = FieldLines { fonts: c.fonts, style: c.styles.get(Role::Body), width: c.text_width(), shown: c.shown };
    let mut body = Body::new(numbering, out, c, fields);
    let is_divided = numbering == NumberingSystem::Articles;
    let inner = if is_divided { inner_sections(blocks) } else { Vec::new() };
    for (i, block) in blocks.iter().enumerate() {
        body.begin_or_end_inner(block, inner.get(i) == Some(&true));
        match block {
            // where they change nothing there is a finding
            BodyBlock::PageBreak(_) => body.begins_page = !body.is_at_turn(),
            BodyBlock::PageSetup(setup) if i + 1 < blocks.len() => {
                let margins = setup.margins.as_ref().map(|margins| (margins, at.index(i).key("margins")));
                let orientation = setup.orientation.unwrap_or_else(|| sections::orientation(&body.c.page));
                let page = body.c.pages(orientation, margins);
                if page != body.c.page {
                    body.c.page = page.clone();
                    body.begins_page = false;
                    body.fields.width = page.text_width();
                    body.c.turns.push(PageTurn { from: body.out.len(), page });
                }
            }
            _ => body.block(block, &at.index(i)),
        }
    }
    body.finish();
}

/// Ends what was composed from `start` on with the end mark.
fn end(c: &Composer<'_>, start: usize, at: &Pointer, out: &mut Vec<Block>) {
    let end_mark = &c.profile.words.end_mark.text;
    // what closes a document is no part of a picture, its name or a table of contents
    let is_apart = |last: &Block| matches!(last.role, Role::Picture | Role::PictureCaption | Role::Contents1);
    if out[start..].last().is_some_and(is_apart) {
        out.push(paragraph(Role::Body, at.clone(), Vec::new()));
    }
    match out[start..].last_mut().map(|block| &mut block.kind) {
        Some(BlockKind::Paragraph(last)) => end_document(&mut last.inlines, end_mark),
        // no line of a table ends the text
        Some(BlockKind::Table(_) | BlockKind::Rule(_)) => {
            out.push(paragraph(Role::Body, at.clone(), vec![Inline::text(end_mark.as_str())]));
        }
        None => {}
    }
}

/// Composes the body. The last paragraph ends with the end mark and stays with the closing block, unless another sentence ends the
/// text below it.
pub(super) fn compose(c: &mut Composer<'_>, out: &mut Vec<Block>) {
    let start = out.len();
    let (spec, numbering) = (c.spec, c.spec.numbering.unwrap_or(c.template.numbering));
    let at = Pointer::root().key("body");
    of_blocks(c, &spec.body, numbering, &at, out);
    if c.template.has_adoption() && spec.adoption.is_some() {
        return;
    }
    end(c, start, &at, out);
    if let Some(BlockKind::Paragraph(last)) = out[start..].last_mut().map(|block| &mut block.kind) {
        last.keep_with_next = Some(true);
    }
}

/// Where the levels stand in the list of a numbering system.
struct Levels {
    part: usize,
    part_role: Role,
    chapter: usize,
    section: usize,
    section_role: Role,
    subsection: usize,
    article: usize,
    clause: usize,
    /// The heading that stands in for khoản above `1.1.`.
    above_clause: usize,
}

const ARTICLES: Levels = Levels {
    part: 0,
    part_role: Role::Part,
    chapter: 1,
    section: 2,
    section_role: Role::DivisionSection,
    subsection: 3,
    article: 4,
    clause: 5,
    above_clause: 4,
};

/// Chương, tiểu mục and điều do not exist here; where they are used all the same, they count like the nearest level.
const SECTIONS: Levels = Levels {
    part: 0,
    part_role: Role::Part,
    chapter: 0,
    section: 1,
    section_role: Role::Section,
    subsection: 1,
    article: 2,
    clause: 2,
    above_clause: 1,
};

const LETTERED: Levels = Levels { part_role: Role::LetteredPart, ..SECTIONS };

/// Inside an article; what stands above it never counts here.
const INNER: Levels = Levels {
    section: 0,
    section_role: Role::InnerSection,
    subsection: 0,
    article: 1,
    clause: 1,
    above_clause: 0,
    ..SECTIONS
};

/// The deepest list items have this level.
const MAX_LIST_LEVEL: usize = 2;

/// The body while it is composed.
struct Body<'a, 'c> {
    out: &'a mut Vec<Block>,
    c: &'a mut Composer<'c>,
    levels: &'static Levels,
    numbering: Numbering,
    /// Those of sections inside the article, once one has begun.
    inner: Option<Numbering>,
    fields: FieldLines<'c>,
    /// Whether the next block begins a page.
    begins_page: bool,
    /// The document's lists of dashes and of plus signs, once used.
    signs: [Option<usize>; 2],
}

impl<'a, 'c> Body<'a, 'c> {
    fn new(system: NumberingSystem, out: &'a mut Vec<Block>, c: &'a mut Composer<'c>, fields: FieldLines<'c>) -> Self {
        let (definition, levels) = match system {
            NumberingSystem::Articles => (ListDefinition::Articles, &ARTICLES),
            NumberingSystem::Sections => (ListDefinition::Sections, &SECTIONS),
            NumberingSystem::LetteredSections => (ListDefinition::LetteredSections, &LETTERED),
        };
        let numbering = Numbering::new(definition, &mut c.counted);
        Self { out, c, levels, numbering, inner: None, fields, begins_page: false, signs: [None, None] }
    }

    /// Whether what comes next begins the pages of another section.
    fn is_at_turn(&self) -> bool {
        self.c.turns.last().is_some_and(|turn| turn.from == self.out.len())
    }

    /// A section inside an article counts from I; what divides the text ends that.
    fn begin_or_end_inner(&mut self, block: &BodyBlock, is_inner_section: bool) {
        if is_inner_section && self.inner.is_none() {
            self.inner = Some(Numbering::new(ListDefinition::InnerSections, &mut self.c.counted));
        }
        let divides = matches!(
            block,
            BodyBlock::Part(_)
                | BodyBlock::Chapter(_)
                | BodyBlock::Section(_)
                | BodyBlock::Subsection(_)
                | BodyBlock::Article(_)
        );
        if divides && !is_inner_section {
            self.end_inner();
        }
    }

    fn end_inner(&mut self) {
        if let Some(inner) = self.inner.take() {
            inner.end(&mut self.c.counted);
        }
    }

    fn finish(mut self) {
        self.end_inner();
        self.numbering.end(&mut self.c.counted);
    }

    fn levels(&self) -> &'static Levels {
        if self.inner.is_some() { &INNER } else { self.levels }
    }

    fn numbering(&mut self) -> &mut Numbering {
        self.inner.as_mut().unwrap_or(&mut self.numbering)
    }

    fn block(&mut self, block: &BodyBlock, at: &Pointer) {
        let levels = self.levels();
        let first = self.out.len();
        match block {
            BodyBlock::Paragraph(text) => self.text(Role::Body, at, rich(&text.text, Case::AsGiven, self.c.shown)),
            BodyBlock::Part(part) => {
                self.heading(levels.part, levels.part_role, part.label.as_ref(), &part.heading, at)
            }
            BodyBlock::Chapter(chapter) => {
                self.heading(levels.chapter, Role::Chapter, chapter.label.as_ref(), &chapter.heading, at);
            }
            BodyBlock::Section(section) => {
                let role = levels.section_role;
                self.heading(levels.section, role, section.label.as_ref(), &section.heading, at);
            }
            BodyBlock::Subsection(section) => {
                self.heading(levels.subsection, Role::Subsection, section.label.as_ref(), &section.heading, at);
            }
            BodyBlock::Article(article) => {
                let unit = Unit { level: levels.article, heading: Role::Article, text: Role::ArticleText };
                self.unit(unit, article.label.as_ref(), article.heading.as_ref(), article.text.as_ref(), at);
            }
            BodyBlock::Clause(clause) => {
                let unit = Unit { level: levels.clause, heading: Role::Clause, text: Role::ClauseText };
                self.unit(unit, clause.label.as_ref(), clause.heading.as_ref(), clause.text.as_ref(), at);
            }
            BodyBlock::Subclause(subclause) => {
                let depth = usize::from(subclause.level.unwrap_or(1).clamp(1, 3));
                let heading = [Role::Subclause1, Role::Subclause2, Role::Subclause3][depth - 1];
                let unit = Unit { level: levels.clause + depth, heading, text: Role::SubclauseText };
                self.unit(unit, subclause.label.as_ref(), subclause.heading.as_ref(), subclause.text.as_ref(), at);
            }
            BodyBlock::Point(point) => {
                let label = self.numbering().point(point.label.as_ref().map(Text::as_str));
                let mut inlines = rich(&point.text, Case::AsGiven, self.c.shown);
                inlines::label(&mut inlines, format!("{label} "));
                self.text(Role::Point, at, inlines);
            }
            BodyBlock::Line(line) => {
                self.text(line_role(line.align), at, rich(&line.text, Case::AsGiven, self.c.shown))
            }
            // the text goes on elsewhere, and they print nothing
            BodyBlock::PageSetup(_) | BodyBlock::PageBreak(_) => {}
            BodyBlock::Table(table) => data_table::compose(self.c, table, at, self.fields.width, self.out),
            BodyBlock::List(list) => self.list(list, 0, Marker::Dash, at),
            BodyBlock::Checkbox(boxes) => checkboxes::compose(self.fields, boxes, at, self.out),
            BodyBlock::Party(party) => party::compose(self.fields, party, at, self.out),
            BodyBlock::Quotation(quoted) => quotation::compose(quoted, self.c.shown, at, self.out),
            BodyBlock::Field(field) => self.fields.compose(field, at, self.out),
            BodyBlock::Contents(block) => contents::compose(self.c, block, at, self.out),
            BodyBlock::Picture(picture) => pictures::compose(self.c, picture, at, self.out),
            BodyBlock::Note(note) => {
                self.text(Role::Note, at, in_parentheses(rich(&note.text, Case::AsGiven, self.c.shown)))
            }
        }
        if let (Some(id), Some(named)) = (block.id(), self.out.get_mut(first).and_then(first_paragraph)) {
            named.destination = Some(id.as_str().to_owned());
        }
        if self.begins_page
            && let Some(first) = self.out.get_mut(first).and_then(first_paragraph)
        {
            first.begins_page = true;
            self.begins_page = false;
        }
    }

    fn text(&mut self, role: Role, at: &Pointer, inlines: Vec<Inline>) {
        self.out.push(paragraph(role, at.clone(), inlines));
    }

    /// A heading in capitals on lines of its own.
    fn heading(&mut self, level: usize, role: Role, label: Option<&Text>, heading: &RichText, at: &Pointer) {
        let number = self.number(level, label);
        self.numbered(role, number, rich(heading, Case::Upper, self.c.shown), at);
    }

    /// A numbered unit: its heading, or its text behind the number, or both one under the other.
    fn unit(
        &mut self,
        unit: Unit,
        label: Option<&Text>,
        heading: Option<&RichText>,
        text: Option<&RichText>,
        at: &Pointer,
    ) {
        let number = self.number(unit.level, label);
        let text = text.map(|text| rich(text, Case::AsGiven, self.c.shown));
        match (heading, text) {
            (Some(heading), text) => {
                self.numbered(unit.heading, number, rich(heading, Case::AsGiven, self.c.shown), at);
                if let Some(text) = text {
                    self.text(Role::Body, &at.key("text"), text);
                }
            }
            (None, text) => self.numbered(unit.text, number, text.unwrap_or_default(), at),
        }
    }

    fn number(&mut self, level: usize, label: Option<&Text>) -> NumberedLabel {
        match label {
            Some(label) => self.numbering().given(level, label.as_str()),
            None => {
                let above = self.levels().above_clause;
                self.inner.as_mut().unwrap_or(&mut self.numbering).next(level, above, &mut self.c.lists)
            }
        }
    }

    fn numbered(&mut self, role: Role, number: NumberedLabel, mut inlines: Vec<Inline>, at: &Pointer) {
        let mut label = None;
        if role == Role::ArticleText {
            unbold(&mut inlines);
        }
        match number {
            NumberedLabel::Counted(counted) => {
                if counted.suffix == LabelSuffix::LineBreak {
                    inlines.insert(0, Inline::LineBreak);
                }
                label = Some(counted);
            }
            NumberedLabel::Literal(text, LabelSuffix::Space) => inlines::label(&mut inlines, format!("{text} ")),
            NumberedLabel::Literal(text, LabelSuffix::LineBreak) => {
                inlines.insert(0, Inline::LineBreak);
                inlines::label(&mut inlines, text);
            }
        }
        let kind = BlockKind::Paragraph(Paragraph { label, inlines, ..Paragraph::default() });
        self.out.push(Block::new(role, kind, at.clone()));
    }

    /// A list and those inside it, which take the other sign unless they name one.
    fn list(&mut self, list: &ListBlock, level: usize, default: Marker, at: &Pointer) {
        let marker = list.marker.unwrap_or(default);
        let (place, definition, text, other) = match marker {
            Marker::Dash => (0, ListDefinition::Dash, "-", Marker::Plus),
            Marker::Plus => (1, ListDefinition::Plus, "+", Marker::Dash),
        };
        for (i, item) in list.items.iter().enumerate() {
            let index = *self.signs[place].get_or_insert_with(|| {
                self.c.lists.push(List { definition });
                self.c.lists.len() - 1
            });
            let (text, suffix, counting) = (text.to_owned(), LabelSuffix::Space, Counting::Next);
            let label = Label { list: index, level, text, suffix, counting };
            let at = at.key("items").index(i);
            let inlines = rich(&item.text, Case::AsGiven, self.c.shown);
            let kind = BlockKind::Paragraph(Paragraph { label: Some(label), inlines, ..Paragraph::default() });
            self.out.push(Block::new(Role::ListItem, kind, at.clone()));
            if let Some(inner) = &item.list {
                self.list(inner, (level + 1).min(MAX_LIST_LEVEL), other, &at.key("list"));
            }
        }
    }
}

fn line_role(align: Option<LineAlignment>) -> Role {
    match align.unwrap_or_default() {
        LineAlignment::Left => Role::LineLeft,
        LineAlignment::Center => Role::LineCentered,
        LineAlignment::Right => Role::LineRight,
    }
}

/// The paragraph that bears the name of a block: itself, or the first in a table.
fn first_paragraph(block: &mut Block) -> Option<&mut Paragraph> {
    match &mut block.kind {
        BlockKind::Paragraph(paragraph) => Some(paragraph),
        BlockKind::Rule(_) => None,
        BlockKind::Table(table) => {
            let mut cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
            cells.find_map(|cell| cell.blocks.iter_mut().find_map(first_paragraph))
        }
    }
}

/// A kind of numbered unit.
#[derive(Clone, Copy)]
struct Unit {
    level: usize,
    /// Its role with a heading.
    heading: Role,
    /// Its role with text behind the number.
    text: Role,
}

/// The style of an article without heading is bold for the sake of its label; its text is not.
fn unbold(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Run(run) => {
                run.bold.get_or_insert(false);
            }
            Inline::Note(note) => {
                note.bold.get_or_insert(false);
            }
            Inline::PageOf(page) => {
                page.bold.get_or_insert(false);
            }
            _ => {}
        }
    }
}

fn in_parentheses(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let text = plain(&inlines);
    if !text.starts_with('(') {
        prepend(&mut inlines, "(", None);
        inlines.push(Inline::text(")"));
    }
    inlines
}
