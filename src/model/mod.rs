//! The normal form of a document: no default left to look up, dates and numbers already words, few block kinds,
//! no coordinates. Made by `compose`, read by `layout` and by the backends.

mod dump;
pub mod origin;
pub mod record;
mod role;
mod style;

pub use dump::dump;
pub use role::Role;
pub use style::{Alignment, LineSpacing, Style, StyleSheet};

use crate::diag::Pointer;
use crate::units::Length;
use record::Record;

/// A whole document.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the document says of itself.
    pub info: Info,
    /// Paper, margins, page number.
    pub page: PageSetup,
    /// One style a role.
    pub styles: StyleSheet,
    /// The running numberings and bullets that labels point to.
    pub lists: Vec<List>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// The foot of page 1 (ô số 13); empty for none.
    pub first_page_footer: Vec<Block>,
    /// Pictures that inlines point to.
    pub pictures: Vec<Picture>,
}

/// What a document says of itself: document properties of both files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// Title: document type and subject on one line.
    pub title: String,
    /// Trích yếu on one line (ô số 5).
    pub subject: String,
    /// Issuing organ on one line (ô số 2).
    pub creator: String,
    /// Number and symbol as printed, e.g. `624/BC-STTTT`; without number in a draft: `/BC-STTTT`.
    pub notation: String,
    /// BCP 47 tag of the text.
    pub language: &'static str,
    /// Issue date when complete: (year, month, day).
    pub issued: Option<(i32, u32, u32)>,
    /// The regulation's short name, e.g. `nd30-2020`.
    pub regulation: &'static str,
    /// File name without extension, safe on every system, e.g. `624-BC-STTTT`.
    pub file_stem: String,
    /// What a records system is to know; the number of pages is added when there are pages.
    pub record: Record,
    /// [`origin::sha256_hex`] of the specification's bytes; empty where there is none.
    pub specification_sha256: String,
}

impl Default for Info {
    /// Nothing but what every document has: Vietnamese, and the regulation of today.
    fn default() -> Self {
        Self {
            title: String::new(),
            subject: String::new(),
            creator: String::new(),
            notation: String::new(),
            language: "vi-VN",
            issued: None,
            regulation: "nd30-2020",
            file_stem: String::new(),
            record: Record::default(),
            specification_sha256: String::new(),
        }
    }
}

/// Paper and margins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSetup {
    /// Paper width.
    pub width: Length,
    /// Paper height.
    pub height: Length,
    /// Top margin.
    pub margin_top: Length,
    /// Bottom margin.
    pub margin_bottom: Length,
    /// Left margin.
    pub margin_left: Length,
    /// Right margin.
    pub margin_right: Length,
    /// From the top edge of the paper to the header.
    pub header_distance: Length,
    /// From the bottom edge of the paper to the footer.
    pub footer_distance: Length,
    /// Where the page number stands; never on page 1.
    pub page_number: PageNumberPosition,
}

impl PageSetup {
    /// Width of the text block.
    #[must_use]
    pub fn text_width(&self) -> Length {
        self.width - self.margin_left - self.margin_right
    }
}

/// Where the page number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNumberPosition {
    /// Centred in the top margin (NĐ 30/2020).
    TopCenter,
    /// At the right of the bottom margin (TT 01/2011).
    BottomRight,
}

/// One block of content.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is made of.
    pub kind: BlockKind,
    /// Which legal component it is; also the key of its style.
    pub role: Role,
    /// Where it comes from in the specification.
    pub at: Pointer,
}

/// The few kinds of block that backends know.
#[derive(Clone, Debug)]
pub enum BlockKind {
    /// Text.
    Paragraph(Paragraph),
    /// A drawn line under text.
    Rule(Rule),
    /// Columns without borders, rows that never split (header block, closing block).
    SideBySide(SideBySide),
}

/// A paragraph; its look is the style of its role.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// A running number or a bullet in front of the text.
    pub label: Option<Label>,
    /// The text.
    pub inlines: Vec<Inline>,
    /// Never part from the next block, in addition to what the style says.
    pub keep_with_next: bool,
    /// The name by which links and other files reach this paragraph: a letter or `_`, then at most 39 letters, digits or
    /// `_`, all ASCII; unique in the document. Every heading has one.
    pub destination: Option<String>,
}

