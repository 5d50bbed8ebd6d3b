//! Property lists of WordprocessingML (ECMA-376 Part 1, 17.3.1.26 `pPr`, 17.3.2.28 `rPr`, 17.4.59 `tblPr`, 17.4.81 `trPr`,
//! 17.4.69 `tcPr`, 17.6.17 `sectPr`). A whole struct goes in, its children come out in the order of the schema: Word drops
//! or refuses what is out of order, so nobody else writes these elements.

mod paragraph;
mod run;
mod section;
mod table;

use crate::model::StyleSheet;

pub(super) use paragraph::{Indents, NumberReference, ParagraphProperties, ParagraphSpacing, to_eighth_pt};
pub(super) use run::RunProperties;
pub(super) use section::SectionProperties;
pub(super) use table::{CellProperties, SpannedRow, TableProperties, write_row_properties};

/// The typeface of every document.
pub(super) const TYPEFACE: &str = StyleSheet::TYPEFACE;
