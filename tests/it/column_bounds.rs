//! What leaves its column: what a role may take is told by the document (page, tables, cells, indents), and held against every
//! item of the pages.

use std::collections::BTreeMap;

use vanban::model::{Block, BlockKind, Document, Furniture, StyleSheet};
use vanban::pages::{Item, ItemKind, Pages};
use vanban::units::Length;

/// What rounding may cost.
const TOLERANCE: Length = Length::twip(2);

/// From the left edge of the paper.
#[derive(Clone, Copy, Debug)]
struct Column {
    left: Length,
    right: Length,
}

/// The columns that blocks of each role are set in.
type Columns = BTreeMap<String, Vec<Column>>;

/// Every item that leaves all columns of its role, as it reads and by how much.
pub(crate) fn outside(document: &Document, pages: &Pages) -> Vec<String> {
    let mut columns = Columns::new();
    let mut furniture = None;
    for section in document.sections() {
        // a section that goes on has the margins of the one before
        furniture = furniture.filter(|_| section.furniture.goes_on).or(Some(&section.furniture));
        let page = &section.page;
        let text = Column { left: page.margin_left, right: page.width - page.margin_right };
        for block in section.blocks.iter().chain(furniture.into_iter().flat_map(Furniture::blocks)) {
            add(block, text, &document.styles, &mut columns);
        }
    }
    let items = pages.pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| leaves(item, columns.get(&format!("{:?}", item.role))?, pages)).collect()
}

fn add(block: &Block, column: Column, styles: &StyleSheet, out: &mut Columns) {
    match &block.kind {
        BlockKind::Paragraph(_) => {
            let style = styles.get(block.style);
            // a frame stands outside the indents
            let left = column.left + style.indent_left.min(style.indent_left + style.first_line_indent) - style.frame;
            let right = column.right - style.indent_right + style.frame;
            out.entry(format!("{:?}", block.role)).or_default().push(Column { left, right });
        }
        BlockKind::Rule(_) => out.entry(format!("{:?}", block.role)).or_default().push(column),
        BlockKind::Table(table) => {
            for (row, places) in table.grid().unwrap().rows().enumerate() {
                for place in places.iter().filter(|place| place.row == row) {
                    let left = column.left + table.left + table.offset(place);
                    let of_cell = Column { left, right: left + table.width(place) };
                    for block in &table.cell(place).unwrap().blocks {
                        add(block, of_cell, styles, out);
                    }
                }
            }
        }
    }
}

fn leaves(item: &Item, columns: &[Column], pages: &Pages) -> Option<String> {
    let (left, right, what) = match &item.kind {
        ItemKind::Text(run) => (run.x, run.x + run.width, pages.text_of(run).to_owned()),
        ItemKind::Line { x, width, .. } => (*x, *x + *width, "a rule".to_owned()),
        // pictures and fields have places of their own
        ItemKind::Image { .. } | ItemKind::SignatureField { .. } => return None,
    };
    let beyond = |column: &Column| (column.left - left).max(right - column.right);
    let least = columns.iter().map(beyond).min()?;
    let pt = |length: Length| format!("{:.2} pt", length.to_emu() as f64 / 12_700.0);
    (least > TOLERANCE).then(|| format!("{:?} {what:?} leaves its column by {}", item.role, pt(least)))
}
