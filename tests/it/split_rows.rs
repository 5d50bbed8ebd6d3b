//! Rows of tables over pages: nothing lost, nothing twice, each part framed, whatever the rows hold.

use vanban::diag::Pointer;
use vanban::docx::{Beside, WordCache};
use vanban::font::FontBook;
use vanban::layout::layout;
use vanban::model::{
    Block, BlockKind, Cell, Color, Document, Purpose, Role, Row, RowHeight, RowSplit, Table, TableLook,
    VerticalAlignment,
};
use vanban::pages::{ItemKind, Pages, Reading, TableFaultKind};
use vanban::units::Length;

use crate::docx_sample::{document, text};
use crate::recombined::chance::Chance;
use crate::words;

const LOOK: TableLook = TableLook {
    border: Length::twip(10),
    color: Color::BLACK,
    padding_top: Length::twip(28),
    padding_bottom: Length::twip(28),
    padding_left: Length::twip(85),
    padding_right: Length::twip(85),
};

fn cell(words: &str) -> Cell {
    Cell::of(vec![text(Role::TableText, words)])
}

fn table(rows: Vec<Row>, header_rows: usize, columns: usize) -> Table {
    let width = Length::twip(9300 / i64::try_from(columns).unwrap());
    let columns = vec![width; columns];
    Table { columns, rows, header_rows, purpose: Purpose::Data, look: LOOK, ..Table::default() }
}

fn block(table: Table) -> Block {
    Block::new(Role::Table, BlockKind::Table(table), Pointer::root())
}

fn row(cells: Vec<Cell>, split: RowSplit) -> Row {
    Row { cells, split, ..Row::default() }
}

fn set(blocks: Vec<Block>) -> (Document, Pages) {
    let mut document = document(blocks);
    let pages = layout(&mut document, &FontBook::bundled().unwrap());
    (document, pages)
}

fn word_file(document: &Document, pages: &Pages) -> Vec<u8> {
    let beside = Beside { source: b"{}", page_count: pages.pages.len(), partings: &pages.partings, symbols: &[] };
    vanban::docx::write(document, &beside, &mut WordCache::default()).unwrap()
}

