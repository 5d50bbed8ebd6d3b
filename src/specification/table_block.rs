//! A table of the body: columns, rows that head it, rows, what stands above and below it.

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, SeqAccess};
use serde::{Deserialize, Serialize, Serializer};

use super::block_structs::{BlockContent, LazyPointer};
use super::from_json::{FromJson, reads_itself};
use super::rich::RichText;
use super::shape::Form;
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
    pub header: Vec<Vec<TableCell>>,
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
    pub rows: Vec<Vec<TableCell>>,
    /// How many rows at the end sum up the others; they are bold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_rows: Option<u32>,
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
    /// How the texts of its cells stand; absent: flush left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<CellAlignment>,
}

/// How a text stands in its cell.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum CellAlignment {
    /// Flush left.
    Left,
    /// In the middle.
    Center,
    /// Flush right: numbers.
    Right,
}

/// A cell: a text, or an object with a text and what is said of the cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableCell {
    /// Its paragraphs; none for an empty cell.
    pub paragraphs: Vec<RichText>,
    /// How many columns it spans; absent: 1.
    pub columns: Option<u32>,
    /// How many rows it spans; absent: 1.
    pub rows: Option<u32>,
    /// How its texts stand; absent: as in its column.
    pub align: Option<CellAlignment>,
    /// Whether its texts are bold.
    pub bold: Option<bool>,
}

impl TableCell {
    /// A cell with one paragraph.
    #[must_use]
    pub fn new(text: RichText) -> Self {
        Self { paragraphs: vec![text], ..Self::default() }
    }
}

/// A cell written as an object.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TableCellObject")]
pub(super) struct CellObject {
    /// Its paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    paragraphs: Vec<RichText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    columns: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rows: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    align: Option<CellAlignment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bold: Option<bool>,
}

reads_itself! { TableCell }

impl FromJson for TableCell {
    const FORM: Form = Form::TableCell;

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        RichText::from_text(text).map(Self::new)
    }

    fn from_array<'de, A: SeqAccess<'de>>(array: A) -> Result<Self, A::Error> {
        RichText::from_array(array).map(Self::new)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        let object = CellObject::deserialize(MapAccessDeserializer::new(object))?;
        let CellObject { paragraphs, columns, rows, align, bold } = object;
        Ok(Self { paragraphs, columns, rows, align, bold })
    }
}

impl Serialize for TableCell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { paragraphs, columns, rows, align, bold } = self;
        match (paragraphs.as_slice(), columns, rows, align, bold) {
            ([], None, None, None, None) => serializer.serialize_str(""),
            ([text], None, None, None, None) => text.serialize(serializer),
            _ => {
                let paragraphs = paragraphs.clone();
                CellObject { paragraphs, columns: *columns, rows: *rows, align: *align, bold: *bold }
                    .serialize(serializer)
            }
        }
    }
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
                for (j, cell) in row.iter().enumerate() {
                    let place = || at().key(name).index(i).index(j);
                    cell.each_text(&place, call);
                }
            }
        }
        for (i, note) in self.notes.iter().enumerate() {
            call(note, &|| at().key("notes").index(i));
        }
    }

    fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.caption.iter_mut().chain(&mut self.unit).for_each(&mut *call);
        let cells = self.header.iter_mut().chain(&mut self.rows).flatten();
        cells.flat_map(|cell| &mut cell.paragraphs).for_each(&mut *call);
        self.notes.iter_mut().for_each(call);
    }
}

impl TableCell {
    /// Whether it is written as its text alone.
    fn is_text(&self) -> bool {
        let Self { paragraphs, columns, rows, align, bold } = self;
        paragraphs.len() == 1 && (columns, rows, align, bold) == (&None, &None, &None, &None)
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        for (i, text) in self.paragraphs.iter().enumerate() {
            call(text, &|| if self.is_text() { at() } else { at().key("paragraphs").index(i) });
        }
    }
}