/// A running number or a bullet; its width never stretches with the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Index into [`Document::lists`].
    pub list: usize,
    /// Level in the list's definition, from 0.
    pub level: usize,
    /// The label as it reads, e.g. `II.` or `-`.
    pub text: String,
    /// What stands between label and text.
    pub suffix: LabelSuffix,
}

/// What stands between label and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSuffix {
    /// One space.
    Space,
    /// A line break: the text starts on a new line (Phần, Chương, Mục). The inlines start with the `LineBreak`.
    LineBreak,
}

/// A numbering in use: a definition and where it starts anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Which definition.
    pub definition: ListDefinition,
    /// Levels that start with another value than 1 in this list: (level, value).
    pub starts: Vec<(usize, u32)>,
}

/// The definitions of labels that a word processor keeps counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListDefinition {
    /// Phần – chương – mục – tiểu mục – điều – khoản – 1.1 – 1.1.1 (NĐ 30/2020, Phụ lục I, Phần I, Mục II.5.c).
    Articles,
    /// Phần – mục (I.) – khoản (1.) – 1.1 – 1.1.1 – 1.1.1.1 (likewise).
    Sections,
    /// `-` at every level.
    Dash,
    /// `+` at every level.
    Plus,
}

/// How a level of a numbering prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListLevel {
    /// The role of the paragraphs that carry it.
    pub role: Role,
    /// Roman (I, II) or Arabic digits.
    pub format: NumberFormat,
    /// The label, `%1`…`%9` standing for the value of that level, e.g. `Điều %5.`.
    pub pattern: &'static str,
    /// What stands between label and text.
    pub suffix: LabelSuffix,
    /// Whether the level starts anew after each higher level.
    pub restart: Restart,
}

/// Whether a level starts anew after each higher level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restart {
    /// After any higher level.
    AfterHigher,
    /// Runs through the whole document (Điều).
    Never,
}

/// How a number prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// I, II, III.
    UpperRoman,
    /// 1, 2, 3.
    Decimal,
    /// No number: the pattern is the label.
    Bullet,
}

impl ListDefinition {
    /// All definitions, in the order they are written.
    pub const ALL: [Self; 4] = [Self::Articles, Self::Sections, Self::Dash, Self::Plus];

    /// The levels, outermost first.
    #[must_use]
    pub fn levels(self) -> &'static [ListLevel] {
        use LabelSuffix::{LineBreak, Space};
        use NumberFormat::{Bullet, Decimal, UpperRoman};
        use Restart::{AfterHigher, Never};
        const fn level(
            role: Role,
            format: NumberFormat,
            pattern: &'static str,
            suffix: LabelSuffix,
            restart: Restart,
        ) -> ListLevel {
            ListLevel { role, format, pattern, suffix, restart }
        }
        const ARTICLES: [ListLevel; 9] = [
            level(Role::Part, UpperRoman, "Phần %1", LineBreak, AfterHigher),
            level(Role::Chapter, UpperRoman, "Chương %2", LineBreak, Never),
            level(Role::DivisionSection, Decimal, "Mục %3", LineBreak, AfterHigher),
            level(Role::Subsection, Decimal, "Tiểu mục %4", LineBreak, AfterHigher),
            level(Role::Article, Decimal, "Điều %5.", Space, Never),
            level(Role::Clause, Decimal, "%6.", Space, AfterHigher),
            level(Role::Subclause1, Decimal, "%6.%7.", Space, AfterHigher),
            level(Role::Subclause2, Decimal, "%6.%7.%8.", Space, AfterHigher),
            level(Role::Subclause3, Decimal, "%6.%7.%8.%9.", Space, AfterHigher),
        ];
        const SECTIONS: [ListLevel; 6] = [
            level(Role::Part, UpperRoman, "Phần %1", LineBreak, AfterHigher),
            level(Role::Section, UpperRoman, "%2.", Space, AfterHigher),
            level(Role::Clause, Decimal, "%3.", Space, AfterHigher),
            level(Role::Subclause1, Decimal, "%3.%4.", Space, AfterHigher),
            level(Role::Subclause2, Decimal, "%3.%4.%5.", Space, AfterHigher),
            level(Role::Subclause3, Decimal, "%3.%4.%5.%6.", Space, AfterHigher),
        ];
        const DASH: [ListLevel; 3] = [level(Role::ListItem, Bullet, "-", Space, AfterHigher); 3];
        const PLUS: [ListLevel; 3] = [level(Role::ListItem, Bullet, "+", Space, AfterHigher); 3];
        match self {
            Self::Articles => &ARTICLES,
            Self::Sections => &SECTIONS,
            Self::Dash => &DASH,
            Self::Plus => &PLUS,
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text of one look.
    Run(Run),
    /// A manual line break; the line before it is not stretched.
    LineBreak,
    /// The number of the page it stands on.
    PageNumber,
    /// A picture that floats over the paragraph.
    Picture(FloatingPicture),
    /// Room for a digital signature that floats over the paragraph; an empty signature field in the PDF.
    SignatureField(SignatureField),
}

impl Inline {
    /// Text in the style's own look.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Run(Run { text: text.into(), ..Run::default() })
    }
}

