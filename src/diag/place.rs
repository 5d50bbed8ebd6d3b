//! Where a byte stands as a person counts: lines from 1, columns in characters as they appear on the screen.

use unicode_normalization::char::is_combining_mark;

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column: combining marks and the byte order mark do not count.
    pub column: usize,
}

impl Place {
    /// The place of a byte in a text; bytes that are not UTF-8 count one column each run.
    #[must_use]
    pub fn of(bytes: &[u8], offset: usize) -> Self {
        let before = bytes.get(..offset).unwrap_or(bytes);
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let head = String::from_utf8_lossy(before.get(start..).unwrap_or_default());
        Self { line, column: 1 + head.chars().filter(|c| is_counted(*c)).count() }
    }
}

/// Whether a character takes a place of its own on the screen.
fn is_counted(c: char) -> bool {
    !(is_combining_mark(c)
        || matches!(c, '\r' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'))
}
