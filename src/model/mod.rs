//! The normal form of a document: no default left to look up, dates and numbers already words, few block kinds,
//! no coordinates. Made by `compose`, read by `layout` and by the backends.

mod block;
mod color;
mod dump;
mod figures;
mod headings;
mod info;
mod inline;
mod line_breaks;
mod numbering;
pub mod origin;
mod page_setup;
mod parting;
pub mod record;
mod role;
mod section;
mod style;
mod table;

use std::sync::Arc;

pub use block::{Block, BlockKind, Keeping, Paragraph, RULE_HEIGHT, Rule, TabAlignment, TabStop};
pub use color::Color;
pub use dump::dump;
pub use figures::{Figures, bare_number};
pub use headings::Headings;
pub use info::Info;
pub use inline::{
    Blank, BlankKind, CheckState, ContentsOf, FloatingPicture, Footnote, Inline, InlinePicture, LetterSpacing, Link,
    PICTURE_SIGN, PageOf, Picture, PictureFormat, Run, RunPart, Script, SignatureField, Typeface,
};
pub(crate) use inline::{note_destination, note_mark_destination};
pub use line_breaks::LineBreaks;
pub use numbering::{Counting, Label, LabelSuffix, LevelGroup, List, ListDefinition, ListLevel, NumberFormat, Restart};
pub use page_setup::{PageNumberPosition, PageSetup};
pub use parting::{CellTurn, PartedLine, Parting, PartingKind, RowTurn};
pub use role::{Items, ReadAs, Role, UnitKind, WordStyle};
pub use section::{Furniture, PageNumbers, Part, PartKind, Section};
pub use style::{Alignment, LineSpacing, NamedStyle, Style, StyleId, StyleSheet};
pub use table::{
    Cell, Grid, GridPlace, Purpose, Row, RowHeight, RowSplit, SPACER_HEIGHT, Scope, Table, TableLook, VerticalAlignment,
};

/// A whole document.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the document says of itself.
    pub info: Info,
    /// The styles that blocks name.
    pub styles: StyleSheet,
    /// The running numberings and bullets that labels point to.
    pub lists: Vec<List>,
    /// Pictures that inlines point to; pages share them, for they are large.
    pub pictures: Vec<Arc<Picture>>,
    /// How the ends of its lines are found.
    pub line_breaks: LineBreaks,
    /// The content.
    pub parts: Vec<Part>,
}

impl Document {
    /// All sections, in order.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.parts.iter().flat_map(|part| &part.sections)
    }

    /// All sections, in order, to be changed.
    pub(crate) fn sections_of(parts: &mut [Part]) -> impl Iterator<Item = &mut Section> {
        parts.iter_mut().flat_map(|part| &mut part.sections)
    }
}
