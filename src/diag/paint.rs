//! Colours of a terminal (ECMA-48, select graphic rendition).

use super::Severity;

/// What a piece of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tint {
    Error,
    Warning,
    /// What was found.
    Strong,
    /// What is drawn around the lines of the file.
    Frame,
    /// A word in front of a hint or a clause.
    Label,
}

impl Tint {
    pub(super) const fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Error => "1;31",
            Self::Warning => "1;33",
            Self::Strong => "1",
            Self::Frame => "1;34",
            Self::Label => "1;36",
        }
    }
}

/// Whether there are colours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    colour: bool,
}

impl Paint {
    pub(super) const fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// A text in an tint.
    pub(super) fn with(self, tint: Tint, text: &str) -> String {
        if self.colour { format!("\u{1b}[{}m{text}\u{1b}[0m", tint.code()) } else { text.to_owned() }
    }
}
