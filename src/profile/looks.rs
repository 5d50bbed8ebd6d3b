//! How each component looks, as far as a regulation says it. Indents that hang or align are measured where a document is composed.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::layout::SizeName;
use crate::model::{Alignment, Color, Role};

/// The look of every role.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "BTreeMap<String, Look>")]
pub struct Looks(Vec<Look>);

impl Looks {
    /// The look of a role.
    #[must_use]
    pub fn get(&self, role: Role) -> &Look {
        // one entry a role, in the order of declaration, by construction
        &self.0[role as usize]
    }
}

impl TryFrom<BTreeMap<String, Look>> for Looks {
    type Error = String;

    fn try_from(mut written: BTreeMap<String, Look>) -> Result<Self, String> {
        let mut take = |role: &Role| {
            let key = snake_case(role.name());
            written.remove(&key).ok_or(format!("no look for {key}"))
        };
        let looks = Role::ALL.iter().map(&mut take).collect::<Result<_, _>>()?;
        match written.keys().next() {
            Some(unknown) => Err(format!("a look for {unknown}, which is no role")),
            None => Ok(Self(looks)),
        }
    }
}

/// `NationalName` as it stands in the data: `national_name`.
fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// The look of a role.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// The layout value that is its size; absent where it has no text of its own.
    #[serde(default)]
    pub size: Option<SizeName>,
    /// Đậm.
    #[serde(default)]
    pub bold: bool,
    /// Nghiêng.
    #[serde(default)]
    pub italic: bool,
    /// Flush left where absent.
    #[serde(default, rename = "align")]
    pub alignment: Align,
    /// Whether the first line is indented.
    #[serde(default)]
    pub first_line: bool,
    /// Space above.
    #[serde(default)]
    pub before: Option<Space>,
    /// Space below.
    #[serde(default)]
    pub after: Option<Space>,
    /// Distance of its lines.
    #[serde(default)]
    pub line: RuleLine,
    /// Stays on the page of what follows.
    #[serde(default)]
    pub keep_with_next: bool,
    /// Stays on one page.
    #[serde(default)]
    pub keep_together: bool,
    /// Black where absent.
    #[serde(default)]
    pub color: TextColor,
    /// The clause.
    pub source: String,
}

/// What a text is printed in.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextColor {
    /// Black.
    #[default]
    Black,
    /// Bright red.
    Red,
}

impl From<TextColor> for Color {
    fn from(ink: TextColor) -> Self {
        match ink {
            TextColor::Black => Self::BLACK,
            TextColor::Red => Self::RED,
        }
    }
}

/// How lines stand between the edges.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// Canh đều hai lề.
    Justify,
}

impl From<Align> for Alignment {
    fn from(align: Align) -> Self {
        match align {
            Align::Left => Self::Left,
            Align::Center => Self::Center,
            Align::Right => Self::Right,
            Align::Justify => Self::Justify,
        }
    }
}

/// A space by the name of its value, among those of the composition but for `paragraph_spacing`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are those of the values, documented there")]
pub enum Space {
    TextToRule,
    RuleToNumber,
    HeaderToDocType,
    SubjectToBody,
    AddresseeSpacing,
    AddresseesToBody,
    BodyToClosing,
    ParagraphSpacing,
}

/// The distance of lines.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleLine {
    /// Single.
    #[default]
    Single,
    /// The document's line spacing.
    LineSpacing,
    /// As low as can be: the empty paragraph that a table needs beside it.
    Spacer,
    /// The height of a drawn line.
    Rule,
    /// The height of the room for signature and seal.
    SignatureRoom,
}
