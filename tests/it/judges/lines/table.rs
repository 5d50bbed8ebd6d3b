//! The table of lines.

use std::fmt::Write as _;

use super::agreement::Agreement;

/// One document or many, in every engine.
pub(super) struct Row {
    name: String,
    cells: Vec<Cell>,
}

/// One document or many in one engine.
#[derive(Default)]
struct Cell {
    documents: usize,
    lines: usize,
    /// Lines that start elsewhere.
    differing: usize,
    /// Documents without one.
    whole: usize,
    /// Documents with as many pages as ours.
    same_pages: usize,
}

impl Row {
    /// `compared` holds, document by document, what came of each engine.
    pub(super) fn of(name: &str, compared: &[Vec<Agreement>]) -> Self {
        let mut cells: Vec<Cell> = Vec::new();
        for document in compared {
            cells.resize_with(document.len(), Cell::default);
            for (cell, agreement) in cells.iter_mut().zip(document) {
                cell.documents += 1;
                cell.lines += agreement.lines;
                cell.differing += agreement.differing.len();
                cell.whole += usize::from(agreement.differing.is_empty());
                cell.same_pages += usize::from(agreement.pages.0 == agreement.pages.1);
            }
        }
        Self { name: name.to_owned(), cells }
    }

    /// What falls below the bar: more lines than allowed, or any number of pages.
    pub(super) fn faults(&self, engines: &[String], allowed: usize) -> String {
        let mut faults = String::new();
        for (cell, engine) in self.cells.iter().zip(engines) {
            if cell.differing * 100_000 > allowed * cell.lines {
                let bar = share(allowed, 100_000);
                writeln!(faults, "{} in {engine}: fewer lines than {bar} are the same", self.name).unwrap();
            }
            if cell.same_pages < cell.documents {
                writeln!(faults, "{} in {engine}: a number of pages differs", self.name).unwrap();
            }
        }
        faults
    }
}

/// What is left of all, in percent, rounded down: 100 % is said of nothing less.
fn share(less: usize, all: usize) -> String {
    let thousandths = (all - less.min(all)) * 100_000 / all.max(1);
    format!("{}.{:03} %", thousandths / 1000, thousandths % 1000)
}

pub(super) fn print(engines: &[String], rows: &[Row]) -> String {
    let mut out = format!("{:<26}", "same first word, same page");
    for engine in engines {
        write!(out, " {engine:<44}").unwrap();
    }
    out = out.trim_end().to_owned() + "\n";
    for row in rows {
        let mut line = format!("{:<26}", row.name);
        for cell in &row.cells {
            let lines = format!("{}/{} lines", cell.lines - cell.differing.min(cell.lines), cell.lines);
            let text = match (cell.documents, cell.same_pages) {
                (1, 1) => lines,
                (1, _) => format!("{lines}, PAGES DIFFER"),
                (documents, same) => format!(
                    "{lines} = {}, {} whole{}",
                    share(cell.differing, cell.lines),
                    cell.whole,
                    if same == documents { String::new() } else { format!(", {} PAGES", documents - same) }
                ),
            };
            write!(line, " {text:<44}").unwrap();
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[test]
fn a_share_is_rounded_down() {
    assert_eq!((share(0, 7).as_str(), share(1, 200_000).as_str()), ("100.000 %", "99.999 %"));
    assert_eq!((share(7, 7).as_str(), share(1, 3).as_str()), ("0.000 %", "66.666 %"));
}

#[test]
fn bars_hold_for_lines_and_pages() {
    let of = |lines, differing, pages| Row {
        name: "x".to_owned(),
        cells: vec![Cell { documents: 3, lines, differing, whole: 0, same_pages: pages }],
    };
    let engines = ["e".to_owned()];
    assert_eq!(of(1000, 1, 3).faults(&engines, 100), "");
    assert_eq!(of(1000, 2, 3).faults(&engines, 100), "x in e: fewer lines than 99.900 % are the same\n");
    assert_eq!(of(1000, 0, 2).faults(&engines, 100), "x in e: a number of pages differs\n");
}
