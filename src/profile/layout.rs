//! The values that a specification may override (`/layout`).

use serde::Deserialize;

use super::value::Value;
use crate::model::{LineSpacing, PageNumberPosition};
use crate::specification::layout_values;
use crate::units::Length;

// what a regulation says of a value of each kind of the table
type Margin = Value<Length>;
type Distance = Value<Length>;
type Size = Value<Length>;
type Spacing = LineSpacingValue;
type Position = Value<PageNumberPosition>;

/// Cách dòng: a multiple of the font's own line height, or an exact pitch.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineSpacingValue {
    /// The multiples.
    pub multiple: Value<LineSpacing>,
    /// The smallest exact pitch (TT 01/2011: 15 pt); absent: one that is not below single spacing.
    #[serde(default)]
    pub min_exactly: Option<Value<Length>>,
}

/// A value whose range can be told.
trait Ranged {
    /// The legal range as it reads in a message.
    fn range(&self) -> String;
}

impl<T: super::Measure> Ranged for Value<T> {
    fn range(&self) -> String {
        self.legal_text.clone()
    }
}

impl Ranged for LineSpacingValue {
    fn range(&self) -> String {
        match &self.min_exactly {
            Some(least) => format!("{}, exactly từ {}", self.multiple.legal_text, least.default_text),
            None => self.multiple.legal_text.clone(),
        }
    }
}

macro_rules! values {
    ($($name:ident $kind:ident $title:literal, $example:literal, $more:literal;)*) => {
        /// Values a specification may override; each has the name of its field in `specification::LayoutOverrides`.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct LayoutValues {
            $(#[doc = $title] pub $name: $kind,)*
        }

        /// The name and the kind of each.
        const KINDS: &[(&str, &str)] = &[$((stringify!($name), stringify!($kind)),)*];

        impl LayoutValues {
            /// The legal range of each value by its name, as it reads in a message.
            #[must_use]
            pub fn ranges(&self) -> Vec<(&'static str, String)> {
                vec![$((stringify!($name), self.$name.range()),)*]
            }
        }
    };
}

layout_values!(values);

/// The name of a layout value that is a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct SizeName(usize);

impl SizeName {
    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        // an index of the table, by construction
        KINDS[self.0].0
    }
}

impl TryFrom<String> for SizeName {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let known = KINDS.iter().position(|(name, kind)| *name == written && *kind == "Size");
        known.map(Self).ok_or(format!("{written} is no size"))
    }
}
