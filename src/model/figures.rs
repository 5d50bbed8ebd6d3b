//! Numbers as labels print them and texts cite them.

/// Which figures a number is made of: only like ones are compared, for a report's `1.` is cited as `mục 1` too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// `12`.
    Digits,
    /// `1.2`, with how many stops.
    Dotted(usize),
    /// `IV`.
    Roman,
    /// `đ`.
    Letter,
}

impl Figures {
    /// The figures of a number; `None` for what is none.
    #[must_use]
    pub fn of(number: &str) -> Option<Self> {
        let is_all = |is: fn(&char) -> bool| !number.is_empty() && number.chars().all(|c| is(&c));
        match () {
            () if is_all(|c| c.is_ascii_digit()) => Some(Self::Digits),
            () if is_all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C')) => Some(Self::Roman),
            () if is_all(|c| c.is_ascii_digit() || *c == '.') => Some(Self::Dotted(number.matches('.').count())),
            () if number.chars().count() == 1 && is_all(|c| c.is_lowercase()) => Some(Self::Letter),
            () => None,
        }
    }
}

/// A number without the signs around it.
#[must_use]
pub fn bare_number(word: &str) -> &str {
    word.trim_matches(['.', ',', ';', ':', '(', ')', '“', '”', '"'])
}
