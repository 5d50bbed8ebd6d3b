//! How the texts of a table look: type, alignment, how numbers are written and how their decimals stand one below the other.

use std::borrow::Cow;

use super::findings;
use super::grid::{CellGrid, columns_of};
use crate::compose::inlines::{Case, rich};
use crate::compose::run_pictures::RunPictures;
use crate::compose::{Composer, fit, overrides, ranges};
use crate::diag::Pointer;
use crate::font::FaceStyle;
use crate::model::{
    Alignment, Counting, Inline, Label, LabelSuffix, List, ListDefinition, PICTURE_SIGN, Role, Style, StyleId,
};
use crate::specification::{CellAlignment, ListBlock, Marker, RichText, TableBlock, TableCell};
use crate::units::Length;
use crate::vietnamese::{Decimal, NumberPattern, decimals_at};

/// The deepest level of a list; deeper ones are told.
const DEEPEST: usize = 3;

/// How the texts of a table look.
pub(super) struct TableForm {
    columns: Vec<ColumnForm>,
    /// The size of its type, where it has one of its own.
    size: Option<Length>,
    /// The lists of dashes and of plus signs.
    signs: [Option<usize>; 2],
    /// Styles found so far: what of a text decides about them, and the style.
    styles: Vec<(CellLook, StyleId)>,
}

/// How the texts of a column look.
struct ColumnForm {
    align: Option<CellAlignment>,
    format: NumberPattern,
    /// The room of its widest decimals, where they stand one below the other.
    decimals: Length,
}

/// What decides how a text looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct CellLook {
    role: Role,
    is_justified: bool,
    /// The room right of it.
    room: Length,
    /// How deep in a list it stands, from 1; 0 outside.
    depth: usize,
}

/// What a paragraph of a cell holds.
pub(super) enum CellContent<'a> {
    Text(&'a RichText),
    /// A number as it is written.
    Number(String),
}

impl<'a> CellContent<'a> {
    pub(super) fn plain(&self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => with_page_numbers(text),
            Self::Number(number) => Cow::Owned(number.clone()),
        }
    }

    /// The widths of its pictures, each of which [`Self::plain`] has as [`PICTURE_SIGN`].
    fn pictures<'b>(&'b self, shown: &'b RunPictures) -> impl Iterator<Item = Length> + 'b {
        let text = match self {
            Self::Text(text) => Some(*text),
            Self::Number(_) => None,
        };
        text.into_iter().flat_map(|text| shown.widths(text))
    }

    /// The width of its longest word and of its longest line, in a type.
    pub(super) fn widths(&self, of_type: fit::Type<'_>, shown: &RunPictures) -> (Length, Length) {
        let text = self.plain();
        let mut pictures = self.pictures(shown);
        let (mut word_most, mut line_most) = (Length::ZERO, Length::ZERO);
        for line in text.split('\n') {
            let mut in_pictures = Length::ZERO;
            for word in line.split(' ') {
                let count = word.matches(PICTURE_SIGN).count();
                let width = pictures.by_ref().take(count).fold(Length::ZERO, |sum, width| sum + width);
                in_pictures += width;
                word_most = word_most.max(letters(word, of_type) + width);
            }
            line_most = line_most.max(letters(line, of_type) + in_pictures);
        }
        (word_most, line_most)
    }

    pub(super) fn inlines(&self, shown: &RunPictures) -> Vec<Inline> {
        match self {
            Self::Text(text) => rich(text, Case::AsGiven, shown),
            Self::Number(number) => vec![Inline::text(number.as_str())],
        }
    }
}

/// A paragraph of a cell.
pub(super) struct CellText<'a> {
    pub(super) content: CellContent<'a>,
    /// The room right of it, for decimals that others have.
    pub(super) room: Length,
    /// Its sign, where it is an item of a list, and how deep it stands, from 1.
    pub(super) item: Option<(Marker, usize)>,
}

/// The items of a list and of those in it, which take the other sign unless they name one.
fn items<'a>(list: &'a ListBlock, usual: Marker, depth: usize, out: &mut Vec<CellText<'a>>) {
    let marker = list.marker.unwrap_or(usual);
    let other = if marker == Marker::Dash { Marker::Plus } else { Marker::Dash };
    for item in &list.items {
        out.push(CellText { content: CellContent::Text(&item.text), room: Length::ZERO, item: Some((marker, depth)) });
        if let Some(inner) = item.list.as_ref().filter(|_| depth < DEEPEST) {
            items(inner, other, depth + 1, out);
        }
    }
}

