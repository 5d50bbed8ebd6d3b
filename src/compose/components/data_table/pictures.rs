//! The pictures in the cells of a table: what they ask of their columns, and how large they are in them.

use std::collections::BTreeMap;

use super::SIDE_PADDING;
use super::grid::{CellGrid, columns_of};
use crate::compose::columns::ColumnNeed;
use crate::compose::components::pictures::MOST_OF_PAGE;
use crate::compose::picture::PictureFiles;
use crate::compose::picture_size::AskedSize;
use crate::compose::{Composer, ranges};
use crate::diag::Pointer;
use crate::model::InlinePicture;
use crate::picture::Pixels;
use crate::specification::{SizedPicture, TableBlock};
use crate::units::Length;

/// A picture that yields to the texts of other columns becomes no narrower.
const LEAST_WIDTH: Length = Length::mm(20);

/// Whether pictures keep the size that is asked of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Firmness {
    /// Yes, if the other columns suffer it.
    AsAsked,
    /// They become smaller.
    Yielding,
}

/// The pictures of the cells that have any, by the rows of the grid and the cells of each row.
pub(super) struct CellPictures<'a>(BTreeMap<(usize, usize), Vec<ReadPicture<'a>>>);

/// A picture whose file has been read.
struct ReadPicture<'a> {
    given: &'a SizedPicture,
    picture: usize,
    px: Pixels,
    asked: AskedSize,
}

impl<'a> CellPictures<'a> {
    /// Reads the files; those that cannot be used are told and left out.
    pub(super) fn read(c: &mut Composer<'_>, given: &'a TableBlock, at: &Pointer) -> Self {
        let mut found = BTreeMap::new();
        let mut first = 0;
        for (rows, name) in [(&given.header, "header"), (&given.rows, "rows")] {
            for (i, row) in rows.iter().enumerate() {
                for (j, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.pictures.is_empty()) {
                    let at = row.cells_at(at.key(name).index(i)).index(j).key("pictures");
                    let of_cell = cell.pictures.iter().enumerate();
                    let of_cell = of_cell.filter_map(|(k, picture)| read_one(c, picture, &at.index(k))).collect();
                    found.insert((first + i, j), of_cell);
                }
            }
            first += rows.len();
        }
        Self(found)
    }

    /// Lets columns be as wide as what is asked of the pictures in them. Where a column has a width of its own they are fitted to it.
    pub(super) fn widen(
        &self,
        given: &TableBlock,
        grid: &CellGrid,
        (room, firmness): (Length, Firmness),
        needs: &mut [ColumnNeed],
    ) {
        for ((row, cell), pictures) in &self.0 {
            let heads = given.header.len();
            let of_row = if *row < heads { given.header.get(*row) } else { given.rows.get(*row - heads) };
            let columns = of_row.and_then(|row| row.cells.get(*cell));
            let Some(need) = grid.starts.get(*row).and_then(|starts| needs.get_mut(*starts.get(*cell)?)) else {
                continue;
            };
            if columns.is_none_or(|cell| columns_of(cell) > 1) || need.given.is_some() {
                continue;
            }
            for ReadPicture { px, asked, .. } in pictures {
                let most = room - SIDE_PADDING * 2;
                let width = asked.of(*px).0.min(most);
                let yields = asked.is_open() || firmness == Firmness::Yielding;
                let least = if yields { width.min(LEAST_WIDTH) } else { width };
                need.least = need.least.max(least + SIDE_PADDING * 2);
                need.most = need.most.max(width + SIDE_PADDING * 2);
            }
        }
    }

    /// Whether a row has any.
    pub(super) fn is_in_row(&self, row: usize) -> bool {
        self.0.range((row, 0)..=(row, usize::MAX)).next().is_some()
    }

    /// The pictures of a cell of a width in their size, all of them no higher than so much of a page as is left of it.
    pub(super) fn of_cell(
        &self,
        c: &mut Composer<'_>,
        place: (usize, usize),
        width: Length,
        others: Length,
    ) -> Vec<InlinePicture> {
        let Some(pictures) = self.0.get(&place) else { return Vec::new() };
        let page = c.page_height();
        let count = i64::try_from(pictures.len()).unwrap_or(i64::MAX).max(1);
        let height = (page.scale(MOST_OF_PAGE, 100) - others).max(page / 4) / count;
        let most = ((width - SIDE_PADDING * 2).max(Length::twip(1)), height.max(Length::twip(1)));
        let sized = pictures.iter().map(|ReadPicture { given, picture, px, asked }| {
            let (width, height) = asked.fit(most, *px, c.out);
            let alternative_text = given.alternative_text.as_ref().map(|text| text.as_str().to_owned());
            let alternative_text = alternative_text.unwrap_or_default();
            InlinePicture { picture: *picture, file: given.file.clone(), width, height, alternative_text }
        });
        sized.collect()
    }
}

fn read_one<'a>(c: &mut Composer<'_>, given: &'a SizedPicture, at: &Pointer) -> Option<ReadPicture<'a>> {
    let asked =
        AskedSize::read((given.width.as_deref(), given.height.as_deref()), ranges::TEXT_PICTURE_SIDE, at, c.out)?;
    let (picture, px) = c.pictures.get(&given.file, PictureFiles::Any, &at.key("file"), c.out)?;
    Some(ReadPicture { given, picture, px, asked })
}
