//! What a value of a specification must be, and the forms of the types that JSON writes in more than one way. The fast
//! reader and the reader of faulty trees both go by [`Form`]: a new form is a variant here, and the compiler asks for the rest.

use super::digits::is_exact;
use super::tree::JsonValue;

/// What a value must be, as findings call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    /// A text that is not printed: a path, a length.
    String,
    RichText,
    Run,
    ListItem,
    TableCell,
    TableRow,
    Number,
    Adoption,
    Date,
    Block,
    Object,
    Array,
    Flag,
    Whole,
    Field,
}

/// A type that reads itself, see `from_json.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    /// The text of a run, which may begin or end with a space.
    RunText,
    RichText,
    RichRun,
    ListItem,
    TableCell,
    TableRow,
    Number,
    Adoption,
    IssueDate,
    BodyBlock,
    FieldSpec,
}

impl Form {
    const ALL: [Self; 12] = [
        Self::Text,
        Self::RunText,
        Self::RichText,
        Self::RichRun,
        Self::ListItem,
        Self::TableCell,
        Self::TableRow,
        Self::Number,
        Self::Adoption,
        Self::IssueDate,
        Self::BodyBlock,
        Self::FieldSpec,
    ];

    /// The name that serde carries from a type to its reader: the one thing that gets through to a reader that does not know
    /// the type.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::RunText => "RunText",
            Self::RichText => "RichText",
            Self::RichRun => "RichRun",
            Self::ListItem => "ListItem",
            Self::TableCell => "TableCell",
            Self::TableRow => "TableRow",
            Self::Number => "Number",
            Self::Adoption => "Adoption",
            Self::IssueDate => "IssueDate",
            Self::BodyBlock => "BodyBlock",
            Self::FieldSpec => "FieldSpec",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// What a value of another kind should have been.
    pub(super) const fn shape(self) -> Shape {
        match self {
            Self::Text | Self::RunText => Shape::Text,
            Self::RichText => Shape::RichText,
            Self::RichRun => Shape::Run,
            Self::ListItem => Shape::ListItem,
            Self::TableCell => Shape::TableCell,
            Self::TableRow => Shape::TableRow,
            Self::Number => Shape::Number,
            Self::Adoption => Shape::Adoption,
            Self::IssueDate => Shape::Date,
            Self::BodyBlock => Shape::Block,
            Self::FieldSpec => Shape::Field,
        }
    }

    /// Whether a value is of a kind that the type is written as. A placeholder stands for all of them.
    pub(super) fn takes(self, value: &JsonValue) -> bool {
        let (text, array, object, flag) = match self {
            Self::Text | Self::RunText => (true, false, false, false),
            Self::RichText => (true, true, false, false),
            Self::RichRun | Self::IssueDate => (true, false, true, false),
            Self::TableRow => (false, true, true, false),
            Self::Number => (false, false, false, false),
            Self::ListItem | Self::TableCell | Self::Adoption => (true, true, true, false),
            Self::BodyBlock => (false, false, true, false),
            Self::FieldSpec => (false, false, true, true),
        };
        match value {
            JsonValue::String(_) => text,
            JsonValue::Array(_) => array,
            JsonValue::Object(_) => object,
            JsonValue::Flag(_) => flag,
            JsonValue::Placeholder => true,
            JsonValue::Number(digits) => matches!(self, Self::TableCell | Self::Number) && is_exact(digits),
            JsonValue::Null | JsonValue::Removed => false,
        }
    }
}
