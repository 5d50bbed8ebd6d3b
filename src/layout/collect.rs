//! The first verb of layout: a section's content as pieces, lines and table rows one under the other, and where a page may
//! begin between them.

use std::ops::Range;

use super::notes::{self, SetNote};
use super::row_keeps::RowKeeps;
use super::split_row::{CellLine, SplitRow};
use super::structure::BlockTags;
use super::table::{self, SetTable, TableOf};
use super::table_lines::{ClosingLine, OpenSides, RowSides};
use super::typeset::{Column, SetLine, Typesetter, shift};
use crate::diag::Pointer;
use crate::model::{
    Block, BlockKind, Inline, Keeping, Label, LabelSuffix, Paragraph, Purpose, SPACER_HEIGHT, Style, Table,
};
use crate::pages::{ItemKind, LineEnd, TableFault};
use crate::units::Length;

/// Lines of a paragraph that stay together at the foot of a page (orphans) and at the top of the next (widows).
const MIN_LINES: usize = 2;

/// So many lines may be as short as they will: more than a thousand pages of them.
const FREE_LINES: usize = 60_000;
/// Beyond them, how many bytes of text a line has at least on average. Lines of fewer have letters as high as a hand in a
/// column as narrow as one; each costs memory, however little it says.
const BYTES_PER_LINE: usize = 40;

/// What is placed on a page as one piece: a line, a rule, a table row.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Space between the piece above and this one: of blocks, and what the line spacing of the line above adds below it.
    /// Dropped at the top of a page.
    pub(super) gap: Length,
    pub(super) height: Length,
    /// Items in [`Typesetter::items`]; their `y` counts from the top of the piece.
    pub(super) items: Range<usize>,
    pub(super) may_start_page: MayStartPage,
    /// Index of the block it belongs to, for findings.
    pub(super) block: usize,
    /// The lines beside it, where it is a row of a table that has lines: index into [`Flow::sides`].
    pub(super) sides: Option<usize>,
    /// What a page may take of it, where it is a row that may go on over pages: index into [`Flow::split_rows`].
    pub(super) split: Option<usize>,
    /// The line that closes its table where a page ends below it; room is kept for it.
    pub(super) closing: Option<ClosingLine>,
    /// The rows that head it, as pieces, where it is a row of a table whose head is repeated.
    pub(super) head: Option<Range<usize>>,
    /// The notes whose marks stand in it: indices into [`Flow::notes`].
    pub(super) notes: Range<usize>,
}

impl Piece {
    /// From the foot of the piece above to the top of this one.
    pub(super) fn offset(&self, is_first_on_page: bool) -> Length {
        if is_first_on_page { Length::ZERO } else { self.gap }
    }
}

/// Whether a page may begin with a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MayStartPage {
    /// It must stay under the piece above it, whatever happens (a spacer under its table).
    Never,
    /// Only where there is no other way: a page would end with one line of a paragraph, begin with one, or cut lines that
    /// stay together.
    LastResort,
    /// Only where keeping yields: its block belongs to the block above it.
    IfNeeded,
    /// Yes.
    Freely,
    /// A page begins with it wherever it comes.
    Must,
}

/// A place that the outline or a link names: the piece it begins with.
#[derive(Debug)]
pub(super) struct MarkedPiece {
    pub(super) piece: usize,
    pub(super) heading: Option<OutlineHeading>,
    pub(super) destination: Option<String>,
}

/// A heading for the outline.
#[derive(Debug)]
pub(super) struct OutlineHeading {
    pub(super) level: u8,
    pub(super) title: String,
}

/// A section's content as pieces.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) pieces: Vec<Piece>,
    pub(super) marked: Vec<MarkedPiece>,
    /// The notes of the pieces, in order.
    pub(super) notes: Vec<SetNote>,
    /// The lines down the rows of tables.
    pub(super) sides: Vec<RowSides>,
    /// What is wrong with tables on these pages.
    pub(super) table_faults: Vec<TableFault>,
    /// The rows that may go on over pages.
    pub(super) split_rows: Vec<SplitRow>,
    /// The last block that was set, where there are more lines than so much text should have.
    pub(super) cut_short: Option<usize>,
}

