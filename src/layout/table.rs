//! A table's rows: the cells of each set side by side, each row as high as it must be, and the lines between them (measured on word
//! processors: a border lies below the top edge of its row and takes its whole thickness; one more closes the table, on each of its pages).

use std::ops::Range;

use super::collect::stack;
use super::split_row::{CellLine, SplitRow};
use super::structure::BlockTags;
use super::table_lines::{ClosingLine, RowSides, TableLines};
use super::typeset::{Column, SetLine, Typesetter, shift};
use crate::diag::Pointer;
use crate::model::{Block, BlockKind, Cell, Grid, GridPlace, Role, RowHeight, RowSplit, Table, VerticalAlignment};
use crate::pages::SourceId;
use crate::units::Length;

/// Rows of more than this part of a page may split.
const HIGH_ROW: i64 = 3;

/// A table that is set: where its cells stand, its rows, and its lines.
#[derive(Debug, Default)]
pub(super) struct SetTable {
    pub(super) grid: Grid,
    pub(super) rows: Vec<SetRow>,
    /// The lines down the rows; most rows share theirs.
    pub(super) sides: Vec<RowSides>,
    /// The line that closes the table, and each page that it goes on from.
    pub(super) closing: Option<ClosingLine>,
}

/// A row that is set.
#[derive(Debug)]
pub(super) struct SetRow {
    /// Its text and the lines above its cells.
    pub(super) line: SetLine,
    /// The lines beside its cells: index into [`SetTable::sides`].
    pub(super) sides: Option<usize>,
    /// What a page may take of it.
    pub(super) split: Option<SplitRow>,
    /// Its cells that span rows below it.
    pub(super) spans: Vec<SetSpan>,
}

/// A cell that spans rows, in the first of them.
#[derive(Debug)]
pub(super) struct SetSpan {
    /// Index among the cells of its row.
    pub(super) cell: usize,
    pub(super) items: Range<usize>,
    /// What it needs, with its padding.
    pub(super) height: Length,
    /// How far its text was moved down to stand where it is to stand.
    pub(super) down: Length,
}

/// What a table's block says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TableOf<'a> {
    pub(super) at: &'a Pointer,
    pub(super) role: Role,
    /// The height of the pages that it may go on over; nothing for one in a cell or a margin, which stays whole.
    pub(super) page: Option<Length>,
}

/// A cell that is set: its items count from the top of what it holds.
struct SetCell {
    items: Range<usize>,
    /// What it needs with its padding.
    height: Length,
    vertical: VerticalAlignment,
    /// The rows it begins and ends in.
    rows: (usize, usize),
    /// Index among the cells of its row.
    cell: usize,
    /// Its lines, where a page might end between them.
    lines: Option<Vec<CellLine>>,
}

/// Sets the rows of a table, `y` from the top of each. A row is as high as its highest cell; what a cell that spans rows
/// needs more than these have goes to the last of them, as word processors do. A table whose cells stand nowhere is noted, for
/// nothing of it can be set.
pub(super) fn set(
    table: &mut Table,
    block: TableOf<'_>,
    tags: Option<&BlockTags>,
    column: Column,
    setter: &mut Typesetter<'_>,
) -> SetTable {
    let grid = table.grid().unwrap_or_else(|| {
        setter.ragged.push(block.at.clone());
        Grid::default()
    });
    // a table without lines draws nothing of its own
    let source = if table.look.border > Length::ZERO { setter.sources.id(block.at) } else { SourceId::default() };
    let lines = TableLines::of(table, block.role, source, column);
    let border = table.look.border;
    let mut set = SetTable { closing: lines.closing(), ..SetTable::default() };
    let mut open: Vec<SetCell> = Vec::new();
    let mut lowered: Vec<(Range<usize>, Length)> = Vec::new();
    for (index, places) in grid.rows().enumerate() {
        let start = setter.items.len();
        lines.row_top(index, places, &mut setter.items);
        let ruled = setter.items.len();
        let may_split = block.page.is_some() && may_split(table, index, places);
        for place in places.iter().filter(|place| place.row == index) {
            let tags = tags.map_or(&[][..], |tags| tags.of_cell(index, place.cell));
            open.extend(set_cell(table, place, tags, may_split, &lines, setter));
        }
        let above = |cell: &SetCell| {
            set.rows[cell.rows.0..].iter().fold(Length::ZERO, |sum: Length, row| sum + row.line.height)
        };
        let needs = |cell: &SetCell| cell.height - above(cell);
        let ends = |cell: &&SetCell| cell.rows.1 == index;
        let content = open.iter().filter(ends).map(needs).fold(Length::ZERO, Length::max);
        let content = match table.rows[index].height {
            RowHeight::Auto => content,
            RowHeight::AtLeast(height) => content.max(height),
            RowHeight::Exactly(height) => height - border,
        };
        if index < table.header_rows && table.rows[index].height == RowHeight::Auto {
            let own = open.iter().filter(|cell| cell.rows == (index, index)).max_by_key(|cell| cell.height);
            let own = own.map(|cell| (cell.cell, content - cell.height));
            own.into_iter().for_each(|(cell, by)| stretch(&mut table.rows[index].cells[cell], by));
        }
        let is_last = index + 1 == grid.row_count();
        let height = border + content + if is_last { border } else { Length::ZERO };
        let splits = may_split
            && open.iter().all(|cell| cell.lines.is_some())
            && open.iter().flat_map(|cell| &cell.lines).any(|lines| lines.len() > 1)
            && {
                let is_high = block.page.is_some_and(|page| height * HIGH_ROW > page);
                is_high || table.rows[index].split == RowSplit::Anywhere
            };
        // what began on the page before cannot follow to the next
        table.rows[index].keep_with_next &= !splits;
        let mut spans = Vec::new();
        for cell in open.iter().filter(ends) {
            let slack = (above(cell) + content - cell.height).max(Length::ZERO);
            let down = match cell.vertical {
                _ if splits => Length::ZERO,
                VerticalAlignment::Top => Length::ZERO,
                VerticalAlignment::Center => slack / 2,
                VerticalAlignment::Bottom => slack,
            };
            shift(&mut setter.items[cell.items.clone()], border + table.look.padding_top + down);
            if down > Length::ZERO && index >= table.header_rows {
                lowered.push((cell.items.clone(), down));
            }
            if cell.rows.0 < index {
                let SetCell { ref items, height, cell: number, rows, .. } = *cell;
                spans.push((rows.0, SetSpan { cell: number, items: items.clone(), height, down }));
            }
        }
        let done = open.extract_if(.., |cell| cell.rows.1 == index);
        let cells: Vec<Vec<CellLine>> = done.filter_map(|cell| cell.lines).collect();
        let split = splits.then_some(SplitRow {
            row: index,
            cells,
            top: start..ruled,
            look: table.look,
            closing: set.closing,
            is_last,
        });
        let sides = lines.row_sides(places).map(|sides| match set.sides.last() {
            Some(last) if *last == sides => set.sides.len() - 1,
            _ => {
                set.sides.push(sides);
                set.sides.len() - 1
            }
        });
        if is_last {
            setter.items.extend(set.closing.map(|closing| closing.item(height - border)));
        }
        let line = SetLine::plain(height, start..setter.items.len());
        set.rows.push(SetRow { line, sides, split, spans: Vec::new() });
        for (row, span) in spans {
            set.rows[row].spans.push(span);
        }
    }
    set.grid = grid;
    if set.rows.iter().any(|row| row.split.is_some()) {
        raise(table, &mut set, lowered, setter);
    }
    set
}

