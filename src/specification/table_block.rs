//! A table of the body: columns, rows that head it, rows, what stands above and below it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block_structs::{BlockContent, LazyPointer};
use super::rich::RichText;
use super::table_row::{CellAlignment, TableRow};
use super::text::Text;

/// A table with borders.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TableBlock {
    /// The name by which references call the block: a letter or `_`, then at most 39 letters, digits or `_`, all ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text>,
    /// The number and word in front of the caption as they shall read; absent: `Bảng 1.` and so on, where there is a caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Whether `Bảng 1.` goes before a caption that has no label of its own; absent: yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbered: Option<bool>,
    /// Tên bảng, above the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<RichText>,
    /// Đơn vị tính, above the table on the right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<RichText>,
    /// The columns, from the left; absent: as many as the first row has, as wide as their texts ask for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<TableColumn>,
    /// The rows that head the table, from the top; they are repeated on each page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header: Vec<TableRow>,
    /// How many columns from the left head their rows, for those who have the table read aloud; absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header_columns: Option<u32>,
    /// Whether a row `(1) (2) (3)` numbers the columns below the header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column_numbers: Option<bool>,
    /// The file beside the specification that the rows come from, with sheet and cells: `so-lieu.xlsx#Sheet1!A2:F40`. The program puts
    /// [`Self::rows`] in its place; a library's caller does so before, with [`fill_with_rows`](super::fill_with_rows).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows_from: Option<Text>,
    /// What becomes of the merged cells of that file; absent: the first has the text, the others are empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_cells: Option<MergedCells>,
    /// The rows, at least one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<TableRow>,
    /// How many rows at the end sum up the others; they are bold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_rows: Option<u32>,
    /// Whether all of it stands on one page; absent: it goes on over pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_together: Option<bool>,
    /// Size of its type with unit, e.g. `11pt`; absent: `layout.table_size`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// Nguồn, ghi chú, below the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<RichText>,
}

/// What becomes of merged cells.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum MergedCells {
    /// They are cells that span rows and columns.
    Span,
    /// The first has the text, the others are empty.
    Split,
}

/// A column of a table.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TableColumn {
    /// Width with unit, e.g. `12mm`; absent: as its texts ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<String>,
    /// How the texts of its cells stand; absent: flush left, numbers flush right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<CellAlignment>,
    /// How its numbers are written, by an example: `1.234,5`, `0,00`, `0%`; absent: thousands parted, all decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_format: Option<String>,
}

impl BlockContent for TableBlock {
    fn id(&self) -> Option<&Text> {
        self.id.as_ref()
    }

    fn id_mut(&mut self) -> Option<&mut Option<Text>> {
        Some(&mut self.id)
    }

    fn label(&self) -> Option<&Text> {
        self.label.as_ref()
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        self.caption.iter().for_each(|text| call(text, &|| at().key("caption")));
        self.unit.iter().for_each(|text| call(text, &|| at().key("unit")));
        for (rows, name) in [(&self.header, "header"), (&self.rows, "rows")] {
            for (i, row) in rows.iter().enumerate() {
                row.each_text(&|| at().key(name).index(i), call);
            }
        }
        for (i, note) in self.notes.iter().enumerate() {
            call(note, &|| at().key("notes").index(i));
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.caption.iter_mut().chain(&mut self.unit).for_each(&mut *call);
        let cells = self.header.iter_mut().chain(&mut self.rows).flat_map(|row| &mut row.cells);
        cells.for_each(|cell| cell.each_text_mut(&mut *call));
        self.notes.iter_mut().for_each(call);
    }
}