/// Text of one look, relative to the paragraph's style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The text: NFC, no control character.
    pub text: String,
    /// Weight; `None` keeps the style's.
    pub bold: Option<bool>,
    /// Slant; `None` keeps the style's.
    pub italic: Option<bool>,
    /// Raised or lowered.
    pub script: Script,
    /// Where it leads.
    pub link: Option<Link>,
    /// BCP 47 tag of its language; `None`: the document's.
    pub language: Option<String>,
    /// What an abbreviation stands for: `Ký thay` for `KT.`.
    pub expansion: Option<&'static str>,
    /// Whether it is text, or a label typed in front of it.
    pub part: RunPart,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// An address outside (http, https, mailto).
    Address(String),
    /// A [`Paragraph::destination`] in the document.
    Destination(String),
}

/// Whether a run is text, or a label typed in front of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RunPart {
    /// Text.
    #[default]
    Text,
    /// The label of a list item (`a)`, `-`) that no word processor counts, with the space behind it.
    Label,
}

/// Raised or lowered text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// On the baseline.
    #[default]
    Baseline,
    /// Superscript.
    Super,
    /// Subscript.
    Sub,
}

/// A picture in front of the text, placed from the left edge of the column and the top of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FloatingPicture {
    /// Index into [`Document::pictures`].
    pub picture: usize,
    /// The name by which the specification calls the file here; one file may have several.
    pub file: String,
    /// From the left edge of the column (negative: out to the left).
    pub x: Length,
    /// From the top of the paragraph (negative: upwards).
    pub y: Length,
    /// Printed width.
    pub width: Length,
    /// Printed height.
    pub height: Length,
    /// What it shows, for those who cannot see it.
    pub alternative_text: String,
}

/// Room for a digital signature, placed like a [`FloatingPicture`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureField {
    /// Name of the field, unique in the document, without dots: what a signing program calls it, e.g. `Signature1`.
    pub name: String,
    /// What it is for, read aloud and shown as a tooltip, e.g. `Chữ ký của Lê Hải Yến`.
    pub tooltip: String,
    /// From the left edge of the column (negative: out to the left).
    pub x: Length,
    /// From the top of the paragraph (negative: upwards).
    pub y: Length,
    /// Width of the place.
    pub width: Length,
    /// Height of the place.
    pub height: Length,
}

/// A picture's bytes (PNG) and their hash-free identity: one entry a file.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The name by which the specification calls the file.
    pub name: String,
    /// Where the specification names it first.
    pub at: Pointer,
    /// The PNG file as given.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width_px: u32,
    /// Pixels down.
    pub height_px: u32,
}

/// A drawn line, in a block of its own 2 pt high, the line at its top edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// From the left edge of the column to the line.
    pub left: Length,
    /// Length of the line.
    pub width: Length,
    /// Thickness of the line.
    pub thickness: Length,
    /// Never part from the next block.
    pub keep_with_next: bool,
}

/// Height of the block that carries a [`Rule`], and of the spacer that follows a table in Word.
pub const RULE_HEIGHT: Length = Length::pt(2);

/// Height of the empty paragraph that follows every [`SideBySide`].
pub const SPACER_HEIGHT: Length = Length::pt(1);

/// Columns without borders or padding. Rows never split, and stay on one page.
/// A 1 pt spacer ([`SPACER_HEIGHT`]) follows in both outputs.
#[derive(Clone, Debug)]
pub struct SideBySide {
    /// From the left edge of the text block (negative: into the margin).
    pub left: Length,
    /// Column widths, in whole twips.
    pub widths: Vec<Length>,
    /// Rows of cells, one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: blocks one under the other; empty for an empty cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Paragraphs and rules.
    pub blocks: Vec<Block>,
}
