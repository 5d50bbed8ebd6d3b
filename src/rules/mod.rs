//! The rules that judge: a specification before it is composed (`spec`), a composed document (`document`), finished pages
//! (`pages`). A rule changes nothing and reads no file; what it finds is a kind of the registry (`diag::registry`), and the
//! clause comes from the regulation in force.
//!
//! What is found elsewhere is found where it is computed, because only there it is known: faults of reading and what is dropped to
//! go on (`specification`), values and pictures that cannot be used and widths that do not suffice (`compose`), the program's own
//! data (`profile`).

pub mod document;
pub mod pages;
mod record_length;
pub mod spec;

use crate::font::FontBook;
use crate::profile::Profile;

/// What rules go by beside what they judge.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The regulation in force.
    pub profile: &'a Profile,
    /// The faces that the document is set in.
    pub fonts: &'a FontBook,
}
