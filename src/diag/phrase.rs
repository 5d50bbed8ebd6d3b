//! Messages in the two languages of the program, written where they are said.

/// One message in the two languages of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Vietnamese: one sentence, lower case, no full stop.
    pub vi: String,
    /// English, likewise.
    pub en: String,
}

impl Phrase {
    /// Both wordings of one message.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }
}

/// A [`Phrase`] of two format strings, Vietnamese first. Values are captured by name; a value that needs work gets its name
/// behind the strings: `phrase!("phần tử thứ {n}", "item {n}", n = i + 1)`.
macro_rules! phrase {
    ($vi:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        $crate::diag::Phrase::new(format!($vi), format!($en))
    }};
}

pub(crate) use phrase;
