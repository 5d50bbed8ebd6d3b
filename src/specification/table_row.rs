//! The rows of a table and their cells.

use schemars::JsonSchema;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess};
use serde::{Deserialize, Serialize, Serializer};

use super::block_structs::{BlockContent, LazyPointer};
use super::from_json::{FromJson, reads_itself};
use super::list::ListBlock;
use super::number::Number;
use super::rich::RichText;
use super::shape::Form;
use super::sized_picture::SizedPicture;
use crate::diag::Pointer;

/// A row: its cells, or an object with them and what is said of the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableRow {
    /// Its cells, from the left; those of rows above that span it are left out.
    pub cells: Vec<TableCell>,
    /// Whether its texts are bold: a heading or a sum inside the table.
    pub bold: Option<bool>,
    /// Whether it stays on the page of the next row; absent: the first and the last two rows do, and a row in bold with what it heads.
    pub keep_with_next: Option<bool>,
}

/// A row written as an object.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TableRowObject")]
pub(super) struct RowObject {
    /// Its cells.
    cells: Vec<TableCell>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bold: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keep_with_next: Option<bool>,
}

reads_itself! { TableRow }

impl FromJson for TableRow {
    const FORM: Form = Form::TableRow;

    fn from_array<'de, A: SeqAccess<'de>>(array: A) -> Result<Self, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(array)).map(Self::from)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        let RowObject { cells, bold, keep_with_next } = RowObject::deserialize(MapAccessDeserializer::new(object))?;
        Ok(Self { cells, bold, keep_with_next })
    }
}

impl Serialize for TableRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { cells, bold, keep_with_next } = self;
        if self.is_list() {
            return cells.serialize(serializer);
        }
        RowObject { cells: cells.clone(), bold: *bold, keep_with_next: *keep_with_next }.serialize(serializer)
    }
}

impl From<Vec<TableCell>> for TableRow {
    fn from(cells: Vec<TableCell>) -> Self {
        Self { cells, ..Self::default() }
    }
}

impl TableRow {
    /// Whether it is written as its cells alone.
    fn is_list(&self) -> bool {
        (self.bold, self.keep_with_next) == (None, None)
    }

    /// Where its cells stand, if it stands at a place itself.
    pub(crate) fn cells_at(&self, at: Pointer) -> Pointer {
        if self.is_list() { at } else { at.key("cells") }
    }

    pub(super) fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        for (j, cell) in self.cells.iter().enumerate() {
            cell.each_text(&|| self.cells_at(at()).index(j), call);
        }
    }
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
    /// Flush right, numbers with their decimal commas one below the other.
    Decimal,
    /// Both edges: long texts.
    Justify,
}

/// A cell: a text, a number, or an object with its texts and what is said of the cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableCell {
    /// Its paragraphs; none for an empty cell.
    pub paragraphs: Vec<RichText>,
    /// A number, written as its column says, above the paragraphs.
    pub number: Option<Number>,
    /// Its pictures, one under the other above the paragraphs.
    pub pictures: Vec<SizedPicture>,
    /// A list below the paragraphs.
    pub list: Option<ListBlock>,
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
    /// A number, written as its column says, above the paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<Number>,
    /// Its pictures, one under the other above the paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<SizedPicture>,
    /// A list below the paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    list: Option<ListBlock>,
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

    fn from_number<E: Error>(digits: &str) -> Result<Self, E> {
        Ok(Self { number: Some(Number::from_number(digits)?), ..Self::default() })
    }

    fn from_array<'de, A: SeqAccess<'de>>(array: A) -> Result<Self, A::Error> {
        RichText::from_array(array).map(Self::new)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Self, A::Error> {
        let object = CellObject::deserialize(MapAccessDeserializer::new(object))?;
        let CellObject { paragraphs, number, pictures, list, columns, rows, align, bold } = object;
        Ok(Self { paragraphs, number, pictures, list, columns, rows, align, bold })
    }
}

impl Serialize for TableCell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { paragraphs, number, pictures, list, columns, rows, align, bold } = self;
        match (paragraphs.as_slice(), number, self.is_plain()) {
            ([], None, true) => serializer.serialize_str(""),
            ([], Some(number), true) => number.serialize(serializer),
            ([text], None, true) => text.serialize(serializer),
            _ => {
                let (paragraphs, number) = (paragraphs.clone(), number.clone());
                let (pictures, list) = (pictures.clone(), list.clone());
                let (columns, rows, align, bold) = (*columns, *rows, *align, *bold);
                CellObject { paragraphs, number, pictures, list, columns, rows, align, bold }.serialize(serializer)
            }
        }
    }
}

impl TableCell {
    /// Whether it is written as its text alone.
    fn is_text(&self) -> bool {
        self.paragraphs.len() == 1 && self.number.is_none() && self.is_plain()
    }

    /// Whether nothing is said of it but what it holds.
    fn is_plain(&self) -> bool {
        self.list.is_none()
            && self.pictures.is_empty()
            && (self.columns, self.rows, self.align, self.bold) == (None, None, None, None)
    }

    pub(super) fn each_text_mut(&mut self, call: &mut dyn FnMut(&mut RichText)) {
        self.paragraphs.iter_mut().for_each(&mut *call);
        if let Some(list) = &mut self.list {
            list.each_text_mut(call);
        }
    }

    fn each_text<'a>(&'a self, at: LazyPointer<'_>, call: &mut dyn FnMut(&'a RichText, LazyPointer<'_>)) {
        for (i, text) in self.paragraphs.iter().enumerate() {
            call(text, &|| if self.is_text() { at() } else { at().key("paragraphs").index(i) });
        }
        if let Some(list) = &self.list {
            list.each_text(&|| at().key("list"), call);
        }
    }
}