/// Lets the highest cell of a row fill it: what a cell that spans rows adds to the last of them, `LibreOffice` leaves out where they are
/// repeated on the next page.
fn stretch(cell: &mut Cell, by: Length) {
    if by <= Length::ZERO {
        return;
    }
    let above = (by / 2).round_to_twip();
    if let Some(Block { kind: BlockKind::Paragraph(first), .. }) = cell.blocks.first_mut() {
        first.stretch.0 = above;
    }
    if let Some(Block { kind: BlockKind::Paragraph(last), .. }) = cell.blocks.last_mut() {
        last.stretch.1 = by.round_to_twip() - above;
    }
}

/// Lets all text below the head stand at the top of its cell: where a row splits it must, and LibreOffice lets some of the rows below
/// such a row stand at the top too.
fn raise(table: &mut Table, set: &mut SetTable, lowered: Vec<(Range<usize>, Length)>, setter: &mut Typesetter<'_>) {
    for (items, down) in lowered {
        shift(&mut setter.items[items], -down);
    }
    let head = table.header_rows;
    let cells = table.rows.iter_mut().skip(head).flat_map(|row| &mut row.cells);
    cells.for_each(|cell| cell.vertical = VerticalAlignment::Top);
    set.rows.iter_mut().skip(head).flat_map(|row| &mut row.spans).for_each(|span| span.down = Length::ZERO);
}

/// Whether a page might end inside a row: none of its cells spans rows, none heads the table, and it has no height of its own.
fn may_split(table: &Table, index: usize, places: &[GridPlace]) -> bool {
    let row = &table.rows[index];
    let is_single = |place: &GridPlace| place.row == index && table.cell(place).is_some_and(|cell| cell.rows == 1);
    row.split != RowSplit::Never
        && row.height == RowHeight::Auto
        && index >= table.header_rows
        && places.iter().all(is_single)
}

fn set_cell(
    table: &mut Table,
    place: &GridPlace,
    tags: &[BlockTags],
    may_split: bool,
    lines: &TableLines,
    setter: &mut Typesetter<'_>,
) -> Option<SetCell> {
    let look = table.look;
    // text keeps clear of the border even where there is no padding
    let (left, right) = (look.padding_left.max(look.border / 2), look.padding_right.max(look.border / 2));
    let x = lines.grid_x + table.offset(place) + left;
    let width = (table.width(place) - left - right).max(Length::twip(1));
    let cell = table.cell_mut(place)?;
    let start = setter.items.len();
    let mut found = may_split.then(Vec::new);
    let text = stack(&mut cell.blocks, tags, Column { x, width }, &mut found, setter);
    Some(SetCell {
        items: start..setter.items.len(),
        height: look.padding_top + text + look.padding_bottom,
        vertical: cell.vertical,
        rows: (place.row, place.row + cell.rows.max(1) - 1),
        cell: place.cell,
        lines: found,
    })
}
