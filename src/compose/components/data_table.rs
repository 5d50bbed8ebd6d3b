//! A table of the body: its caption and unit above it, rows of cells in columns of decided widths, its notes below.

use super::captions::{self, Captioned};
use crate::compose::columns::{self, ColumnNeed};
use crate::compose::inlines::{Case, rich};
use crate::compose::{Composer, overrides, paragraph, ranges};
use crate::diag::{Diagnostic, Pointer, phrase, registry};
use crate::model::{
    Block, BlockKind, Cell, Color, Inline, Purpose, Role, Row, RowSplit, Run, Scope, Table, TableLook,
    VerticalAlignment,
};
use crate::specification::{CellAlignment, RichRun, RichText, TableBlock, TableCell};
use crate::units::Length;

/// Half a point, as word processors draw tables by themselves.
const BORDER: Length = Length::twip(10);
/// Above and below the text of a cell.
const PADDING: Length = Length::twip(28);
/// Beside the text of a cell.
const SIDE_PADDING: Length = Length::twip(85);
/// The most columns: more cannot be read on any paper.
const MOST_COLUMNS: usize = 63;

/// The blocks of a table; nothing but a finding where its rows and columns do not go together.
pub(super) fn compose(c: &mut Composer<'_>, given: &TableBlock, at: &Pointer, width: Length, out: &mut Vec<Block>) {
    let Some(grid) = CellGrid::of(c, given, at) else { return };
    let Some(columns) = column_widths(c, given, &grid, at, width - BORDER) else { return };
    captions(c, given, at, out);
    let mut table = Table {
        columns,
        rows: rows(given, &grid, at),
        header_rows: given.header.len() + usize::from(given.column_numbers == Some(true)),
        purpose: Purpose::Data,
        look: TableLook {
            border: BORDER,
            color: Color::BLACK,
            padding_top: PADDING,
            padding_bottom: PADDING,
            padding_left: SIDE_PADDING,
            padding_right: SIDE_PADDING,
        },
        description: given.caption.as_ref().map(|caption| caption.plain().replace('\n', " ")).unwrap_or_default(),
        ..Table::default()
    };
    tie_rows(&mut table);
    out.push(Block::new(Role::Table, BlockKind::Table(table), at.clone()));
    for (i, note) in given.notes.iter().enumerate() {
        out.push(paragraph(Role::TableNote, at.key("notes").index(i), rich(note, Case::AsGiven)));
    }
}

/// The caption and the unit.
fn captions(c: &mut Composer<'_>, given: &TableBlock, at: &Pointer, out: &mut Vec<Block>) {
    if let Some(caption) = &given.caption {
        let inlines = captions::compose(c, Captioned::Table, caption, given.label.as_ref(), given.numbered);
        out.push(paragraph(Role::TableCaption, at.key("caption"), inlines));
    }
    if let Some(unit) = &given.unit {
        out.push(paragraph(Role::TableUnit, at.key("unit"), rich(unit, Case::AsGiven)));
    }
}

/// Where the cells of all rows stand.
struct CellGrid {
    columns: usize,
    /// Of each row, header rows first, the first column of each of its cells.
    starts: Vec<Vec<usize>>,
}

