//! The sense of a specification whose form is right: what would print wrong, or break a rule that can be seen without laying
//! anything out. Decoration that the composer adds itself is taken off, with a warning.

mod body;
mod closing;
mod decoration;
mod header;
mod record;
mod references;
mod signature;
mod texts;

use crate::diag::Diagnostics;

use super::date::IssueDate;
use super::types::{NumberingSystem, Regulation, Spec};

/// Judges a specification.
pub(super) fn check(spec: &mut Spec, out: &mut Diagnostics) {
    texts::check(spec, out);
    header::check(spec, out);
    body::check(spec, out);
    references::check(spec, out);
    closing::check(spec, out);
    signature::check(spec, out);
    record::check(spec, out);
}

/// What the clauses of both regulations are called for one element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Number,
    PlaceAndDate,
    TypeAndSubject,
    Body,
    Signature,
    Recipients,
}

impl Element {
    /// The clause for an element: NĐ 30/2020 counts the elements in Mục II, TT 01/2011 in its Điều 6 and on.
    fn clause(self, spec: &Spec) -> String {
        let place = match self {
            Self::Number => 3,
            Self::PlaceAndDate => 4,
            Self::TypeAndSubject => 5,
            Self::Body => 6,
            Self::Signature => 7,
            Self::Recipients => 9,
        };
        if is_nd30(spec) {
            format!("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.{place}")
        } else {
            format!("TT 01/2011/TT-BNV, Điều {}", place + 5)
        }
    }
}

/// The day Nghị định 30/2020/NĐ-CP came into force.
const ND30_FROM: (i32, u32, u32) = (2020, 3, 5);

fn is_nd30(spec: &Spec) -> bool {
    match spec.regulation {
        Some(regulation) => regulation == Regulation::Nd30,
        None => earliest(spec.issue_date) >= ND30_FROM,
    }
}

/// The first day a date with open parts can mean.
fn earliest(date: IssueDate) -> (i32, u32, u32) {
    (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// The last day a date with open parts can mean.
fn latest(date: IssueDate) -> (i32, u32, u32) {
    (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31))
}

/// The numbering system of the body.
fn numbering(spec: &Spec) -> NumberingSystem {
    use super::types::DocType::{Regulation, Rules};
    spec.numbering.unwrap_or(match spec.doc_type {
        Regulation | Rules => NumberingSystem::Articles,
        _ => NumberingSystem::Sections,
    })
}
