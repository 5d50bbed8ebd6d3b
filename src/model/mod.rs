//! The normal form of a document: no default left to look up, dates and numbers already words, few block kinds,
//! no coordinates. Made by `compose`, read by `layout` and by the backends.

mod block;
mod dump;
mod info;
mod inline;
mod numbering;
pub mod origin;
mod page_setup;
pub mod record;
mod role;
mod style;
mod table;

use std::sync::Arc;

pub use block::{Block, BlockKind, Paragraph, RULE_HEIGHT, Rule};
pub use dump::dump;
pub use info::Info;
pub use inline::{FloatingPicture, Inline, Link, Picture, Run, RunPart, Script, SignatureField};
pub use numbering::{Label, LabelSuffix, List, ListDefinition, ListLevel, NumberFormat, Restart};
pub use page_setup::{PageNumberPosition, PageSetup};
pub use role::{Items, ReadAs, Role, UnitKind, WordStyle};
pub use style::{Alignment, LineSpacing, NamedStyle, Style, StyleId, StyleSheet};
pub use table::{Cell, Grid, Place, Purpose, Row, SPACER_HEIGHT, Scope, Table};

/// A whole document.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the document says of itself.
    pub info: Info,
    /// Paper, margins, page number.
    pub page: PageSetup,
    /// The styles that blocks name.
    pub styles: StyleSheet,
    /// The running numberings and bullets that labels point to.
    pub lists: Vec<List>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// The foot of page 1 (ô số 13); empty for none.
    pub first_page_footer: Vec<Block>,
    /// Pictures that inlines point to; pages share them, for they are large.
    pub pictures: Vec<Arc<Picture>>,
}