impl CellGrid {
    /// `None` where a row has more or fewer cells than there are columns, which is told.
    fn of(c: &mut Composer<'_>, given: &TableBlock, at: &Pointer) -> Option<Self> {
        let all = || {
            let named = |rows: &[Vec<TableCell>], name: &'static str| {
                (0..rows.len()).map(move |index| (name, index)).collect::<Vec<_>>()
            };
            named(&given.header, "header").into_iter().chain(named(&given.rows, "rows"))
        };
        let row =
            |(name, index): (&str, usize)| if name == "header" { &given.header[index] } else { &given.rows[index] };
        let columns = match given.columns.len() {
            0 => all().next().map_or(0, |first| row(first).iter().map(columns_of).sum()),
            said => said,
        };
        if columns == 0 || columns > MOST_COLUMNS {
            c.out.push(column_count(columns, at));
            return None;
        }
        let mut below = vec![0; columns];
        let mut starts = Vec::new();
        let mut is_sound = true;
        let last = all().count() - 1;
        for (number, place) in all().enumerate() {
            // spans end where their part of the table does
            if place == ("rows", 0) && below.iter().any(|rows| *rows > 0) {
                below.fill(0);
                is_sound = false;
                c.out.push(span_too_deep(&at.key("header")));
            }
            let found = place_row(row(place), &mut below);
            if found.filled != columns {
                is_sound = false;
                c.out.push(ragged(found.filled, columns, &at.key(place.0).index(place.1)));
            }
            if number == last && below.iter().any(|rows| *rows > 0) {
                is_sound = false;
                c.out.push(span_too_deep(&at.key(place.0).index(place.1)));
            }
            starts.push(found.starts);
        }
        is_sound.then_some(Self { columns, starts })
    }
}

/// What the cells of a row fill.
struct PlacedRow {
    starts: Vec<usize>,
    /// How many columns are filled, by its own cells and those above that span it.
    filled: usize,
}

/// Puts the cells of a row into the columns that no cell above spans; `below` is how many rows each column is still spanned.
fn place_row(row: &[TableCell], below: &mut [usize]) -> PlacedRow {
    let columns = below.len();
    let spanned: Vec<bool> = below.iter().map(|rows| *rows > 0).collect();
    below.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    let (mut column, mut starts, mut overflow) = (0, Vec::new(), 0);
    for cell in row {
        while spanned.get(column) == Some(&true) {
            column += 1;
        }
        starts.push(column);
        for _ in 0..columns_of(cell) {
            match below.get_mut(column) {
                Some(rows) if !spanned[column] => *rows = rows_of(cell) - 1,
                _ => overflow += 1,
            }
            column += 1;
        }
    }
    while spanned.get(column) == Some(&true) {
        column += 1;
    }
    PlacedRow { starts, filled: column.min(columns) + overflow }
}

fn columns_of(cell: &TableCell) -> usize {
    cell.columns.unwrap_or(1).max(1) as usize
}

fn rows_of(cell: &TableCell) -> usize {
    cell.rows.unwrap_or(1).max(1) as usize
}

/// The widths of the columns, in whole twips.
fn column_widths(
    c: &mut Composer<'_>,
    given: &TableBlock,
    grid: &CellGrid,
    at: &Pointer,
    room: Length,
) -> Option<Vec<Length>> {
    let mut needs = vec![ColumnNeed::default(); grid.columns];
    for (index, column) in given.columns.iter().enumerate() {
        if let Some(width) = &column.width {
            let at = at.key("columns").index(index).key("width");
            needs[index].given = Some(overrides::length(width, &at, ranges::COLUMN_WIDTH, c.out)?);
        }
    }
    // a word that fills its column to the twip is broken by some word processors, which round widths up
    let padding = SIDE_PADDING * 2 + Length::twip(20);
    let head = (&given.header, Role::TableHead);
    let mut starts = grid.starts.iter();
    for (rows, role) in [head, (&given.rows, Role::TableText)] {
        let of_type = c.type_of(role);
        for row in rows {
            for (cell, start) in row.iter().zip(starts.next().into_iter().flatten()) {
                // what spans columns finds room in their sum, nearly always
                let Some(need) = needs.get_mut(*start).filter(|_| columns_of(cell) == 1) else { continue };
                for text in &cell.paragraphs {
                    let text = with_page_numbers(text);
                    for line in text.split('\n') {
                        need.most = need.most.max(of_type.width(line) + padding);
                    }
                    for word in text.split([' ', '\n']) {
                        need.least = need.least.max(of_type.width(word) + padding);
                    }
                }
            }
        }
    }
    for need in &mut needs {
        need.least = need.least.max(padding);
        need.most = need.most.max(need.least);
    }
    let narrow = needs.iter().position(|need| need.given.is_some_and(|given| given < need.least));
    if let Some(index) = narrow {
        c.out.push(column_too_narrow(index, needs[index], at));
    }
    let widths = columns::widths(&needs, room);
    if widths.is_none() {
        let least = needs.iter().fold(Length::ZERO, |sum, need| sum + need.given.unwrap_or(need.least));
        c.out.push(table_too_wide(least, room, at));
    }
    widths
}