impl Flow {
    /// Sets all blocks in a column on pages of a height, below a spacer where the section begins with one.
    pub(super) fn of(
        begins_with_spacer: bool,
        blocks: &mut [Block],
        tags: &[BlockTags],
        (column, page): (Column, Length),
        setter: &mut Typesetter<'_>,
    ) -> Self {
        let mut flow = Self::default();
        let mut above = Above { space_after: Length::ZERO, surplus: Length::ZERO, keep_with_next: false };
        if begins_with_spacer {
            flow.add_spacer(MayStartPage::Freely, 0);
            above.keep_with_next = true;
        }
        let mut lines = Vec::new();
        for (index, block) in blocks.iter_mut().enumerate() {
            lines.clear();
            match &mut block.kind {
                BlockKind::Table(table) => {
                    let of = TableOf { at: &block.at, role: block.role, page: Some(page) };
                    let set = table::set(table, of, tags.get(index), column, setter);
                    flow.add_rows(index, (table, &block.at), set, page, &above, setter);
                    let space_after = setter.styles.get(block.style).space_after;
                    above = Above { space_after, surplus: Length::ZERO, keep_with_next: false };
                }
                BlockKind::Paragraph(_) | BlockKind::Rule(_) => {
                    setter.set(block, tags.get(index), column, &mut lines);
                    above = flow.add_lines(index, block, &lines, &above, setter);
                    notes::set(block, column, setter, &mut flow.notes);
                }
            }
            if flow.pieces.len() + flow.notes.len() > FREE_LINES + setter.text.len() / BYTES_PER_LINE {
                flow.cut_short = Some(index);
                break;
            }
        }
        flow
    }

    fn add_lines(
        &mut self,
        index: usize,
        block: &Block,
        lines: &[SetLine],
        above: &Above,
        setter: &Typesetter<'_>,
    ) -> Above {
        let style = setter.styles.get(block.style);
        let spacing = BlockSpacing::of(block, style);
        if let BlockKind::Paragraph(paragraph) = &block.kind {
            self.mark(setter.headings.level(block.role), paragraph);
        }
        let mut surplus = above.surplus;
        let last_start = spacing.may_part().then(|| last_start(lines, setter)).flatten().unwrap_or(usize::MAX);
        for (i, line) in lines.iter().enumerate() {
            let may_start_page = if i == 0 {
                above.what_follows(block.begins_page())
            } else if spacing.keep_together || i < MIN_LINES || lines.len() - i < MIN_LINES || i > last_start {
                MayStartPage::LastResort
            } else {
                MayStartPage::Freely
            };
            let gap = if i == 0 { above.space_after.max(spacing.before) + surplus } else { surplus };
            surplus = line.surplus;
            self.add(line, gap, may_start_page, index);
        }
        Above { space_after: spacing.after, surplus, keep_with_next: spacing.keep_with_next }
    }

    fn add(&mut self, line: &SetLine, gap: Length, may_start_page: MayStartPage, block: usize) {
        let SetLine { height, items, notes, .. } = line.clone();
        let first = self.pieces.last().map_or(0, |piece| piece.notes.end);
        self.pieces.push(Piece {
            gap,
            height,
            items,
            may_start_page,
            block,
            closing: None,
            sides: None,
            split: None,
            head: None,
            notes: first..first + notes,
        });
    }

    /// Notes where a heading, or another paragraph with a name, begins.
    fn mark(&mut self, level: Option<u8>, paragraph: &Paragraph) {
        let heading = level.map(|level| OutlineHeading { level, title: heading_text(paragraph) });
        let destination = paragraph.destination.clone();
        if heading.is_some() || destination.is_some() {
            self.marked.push(MarkedPiece { piece: self.pieces.len(), heading, destination });
        }
    }

    /// Notes the names that paragraphs in a row's cells bear, where the row begins.
    fn mark_row(&mut self, table: &Table, row: usize) {
        let cells = table.rows.get(row).into_iter().flat_map(|row| &row.cells);
        for block in cells.flat_map(|cell| &cell.blocks) {
            if let BlockKind::Paragraph(Paragraph { destination: Some(name), .. }) = &block.kind {
                let destination = Some(name.clone());
                self.marked.push(MarkedPiece { piece: self.pieces.len(), heading: None, destination });
            }
        }
    }

