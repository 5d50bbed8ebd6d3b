//! The languages of messages.

use super::{Phrase, Severity};

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// A message in this language.
    #[must_use]
    pub fn of(self, phrase: &Phrase) -> &str {
        match self {
            Self::Vi => &phrase.vi,
            Self::En => &phrase.en,
        }
    }

    /// The word for a weight.
    #[must_use]
    pub const fn severity(self, severity: Severity) -> &'static str {
        match (self, severity) {
            (Self::Vi, Severity::Error) => "lỗi",
            (Self::Vi, Severity::Warning) => "cảnh báo",
            (Self::En, Severity::Error) => "error",
            (Self::En, Severity::Warning) => "warning",
        }
    }
}
