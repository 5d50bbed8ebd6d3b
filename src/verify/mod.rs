//! Whether files are what vanban made: each is made again from what it carries, and compared.

mod files;
mod remake;
mod standing;
mod verdict;
mod words;

pub use files::{Appended, Files, Given, Pdf, Word};
pub use remake::{PicturesOf, Unmade, limit};
pub use standing::{Extracted, Standing, extract};
pub use verdict::{Agreement, PdfVerdict, Sameness, Verdict, WordVerdict, judge};