/// A text with room for the numbers of pages in it: no document has more pages.
fn with_page_numbers(text: &RichText) -> String {
    let number = |run: &RichRun| if run.page_of.is_some() { "9999" } else { "" };
    text.runs().iter().flat_map(|run| [run.text(), number(run)]).collect()
}

/// The rows of the model: those that head it, the numbers of the columns, the others.
fn rows(given: &TableBlock, grid: &CellGrid, at: &Pointer) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut starts = grid.starts.iter();
    for (i, row) in given.header.iter().enumerate() {
        let at = at.key("header").index(i);
        let cells = row.iter().enumerate().map(|(j, cell)| {
            let blocks = cell_blocks(cell, Role::TableHead, None, &at.index(j));
            Cell { heads: Some(Scope::Column), ..spanning(cell, blocks) }
        });
        rows.push(Row { cells: cells.collect(), keep_with_next: true, keep_together: true, ..Row::default() });
        starts.next();
    }
    if given.column_numbers == Some(true) {
        let number = |n: usize| {
            let run = Run { text: format!("({n})"), italic: Some(true), ..Run::default() };
            let block = paragraph(Role::TableCentered, at.key("column_numbers"), vec![Inline::Run(run)]);
            Cell { heads: Some(Scope::Column), ..centered(vec![block]) }
        };
        let cells = (1..=grid.columns).map(number).collect();
        rows.push(Row { cells, keep_with_next: true, keep_together: true, ..Row::default() });
    }
    let totals = given.rows.len().saturating_sub(given.total_rows.unwrap_or(0) as usize);
    for (i, row) in given.rows.iter().enumerate() {
        let (at, starts) = (at.key("rows").index(i), starts.next());
        let cells = row.iter().zip(starts.into_iter().flatten()).enumerate().map(|(j, (cell, column))| {
            let align = cell.align.or_else(|| given.columns.get(*column)?.align);
            let role = match align {
                None | Some(CellAlignment::Left) => Role::TableText,
                Some(CellAlignment::Center) => Role::TableCentered,
                Some(CellAlignment::Right) => Role::TableRight,
            };
            let bold = cell.bold.or_else(|| (i >= totals).then_some(true));
            spanning(cell, cell_blocks(cell, role, bold, &at.index(j)))
        });
        // two rows begin a table and two end it, as two lines do a paragraph; what heads a group stands above its first row,
        // a sum under what it sums up
        let next = given.rows.get(i + 1);
        let ends = i == 0 || i + 2 == given.rows.len() || i + 1 >= totals;
        let keep_with_next = next.is_some_and(|next| ends || heads_group(row) && !heads_group(next));
        rows.push(Row { cells: cells.collect(), keep_with_next, split: RowSplit::WhenHigh, ..Row::default() });
    }
    rows
}

/// Rows that one cell spans stay together.
fn tie_rows(table: &mut Table) {
    let Some(grid) = table.grid() else { return };
    for (index, row) in table.rows.iter_mut().enumerate() {
        row.keep_with_next |= grid.ties(index);
    }
}

/// Whether a row stands above others of its group: all that is written in it is bold.
fn heads_group(row: &[TableCell]) -> bool {
    let mut written = row.iter().filter(|cell| !cell.paragraphs.is_empty()).peekable();
    written.peek().is_some() && written.all(|cell| cell.bold == Some(true))
}

fn spanning(cell: &TableCell, blocks: Vec<Block>) -> Cell {
    Cell { columns: columns_of(cell), rows: rows_of(cell), ..centered(blocks) }
}