    fn add_spacer(&mut self, may_start_page: MayStartPage, block: usize) {
        let spacer = SetLine::plain(SPACER_HEIGHT, 0..0);
        self.add(&spacer, Length::ZERO, may_start_page, block);
    }

    /// Adds the rows of a table and the spacer under it.
    fn add_rows(
        &mut self,
        index: usize,
        block: (&mut Table, &Pointer),
        set: SetTable,
        page: Length,
        above: &Above,
        setter: &mut Typesetter<'_>,
    ) {
        let (table, at) = block;
        let start = self.pieces.len();
        let kept_above = if above.keep_with_next { self.kept_height(page) } else { Length::ZERO };
        let stays = RowKeeps { table, set: &set, page, kept_above, items: &mut setter.items }
            .settle(at, &mut self.table_faults);
        let SetTable { rows, sides, closing, .. } = set;
        let first_sides = self.sides.len();
        self.sides.extend(sides);
        let head = start..start + table.header_rows;
        let count = rows.len();
        for (i, (row, stays)) in rows.into_iter().zip(stays).enumerate() {
            let (gap, may_start_page) = match (i, stays) {
                (0, _) => (above.space_after + above.surplus, above.what_follows(table.begins_page())),
                (_, true) => (Length::ZERO, MayStartPage::IfNeeded),
                (_, false) => (Length::ZERO, MayStartPage::Freely),
            };
            self.mark_row(table, i);
            self.add(&row.line, gap, may_start_page, index);
            let Some(piece) = self.pieces.last_mut() else { continue };
            // the last row has the line already
            piece.closing = closing.filter(|_| i + 1 < count);
            piece.sides = row.sides.map(|sides| first_sides + sides);
            piece.split = row.split.map(|split| {
                self.split_rows.push(split);
                self.split_rows.len() - 1
            });
            piece.head = (!head.is_empty() && i >= head.len()).then(|| head.clone());
        }
        // where the last row has room but not the spacer, the spacer goes on alone: of a table over pages LibreOffice moves no row for it
        let may_start_page = if table.purpose == Purpose::Data { MayStartPage::Freely } else { MayStartPage::Never };
        self.add_spacer(may_start_page, index);
    }

    /// The height of the pieces above that keep with the next, as far as they matter on a page of a height.
    fn kept_height(&self, page: Length) -> Length {
        let mut sum = Length::ZERO;
        for piece in self.pieces.iter().rev() {
            sum += piece.gap + piece.height;
            if piece.may_start_page == MayStartPage::Freely || sum > page {
                break;
            }
        }
        sum
    }
}

/// Sets blocks one under the other, `y` from the top of the first, all spacing kept. Returns the height. Without tags they
/// belong to the page. Their lines are noted in `found`, unless a page may not end between them: then it becomes `None`.
pub(super) fn stack(
    blocks: &mut [Block],
    tags: &[BlockTags],
    column: Column,
    found: &mut Option<Vec<CellLine>>,
    setter: &mut Typesetter<'_>,
) -> Length {
    let mut y = Length::ZERO;
    let mut space_after = Length::ZERO;
    let mut lines = Vec::new();
    for (index, block) in blocks.iter_mut().enumerate() {
        lines.clear();
        let spacing = BlockSpacing::of(block, setter.styles.get(block.style));
        y += space_after.max(spacing.before);
        let start = y;
        match &mut block.kind {
            BlockKind::Table(inner) => {
                *found = None;
                let of = TableOf { at: &block.at, role: block.role, page: None };
                y = stack_rows(&table::set(inner, of, tags.get(index), column, setter), y, setter);
            }
            BlockKind::Paragraph(_) | BlockKind::Rule(_) => {
                setter.set(block, tags.get(index), column, &mut lines);
                for line in &lines {
                    shift(&mut setter.items[line.items.clone()], y);
                    y += line.height + line.surplus;
                }
            }
        }
        // a page ends neither in space nor beside a blank line
        let is_blank = |line: &SetLine| line.text.start == line.text.end;
        let has_space = spacing.is_spaced() || lines.iter().any(|line| line.surplus > Length::ZERO);
        if has_space || lines.len() > 1 && lines.iter().any(is_blank) {
            *found = None;
        }
        if let Some(found) = found {
            let mut y = start;
            let text_start = lines.first().map_or(0, |line| line.text.start) + label_length(block);
            for SetLine { height, items, text, .. } in lines.drain(..) {
                found.push(CellLine { y, height, items, block: index, text: text.within(text_start) });
                y += height;
            }
        }
        space_after = spacing.after;
    }
    y + space_after
}

