//! The targets, and what they share with the tests of the main package: what every document promises, and readers of both
//! files that are not our own.

#[path = "../../it/column_bounds.rs"]
mod column_bounds;
#[path = "../../it/pdf_reader.rs"]
mod pdf_reader;
#[path = "../../it/promises.rs"]
mod promises;
mod targets;
#[path = "../../it/words.rs"]
mod words;

pub use targets::*;
