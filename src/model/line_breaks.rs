//! How the ends of lines are found.

/// How lines end (cách xuống dòng).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineBreaks {
    /// Alike in every word processor: where it would depend on the word processor, letters are spaced, too little to see.
    #[default]
    Settled,
    /// By the rule alone that most word processors follow: no letter is spaced, and some lines end elsewhere in others.
    Natural,
}