fn centered(blocks: Vec<Block>) -> Cell {
    Cell { vertical: VerticalAlignment::Center, ..Cell::of(blocks) }
}

/// The paragraphs of a cell; an empty one has one without text, as high as a line.
fn cell_blocks(cell: &TableCell, role: Role, bold: Option<bool>, at: &Pointer) -> Vec<Block> {
    if cell.paragraphs.is_empty() {
        return vec![paragraph(role, at.clone(), Vec::new())];
    }
    let text = |text| {
        let mut inlines = rich(text, Case::AsGiven);
        for inline in &mut inlines {
            match (inline, bold) {
                (Inline::Run(run), Some(bold)) => drop(run.bold.get_or_insert(bold)),
                (Inline::PageOf(page), Some(bold)) => drop(page.bold.get_or_insert(bold)),
                _ => {}
            }
        }
        paragraph(role, at.clone(), inlines)
    };
    cell.paragraphs.iter().map(text).collect()
}

fn column_count(columns: usize, at: &Pointer) -> Diagnostic {
    let message = if columns == 0 {
        phrase!("bảng không có cột nào", "the table has no column")
    } else {
        phrase!(
            "bảng có {columns} cột, nhiều nhất {MOST_COLUMNS}",
            "the table has {columns} columns, at most {MOST_COLUMNS}"
        )
    };
    Diagnostic::of(registry::TABLE_COLUMNS, at.key("rows"), message).hint(phrase!(
        "ghi các ô của hàng thứ nhất; bảng quá rộng thì tách ra",
        "write the cells of the first row; part a table that is too wide"
    ))
}

fn ragged(found: usize, columns: usize, at: &Pointer) -> Diagnostic {
    let message = phrase!(
        "hàng này chiếm {found} cột, bảng có {columns} cột",
        "this row fills {found} columns, the table has {columns}"
    );
    Diagnostic::of(registry::RAGGED_ROW, at, message).hint(if found < columns {
        phrase!("thêm ô, ô trống ghi \"\"", "add cells; an empty one is \"\"")
    } else {
        phrase!("bớt ô, hoặc giảm \"columns\" của ô gộp", "take cells out, or make \"columns\" of a spanning cell less")
    })
}

fn span_too_deep(at: &Pointer) -> Diagnostic {
    let message = phrase!(
        "ô gộp hàng vượt quá phần của nó trong bảng",
        "a cell that spans rows reaches out of its part of the table"
    );
    Diagnostic::of(registry::RAGGED_ROW, at, message).hint(phrase!(
        "giảm \"rows\" của ô gộp, hoặc thêm hàng",
        "make \"rows\" of the spanning cell less, or add rows"
    ))
}

fn column_too_narrow(index: usize, need: ColumnNeed, at: &Pointer) -> Diagnostic {
    let (number, least) = (index + 1, (need.least + Length::mm(1)).to_mm());
    let message =
        phrase!("cột {number} hẹp hơn từ dài nhất của nó", "column {number} is narrower than its longest word");
    Diagnostic::of(registry::NARROW_COLUMN, at.key("columns").index(index).key("width"), message)
        .hint(phrase!("viết \"{least}mm\" hoặc rộng hơn", "write \"{least}mm\" or more"))
}

fn table_too_wide(least: Length, room: Length, at: &Pointer) -> Diagnostic {
    let (least, room) = (least.to_mm() + 1, room.to_mm());
    let message = phrase!(
        "bảng cần ít nhất {least} mm, trang chỉ có {room} mm",
        "the table needs at least {least} mm, the page has {room} mm"
    );
    Diagnostic::of(registry::WIDE_TABLE, at.key("rows"), message).hint(phrase!(
        "giảm cột, giảm \"width\", giảm /layout/table_size, hoặc đưa bảng vào phụ lục khổ ngang (\"orientation\": \"landscape\")",
        "take columns out, make \"width\" or /layout/table_size less, or put the table into an appendix across (\"orientation\": \"landscape\")"
    ))
}
