//! The logical structure of the text (ISO 32000-1, 14.7): what is a heading, a list, a picture, and in which order they are
//! read aloud, whatever their place on the page.

pub use crate::model::{CheckState, Scope};

/// The elements of a document; the first is the document itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    /// All elements; [`Kid::Element`] and [`super::LinkUse::element`] are indices into them.
    pub elements: Vec<Element>,
}

/// Index into [`Structure::elements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementId(pub u32);

/// A stretch of content that belongs to one element: items of the pages carry its number. It may go on over page breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentId(pub u32);

/// A logical element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// What it consists of, in reading order.
    pub kids: Vec<Kid>,
    /// What few elements have to say of themselves, apart so that the many others are small.
    pub remarks: Option<Box<Remarks>>,
    /// How many columns and how many rows a cell spans; (1, 1) for all else.
    pub spans: (u32, u32),
}

impl Element {
    /// An element without content and attributes.
    #[must_use]
    pub fn new(tag: Tag) -> Self {
        Self { tag, kids: Vec::new(), remarks: None, spans: (1, 1) }
    }

    /// What it says of itself, to be filled in.
    pub fn remarks_mut(&mut self) -> &mut Remarks {
        self.remarks.get_or_insert_default()
    }
}

/// What an element says of itself beside its content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// BCP 47 tag of its language; `None`: that of the element around it.
    pub language: Option<String>,
    /// What a picture shows.
    pub alternative_text: Option<String>,
    /// What an abbreviation stands for.
    pub expansion: Option<String>,
    /// Whether a line runs under its text.
    pub underline: bool,
}

/// A part of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another element.
    Element(ElementId),
    /// Items of the pages.
    Content(ContentId),
}

/// What an element is: the standard structure types of ISO 32000-1, 14.8.4, that official documents need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tag {
    /// The whole document.
    Document,
    /// A part of it: the header block, a heading and what stands under it, the closing block.
    Section,
    /// A stretch of a part that has very many blocks; it says nothing of their meaning.
    Division,
    /// A heading, 1 (the title) to 6; no level is left out on the way down.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List(ListNumbering),
    /// An item of a list.
    ListItem,
    /// The sign or number before an item.
    Label,
    /// The text of an item, and lists inside it.
    ListBody,
    /// A table.
    Table,
    /// Its header rows.
    TableHead,
    /// Its other rows.
    TableBody,
    /// A row.
    TableRow,
    /// A cell that heads others.
    TableHeader(Scope),
    /// Any other cell.
    TableCell,
    /// A picture; it has an alternative text.
    Figure,
    /// A picture among the words of a paragraph.
    InlineFigure,
    /// What is written under a picture.
    Caption,
    /// A table of contents.
    Contents,
    /// A line of one, and those that stand under it.
    ContentsEntry,
    /// Text that leads somewhere.
    Link,
    /// A remark beside the text, or a note at the foot of the page.
    Note,
    /// The mark of a note in the text, or what a line of a table of contents reads.
    Reference,
    /// A form field: room for a digital signature.
    Form,
    /// A box to be ticked.
    CheckBox(CheckState),
    /// Paragraphs of another text.
    Quotation,
    /// Text in another language, underlined text, or an abbreviation.
    Span,
}

/// What labels a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListNumbering {
    /// The same sign before each item.
    Unordered,
    /// Letters: a), b), c).
    LowerAlpha,
}