/// All words of the text, in the order of pages, heads that repeat left out.
fn words_of(pages: &Pages) -> Vec<String> {
    let mut words = Vec::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let (ItemKind::Text(run), Reading::Content(_)) = (&item.kind, item.reading) {
            words.extend(pages.text_of(run).split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Lines of a page as (left, top, right, bottom).
fn lines(pages: &Pages, page: usize) -> Vec<[Length; 4]> {
    let items = pages.pages[page].items.iter().filter(|item| item.role == Role::Table);
    items
        .filter_map(|item| match item.kind {
            ItemKind::Line { x, y, width, height, .. } => Some([x, y, x + width, y + height]),
            ItemKind::Text(_) | ItemKind::Image { .. } | ItemKind::SignatureField { .. } => None,
        })
        .collect()
}

#[test]
fn random_tables_lose_and_double_no_word_and_stay_inside_their_pages() {
    let mut split_pages = 0;
    for seed in 0..60 {
        let mut chance = Chance::new(seed);
        let columns = 1 + chance.below(4);
        let head = chance.below(3);
        let mut number = 0;
        let mut numbered = |count: usize| {
            let words: Vec<String> = (0..count)
                .map(|_| {
                    number += 1;
                    format!("từ{number}")
                })
                .collect();
            words.join(" ")
        };
        let mut rows = Vec::new();
        for index in 0..head + 1 + chance.below(12) {
            let long = if index < head { 8 } else { [3, 40, 300, 2500][chance.below(4)] };
            let mut cell_of = |_| {
                let mut paragraph = || text(Role::TableText, &numbered(chance.below(long)));
                Cell::of((0..1 + index % 3).map(|_| paragraph()).collect())
            };
            let cells = (0..columns).map(&mut cell_of).collect();
            let split = [RowSplit::Never, RowSplit::WhenHigh, RowSplit::Anywhere][chance.below(3)];
            let split = if long >= 40 && split == RowSplit::Never { RowSplit::WhenHigh } else { split };
            rows.push(row(cells, split));
        }
        let (document, pages) =
            set(vec![text(Role::Body, "trước"), block(table(rows, head, columns)), text(Role::Body, "sau")]);
        assert_eq!((pages.overfull.len(), pages.table_faults.len()), (0, 0), "seed {seed}");
        // the Word file has the same words in the same order, a row for each part of one
        assert_eq!(words::split(&words::of_docx(&word_file(&document, &pages)).0), words_of(&pages), "seed {seed}");
        let mut found: Vec<usize> =
            words_of(&pages).iter().filter_map(|word| word.strip_prefix("từ")?.parse().ok()).collect();
        found.sort_unstable();
        assert_eq!(found, (1..=number).collect::<Vec<_>>(), "seed {seed}");
        for (index, page) in pages.pages.iter().enumerate() {
            let bottom = page.height - Length::mm(20);
            let lines = lines(&pages, index);
            let Some(lowest) = lines.iter().map(|line| line[3]).max() else { continue };
            assert!(lowest <= bottom, "seed {seed}, page {index} {lowest:?} {bottom:?} {lines:?}");
            // a line across the whole table closes it
            let across = |line: &&[Length; 4]| line[3] == lowest && line[2] - line[0] > Length::mm(150);
            assert!(lines.iter().any(|line| across(&line)), "seed {seed}, page {index}");
            for item in &page.items {
                let ItemKind::Text(run) = item.kind else { continue };
                assert!(run.y < page.height - Length::mm(8), "seed {seed}");
                if item.role == Role::TableText {
                    assert!(run.y < lowest, "seed {seed}: text below its table on page {index}");
                }
            }
            split_pages += 1;
        }
        assert!(pages.steps < 40 * (number + 200), "seed {seed}: {} steps", pages.steps);
    }
    assert!(split_pages > 120, "{split_pages}");
}

#[test]
fn a_row_splits_where_its_cells_have_room_and_else_moves_whole() {
    let many = (1..=120).map(|n| format!("dòng{n}")).collect::<Vec<_>>().join("\n");
    let long = || Cell::of(many.split('\n').map(|words| text(Role::TableText, words)).collect());
    let rows = |split| vec![row(vec![cell("một"), cell("hai")], RowSplit::Never), row(vec![cell("ba"), long()], split)];
    let (document, pages) =
        set(vec![text(Role::Body, "trước"), block(table(rows(RowSplit::WhenHigh), 0, 2)), text(Role::Section, "sau")]);
    assert!(pages.pages.len() >= 3, "{}", pages.pages.len());
    let on = |page: usize| {
        let items = pages.pages[page].items.iter();
        items.filter(|item| item.role == Role::TableText).filter(|item| matches!(item.kind, ItemKind::Text(_))).count()
    };
    assert!(on(0) > 10, "the row begins on the first page");
    assert_eq!((0..pages.pages.len()).map(on).sum::<usize>(), 123);
    // what has a name behind the row is found
    assert_eq!(
        pages.outline.iter().map(|entry| (entry.title.as_str(), entry.page)).collect::<Vec<_>>(),
        [("sau", pages.pages.len() - 1)]
    );
    // in the Word file the row is one a page, none of which may split
    let main = words::parts(&word_file(&document, &pages)).remove("word/document.xml").unwrap();
    let main = String::from_utf8(main).unwrap();
    assert_eq!(main.matches("<w:tr>").count(), 1 + pages.pages.len());
    assert_eq!(main.matches("<w:cantSplit/>").count(), 1 + pages.pages.len());

    // of a row that never splits all is on one page, and it is told; so is one that would have room if no head were repeated above it
    let (_, pages) = set(vec![block(table(rows(RowSplit::Never), 0, 2))]);
    assert_eq!(pages.overfull.len(), 1);
    let column = |count: usize| Cell::of((0..count).map(|_| text(Role::TableText, "ô")).collect());
    let below = |head: usize| {
        let rows = [head, 1, 40].map(|count| row(vec![column(count), cell("b")], RowSplit::Never));
        set(vec![block(table(rows.into(), 1, 2))]).1.overfull.len()
    };
    assert_eq!((below(1), below(12)), (0, 1));
}

#[test]
fn heights_of_rows_are_least_or_exact_and_text_stands_in_them_where_it_is_to_stand() {
    let look = TableLook { padding_top: Length::ZERO, padding_bottom: Length::ZERO, color: Color::RED, ..LOOK };
    let high = |height, vertical| {
        let cells = vec![Cell { vertical, ..cell("dấu") }, Cell { vertical: VerticalAlignment::Top, ..cell("gốc") }];
        Row { cells, height, ..Row::default() }
    };
    let rows = vec![
        high(RowHeight::AtLeast(Length::twip(1000)), VerticalAlignment::Top),
        high(RowHeight::AtLeast(Length::twip(1000)), VerticalAlignment::Center),
        high(RowHeight::Exactly(Length::twip(1000)), VerticalAlignment::Bottom),
    ];
    let (_, pages) = set(vec![block(Table { look, ..table(rows, 0, 2) })]);
    let lines = lines(&pages, 0);
    let mut tops: Vec<i64> =
        lines.iter().filter(|line| line[2] - line[0] > Length::mm(100)).map(|line| line[1].to_twip()).collect();
    tops.sort_unstable();
    let steps: Vec<i64> = tops.windows(2).map(|pair| pair[1] - pair[0]).collect();
    // at least: the border comes on top; exactly: it is inside
    assert_eq!(steps, [1010, 1010, 1000]);
    let at = |words: &str| -> Vec<i64> {
        let runs = pages.pages[0].items.iter().filter_map(|item| match &item.kind {
            ItemKind::Text(run) if pages.text_of(run) == words => Some(run.y.to_twip()),
            _ => None,
        });
        runs.collect()
    };
    let downs: Vec<i64> = at("dấu").iter().zip(at("gốc")).map(|(a, b)| a - b).collect();
    let line = at("dấu")[0];
    assert_eq!(downs[0], 0);
    let slack = downs[1] * 2;
    assert!((downs[2] - (slack - 10)).abs() <= 1, "{downs:?}");
    assert!(slack > 600 && line > 0, "{downs:?}");
    let colors = pages.pages[0].items.iter().filter_map(|item| match item.kind {
        ItemKind::Line { color, .. } if item.role == Role::Table => Some(color),
        _ => None,
    });
    assert!(colors.clone().count() >= 7 && colors.into_iter().all(|color| color == Color::RED));
    // down: three long lines, not one a row
    assert_eq!(lines.iter().filter(|line| line[2] - line[0] < Length::mm(5)).count(), 3);
}

#[test]
fn a_head_higher_than_half_a_page_and_chains_higher_than_one_are_told() {
    let high = |lines: usize| Cell::of((0..lines).map(|n| text(Role::TableText, &format!("d{n}"))).collect());
    let plain = |words: &str| row(vec![cell(words), cell(words)], RowSplit::WhenHigh);
    let head = row(vec![high(30), cell("b")], RowSplit::Never);
    let (_, pages) = set(vec![block(table(vec![head, plain("x")], 1, 2))]);
    assert!(matches!(pages.table_faults[0].kind, TableFaultKind::HeadTooHigh { .. }), "{:?}", pages.table_faults);

    let together = (0..80).map(|n| Row { keep_with_next: true, ..plain(&n.to_string()) }).collect();
    let (document, pages) = set(vec![block(table(together, 0, 2))]);
    assert!(matches!(pages.table_faults[0].kind, TableFaultKind::NotTogether { .. }), "{:?}", pages.table_faults);
    let BlockKind::Table(told) = &document.parts[0].sections[0].blocks[0].kind else { panic!() };
    assert!(told.rows[..79].iter().all(|row| !row.keep_with_next), "the Word file does not keep them either");

    // one cell beside 80 rows: its text stands in the first of them, or it is told
    let spanned = |cell: Cell| {
        let first =
            row(vec![Cell { rows: 80, vertical: VerticalAlignment::Center, ..cell }, self::cell("1")], RowSplit::Never);
        let others = (2..=80).map(|n| row(vec![self::cell(&n.to_string())], RowSplit::Never));
        set(vec![block(table(std::iter::once(first).chain(others).collect(), 0, 2))]).1
    };
    let pages = spanned(cell("một"));
    assert_eq!(pages.table_faults, []);
    let first = words_of(&pages).iter().position(|word| word == "một").unwrap();
    assert_eq!(first, 0);
    assert!(matches!(spanned(high(3)).table_faults[0].kind, TableFaultKind::SpanTooHigh { .. }));
}