impl TableForm {
    /// `None` where a value cannot be read, which is told.
    pub(super) fn of(c: &mut Composer<'_>, given: &TableBlock, grid: &CellGrid, at: &Pointer) -> Option<Self> {
        let size = match &given.size {
            Some(size) => Some(overrides::type_size(size, &at.key("size"), ranges::TYPE_SIZE, c.out)?),
            None => None,
        };
        let mut columns = Vec::with_capacity(grid.columns);
        for index in 0..grid.columns {
            let column = given.columns.get(index);
            let format = match column.and_then(|column| column.number_format.as_deref()) {
                Some(example) => {
                    let format = NumberPattern::of_example(example);
                    let at = at.key("columns").index(index).key("number_format");
                    format.or_else(|| {
                        c.out.push(findings::number_format(example, &at));
                        None
                    })?
                }
                None => NumberPattern::USUAL,
            };
            let align = column.and_then(|column| column.align);
            columns.push(ColumnForm { align, format, decimals: Length::ZERO });
        }
        let mut form = Self { columns, size, signs: [None; 2], styles: Vec::new() };
        form.measure_decimals(c, given, grid);
        Some(form)
    }

    /// The widest decimals of each column whose commas stand one below the other.
    fn measure_decimals(&mut self, c: &Composer<'_>, given: &TableBlock, grid: &CellGrid) {
        let type_of_text = self.type_of(c, Role::TableText, false);
        for (row, starts) in given.rows.iter().zip(grid.starts.iter().skip(given.header.len())) {
            for (cell, start) in row.cells.iter().zip(starts) {
                if columns_of(cell) > 1 || self.align(cell, *start) != CellAlignment::Decimal {
                    continue;
                }
                let widest = self.texts(cell, *start).filter_map(|text| decimals(&text, type_of_text));
                let widest = widest.fold(Length::ZERO, Length::max);
                let column = &mut self.columns[*start];
                column.decimals = column.decimals.max(widest);
            }
        }
    }

    fn align(&self, cell: &TableCell, column: usize) -> CellAlignment {
        let of_column = self.columns.get(column).and_then(|column| column.align);
        let usual = match () {
            // a picture and the words under it have one axis
            () if !cell.pictures.is_empty() => CellAlignment::Center,
            () if cell.number.is_some() => CellAlignment::Right,
            () => CellAlignment::Left,
        };
        cell.align.or(of_column).unwrap_or(usual)
    }