/// Moves the rows of a table in a cell to their place, with the lines down them. Returns where the spacer below it ends.
fn stack_rows(set: &SetTable, top: Length, setter: &mut Typesetter<'_>) -> Length {
    let mut y = top;
    let mut sides = OpenSides::default();
    for row in &set.rows {
        shift(&mut setter.items[row.line.items.clone()], y);
        if let Some(row_sides) = row.sides.and_then(|index| set.sides.get(index)) {
            sides.go_on(row_sides, (y, y + row.line.height), &mut setter.items);
        }
        y += row.line.height;
    }
    sides.end(&mut setter.items);
    y + SPACER_HEIGHT
}

/// How much of the text of a paragraph's first line is its label.
fn label_length(block: &Block) -> usize {
    match &block.kind {
        BlockKind::Paragraph(paragraph) => paragraph.label.as_ref().map_or(0, Label::printed_length),
        BlockKind::Rule(_) | BlockKind::Table(_) => 0,
    }
}

/// The last line that a page may begin with where the next block must have text above it: one that begins with a word, for
/// the Word file parts the paragraph there.
fn last_start(lines: &[SetLine], setter: &Typesetter<'_>) -> Option<usize> {
    let begins_word = |i: &usize| {
        let mut above = setter.items[lines[i - 1].items.clone()].iter();
        !above.any(|item| matches!(&item.kind, ItemKind::Text(run) if run.ends_line == LineEnd::Hard))
    };
    (MIN_LINES..=lines.len().saturating_sub(MIN_LINES)).rev().find(begins_word)
}

/// What the block above leaves to the next.
struct Above {
    space_after: Length,
    /// What its last line's spacing adds below.
    surplus: Length,
    keep_with_next: bool,
}

impl Above {
    fn what_follows(&self, begins_page: bool) -> MayStartPage {
        match () {
            () if begins_page => MayStartPage::Must,
            () if self.keep_with_next => MayStartPage::IfNeeded,
            () => MayStartPage::Freely,
        }
    }
}

/// A block's own spacing, and how it keeps together. Tables have none.
#[derive(Default)]
struct BlockSpacing {
    before: Length,
    after: Length,
    keep_with_next: bool,
    keep_together: bool,
}

impl BlockSpacing {
    fn is_spaced(&self) -> bool {
        self.before > Length::ZERO || self.after > Length::ZERO
    }

    /// Whether a page may end inside it although its last lines stay with the next block.
    fn may_part(&self) -> bool {
        self.keep_with_next && !self.keep_together
    }

    fn of(block: &Block, style: &Style) -> Self {
        let (with_next, together) = match &block.kind {
            BlockKind::Paragraph(paragraph) => {
                let Keeping { with_next, together } = paragraph.keeping(style);
                (with_next, together)
            }
            BlockKind::Rule(rule) => (rule.keep_with_next, true),
            BlockKind::Table(_) => return Self { after: style.space_after, ..Self::default() },
        };
        Self {
            before: style.space_before,
            after: style.space_after,
            keep_with_next: with_next,
            keep_together: together,
        }
    }
}

fn heading_text(paragraph: &Paragraph) -> String {
    let mut title = String::new();
    if let Some(label) = &paragraph.label {
        title.push_str(&label.text);
        if label.suffix == LabelSuffix::Space {
            title.push(' ');
        }
    }
    for inline in &paragraph.inlines {
        match inline {
            Inline::Run(run) => title.push_str(&run.text),
            Inline::LineBreak | Inline::Tab => title.push(' '),
            Inline::InlinePicture(picture) => title.push_str(&picture.alternative_text),
            // a table of contents has no marks of notes
            Inline::PageNumber
            | Inline::PageOf(_)
            | Inline::BeginContents(_)
            | Inline::EndContents
            | Inline::Note(_)
            | Inline::NoteNumber(_)
            | Inline::Picture(_)
            | Inline::SignatureField(_) => {}
        }
    }
    title
}