    /// The texts of a cell, its number first.
    pub(super) fn texts<'a>(&self, cell: &'a TableCell, column: usize) -> impl Iterator<Item = CellContent<'a>> {
        let written = cell.number.as_ref().map(|number| {
            let usual = NumberPattern::USUAL;
            let format = self.columns.get(column).map_or(&usual, |column| &column.format);
            let text = Decimal::parse(number.as_str()).map(|number| format.write(number));
            CellContent::Number(text.unwrap_or_else(|| number.as_str().to_owned()))
        });
        written.into_iter().chain(cell.paragraphs.iter().map(CellContent::Text))
    }

    /// The paragraphs of a cell of the body.
    pub(super) fn paragraphs<'a>(
        &self,
        c: &Composer<'_>,
        cell: &'a TableCell,
        column: usize,
    ) -> impl Iterator<Item = CellText<'a>> {
        let is_decimal = self.align(cell, column) == CellAlignment::Decimal;
        let widest = self.columns.get(column).filter(|_| is_decimal).map(|column| column.decimals);
        let of_type = self.type_of(c, Role::TableText, false);
        let texts = self.texts(cell, column).map(move |content| {
            let own = widest.and_then(|_| decimals(&content, of_type));
            let room = own.zip(widest).map_or(Length::ZERO, |(own, widest)| (widest - own).round_to_twip());
            CellText { content, room: room.max(Length::ZERO), item: None }
        });
        let mut items = Vec::new();
        if let Some(list) = &cell.list {
            self::items(list, Marker::Dash, 1, &mut items);
        }
        texts.chain(items)
    }

    /// The label of an item, and the indent of its text.
    pub(super) fn label(&mut self, c: &mut Composer<'_>, (marker, depth): (Marker, usize)) -> Label {
        let (place, definition, text) = match marker {
            Marker::Dash => (0, ListDefinition::Dash, "-"),
            Marker::Plus => (1, ListDefinition::Plus, "+"),
        };
        let list = *self.signs[place].get_or_insert_with(|| {
            c.lists.push(List { definition });
            c.lists.len() - 1
        });
        let (text, suffix, counting) = (text.to_owned(), LabelSuffix::Space, Counting::Next);
        Label { list, level: depth - 1, text, suffix, counting }
    }

    /// How far the text of an item stands from the left: behind the sign of its depth.
    pub(super) fn indent(&self, c: &Composer<'_>, depth: usize) -> Length {
        let of_type = self.type_of(c, Role::TableText, false);
        let sign = of_type.width("+ ").round_to_twip();
        i64::try_from(depth).map_or(Length::ZERO, |depth| sign * depth)
    }

    /// The role and the style of a text of the body.
    pub(super) fn style(
        &mut self,
        c: &mut Composer<'_>,
        cell: &TableCell,
        column: usize,
        text: Option<&CellText<'_>>,
    ) -> (Role, StyleId) {
        let (room, depth) = text.map_or((Length::ZERO, 0), |text| (text.room, text.item.map_or(0, |(_, depth)| depth)));
        let align = match self.align(cell, column) {
            CellAlignment::Justify => CellAlignment::Justify,
            _ if depth > 0 => CellAlignment::Left,
            align => align,
        };
        let role = match align {
            CellAlignment::Left | CellAlignment::Justify => Role::TableText,
            CellAlignment::Center => Role::TableCentered,
            CellAlignment::Right | CellAlignment::Decimal => Role::TableRight,
        };
        (role, self.style_of(c, CellLook { role, is_justified: align == CellAlignment::Justify, room, depth }))
    }

    /// The style of a text that heads the table.
    pub(super) fn style_of_head(&mut self, c: &mut Composer<'_>, role: Role) -> StyleId {
        self.style_of(c, CellLook { role, is_justified: false, room: Length::ZERO, depth: 0 })
    }

    fn style_of(&mut self, c: &mut Composer<'_>, look: CellLook) -> StyleId {
        if let Some((_, style)) = self.styles.iter().find(|(known, _)| *known == look) {
            return *style;
        }
        let usual = c.styles.get(look.role);
        let indent = self.indent(c, look.depth);
        let style = Style {
            size: self.size.unwrap_or(usual.size),
            alignment: if look.is_justified { Alignment::Justify } else { usual.alignment },
            indent_right: usual.indent_right + look.room,
            indent_left: usual.indent_left + indent,
            first_line_indent: if look.depth > 0 { -self.indent(c, 1) } else { usual.first_line_indent },
            ..usual.clone()
        };
        let id = c.more_styles.id(look.role, style, usual);
        self.styles.push((look, id));
        id
    }

    /// The type of a role in this table.
    pub(super) fn type_of<'a>(&self, c: &Composer<'a>, role: Role, is_bold: bool) -> fit::Type<'a> {
        let usual = c.type_of(role);
        let face = if is_bold { FaceStyle::of(true, usual.face.is_italic()) } else { usual.face };
        fit::Type { size: self.size.unwrap_or(usual.size), face, ..usual }
    }
}

/// The width of the letters of a text.
fn letters(text: &str, of_type: fit::Type<'_>) -> Length {
    if text.contains(PICTURE_SIGN) { of_type.width(&text.replace(PICTURE_SIGN, "")) } else { of_type.width(text) }
}

/// A text with room for the numbers of pages in it, and signs for its pictures: no document has more pages.
fn with_page_numbers(text: &RichText) -> Cow<'_, str> {
    if let [run] = text.runs()
        && run.page_of.is_none()
        && run.picture.is_none()
    {
        return Cow::Borrowed(run.text());
    }
    let mut plain = String::new();
    for run in text.runs() {
        plain.push_str(run.text());
        plain.extend(run.picture.as_ref().map(|_| PICTURE_SIGN));
        plain.push_str(if run.page_of.is_some() { "9999" } else { "" });
    }
    plain.into()
}

/// The room of the decimals of a number, its comma with them; `None` of what is no number.
fn decimals(content: &CellContent<'_>, of_type: fit::Type<'_>) -> Option<Length> {
    let text = content.plain();
    let at = decimals_at(&text)?;
    Some(of_type.width(text.get(at..)?))
}
